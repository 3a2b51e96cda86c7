"""Conclusions from absence: that an athlete was not in a race, or not among its first. They follow from a complete
field, a start that was not made, a disqualification, places held by others, or an edition that never took place."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from harness.records.model import Known, Setting, Text, Unknown, phrase
from harness.truth import completeness
from harness.truth.index import Truth
from harness.truth.pack import Edition
from harness.truth.races import race_of
from harness.truth.results import Result
from harness.truth.say import RaceOf
from harness.truth.teams import is_team, number_of_legs
from harness.values import Nothing, Range, partial_date

_YEAR = re.compile(r"\b(?:1[89]|20|21)[0-9]{2}\b")


class Absence(NamedTuple):
    """The conclusion that an athlete took no part in the race, or was not among the first `beyond` if they did.

    `why` is a sentence for a person; `results` are the results that show it, `relied_on` the statements.
    """

    why: Text
    results: tuple[Result, ...] = ()
    beyond: int | None = None
    relied_on: tuple[str, ...] = ()
    ran: bool = False  # and was struck out


def absent(truth: Truth, athlete: str, setting: Setting, as_of: int, *, in_person: bool = False) -> Absence | None:
    """What follows about an athlete who has no result in the one race that the setting names.

    Who ran for a team in a round before has its place in the final too, but was not there `in_person`.
    """
    if statement := not_held(truth, setting, as_of):
        return Absence(phrase("there was no {}", setting), relied_on=(statement,))
    event = truth.events.get(setting.event or "")
    if event is None or not _names_one_race(setting):
        return None
    race = replace(setting, round=setting.round or "final", sex=setting.sex or _sex(truth, athlete))
    race = replace(race, place=None, medal=None, nation=None, area=None)
    own = [result for result in truth.ever(race) if result.athlete == athlete and not result.en_route]
    own = [result for result in own if not (in_person and result.heats_only)]
    if own:
        return _not_counted(own, as_of)
    field = [result for result in truth.matching(race, as_of) if not result.en_route]
    if not field or len({race_of(result) for result in field}) > 1:
        return None
    if event.team and any(_may_be_theirs(truth, athlete, team, in_person=in_person) for team in field):
        return None
    if field[0].finishers_complete:
        return Absence(phrase("{} was not in the {}", athlete, RaceOf(field[0])), tuple(field))
    # Places are often shared: by equal heights with equal misses (TR 26), and by the two bronzes of judo or boxing.
    often_shared = event.measure == "height" or not any(result.mark for result in field)
    beyond, holders = _first_places(field, as_of, often_shared)
    if beyond == 0:
        return None
    names = ", ".join("{}" for _ in holders)
    had = f"{names} in the first {beyond} places" if beyond > 1 else f"{names} as the winner"
    return Absence(phrase(had, *(result.athlete for result in holders)), tuple(holders), beyond)


def _may_be_theirs(truth: Truth, athlete: str, team: Result, *, in_person: bool) -> bool:
    """Whether the result may be that of somebody who is not named in it: of a person who ran for the team, if only in
    a round before, or of the same nation's team under another name."""
    nation = truth.nation_of(athlete, team.date.low or 0)
    same = nation is None or team.nation in (None, nation)
    if not is_team(truth, athlete):
        legs = number_of_legs(truth.events[team.event])
        all_named = legs is not None and len(team.members) >= legs
        return not in_person or (same and not all_named)
    return same


def conclude(
    truth: Truth,
    athlete: str,
    setting: Setting,
    as_of: int,
    unknown: Unknown,
    *,
    places: bool,
    in_person: bool = False,
) -> Known | Unknown:
    """What absence says about a place (or, without `places`, a mark) that the ground truth does not have."""
    absence = absent(truth, athlete, setting, as_of, in_person=in_person)
    if absence is None or (not places and absence.beyond is not None):
        return unknown
    if absence.ran and not places:
        return Unknown(absence.why, unknown.missing)
    evidence = absence.results[:3]
    if absence.beyond is not None:
        value = Range(absence.beyond + 1, None)
        return Known(value, evidence, absence.why, absence.relied_on, perhaps_none=True)
    return Known(Nothing(), evidence, absence.why, absence.relied_on)


