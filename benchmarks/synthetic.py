"""A synthetic ground truth and claim files for the benchmark: the same seed gives the same bytes."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

ATHLETES, RESULTS, CLAIMS, CLAIMS_A_FILE = 5_000, 50_000, 200_000, 50
NATIONS = ["KEN", "NOR", "GBR", "USA", "ETH", "ESP", "FRA", "AUS", "MAR", "GER"]
AREAS = {"KEN": "Africa", "ETH": "Africa", "MAR": "Africa", "USA": "North America", "AUS": "Oceania"}
SERIES = 20
YEARS = range(2005, 2025)
ROUNDS = ["heat 1", "heat 2", "heat 3", "semifinal 1", "semifinal 2", "final"]
SYLLABLES = ["ba", "ce", "dor", "fin", "gal", "hu", "jer", "kip", "lan", "mo", "nex", "pir", "ras", "tul", "vok", "wen"]


class World:
    """The pack (JSON-ready) and what the claims are drawn from."""

    def __init__(self, seed: int = 0) -> None:
        self.random = random.Random(seed)
        self.athletes = self._athletes()
        self.editions = [(series, year) for year in YEARS for series in range(SERIES)]
        self.races = list(self._races())
        self.flat = [(race, row) for race in self.races for row in race["results"]]
        self.weights = [1 / (rank + 1) for rank in range(len(self.flat))]
        self.random.shuffle(self.flat)
        self.total = list(_running_sum(self.weights))

    def pack(self) -> dict[str, Any]:
        """The ground truth as one pack file."""
        last = f"{YEARS[-1]}-12-31"
        return {
            "sources": [{"id": "made-up", "title": "Synthetic results", "family": "made-up"}],
            "nations": [{"id": code, "name": f"Land {code}", "area": AREAS.get(code, "Europe")} for code in NATIONS],
            "events": [
                {
                    "id": "1500m", "name": "1500 metres", "measure": "time", "better": "lower",
                    "plausible": ["3:20", "6:00"], "aliases": ["1500m", "1,500 metres"], "metres": 1500,
                },
            ],
            "athletes": self.athletes,
            "competitions": [
                {"id": f"games-{series}", "name": f"Games {_word(series)}", "medals": True,
                 "level": "world" if series == 0 else "meeting"}
                for series in range(SERIES)
            ],
            "editions": [
                {
                    "id": f"games-{series}-{year}", "competition": f"games-{series}",
                    "name": f"Games {_word(series)} {year}", "start": f"{year}-{month:02}-01",
                    "end": f"{year}-{month:02}-05", "city": f"City {_word(series)}", "nation": "NOR",
                    "venue": f"Arena {_word(series)}", "sources": ["made-up"],
                }
                for series, year in self.editions
                for month in [_month(series)]
            ],
            "races": self.races,
            "records": [],
            "completeness": [
                {
                    "id": "list", "covers": "athletes", "events": ["1500m"], "sex": "men", "down_to": "3:30.00",
                    "start": "2005-01-01", "end": last, "text": "every athlete's best", "sources": ["made-up"],
                },
                *(
                    {
                        "id": f"medals-{series}", "covers": "medals", "events": ["1500m"], "sex": "men",
                        "competition": f"games-{series}", "start": "2005-01-01", "end": last,
                        "text": "every medal", "sources": ["made-up"],
                    }
                    for series in range(SERIES)
                ),
            ],
        }  # fmt: skip

    def files(self, claims: int = CLAIMS) -> Iterator[tuple[str, dict[str, Any]]]:
        """(file name, claim file), 50 claims each, of every kind that can be judged from this pack."""
        made = 0
        while made < claims:
            number = made // CLAIMS_A_FILE
            published = date(2015, 1, 1) + timedelta(days=9 * (number % 400))
            rows = [self._claim(index, published) for index in range(CLAIMS_A_FILE)]
            article = {
                "id": f"article-{number}", "title": f"Article {number}", "publisher": "Synthetic", "url": None,
                "published": published.isoformat(), "published_basis": "made up", "characters": 5_000,
                "sha256": f"{number:064x}",
            }  # fmt: skip
            yield f"article-{number:06}.json", {"article": article, "claims": rows}
            made += CLAIMS_A_FILE

    def _athletes(self) -> list[dict[str, Any]]:
        families = sorted({"".join(self.random.choices(SYLLABLES, k=3)).title() for _ in range(ATHLETES * 3)})
        self.random.shuffle(families)
        given = sorted({"".join(self.random.choices(SYLLABLES, k=2)).title() for _ in range(200)})
        return [
            {
                "id": f"athlete-{number}", "sex": "men", "sources": ["made-up"], "born": f"{1980 + number % 25}-05-17",
                "name": f"{self.random.choice(given)} {_family(families, number)}",
                "nations": [{"value": self.random.choice(NATIONS)}],
            }
            for number in range(ATHLETES)
        ]  # fmt: skip

    def _races(self) -> Iterator[dict[str, Any]]:
        size = RESULTS // (len(self.editions) * len(ROUNDS))
        for series, year in self.editions:
            field = self.random.sample(self.athletes, size * 3)
            for number, round_ in enumerate(ROUNDS):
                starters = self.random.sample(field, size)
                marks = sorted(self.random.randint(20600, 24000) for _ in starters)
                yield {
                    "event": "1500m", "sex": "men", "date": f"{year}-{_month(series):02}-{1 + number // 2:02}",
                    "edition": f"games-{series}-{year}", "round": round_, "sources": ["made-up"],
                    "results": [
                        {"athlete": starter["id"], "mark": _time(mark), "place": place}
                        for place, (starter, mark) in enumerate(zip(starters, marks, strict=True), start=1)
                    ],
                }  # fmt: skip

    def _claim(self, index: int, published: date) -> dict[str, Any]:
        race, row = self.random.choices(self.flat, cum_weights=self.total)[0]
        kind, fields = self.random.choices(KINDS, weights=SHARES)[0]
        claim = {"kind": kind, "id": f"claim-{index}", "text": f"Synthetic claim {index}", "quote": "figure"}
        claim |= {"start": index * 10, "end": index * 10 + 6}
        return claim | fields(self, race, row) | {"as_of": f"{YEARS[-1]}-12-31"}

    def name(self, athlete: str) -> str:
        """The athlete's name, misspelt now and then, as articles do."""
        name: str = self.athletes[int(athlete.partition("-")[2])]["name"]
        if self.random.random() > 0.03:
            return name
        at = self.random.randrange(2, len(name) - 1)
        return name[:at] + name[at + 1 :]


