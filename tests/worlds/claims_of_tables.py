"""Random claims that compare: medals with those of others or of another holding, and ranks by medals or by age."""

from __future__ import annotations

from talk import Claim, Talk
from world import Run

WHERE = ("event", "group", "sex", "competition", "time", "level")


def comparison(talk: Talk, run: Run) -> Claim:
    roll, games = talk.rng.random(), _games(talk)
    how = talk.rng.choice(("more", "fewer", "as many"))
    medal = {"medal": talk.rng.choice(("gold", "silver", "bronze", "any"))}
    if roll < 0.4:
        scope = games if talk.maybe(0.3) else talk.scope(run, WHERE, likely=0.5)
        others = (
            {"athletes": [talk.other(run)]} if talk.maybe(0.5) else {"nations": _nations(talk, talk.rng.randint(1, 2))}
        )
        whose = {"athlete": talk.name(run.athlete)} if talk.maybe(0.5) else {"nation": talk.nation(run)}
        if whose.get("nation") in others.get("nations", ()):
            whose = {"athlete": talk.name(run.athlete)}
        by = {"by": talk.some(1, least=1)} if how != "as many" and talk.maybe(0.3) else {}
        return {"how": how, **whose, **others, **medal, **by, "scope": scope}
    first, second = _nations(talk, 2)
    if roll < 0.55:
        return {"how": how, "nation": first, "next": talk.rng.randint(1, 2), **medal, "scope": games}
    if roll < 0.7:
        how = talk.rng.choice(("ahead", "level", "behind"))
        scope = games if talk.maybe(0.7) else talk.scope(run, WHERE, likely=0.6)
        return {"how": how, "nation": first, "nations": [second], "scope": scope}
    if roll < 0.8:
        return {"how": how, "nation": first, **medal, "scope": games, "compared_to": _games(talk)}
    whose = {"nation": first} if talk.maybe(0.6) else {"athlete": talk.name(run.athlete)}
    scope = games if talk.maybe(0.6) else {**talk.holding_of(talk.held()), "year": 2016}
    scope = {name: value for name, value in scope.items() if name not in ("on", "round", "until")}
    since = {"since": str(talk.rng.choice((2014, 2015, 2016, 2018, 2021)))} if talk.maybe(0.5) else {}
    return {"how": talk.rng.choice(("most", "fewest")), **whose, **medal, **since, "scope": scope}


def rank(talk: Talk, run: Run) -> Claim:
    by = talk.rng.choice(("medals", "golds", "golds alone", "youngest", "oldest"))
    scope = talk.scope(run, (*WHERE, "nation"), likely=0.5)
    if by in ("youngest", "oldest"):
        scope |= talk.rng.choice(({}, {"medal": "gold"}, {"medal": "any"}, {"place": 1}))
    return {"athlete": talk.name(run.athlete), "rank": talk.some(1, least=1), "by": by, "scope": scope}


def _games(talk: Talk) -> Claim:
    years = [one.year for one in talk.world.holdings.values() if one.series.id == "games"]
    return {"competition": "Olympic Games", "year": talk.rng.choice(years or [2016])}


def _nations(talk: Talk, number: int) -> list[str]:
    return [talk.world.nations[code][0] for code in talk.rng.sample(list(talk.world.nations), number)]
