"""Everybody with at least so many medals or titles, where a statement says that these are all: by results or by
totals."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from harness.records.model import Setting
from harness.truth import completeness
from harness.truth.counted import Total
from harness.truth.feats import PLACES, Licence, Wanted, occurrences
from harness.truth.groups import covers_events
from harness.truth.held import days_of
from harness.truth.index import Truth
from harness.truth.medal_tables import read_floor
from harness.truth.totals import setting_of
from harness.values import Range, clear

COUNTED = ("medals", "gold", "titles")


class Listed(NamedTuple):
    """The licence to take the known ones for all; and the totals by which somebody may be among them alone."""

    licence: Licence
    totals: tuple[Total, ...]

    @property
    def by_total(self) -> frozenset[str]:
        return frozenset(total.athlete for total in self.totals if total.athlete is not None)


def listed_with(truth: Truth, feat: Wanted, number: int, setting: Setting, as_of: int) -> Listed | None:
    """The licence by which everybody who won so many medals or titles in the setting is in the ground truth."""
    if not feat.final or feat.mark is not None or feat.beats is not None or feat.place not in PLACES.values():
        return None
    least = max(number, feat.together)
    for statement in completeness.totals(truth, setting, as_of, None if feat.within == "race" else feat.within):
        floor = read_floor(statement.down_to) if statement.down_to is not None else None
        if floor is None or floor[1] > least or (floor[0] != "medals" and feat.place != PLACES["gold"]):
            continue
        totals = [
            total
            for total in truth.totals
            if total.athlete is not None
            and total.of in COUNTED
            and total.count >= least
            and setting.sex in (None, truth.athletes[total.athlete].sex)
            and covers_events(truth.events, statement, setting_of(truth, total))
        ]
        return Listed(Licence((statement.id,), by_list=True), tuple(totals))
    return None


def at_one_holding(truth: Truth, feat: Wanted, setting: Setting, as_of: int) -> Licence | None:
    """The licence by which everybody who won so many at one holding in the days of the setting has results for it.

    Whose total alone says so must have been counted at a holding on other days.
    """
    listed = listed_with(truth, feat, feat.together, setting, as_of)
    if listed is None:
        return None
    ever = occurrences(truth, feat, replace(setting, start=None, end=None), as_of)
    by_results = {(result.athlete, result.edition) for result in ever.certain}
    for total in listed.totals:
        if total.edition is None:
            return None
        days = days_of(truth.editions[total.edition])
        elsewhere = clear(days, Range(setting.start, setting.end))
        if not elsewhere and (total.athlete, total.edition) not in by_results:
            return None
    return listed.licence
