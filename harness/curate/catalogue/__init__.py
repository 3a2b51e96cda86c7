"""Data shipped for importing: nations with all codes in use, standard events with plausible ranges, the Olympic Games.

A pack takes from here only what a table mentions: nothing here is a fact of a pack until a row needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from harness.names import fold, read_event

_NOTHING = "-"
GAMES = re.compile(r"(?:(?:winter|summer) )?olympics?(?: games)?|olympic (?:winter|summer) games")
_YEAR = re.compile(r"(?:18|19|20)[0-9]{2}")


class KnownNation(NamedTuple):
    """A nation: its code (IOC and World Athletics), the ISO code where it differs, its area and its names."""

    code: str
    iso: str
    area: str
    names: tuple[str, ...]

    def row(self) -> dict[str, Any]:
        """The nation as a row of a pack."""
        area = {"area": self.area} if self.area != _NOTHING else {}
        aliases = {"aliases": list(self.names[1:])} if len(self.names) > 1 else {}
        return {"id": self.code, "name": self.names[0], **area, **aliases}


class KnownEvent(NamedTuple):
    """A standard event: how its marks are written, which are plausible, and every name and code it goes by."""

    id: str
    name: str
    measure: str
    metres: str
    lowest: str
    highest: str
    aliases: tuple[str, ...]

    def row(self) -> dict[str, Any]:
        """The event as a row of a pack."""
        better = "lower" if self.measure == "time" else "higher"
        row: dict[str, Any] = {"id": self.id, "name": self.name, "measure": self.measure, "better": better}
        row |= {"plausible": [self.lowest, self.highest]}
        row |= {"aliases": list(self.aliases)} if self.aliases else {}
        return row | ({"metres": int(self.metres)} if self.metres != _NOTHING else {})


class KnownGames(NamedTuple):
    """An Olympic Games with its days."""

    year: str
    season: str
    city: str
    nation: str
    start: str
    end: str

    @property
    def id(self) -> str:
        return f"{self.competition}-{self.year}"

    @property
    def competition(self) -> str:
        return "olympic-games" if self.season == "summer" else "winter-olympic-games"

    def row(self) -> dict[str, Any]:
        """The Games as an edition of a pack, without its sources."""
        name = f"{COMPETITIONS[self.competition]['name']} {self.city} {self.year}"
        games = "Olympics" if self.season == "summer" else "Winter Olympics"
        return {
            "id": self.id, "competition": self.competition, "name": name,
            "aliases": [f"{self.city} {self.year}", f"{self.year} {games}"],
            "start": self.start, "end": self.end, "city": self.city, "nation": self.nation,
        }  # fmt: skip


COMPETITIONS: dict[str, dict[str, Any]] = {
    "olympic-games": {"id": "olympic-games", "name": "Olympic Games", "level": "olympic",
                      "aliases": ["Olympics", "Summer Olympics"], "medals": True},
    "winter-olympic-games": {"id": "winter-olympic-games", "name": "Olympic Winter Games", "level": "olympic",
                             "aliases": ["Winter Olympics"], "medals": True},
}  # fmt: skip

# Whose athletes went on for whom: a change between these is one athlete's, and no sign of a namesake.
SUCCESSORS = (
    ("URS", "EUN", "CIS", "RUS", "UKR", "BLR", "KAZ", "UZB", "GEO", "ARM", "AZE", "EST", "LAT", "LTU", "MDA", "KGZ",
     "TJK", "TKM"),
    ("RUS", "ANA", "AIN", "ROC", "OAR"), ("BLR", "AIN", "ANA"),
    ("FRG", "GDR", "GER", "EUA", "SAA"), ("TCH", "CZE", "SVK", "BOH"),
    ("YUG", "SCG", "SRB", "CRO", "SLO", "BIH", "MKD", "MNE", "IOP", "IOA"), ("GBR", "ENG", "SCO", "WAL", "NIR"),
    ("AHO", "NED", "ARU", "CUW", "IOA"), ("ZAI", "COD"), ("RHO", "ZIM"), ("UAR", "EGY", "SYR"), ("ANZ", "AUS", "NZL"),
    ("MAL", "MAS"), ("YAR", "YMD", "YEM"), ("VNM", "VIE"), ("NFL", "CAN"), ("WIF", "JAM", "TTO", "BAR"),
)  # fmt: skip


def may_follow(first: str, second: str) -> bool:
    """Whether an athlete of the one nation may have gone on for the other because the nation itself changed."""
    return any(first in group and second in group for group in SUCCESSORS)


@cache
def nations() -> dict[str, KnownNation]:
    """Every nation by its code."""
    return {code: KnownNation(code, iso, area, tuple(names.split("|"))) for code, iso, area, names in _rows("nations")}


@cache
def nation_codes() -> dict[str, str]:
    """Codes and folded names to the nation's code; where IOC and ISO codes clash, the IOC's."""
    codes = {fold(nation.iso): nation.code for nation in nations().values() if nation.iso != _NOTHING}
    codes |= {fold(name): nation.code for nation in nations().values() for name in nation.names}
    return codes | {fold(code): code for code in nations()}


@cache
def events() -> dict[str, KnownEvent]:
    """Every standard event by the keys of its names (see `names.read_event`), as a pack would find it."""
    keyed: dict[str, KnownEvent] = {}
    for identity, name, measure, metres, lowest, highest, aliases in _rows("events"):
        event = KnownEvent(identity, name, measure, metres, lowest, highest, tuple(aliases.split("|")))
        for printed in (identity, identity.replace("-", " "), name, *event.aliases):
            keyed.setdefault(read_event(printed).key, event)
    return keyed


@cache
def games() -> tuple[KnownGames, ...]:
    return tuple(KnownGames(*row) for row in _rows("olympic-games"))


def games_called(text: str) -> KnownGames | None:
    """The Olympic Games that are named: "Rio 2016", "2016 Summer", "Olympic Games Tokyo 2020"."""
    folded = fold(text)
    year = _YEAR.search(folded)
    if year is None:
        return None
    rest = " ".join(folded.replace(year[0], " ").split())
    winter = "winter" in rest.split()
    words = GAMES.sub(" ", rest)
    words = " ".join(word for word in words.split() if word not in ("summer", "winter", "games", "the", "at"))
    is_named = winter or "summer" in rest.split() or GAMES.search(rest) is not None
    fitting = [
        known for known in games()
        if known.year == year[0] and (not winter or known.season == "winter")
        and (not words or fold(known.city).startswith(words) or words in fold(known.city).split())
    ]  # fmt: skip
    if is_named and not winter:
        fitting = [known for known in fitting if known.season == "summer"] or fitting
    return fitting[0] if len(fitting) == 1 and (is_named or words) else None


def _rows(name: str) -> Iterator[list[str]]:
    text = (resources.files(__name__) / f"{name}.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines())
