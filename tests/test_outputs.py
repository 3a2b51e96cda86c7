"""`--report FORMAT=PATH`: several renderings in one run, and what is refused before anything is checked."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import click
import pytest
from arden import World
from systems import needs_links

from harness.cli.options import outputs
from harness.storage.files import replace_file


def files(world: World) -> list[str]:
    return sorted(path.name for path in world.root.iterdir() if path.is_file())


def test_several_at_once(world: World) -> None:
    run = world.check(
        "--format", "json", "--report", "sarif=a.sarif", "--report", "json=b.json", "--report=text=c=d.txt"
    )
    assert run.returncode == 1
    assert json.loads(run.stdout)["counts"]["claims"] == 6
    assert run.stdout == (world.root / "b.json").read_text(encoding="utf-8")
    assert json.loads((world.root / "a.sarif").read_text())["version"] == "2.1.0"
    assert (world.root / "c=d.txt").read_text().splitlines()[-1] == run.stderr.strip()
    assert files(world) == ["a.sarif", "b.json", "c=d.txt"]


def test_beside_the_text_on_the_terminal(world: World) -> None:
    run = world.check("--report", "markdown=summary.md")
    assert run.stdout == world.check().stdout
    assert run.stderr == ""
    assert (world.root / "summary.md").read_text().startswith("## gate: failed")


@pytest.mark.parametrize(
    "arguments, said",
    [
        pytest.param(["--report", "sarfi=a"], "unknown format 'sarfi': did you mean 'sarif'?", id="a slip"),
        pytest.param(["--report", "json_lines=a"], "did you mean 'json-lines'?", id="an underscore"),
        pytest.param(["--format", "markdwon"], "did you mean 'markdown'?", id="a slip in --format"),
        pytest.param(["--format", "_words"], "unknown format '_words'", id="what formats share is no format"),
        pytest.param(["--report", "sarif"], "'sarif' is not FORMAT=PATH, such as sarif=report.txt", id="no path"),
        pytest.param(["--report", "sarif="], "is not FORMAT=PATH", id="an empty path"),
        pytest.param(["--report", "=a"], "unknown format ''", id="no format"),
        pytest.param(["--report", "sarif=claims"], "cannot write claims: this is a folder", id="a folder"),
        pytest.param(["--report", "sarif=no/a"], "the folder no does not exist: make it first", id="no folder"),
        pytest.param(["--report", "sarif=truth/pack.json/a"], "truth/pack.json is not a folder", id="in a file"),
        pytest.param(["--report", "csv=a", "--report", "text=./a"], "two reports cannot go into one file", id="twice"),
        pytest.param(["--output", "a", "--report", "text=claims/../a"], "two reports cannot go into one", id="output"),
        pytest.param(["--output", "claims"], "cannot write claims: this is a folder", id="--output too"),
    ],
)
def test_refused_before_anything_runs(world: World, arguments: list[str], said: str) -> None:
    """The truth is broken on purpose: had the check begun, that would be the error."""
    world.write("truth/pack.json", "{")
    run = world.check("--report", "json=good.json", *arguments)
    assert run.returncode == 2
    assert said in " ".join(run.stderr.split())
    assert "Traceback" not in run.stderr
    assert run.stdout == ""
    assert files(world) == []


@pytest.mark.parametrize("there", [True, False], ids=["an old file", "a new one"])
def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool) -> None:
    """Root may write everything, so the answer is made up here; what is asked for is the file, or else its folder."""
    file = tmp_path / "report.txt"
    if there:
        file.write_text("old")
    locked = file if there else tmp_path
    monkeypatch.setattr(os, "access", lambda path, mode: not (path == locked and mode == os.W_OK))
    with pytest.raises(click.UsageError, match="no permission to write"):
        outputs("text", None, [f"text={file}"])


def test_help_lists_the_formats(world: World) -> None:
    from harness.present.formats import formats

    printed = " ".join(world.run("check", "--help").stdout.split())
    assert ", ".join(formats()) in printed


@needs_links
def test_links_that_lead_nowhere(world: World) -> None:
    (world.root / "loop").symlink_to("loop")
    (world.root / "dangling").symlink_to("nowhere/report.txt")
    for name, said in (("loop", "leads back to itself"), ("dangling", "nowhere does not exist: make it first")):
        run = world.check("--report", f"text={name}")
        assert (run.returncode, run.stdout) == (2, "")
        assert said in " ".join(run.stderr.split())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_device_is_named(world: World) -> None:
    run = world.check("--report", "text=/dev/full")
    assert (run.returncode, run.stderr) == (2, "/dev/full: No space left on device\n")


@needs_links
def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "report.txt", tmp_path / "latest.txt"
    target.write_text("old")
    link.symlink_to(target)
    replace_file(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_what_is_no_regular_file_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    replace_file(pipe, "ž\n")
    reader.join(timeout=10)
    assert read == ["ž\n"]
    assert pipe.is_fifo()
