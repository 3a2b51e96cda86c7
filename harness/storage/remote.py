"""Files on any file system that fsspec reaches, by their URLs: what of `Path` the reading of claim files needs.

fsspec is imported only where a URL is given. Whatever goes wrong on the way is an OSError in one line.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import total_ordering
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import IO, Any, Literal, TypeAlias

import msgspec

INSTALL = "pip install 'sports-claims-harness[remote]'"
_MARK = "://"


def is_url(path: str) -> bool:
    return _MARK in path


@total_ordering
class RemotePath(msgspec.Struct, frozen=True):
    """A file or a folder at a URL; `size` is that of a file that was listed."""

    url: str
    size: int = 0

    def __str__(self) -> str:
        return self.url

    def __lt__(self, other: RemotePath) -> bool:
        return self.url < other.url

    def as_posix(self) -> str:
        return self.url

    @property
    def name(self) -> str:
        return PurePosixPath(self.url).name

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.url).suffix

    def open(self, mode: Literal["rb"] = "rb") -> IO[bytes]:
        with _in_one_line():
            system, path = self._system()
            stream: IO[bytes] = system.open(path, mode)
            return stream

    def is_dir(self) -> bool:
        """Whether there is a folder; OSError if that cannot be found out."""
        with _in_one_line():
            system, path = self._system()
            return bool(system.isdir(path))

    def files(self) -> Iterator[RemotePath]:
        """Every file in the folder and below, in no certain order."""
        with _in_one_line():
            system, path = self._system()
            listed: dict[str, Any] = system.find(path, detail=True)
        for name, about in listed.items():
            yield RemotePath(str(system.unstrip_protocol(name)), int(about.get("size") or 0))

    def _system(self) -> tuple[Any, str]:
        try:
            core = import_module("fsspec.core")
        except ModuleNotFoundError:
            raise OSError(f"a URL is read with fsspec: {INSTALL}") from None
        system, path = core.url_to_fs(self.url)
        return system, str(path)


AnyPath: TypeAlias = Path | RemotePath


def any_path(path: str) -> AnyPath:
    """The path or URL in these words."""
    return RemotePath(path) if is_url(path) else Path(path)


@contextmanager
def _in_one_line() -> Iterator[None]:
    """Every file system has errors of its own."""
    try:
        yield
    except Exception as error:
        words = str(getattr(error, "strerror", None) or error)
        raise OSError(" ".join(words.split()) or type(error).__name__) from None
