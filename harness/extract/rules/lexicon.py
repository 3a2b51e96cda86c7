"""The names in a ground truth pack, and nothing else of it: people, nations, events, competitions, places.

Only the fields named here are decoded, so that no result can reach the grammars.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path

import msgspec


class KnownPerson(msgspec.Struct, frozen=True):
    """An athlete's names; sex and nations tell whom "she" and "the Kenyan" can mean."""

    name: str
    sex: str = ""
    aliases: tuple[str, ...] = ()
    nations: tuple[_Value, ...] = ()


class _Value(msgspec.Struct, frozen=True):
    value: str


class _Named(msgspec.Struct, frozen=True):
    """A nation, event, competition, holding or race: what of it is a name."""

    id: str = ""
    name: str = ""
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    city: str | None = None
    venue: str | None = None


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
    def cities(self) -> tuple[str, ...]:
        """Where competitions were held, without what follows the name: "Eugene, OR" is Eugene."""
        return tuple(sorted({one.city.split(",")[0].split("(")[0].strip() for one in self.editions if one.city}))

    @cached_property
    def venues(self) -> tuple[str, ...]:
        """The stadiums and halls of competitions, without what follows the name."""
        return tuple(sorted({one.venue.split(",")[0].split("(")[0].strip() for one in self.editions if one.venue}))

    @cached_property
    def known(self) -> dict[str, KnownPerson]:
        """Athletes by their names of two words or more, in small letters."""
        return {name.casefold(): one for one in self.athletes for name in (one.name, *one.aliases) if " " in name}

    @cached_property
    def families(self) -> dict[str, list[KnownPerson]]:
        """Athletes by their family names."""
        found: dict[str, list[KnownPerson]] = {}
        for one in self.athletes:
            found.setdefault(one.name.split()[-1], []).append(one)
        return found

    @cached_property
    def no_people(self) -> frozenset[str]:
        """Words that name nations, peoples, cities and meetings."""
        venues = [one.venue for one in self.editions if one.venue]
        names = (*self.peoples, *self.countries, *self.cities, *self.meetings, *venues)
        return frozenset(word for name in names for word in re.split(r"[ ,]+", name))

    @cached_property
    def meetings(self) -> tuple[str, ...]:
        """The names of competitions and of their holdings."""
        return tuple(sorted({n for one in (*self.competitions, *self.editions) for n in (one.name, *one.aliases)}))


@cache
def read_lexicon(folder: Path) -> Lexicon:
    """The names in all *.json of the pack; raises OSError or msgspec.MsgspecError where one cannot be read."""
    decoder = msgspec.json.Decoder(Lexicon)
    parts = [decoder.decode(path.read_bytes()) for path in sorted(folder.glob("*.json"))]
    return Lexicon(
        **{table: tuple(row for part in parts for row in getattr(part, table)) for table in Lexicon.__struct_fields__}
    )
