"""A small ground truth full of names that are easily mixed up. Its results are invented."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from harness.names import Names
from harness.truth.index import Truth
from harness.truth.pack import Pack

PUBLISHED = date(2024, 8, 2).toordinal()


def day(year: int, month: int, day_of_month: int) -> int:
    return date(year, month, day_of_month).toordinal()


def _person(id_: str, name: str, nation: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "name": name, "sex": "men", "nations": [{"value": nation}], "sources": ["book"], **more}


def _holding(series: str, year: int, name: str, days: tuple[str, str], city: str, nation: str, **more: Any) -> Any:
    start, end = (f"{year}-{one}" for one in days)
    where = {"city": city, "nation": nation, "start": start, "end": end}
    return {"id": f"{series}-{year}", "competition": series, "name": name, "sources": ["book"], **where, **more}


def _race(edition: str, event: str, athletes: str, round_: str = "final", sex: str = "men") -> dict[str, Any]:
    results = [{"athlete": one, "place": place} for place, one in enumerate(athletes.split(), start=1)]
    where = {"edition": edition, "event": event, "sex": sex, "round": round_, "date": edition[-4:]}
    return {**where, "results": results, "sources": ["book"]}


DATA: dict[str, Any] = {
    "sources": [{"id": "book", "title": "The Book", "family": "book"}],
    "nations": [
        {"id": "NOR", "name": "Norway", "area": "Europe", "demonyms": ["Norwegian"]},
        {"id": "GBR", "name": "Great Britain", "area": "Europe", "aliases": ["Britain", "GB"],
         "demonyms": ["British", "Briton", "Scot"]},
        {"id": "KEN", "name": "Kenya", "area": "Africa", "demonyms": ["Kenyan"]},
        {"id": "USA", "name": "United States", "area": "North America", "aliases": ["the US"],
         "demonyms": ["American"]},
        {"id": "MON", "name": "Monaco", "area": "Europe"},
        {"id": "SVK", "name": "Slovakia", "area": "Europe"},
    ],
    "events": [
        {"id": "1500m", "name": "1500 metres", "measure": "time", "better": "lower", "metres": 1500,
         "plausible": ["3:20.00", "6:00.00"], "aliases": ["metric mile"]},
        {"id": "mile", "name": "Mile", "measure": "time", "better": "lower", "metres": 1609,
         "plausible": ["3:35.00", "6:30.00"], "aliases": ["Bowerman Mile"]},
        {"id": "2-miles", "name": "2 miles", "measure": "time", "better": "lower", "metres": 3219,
         "plausible": ["7:45.00", "12:00.00"]},
        {"id": "5000m", "name": "5000 metres", "measure": "time", "better": "lower", "metres": 5000,
         "plausible": ["12:20.00", "25:00.00"], "aliases": ["5k"]},
        {"id": "long-jump", "name": "Long jump", "measure": "distance", "better": "higher",
         "plausible": ["4.00", "9.50"]},
    ],
    "athletes": [
        _person("jakob", "Jakob Ingebrigtsen", "NOR"),
        _person("henrik", "Henrik Ingebrigtsen", "NOR"),
        _person("filip", "Filip Ingebrigtsen", "NOR"),
        _person("kerr", "Josh Kerr", "GBR"),
        _person("coe", "Sebastian Coe", "GBR"),
        _person("timothy", "Timothy Cheruiyot", "KEN"),
        _person("reynold", "Reynold Cheruiyot", "KEN"),
        _person("kipsang", "Abel Kipsang", "KEN"),
        _person("ann-smith", "Ann Smith", "USA", sex="women"),
        _person("bob-smith", "Bob Smith", "USA"),
        _person("carl-smith", "Carl Smith", "GBR"),
    ],
    "competitions": [
        {"id": "olympics", "name": "Olympic Games", "level": "olympic", "medals": True, "aliases": ["Olympics"]},
        {"id": "worlds", "name": "World Athletics Championships", "level": "world", "medals": True,
         "aliases": ["worlds"]},
        {"id": "indoor-worlds", "name": "World Athletics Indoor Championships", "level": "world indoor",
         "medals": True, "aliases": ["world indoors"]},
        {"id": "europeans", "name": "European Championships", "level": "continental", "area": "Europe",
         "medals": True, "aliases": ["European"]},
        {"id": "prefontaine", "name": "Prefontaine Classic", "level": "diamond league",
         "aliases": ["Bowerman Mile", "Pre Classic"]},
        {"id": "bislett", "name": "Bislett Games", "level": "diamond league", "aliases": ["Bislett"]},
        {"id": "golden-grand-prix", "name": "Golden Grand Prix", "level": "meeting"},
    ],
    "editions": [
        _holding("olympics", 1924, "Olympic Games Paris 1924", ("07-05", "07-27"), "Paris", "MON"),
        _holding("olympics", 1984, "Olympic Games Los Angeles 1984", ("07-28", "08-12"), "Los Angeles", "USA"),
        _holding("olympics", 2021, "Olympic Games Tokyo 2020", ("07-30", "08-08"), "Tokyo", "KEN",
                 aliases=["Tokyo 2020"]),
        _holding("olympics", 2024, "Olympic Games Paris 2024", ("08-01", "08-11"), "Saint-Denis (Paris)", "MON",
                 aliases=["Paris 2024", "Paris Olympics 2024"], venue="Stade de France", venue_aliases=["the Stade"]),
        _holding("worlds", 2022, "World Championships Oregon 2022", ("07-15", "07-24"), "Eugene, OR", "USA"),
        _holding("worlds", 2023, "World Championships Budapest 2023", ("08-19", "08-27"), "Budapest", "SVK"),
        _holding("indoor-worlds", 2024, "World Indoor Championships Glasgow 2024", ("03-01", "03-03"), "Glasgow",
                 "GBR", indoor=True),
        _holding("prefontaine", 2023, "Prefontaine Classic 2023", ("09-16", "09-17"), "Eugene, OR", "USA"),
        _holding("prefontaine", 2024, "Prefontaine Classic 2024", ("05-25", "05-25"), "Eugene, OR", "USA",
                 venue="Hayward Field"),
        _holding("bislett", 2024, "Bislett Games 2024", ("05-30", "05-30"), "Oslo", "NOR"),
        _holding("golden-grand-prix", 2024, "Golden Grand Prix 2024", ("05-19", "05-19"), "Tokyo", "KEN"),
    ],
    "races": [
        _race("olympics-1924", "1500m", "coe"),
        _race("olympics-2021", "1500m", "jakob timothy kerr kipsang"),
        _race("olympics-2024", "1500m", "jakob kerr reynold", "heat 1"),
        _race("worlds-2022", "1500m", "jakob"),
        _race("worlds-2023", "1500m", "kerr jakob"),
        _race("worlds-2023", "5000m", "jakob timothy reynold bob-smith"),
        _race("worlds-2023", "1500m", "ann-smith", sex="women"),
        _race("indoor-worlds-2024", "1500m", "kerr"),
        _race("prefontaine-2023", "mile", "jakob"),
        _race("prefontaine-2024", "mile", "kerr jakob"),
        _race("bislett-2024", "1500m", "jakob timothy"),
        _race("golden-grand-prix-2024", "5000m", "bob-smith carl-smith"),
    ],
}  # fmt: skip

TRUTH = Truth(msgspec.convert(DATA, Pack))
NAMES = Names(TRUTH)
