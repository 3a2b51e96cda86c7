"""The progress bar on the terminal: when it is drawn, how far it says the work is, and that nothing is left of it."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
from types import SimpleNamespace

import pytest
from arden import World

from harness.cli.progress import ERASED, progress


class Terminal:
    """A stderr that says whether it is a terminal, and keeps what is written."""

    def __init__(self, looked_at: bool = True) -> None:
        self.looked_at = looked_at
        self.written = ""

    def isatty(self) -> bool:
        return self.looked_at

    def write(self, text: str) -> None:
        self.written += text

    def flush(self) -> None:
        pass

    def fileno(self) -> int:
        return 2


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    made = Terminal()
    monkeypatch.setattr("harness.cli.progress.sys", SimpleNamespace(stderr=made))
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    columns(monkeypatch, 80)
    return made


def columns(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr("os.get_terminal_size", lambda stream: os.terminal_size((number, 24)))


def ticking(seconds: float) -> Iterator[float]:
    """A clock that has moved on by so much whenever it is looked at."""
    return count(0, seconds)


def go_through(number: int, seconds: float) -> list[int]:
    with progress(range(number), clock=ticking(seconds).__next__) as items:
        return list(items)


def test_long_work_is_drawn_and_erased(terminal: Terminal) -> None:
    assert go_through(4, 0.6) == [0, 1, 2, 3]
    assert re.findall(r"\[[#-]{20}\] +(\d/\d)", terminal.written) == ["2/4", "3/4", "4/4"]
    assert terminal.written.endswith(ERASED)


def test_short_work_shows_nothing(terminal: Terminal) -> None:
    assert go_through(5, 0.19) == [0, 1, 2, 3, 4]
    assert terminal.written == ""


def test_a_thousand_quick_steps_are_drawn_ten_times_a_second(terminal: Terminal) -> None:
    go_through(1000, 0.003)
    assert 15 <= len(re.findall(r"\[[#-]{20}\]", terminal.written)) <= 52


def test_what_stops_the_work_erases_the_line(terminal: Terminal) -> None:
    def stopped() -> None:
        with progress(range(9), clock=ticking(2).__next__) as items:
            for _ in zip(items, range(2), strict=False):
                pass
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert "articles" in terminal.written
    assert terminal.written.endswith(ERASED)


@pytest.mark.parametrize(
    "why", [{"CI": "true"}, {"TERM": "dumb"}, {"looked_at": "no"}], ids=["in CI", "a dumb terminal", "no terminal"]
)
def test_where_nobody_looks_nothing_is_drawn(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, why: dict[str, str]
) -> None:
    terminal.looked_at = "looked_at" not in why
    for name in why.keys() - {"looked_at"}:
        monkeypatch.setenv(name, why[name])
    go_through(4, 5)
    assert terminal.written == ""


def at_a_terminal(world: World, program: str) -> tuple[int, str, str]:
    """Exit code, stdout and what came to the terminal that is the stderr of `harness check` run by this program."""
    end, terminal = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "CI"} | {"TERM": "xterm"}
    command = [sys.executable, "-c", program]
    process = subprocess.Popen(
        command, cwd=world.root, stdout=subprocess.PIPE, stderr=terminal, env=environment, text=True
    )
    os.close(terminal)
    stdout, _ = process.communicate(timeout=60)
    shown = b""
    try:
        while more := os.read(end, 4096):
            shown += more
    except OSError:  # how a terminal says that the other side has gone
        pass
    os.close(end)
    return process.returncode, stdout, shown.decode()


CHECK = (
    "import sys, harness.cli.main, harness.cli.progress\n"
    "harness.cli.progress.AFTER = {after}\n"
    "sys.argv = 'harness check --truth truth --format json'.split()\n"
    "harness.cli.main.main()"
)


def test_the_command_at_a_terminal(world: World) -> None:
    code, stdout, shown = at_a_terminal(world, CHECK.format(after=0))
    assert code == 1
    assert "[####################]  1/1" in shown
    assert shown.index(ERASED) < shown.index("gate: failed")
    assert stdout == world.check("--format", "json").stdout


def test_a_few_articles_do_not_flicker(world: World) -> None:
    _, _, shown = at_a_terminal(world, CHECK.format(after=1))
    assert shown.strip() == "gate: failed: 1 claim refuted"


INTERRUPTED = (
    "import os, signal, sys, harness.cli.main, {module}\n"
    "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a job in the background may have it ignored
    "signal.signal(signal.SIGTERM, signal.SIG_DFL)\n"
    "def interrupted(*_, **__): os.kill(os.getpid(), signal.{signal})\n"
    "{module}.{what} = interrupted\n"
    "sys.argv = 'harness check --truth truth --output report.txt --report csv=report.csv'.split()\n"
    "harness.cli.main.main()"
)


@pytest.mark.parametrize(
    "module, what",
    [
        pytest.param("harness.checking.run", "Checker.check_article", id="in an article"),
        pytest.param("harness.checking.gathering", "conflict_table", id="between articles"),
        pytest.param("os", "fsync", id="while the report is written"),
    ],
)
@pytest.mark.parametrize("before", ["old", None], ids=["over a report", "a first report"])
@pytest.mark.parametrize(("signal", "code", "said"), [("SIGINT", 130, "interrupted"), ("SIGTERM", 143, "")])
def test_a_signal_leaves_no_half_written_file(
    world: World, module: str, what: str, before: str | None, signal: str, code: int, said: str
) -> None:
    """The real signal, sent at a chosen moment."""
    if before is not None:
        world.write("report.txt", before)
    program = INTERRUPTED.format(module=module, what=what, signal=signal)
    command = [sys.executable, "-c", program]
    run = subprocess.run(command, cwd=world.root, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr.strip()) == (code, "", said)
    left = {path.name: path.read_text() for path in world.root.iterdir() if path.is_file()}
    assert left == ({} if before is None else {"report.txt": before})
