"""Rows on their way to entries, and the notation of their columns, which only a whole column can show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from harness.curate import date_notations, mark_notations
from harness.curate.lexicon import PackNames
from harness.curate.mapping import Columns
from harness.curate.parse_cells import Values
from harness.curate.table import Cell


class Slip(NamedTuple):
    """What is wrong with a field of a row."""

    field: str
    why: str


@dataclass(slots=True)
class RowDraft:
    """A row on its way: its cells, what they said so far, and what is wrong with them."""

    row: tuple[Cell, ...]
    cells: dict[str, Cell]
    values: Values = field(default_factory=dict)
    slips: list[Slip] = field(default_factory=list)

    def has_slip(self, *fields: str) -> bool:
        return any(slip.field in fields for slip in self.slips)


def contradictions_of_the_mark(draft: RowDraft, beside: Values) -> Iterator[Slip]:
    """Where what is written beside the mark (wind, indoors, a status) is not what a column of its own says."""
    for name in ("wind", "indoor", "status"):
        own, wanted = draft.values.get(name), beside.get(name)
        if own is None or wanted is None or own == wanted or (name == "wind" and float(own) == float(wanted)):
            continue
        printed = {True: "yes", False: "no"}.get(own, own)
        yield Slip("mark", f"{draft.cells['mark'].text!r} contradicts the {name} of the row, {printed}")


def placed_without_finish(values: Values) -> Iterator[Slip]:
    """A place or a medal of somebody who did not finish, or whose result does not stand: one of the two is wrong."""
    status, place = values.get("status"), values.get("place", values.get("medal"))
    if place is not None and status in ("DNF", "DNS", "DQ", "NM"):
        yield Slip("place", f"place {place} and {status}: it cannot be both")


def date_styles(drafts: list[RowDraft], columns: Columns) -> dict[str, str]:
    styles: dict[str, str] = {name: style for name, style in columns.formats.items() if name != "mark"}
    for name in ("date", "born"):
        if name not in styles:
            cells = (draft.cells[name] for draft in drafts if name in draft.cells)
            style = date_notations.guess_style((cell.text, cell.line) for cell in cells)
            styles |= {name: style} if style is not None else {}
    return styles


def mark_styles(drafts: list[RowDraft], columns: Columns, lexicon: PackNames) -> dict[str, str | None]:
    """Of each event how its marks are written in this table."""
    texts: dict[str, list[str]] = defaultdict(list)
    for draft in drafts:
        if "mark" in draft.cells and "event" in draft.values:
            texts[draft.values["event"]].append(draft.cells["mark"].text)
    if "mark" in columns.formats:
        return dict.fromkeys(texts, columns.formats["mark"])
    events = {event: lexicon.events[event] for event in texts if event in lexicon.events}
    return {event: mark_notations.guess_style(texts[event], row) for event, row in events.items()}
