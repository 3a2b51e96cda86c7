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

    def __init__(self, seed: int = 0, athletes: int = ATHLETES, results: int = RESULTS, events: int = 1) -> None:
        self.random = random.Random(seed)
        self.events = ["1500m", *(f"{1500 + number}m" for number in range(1, events))]
        self.sizes = athletes, results
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
                    "id": event, "name": f"{event[:-1]} metres", "measure": "time", "better": "lower",
                    "plausible": ["3:20", "6:00"], "metres": int(event[:-1]),
                    "aliases": [event, f"1,{event[1:-1]} metres"],
                }
                for event in self.events
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
                *(
                    {
                        "id": "list" if event == "1500m" else f"list-{event}", "covers": "athletes", "events": [event],
                        "sex": "men", "down_to": "3:30.00", "start": "2005-01-01", "end": last,
                        "text": "every athlete's best", "sources": ["made-up"],
                    }
                    for event in self.events
                ),
                *(
                    {
                        "id": f"medals-{series}", "covers": "medals", "events": self.events, "sex": "men",
                        "competition": f"games-{series}", "start": "2005-01-01", "end": last,
                        "text": "every medal", "sources": ["made-up"],
                    }
                    for series in range(SERIES)
                ),
            ],
        }  # fmt: skip

    def _athletes(self) -> list[dict[str, Any]]:
        athletes = self.sizes[0]
        families = sorted({"".join(self.random.choices(SYLLABLES, k=3)).title() for _ in range(athletes * 3)})
        self.random.shuffle(families)
        given = sorted({"".join(self.random.choices(SYLLABLES, k=2)).title() for _ in range(200)})
        return [
            {
                "id": f"athlete-{number}", "sex": "men", "sources": ["made-up"], "born": f"{1980 + number % 25}-05-17",
                "name": f"{self.random.choice(given)} {_family(families, number)}",
                "nations": [{"value": self.random.choice(NATIONS)}],
            }
            for number in range(athletes)
        ]  # fmt: skip

    def _races(self) -> Iterator[dict[str, Any]]:
        size = self.sizes[1] // (len(self.editions) * len(ROUNDS) * len(self.events))
        for series, year in self.editions:
            for event in self.events:
                yield from self._rounds(series, year, event, size)

    def _rounds(self, series: int, year: int, event: str, size: int) -> Iterator[dict[str, Any]]:
        field = self.random.sample(self.athletes, size * 3)
        for number, round_ in enumerate(ROUNDS):
            starters = self.random.sample(field, size)
            marks = sorted(self.random.randint(20600, 24000) for _ in starters)
            yield {
                "event": event, "sex": "men", "date": day(series, year, number // 2),
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
