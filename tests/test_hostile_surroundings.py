"""Streams that are closed, full or gone, folders without permission: one line for people, and the promised code."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from arden import World

HARNESS = f"{shlex.quote(sys.executable)} -m harness"
# Root may do everything; without these two powers it is held to permissions like anybody.
POWERS = "-dac_override,-dac_read_search"
HELD_TO_PERMISSIONS = (
    [] if os.geteuid() else ["setpriv", f"--bounding-set={POWERS}", f"--inh-caps={POWERS}"]
)  # fmt: skip


def shell(world: World, line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A line of shell in the world's folder; `harness` stands for the command."""
    line = line.replace("harness", HARNESS, 1)
    around = {**os.environ, **environment}
    return subprocess.run(["sh", "-c", line], cwd=world.root, env=around, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "line, code",
    [
        pytest.param("harness check --truth truth >&-", 1, id="the report has nowhere to go, the gate still fails"),
        pytest.param("harness check --truth truth 2>&-", 1, id="no stderr"),
        pytest.param("harness check nowhere.json >&- 2>&-", 2, id="neither"),
        pytest.param("harness check --truth truth --output report.json <&- >&- 2>&-", 1, id="none of them"),
        pytest.param("harness kinds >&-", 0, id="another command"),
        pytest.param("harness --help >&-", 0, id="help"),
    ],
)
def test_a_closed_stream_changes_no_exit_code(world: World, line: str, code: int) -> None:
    run = shell(world, line)
    assert run.returncode == code, run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    assert world.root.joinpath("report.json").exists() == ("report.json" in line)


@pytest.mark.parametrize("command", ["check", "kinds", "explain mark", "truth list nations", "--help", "schema claims"])
def test_a_reader_that_is_gone_is_no_failed_gate(world: World, command: str) -> None:
    read, write = os.pipe()
    os.close(read)
    run = subprocess.run([sys.executable, "-m", "harness", *command.split()], cwd=world.root, check=False,
                         stdout=write, stderr=subprocess.PIPE, text=True)  # fmt: skip
    os.close(write)
    assert (run.returncode, run.stderr) == (2, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", ["check", "kinds", "schema report", "truth show josh-kerr"])
def test_a_full_disk_is_named(world: World, command: str) -> None:
    run = shell(world, f"harness {command} > /dev/full")
    assert (run.returncode, run.stderr) == (2, "standard output: No space left on device\n")


def test_a_folder_that_was_deleted_is_named(world: World) -> None:
    run = shell(world, "mkdir gone; cd gone; rmdir ../gone; harness check ../claims")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "the current folder is not there any more: change to one that is\n"


def test_python_without_docstrings_is_refused(world: World) -> None:
    run = shell(world, "harness check --truth truth", PYTHONOPTIMIZE="2")
    assert (run.returncode, run.stdout) == (2, "")
    assert "without -OO" in run.stderr
    assert shell(world, "harness check --truth truth", PYTHONOPTIMIZE="1").returncode == 1


@pytest.mark.skipif(bool(HELD_TO_PERMISSIONS) and not shutil.which("setpriv"), reason="root, and no setpriv here")
@pytest.mark.parametrize(
    "command, why",
    [
        ("check --output shut/old.txt", "cannot write shut/old.txt: no permission to write in the folder shut"),
        ("check --output shut/new.txt", "cannot write shut/new.txt: no permission to write in the folder shut"),
        ("check --report json=held.txt", "cannot write held.txt: no permission to write to it"),
        ("truth gaps --output shut/old.txt", "shut/old.txt: Permission denied"),
        ("baseline write --reason known --baseline shut/b.json", "shut/b.json: Permission denied"),
        ("bench make-corpus --output shut/corpus", "Permission denied"),
    ],
)
def test_what_may_not_be_written_is_named_and_the_old_file_stays(world: World, command: str, why: str) -> None:
    shut, held = world.root / "shut", world.root / "held.txt"
    shut.mkdir()
    for kept in (shut / "old.txt", held):
        kept.write_text("old")
    shut.chmod(0o555)
    held.chmod(0o444)
    try:
        run = shell(world, f"{shlex.join(HELD_TO_PERMISSIONS)} harness {command}")
    finally:
        shut.chmod(0o755)
    assert run.returncode == 2
    assert why in run.stderr
    assert ".part" not in run.stderr
    assert [path.name for path in shut.iterdir()] == ["old.txt"]
    assert shut.joinpath("old.txt").read_text() == held.read_text() == "old"
