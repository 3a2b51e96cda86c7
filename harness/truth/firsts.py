"""Firsts: whose feat a claim is about, on what day it was, and when the feat had last been achieved before."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from harness.records.model import Setting
from harness.truth.feats import ANY_RACE, Licence, Occurrences, Wanted, complete, occurrences
from harness.truth.index import Truth
from harness.truth.many_medals import at_one_holding
from harness.truth.results import Result
from harness.truth.together import occasion_of
from harness.values import Nothing, Range, partial_date

MOST_OTHERS = 16


class Subject(NamedTuple):
    """The occurrence that the claim is about. `day` covers every day that it may have been on. It has no lower end if
    an earlier one may be missing: then nothing is certain to have come before it. `others` are the later ones that the
    words may mean as well, where they name no holding and no period; None if they are not all known, or too many."""

    result: Result
    day: Range
    others: tuple[Result, ...] | None = ()


class Latest(NamedTuple):
    """When a feat was last achieved, and in which results: exact with a licence, otherwise a bound; Nothing means
    never."""

    date: Range | Nothing
    results: list[Result]
    licence: Licence | None


def subject(truth: Truth, feat: Wanted, setting: Setting, as_of: int, athlete: str | None) -> Subject | None:
    """The occurrence of the athlete (or of anybody) that the setting names: the first at its edition, on its day, or in
    its period; None if the ground truth has none."""
    achievements = occurrences(truth, feat, setting, as_of, athlete)
    if not achievements.certain:
        return None
    first = min(achievements.certain, key=lambda achievement: achievement.date.high or 0)
    if setting.edition is not None and not (setting.event and (feat.final or setting.round)):
        starts = (partial_date(truth.editions[setting.edition].start).low, first.date.low)
        return Subject(first, Range(min(day or 0 for day in starts), first.date.high))
    if setting.edition is not None or (setting.start is not None and setting.start == setting.end):
        return Subject(first, first.date)
    until_then = replace(setting, end=first.date.high)
    licence = complete(truth, feat, until_then, as_of, athlete)
    earlier = any((achievement.date.low or 0) < (first.date.high or 0) for achievement in achievements.perhaps(licence))
    others = _others(truth, feat, setting, as_of, athlete, first) if setting.start is setting.end is None else ()
    day = Range(None, first.date.high) if earlier or licence is None else first.date
    return Subject(first, day, others)


def _others(
    truth: Truth, feat: Wanted, setting: Setting, as_of: int, athlete: str | None, first: Result
) -> tuple[Result, ...] | None:
    """The occurrences on other occasions than the first; None if there may be more than are known."""
    achievements = _elsewhere(occurrences(truth, feat, setting, as_of, athlete), feat, first)
    licence = complete(truth, feat, setting, as_of, athlete)
    if licence is None or achievements.perhaps(licence) or len(achievements.certain) > MOST_OTHERS:
        return None
    return tuple(achievements.certain)


def before(feat: Wanted, setting: Setting, *, in_window: bool) -> Setting:
    """Where to look for an earlier one: the setting without whatever names the subject's race, up to any day.

    Without `in_window`, from any day on as well; a period of one day names a race, and then its season is the period.
    """
    one_day = setting.start is not None and setting.start == setting.end
    start = setting.start if in_window else None
    if start is not None and one_day:
        start = date(date.fromordinal(start).year, 1, 1).toordinal()
    if feat == ANY_RACE:
        series = setting.competition if start is None else None  # "first Olympic Games" is about the Games alone
        level = None if series else setting.level
        whole = Setting(competition=series, level=level, indoor=setting.indoor, start=start)
        return replace(whole, group=setting.group, individual=setting.individual)
    named = setting.edition is not None or one_day
    in_series = (feat.final or not named) and setting.level is None
    return replace(
        setting,
        competition=setting.competition if in_series else None,
        edition=None,
        round=None if named else setting.round,
        start=start,
        end=None,
    )


def latest(
    truth: Truth,
    feat: Wanted,
    setting: Setting,
    as_of: int,
    to: Range,
    athlete: str | None,
    of: Result | None = None,
) -> Latest:
    """The latest occurrence before `to`, a day that may itself be known only as a range; not on the same occasion as
    `of`.

    Absence counts from the latest known one: a statement need only cover the time after it.
    """
    assert to.high is not None
    achievements, last = _elsewhere(occurrences(truth, feat, setting, as_of, athlete), feat, of), to.high - 1
    certain = [result for result in achievements.certain if to.low is not None and (result.date.high or 0) < to.low]
    if not certain:
        ever = replace(setting, start=None, end=last)
        licence = _complete(truth, feat, ever, as_of, athlete)
        if licence is None or any(
            (result.date.low or 0) <= last for result in (*achievements.certain, *achievements.perhaps(licence))
        ):
            return Latest(Range(None, last), [], None)
        return Latest(Nothing(), [], licence)
    low = max(result.date.low or 0 for result in certain)
    licence = _complete(truth, feat, replace(setting, start=low, end=last), as_of, athlete)
    rivals = [
        result
        for result in (*achievements.certain, *achievements.perhaps(licence))
        if (result.date.high or 0) >= low and (result in certain or (result.date.low or 0) <= last)
    ]
    high = last if licence is None else min(last, max(rival.date.high or 0 for rival in rivals))
    return Latest(Range(low, high), rivals, licence)


def earlier(
    truth: Truth, feat: Wanted, setting: Setting, as_of: int, of: Subject, athlete: str | None
) -> tuple[list[Result], Range, Licence | None]:
    """The occurrences before the subject's, how many there are, and the licence to take them for all."""
    achievements = _elsewhere(occurrences(truth, feat, setting, as_of, athlete), feat, of.result)
    low, high = of.day.low, of.day.high or 0
    licence = _complete(truth, feat, replace(setting, end=high - 1), as_of, athlete)
    certain = [result for result in achievements.certain if low is not None and (result.date.high or 0) < low]
    others = [
        result for result in (*achievements.certain, *achievements.perhaps(licence)) if (result.date.low or 0) < high
    ]
    possible = [result for result in others if result not in certain]
    return certain, Range(len(certain), None if licence is None else len(certain) + len(possible)), licence


def _complete(truth: Truth, feat: Wanted, setting: Setting, as_of: int, athlete: str | None) -> Licence | None:
    """The licence to take the known occurrences for all, be it that of a statement about everybody with so many."""
    licence = complete(truth, feat, setting, as_of, athlete)
    if licence is not None or athlete is not None or feat.within == "race":
        return licence
    return at_one_holding(truth, feat, setting, as_of)


def _elsewhere(elsewhere: Occurrences, feat: Wanted, of: Result | None) -> Occurrences:
    """What occurred on another occasion than the result."""
    if of is None:
        return elsewhere
    own = occasion_of(of, feat.within)
    return Occurrences(*([result for result in some if occasion_of(result, feat.within) != own] for some in elsewhere))
