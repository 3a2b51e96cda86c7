"""What the readers of .docx and .pdf share: their result, and what to do if their library is missing."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class DocumentText(NamedTuple):
    """A document's text, what its properties tell of it, and what a person must know of how it was read."""

    text: str
    title: str | None = None
    author: str | None = None
    changed: str | None = None  # the day, such as 2024-08-02
    note: str = ""


def day_of(moment: datetime | None) -> str | None:
    return None if moment is None else moment.date().isoformat()


def why_not_imported(error: ImportError, library: str, module: str, what: str) -> str:
    """What to do where a library is not there, or is there and does not start: then its own words tell why."""
    if isinstance(error, ModuleNotFoundError) and error.name == module:
        install = "pip install 'sports-claims-harness[extract]'"
        return f"{what} is read with {library}: {install}, or give the text as .txt"
    why = " ".join(str(error).split())
    return f"{library} is installed and does not start: {why} (or give the text as .txt)"
