"""Rows of a list: marks from many races, for which the list gives the city, the day and the place.

Two races in one city on one day look like one in a list. If their places clash, it is unknown which row belongs to
which: each result then becomes a race of its own, without its place, so that nobody is said to have beaten somebody
they never met.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from harness.curate.entry import Entry
from harness.curate.lexicon import PackNames
from harness.curate.races import RaceKey
from harness.truth.lint import units_of

NOTE = "one of several races of the day"


def separate_listed_races(entries: list[Entry], lexicon: PackNames) -> None:
    """Take apart, in place, what clashes; the results lose the mark of being of a list."""
    grouped: dict[RaceKey, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.result.pop("list", False):
            grouped[RaceKey.of(entry.race).as_final()].append(entry)
    for group in grouped.values():
        if _clash(group, lexicon):
            for entry in group:
                entry.race["section"] = f"of {entry.athlete}"
                place = entry.result.pop("place", None)
                if place is not None:
                    entry.result.setdefault("note", f"place {place} in {NOTE}")


def _clash(group: list[Entry], lexicon: PackNames) -> bool:
    """Whether the places gainsay the marks, or one place is two athletes' without a tie."""
    event = lexicon.events[group[0].race["event"]]
    sign = 1 if event.better == "lower" else -1
    placed = sorted(
        (entry.result["place"], sign * (units_of(entry.result["mark"], event) or 0), entry.athlete)
        for entry in group
        if "place" in entry.result and "mark" in entry.result
    )
    for (place, mark, athlete), (next_place, next_mark, next_athlete) in pairwise(placed):
        if athlete != next_athlete and (next_mark < mark or (place == next_place and mark != next_mark)):
            return True
    return False
