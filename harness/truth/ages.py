"""Ranks by age: an athlete's rank among the youngest or the oldest to have done something."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec.structs import replace

from harness.records.model import Known, Setting, Unknown, phrase
from harness.truth.feats import ANY_RACE, PLACES, Licence, Wanted, complete, occurrences
from harness.truth.index import Truth
from harness.truth.races import one_race, race_of
from harness.truth.results import Result
from harness.values import Range, exactly, minus, partial_date

ByAge: TypeAlias = Literal["youngest", "oldest"]

MOST_SHOWN = 6  # results, as evidence
_UNKNOWN_AGE = Range(0, None)


def age_rank(truth: Truth, who: str, setting: Setting, by: ByAge, as_of: int) -> Known | Unknown:
    """One more than the athletes who were younger (or older) when they achieved the setting's place or medal.

    Without either, among all who started in the one race that the setting names.
    """
    feat, within = _deed(setting)
    achievements = occurrences(truth, feat, within, as_of, persons=True)
    licence = complete(truth, feat, within, as_of, persons=True)
    whole_field = feat == ANY_RACE and _is_whole_field(setting, achievements.certain)
    if whole_field:
        licence = Licence(())
    own = [achievement for achievement in achievements.certain if achievement.athlete == who]
    if not own:
        return Unknown(phrase("the ground truth does not have the feat itself"), phrase("{} in {}", who, within))
    one_race = setting.event is not None and setting.edition is not None
    known_all = one_race or complete(truth, feat, within, as_of, who) is not None
    ages: dict[str, list[Range]] = {}
    perhaps = achievements.perhaps(licence)
    for achievement in (*achievements.certain, *perhaps):
        ages.setdefault(achievement.athlete, []).append(_age(truth, achievement))
    sure: dict[str, list[Range]] = {}
    for achievement in achievements.certain:
        sure.setdefault(achievement.athlete, []).append(_age(truth, achievement))
    mine = _extreme(sure[who], ages[who] if known_all else [*ages[who], _UNKNOWN_AGE], by)
    ahead, may = 0, 0
    rivals: list[Result] = []
    for athlete in ages:
        if athlete == who:
            continue
        theirs = _extreme(sure.get(athlete, []), ages[athlete], by)
        apart = minus(mine, theirs) if by == "youngest" else minus(theirs, mine)
        if apart.low is not None and apart.low > 0:
            ahead += 1
            rivals += [result for result in achievements.certain if result.athlete == athlete]
        may += apart.high is None or apart.high > 0
    value = Range(1 + ahead, 1 + may if licence is not None else None)
    evidence, both_sexes = (*own[:1], *rivals[:MOST_SHOWN]), whole_field and setting.sex is None
    return Known(value, evidence, relied_on=licence.statements if licence else (), perhaps_more=both_sexes)


def _deed(setting: Setting) -> tuple[Wanted, Setting]:
    """What they did, and where; without a place or a medal they started in a race, the final where no round is told."""
    within = replace(setting, place=None, medal=None)
    if setting.medal is not None:
        return Wanted(PLACES[setting.medal], final=True, medal=True), within
    if setting.place is not None:
        return Wanted(exactly(setting.place), final=setting.round in (None, "final")), within
    return ANY_RACE, replace(within, round=within.round or "final")


def _is_whole_field(setting: Setting, starters: list[Result]) -> bool:
    """Whether the words name one race, and all who started in it are known. Of a season or a series, the one race that
    is known is not all that there was."""
    named = setting.event is not None and one_race(setting)
    whole = all(starter.finishers_complete for starter in starters)
    return named and whole and len({race_of(starter) for starter in starters}) == 1


def _age(truth: Truth, result: Result) -> Range:
    """How many days old somebody was in the race."""
    life = truth.athletes.get(result.athlete)
    if life is None or life.born is None:
        return _UNKNOWN_AGE
    return minus(result.date, partial_date(life.born))


def _extreme(certain: list[Range], every: list[Range], by: ByAge) -> Range:
    """The youngest or the oldest of the ages: some of which are certain, the others perhaps."""
    if by == "youngest":
        least = [age.high for age in certain if age.high is not None]
        return Range(min(age.low or 0 for age in every), min(least, default=None))
    most = [age.high for age in every if age.high is not None]
    high = max(most) if len(most) == len(every) else None
    return Range(max((age.low or 0 for age in certain), default=0), high)
