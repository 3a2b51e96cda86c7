"""Medals won and medal tables, as of a day, and the statements that make them complete.

The winner is an athlete, a nation, or an area ("Africa").
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from msgspec.structs import replace

from harness.records.model import Known, Setting
from harness.truth.feats import PLACES, Wanted, complete, occurrences
from harness.truth.index import Truth
from harness.truth.medal_tables import (
    By,
    MedalTableRow,
    every_nation,
    medals_in,
    of_area,
    row_of,
    score,
    standing,
    table_vouched_until,
)
from harness.truth.pack import MedalTable
from harness.truth.remembered import remembered
from harness.truth.results import Result
from harness.truth.totals import both, published
from harness.values import Range, exactly


class Won(NamedTuple):
    """The known medals, how many there are, and the statements by which these are all (or none)."""

    results: list[Result]
    number: Range
    relied_on: tuple[str, ...]


def won(truth: Truth, who: str, colour: str, setting: Setting, as_of: int) -> Won:
    """The medals of the colour ("any": of all) that an athlete, a nation or an area has won in the setting.

    A place that is not settled may or may not be a medal; an unknown nation may be any nation.
    """
    athlete, within = None, setting
    if who in truth.athletes:
        athlete = who
    else:
        within = replace(setting, nation=who) if who in truth.nations else replace(setting, area=who)
    medal = Wanted(PLACES[colour], final=True, medal=True)
    achievements, licence = (
        occurrences(truth, medal, within, as_of, athlete),
        complete(truth, medal, within, as_of, athlete),
    )
    return Won(achievements.certain, achievements.number(licence), licence.statements if licence else ())


def counted(truth: Truth, who: str, colour: str, setting: Setting, as_of: int) -> Known:
    """How many medals of the colour ("any": of all) the subject has: by the published table of a whole edition, by
    results, or by published totals."""
    table = standing(truth, setting, as_of)
    if table is not None and who not in truth.athletes and (known := _in_table(truth, table, who, colour)):
        return known
    achievements = won(truth, who, colour, setting, as_of)
    number, name = len(achievements.results), "" if colour == "any" else f"{colour} "
    whole = "" if achievements.relied_on else ", perhaps not all"
    words = f"{number} {name}medal{'' if number == 1 else 's'} listed{whole}"
    total = published(truth, "medals" if colour == "any" else colour, who, setting, as_of)
    value, facts = (achievements.number, ()) if total is None else (both(achievements.number, total.value), total.facts)
    vouched = "" if who in truth.athletes else table_vouched_until(truth, setting, as_of)
    words += f"; the medal table is vouched for up to {vouched}" if vouched else ""
    return Known(value, (*achievements.results, *facts), words, achievements.relied_on)


def _in_table(truth: Truth, table: MedalTable, who: str, colour: str) -> Known | None:
    """What the published table of a whole edition gives the nation, or the nations of the area together."""
    complete = every_nation(truth, table)
    if who not in truth.nations:
        rows = [row for row in of_area(truth, table, who) if medals_in(row, colour)]
        counts = [medals_in(row, colour) for row in rows]
        value = Range(sum(counts), None if complete is None else sum(counts))
        words = f"{' + '.join(map(str, counts))} = {sum(counts)}" if len(counts) > 1 else ""
        evidence = tuple(MedalTableRow(table, row) for row in rows)
        return Known(value, evidence, words, (complete,) if complete else ())
    row = row_of(table, who)
    if row is None:
        return None if complete is None else Known(exactly(0), (), "not in the table", (complete,))
    count = medals_in(row, colour)
    words = f"{row.gold} + {row.silver} + {row.bronze} = {count}" if colour == "any" else ""
    return Known(exactly(count), (MedalTableRow(table, row),), words)


@remembered(256)
def tally(truth: Truth, setting: Setting, as_of: int) -> dict[str, Counter[str]]:
    """The medals of every nation that has one, by colour."""
    counted: dict[str, Counter[str]] = {}
    for result in truth.matching(replace(setting, medal="any", nation=None), as_of):
        if result.nation is not None:
            counted.setdefault(result.nation, Counter())[result.medal_as_of(as_of) or ""] += 1
    return counted


def table(truth: Truth, setting: Setting, as_of: int, by: By) -> dict[str, int]:
    """The rank of every nation with a medal, in the order of `medal_tables.score`."""
    scores = {
        nation: score(medals["gold"], medals["silver"], medals["bronze"], by)
        for nation, medals in tally(truth, setting, as_of).items()
    }
    return {nation: 1 + sum(rival > mine for rival in scores.values()) for nation, mine in scores.items()}
