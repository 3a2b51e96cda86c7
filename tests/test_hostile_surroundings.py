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


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(
            "check --truth truth --output claims/arden.json", id="a claim file below the folder that is checked"
        ),
        pytest.param("check --truth truth claims/arden.json --report csv=link.json", id="a claim file through a link"),
        pytest.param("check --truth truth --output truth/pack.json", id="the ground truth"),
        pytest.param("check --truth truth --baseline known.json --output known.json", id="the baseline"),
        pytest.param("compare old.json new.json --output new.json", id="a report that is compared"),
        pytest.param("truth gaps --truth truth --output claims/arden.json", id="gaps"),
        pytest.param("truth diff truth truth claims --output truth/pack.json", id="diff"),
        pytest.param("extract --system rules articles --output-dir articles", id="an article"),
    ],
)
def test_what_a_run_reads_it_never_writes_over(world: World, command: str) -> None:
    world.root.joinpath("link.json").symlink_to("claims/arden.json")
    world.write("known.json", {"version": 1, "entries": []})
    world.write("articles/one.json", {"id": "one", "title": "One", "published": "2024-06-03", "text": "Holt won."})
    for name in ("old.json", "new.json"):
        world.check("--format", "json", "--output", name)
    before = {path: path.read_bytes() for path in world.root.rglob("*.json")}
    run = world.run(*command.split())
    assert run.returncode == 2
    assert "this run reads it, and it would be lost" in run.stderr
    assert {path: path.read_bytes() for path in world.root.rglob("*.json")} == before


def test_a_new_report_may_stand_beside_what_is_read(world: World) -> None:
    assert (
        world.check(".", "--ignore", "mark", "--output", "claims/report.txt").returncode == 2
    )  # the pack is no claims
    assert world.check("--ignore", "mark", "--output", "claims/report.txt").returncode == 0
    assert world.check("--ignore", "mark", "--output", "claims/report.txt").returncode == 0
    assert world.check("--ignore", "mark", "--output", "/dev/null").returncode == 0


@pytest.mark.parametrize(
    "command",
    [
        "check --truth truth --fail-on never --min-accuracy nan",
        "check --truth truth --fail-on never --min-coverage NaN",
        "bench power --truth truth --min-rate nan",
        "bench make-corpus --truth truth --output corpus --errors nan",
    ],
)
def test_a_share_is_a_number(world: World, command: str) -> None:
    """No share is under "nan", so that the gate would pass whatever it finds."""
    run = world.run(*command.split())
    assert run.returncode == 2
    assert "is not a number from 0 to 1" in run.stderr


@pytest.mark.parametrize(
    "line, code, says",
    [
        pytest.param(
            "ln -s loop loop; harness check loop", 2, "loop:1:1: $: cannot be read: Too many levels", id="a loop"
        ),
        pytest.param(
            "mkdir d; ln -s x.json d/x.json; harness check d", 2, "d/x.json:1:1: $: cannot be read", id="inside"
        ),
        pytest.param("mkdir d; mkfifo d/a.json; harness check d", 5, "nothing was checked", id="a pipe in a folder"),
        pytest.param("mkdir -p d/a.json; harness check d", 5, "nothing was checked", id="a folder that is called so"),
        pytest.param(
            "mkdir d; ln -s ../claims d/all; ln -s . d/d; harness check d claims", 1, "", id="a folder in itself"
        ),
    ],
)
def test_a_folder_gives_its_files_and_nothing_else(world: World, line: str, code: int, says: str) -> None:
    before, _, command = line.rpartition("; ")
    shell(world, before)
    run = shell(world, f"{command} --truth truth")
    assert run.returncode == code, run.stderr
    assert says in run.stdout + run.stderr
    assert "Traceback" not in run.stderr
