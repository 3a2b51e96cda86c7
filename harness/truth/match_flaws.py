"""Impossible facts about matches: scorers of more points than there are, sets of one side only, a shoot-out of one side
only."""

from __future__ import annotations

from collections.abc import Iterator

from harness.truth.pack import PackResult, Race
from harness.truth.sound import PackFlaw, Sound


def match_flaws(sound: Sound) -> Iterator[PackFlaw]:
    for path, race in sound.races:
        for number, result in enumerate(race.results):
            yield from _scorers(sound, f"{path}.results[{number}].scorers", result)
        yield from _sides(sound, path, race)


def _scorers(sound: Sound, path: str, result: PackResult) -> Iterator[PackFlaw]:
    for scorer in result.scorers:
        if scorer not in sound.truth.athletes:
            yield PackFlaw(path, f"{scorer!r} is not an athlete")
    points = result.mark if result.mark is not None and result.mark.isdecimal() else None
    if points is not None and sum(result.scorers.values()) > int(points):
        yield PackFlaw(path, f"they have more than the {points} of the side")


def _sides(sound: Sound, path: str, race: Race) -> Iterator[PackFlaw]:
    of_match = [result for result in race.results if result.sets or result.shootout is not None or result.scorers]
    event = sound.truth.events.get(race.event)
    if (of_match or race.decided) and event is not None and event.measure != "points":
        yield PackFlaw(path, f"{event.name} is not a match: it has no sets, shoot-outs or scorers")
    if of_match and len(race.results) > 2:
        yield PackFlaw(path, "a match has two sides: `match` tells those of one round apart")
    elif len(race.results) == 2:
        first, second = race.results
        if len(first.sets) != len(second.sets):
            yield PackFlaw(path, "one side has more sets than the other")
        if (first.shootout is None) != (second.shootout is None) or (
            first.shootout is not None and first.shootout == second.shootout
        ):
            yield PackFlaw(path, "a shoot-out has a winner and a loser")
        if first.shootout is not None and None not in (first.mark, second.mark) and first.mark != second.mark:
            yield PackFlaw(path, f"a shoot-out after {first.mark}-{second.mark}: who is ahead needs none")
