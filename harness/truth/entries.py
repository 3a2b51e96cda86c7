"""Impossible results: the athlete was not born yet, or is of the other sex; or the intermediate times do not add up.

Also results before the start of a statement that says there was nothing before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from harness.truth.index import Truth
from harness.truth.on_the_way import on_the_way
from harness.truth.pack import Athlete, Completeness, PackResult, Race
from harness.truth.races import race_of
from harness.truth.results import Result
from harness.truth.sound import PackFlaw, Sound
from harness.values import Figure, partial_date, read_mark

_METRES = re.compile("[0-9]+m")


def namesakes(athletes: Iterable[Athlete]) -> Iterator[PackFlaw]:
    """Two people may have the same name: then their births tell them apart, or `namesakes` says that they are two."""
    seen: dict[tuple[str, str], list[Athlete]] = defaultdict(list)
    for number, athlete in enumerate(athletes):
        namesakes = seen[athlete.name.casefold(), athlete.sex]
        for namesake in namesakes:
            if namesake.id != athlete.id and not _told_apart(athlete, namesake):
                why = f"{namesake.id} has this name: make them one, or give both births (or `namesakes`)"
                yield PackFlaw(f"athletes[{number}].name", why)
                break
        namesakes.append(athlete)


def _told_apart(first: Athlete, second: Athlete) -> bool:
    if second.id in first.namesakes or first.id in second.namesakes:
        return True
    if not first.born or not second.born:
        return False
    return not first.born.startswith(second.born) and not second.born.startswith(first.born)


def impossible_entries(sound: Sound) -> Iterator[PackFlaw]:
    for path, race in sound.races:
        for number, result in enumerate(race.results):
            where = f"{path}.results[{number}]"
            yield from _wrong_athlete(sound.truth, where, race, result)
            if result.splits or result.order:
                yield from _on_the_way(sound.truth, where, race, result)
        yield from _shared_order(path, race)
    for path, statement in sound.completeness:
        if statement.none_before:
            yield from _came_before(sound.truth, path, statement)


def _wrong_athlete(truth: Truth, path: str, race: Race, result: PackResult) -> Iterator[PackFlaw]:
    athlete = truth.athletes.get(result.athlete)
    if athlete is None:
        return
    if {race.sex, athlete.sex} == {"men", "women"}:
        yield PackFlaw(f"{path}.athlete", f"{athlete.name} is one of the {athlete.sex}, the race is of the {race.sex}")
    born = partial_date(athlete.born).low if athlete.born else None
    ran = partial_date(race.date).high
    if born is not None and ran is not None and ran < born:
        yield PackFlaw(f"{path}.athlete", f"{athlete.name} was born in {athlete.born}, after this race")


def _on_the_way(truth: Truth, path: str, race: Race, result: PackResult) -> Iterator[PackFlaw]:
    """Splits lie inside the distance, grow with it, and are over before the finish."""
    event = truth.events[race.event]
    for field, distances in (("splits", result.splits), ("order", result.order)):
        for at in distances:
            if not on_the_way(truth, event, at):
                yield PackFlaw(f"{path}.{field}.{at}", f"{at} is not on the way in {event.name}")
    if event.measure != "time":
        return
    timed = [(at, printed) for at, printed in result.splits.items() if _METRES.fullmatch(at)]
    splits = sorted(timed, key=lambda split: int(split[0][:-1]))
    if result.mark is not None and not race.en_route:
        splits.append(("the finish", result.mark.rstrip("h")))
    times = [(at, reading.value) for at, printed in splits if isinstance(reading := read_mark(printed, "time"), Figure)]
    for (at, first), (then, second) in pairwise(times):
        if (first.low or 0) >= (second.high or 0):
            yield PackFlaw(f"{path}.splits.{at}", f"{result.splits[at]} is no time on the way to {then}")


def _shared_order(path: str, race: Race) -> Iterator[PackFlaw]:
    taken: dict[tuple[str, int], str] = {}
    for number, result in enumerate(race.results):
        for at, place in result.order.items():
            holder = taken.setdefault((at, place), result.athlete)
            if holder != result.athlete:
                yield PackFlaw(f"{path}.results[{number}].order.{at}", f"{holder} has place {place} there")


def _came_before(truth: Truth, path: str, statement: Completeness) -> Iterator[PackFlaw]:
    start = partial_date(statement.start).low or 0
    earlier = [
        {race_of(result): result for result in truth.by_athlete.get(athlete, ()) if _in(statement, result, start)}
        for athlete in statement.athletes
    ]
    if statement.covers == "meetings":  # what both were in
        earlier = [{race: earlier[0][race] for race in earlier[0] if race in earlier[1]}] if len(earlier) == 2 else []
    for races in earlier:
        for result in races.values():
            yield PackFlaw(f"{path}.none_before", f"{result.id} came before {statement.start}")


def _in(statement: Completeness, result: Result, start: int) -> bool:
    """Whether the result is one of those that the statement is about, and of a day before it."""
    if result.date.high is None or result.date.high >= start or result.en_route:
        return False
    if statement.events and result.event not in statement.events:
        return False
    if statement.covers in ("meetings", "races"):
        return True
    at = result.competition == statement.competition if statement.competition else result.level in statement.levels
    return result.round == "final" and at
