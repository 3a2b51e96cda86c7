"""docs/annotation.md: the claim file that it shows is one, fits its text, and is judged as the page says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = (Path(__file__).parents[1] / "docs" / "annotation.md").read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The text and the claim file of the page, in the folders that it names."""
    for folder, kind, name in (("texts", "text", "my-article.txt"), ("claims", "json", "my-article.json")):
        (found,) = re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)
        tmp_path.joinpath(folder).mkdir()
        tmp_path.joinpath(folder, name).write_text(found, encoding="utf-8")
    return tmp_path


def run(desk: Path, line: str) -> subprocess.CompletedProcess[str]:
    assert f"harness {line}" in " ".join(PAGE.split()), "the page does not say so"
    command = [sys.executable, "-m", "harness", *line.split()]
    return subprocess.run(command, cwd=desk, capture_output=True, text=True, check=False)


def test_every_quote_stands_where_the_file_says(desk: Path) -> None:
    done = run(desk, "validate claims --articles texts")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "1 file, 2 claims: no mistakes"), done.stderr


def test_the_medal_is_refuted(desk: Path) -> None:
    done = run(desk, "check claims")
    assert done.returncode == 1
    assert "REFUTED (1)" in done.stdout
    assert "print instead: silver" in done.stdout


def test_extract_makes_a_first_file(desk: Path) -> None:
    done = run(desk, "extract --system rules texts/my-article.txt --published 2024-08-07")
    assert done.returncode == 0, done.stderr
    first, shown = (json.loads((desk / file).read_bytes())["article"] for file in (
        "extracted/rules/my-article.json", "claims/my-article.json"))  # fmt: skip
    measured = ("id", "published", "characters", "sha256")
    assert [first[field] for field in measured] == [shown[field] for field in measured]
