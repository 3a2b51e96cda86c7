"""The names in a ground truth pack, and nothing else from it: people, nations, events, competitions, places.

Only the fields named here are decoded, so that no result can reach the grammars. The days of editions are among them: a
meeting that had not taken place when the article was published is not a scope of what it reports.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

_YEAR = re.compile(r"(?:1[89]|20|21)[0-9]{2}")
_FILLERS = frozenset({"the", "at", "in", "of", "and", "athletic", "meeting", "meet", "event", "edition"})
_OF_A_CITY = re.compile(r"(?P<city>[A-Z][\w'-]+) (?:Olympics|Games|[Ww]orlds|Europeans)")
_SHORT = {"champ": "championship"}


class KnownPerson(msgspec.Struct, frozen=True):
    """An athlete's names; sex and nations tell whom "she" and "the Kenyan" can mean."""

    name: str
    sex: str = ""
    aliases: tuple[str, ...] = ()
    nations: tuple[_Value, ...] = ()


class _Value(msgspec.Struct, frozen=True):
    value: str


class _Named(msgspec.Struct, frozen=True):
    """A nation, event, competition, holding or race: what of it is a name, and the days of a holding."""

    id: str = ""
    name: str = ""
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    competition: str = ""
    city: str | None = None
    venue: str | None = None
    start: str = ""
    end: str = ""


class KnownHolding(NamedTuple):
    """One holding of a competition: the years by which it is known, and its first and last day."""

    competition: str
    years: frozenset[int]
    start: date
    end: date


