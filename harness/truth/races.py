"""Races: which results belong to one race, and which single result the words refer to."""

from __future__ import annotations

from msgspec.structs import replace

from harness.records.model import Setting, Unknown, phrase
from harness.truth import completeness
from harness.truth.held import days_of
from harness.truth.index import Truth
from harness.truth.pack import Event
from harness.truth.results import Result
from harness.truth.results import race_of as race_of

_LONGEST_SPRINT = 400  # metres: nobody runs the rounds of a longer race on one day


def one_race(setting: Setting) -> bool:
    """Whether a scope identifies one race, by an edition or by its day."""
    return setting.edition is not None or (setting.start is not None and setting.start == setting.end)


def result_of(
    truth: Truth, athlete: str, setting: Setting, as_of: int, *, en_route: bool = False, heats_only: bool = False
) -> Result | Unknown:
    """The single result that the words refer to. A race without a round is the final; if several fit, the answer is
    unknown.

    On a day that is told, it may be a heat, where nobody runs two rounds on one day.

    The words must identify one race by its event and its edition or day: otherwise there may be another one that the
    ground truth does not have, unless it has all races of the athlete in the setting. With `en_route`, a time taken
    during a longer race is a result too, if the athlete ran no race of the event itself and the words allow it; with
    `heats_only`, a team's final also counts for those who ran for it only in an earlier round.
    """
    every = [
        result
        for result in truth.matching(setting, as_of, athlete, en_route=True)
        if result.status != "DNS" and (heats_only or not result.heats_only)
    ]
    results = raced = [result for result in every if not result.en_route]
    if setting.round is None:
        one_day = setting.start is not None and setting.start == setting.end
        results = [
            result
            for result in results
            if result.round == "final" or (result.round == "" and _is_of_the_day(truth, result, one_day=one_day))
        ]
        if not results and one_day and not may_be_run_twice_a_day(truth, setting.event):
            results = raced  # the heat of that day
    if not results and en_route and may_be_on_the_way(truth, setting):
        results = [result for result in every if result.en_route]
    if not results:
        where = phrase("the ground truth has no result of {} in {}", athlete, setting)
        return Unknown(where, phrase("result: {}, {}", athlete, setting))
    is_one_race = setting.event is not None and one_race(setting)
    perhaps_finals = [result for result in raced if result.round == "" and result not in results]
    if not is_one_race and perhaps_finals:
        results = [*results, *perhaps_finals]  # of which the words may speak as well
    if len(results) > 1 or not (is_one_race or completeness.races(truth, athlete, setting, as_of)):
        fitting = results[:3]
        several = phrase("{} is not one race of {}: " + "; ".join("{}" for _ in fitting), setting, athlete, *fitting)
        return Unknown(several, phrase("which race: {}, {}", athlete, setting))
    return results[0]


def _is_of_the_day(truth: Truth, result: Result, *, one_day: bool) -> bool:
    """Whether a race of unknown round is the one that the words mean: where only city and day are known, or the words
    give the day of a holding, and the rounds of the event are never of one day."""
    return result.edition is None or (one_day and not may_be_run_twice_a_day(truth, result.event))


def may_be_run_twice_a_day(truth: Truth, event: str | None) -> bool:
    """Whether the rounds of the event may be of one day: of sprints, relays and field events they often are."""
    row = truth.events.get(event or "")
    return row is None or row.measure != "time" or row.team or (row.metres or 0) in range(1, _LONGEST_SPRINT + 1)


def may_be_another_round(truth: Truth, athletes: tuple[str, ...], setting: Setting, as_of: int) -> bool:
    """Whether words that name a day and no round may mean another race of that day than the one that is known: of a
    sprint, a relay or a field event, unless every race of one of the athletes is known, and there is no other."""
    one_day = setting.start is not None and setting.start == setting.end
    event = truth.events.get(setting.event or "")
    if setting.round is not None or not one_day or event is None:
        return False
    if not may_be_run_twice_a_day(truth, event.id):
        return False
    return not any(
        completeness.races(truth, athlete, setting, as_of) and not _has_another_round(truth, athlete, setting, as_of)
        for athlete in athletes
    )


def _has_another_round(truth: Truth, athlete: str, setting: Setting, as_of: int) -> bool:
    """Whether the athlete was in more than one race of the setting, or in one that is no final."""
    races = [result for result in truth.matching(setting, as_of, athlete) if result.status != "DNS"]
    return len(races) > 1 or any(result.round not in ("final", "") for result in races)


def may_be_on_the_way(truth: Truth, setting: Setting) -> bool:
    """Whether a mark of the event may have been taken during a longer race: not at a championship of several days.

    "3:31 over 1500 m at the Olympic Games" is a mark of the race of that name; "at the Bislett Games" may be one taken
    during the mile. A round other than the final, which goes without saying, identifies the race itself.
    """
    event = truth.events.get(setting.event or "")
    if setting.round not in (None, "final") or (
        event is not None and not any(_is_longer(longer, event) for longer in truth.events.values())
    ):
        return False
    if setting.edition is None:
        series = truth.competitions.get(setting.competition or "")
        return series is None or series.level in ("meeting", "diamond league")
    edition = truth.editions[setting.edition]
    days = days_of(edition)
    return days.low == days.high or truth.competitions[edition.competition].level in ("meeting", "diamond league")


def _is_longer(event: Event, than: Event) -> bool:
    return (event.metres or 0) > (than.metres or 0) and event.measure == than.measure


def day_of_race(truth: Truth, athlete: str, setting: Setting, as_of: int) -> tuple[int, bool, Result | None] | Unknown:
    """The day of the race that the scope names, whether it was indoors, and the athlete's result in it."""
    result = result_of(truth, athlete, replace(setting, nation=None, area=None), as_of)
    if isinstance(result, Result):
        if result.date.low is None or result.date.low != result.date.high:
            return Unknown(phrase("the day of {} is not known", result), phrase("date: {}", result))
        return result.date.low, result.indoor, result
    one_day = setting.start is not None and setting.start == setting.end
    if setting.indoor is not None and one_day and (setting.start or 0) <= as_of:
        return setting.start or 0, setting.indoor, None
    return result


def field(truth: Truth, result: Result, as_of: int) -> list[Result]:
    """Every result of the same race that stood on the day, including this one."""
    return [each for each in truth.race(result) if each.exists(as_of)]
