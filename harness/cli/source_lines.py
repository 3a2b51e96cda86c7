"""Lines of claim files, for renderings that show where in a file a finding stands."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path


def line_of(file: str, line: int) -> str:
    """A line of a claim file, counted from 1; "" where it cannot be read any more, or has no lines."""
    if file.endswith(".parquet"):
        return ""
    try:
        return _lines(file)[line - 1].decode()
    except (OSError, IndexError, UnicodeDecodeError):
        return ""


@lru_cache(maxsize=2)
def _lines(file: str) -> list[bytes]:
    return Path(file).read_bytes().split(b"\n")
