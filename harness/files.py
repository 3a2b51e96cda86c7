"""Writing files so that nothing is lost: the old file stays whole until the new one is complete."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def replace_file(path: Path, text: str) -> None:
    """Write the text beside `path` and put it in place in one step; on any failure the old file is untouched.

    A link is followed. What is no regular file (/dev/null, a pipe) cannot be replaced, and is written into.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        _write_into(path, text)
        return
    handle, beside = _beside(path)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(_mode(path))
        beside.replace(path)
    except BaseException as error:
        beside.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename in (None, str(beside)):
            error.filename = str(path)
        raise


def _beside(path: Path) -> tuple[int, Path]:
    """A new file in the same folder, open for writing; where there can be none, the error names `path`."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".part")
    except OSError as error:
        error.filename = str(path)
        raise
    return handle, Path(name)


def _write_into(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        error.filename = str(path)
        raise


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
