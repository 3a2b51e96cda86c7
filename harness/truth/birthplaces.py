"""Birthplaces, with each part at its level: "Leith, Edinburgh, Scotland" is a town, the town around it, and a
region."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from harness.truth.pack import Athlete, Nation
from harness.values import Location


class BirthplaceParts(msgspec.Struct, frozen=True):
    """Everything that is known about places, as stored in a file: nation codes by name, regions, which towns are inside
    which, and all names."""

    nations: dict[str, str]
    regions: set[str]
    inside: dict[str, set[str]]
    names: set[str]


class Birthplaces:
    """What the birthplaces in a ground truth say about places: which are countries, parts of one, or contain another.

    They are written from the smallest place to the largest. If the last of several is not a country, it is a part of
    one; a town that follows another contains it. A place about which nothing is known is assumed to be a town.
    """

    def __init__(self, nations: Iterable[Nation], athletes: Iterable[Athlete]) -> None:
        self._nations = {name: nation.id for nation in nations for name in (nation.name, *nation.aliases)}
        self._regions: set[str] = set()
        self._inside: dict[str, set[str]] = defaultdict(set)
        self.names: set[str] = set(self._nations)
        for athlete in athletes:
            self._take(athlete.birthplace)

    @property
    def parts(self) -> BirthplaceParts:
        return BirthplaceParts(self._nations, self._regions, self._inside, self.names)

    @classmethod
    def of_parts(cls, parts: BirthplaceParts) -> Birthplaces:
        """The birthplaces with these `parts`."""
        places = cls((), ())
        places._nations, places._regions, places.names = parts.nations, parts.regions, parts.names
        places._inside.update(parts.inside)
        return places

    def _take(self, parts: tuple[str, ...]) -> None:
        self.names.update(parts)
        towns = [part for part in parts if part not in self._nations]
        if len(parts) > 1 and parts[-1] not in self._nations:
            self._regions.add(towns.pop())
        for at, outer in enumerate(towns):
            self._inside[outer].update(towns[:at])

    def location(self, parts: Iterable[str]) -> Location:
        """The place whose parts, from the smallest to the largest, have these official names."""
        place = Location()
        for part in reversed(tuple(parts)):
            if part in self._nations:
                place = replace(place, nation=frozenset({self._nations[part]}))
            elif part in self._regions:
                place = replace(place, region=frozenset({part}))
            else:
                towns = frozenset({part, *self._inside.get(part, ())})
                place = replace(place, city=(towns & place.city) or towns)
        return place
