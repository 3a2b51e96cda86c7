"""A person with a given name, and what tells two people with one name apart: number, birth date, nation, era."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from harness.curate.catalogue import may_follow
from harness.curate.entry import Entry
from harness.curate.near_names import is_shortened
from harness.curate.person_names import ImportedName, name_key
from harness.truth.pack import Athlete
from harness.values import clear, partial_date

_YOUNGEST = 10 * 365  # days: nobody's result is of before
CAREER = 30 * 365  # days without a result after which the same name is hardly the same athlete
_DAY = len("2024-08-06")


@dataclass(slots=True, eq=False)
class CandidatePerson:
    """Somebody of one name: known to the pack, or gathered from rows of a table."""

    name: ImportedName
    sex: str
    born: str | None
    team: bool = False
    id: str = ""
    known: Athlete | None = None
    numbers: dict[str, str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    days: list[tuple[int, int, str | None]] = field(default_factory=list)  # first and last day, and nation, of results
    question: str | None = None

    @property
    def nations(self) -> set[str]:
        known = {period.value for period in self.known.nations} if self.known is not None else set()
        return known | {nation for *_, nation in self.days if nation is not None}

    def take(self, entry: Entry) -> None:
        self.entries.append(entry)
        self.days.append((*entry.span, entry.nation))
        self.born = _finer(self.born, entry.born)
        if entry.number is not None:
            self.numbers.update(dict.fromkeys(entry.sources, entry.number))

    def with_entries(self, kept: set[int]) -> CandidatePerson:
        """The person with those of the entries whose id() is kept: what refused rows say is not taken."""
        if all(id(entry) in kept for entry in self.entries):
            return self
        left = CandidatePerson(
            self.name, self.sex, self.known.born if self.known is not None else None, self.team, self.id
        )
        left.known = self.known
        left.numbers = dict(self.known.numbers) if self.known is not None else {}
        left.days = self.days[: len(self.days) - len(self.entries)]
        for entry in self.entries:
            if id(entry) in kept:
                left.take(entry)
        return left

    def join(self, other: CandidatePerson) -> None:
        for entry in other.entries:
            self.take(entry)

    def further_names(self) -> list[str]:
        """What its rows call the athlete beside the known names: the one before a marriage, a source's own."""
        known = (self.known.name, *self.known.aliases) if self.known is not None else ()
        keys = {name_key(name) for name in (self.name.printed, *self.name.aliases, *known)}
        names: dict[str, str] = {}
        for entry in sorted(self.entries, key=lambda entry: entry.name.printed):
            if not entry.team and entry.name.key not in keys and not is_shortened(entry.name.key.split()):
                names.setdefault(entry.name.key, entry.name.printed)
        return sorted(names.values())

    def shown(self) -> str:
        if self.known is not None:
            born = f", born {self.known.born}" if self.known.born else ""
            return f"{self.known.name} ({self.known.id}{born})"
        where = f"line {min(entry.line for entry in self.entries)}" if self.entries else ""
        details = ", ".join(part for part in (self.born and f"born {self.born}", where) if part)
        return f"{self.name.printed} ({details})" if details else self.name.printed

    def described(self) -> str:
        """The name as the options --same and --another take it."""
        parts = [self.sex, *sorted(self.nations)[:1], *([self.born] if self.born else [])]
        return f"{self.entries[0].printed} ({', '.join(parts)})" if self.entries else self.name.printed


def _finer(first: str | None, second: str | None) -> str | None:
    """Of two births that agree the more exact one."""
    if first is None or second is None:
        return first or second
    return second if second.startswith(first) else first


def births(first: str | None, second: str | None) -> str:
    """Whether two births are "one", "apart", or do not tell (""). A year alone that fits does not tell."""
    if first is None or second is None:
        return ""
    if clear(partial_date(first), partial_date(second)):
        return "apart"
    return "one" if len(first) == len(second) == _DAY else ""


def apart(person: CandidatePerson, profile: CandidatePerson) -> bool:
    """Whether they are two people for certain."""
    if any(person.numbers.get(source, number) != number for source, number in profile.numbers.items()):
        return True
    if person.team or profile.team:
        return bool(person.nations and profile.nations and not person.nations & profile.nations)
    if births(person.born, profile.born) != "apart":
        return False
    if not person.nations & profile.nations and person.nations and profile.nations:
        return True
    if _before_birth(person, profile) or _before_birth(profile, person):
        return True
    within = person.known is None
    return within and len(person.born or "") == len(profile.born or "") == _DAY and not _slip(person.born, profile.born)


def _before_birth(older: CandidatePerson, younger: CandidatePerson) -> bool:
    """Whether a result of the one is of before the other's tenth birthday."""
    born = partial_date(younger.born or "1000").low or 0
    return any(last < born + _YOUNGEST for _, last, _ in older.days)


def _slip(first: str | None, second: str | None) -> bool:
    """Two birth dates of which one may be a misprint of the other: a digit off, or day and month turned."""
    first_birth, two = first or "", second or ""
    digits = sum(a != b for a, b in zip(first_birth, two, strict=True))
    return (
        digits <= 1
        or sorted(first_birth.split("-")) == sorted(two.split("-"))
        or first_birth[:4] == two[:4]
        or first_birth[5:] == two[5:]
    )


def same(person: CandidatePerson, profile: CandidatePerson) -> bool:
    """Whether they are one for certain: one birth, or nothing that speaks against it and one nation."""
    kinship = births(person.born, profile.born)
    if kinship == "apart":
        return False
    if kinship == "one":
        return True
    if not (person.team or profile.team) and _of_two_eras(person, profile):
        return False
    if not person.nations or not profile.nations or person.nations & profile.nations:
        return True
    return all(may_follow(first, second) for first in person.nations for second in profile.nations)


def told_by_births(person: CandidatePerson, second: CandidatePerson) -> bool:
    """Whether lint tells two of one name apart without being told that they are namesakes."""
    return births(person.born, second.born) == "apart"


def _of_two_eras(person: CandidatePerson, profile: CandidatePerson) -> bool:
    """Whether more than a career lies between all results of the one and all of the other."""
    if not person.days or not profile.days:
        return False
    spans = [
        (min(first for first, *_ in each.days), max(last for _, last, _ in each.days)) for each in (person, profile)
    ]
    (start, end), (later_start, later_end) = spans
    return max(later_start - end, start - later_end) > CAREER


def difference(profile: CandidatePerson, second: CandidatePerson) -> str:
    if births(profile.born, second.born) == "apart":
        return f" (born {profile.born})"
    if profile.nations and second.nations and not profile.nations & second.nations:
        return f" (of {', '.join(sorted(profile.nations))})"
    if _of_two_eras(profile, second):
        return f" (results from {date.fromordinal(min(first for first, *_ in profile.days)).year})"
    return ""
