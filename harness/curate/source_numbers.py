"""A source's own number for an athlete: one number is one athlete, under whatever names the source has them."""

from __future__ import annotations

from collections import defaultdict

from harness.curate.entry import Entry
from harness.curate.person import CandidatePerson, births


def of_the_other_sex(entry: Entry, owner: CandidatePerson) -> str:
    return f"number {entry.number} is {owner.name.printed} of the {owner.sex}, this row of the {entry.sex}"


def join_by_number(people: list[CandidatePerson]) -> list[CandidatePerson]:
    """Join new people who have the same number in a source, and ask about those who cannot be one person.

    They keep the name of the first result, so that a table read in parts gives the same as in one piece.
    """
    by_number: dict[tuple[str, str], list[CandidatePerson]] = defaultdict(list)
    for person in people:
        for key in person.numbers.items():
            by_number[key].append(person)
    owner_of: dict[CandidatePerson, CandidatePerson] = {}
    for (_, number), sharing in by_number.items():
        if len(sharing) == 1:
            continue
        _ask_about_the_fewer(sharing)
        owners = {_owner(person, owner_of) for person in sharing}
        first, *others = sorted(owners, key=_by_first_result)
        for candidate in others:
            if first.question is None and candidate.question is None and _may_be_one(first, candidate, number):
                first.join(candidate)
                owner_of[candidate] = first
    return [person for person in people if person not in owner_of]


def _owner(person: CandidatePerson, owner_of: dict[CandidatePerson, CandidatePerson]) -> CandidatePerson:
    while person in owner_of:
        person = owner_of[person]
    return person


def _by_first_result(person: CandidatePerson) -> tuple[int, str, str]:
    return min(first for first, *_ in person.days), person.name.printed, person.born or ""


def _ask_about_the_fewer(sharing: list[CandidatePerson]) -> None:
    """A number that stands for people of both sexes is a slip in the rows of which there are fewer."""
    most = max(sharing, key=lambda person: (len(person.entries), person.sex))
    for person in sharing:
        if person.sex != most.sex and person.question is None:
            person.question = of_the_other_sex(person.entries[0], most)


def _may_be_one(first: CandidatePerson, second: CandidatePerson, number: str) -> bool:
    if births(first.born, second.born) == "apart":
        lines = f"lines {first.entries[0].line} and {second.entries[0].line}"
        two = f"number {number} has two births, {first.born} and {second.born}"
        first.question = second.question = f"{two}: {lines} contradict one another"
    return first.question is None and first.team == second.team
