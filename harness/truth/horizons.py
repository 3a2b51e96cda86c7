"""The day up to which the sources vouch for lasting facts: current records and medal tables, and current facts of
lives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from harness.truth.counted import HorizonOf, MedalTable, Record
from harness.truth.pack import Athlete
from harness.truth.remembered import remembered
from harness.values import exactly, partial_date, show

if TYPE_CHECKING:
    from harness.truth.index import Truth

Lasting: TypeAlias = Record | Athlete | MedalTable
_OF: dict[type, HorizonOf] = {Record: "records", Athlete: "athletes", MedalTable: "medal tables"}
SORTS = tuple(_OF.values())


def vouched_day(truth: Truth, row: Lasting) -> int | None:
    """The last day for which a source says that the row stands; None means without end.

    The row's own day comes first, then the latest day of those of its sources that have one, then that for all rows.
    """
    # An article of a later year may know of a record that was set since: past this day it is open, never refuted.
    if row.vouched_until is not None:
        return partial_date(row.vouched_until).high
    days = _days(truth, _OF[type(row)])
    own = [days[source] for source in row.sources if source in days]
    return max(own) if own else days.get(None)


def is_past_horizon(truth: Truth, row: Lasting, day: int) -> bool:
    last = vouched_day(truth, row)
    return last is not None and day > last


def past_horizon(truth: Truth, row: Lasting, day: int) -> str:
    """The last day for which the row is vouched for, in words, if that day is past; else ""."""
    last = vouched_day(truth, row)
    return show(exactly(last), "date") if last is not None and day > last else ""


@remembered(4)
def _days(truth: Truth, of: HorizonOf) -> dict[str | None, int]:
    """The horizons of a sort of rows, by the source that each is of; None is that of all sources without one."""
    days: dict[str | None, int] = {}
    for horizon in truth.horizons:
        if horizon.of == of:
            day = partial_date(horizon.until).high or 0
            days[horizon.source] = min(day, days.get(horizon.source, day))
    return days


def lasting(truth: Truth, of: HorizonOf) -> Iterator[Lasting]:
    """The rows of the sort whose facts still apply."""
    if of == "records":
        yield from (record for record in truth.records if record.until is None)
    elif of == "medal tables":
        yield from (table for table in truth.medal_tables if table.until is None)
    else:
        yield from (athlete for athlete in truth.athletes.values() if _goes_on(athlete))


def _goes_on(athlete: Athlete) -> bool:
    periods = (*athlete.nations, *athlete.coaches, *athlete.clubs, *athlete.homes)
    return any(period.end is None for period in periods)


class Endless(NamedTuple):
    """Current rows of one sort that have no day up to which anybody vouches for them."""

    of: HorizonOf
    rows: int


def endless(truth: Truth) -> Iterator[Endless]:
    for of in SORTS:
        rows = sum(vouched_day(truth, row) is None for row in lasting(truth, of))
        if rows:
            yield Endless(of, rows)
