"""The example in the ground truth's README is what the command does with the shipped pack."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

from harness.curate.mapping import FIELDS
from harness.curate.readers import readers
from harness.curate.refusals import reasons

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "ground_truth" / "README.md").read_text(encoding="utf-8")


def test_the_example_of_truth_add(tmp_path: Path) -> None:
    example = re.search(r"<!-- add: (\S+) -->\n(.*?)<!-- /add -->", README, re.DOTALL)
    assert example is not None
    table, command, output = re.findall(r"```\n(.*?)```", example[2], re.DOTALL)
    (tmp_path / example[1]).write_text(table, encoding="utf-8")
    words = shlex.split(command.replace("\\\n", " "))
    assert words[0] == "harness"
    run = subprocess.run([sys.executable, "-m", *words], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, output, "")


def _first_column(heading: str) -> set[str]:
    """What stands in the first column of the tables below a heading of the page on importing."""
    page = (ROOT / "docs" / "importing.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+?) \|", page.partition(f"## {heading}\n")[2].partition("\n## ")[0], re.MULTILINE)
    return set(rows[1:])


def test_the_page_lists_every_reason_for_a_refusal() -> None:
    assert _first_column("Why a row is refused") == reasons()


def test_the_page_lists_every_ready_reader() -> None:
    assert _first_column("Which sources need no mapping") == {f"`{name}`" for name in readers()}


def test_every_file_of_the_pack_is_in_the_readme() -> None:
    names = {path.name for path in (ROOT / "ground_truth").glob("*.json")}
    assert {name for name in names if f"`{name}`" not in README} == set()


def test_the_help_names_every_field() -> None:
    run = subprocess.run([sys.executable, "-m", "harness", "truth", "add", "--help"], capture_output=True, text=True,
                         check=True)  # fmt: skip
    assert [field for field in FIELDS if field not in run.stdout] == []
