"""Entries, selections and withdrawals, as the basis of a verdict."""

from __future__ import annotations

from typing import NamedTuple

from harness.records.model import Evidence
from harness.truth.index import Truth
from harness.truth.pack import EventEntry
from harness.values import partial_date, show


class EntryFact(NamedTuple):
    """One entry."""

    entry: EventEntry

    @property
    def id(self) -> str:
        return f"entry/{self.entry.edition}/{self.entry.event or 'any'}/{self.entry.athlete}"

    def evidence(self, truth: Truth) -> Evidence:
        """Who was entered for what, or withdrew, when that became known, and the sources with their addresses."""
        entry, day = self.entry, show(partial_date(self.entry.date), "date")
        where = [truth.name(part) for part in (entry.event, entry.edition) if part]
        summary = ", ".join((truth.name(entry.athlete), entry.status, *where))
        return Evidence(self.id, summary, truth.cite(entry.sources), day)
