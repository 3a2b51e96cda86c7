"""Titles over several holdings of a world: claims of them, and whether they are so."""

from __future__ import annotations

from itertools import pairwise

from case import Case
from figures import count_meant
from talk import Claim, Talk
from world import Holding, Run


def run_of_titles(talk: Talk, run: Run) -> Claim:
    """For which time a title was won or retained, how many in a row, or that it was regained."""
    finals = [one for one in talk.runs if one.race.holding and one.race.round == "final" and one.place == 1]
    one = talk.rng.choice(finals or [run])
    holding = one.race.holding
    series = holding.series.name if holding else "Fjord Games"
    scope: Claim = {"event": one.race.event, "sex": one.race.sex, "competition": series}
    if holding is not None and talk.maybe(0.8):
        scope["year"] = holding.year
    athlete = talk.name(one.athlete) if talk.maybe(0.85) else talk.other(one)
    claim: Claim = {"athlete": athlete, "scope": scope}
    form = talk.rng.choice(("time", "retained", "in_a_row", "regained"))
    if form == "regained":
        return {**claim, "status": "regained"}
    if form == "in_a_row":
        return {**claim, "in_a_row": talk.some(1, least=1), **({"status": "won"} if talk.maybe(0.4) else {})}
    status = "retained" if form == "retained" else "won"
    return {**claim, "status": status, "time": talk.some(talk.rng.choice((1, 1, 2)), least=1)}


def is_of_run(case: Case) -> bool:
    return case.claim.get("status") == "regained" or "time" in case.claim or "in_a_row" in case.claim


def is_so(case: Case) -> bool | None:
    """None where what came before does not tell: a holding at which the event was not held."""
    scope, athlete, claim = case.scope, case.who("athlete"), case.claim
    status = claim.get("status", "reigning")
    series = next(one for one in case.world.series.values() if one.name == scope["competition"])
    held = sorted((one for one in case.world.holdings.values() if one.series is series and one.official),
                  key=lambda one: one.start)  # fmt: skip
    winners = {one.id: _winners(case, one) for one in held}
    if "year" not in scope:
        if status == "won":
            won = sum(athlete in (winners[one.id] or ()) for one in held)
            return won in count_meant(claim["time"]) if "time" in claim else None
        held = [one for one in held if winners[one.id] is not None]
        named = held[-1] if held else None
    else:
        named = next((one for one in held if one.year == scope["year"]), None)
    if named is None or winners[named.id] is None:
        return None
    back = [winners[one.id] for one in reversed(held) if one.start <= named.start]
    won = [None if names is None else athlete in names for names in back]
    return _said(case, status, won)


def _said(case: Case, status: str, won: list[bool | None]) -> bool | None:
    claim = case.claim
    if not won[0]:
        return False
    before = won[1] if len(won) > 1 else False
    if status == "retained" and not before:
        return before
    if status == "regained":
        return None if before is None or None in won else not before and True in won[2:]
    if "in_a_row" in claim:
        run = next((number for number, one in enumerate(won) if not one), len(won))
        return None if run < len(won) and won[run] is None else run in count_meant(claim["in_a_row"])
    if status == "won":
        return sum(one is True for one in won) in count_meant(claim["time"])
    if None in won:
        return None
    run = next((number for number, one in enumerate(won) if not one), len(won))
    ever = sum(bool(later and earlier) for later, earlier in pairwise(won))
    return run - 1 in count_meant(claim["time"]) or ever in count_meant(claim["time"])


def _winners(case: Case, holding: Holding) -> set[str] | None:
    """Who is first in the final on the day; None where none was run by then."""
    races = [
        race for race in case.world.races
        if race.holding is holding and not race.en_route and race.round == "final" and race.day <= case.day
        and (race.event, race.sex) == (case.scope["event"], case.scope["sex"])
    ]  # fmt: skip
    if not races:
        return None
    return {run.athlete for run in races[0].runs if run.stood(case.day) and run.placed(case.day) == 1}
