"""Whether what is claimed of days, places and lives is so in the world."""

from __future__ import annotations

from datetime import date

import true_details
from case import Case, Fields, holdings, round_fits, window
from figures import Span, count_meant, days_meant
from world import Athlete, Holding, Race

from harness.values import Range, read_span

MONTH = 28


def venue(case: Case) -> bool:
    place = case.claim["place"]
    return any(place in (one.venue, one.city, case.world.nations[one.nation][0]) for one in _holdings(case, case.scope))


def _holdings(case: Case, scope: Fields) -> list[Holding]:
    """The holdings that the scope may mean: of its competition, in its window."""
    days = window(scope)
    return [one for one in holdings(case.world, scope) if (days.low or 0) <= one.end and one.start <= (days.high or 0)]


def when(case: Case) -> bool | None:
    claim, scope = case.claim, case.scope
    holds: list[bool] = []
    if "date" in claim:
        said = days_meant(claim["date"])
        races = [race for one in _holdings(case, scope) for race in _races(case, scope, one)]
        if "event" in scope and not any(claim.get("whole") or _round(scope, race) for race in races):
            return None  # there was no such race
        holds.append(any(_lie(case, scope, one, said) for one in _holdings(case, scope)))
    if "relative_to" in claim:
        later, earlier = _days(case, scope), _days(case, claim["relative_to"])
        if not later or not earlier:
            return None
        said = Span(1, None)
        if "offset" in claim:
            read = read_span(claim["offset"]).value  # type: ignore[union-attr]
            assert isinstance(read, Range)
            said = Span(read.low, read.high)
        holds.append(any(one - other in said for one in later for other in earlier))
    return all(holds)


def _lie(case: Case, scope: Fields, holding: Holding, said: Span) -> bool:
    """Whether the days meant lie inside the printed ones; with `whole` the printed ones name the first and the last."""
    whole = case.claim.get("whole", False)
    spans = []
    if "event" not in scope and "round" not in scope:
        spans = [(holding.start, holding.end)]
    elif whole:
        races = _races(case, scope, holding)
        spans = [(min(one.day for one in races), max(one.day for one in races))] if races else []
    else:
        spans = [(one.day, one.day) for one in _races(case, scope, holding) if _round(scope, one)]
    assert said.low is not None
    assert said.high is not None
    if whole and said.high - said.low + 1 < MONTH:
        return (said.low, said.high) in spans
    return any(first in said and last in said for first, last in spans)


def _races(case: Case, scope: Fields, holding: Holding) -> list[Race]:
    return [
        race for race in case.world.races
        if race.holding is holding and not race.en_route
        and scope.get("event") in (None, race.event) and scope.get("sex") in (None, race.sex)
    ]  # fmt: skip


def _round(scope: Fields, race: Race) -> bool:
    return round_fits(race.round, scope.get("round", "final"))


def _days(case: Case, scope: Fields) -> list[int] | None:
    """The days of the race or holding meant; None for a holding of several days, which has no one day."""
    found = _holdings(case, scope)
    if "event" in scope:
        return [race.day for one in found for race in _races(case, scope, one) if _round(scope, race)]
    return [one.start for one in found] if all(one.start == one.end for one in found) else None


def bio(case: Case) -> bool:
    if not case.claim.keys().isdisjoint(("death_date", "home", "former_club")):
        return true_details.life(case)
    claim, one = case.claim, case.world.athletes[case.who("athlete")]
    said = {
        "age": lambda: _age(one, case.day) in count_meant(claim["age"]),
        "birth_date": lambda: one.born in days_meant(claim["birth_date"]),
        "birthplace": lambda: claim["birthplace"] in one.birthplace,
        "nation": lambda: one.nation(case.day) == case.nation(claim["nation"]),
        "coach": lambda: any(spell.value == claim["coach"] and spell.holds(case.day) for spell in one.coaches),
        "club": lambda: any(spell.value == claim["club"] and spell.holds(case.day) for spell in one.clubs),
    }
    return all(holds() for field, holds in said.items() if field in claim)


def _age(one: Athlete, day: int) -> int:
    born, today = date.fromordinal(one.born), date.fromordinal(day)
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def edition(case: Case) -> bool | None:
    """Whether a race that the scope may mean was on that day of its holding."""
    if "day" not in case.claim:
        return true_details.edition(case)
    scope = {"round": "final", **case.scope}
    if "competition" not in scope:
        return None  # days are counted from the first of a holding
    days = [
        race.day - holding.start + 1
        for holding in _holdings(case, scope)
        for race in _races(case, scope, holding)
        if _round(scope, race) and race.day <= case.day
    ]
    return any(day in count_meant(case.claim["day"]) for day in days) if days else None
