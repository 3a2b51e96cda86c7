"""One name, birth and nation among the men and among the women: rather a slip of a row than two people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from harness.curate.person import CandidatePerson, births


def ask_about_sexes(
    known: Iterable[CandidatePerson], fresh: list[CandidatePerson], answered: Callable[[CandidatePerson], bool]
) -> None:
    """Put the question to the new people whom it concerns, unless it is answered."""
    by_birth: dict[tuple[str, str | None], list[CandidatePerson]] = defaultdict(list)
    for person in (*known, *fresh):
        by_birth[person.name.key, person.born].append(person)
    for person in fresh:
        for namesake in by_birth[person.name.key, person.born]:
            if person.question is None and _in_both_sexes(person, namesake) and not answered(person):
                person.question = (
                    f"{person.entries[0].printed!r} is of the {person.sex} here, and {namesake.shown()} of the"
                    f" {namesake.sex}: correct the row, or answer --another '{person.described()}'"
                )


def _in_both_sexes(person: CandidatePerson, namesake: CandidatePerson) -> bool:
    if {person.sex, namesake.sex} != {"men", "women"} or births(person.born, namesake.born) != "one":
        return False
    return not person.nations or not namesake.nations or bool(person.nations & namesake.nations)
