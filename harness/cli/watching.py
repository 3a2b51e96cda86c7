"""check --watch: the check again whenever a file that it reads is saved, until Ctrl-C.

Each time a process of its own runs, so that nothing of the time before plays a part. Folders are looked at a few times
a second: that works on every system and on network drives, which tell nobody of changes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from harness.strict_json import STDIN

EVERY = 0.3  # seconds
Stamp = tuple[str, int, int]


def watch(arguments: Sequence[str], paths: Sequence[Path], beside: Iterable[Path]) -> None:
    """Run `harness` with the arguments now and after every change of the paths and of what is `beside` them."""
    if STDIN in paths:
        raise click.UsageError("--watch looks at files: standard input (-) is read once, and never saved again")
    watched = [*paths, *beside]
    _all_there(paths)
    while True:
        before = _stamps(watched)
        subprocess.run([sys.executable, "-m", "harness", *arguments], check=False)
        click.echo("watching: save a file to check again, end with Ctrl-C", err=True)
        while _stamps(watched) == before:
            time.sleep(EVERY)
            _all_there(paths)


def _all_there(paths: Sequence[Path]) -> None:
    for path in paths:
        if not path.exists():
            raise click.ClickException(f"{path} is not there (any more): nothing is left to watch")


def _stamps(paths: Iterable[Path]) -> frozenset[Stamp]:
    """Every file with its size and the time of its last change."""
    return frozenset(stamp for path in paths for stamp in _of(path))


def _of(path: Path) -> Iterator[Stamp]:
    inside = (Path(folder, name) for folder, _, names in os.walk(path) for name in names)
    for file in inside if path.is_dir() else (path,):
        try:
            status = file.stat()
        except OSError:
            continue
        yield str(file), status.st_size, status.st_mtime_ns
