"""A draft in any format that `extract` reads, parsed in a separate process that is stopped if it takes too much.

Documents come from others: a zip bomb, a page with a million tables or a bug in a parser may kill that process, but
never the desk. The file is in the desk's folder while it is parsed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec

from harness.desk.folder import Folder
from harness.extract import SourceArticle
from harness.extract.articles import DRAFTS

ENDINGS = DRAFTS
LARGEST = 25_000_000  # bytes of an upload
SECONDS = 20  # of processor time, and half as many again on the clock
MEMORY = 1_500_000_000  # bytes of address space

DATE_MISSING = "published"
TYPED = "as the editor gave it"  # how a day that was typed is known


class Parsed(msgspec.Struct, frozen=True, kw_only=True):
    """The article, or why there is none; `missing` names what a person has to add, with all else that was found."""

    article: SourceArticle | None = None
    why: str = ""
    missing: tuple[str, ...] = ()


def parse(folder: Folder, name: str, data: bytes, given: dict[str, str]) -> Parsed:
    """The article in the bytes of a file called `name`; `given` has what the editor typed (title, publisher,
    published), which takes precedence over the file."""
    if len(data) > LARGEST:
        return Parsed(why=f"the file has {len(data):,} bytes: the desk takes {LARGEST:,} at most")
    ending = Path(name).suffix.lower()[:12]
    with tempfile.TemporaryDirectory(dir=folder.root, prefix=".upload-") as place:
        path = Path(place) / f"draft{ending if ending.isascii() else ''}"
        path.write_bytes(data)
        return _in_a_process(path, given)


def _in_a_process(path: Path, given: dict[str, str]) -> Parsed:
    command = [sys.executable, "-m", "harness.desk.parsing", str(path), msgspec.json.encode(given).decode()]
    try:
        finished = subprocess.run(
            command,
            capture_output=True,
            timeout=SECONDS * 1.5,
            stdin=subprocess.DEVNULL,
            cwd=path.parent,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Parsed(why=f"the file took longer than {SECONDS} seconds to read, and was given up")
    if finished.returncode != 0 or not finished.stdout:
        return Parsed(why="the file could not be read: it needs more time or memory than the desk gives to one file")
    return msgspec.json.decode(finished.stdout, type=Parsed)
