"""Rows that say who was entered for an event but not how it ended: entries in the pack, not results."""

from __future__ import annotations

from typing import Any, Literal

from harness.curate.documents import Documents
from harness.curate.entry import Entry

ENTERED = frozenset({"entered", "selected", "not selected", "withdrew"})  # as a pack's entries have them

_Key = tuple[str, str, str | None, str]


def is_entered(entry: Entry) -> bool:
    return entry.result.get("status") in ENTERED


class EntryRows:
    """The entries of a pack's documents; `put` adds what they lack."""

    def __init__(self, documents: Documents, into: str) -> None:
        self.documents = documents
        self.file = documents.holder_of("entries") or into
        self._known: dict[_Key, tuple[str, dict[str, Any]]] = {
            _key(row): (file, row) for file, document in documents.files.items() for row in document.get("entries", ())
        }
        self._made: dict[int, dict[str, Any]] = {}  # by id()

    def put(self, entry: Entry) -> Literal["+", "~", "already", "repeated"]:
        """Add the entry: "+" is a new row, "~" one more source of a known row; else who has it already, the pack or the
        table."""
        race = entry.race
        row = {
            "athlete": entry.athlete, "edition": race["edition"], "status": entry.result["status"],
            "date": race["date"], "event": race["event"], "sources": sorted(entry.sources),
        }  # fmt: skip
        row |= {"note": entry.result["note"]} if "note" in entry.result else {}
        file, known = self._known.setdefault(_key(row), (self.file, row))
        if known is row:
            self._made[id(row)] = row
            return "+"
        new = [source for source in row["sources"] if source not in known["sources"]]
        if id(known) in self._made:
            known["sources"] = sorted((*known["sources"], *new))
            return "repeated"
        if not new:
            return "already"
        known["sources"] = [*known["sources"], *new]
        self.documents.change(file, known)
        return "~"

    def settle(self) -> None:
        """Put the new rows behind the old ones, in an order that the rows of the table do not change."""
        if self._made:
            rows = self.documents.rows(self.file, "entries")
            rows += sorted(
                self._made.values(), key=lambda row: (row["date"], row["edition"], row["event"], row["athlete"])
            )
            self.documents.change(self.file)


def _order(row: dict[str, Any]) -> tuple[str, ...]:
    return row["date"], row["edition"], row["event"], row["athlete"], row["status"]


def _key(row: dict[str, Any]) -> _Key:
    return row["athlete"], row["edition"], row.get("event"), row["status"]
