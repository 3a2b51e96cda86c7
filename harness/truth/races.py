"""Races: which results are of one race."""

from __future__ import annotations

from collections import defaultdict

from harness.model import Setting
from harness.truth.index import Truth
from harness.truth.remembered import remembered
from harness.truth.results import Result


def one_race(setting: Setting) -> bool:
    """Whether a scope points to one race, by a holding or by its day."""
    return setting.edition is not None or (setting.start is not None and setting.start == setting.end)


def race_of(result: Result) -> tuple[object, ...]:
    """What tells the race from every other one."""
    return (result.event, result.sex, result.edition or result.city, result.round, result.date, result.en_route)


def field(truth: Truth, result: Result, as_of: int) -> list[Result]:
    """Every result of the race, this one too, that stood on the day."""
    return [one for one in _races(truth)[race_of(result)] if one.exists(as_of)]


@remembered(1)
def _races(truth: Truth) -> dict[tuple[object, ...], list[Result]]:
    races: dict[tuple[object, ...], list[Result]] = defaultdict(list)
    for result in truth.results:
        races[race_of(result)].append(result)
    return races
