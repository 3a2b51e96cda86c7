"""Every command that the documentation prints is run, in a fresh clone, and ends with the exit code that is printed.

In a block of code a line that begins with `harness`, `pytest` or `make` (or with a `$` before it) is a command;
`# exit 1` at its end says another code than 0. A block that is marked as `text` is none, and a block after
`<!-- file: NAME -->` is the file of that name. Of `make` only the target is looked for: what it runs is tried
elsewhere.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md"), *(ROOT / "benchmarks").glob("*/README.md"),
     ROOT / "ground_truth" / "README.md"]
)  # fmt: skip
SHELL = {"", "console", "sh", "bash", "shell"}
BLOCK = re.compile(
    r"(?:<!-- (?:file|add): (?P<file>\S+) -->\n)?^```(?P<language>\w*)\n(?P<fenced>.*?)^```$"
    r"|(?P<indented>(?:^    [^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)
COMMAND = re.compile(r"^(?:\$ )?((?:harness|pytest|make|mkdir) .+)$")
EXIT = re.compile(r"\s+# exit ([0-9]+)$")


class Printed(NamedTuple):
    """A command, or a file to write before the next one (`file` is its name, `command` its text)."""

    command: str
    code: int = 0
    file: str = ""


def printed(text: str) -> Iterator[Printed]:
    for block in BLOCK.finditer(text):
        if block["file"]:
            yield Printed(block["fenced"], file=block["file"])
        elif block["indented"] or block["language"] in SHELL:
            for line in (block["fenced"] or block["indented"]).replace("\\\n", " ").splitlines():
                command = COMMAND.match(line.strip())
                if command is not None:
                    code = EXIT.search(command[1])
                    bare = EXIT.sub("", command[1])
                    yield Printed(re.sub(r"\s{2,}#.*| # .*", "", bare).strip(), int(code[1]) if code else 0)


def commands(page: Path) -> list[Printed]:
    """The commands of the page; the list of commands in the README is a table and no session."""
    text = page.read_text(encoding="utf-8")
    return [step for step in printed(text) if step.file or not re.search(r"\[[A-Z]|[A-Z]{4,}", step.command)]


def at_work(page: Path) -> bool:
    return any(not step.file for step in commands(page))


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone as a newcomer has it, and `harness` on the path."""
    made = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", "--local", str(ROOT), str(made)], check=True)
    head = ["git", "-C", str(made), "update-ref", "refs/remotes/origin/main", "HEAD"]
    subprocess.run(head, check=True)
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, module in (("harness", "harness"), ("pytest", "pytest")):
        (folder / name).write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m {module} "$@"\n')
        (folder / name).chmod(0o755)
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="the documentation's commands are for a POSIX shell")
@pytest.mark.parametrize(
    "page", [page for page in PAGES if at_work(page)], ids=lambda page: f"{page.parent.name}/{page.name}"
)
def test_every_command_ends_as_printed(page: Path, clone: Path) -> None:
    path = os.pathsep.join([str(clone.parent / "bin"), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}
    for name in ("PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER", "PYTEST_CURRENT_TEST"):
        environment.pop(name, None)
    wrong = []
    for step in commands(page):
        if step.file:
            (clone / step.file).write_text(step.command, encoding="utf-8")
            continue
        line = re.sub("^make ", "make --dry-run ", step.command)
        run = subprocess.run(
            ["sh", "-c", line], cwd=clone, env=environment, capture_output=True, text=True, check=False
        )
        if run.returncode != step.code:
            wrong.append(f"{step.command}\n  ended with {run.returncode}, not {step.code}: {run.stderr[-300:]}")
    assert not wrong, "\n".join(wrong)


def test_a_command_is_found_in_whatever_block() -> None:
    text = (
        "```\nharness kinds\n```\n\n    harness check a  # why\n\n```console\n$ harness check b  # exit 1\nout\n```\n"
    )
    text += "```text\nharness no\n```\n<!-- file: a.csv -->\n```\nharness,x\n```\n"
    assert list(printed(text)) == [
        Printed("harness kinds"), Printed("harness check a"), Printed("harness check b", 1),
        Printed("harness,x\n", file="a.csv"),
    ]  # fmt: skip


def test_the_pages_have_commands() -> None:
    names = {page.relative_to(ROOT).as_posix() for page in PAGES if at_work(page)}
    assert names >= {"README.md", "docs/ci.md", "docs/baseline.md", "docs/formats.md", "docs/tutorial.md"}
    assert "benchmarks/sports-claims/README.md" in names
