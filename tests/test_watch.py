"""`harness check --watch` and what the shell completes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from arden import CLAIMS, World
from systems import needs_signals

LONGEST = 60.0


def until(condition: Callable[[], bool]) -> None:
    """Wait until the other process has come so far."""
    end = time.monotonic() + LONGEST
    while not condition():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


@pytest.mark.parametrize("ending", ["Ctrl-C", "the folder goes away"])
@needs_signals
def test_a_saved_file_is_checked_again(world: World, ending: str) -> None:
    world.claims(*CLAIMS[1:2])
    out = world.root / "out"
    start = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from harness.cli.main import main"
    command = [sys.executable, "-c", f"{start}; main()", "check", "--truth", "truth", "--watch", "--format", "concise"]
    with out.open("w") as stream, subprocess.Popen(command, cwd=world.root, stdout=stream, stderr=stream) as run:
        until(lambda: out.read_text().count("watching: ") == 1)
        assert "gate: passed" in out.read_text()
        world.claims(*CLAIMS[:1])
        until(lambda: out.read_text().count("watching: ") == 2)
        assert "gate: failed: 1 claim refuted" in out.read_text()
        if ending == "Ctrl-C":
            run.send_signal(signal.SIGINT)
        else:
            shutil.rmtree(world.root / "claims")
        code = run.wait(LONGEST)
    if ending == "Ctrl-C":
        assert code == 130
    else:
        assert code == 2
        assert "claims is not there (any more)" in out.read_text()
        assert not (world.root / "claims").exists()


@pytest.mark.parametrize("path, said", [("nowhere", "nowhere is not there"), ("-", "--watch looks at files")])
def test_what_is_no_file_is_not_watched(world: World, path: str, said: str) -> None:
    run = world.check("--watch", path)
    assert run.returncode == 2
    assert said in run.stderr


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("harness explain ma", ["margin", "mark"]),
        ("harness check --format js", ["json", "json-lines"]),
        ("harness check --select rec", ["record"]),
        ("harness why ar", ["arden"]),
        ("harness why arden holt-", ["holt-mark", "holt-won", "holt-age"]),
        ("harness why --claims elsewhere ar", []),
        ("harness why nobody ho", []),
        ("harness wh", ["why"]),
    ],
)
def test_the_shell_completes(world: World, typed: str, completed: list[str]) -> None:
    world.write("claims/broken.json", "{")
    words = typed.split()
    environment = {**os.environ, "_HARNESS_COMPLETE": "bash_complete", "COMP_WORDS": typed,
                   "COMP_CWORD": str(len(words) - 1)}  # fmt: skip
    script = Path(world.root, "harness")
    script.write_text("from harness.cli.main import main\nmain()\n")
    run = subprocess.run(
        [sys.executable, str(script)], cwd=world.root, env=environment, capture_output=True, text=True, check=False
    )
    assert [line.partition(",")[2] for line in run.stdout.splitlines() if line] == completed, run.stderr
