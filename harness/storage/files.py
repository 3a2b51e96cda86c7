"""Writing files without loss: the old file stays complete until the new one is."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from weakref import finalize


class TemporaryFolder:
    """A folder for files of this run only: created on first use, removed with the object or at the end of the run."""

    def __init__(self) -> None:
        self._path: Path | None = None

    def file(self, name: str) -> Path:
        """The path of a file in the folder."""
        return self.path / name

    @property
    def path(self) -> Path:
        if self._path is None:
            from shutil import rmtree
            from tempfile import mkdtemp

            self._path = Path(mkdtemp(prefix="harness-"))
            finalize(self, rmtree, self._path, ignore_errors=True)
        return self._path


def path_from_here(path: Path, start: Path | None = None) -> str:
    """The path relative to the folder `start` (default: the current one); unchanged if it is on another drive of
    Windows."""
    try:
        return os.path.relpath(path, start)
    except ValueError:
        return str(path)


def replace_file(path: Path, text: str | Iterable[str]) -> None:
    """Write the text (or its pieces) beside `path` and move it into place in one step; if that fails the old file
    stays.

    Links are followed. Something that is not a regular file (/dev/null, a pipe) cannot be replaced, and is written to.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        _write_into(path, text)
        return
    beside = _beside(path)
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.writelines((text,) if isinstance(text, str) else text)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(_mode(path))
        beside.replace(path)
    except BaseException as error:
        beside.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename in (None, str(beside)):
            error.filename = str(path)
        raise


@contextmanager
def replacing(paths: Sequence[Path]) -> Iterator[list[Path]]:
    """Files to write to, which take the places of the `paths` when all of them are whole; if anything fails, none does.

    A folder that is missing is made, and goes again if anything fails.
    """
    besides = [_beside(path) for path in paths]
    made = [folder for folder in dict.fromkeys(path.parent for path in paths) if not folder.exists()]
    try:
        for folder in made:
            folder.mkdir()
        yield besides
        for beside, path in zip(besides, paths, strict=True):
            with beside.open("rb+") as stream:
                os.fsync(stream.fileno())
            beside.chmod(_mode(path))
        for beside, path in zip(besides, paths, strict=True):
            beside.replace(path)
    except BaseException as error:
        for beside in besides:
            beside.unlink(missing_ok=True)
        for folder in made:
            with suppress(OSError):
                folder.rmdir()
        if isinstance(error, OSError) and error.filename in (None, *map(str, besides)):
            error.filename = str(paths[0].parent)
        raise


def _beside(path: Path) -> Path:
    """The path of a new file in the same folder: named before it is there, no signal can lose it."""
    return path.with_name(f".{path.name[:100]}.{os.urandom(4).hex()}.part")


def _write_into(path: Path, text: str | Iterable[str]) -> None:
    try:
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines((text,) if isinstance(text, str) else text)
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
