"""A synthetic ground truth for the benchmark: the same seed gives the same bytes."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

ATHLETES, RESULTS = 5_000, 50_000
NATIONS = ["KEN", "NOR", "GBR", "USA", "ETH", "ESP", "FRA", "AUS", "MAR", "GER"]
AREAS = {"KEN": "Africa", "ETH": "Africa", "MAR": "Africa", "USA": "North America", "AUS": "Oceania"}
SERIES = 20
YEARS = range(2005, 2025)
ROUNDS = ["heat 1", "heat 2", "heat 3", "semifinal 1", "semifinal 2", "final"]
SYLLABLES = ["ba", "ce", "dor", "fin", "gal", "hu", "jer", "kip", "lan", "mo", "nex", "pir", "ras", "tul", "vok", "wen"]


class World:
    """The pack, JSON-ready, and the rows that it is made of."""

    def __init__(self, seed: int = 0) -> None:
        self.random = random.Random(seed)
        self.athletes = self._athletes()
        self.editions = [(series, year) for year in YEARS for series in range(SERIES)]
        self.races = list(self._races())

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
                {"id": f"games-{series}", "name": f"Games {word(series)}", "medals": True,
                 "level": "world" if series == 0 else "meeting"}
                for series in range(SERIES)
            ],
            "editions": [
                {
                    "id": f"games-{series}-{year}", "competition": f"games-{series}",
                    "name": f"Games {word(series)} {year}", "start": day(series, year, 0),
                    "end": day(series, year, 4), "city": f"City {word(series)}", "nation": "NOR",
                    "venue": f"Arena {word(series)}", "sources": ["made-up"],
                }
                for series, year in self.editions
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
                    "event": "1500m", "sex": "men", "date": day(series, year, number // 2),
                    "edition": f"games-{series}-{year}", "round": round_, "sources": ["made-up"],
                    "results": [
                        {"athlete": starter["id"], "mark": time(mark), "place": place}
                        for place, (starter, mark) in enumerate(zip(starters, marks, strict=True), start=1)
                    ],
                }  # fmt: skip


def dump(value: dict[str, Any]) -> str:
    """The JSON text of a pack or a claim file, indented as the shipped ones are."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def time(centis: int) -> str:
    return f"{centis // 6000}:{centis % 6000 / 100:05.2f}"


def day(series: int, year: int, after: int) -> str:
    """So many days after the first of the holding; no two holdings are at once."""
    return f"{year}-{5 + series % 5:02}-{1 + 7 * (series // 5) + after:02}"


def word(number: int) -> str:
    """A number as letters: names hold no digits."""
    return "" if number == 0 else SYLLABLES[number % 16] + word(number // 16)


def _family(families: list[str], number: int) -> str:
    """A family name that no other athlete bears."""
    return families[number % len(families)] + word(number // len(families))
