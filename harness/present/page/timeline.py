"""A timeline as a chart: the position of each row of evidence between the first day and the last."""

from __future__ import annotations

from datetime import date

import msgspec

from harness.records.model import EvidenceTable

WIDTH = 1000


class Point(msgspec.Struct, frozen=True, gc=False):
    """One row of the table: its place on the axis, and what it says."""

    x: int
    marked: str
    label: str


class Timeline(msgspec.Struct, frozen=True, gc=False):
    """The points, and the years at the ends of the axis."""

    points: tuple[Point, ...]
    first: int
    last: int


def timeline(table: EvidenceTable) -> Timeline | None:
    """The chart of a table whose rows have days; None for other tables, and if all are on one day."""
    days = [day for day in table.days if day > 0]
    if len(days) < 2 or min(days) == max(days):
        return None
    span = max(days) - min(days)
    points = tuple(
        Point(round((day - min(days)) * WIDTH / span), row.marked, ", ".join(cell for cell in row.cells if cell))
        for day, row in zip(table.days, table.rows, strict=True)
        if day > 0
    )
    return Timeline(points, date.fromordinal(min(days)).year, date.fromordinal(max(days)).year)
