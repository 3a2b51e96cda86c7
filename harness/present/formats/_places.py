"""The places of findings, conflicts and mistakes: paths and URIs relative to the folder in which the check ran."""

from __future__ import annotations

import re
from functools import cache
from json import JSONDecoder
from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import quote

from harness.present.formats import View
from harness.present.formats._words import in_conflict
from harness.records.model import ClaimRef, Conflict, Finding, Mistake, Report
from harness.storage.remote import is_url


class ClaimLocation(NamedTuple):
    """Line and column count from 1, columns in code points; line 0 means no place, "" no file."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


_DRIVE = re.compile(r"[A-Za-z]:/")  # of Windows
NOWHERE = ClaimLocation("", 0, 0)


def place_of(one: Finding | Mistake) -> ClaimLocation:
    return ClaimLocation(one.file, one.line, one.column)


class Places:
    """The place and the text of each claim of a report, for the conflicts, which name claims only."""

    def __init__(self, report: Report) -> None:
        claims = in_conflict(report)
        self.texts = {ref: finding.text for ref, finding in claims.items()}
        self._claims = {ref: place_of(finding) for ref, finding in claims.items()}

    def of_claim(self, ref: ClaimRef) -> ClaimLocation:
        return self._claims.get(ref, NOWHERE)

    def of_conflict(self, conflict: Conflict) -> ClaimLocation:
        """The place of the first of its claims."""
        return self.of_claim(conflict.claims[0]) if conflict.claims else NOWHERE


_LONGEST = 400  # lines of one claim


def end_of(place: ClaimLocation, view: View) -> ClaimLocation | None:
    """The end of what begins at the place: the claim's object, else the line; None if the file is missing."""
    text = view.line_of(place.file, place.line)[max(place.column - 1, 0) :]
    if not text:
        return None
    whole, first = text, place._replace(column=place.column + len(text))
    for line in range(place.line, place.line + _LONGEST):
        if line > place.line:
            text = view.line_of(place.file, line)
            whole += "\n" + text
        if "}" in text and (end := _object_end(whole)) is not None:
            inside = end - (len(whole) - len(text))
            return ClaimLocation(place.file, line, inside + (place.column if line == place.line else 1))
    return first


def _object_end(text: str) -> int | None:
    try:
        return JSONDecoder().raw_decode(text)[1]
    except (ValueError, RecursionError):
        return None


def some_file(report: Report) -> str:
    """A file to which a remark on the whole report can be attached, for hosts that require a file."""
    files = [article.file for article in report.articles] or [mistake.file for mistake in report.mistakes]
    return files[0] if files else "."


def path_from(view: View, file: str) -> str:
    """The path with forward slashes, relative where the file is under the view's folder."""
    return _path(view.root, file)


def place_from(view: View, place: ClaimLocation) -> ClaimLocation:
    """The same place, its path as seen from the view's folder."""
    return place._replace(file=path_from(view, place.file))


def uri_from(view: View, file: str) -> str:
    """The URI reference of a file: relative where it can be, else `file://`."""
    return _uri(_path(view.root, file))


@cache
def _path(root: str, file: str) -> str:
    if is_url(file):
        return file
    path = PurePath(file)
    if root and path.is_relative_to(root):
        path = path.relative_to(root)
    return path.as_posix() if file else ""


@cache
def _uri(path: str) -> str:
    if is_url(path):
        return quote(path, safe="/:")
    if _DRIVE.match(path):
        return f"file:///{quote(path, safe='/:')}"
    return f"file://{quote(path)}" if path.startswith("/") else quote(path)
