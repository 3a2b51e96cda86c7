"""Published medal tables of whole Games: a nation's counts, and its rank as far down as the table is known to be
complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from harness.records.model import Evidence, Setting, Unknown, phrase
from harness.truth.held import days_of
from harness.truth.horizons import past_horizon
from harness.truth.index import Truth
from harness.truth.pack import Completeness, MedalTable, NationMedals
from harness.values import Range, exactly, meet, partial_date, show

By: TypeAlias = Literal["golds", "golds alone", "medals"]
Score: TypeAlias = tuple[int, ...]

_FLOOR = re.compile("([1-9][0-9]*) (golds|medals)")


class TableRank(NamedTuple):
    """A nation's rank as far as it is known, its own row (None: it has none), and the statement that it rests on."""

    value: Range
    row: NationMedals | None
    statement: str | None


def score(golds: int, silvers: int, bronzes: int, by: By) -> Score:
    """What nations are ordered by: golds, then silvers, then bronzes; golds alone; or all medals together.

    The first is the order of the tables that the IOC publishes; American media order by all medals.
    """
    if by == "medals":
        return (golds + silvers + bronzes,)
    return (golds,) if by == "golds alone" else (golds, silvers, bronzes)


def standing(truth: Truth, setting: Setting, as_of: int) -> MedalTable | None:
    """The table, as it stood on the day, of the edition that the setting names as a whole, without an event or a
    sex."""
    asked = {field for field in setting.__struct_fields__ if getattr(setting, field) is not None}
    if setting.edition is None or asked - {"competition", "edition", "start", "end", "medal", "area"}:
        return None
    if not _inside_window(truth, setting):
        return None
    return next(
        (
            medal_table
            for medal_table in truth.medal_tables
            if medal_table.edition == setting.edition and stands(truth, medal_table, as_of)
        ),
        None,
    )


def expired(truth: Truth, setting: Setting, as_of: int) -> Unknown | None:
    """The answer that nobody vouches for the latest table any more, if that is why there is none; else None."""
    vouched = table_vouched_until(truth, setting, as_of)
    if not vouched:
        return None
    why = phrase(f"the ground truth is vouched for up to {vouched}: medal table, {{}}", setting)
    return Unknown(why, phrase(f"medal table since {vouched}: {{}}", setting))


def table_vouched_until(truth: Truth, setting: Setting, as_of: int) -> str:
    """The last day for which the edition's latest table is vouched for, in words, if that day is past; else ""."""
    for table in truth.medal_tables:
        begun = partial_date(table.date).high
        if table.edition == setting.edition and table.until is None and begun is not None and begun <= as_of:
            return past_horizon(truth, table, as_of)
    return ""


def _inside_window(truth: Truth, setting: Setting) -> bool:
    """Whether the setting's dates, if it has any, take in the whole edition."""
    held = days_of(truth.editions[setting.edition or ""])
    return (setting.start or 0) <= (held.low or 0) and (setting.end is None or (held.high or 0) <= setting.end)


def row_of(table: MedalTable, nation: str) -> NationMedals | None:
    return next((row for row in table.rows if row.nation == nation), None)


def rank(truth: Truth, table: MedalTable, nation: str, by: By, area: str | None = None) -> TableRank:
    """One more than the nations (of the area, if one is given) that did better: exact if every nation that may have
    done better is in the table.

    A nation that is not in a complete part of the table is behind all of that part.
    """
    row = row_of(table, nation)
    mine = _score(row, by) if row is not None else None
    scores = [_score(rival, by) for rival in of_area(truth, table, area)]
    ahead = sum(mine is not None and rival > mine for rival in scores)
    for statement, floor in _floors(truth, table, by):
        if mine is not None and mine[0] >= floor:
            return TableRank(exactly(1 + ahead), row, statement.id)
        listed = sum(rival[0] >= floor for rival in scores)
        if mine is None and listed > ahead:
            return TableRank(Range(1 + listed, None), None, statement.id)
    return TableRank(Range(1 + ahead, None), row, None)


def is_shared(truth: Truth, table: MedalTable, nation: str, by: By, area: str | None = None) -> bool:
    """Whether another nation of the table (of the area, if one is given) did exactly as well."""
    mine = row_of(table, nation)
    rows = of_area(truth, table, area)
    return mine is not None and sum(_score(row, by) == _score(mine, by) for row in rows) > 1


def of_area(truth: Truth, table: MedalTable, area: str | None) -> list[NationMedals]:
    """The rows of the area's nations; all rows if no area is given."""
    return [row for row in table.rows if area is None or truth.nations[row.nation].area == area]


def every_nation(truth: Truth, table: MedalTable) -> str | None:
    """The statement that every nation with a medal is in the table; None if there is none."""
    return next((statement.id for statement, floor in _floors(truth, table, "medals") if floor == 0), None)


def medals_in(row: NationMedals, colour: str) -> int:
    """The medals of the colour ("any": of all) in a nation's row."""
    counts = {"gold": row.gold, "silver": row.silver, "bronze": row.bronze}
    return sum(counts.values()) if colour == "any" else counts[colour]


class MedalTableRow(NamedTuple):
    """A nation's row of a medal table, as the basis of a verdict."""

    table: MedalTable
    row: NationMedals

    @property
    def id(self) -> str:
        return f"{self.table.edition}/medal-table/{self.row.nation.lower()}"

    def evidence(self, truth: Truth) -> Evidence:
        """The row, with the sources of the table and its own."""
        table, row = self
        counts = f"{row.gold} gold, {row.silver} silver, {row.bronze} bronze"
        summary = f"medal table, {truth.name(table.edition)}, {truth.name(row.nation)}: {counts}"
        sources = dict.fromkeys((*row.sources, *table.sources))
        return Evidence(self.id, summary, truth.cite(sources), show(partial_date(table.date), "date"))


@lru_cache(maxsize=64)
def read_floor(down_to: str | None) -> tuple[By, int] | None:
    """ "5 golds" is the golds down to five; nothing takes in every nation with a medal; None where it is neither."""
    if down_to is None:
        return "medals", 1
    match = _FLOOR.fullmatch(down_to)
    if match is None:
        return None
    return ("golds" if match[2] == "golds" else "medals"), int(match[1])


def _floors(truth: Truth, table: MedalTable, by: By) -> Iterator[tuple[Completeness, int]]:
    """The statements on the table, each with the golds (or medals) that every nation down to it has; deepest first."""
    edition = truth.editions[table.edition]
    held = days_of(edition)
    floors: list[tuple[Completeness, int]] = []
    for statement in truth.completeness:
        span = Range(partial_date(statement.start).low, partial_date(statement.end).high)
        if statement.covers != "nations" or statement.competition != edition.competition or meet(held, span) != held:
            continue
        kind, floor = read_floor(statement.down_to) or ("golds", 1)
        if statement.down_to is None:
            floors.append((statement, 0))
        elif (kind == "medals") == (by == "medals"):
            floors.append((statement, floor))
    yield from sorted(floors, key=lambda each: (each[1], each[0].id))


def stands(truth: Truth, table: MedalTable, day: int) -> bool:
    """Whether the table certainly stood at the end of the day."""
    if table.until is None and past_horizon(truth, table, day):
        return False
    begun, until = partial_date(table.date).high, partial_date(table.until).low if table.until else None
    return begun is not None and begun <= day and (until is None or day < until)


def _score(row: NationMedals, by: By) -> Score:
    return score(row.gold, row.silver, row.bronze, by)
