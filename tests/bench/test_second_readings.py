"""docs/annotation.md: its table and its counts of differences come from the readings that ship."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from harness.bench.agreement import units_of
from harness.bench.submissions import read_gold
from harness.claims.claim import kind_of

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "annotation.md"
SECOND = Path("benchmarks/second-readings")
BLOCK = re.compile(r"(<!-- agreement -->\n).*?(<!-- /agreement -->)", re.DOTALL)


@pytest.fixture(scope="module")
def record() -> dict[str, Any]:
    """What the command of the page prints, as JSON."""
    command = "bench agree first=claims second=benchmarks/second-readings --check"
    assert f"harness {command}" in PAGE.read_text(encoding="utf-8")
    line = [sys.executable, "-m", "harness", *command.split(), "--format", "json"]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def table(record: dict[str, Any]) -> str:
    lines = ["| article | first | second | in both | of these: same kind | of these: same verdict |", "|---" * 6 + "|"]
    lines += [
        f"| {pair['article']} | {pair['found_first']} | {pair['found_second']} | {pair['both']} | {pair['same_kind']} "
        f"| {pair['same_verdict']} |"
        for pair in record["pairs"]
    ]
    whole = record["pairs"][-1]
    figures = [
        f"{name} {whole[key]['value']:.2f} ({whole[key]['low']:.2f} to {whole[key]['high']:.2f})"
        for name, key in (("F1 of spans", "f1"), ("kappa of kinds", "kappa_kind"), ("of verdicts", "kappa_verdict"))
    ]
    alphas = [record[f"alpha_{of}"] for of in ("kind", "verdict", "characters")]
    lines += [
        "",
        f"{', '.join(figures)};",
        f"Krippendorff's alpha {alphas[0]:.2f} of kinds, {alphas[1]:.2f} of verdicts, {alphas[2]:.2f} of characters.",
    ]
    return "\n".join(lines) + "\n"


def test_the_table_is_that_of_the_shipped_readings(record: dict[str, Any]) -> None:
    """HARNESS_WRITE_GOLDEN=1 writes it anew."""
    page = PAGE.read_text(encoding="utf-8")
    assert BLOCK.search(page) is not None
    whole = BLOCK.sub(lambda around: around[1] + table(record) + around[2], page)
    if os.environ.get("HARNESS_WRITE_GOLDEN"):
        PAGE.write_text(whole, encoding="utf-8", newline="\n")
    assert whole == page or os.environ.get("HARNESS_WRITE_GOLDEN"), "run with HARNESS_WRITE_GOLDEN=1"


def test_the_differences_are_counted_as_the_page_says(record: dict[str, Any]) -> None:
    page = " ".join(PAGE.read_text(encoding="utf-8").split())
    first, second = (read_gold([ROOT / folder]).files for folder in ("claims", SECOND))
    units = [unit.claims for article in first for unit in units_of([first[article], second[article]])]
    alone = [[unit[side] for unit in units if unit[1 - side] is None] for side in (0, 1)]
    other = [sum(kind_of(claim) == "other" for claim in claims) for claims in alone]
    whole = record["pairs"][-1]
    for words in (
        f"({len(alone[0])} in the first, {len(alone[1])} in the second). {other[0]} and {other[1]} of them are `other`",
        f"**Another kind** ({whole['both'] - whole['same_kind']})",
        f"**Another verdict, though the words are the same** ({whole['judged'] - whole['same_verdict']}, of which",
    ):
        assert words in page, words


def test_the_second_readings_fit_the_articles_of_the_first() -> None:
    first, second = (read_gold([ROOT / folder]) for folder in ("claims", SECOND))
    assert second.problems == ()
    assert {name: file.article for name, file in second.files.items()} == {
        name: file.article for name, file in first.files.items()
    }
    lengths = Counter(len(claim.quote) > 60 for file in second.files.values() for claim in file.claims)
    assert not lengths[True]
