"""Small invented worlds, written down in few words: who there is, what was held and run, and what is known to be all.

`world` makes a pack of rows, `Case` puts claims beside it with the verdict that each must have and why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

Row = dict[str, Any]
SUPPORTED, REFUTED, OPEN = "supported", "refuted", "not_enough_info"
NOT_REFUTED = frozenset({SUPPORTED, OPEN})

NATIONS = [
    {"id": "NOR", "name": "Norway", "area": "Europe", "demonyms": ["Norwegian"]},
    {"id": "SWE", "name": "Sweden", "area": "Europe", "demonyms": ["Swedish", "Swede"]},
    {"id": "ITA", "name": "Italy", "area": "Europe", "demonyms": ["Italian"]},
    {"id": "KEN", "name": "Kenya", "area": "Africa", "demonyms": ["Kenyan"]},
    {"id": "ETH", "name": "Ethiopia", "area": "Africa", "demonyms": ["Ethiopian"]},
    {"id": "USA", "name": "United States", "area": "North America", "aliases": ["USA"], "demonyms": ["American"]},
    {"id": "NZL", "name": "New Zealand", "area": "Oceania", "demonyms": ["New Zealander"]},
    {"id": "JPN", "name": "Japan", "area": "Asia", "demonyms": ["Japanese"]},
]


def _run(id_: str, name: str, first: str, last: str, metres: int, **more: Any) -> Row:
    return {"id": id_, "name": name, "measure": "time", "better": "lower", "plausible": [first, last],
            "metres": metres, "sport": "athletics", "groups": ["running"], **more}  # fmt: skip


def _field(id_: str, name: str, measure: str, first: str, last: str, **more: Any) -> Row:
    return {"id": id_, "name": name, "measure": measure, "better": "higher", "plausible": [first, last],
            "sport": "athletics"} | more  # fmt: skip


EVENTS = [
    _run("100m", "100 m", "9.40", "16.00", 100, aliases=["100 metres"]),
    _run("200m", "200 m", "19.00", "35.00", 200),
    _run("400m", "400 m", "42.50", "1:20.00", 400),
    _run("800m", "800 m", "1:38.00", "3:00.00", 800),
    _run("1500m", "1500 m", "3:20.00", "6:00.00", 1500, aliases=["1500 metres"]),
    _run("mile", "mile", "3:40.00", "6:30.00", 1609),
    _run("3000m", "3000 m", "7:15.00", "12:00.00", 3000),
    _run("5000m", "5000 m", "12:20.00", "22:00.00", 5000),
    _run("10000m", "10,000 m", "26:00.00", "45:00.00", 10000),
    _run("half-marathon", "half marathon", "56:00", "2:30:00", 21097),
    _run("marathon", "marathon", "1:58:00", "5:00:00", 42195),
    _run("4x400m", "4x400 m relay", "2:50.00", "4:30.00", 1600, team=True, aliases=["relay"]),
    _field("high-jump", "high jump", "height", "1.20", "2.60"),
    _field("pole-vault", "pole vault", "height", "2.50", "6.50"),
    _field("long-jump", "long jump", "distance", "4.00", "9.20"),
    _field("shot-put", "shot put", "distance", "9.00", "24.00", aliases=["shot"]),
    _field("heptathlon", "heptathlon", "points", "3000", "7500"),
    _field("heptathlon-high-jump", "heptathlon high jump", "height", "1.20", "2.20",
           part_of="heptathlon", same_as="high-jump", day=1),
    _field("team-jumping", "team jumping", "points", "0", "200", team=True, sport="equestrian"),
    {"id": "judo", "name": "judo", "measure": "points", "better": "higher", "plausible": ["0", "20"], "sport": "judo"},
]  # fmt: skip

SERIES = [
    {"id": "games", "name": "Olympic Games", "level": "olympic", "medals": True, "aliases": ["Olympics"]},
    {"id": "worlds", "name": "World Championships", "level": "world", "medals": True, "aliases": ["worlds"]},
    {"id": "indoors", "name": "World Indoor Championships", "level": "world indoor", "medals": True},
    {"id": "euros", "name": "European Championships", "level": "continental", "area": "Europe", "medals": True},
    {"id": "swedes", "name": "Swedish Championships", "level": "national", "nation": "SWE", "medals": True},
    {"id": "bay", "name": "Bay Meeting", "level": "meeting"},
    {"id": "fjord", "name": "Fjord Classic", "level": "diamond league"},
]
NAMES = {one["id"]: one["name"] for one in SERIES}


def world(people: dict[str, str | Row], held: Iterable[Row], races: Iterable[Row], *known: Row, **more: Any) -> Row:
    """The pack; people are "men NOR", or a row with these and what else is known of them."""
    return {
        "sources": [{"id": "book", "title": "The invented book", "family": "book"}],
        "nations": NATIONS, "events": EVENTS, "competitions": SERIES,
        "athletes": [_person(name, words) for name, words in people.items()],
        "editions": list(held), "races": list(races), "completeness": list(known), **more,
    }  # fmt: skip


def _person(name: str, words: str | Row) -> Row:
    more = {} if isinstance(words, str) else {key: part for key, part in words.items() if key != "is"}
    sex, *nation = (words if isinstance(words, str) else words["is"]).split()
    nations = {"nations": [{"value": code} for code in nation]} if nation else {}
    return {"id": named(name), "name": name, "sex": sex, "sources": ["book"], **nations, **more}


def named(name: str) -> str:
    """The id of somebody: "ola-dahl"."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def edition(series: str, city: str, start: str, end: str | None = None, **more: Any) -> Row:
    year = start[:4]
    return {"id": f"{series}-{year}", "competition": series, "name": f"{NAMES[series]} {city} {year}", "city": city,
            "start": start, "end": end or start, "sources": ["book"], **more}  # fmt: skip