class Lexicon(msgspec.Struct, frozen=True, dict=True, eq=False):
    """Every name of a pack, table by table; told apart by identity, as it is the key of what is made from it."""

    athletes: tuple[KnownPerson, ...] = ()
    nations: tuple[_Named, ...] = ()
    events: tuple[_Named, ...] = ()
    competitions: tuple[_Named, ...] = ()
    editions: tuple[_Named, ...] = ()

    @cached_property
    def peoples(self) -> dict[str, str]:
        """What people of a nation are called -> the nation's code: Kenyan -> KEN."""
        return {word: nation.id for nation in self.nations for word in nation.demonyms}

    @cached_property
    def countries(self) -> dict[str, str]:
        """A nation's name -> its code."""
        return {name: nation.id for nation in self.nations for name in (nation.name, *nation.aliases)}

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of nations, as they stand in lists of results: (KEN)."""
        return frozenset(nation.id for nation in self.nations)

    @cached_property
    def cities(self) -> tuple[str, ...]:
        """Where competitions were held, without what follows the name: "Eugene, OR" is Eugene."""
        full = {_place(edition.city) for edition in self.editions if edition.city}
        names = full | {short for edition in self.editions for short in _short_cities(edition)}
        return tuple(sorted(names | set(map(_without_accents, names))))  # "Zurich"

    @cached_property
    def venues(self) -> tuple[str, ...]:
        """The stadiums and halls of competitions, without what follows the name."""
        return tuple(sorted({_place(edition.venue) for edition in self.editions if edition.venue}))

    @cached_property
    def known(self) -> dict[str, KnownPerson]:
        """Athletes by their names of two words or more, in small letters."""
        return {
            name.casefold(): athlete
            for athlete in self.athletes
            for name in (athlete.name, *athlete.aliases)
            if " " in name
        }

    @cached_property
    def families(self) -> dict[str, list[KnownPerson]]:
        """Athletes by their family names."""
        by_family: dict[str, list[KnownPerson]] = {}
        for athlete in self.athletes:
            by_family.setdefault(athlete.name.split()[-1], []).append(athlete)
        return by_family

    @cached_property
    def no_people(self) -> frozenset[str]:
        """Words that name nations, peoples, cities and meetings."""
        venues = [edition.venue for edition in self.editions if edition.venue]
        names = (*self.peoples, *self.countries, *self.cities, *self.meetings, *venues)
        return frozenset(word for name in names for word in re.split(r"[ ,]+", name))

    @cached_property
    def meetings(self) -> tuple[str, ...]:
        """The names of competitions and of their holdings."""
        named = (*self.competitions, *self.editions)
        return tuple(sorted({name for row in named for name in (row.name, *row.aliases)}))

    def holdings(self, printed: str) -> tuple[KnownHolding, ...]:
        """The holdings that a printed name can mean, the latest last; a year in it must be theirs."""
        return _holdings(self, printed)

    @cached_property
    def series(self) -> dict[str, str]:
        """The names of competitions by their ids."""
        return {row.id: row.name for row in self.competitions}

    @cached_property
    def _keys(self) -> list[tuple[KnownHolding, frozenset[frozenset[str]], frozenset[str], frozenset[str]]]:
        """Each holding with its names (and those of its competition), its place, and all words of both."""
        series = {row.id: row for row in self.competitions}
        rows = []
        for edition in self.editions:
            own = series.get(edition.competition, _Named())
            names = frozenset(map(_words, filter(None, (edition.name, *edition.aliases, own.name, *own.aliases))))
            place = _words(_place(edition.city)) if edition.city else frozenset()
            start, end = _first_day(edition.start), _last_day(edition.end or edition.start)
            years = {int(word) for name in names for word in name if _YEAR.fullmatch(word)}
            years |= {int(day[:4]) for day in (edition.start, edition.end) if day}
            holding = KnownHolding(edition.competition, frozenset(years), start, end)
            bare = frozenset(name - {word for word in name if _YEAR.fullmatch(word)} for name in names)
            rows.append((holding, bare, place, frozenset().union(*bare, place)))
        return sorted(rows, key=lambda row: row[0].start)


@lru_cache(maxsize=1 << 12)
def _holdings(lexicon: Lexicon, printed: str) -> tuple[KnownHolding, ...]:
    words = _words(printed)
    years = {int(word) for word in words if _YEAR.fullmatch(word)}
    words -= {str(year) for year in years}
    if not words:
        return ()
    in_time = [row for row in lexicon._keys if years <= row[0].years]
    exact = [holding for holding, names, place, _ in in_time if words in names or words == place]
    return tuple(exact or [holding for holding, _, _, every in in_time if words <= every])


def _words(printed: str) -> frozenset[str]:
    """The words of a name in no order, plural or not, without "the"."""
    words = re.findall(r"[^\W_]+", _without_accents(printed).casefold())
    bare = (word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word for word in words)
    return frozenset(_SHORT.get(word, word) for word in bare) - _FILLERS


def _without_accents(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


def _first_day(printed: str) -> date:
    return date.fromisoformat(f"{printed}-01-01"[: len("2024-01-01")]) if printed else date.min


def _last_day(printed: str) -> date:
    """The last day of a date that may be a month or a year: near enough for what was held shortly before."""
    return date.fromisoformat(
        f"{printed}-12-28"[: len("2024-01-01")] if len(printed) != len("2024-01") else f"{printed}-28"
    )


def _short_cities(edition: _Named) -> set[str]:
    """What a city is called for short, by the names of its games: "Rio Olympics" where it is Rio de Janeiro."""
    names = filter(None, (_OF_A_CITY.fullmatch(alias) for alias in edition.aliases))
    return {name["city"] for name in names if (edition.city or "").startswith(name["city"] + " ")}


def _place(printed: str) -> str:
    return printed.split(",")[0].split("(")[0].strip()


@cache
def read_lexicon(folder: Path) -> Lexicon:
    """The names in all *.json of the pack; raises OSError or msgspec.MsgspecError where one cannot be read."""
    decoder = msgspec.json.Decoder(Lexicon)
    parts = [decoder.decode(path.read_bytes()) for path in sorted(folder.glob("*.json"))]
    return Lexicon(
        **{table: tuple(row for part in parts for row in getattr(part, table)) for table in Lexicon.__struct_fields__}
    )
