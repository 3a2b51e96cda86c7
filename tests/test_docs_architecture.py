"""docs/architecture.md: the layers are those of the walls, every file is there, and every path decides its finding."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from test_walls import HARNESS, LAYERS

from harness.checking.load import ClaimFile, load_claims, load_truth
from harness.checking.resolve import ArticleWords
from harness.checking.run import Checker
from harness.truth.index import Truth

ROOT = HARNESS.parent
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([a-z_./]+(?:\.py|/))`", PAGE))
FINDING = re.compile(r"^\| `([a-z0-9-]+)` `([a-z0-9-]+)` \| (\w+) \| (.+) \|$", re.MULTILINE)
FINDINGS = FINDING.findall(PAGE)
DECIDING = re.compile(r"`((?:kinds|truth)/\w+\.py)`: ((?:`\w+`(?:, )?)+)")
VERDICTS = {"open": "not_enough_info"}


def test_the_layers_are_those_of_the_walls() -> None:
    table = PAGE.partition("| layer | modules |")[2].partition("\n\n")[0]
    layers: dict[str, list[str]] = {}
    layer = ""
    for row in table.splitlines()[2:]:
        name, modules = (cell.strip() for cell in row.split("|")[1:3])
        layer = name or layer
        layers.setdefault(layer, []).extend(
            module.removesuffix("/").removesuffix(".py") for module in re.findall(r"`([^`]+)`", modules)
        )
    assert {name: sorted(modules) for name, modules in layers.items()} == {
        name: sorted(modules) for name, modules in LAYERS.items()
    }


@pytest.mark.parametrize("name", sorted(NAMED))
def test_every_file_that_the_page_names_is_there(name: str) -> None:
    """Paths count from the package or from the repository; a bare name may stand in any folder of the package."""
    assert (HARNESS / name).exists() or (ROOT / name).exists() or list(HARNESS.rglob(name.rstrip("/"))), name


TERM = re.compile(r"`([a-z_/]+\.py)`: ((?:`\w+`(?:, )?)+)")
TERMS = [
    row
    for row in PAGE.partition("## Words that the code uses as terms")[2].partition("\n## ")[0].splitlines()[4:]
    if row
]


@pytest.mark.parametrize("row", TERMS, ids=lambda row: row.split("|")[1].strip())
def test_a_term_is_defined_where_the_page_says(row: str) -> None:
    *_, where, _ = row.split("|")
    defined = TERM.findall(where)
    assert defined, f"the row names no file: {row}"
    for file, names in defined:
        code = (HARNESS / file).read_text(encoding="utf-8")
        for name in re.findall(r"`(\w+)`", names):
            pattern = rf"^(?:class {name}\b|{name}\b|    {name}: |        self\.{name} = )"
            assert re.search(pattern, code, re.MULTILINE), f"{file} does not define {name}"


def test_there_are_terms() -> None:
    assert len(TERMS) > 10


@pytest.fixture(scope="module")
def truth() -> Truth:
    truth = load_truth(ROOT / "ground_truth")
    assert isinstance(truth, Truth)
    return truth


def test_the_findings_are_those_of_the_page() -> None:
    assert len(FINDINGS) == 10
    assert all(DECIDING.search(path) for *_, path in FINDINGS)


@pytest.mark.parametrize(("article", "claim", "verdict", "path"), FINDINGS, ids=[row[1] for row in FINDINGS])
def test_the_path_of_a_finding_decides_it(truth: Truth, article: str, claim: str, verdict: str, path: str) -> None:
    """Every function that the row names runs when the claim is judged, and the verdict is the row's."""
    file = load_claims(ROOT / "claims" / f"{article}.json")
    assert isinstance(file, ClaimFile)
    checker = Checker(truth)
    words = ArticleWords.of_file(checker.names, file, None, checker.readings)
    called: set[tuple[str, str]] = set()

    def note(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            called.add((frame.f_code.co_filename, frame.f_code.co_name))

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        judgement = checker.verifier.judge(next(each for each in file.claims if each.id == claim), words)
    finally:
        sys.setprofile(before)
    assert judgement.ruling.verdict == VERDICTS.get(verdict, verdict)
    for module, functions in DECIDING.findall(path):
        for function in re.findall(r"`(\w+)`", functions):
            assert (str(HARNESS / Path(module)), function) in called, f"{module}: {function} does not run for {claim}"