def no_better_mark(truth: Truth, athlete: str, setting: Setting, as_of: int) -> Known | None:
    """An athlete who is not among the first of a race had no better mark in it than the last of those. This can only
    refute."""
    absence = absent(truth, athlete, setting, as_of)
    if absence is None or absence.beyond is None:
        return None
    last = absence.results[-1]
    if last.mark is None or any(result.mark is None for result in absence.results):
        return None
    lower = truth.events[last.event].better == "lower"
    bound = Range(last.mark.low, None) if lower else Range(None, last.mark.high)
    return Known(bound, absence.results[:3], absence.why, absence.relied_on, perhaps_none=True)


def not_held(truth: Truth, setting: Setting, as_of: int) -> str | None:
    """The statement that the competition had no edition in the setting's years, all of which are past."""
    if setting.competition is None or setting.edition is not None or setting.start is None or setting.end is None:
        return None
    if setting.end > as_of:
        return None
    for edition in truth.editions_by_competition.get(setting.competition, ()):
        if _may_lie_in(truth, edition, setting.start, setting.end):
            return None
    return completeness.every_edition(truth, setting)


def _may_lie_in(truth: Truth, edition: Edition, start: int, end: int) -> bool:
    """Whether the edition may have been held in those days, or goes by the name of a year in them: Tokyo 2020 was held
    in 2021."""
    held = (partial_date(edition.start).low or 0, partial_date(edition.end).high or 0)
    names = " ".join((edition.name, *edition.aliases))
    years = {int(year) for year in _YEAR.findall(names)}
    first, last = date.fromordinal(start).year, date.fromordinal(end).year
    return (held[0] <= end and start <= held[1]) or any(first <= year <= last for year in years)


def _not_counted(own: list[Result], as_of: int) -> Absence | None:
    """Of the athlete's results in the race none counts: not started, or struck out by the day."""
    if all(result.status == "DNS" and result.exists(as_of) for result in own):
        return Absence(phrase("{}: did not start", own[0]), tuple(own))
    own = [result for result in own if (result.since or 0) <= as_of]
    if own and all(result.annulled is not None and result.annulled <= as_of for result in own):
        return Absence(phrase("{}: struck out since", own[0]), tuple(own), ran=True)
    return None


def _first_places(field: list[Result], as_of: int, often_shared: bool) -> tuple[int, list[Result]]:
    """How many of the first places are all held for certain, and by whom: who shares a place is in the pack as well.

    Where places are often shared (heights, two bronzes of a bout), the last of them is all held only if the place that
    follows it shows how many have it: after one winner comes a second place, after two a third.
    """
    places = [(result.place_as_of(as_of), result) for result in field]
    placed = [(place.low, result) for place, result in places if place and place.low and place.low == place.high]
    placed.sort(key=lambda pair: pair[0])
    held = 0
    for number, (place, _) in enumerate(placed, start=1):
        if place > number:
            break
        held = number
    if often_shared and held:
        last = placed[held - 1][0]
        held = sum(place < last for place, _ in placed[:held])
    return held, [result for _, result in placed[:held]]


def _names_one_race(setting: Setting) -> bool:
    """A final, or a round by its number, of a holding or of a day."""
    one_day = setting.start is not None and setting.start == setting.end
    one_round = setting.round in (None, "final") or setting.round[-1:].isdigit()
    return one_round and (setting.edition is not None or (one_day and setting.competition is not None))


def _sex(truth: Truth, athlete: str) -> str | None:
    sex = truth.athletes[athlete].sex if athlete in truth.athletes else None
    return None if sex == "mixed" else sex
