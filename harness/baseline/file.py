"""The baseline's file: one sorted JSON file with a version, read strictly and written the same way every time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Final, Literal, NamedTuple

import msgspec
from msgspec import Meta

from harness.checking.load.document import decode_document, read_document
from harness.checking.load.flaws import Flaw, placed
from harness.records.anchors import Anchor
from harness.records.fingerprint import Digests
from harness.records.model import Mistake
from harness.records.waiver import Accepts, Waiver
from harness.storage.files import path_from_here

VERSION: Final = 2

Text = Annotated[str, Meta(max_length=300, pattern=r"\S", description="a text that is not blank")]
Day = Annotated[str, Meta(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description="a day such as 2024-08-02")]


class Key(NamedTuple):
    """What an entry is for; entries are in this order in the file."""

    article: str
    claim: str
    quantity: str
    accepts: Accepts


class BaselineEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One accepted finding. `until` is the last day on which it is accepted; without it there is no end.

    `file` is where the claim was when it was accepted, relative to the baseline's folder. It does not affect whether
    the entry applies; it shows whether an article that is not found is gone or was not checked. `note` and `anchor`
    (the quote with its sentence) are added by the desk, and do not affect it either.
    """

    article: str
    claim: str
    quantity: str
    accepts: Accepts
    file: str
    reason: Text
    author: Text
    date: Day
    until: Day | None = None
    note: Text | None = None
    anchor: Anchor | None = None
    digests: Digests

    @property
    def key(self) -> Key:
        return Key(self.article, self.claim, self.quantity, self.accepts)

    @property
    def waiver(self) -> Waiver:
        return Waiver(self.reason, self.author, self.date, self.until or "")

    def expired(self, today: int) -> bool:
        """Whether the last day is before `today` (day ordinal)."""
        return self.until is not None and date.fromisoformat(self.until).toordinal() < today


class Baseline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: its version, and its entries. Version 1 had neither notes nor anchors, and can still be read."""

    version: Literal[1, 2] = VERSION
    entries: tuple[BaselineEntry, ...] = ()
    schema: str | None = msgspec.field(default=None, name="$schema")


class _Versioned(msgspec.Struct):
    """All that is read of a file before it is known to be of this version."""

    version: int


def read_baseline(path: Path) -> Baseline | list[Mistake]:
    """The baseline in the file, or everything that is wrong with it."""
    found = read_document(path, _Versioned)
    if isinstance(found, list):
        return found
    raw, head = found
    if head.version > VERSION:
        message = (
            f"written by a newer harness: it is version {head.version}, and {VERSION} is the newest this one reads"
        )
        return placed([Flaw(("version",), message)], raw, str(path))
    baseline = decode_document(raw, Baseline, str(path))
    if isinstance(baseline, list):
        return baseline
    return placed(_flaws(baseline), raw, str(path)) or baseline


def encoded(baseline: Baseline) -> str:
    """The file's text: entries sorted by their keys, one field per line."""
    entries = tuple(sorted(baseline.entries, key=lambda entry: entry.key))
    written = {**({"$schema": baseline.schema} if baseline.schema else {}), "version": VERSION, "entries": entries}
    return msgspec.json.format(msgspec.json.encode(written), indent=1).decode() + "\n"


def remembered(baseline: Baseline, beside: Path, paths: Iterable[Path]) -> frozenset[str]:
    """The articles whose claim files were under the paths when they were accepted; `beside`: the baseline's folder."""
    roots = [path.resolve() for path in paths]
    inside = [
        entry.article
        for entry in baseline.entries
        if any((beside / entry.file).resolve().is_relative_to(root) for root in roots)
    ]
    return frozenset(inside)


def seen_from(beside: Path, file: str) -> str:
    """The path of a claim file as written in an entry."""
    return Path(path_from_here(Path(file).resolve(), beside.resolve())).as_posix()


def in_force(baseline: Baseline, today: int) -> str:
    """12 hex digits of the entries that have not expired on the day `today`, the only part of the baseline that counts
    then."""
    entries = sorted(msgspec.json.encode(entry) for entry in baseline.entries if not entry.expired(today))
    return sha256(b"\n".join(entries)).hexdigest()[:12]


def _flaws(baseline: Baseline) -> Iterator[Flaw]:
    first: dict[Key, int] = {}
    for number, entry in enumerate(baseline.entries):
        path = ("entries", number)
        if (before := first.setdefault(entry.key, number)) != number:
            yield Flaw(path, f"accepts the same as entries[{before}]: keep one")
        start, end = _day(entry.date), _day(entry.until)
        if start is None:
            yield Flaw((*path, "date"), f"{entry.date!r} is not a calendar date")
        if end is None and entry.until is not None:
            yield Flaw((*path, "until"), f"{entry.until!r} is not a calendar date")
        if start and end and end < start:
            yield Flaw((*path, "until"), f"{entry.until} is before {entry.date}, the day it was accepted")


def _day(printed: str | None) -> date | None:
    try:
        return date.fromisoformat(printed or "")
    except ValueError:
        return None
