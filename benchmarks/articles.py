"""Synthetic claim files for the benchmark, drawn from the synthetic truth and made to resemble the real ones.

A year of reports on one season's meetings. An article has its day and its meeting; most of its claims are about the
few who did well there, the others about what they and others did before. The shares of the kinds and of the fields,
the lengths of the texts, and how often a thing is said again are those of the five real claim files; `likeness.py`
prints both. The same seed gives the same bytes.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import accumulate, zip_longest
from typing import Any

from synthetic import SERIES, YEARS, World, day, time, word

CLAIMS, CLAIMS_A_FILE = 200_000, 87
SEASON = YEARS[-1]
LOCAL, HISTORIC = 5, 4  # athletes that an article is about: who ran at its meeting, and others of old
EARLIER = 3  # earlier races of each of them that it tells of
MISSPELT, WRONG, AGAIN = 0.03, 0.1, 0.15

Row = tuple[dict[str, Any], dict[str, Any]]  # a race, and one line of its results
Fields = Callable[["Desk", dict[str, Any], dict[str, Any]], dict[str, Any]]


class Desk:
    """The articles written about one world."""

    def __init__(self, world: World, seed: int = 1) -> None:
        self.world = world
        self.random = random.Random(seed)
        self.season: dict[str, list[Row]] = defaultdict(list)  # by edition, the finalists first
        self.careers: dict[str, list[Row]] = defaultdict(list)  # by athlete, before the season
        for race in sorted(world.races, key=lambda race: race["round"] != "final"):
            for row in race["results"][:8]:
                if race["edition"].endswith(str(SEASON)):
                    self.season[race["edition"]].append((race, row))
                else:
                    self.careers[row["athlete"]].append((race, row))
        self.famous = sorted(self.careers)
        self.random.shuffle(self.famous)

    def files(self, claims: int = CLAIMS) -> Iterator[tuple[str, dict[str, Any]]]:
        """(file name, claim file): meeting by meeting, the great ones far more often than the small."""
        weights = [1 / (series + 1) for series in range(SERIES)]
        for number, first in enumerate(range(0, claims, CLAIMS_A_FILE)):
            (series,) = self.random.choices(range(SERIES), weights)
            published = date.fromisoformat(day(series, SEASON, 2)) + timedelta(days=self.random.randrange(14))
            article = {
                "id": f"article-{number}", "title": f"Six things to know after day two of the Games {word(series)}",
                "publisher": "Synthetic", "url": None, "published": published.isoformat(),
                "published_basis": "printed in the article", "characters": 9_000, "sha256": f"{number:064x}",
            }  # fmt: skip
            rows = self._claims(series, min(CLAIMS_A_FILE, claims - first))
            yield f"article-{number:06}.json", {"article": article, "claims": rows}

    def _claims(self, series: int, size: int) -> list[dict[str, Any]]:
        material = self._material(series)
        weights = _zipf(len(material))
        rows: list[dict[str, Any]] = []
        told: list[tuple[str, Fields, Row, str]] = []
        for index in range(size):
            again = told and self.random.random() < AGAIN
            kind, fields, result, first = self.random.choice(told) if again else self._new(material, weights)
            words = self._words(kind, index)
            rows.append(words | fields(self, *result) | self._asides(index) | ({"repeats": first} if again else {}))
            if kind != "other":
                told.append((kind, fields, result, first or words["id"]))
        return rows

    def _new(self, material: list[Row], weights: list[float]) -> tuple[str, Fields, Row, str]:
        (result,) = self.random.choices(material, cum_weights=weights)
        ((kind, fields),) = self.random.choices(KINDS, cum_weights=SHARES)
        return kind, fields, result, ""

    def _material(self, series: int) -> list[Row]:
        """What the article can tell of: results of its meeting, and what its athletes and others did before."""
        there = self.season[f"games-{series}-{SEASON}"]
        local = [there[index] for index in self._some(len(there), LOCAL)]
        athletes = [row["athlete"] for _, row in local]
        athletes += [self.famous[index] for index in self._some(len(self.famous), HISTORIC)]
        earlier = [result for athlete in athletes for result in self.careers[athlete][:EARLIER]]
        self.random.shuffle(earlier)
        return [result for pair in zip_longest(local, earlier) for result in pair if result is not None]

    def _some(self, size: int, number: int) -> list[int]:
        return self.random.choices(range(size), cum_weights=_zipf(size), k=number)

    def _words(self, kind: str, index: int) -> dict[str, Any]:
        """What every claim has: where its words stand, and a paraphrase of them."""
        quote = "the printed figure"[: self.random.randrange(18) + 1] + " it stands beside"[: self.random.randrange(18)]
        return {
            "kind": kind, "id": f"{kind.replace('_', '-')}-of-the-day-{index}",
            "text": f"What the article says of a {kind}, in our {'own ' * self.random.randrange(2)}words",
            "quote": quote, "start": index * 90, "end": index * 90 + len(quote),
        }  # fmt: skip

    def _asides(self, index: int) -> dict[str, Any]:
        """The fields that some claims have: a remark on the reading, who said it, the statement it is cut from."""
        some: dict[str, Any] = {}
        if self.random.random() < 0.03:
            some["as_of"] = f"1 {['May', 'June', 'July'][index % 3]} {SEASON - 1}"
        if self.random.random() < 0.08:
            some["attributed_to"] = "Josh Somebody"
        if self.random.random() < 0.2:
            some["reading"] = "the final is meant, as the rounds before it are named"
        if self.random.random() < 0.3:
            some["compound"] = f"statement-{index // 3}"
        return some

    def name(self, athlete: str) -> str:
        """The athlete as articles name him: by his family name mostly, and misspelt now and then."""
        name: str = self.world.athletes[int(athlete.partition("-")[2])]["name"]
        if self.random.random() < 0.66:
            name = name.split()[-1]
        if self.random.random() > MISSPELT:
            return name
        at = self.random.randrange(2, len(name) - 1)
        return name[:at] + name[at + 1 :]

    def wrong(self) -> bool:
        return self.random.random() < WRONG


def _scope(desk: Desk, race: dict[str, Any], *, in_round: bool = True) -> dict[str, Any]:
    """The race as printed: this season's by its meeting's full name, an older one with its year."""
    series, year = map(int, race["edition"].split("-")[1:])
    this_year = year == SEASON
    event = desk.random.choice(["1500m", "1500m", "1,500 metres"])
    scope: dict[str, Any] = {"event": event, "competition": f"Games {word(series)}" + f" {year}" * this_year}
    scope |= {} if this_year else {"year": year}
    return scope | ({"round": race["round"]} if in_round and race["round"] != "final" else {})


def _series(race: dict[str, Any]) -> dict[str, Any]:
    return {"event": "1500m", "sex": "men", "competition": f"Games {word(int(race['edition'].split('-')[1]))}"}


def _mark(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    mark = time(_centis(row["mark"]) + 37) if desk.wrong() else desk.random.choice([row["mark"], row["mark"][:-1]])
    return {"athlete": desk.name(row["athlete"]), "mark": mark, "scope": _scope(desk, race)}


def _place(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {"athlete": desk.name(row["athlete"]), "place": row["place"] + desk.wrong(), "scope": _scope(desk, race)}


def _medal(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    medal = desk.random.choice(["gold", "silver", "bronze"])
    return {"athlete": desk.name(row["athlete"]), "medal": medal, "scope": _scope(desk, race, in_round=False)}


def _medal_count(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {
        "athlete": desk.name(row["athlete"]), "medal": "any", "count": desk.random.randint(0, 3),
        "scope": _series(race), "lenient": {"scope": {"competition": None}},
    }  # fmt: skip


def _rank(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    rank = desk.random.randint(1, 400)
    return {"athlete": desk.name(row["athlete"]), "rank": rank, "scope": {"event": "1500m", "sex": "men"}}


def _margin(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    other = desk.random.choice(race["results"])
    gap = abs(_centis(row["mark"]) - _centis(other["mark"])) / 100
    ahead, behind = sorted((row, other), key=lambda one: one["place"])
    return {
        "ahead": desk.name(ahead["athlete"]), "behind": desk.name(behind["athlete"]), "gap": f"{gap:.2f}",
        "scope": _scope(desk, race),
    }  # fmt: skip


def _bio(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    """An age or, more often, a nation."""
    athlete = desk.world.athletes[int(row["athlete"].partition("-")[2])]
    if desk.random.random() < 0.3:
        return {"athlete": desk.name(row["athlete"]), "age": SEASON - int(athlete["born"][:4]) + desk.wrong()}
    return {"athlete": desk.name(row["athlete"]), "nation": f"Land {athlete['nations'][0]['value']}"}


def _date(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {"date": desk.random.choice([race["date"], race["date"][:7], race["date"][:4]]), "scope": _scope(desk, race)}


def _venue(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    where = desk.random.choice(["City", "Arena"])
    return {"place": f"{where} {word(int(race['edition'].split('-')[1]))}", "scope": _scope(desk, race)}


def _head_to_head(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    other = desk.random.choice(race["results"][:4])
    scope = desk.random.choice([{"event": "1500m"}, _scope(desk, race)])
    return {"athlete": desk.name(row["athlete"]), "opponent": desk.name(other["athlete"]), "wins": 1, "scope": scope}


def _count(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    of = desk.random.choice(["wins", "races", "finals"])
    scope = {"event": "1500m", "after": f"1 January {desk.random.randint(2005, SEASON)}"}
    return {"athlete": desk.name(row["athlete"]), "of": of, "count": desk.random.randint(0, 4), "scope": scope}


def _title(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    status = desk.random.choice(["reigning", "won"])
    scope = _series(race) if status == "reigning" else _scope(desk, race, in_round=False)
    return {"athlete": desk.name(row["athlete"]), "status": status, "scope": scope}


def _record(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    scope = {"event": "1500m", "sex": "men"}
    return {"athlete": desk.name(row["athlete"]), "level": "personal", "mark": row["mark"], "scope": scope}


def _since(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    scope = _scope(desk, race, in_round=False)
    return {"athlete": desk.name(row["athlete"]), "feat": {"medal": "any"}, "since": "2006", "scope": scope}


def _only(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {"members": [desk.name(row["athlete"])], "feat": {"titles": 2}, "scope": _series(race)}


def _advance(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {"athlete": desk.name(row["athlete"]), "scope": _scope(desk, race) | {"round": race["round"]}}


def _other(desk: Desk, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {}


MIX: list[tuple[str, Fields, float]] = [
    ("other", _other, 24), ("place", _place, 11.5), ("bio", _bio, 10), ("date", _date, 7), ("mark", _mark, 7),
    ("record", _record, 6.5), ("title", _title, 6), ("venue", _venue, 6), ("count", _count, 5), ("medal", _medal, 5),
    ("head_to_head", _head_to_head, 4), ("rank", _rank, 3.5), ("advance", _advance, 2), ("since", _since, 2),
    ("medal_count", _medal_count, 1.5), ("margin", _margin, 0.5), ("only", _only, 0.5),
]  # fmt: skip
KINDS = [(kind, fields) for kind, fields, _ in MIX]
SHARES = list(accumulate(share for _, _, share in MIX))


def _zipf(size: int) -> list[float]:
    """Cumulative weights 1, 1 + 1/2, 1 + 1/2 + 1/3 ..."""
    return list(accumulate(1 / rank for rank in range(1, size + 1)))


def _centis(mark: str) -> int:
    minutes, seconds = mark.split(":")
    return int(minutes) * 6000 + round(float(seconds) * 100)