_RESULT = re.compile(r"(?:(?P<at>\d+|-|DNF|DNS|DQ|NM) )?(?P<name>[^\d]+?)(?: (?P<mark>\d\S*))?")


def race(where: str | None, event: str, sex: str, date: str, *results: str | Row, **more: Any) -> Row:
    """A race of an edition; results are "Ola Dahl 3:30.00" in order, "3 Jan Ek", "DNF Max Hill" or rows."""
    place = {"edition": where} if where else {}
    rows = [_result(number, one) for number, one in enumerate(results, start=1)]
    return {**place, "event": event, "sex": sex, "date": date, "round": "final", "sources": ["book"],
            "results": rows, **more}  # fmt: skip


def ran(words: str, **more: Any) -> Row:
    """One result with more than its place and mark; the place must be said."""
    return _result(0, words) | more


def _result(number: int, words: str | Row) -> Row:
    if not isinstance(words, str):
        return words
    parts = _RESULT.fullmatch(words)
    assert parts is not None, words
    row: Row = {"athlete": named(parts["name"])}
    if parts["mark"]:
        row["mark"] = parts["mark"]
    if parts["at"] in ("DNF", "DNS", "DQ", "NM"):
        return row | {"status": parts["at"]}
    if parts["at"] == "-" or (parts["at"] is None and number == 0):
        return row
    return row | {"place": int(parts["at"] or number)}


def known(covers: str, start: str, end: str, **more: Any) -> Row:
    """A completeness statement, called by what it is about."""
    words = " ".join(str(part) for part in (covers, start, end, *more.values()))
    return {"id": named(words)[:90], "covers": covers, "start": start, "end": end, "text": words[:180],
            "sources": ["book"], **more}  # fmt: skip


def record(level: str, event: str, sex: str, mark: str, who: str, date: str, **more: Any) -> Row:
    return {"level": level, "event": event, "sex": sex, "mark": mark, "athlete": named(who), "date": date,
            "sources": ["book"], **more}  # fmt: skip


def at(event: str | None = None, competition: str | None = None, year: int | None = None, **more: Any) -> Row:
    """A scope."""
    given = {"event": event, "competition": competition, "year": year}
    return {field: value for field, value in given.items() if value is not None} | more


class Expected(NamedTuple):
    """A claim, and the verdicts that it may have."""

    verdicts: frozenset[str]
    claim: Row


def supported(kind: str, **fields: Any) -> Expected:
    return Expected(frozenset({SUPPORTED}), {"kind": kind, **fields})


def refuted(kind: str, **fields: Any) -> Expected:
    return Expected(frozenset({REFUTED}), {"kind": kind, **fields})


def left_open(kind: str, **fields: Any) -> Expected:
    return Expected(frozenset({OPEN}), {"kind": kind, **fields})


def not_refuted(kind: str, **fields: Any) -> Expected:
    """What is true, or may be, though the pack need not prove it."""
    return Expected(NOT_REFUTED, {"kind": kind, **fields})


class Case(NamedTuple):
    """A small world, what is so in it, and what claims of the day must come out as."""

    name: str
    why: str
    pack: Row
    published: str
    claims: tuple[Expected, ...]
    zone: str | None = None  # of the article
