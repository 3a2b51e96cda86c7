"""Athletes whose family name may have changed: before and after a marriage, birth date and given name are the same.

Two athletes of one nation with the same birth date and given name are most often one person: ten of eleven such groups
in a public list of the women's 800 m were. Only an answer can decide it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from harness.curate.person import CandidatePerson
from harness.curate.person_names import FAMILY_FIRST_NATIONS
from harness.names import fold

_DAY = len("1958-08-04")
_Birth = tuple[str, str, str]


class NamesByBirth:
    """People by their day of birth, sex and given name; those alone who were born on a day that is asked about."""

    def __init__(self, people: Iterable[CandidatePerson], asked: Iterable[CandidatePerson]) -> None:
        self._people: dict[_Birth, list[CandidatePerson]] = defaultdict(list)
        days = {person.born for person in asked}
        for person in people:
            if person.born in days:
                for birth in _births(person):
                    self._people[birth].append(person)

    def find(self, person: CandidatePerson) -> list[CandidatePerson]:
        """Who may be the person under another family name; twins have one family name and two given ones."""
        return [namesake for birth in _births(person) for namesake in self._people[birth] if namesake is not person]


def _births(person: CandidatePerson) -> set[_Birth]:
    if person.born is None or len(person.born) != _DAY or person.team or person.nations & FAMILY_FIRST_NATIONS:
        return set()
    known = person.known
    names = (known.name, *known.aliases) if known is not None else (person.name.printed,)
    words = [fold(name).split() for name in names]
    return {(person.born, person.sex, name[0]) for name in words if len(name) > 1 and len(name[0]) > 1}
