"""Whether what is claimed of details is so in the world, by brute force; None where nobody can say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from case import Case, holdings, window
from details import CIRCUITS
from figures import count_meant, days_meant, mark_meant
from world import TIMED, Held, Run, best_of

ENDS = ("400m", "800m", "1200m")


def attempt(case: Case) -> bool | None:
    said, claim = count_meant(case.claim["attempt"]), case.claim
    jumped = [run for run in case.race_runs(case.who("athlete")) if run.attempts]
    if "mark" in claim:
        marks = [run.attempts[at - 1] for run in jumped for at in range(1, len(run.attempts) + 1) if at in said]
        return any(mark is not None and mark in mark_meant(claim["mark"], "long-jump") for mark in marks)
    return any(run.attempts.index(run.mark) + 1 in said for run in jumped if run.mark in run.attempts)


def laps(case: Case) -> bool | None:
    ran = case.race_runs(case.who("athlete"))
    if any(ENDS[-1] not in run.splits or ("each" not in case.claim and run.race.indoor) for run in ran):
        return None  # nobody took the times; and laps indoors are of 200 m
    return any(
        all(_lap(run, at) in mark_meant(lap, "1500m") for at, lap in enumerate(case.claim["laps"])) for run in ran
    )


def _lap(run: Run, at: int) -> int:
    return run.splits[ENDS[at]] - (run.splits[ENDS[at - 1]] if at else 0)


def overall(case: Case) -> bool | None:
    ran = case.race_runs(case.who("athlete"))
    if any(run.overall is None for run in ran):
        return None
    return any(run.overall in count_meant(case.claim["place"]) for run in ran)


def against(case: Case) -> bool | None:
    claim = case.claim
    side = "ahead" if "ahead" in claim else "behind"
    answers = [_is_against(case, run, side) for run in case.race_runs(case.who(side))]
    return True if True in answers else None if None in answers else False


def _is_against(case: Case, run: Run, side: str) -> bool | None:
    if run.mark is None or not run.legal or run.race.hand:
        return None
    held = _before(case, run)
    if held is None:
        return None
    better_by = held - run.mark if TIMED[run.race.event] else run.mark - held
    if side == "behind":
        better_by = -better_by
    return better_by > 0 if "gap" not in case.claim else better_by in mark_meant(case.claim["gap"], run.race.event)


def _before(case: Case, run: Run) -> int | None:
    """The record or the best at the end of the day before the race; None where nobody can say what it was."""
    level, race, day = case.claim["against"], run.race, run.race.day - 1
    indoor = case.claim.get("record", {"indoor": race.indoor})["indoor"]
    if level in ("personal", "season"):
        scope = {"event": race.event, "sex": race.sex, "indoor": race.indoor}
        scope |= {"season": _year(day)} if level == "season" else {}
        late = replace(case, claim={**case.claim, "as_of": None}, published=day)
        listed = [one for one in late.runs(scope, run.athlete, en_route=True) if one.legal]
        if not listed or any(one.race.hand for one in listed):
            return None
        return best_of(race.event, [one.mark or 0 for one in listed])
    nation = case.world.athletes[run.athlete].nation(day)
    of = {"national": nation, "area": case.world.area(nation), "world": None}[level]
    now = [
        held for held in case.world.records
        if (held.level, held.of, held.event, held.sex, held.indoor) == (level, of, race.event, race.sex, indoor)
        and held.day <= day < held.until
    ]  # fmt: skip
    if not now or any(held.hand or held.women_only is not None for held in now):
        return None
    return now[0].mark


def _year(day: int) -> int:
    from datetime import date

    return date.fromordinal(day).year


def ratified(case: Case, record: Callable[[Case], bool | None]) -> bool | None:
    """Whether the record that stands is ratified; `record` judges the claim without that."""
    claim = {name: value for name, value in case.claim.items() if name != "ratified"}
    base = record(replace(case, claim=claim))
    if not base:
        return base
    now = [
        held for held in case.world.records
        if held.athlete == case.who("athlete") and held.day <= case.day < held.until and _is_of(case, held)
    ]  # fmt: skip
    if len({held.ratified for held in now}) != 1 or now[0].ratified is None:
        return None
    return (now[0].ratified <= case.day) is case.claim["ratified"]


def _is_of(case: Case, held: Held) -> bool:
    scope = case.scope
    levels = ("olympic", "championship", "meeting")
    level = case.claim["level"]
    same = held.level in levels if level in levels else held.level == level
    return same and (held.event, held.sex, held.indoor) == (scope["event"], scope["sex"], scope["indoor"])


def stopped(case: Case, started: Callable[[Case], bool | None]) -> bool | None:
    """Whether it was there; `started` judges the claim without the point."""
    claim = {name: value for name, value in case.claim.items() if name != "at"}
    base = started(replace(case, claim=claim))
    if not base:
        return base
    ran = [run for run in case.race_runs(case.who("athlete")) if run.status == "DNF"]
    return any(run.stopped == case.claim["at"] for run in ran) if ran else None


def edition(case: Case) -> bool | None:
    days = window(case.scope)
    held = [
        one for one in holdings(case.world, case.scope) if (days.low or 0) <= one.end and one.start <= (days.high or 0)
    ]
    if not held:
        return None
    if "number" in case.claim:
        return any(one.number in count_meant(case.claim["number"]) for one in held)
    series = case.claim["series"]
    return any(series in (one.series.name, *(CIRCUITS[circuit] for circuit in one.circuits)) for one in held)


def life(case: Case) -> bool:
    claim, athlete = case.claim, case.world.athletes[case.who("athlete")]
    if "death_date" in claim:
        return athlete.died is not None and athlete.died <= case.day and athlete.died in days_meant(claim["death_date"])
    if "home" in claim:
        return any(spell.value == claim["home"] and spell.holds(case.day) for spell in athlete.homes)
    left = [spell.value for spell in athlete.clubs if spell.end is not None and spell.end <= case.day]
    return claim["former_club"] in left
