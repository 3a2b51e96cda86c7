"""Matches of two clubs beside the races of a world: how they ended, what a pack shows of them, and claims of them.

The clubs and their players do nothing else, so that no other claim can be about them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from case import Case
from figures import count_meant, printed_day
from talk import Claim, Talk
from world import Day, Run, World

CLUBS = ("Leith Club", "Oslo Club", "Bergen Club")
PLAYERS = {"Leith Club": ("Ada Lund", "Bea Moe"), "Oslo Club": ("Cai Ness", "Dag Ore"), "Bergen Club": ("Eli Pay", "")}
YEARS = (2016, 2017, 2018, 2019, 2021)


@dataclass(frozen=True)
class Played:
    """The final of a year's Club Cup: the sides, their points, of whom, and how it ended."""

    day: Day
    sides: tuple[str, str]
    scorers: tuple[dict[str, int], dict[str, int]]
    decided: str
    shootout: tuple[int, int] | None
    sets: tuple[tuple[int, int], ...]

    @property
    def points(self) -> tuple[int, int]:
        first, second = (sum(one.values()) for one in self.scorers)
        return first, second

    def of(self, side: str, pair: tuple[int, int]) -> str:
        """The numbers of both, with those of the side first."""
        first, second = pair if side == self.sides[0] else pair[::-1]
        return f"{first}-{second}"

    def result(self, side: str) -> str:
        first, second = self.shootout or self.points
        if first == second:
            return "drew"
        return "won" if (first > second) == (side == self.sides[0]) else "lost"


def finals(world: World) -> list[Played]:
    """Drawn from what is in the world, so that one world has the same ones always."""
    rng = Random(sum(run.mark or 0 for run in world.runs))
    return [_final(rng, year) for year in YEARS]


def _final(rng: Random, year: int) -> Played:
    first, second = rng.sample(CLUBS, 2)
    scorers = tuple(
        {player: goals for player in PLAYERS[club] if player and (goals := rng.randint(0, 2))}
        for club in (first, second)
    )
    level = sum(scorers[0].values()) == sum(scorers[1].values())
    shootout = rng.choice(((4, 3), (2, 4))) if level and rng.random() < 0.6 else None
    decided = "extra time" if shootout or rng.random() < 0.3 else "regular time"
    sets = tuple((rng.randint(0, 3), rng.randint(0, 3)) for _ in range(2))
    day = date(year, 4, rng.randint(1, 28)).toordinal()
    return Played(day, (first, second), (scorers[0], scorers[1]), decided, shootout, sets)


def shown(rng: Random, played: list[Played], gaps: float) -> dict[str, list[Any]]:
    """Rows of a pack: a final may be left out, and so may any field of it."""
    rows: dict[str, list[Any]] = {
        "events": [{"id": "handball", "name": "handball", "measure": "points", "better": "higher",
                    "plausible": ["0", "70"], "team": True}],
        "athletes": [_person(name) for name in (*CLUBS, *(one for some in PLAYERS.values() for one in some if one))],
        "competitions": [{"id": "club-cup", "name": "Club Cup", "level": "meeting"}],
        "editions": [], "races": [],
    }  # fmt: skip
    for one in played:
        year = date.fromordinal(one.day).year
        rows["editions"].append(
            {"id": f"club-cup-{year}", "competition": "club-cup", "name": f"Club Cup {year}", "sources": ["book"],
             "start": printed_day(one.day), "end": printed_day(one.day)}
        )  # fmt: skip
        if rng.random() >= gaps:
            rows["races"].append(_race(rng, one, f"club-cup-{year}", gaps))
    return rows


def _race(rng: Random, one: Played, edition: str, gaps: float) -> dict[str, Any]:
    kept = {name: rng.random() >= gaps for name in ("decided", "points", "scorers", "shootout", "sets", "other")}
    race: dict[str, Any] = {"event": "handball", "sex": "men", "date": printed_day(one.day), "edition": edition}
    race |= {"round": "final", "sources": ["book"]} | ({"decided": one.decided} if kept["decided"] else {})
    results = []
    for at, side in enumerate(one.sides):
        row: dict[str, Any] = {"athlete": _id(side)}
        row |= {"mark": str(one.points[at])} if kept["points"] else {}
        row |= {"scorers": {_id(who): n for who, n in one.scorers[at].items()}} if kept["scorers"] else {}
        row |= {"shootout": one.shootout[at]} if one.shootout and kept["shootout"] else {}
        row |= {"sets": [pair[at] for pair in one.sets]} if kept["sets"] else {}
        results.append(row)
    return race | {"results": results if kept["other"] else results[:1]}


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _person(name: str) -> dict[str, Any]:
    return {"id": _id(name), "name": name, "sex": "men", "sources": ["book"]}


def score(talk: Talk, run: Run) -> Claim:
    """How a final ended, mostly as it did."""
    one = talk.rng.choice(finals(talk.world))
    side, other = one.sides if talk.maybe(0.5) else one.sides[::-1]
    claim: Claim = {"athlete": side if talk.maybe(0.95) else talk.rng.choice(CLUBS)}
    scope = {"event": "handball", "competition": "Club Cup", "year": date.fromordinal(one.day).year}
    form = talk.rng.choice(("result", "score", "sets", "shootout", "after", "by_shootout", "goals", "opponent"))
    if form == "goals":
        player = talk.rng.choice([who for club in one.sides for who in PLAYERS[club] if who])
        goals = sum(scored.get(player, 0) for scored in one.scorers)
        return {"athlete": player, "goals": talk.some(goals), "scope": scope}
    near = (one.points[0] + talk.rng.choice((0, 0, 1)), one.points[1])
    values = {
        "result": talk.rng.choice((one.result(side), "won", "lost", "drew")), "score": one.of(side, near),
        "sets": [one.of(side, pair) for pair in one.sets][: talk.rng.choice((1, 2, 2, 2))],
        "shootout": one.of(side, one.shootout or (4, 3)), "after": talk.rng.choice(("regular time", "extra time")),
        "by_shootout": talk.maybe(0.5), "opponent": other if talk.maybe(0.7) else talk.rng.choice(CLUBS),
    }  # fmt: skip
    return {**claim, form: values[form], "scope": scope}


def is_so(case: Case) -> bool | None:
    claim = case.claim
    year = claim["scope"]["year"]
    one = next(played for played in finals(case.world) if date.fromordinal(played.day).year == year)
    who = claim["athlete"]
    if one.day > case.day or claim.get("opponent") == who:
        return None
    if "goals" in claim:
        return sum(scored.get(who, 0) for scored in one.scorers) in count_meant(claim["goals"])
    if who not in one.sides:
        return None
    other = one.sides[who == one.sides[0]]
    so = {
        "result": one.result(who), "score": one.of(who, one.points), "sets": [one.of(who, pair) for pair in one.sets],
        "shootout": one.shootout and one.of(who, one.shootout), "after": one.decided,
        "by_shootout": one.shootout is not None, "opponent": other,
    }  # fmt: skip
    return all(claim[field] == value for field, value in so.items() if field in claim)
