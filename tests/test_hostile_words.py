"""Words and file names that would steer a terminal, or start a line of their own: no command prints them so."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys

import pytest
from arden import RACE, World, claim

EVIL = "\x1b[2J\x07\x9b31m\u202e\u200f\u061c##[error]\r\n::error::planted"
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
PLANTED = re.compile(r"^::|##[a-z]*\[", re.MULTILINE)

BASELINE = {"entries": [{"article": "arden", "claim": "a", "kind": "mark", "accepts": "refuted", "quantity": EVIL,
                         "fingerprint": "f", "reason": EVIL, "author": EVIL, "date": "2024-06-03"}]}  # fmt: skip


@pytest.fixture
def evil(world: World) -> World:
    """The world, with an article of hostile words and files with hostile names."""
    odd = claim("mark", "odd", "3:30.10", athlete=EVIL, mark="3:30.10", scope={**RACE, "competition": EVIL})
    wrong = claim("place", "wrong", "won", athlete="Holt", place=2, scope=RACE, attributed_to=EVIL, reading=EVIL)
    world.claims(odd, {**wrong, "text": EVIL})
    world.write(f"broken{EVIL[:6]}\n::error::.json", "{")
    world.write(f"{EVIL[:6]}\n::error::.csv", f"athlete,mark\n{EVIL!r},{EVIL!r}\n")
    return world


COMMANDS = [
    pytest.param(["check", "--truth", "truth"], id="check"),
    pytest.param(["check", "--truth", "truth", "--format", "concise"], id="check concise"),
    pytest.param(["check", "--truth", "truth", "--format", "markdown"], id="check markdown"),
    pytest.param(["validate", "."], id="validate"),
    pytest.param(["why", "arden", "wrong", "--truth", "truth"], id="why"),
    pytest.param(["why", "arden", EVIL, "--truth", "truth"], id="why of nothing"),
    pytest.param(["truth", "gaps", "--truth", "truth"], id="gaps"),
    pytest.param(["truth", "show", EVIL, "--truth", "truth"], id="show"),
    pytest.param(["truth", "lint", EVIL], id="lint"),
    pytest.param(["truth", "add", "--truth", "truth", "--from", f"{EVIL[:6]}\n::error::.csv"], id="add"),
    pytest.param(["check", "--output", f"{EVIL}/report.txt"], id="output"),
    pytest.param(["check", "--articles", EVIL], id="articles"),
    pytest.param(["explain", EVIL], id="explain"),
    pytest.param(["bench", "run", f"broken{EVIL[:6]}\n::error::.json", "--system", "rules"], id="bench"),
    pytest.param([EVIL], id="no such command"),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_hostile_is_printed(evil: World, command: list[str]) -> None:
    run = evil.run(*command)
    assert run.returncode in (0, 1, 2, 5)
    assert run.stdout + run.stderr
    assert not STEERING.search(run.stdout + run.stderr)
    assert not PLANTED.search(run.stdout + run.stderr)


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_hostile_reaches_a_terminal(evil: World, command: list[str]) -> None:
    code, seen = on_a_terminal(evil, *command)
    assert code in (0, 1, 2, 5)
    assert seen
    assert not STEERING.search(COLOURS.sub("", seen))
    assert not PLANTED.search(seen)


def test_a_terminal_is_shown_escapes_in_any_format(evil: World) -> None:
    _, seen = on_a_terminal(evil, "check", "--truth", "truth", "--format", "json")
    assert "\\x9b" in seen
    assert not STEERING.search(seen)


def test_a_file_name_that_is_not_utf8_is_printed_as_its_bytes(world: World) -> None:
    (world.root / os.fsdecode(b"\xff.json")).write_text("{")
    run = world.run("validate", os.fsdecode(b"\xff.json"))
    assert run.returncode == 2
    assert run.stderr.startswith("\\udcff.json:1:2: ")


@pytest.mark.parametrize(
    "around, coloured",
    [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"TERM": "xterm", "NO_COLOR": "1"}, False)],
    ids=str,
)
def test_colour_where_it_is_wanted(world: World, around: dict[str, str], coloured: bool) -> None:
    _, seen = on_a_terminal(world, "check", "--truth", "truth", **around)
    assert ("\x1b[" in seen) == coloured


def on_a_terminal(world: World, *arguments: str, **around: str) -> tuple[int, str]:
    """The exit code and all that a terminal gets, its own line ends made plain; `around` changes the environment.

    Without the progress bar, which a busy machine would show: it has tests of its own (`test_progress.py`).
    """
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | {"CI": "1"} | around
    mine, its = pty.openpty()
    command = [sys.executable, "-m", "harness", *arguments]
    with subprocess.Popen(command, cwd=world.root, stdin=its, stdout=its, stderr=its, env=environment) as process:
        os.close(its)
        seen = b""
        try:
            while part := os.read(mine, 65536):
                seen += part
        except OSError:  # how Linux says that nobody writes any more
            pass
    os.close(mine)
    return process.returncode, seen.decode().replace("\r\n", "\n")