def _scope(race: dict[str, Any], *, rounds: bool = True) -> dict[str, Any]:
    series, year = race["edition"].split("-")[1:]
    scope = {"event": "1,500 metres", "sex": "men", "competition": f"Games {_word(int(series))}", "year": int(year)}
    return scope | ({"round": race["round"]} if rounds else {})


def _mark(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    wrong = world.random.random() < 0.1
    mark = _time(_centis(row["mark"]) + 37) if wrong else world.random.choice([row["mark"], row["mark"][:-1]])
    return {"athlete": world.name(row["athlete"]), "mark": mark, "scope": _scope(race)}


def _place(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    place = row["place"] + (world.random.random() < 0.1)
    return {"athlete": world.name(row["athlete"]), "place": place, "scope": _scope(race)}


def _medal(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    medal = world.random.choice(["gold", "silver", "bronze"])
    return {"athlete": world.name(row["athlete"]), "medal": medal, "scope": _scope(race, rounds=False)}


def _medal_count(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    scope = {"event": "1500m", "sex": "men", "competition": f"Games {_word(int(race['edition'].split('-')[1]))}"}
    return {"athlete": world.name(row["athlete"]), "medal": "any", "count": world.random.randint(0, 3), "scope": scope}


def _rank(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    rank = world.random.randint(1, 400)
    return {"athlete": world.name(row["athlete"]), "rank": rank, "scope": {"event": "1500m", "sex": "men"}}


def _margin(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    other = world.random.choice(race["results"])
    gap = abs(_centis(row["mark"]) - _centis(other["mark"])) / 100
    ahead, behind = sorted((row, other), key=lambda one: one["place"])
    return {
        "ahead": world.name(ahead["athlete"]), "behind": world.name(behind["athlete"]), "gap": f"{gap:.2f}",
        "scope": _scope(race),
    }  # fmt: skip


def _age(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {"athlete": world.name(row["athlete"]), "age": world.random.randint(18, 40)}


def _date(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {"date": race["date"], "scope": _scope(race)}


def _venue(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {"place": f"City {_word(int(race['edition'].split('-')[1]))}", "scope": _scope(race)}


def _head_to_head(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    other = world.random.choice(race["results"])
    return {
        "athlete": world.name(row["athlete"]), "opponent": world.name(other["athlete"]), "wins": "at least 1",
        "scope": {"event": "1500m"},
    }  # fmt: skip


def _count(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    scope = {"event": "1500m", "sex": "men"}
    return {"athlete": world.name(row["athlete"]), "of": "wins", "count": world.random.randint(0, 4), "scope": scope}


def _title(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {"athlete": world.name(row["athlete"]), "status": "reigning", "scope": _scope(race, rounds=False)}


def _record(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {
        "athlete": world.name(row["athlete"]), "level": "personal", "mark": row["mark"],
        "scope": {"event": "1500m", "sex": "men"},
    }  # fmt: skip


def _since(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {
        "athlete": world.name(row["athlete"]), "feat": {"medal": "any"}, "since": "2006",
        "scope": _scope(race, rounds=False),
    }  # fmt: skip


def _only(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    scope = {"event": "1500m", "sex": "men", "competition": f"Games {_word(int(race['edition'].split('-')[1]))}"}
    return {"members": [world.name(row["athlete"])], "feat": {"titles": 2}, "scope": scope}


def _advance(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {"athlete": world.name(row["athlete"]), "scope": _scope(race)}


def _other(world: World, race: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    return {}


Fields = Callable[[World, dict[str, Any], dict[str, Any]], dict[str, Any]]
MIX: list[tuple[str, Fields, int]] = [
    ("mark", _mark, 30), ("place", _place, 15), ("medal", _medal, 8), ("medal_count", _medal_count, 4),
    ("rank", _rank, 6), ("margin", _margin, 5), ("bio", _age, 5), ("date", _date, 5), ("venue", _venue, 4),
    ("head_to_head", _head_to_head, 2), ("count", _count, 2), ("title", _title, 4), ("record", _record, 3),
    ("since", _since, 1), ("only", _only, 1), ("advance", _advance, 2), ("other", _other, 3),
]  # fmt: skip
KINDS = [(kind, fields) for kind, fields, _ in MIX]
SHARES = [share for _, _, share in MIX]


def dump(value: dict[str, Any]) -> str:
    """The JSON text of a pack or a claim file, kind first."""
    return json.dumps(value, ensure_ascii=False)


def _centis(mark: str) -> int:
    minutes, seconds = mark.split(":")
    return int(minutes) * 6000 + round(float(seconds) * 100)


def _time(centis: int) -> str:
    return f"{centis // 6000}:{centis % 6000 / 100:05.2f}"


def _month(series: int) -> int:
    return 5 + series % 5


def _word(number: int) -> str:
    """A number as letters: names hold no digits."""
    return "" if number == 0 else SYLLABLES[number % 16] + _word(number // 16)


def _family(families: list[str], number: int) -> str:
    """A family name that no other athlete bears."""
    return families[number % len(families)] + _word(number // len(families))


def _running_sum(weights: list[float]) -> Iterator[float]:
    total = 0.0
    for weight in weights:
        total += weight
        yield total
