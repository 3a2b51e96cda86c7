"""What only some systems have is asked for where it is there, by the harness and by its tests; and what a wheel's users
on Windows and macOS meet is tried here as far as it can be.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from arden import CLAIMS, World
from systems import POSIX_ONLY

from harness.checking.jobs import processes_for
from harness.checking.load import load_truth
from harness.checking.run import check
from harness.extract.supervise import _exit_code
from harness.present.formats._places import _uri
from harness.storage.files import path_from_here

ROOT = Path(__file__).parent.parent
TESTS = ROOT / "tests"
MODULES = {"fcntl", "grp", "msvcrt", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty", "winreg"}
CALLS = re.compile(r"\bos\.(fork|getegid|geteuid|getgid|getuid|killpg|mkfifo|setsid)\b|signal\.(SIGKILL|alarm)\b")
GUARD = re.compile(r"sys\.platform|os\.name|hasattr\(|ImportError")
# What a test does that Windows cannot, and so must be marked (see systems.py).
NEEDS = re.compile(
    r"os\.(kill|killpg|fork|setsid|mkfifo|geteuid)\b|signal\.SIGKILL|send_signal\(|symlink_to\(|chmod\(0o?[0-5]*\)"
    r"|\"bash\"|\"sh\"|#!/bin/sh|/dev/(?:full|zero)"
)
MARKED = re.compile(r"needs_\w+|skipif|exists\(\)")


def definitions(file: Path) -> Iterator[tuple[ast.stmt, str]]:
    """The statements of a module and their source, decorators included."""
    lines = file.read_text(encoding="utf-8").splitlines()
    for node in ast.parse("\n".join(lines)).body:
        first = min([node.lineno, *(at.lineno for at in getattr(node, "decorator_list", ()))])
        yield node, "\n".join(lines[first - 1 : node.end_lineno])


@pytest.mark.parametrize("file", sorted((ROOT / "harness").rglob("*.py")), ids=lambda file: file.stem)
def test_the_harness_asks_before_it_takes_what_not_every_system_has(file: Path) -> None:
    for node, source in definitions(file):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = {name.name for name in node.names} | {getattr(node, "module", None) or ""}
            assert not names & MODULES, f"{file}: {source}"
        elif CALLS.search(source) or any(re.search(rf"^\s*import {name}\b", source, re.MULTILINE) for name in MODULES):
            assert GUARD.search(source), f"{file}:{node.lineno}: for systems that do not have it there is nothing else"


@pytest.mark.parametrize("file", sorted(TESTS.rglob("test_*.py")), ids=lambda file: file.stem)
def test_a_test_says_what_it_needs(file: Path) -> None:
    if file.name in POSIX_ONLY or file == Path(__file__):
        return
    whole = "pytestmark" in file.read_text(encoding="utf-8")
    for node, source in definitions(file):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and NEEDS.search(source):
            assert whole or MARKED.search(source), f"{file.name}: {node.name}"


def test_what_is_checked_out_is_what_was_committed() -> None:
    """Digests of texts rest on their line ends, which git on Windows would change."""
    assert "* -text" in (ROOT / ".gitattributes").read_text(encoding="utf-8").splitlines()


def test_a_path_on_another_drive_has_no_way_from_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> str:
        raise ValueError("path is on mount 'C:', start on mount 'D:'")

    assert path_from_here(Path("claims") / "a.json") == str(Path("claims", "a.json"))
    monkeypatch.setattr(os.path, "relpath", refuse)
    assert path_from_here(Path("/elsewhere/a.json")) == str(Path("/elsewhere/a.json"))


@pytest.mark.parametrize(
    "path, uri",
    [
        ("claims/a b.json", "claims/a%20b.json"),
        ("/tmp/a.json", "file:///tmp/a.json"),
        ("C:/news/a b.json", "file:///C:/news/a%20b.json"),
        ("c:d.json", "c%3Ad.json"),
    ],
)
def test_the_address_of_a_file(path: str, uri: str) -> None:
    assert _uri(path) == uri


@pytest.mark.parametrize("code, ended", [(0, 0), (3, 3), (-9, 137), (0xC0000005, 0xC0000005 - (1 << 32))])
def test_the_code_that_the_supervisor_ends_with(code: int, ended: int) -> None:
    assert _exit_code(code) == ended
    assert -(1 << 31) <= ended < 1 << 31


def test_without_fork_a_check_is_one_process(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is loaded of a ground truth cannot be handed to a process that is started anew."""
    world.claims(*CLAIMS)
    whole = check([world.root / "claims"], load_truth(world.root / "truth"), jobs=1)
    monkeypatch.delattr(os, "fork")
    assert processes_for([], 4) == 1
    assert check([world.root / "claims"], load_truth(world.root / "truth"), jobs=4) == whole
