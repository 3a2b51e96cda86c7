"""Whether what is claimed of counts beside one another is so in the world, and of ranks by medals or by age."""

from __future__ import annotations

from collections import Counter

from case import Case, Fields, holdings
from figures import count_meant, days_meant
from world import COLOURS

SIGNS = {"ahead": 1, "level": 0, "behind": -1}


def comparison(case: Case) -> bool | None:
    claim, how, medal = case.claim, case.claim["how"], case.claim.get("medal", "any")
    who = _who(case, claim)
    if how in SIGNS:
        (other,) = (case.nation(name) for name in claim["nations"])
        mine, theirs = (tuple(_won(case, case.scope, one, colour) for colour in COLOURS) for one in (who, other))
        return (mine > theirs) - (mine < theirs) == SIGNS[how]
    if how in ("most", "fewest"):
        return _earlier(case, who, medal)
    mine = _won(case, case.scope, who, medal)
    if "next" in claim:
        theirs_together = _next(case, who, medal)
        if theirs_together is None:
            return None
        return _so(mine - theirs_together, claim)
    if "compared_to" in claim:
        found = holdings(case.world, claim["compared_to"])
        if claim["compared_to"] == claim["scope"] or len(found) != 1 or found[0].start > case.day:
            return None
        return _so(mine - _won(case, claim["compared_to"], who, medal), claim)
    others = [case.nation(name) for name in claim.get("nations", ())] + case.people("athletes")
    return _so(mine - sum(_won(case, case.scope, one, medal) for one in others), claim)


def _who(case: Case, claim: Fields) -> str:
    return case.who("athlete") if "athlete" in claim else case.nation(claim["nation"])


def _won(case: Case, scope: Fields, who: str, medal: str) -> int:
    scope = {name: value for name, value in scope.items() if name not in ("round", "place", "medal")}
    runs = [run for run in case.runs(scope) if who in (run.athlete, run.nation)]
    return sum(run.medal(case.day) is not None and medal in ("any", run.medal(case.day)) for run in runs)


def _so(apart: int, claim: Fields) -> bool:
    if claim["how"] == "as many":
        return apart == 0
    apart = apart if claim["how"] == "more" else -apart
    return apart in count_meant(claim["by"]) if "by" in claim else apart > 0


def _next(case: Case, who: str, medal: str) -> int | None:
    """What those have together who come next in the table, which has the nations with a medal."""
    rows = {one: tuple(_won(case, case.scope, one, colour) for colour in COLOURS) for one in case.world.nations}
    rows = {one: row for one, row in rows.items() if sum(row)}
    if who not in rows:
        return None

    def key(one: str) -> tuple[int, tuple[int, ...]]:
        return (sum(rows[one]) if medal == "any" else rows[one][COLOURS.index(medal)], rows[one])

    below = sorted((key(one)[0] for one in rows if one != who and key(one) <= key(who)), reverse=True)
    number = case.claim["next"]
    return sum(below[:number]) if len(below) >= number else None


def _earlier(case: Case, who: str, medal: str) -> bool | None:
    """Either reading of an equal number may be meant."""
    found = holdings(case.world, case.scope)
    if len(found) != 1 or found[0].start > case.day:
        return None
    (holding,) = found
    same = [
        one for one in case.world.holdings.values()
        if one.series is holding.series and one.official and one.end < holding.start
    ]  # fmt: skip
    before = sorted(same, key=lambda one: -one.start)
    mine = _won(case, case.scope, who, medal)
    rest = {name: value for name, value in case.scope.items() if name not in ("year", "season")}
    sign = 1 if case.claim["how"] == "most" else -1
    apart = [(one, sign * (_won(case, {**rest, "year": one.year}, who, medal) - mine)) for one in before]
    if any(len(holdings(case.world, {**rest, "year": one.year})) != 1 for one in before):
        return None
    if "since" not in case.claim:
        return all(more <= 0 for _, more in apart)
    latest = [next((one for one, more in apart if more >= least), None) for least in (0, 1)]
    said = days_meant(case.claim["since"])
    return any(one is not None and any(day in said for day in (one.start, one.end)) for one in latest)


def rank(case: Case) -> bool | None:
    who, by, said = case.who("athlete"), case.claim["by"], count_meant(case.claim["rank"])
    if by in ("youngest", "oldest"):
        sexes = [case.scope.get("sex")] if "sex" in case.scope else [None, case.world.athletes[who].sex]
        ranks = [_by_age(case, who, {**case.scope, **({"sex": sex} if sex else {})}) for sex in sexes]
        return None if ranks[0] is None else any(one in said for one in ranks if one is not None)
    scope = {name: value for name, value in case.scope.items() if name not in ("round", "place", "medal")}
    won: dict[str, Counter[str]] = {one: Counter() for one in case.world.athletes}
    for run in case.runs(scope):
        if colour := run.medal(case.day):
            won[run.athlete][colour] += 1
    scores = {one: _score(of, by) for one, of in won.items()}
    return 1 + sum(score > scores[who] for score in scores.values()) in said


def _score(of: Counter[str], by: str) -> tuple[int, ...]:
    if by == "medals":
        return (of.total(),)
    return (of["gold"],) if by == "golds alone" else tuple(of[colour] for colour in COLOURS)


def _by_age(case: Case, who: str, scope: Fields) -> int | None:
    """The rank by age; None where the athlete did not do it."""
    deed = "medal" in scope or "place" in scope
    scope = scope if deed else {"round": "final", **scope}
    final = {"round": "final"} if deed and "round" not in scope else {}
    runs = case.runs({**scope, **final})
    ages: dict[str, list[int]] = {}
    for run in runs:
        ages.setdefault(run.athlete, []).append(run.race.day - case.world.athletes[run.athlete].born)
    if who not in ages:
        return None
    extreme, sign = (min, 1) if case.claim["by"] == "youngest" else (max, -1)
    mine = extreme(ages[who])
    return 1 + sum(sign * extreme(theirs) < sign * mine for theirs in ages.values())
