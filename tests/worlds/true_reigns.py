"""Whether what is claimed of a record's time is so in the world: since when, how long, how many."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from case import Case, window
from figures import Span, count_meant, days_meant, mark_meant
from statements import is_told
from world import TIMED, Held

from harness.values import Range, read_span

TIMES = ("since", "stood", "number")
LEVELS = {"championship": ("olympic", "championship", "meeting"), "meeting": ("olympic", "championship", "meeting")}


def is_of_time(case: Case) -> bool:
    return any(field in case.claim for field in TIMES)


def reign(case: Case, record: Callable[[Case], bool | None], of: str | None) -> bool | None:
    """`record` judges the claim without its time; `of` is whose list it is."""
    claim = case.claim
    if "number" in claim:
        return _number(case, of)
    listed = _listed(case, of)
    if claim.get("when") == "stood":
        return _gone(case, listed)
    base = record(replace(case, claim={name: value for name, value in claim.items() if name not in TIMES}))
    if not base:
        return base
    athlete = case.who("athlete") if "athlete" in claim else None
    if claim.get("when") != "set":
        now = [one for one in listed if one.day <= case.day < one.until and athlete in (None, one.athlete)]
        return any(_fits(case, day, case.day) for one in now for day in _since(listed, one, held=athlete is not None))
    race = {name: value for name, value in case.scope.items() if name not in ("nation", "area")}
    answers = [
        any(_fits(case, day, run.race.day) for day in _since(there, old, held=False))
        for run in case.race_runs(athlete or "", race)
        for there in [_listed(case, of, indoor=run.race.indoor)]
        for old in there if old.until == run.race.day
    ]  # fmt: skip
    return answers[0] if len(set(answers)) == 1 else None


def _listed(case: Case, of: str | None, *, indoor: bool = False) -> list[Held]:
    level, scope = case.claim["level"], case.scope
    return [
        one for one in case.world.records
        if one.level in LEVELS.get(level, (level,)) and (level in ("world", "olympic") or one.of == of)
        and scope.get("event") in (None, one.event) and scope.get("sex") in (None, one.sex)
        and ("event" not in scope or scope.get("indoor", indoor) == one.indoor)
    ]  # fmt: skip


def _since(listed: list[Held], one: Held, *, held: bool) -> set[int]:
    """From which days on the record can be said to stand: of equal marks, and of those that the holder improved."""
    days = {other.day for other in listed if other.mark == one.mark} | {one.day}
    while held:
        own = [other for other in listed if other.until == one.day and other.athlete == one.athlete]
        if not own:
            break
        one = own[0]
        days.add(one.day)
    return days


def _gone(case: Case, listed: list[Held]) -> bool | None:
    own = [one for one in listed if one.athlete == case.who("athlete") and one.day <= case.day]
    if "mark" in case.claim:
        own = [one for one in own if one.mark in mark_meant(case.claim["mark"], one.event)]
    gone = [one for one in own if one.until <= case.day]
    if not gone or len(gone) < len(own):
        return None
    last, first = max(gone, key=lambda one: one.day), min(gone, key=lambda one: one.day)
    lengths = {one.until - one.day for one in gone} | {last.until - first.day}
    return any(length in _span(case) for length in lengths)


def _fits(case: Case, day: int, end: int) -> bool:
    if "since" in case.claim and day not in days_meant(case.claim["since"]):
        return False
    return "stood" not in case.claim or end - day in _span(case)


def _span(case: Case) -> Span:
    days = read_span(case.claim["stood"]).value  # type: ignore[union-attr]
    assert isinstance(days, Range)
    return Span(days.low, days.high)


def _number(case: Case, of: str | None) -> bool | None:
    """None where a mark that was struck out since, one that was equalled or another surface leaves the number open."""
    events = [case.scope["event"]] if "event" in case.scope else list(TIMED)
    if not all(is_told(case.world, event, case.scope["sex"]) for event in events):
        return None
    days = window(case.scope)
    level, athlete = case.claim["level"], case.who("athlete")
    if "event" in case.scope:
        own = [one for one in _listed(case, of) if one.athlete == athlete]
    else:
        own = [one for one in case.world.records if one.athlete == athlete and one.level == level]
    own = [one for one in own if one.day <= case.day and one.day in days]
    equal = any(other.mark == one.mark and other.athlete != athlete for one in own for other in _listed(case, of))
    if equal or ("event" not in case.scope and any(one.indoor for one in own)):
        return None
    return len(own) in count_meant(case.claim["number"])
