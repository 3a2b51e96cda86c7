"""Random claims of a record's time: since when it stands, for how long it stood, how many somebody set."""

from __future__ import annotations

from datetime import date

from talk import Claim, Talk
from world import Held, Run


def reign(talk: Talk, run: Run) -> Claim:
    if not talk.world.records:
        return {"level": "world", "athlete": talk.name(run.athlete), "since": "2015", "scope": {"event": "mile"}}
    row = talk.rng.choice(talk.world.records)
    scope: Claim = {"event": row.event, "sex": row.sex, "indoor": row.indoor, **_whose(talk, row)}
    athlete = talk.name(row.athlete) if talk.maybe(0.8) else talk.other(run)
    claim: Claim = {"level": row.level, "athlete": athlete, "scope": scope}
    form = talk.rng.choice(("stands", "set", "stood", "number"))
    if form == "number":
        return _numbered(talk, row, claim)
    if form == "stood":
        length = min(row.until, row.day + 4000) - row.day
        marked = {"mark": talk.marked(row.event, row.mark)} if talk.maybe(0.4) else {}
        return {**claim, "when": "stood", "stood": spanned(talk, length), **marked}
    if form == "stands":
        unnamed = talk.maybe(0.4) and row.level in ("world", "olympic", "championship", "meeting")
        claim = {name: value for name, value in claim.items() if name != "athlete" or not unnamed}
        length = talk.rng.choice(talk.days) - row.day
        return claim | ({"since": talk.dated(row.day)} if talk.maybe(0.6) else {"stood": spanned(talk, abs(length))})
    before = [one for one in talk.world.records if one.until == row.day and _list(one) == _list(row)] or [row]
    earlier = talk.rng.choice(before)
    runs = [one for one in talk.runs if one.athlete == row.athlete and one.race.day == row.day]
    race = talk.race(talk.rng.choice(runs)) if runs else scope
    claim |= {"when": "set", "scope": {**race, **_whose(talk, row), "event": row.event}}
    if row.level in ("championship", "meeting"):
        claim["scope"].pop("year", None)
    return claim | ({"since": talk.dated(earlier.day)} if talk.maybe(0.5)
                    else {"stood": spanned(talk, row.day - earlier.day)})  # fmt: skip


def spanned(talk: Talk, days: int) -> str:
    """A length of time, or one nearby, in days or in years."""
    years = max(1, days // 365 + talk.rng.choice((0, 0, 0, 1, -1)))
    return talk.rng.choice((f"{max(2, days + talk.rng.choice((0, 0, 1, -1)))} days", f"{years} years",
                            f"more than {years} years"))  # fmt: skip


def _numbered(talk: Talk, row: Held, claim: Claim) -> Claim:
    mine = [one for one in talk.world.records if one.athlete == row.athlete and one.level == row.level]
    claim = {**claim, "number": talk.some(len([one for one in mine if _list(one) == _list(row)]), least=1)}
    if talk.maybe(0.3):
        claim["scope"] = {**claim["scope"], "season": date.fromordinal(row.day).year}
    if talk.maybe(0.2) and row.level in ("world", "olympic"):
        claim["scope"] = {name: value for name, value in claim["scope"].items() if name not in ("event", "indoor")}
        claim["number"] = talk.some(len(mine), least=1)
    return claim


def _whose(talk: Talk, row: Held) -> Claim:
    if row.level == "national":
        return {"nation": talk.world.nations[row.of or ""][0]}
    if row.level == "area":
        return {"area": row.of}
    return {"competition": talk.world.series[row.of or ""].name} if row.level in ("championship", "meeting") else {}


def _list(one: Held) -> tuple[object, ...]:
    return one.level, one.of, one.event, one.sex, one.indoor, one.women_only
