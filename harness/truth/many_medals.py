"""Everybody with at least so many medals or titles, where a statement says that these are all: by results or by
totals."""

from __future__ import annotations

from typing import NamedTuple

from harness.model import Setting
from harness.truth import completeness
from harness.truth.feats import PLACES, Licence, Wanted
from harness.truth.groups import covers_events
from harness.truth.index import Truth
from harness.truth.medal_tables import read_floor
from harness.truth.totals import setting_of

COUNTED = ("medals", "gold", "titles")


class Listed(NamedTuple):
    """The licence to take the known ones for all; and who may be among them by a total alone."""

    licence: Licence
    by_total: frozenset[str]


def listed_with(truth: Truth, feat: Wanted, number: int, setting: Setting, as_of: int) -> Listed | None:
    """The licence by which everybody who won so many medals or titles in the setting is in the ground truth."""
    if not feat.final or feat.mark is not None or feat.beats is not None or feat.place not in PLACES.values():
        return None
    least = max(number, feat.together)
    for statement in completeness.totals(truth, setting, as_of, None if feat.within == "race" else feat.within):
        floor = read_floor(statement.down_to) if statement.down_to is not None else None
        if floor is None or floor[1] > least or (floor[0] != "medals" and feat.place != PLACES["gold"]):
            continue
        by_total = [
            total.athlete
            for total in truth.totals
            if total.athlete is not None
            and total.of in COUNTED
            and total.count >= least
            and setting.sex in (None, truth.athletes[total.athlete].sex)
            and covers_events(truth.events, statement, setting_of(truth, total))
        ]
        return Listed(Licence((statement.id,), by_list=True), frozenset(by_total))
    return None
