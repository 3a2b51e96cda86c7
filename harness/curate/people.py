"""The athletes of a table: known ones, and new ones who are told apart within the table as well as from the pack.

One name may be several people. They are told apart by the source's own number, by birth date, by sex, by nation, and by
era (nobody competed before their tenth birthday). Evidence decides; without any, the question is asked once and the
answer kept (`identities`). Nothing depends on the order of the rows: they are collected first, and then identified.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, count

from harness.curate.changed_names import NamesByBirth
from harness.curate.entry import Entry
from harness.curate.identities import ANOTHER, Identities
from harness.curate.near_names import NearNames, is_near, is_shortened
from harness.curate.new_events import slug
from harness.curate.one_of_two_sexes import ask_about_sexes
from harness.curate.past_results import PastResults
from harness.curate.person import (
    CAREER,
    CandidatePerson,
    apart,
    births,
    difference,
    same,
    told_by_births,
)
from harness.curate.person_names import ImportedName, name_key
from harness.curate.source_numbers import join_by_number, of_the_other_sex
from harness.names import fold
from harness.truth.index import Truth
from harness.truth.pack import Athlete

_DAY = len("2024-08-06")

_FEW = 20  # new people whose names are held against all others one by one


class People:
    """The people of a pack and of a table; `resolve` gives every entry its athlete, or its person a question."""

    def __init__(self, truth: Truth, identities: Identities, *, new: bool) -> None:
        self.truth = truth
        self.identities = identities
        self.new = new
        self._past = PastResults(truth)
        self.persons: list[CandidatePerson] = []
        self._known: dict[str, CandidatePerson] = {}
        self._by_key: dict[tuple[str, str], list[CandidatePerson]] = defaultdict(list)
        self._by_number: dict[tuple[str, str], CandidatePerson] = {}
        self._by_name: dict[tuple[str, str], list[CandidatePerson]] | None = None
        self._keys: dict[str, set[str]] = defaultdict(set)  # key of a name -> sexes of the pack that bear it
        for athlete in truth.athletes.values():
            self._know(athlete)

    def _know(self, athlete: Athlete) -> None:
        person = CandidatePerson(ImportedName(athlete.name, (), name_key(athlete.name)), athlete.sex, athlete.born)
        person.id, person.known, person.numbers = athlete.id, athlete, dict(athlete.numbers)
        self._known[athlete.id] = person
        for key in {name_key(name) for name in (athlete.name, *athlete.aliases)} | {fold(athlete.name)}:
            self._by_key[key, athlete.sex].append(person)
            self._keys[key].add(athlete.sex)
        for source, number in athlete.numbers.items():
            self._by_number[source, number] = person

    def resolve(self, entries: Iterable[Entry]) -> None:
        grouped: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            known = self._known.get(entry.printed)
            if known is not None and known.sex in (entry.sex, "mixed"):
                self._remember_results(known)
                known.take(entry)
            else:
                grouped[entry.name.key, entry.sex].append(entry)
        fresh: list[CandidatePerson] = []
        for (key, sex), group in sorted(grouped.items(), key=lambda item: item[0]):
            fresh += self._gather(key, sex, group)
        fresh = join_by_number(fresh)
        ask_about_sexes(self._known.values(), fresh, self._answered)
        self._ask_about_near(fresh)
        self._name(fresh)
        self.persons = [person for person in (*self._known.values(), *fresh) if person.entries]
        for person in self.persons:
            for entry in person.entries:
                entry.athlete = person.id

    def _remember_results(self, person: CandidatePerson) -> None:
        """The days and nations of what the pack has of a known athlete, read when they are first needed."""
        if person.known is not None and not person.days:
            person.days += self._past.of(person.id)

    def _gather(self, key: str, sex: str, group: list[Entry]) -> list[CandidatePerson]:
        """The people behind one name: those of the pack take their rows, and the new ones come back."""
        known = list(self._by_key.get((key, sex), ()))
        if not known and not group[0].team:
            known = list(self._by_key.get((key, "mixed"), ()))
        for person in known:
            self._remember_results(person)
        profiles, unborn = self._profiles(sex, group)
        fresh: list[CandidatePerson] = []
        for profile in profiles:
            self._place(profile, known, fresh)
        for profile in unborn:
            self._place(profile, known, fresh)
        return fresh

    def _profiles(self, sex: str, group: list[Entry]) -> tuple[list[CandidatePerson], list[CandidatePerson]]:
        """Rows that are of one athlete for certain: of one number, of one birth, or of one nation; births first."""
        by_profile: dict[tuple[str, ...], CandidatePerson] = {}
        for entry in sorted(
            group, key=lambda entry: (entry.born or "~", entry.race["date"], entry.nation or "", entry.line)
        ):
            if entry.number is not None:
                profile = ("number", *entry.sources, entry.number)
            elif entry.born is not None:
                profile = ("born", entry.born) if len(entry.born) == _DAY else ("born", entry.born, entry.nation or "")
            else:
                profile = ("nation", entry.nation or "")
                last = by_profile.get(profile)
                if last is not None and not entry.team and entry.span[0] - last.days[-1][1] > CAREER:
                    by_profile[*profile, entry.race["date"]] = by_profile.pop(profile)
            person = by_profile.get(profile)
            if person is None:
                person = by_profile[profile] = CandidatePerson(entry.name, sex, entry.born, entry.team)
            elif births(person.born, entry.born) == "apart":
                lines = f"lines {person.entries[0].line} and {entry.line}"
                two = f"{entry.name.printed} has two births, {person.born} and {entry.born}"
                person.question = f"{two}: {lines} contradict one another"
            person.take(entry)
        dated = [person for person in by_profile.values() if person.born]
        dated.sort(key=lambda person: (-len(person.born or ""), person.born or ""))
        return dated, [person for person in by_profile.values() if not person.born]

    def _place(self, profile: CandidatePerson, known: list[CandidatePerson], fresh: list[CandidatePerson]) -> None:
        """Give the profile's rows to whom they belong, or make a new person of it, with a question where it is open."""
        entry = profile.entries[0]
        numbered = [self._by_number.get((source, entry.number or "")) for source in entry.sources]
        owner = next((person for person in numbered if person is not None), None)
        if owner is not None and owner.sex not in (profile.sex, "mixed"):
            profile.question = of_the_other_sex(entry, owner)
            fresh.append(profile)
            return
        if owner is not None:
            self._remember_results(owner)
            owner.join(profile)
            return
        answer = self.identities.answer(entry.name.key, profile.sex, entry.nation, profile.born)
        if answer is not None and answer.who != ANOTHER:
            self._join_answered(profile, answer.who, fresh)
            return
        candidates = [person for person in (*known, *fresh) if not apart(person, profile)]
        certain = [person for person in candidates if same(person, profile)]
        if len(certain) == 1:
            certain[0].join(profile)
        elif answer is not None:
            fresh.append(profile)
        elif candidates:
            self._ask(profile, certain or candidates)
            fresh.append(profile)
        else:
            fresh.append(profile)

    def _join_answered(self, profile: CandidatePerson, who: str, fresh: list[CandidatePerson]) -> None:
        known = self._known.get(who)
        if known is None:
            key = name_key(who)
            known = next(iter(self._by_key.get((key, profile.sex), ())), None)
            if known is None:  # a name of the same table: they become one when all are gathered
                profile.name = ImportedName(who, (profile.name.printed,), key)
                fresh.append(profile)
                return
        self._remember_results(known)
        known.join(profile)

    def _ask(self, profile: CandidatePerson, others: list[CandidatePerson]) -> None:
        candidates = " or ".join(person.shown() for person in others[:3])
        why = difference(profile, others[0])
        target = others[0].id or others[0].name.printed
        profile.question = (
            f"{profile.entries[0].printed!r}{why}: is it {candidates}? Answer once, with"
            f" --same '{profile.described()}={target}' or --another '{profile.described()}'"
        )
        if is_shortened(fold(profile.name.printed).split()):
            return  # an initial leaves the whole name of the other in no doubt
        for person in others:  # two people of the table: neither is taken before it is told
            if person.known is None and person.question is None:
                printed, line = profile.entries[0].printed, profile.entries[0].line
                person.question = f"{person.entries[0].printed!r}: is it the {printed!r} of line {line}? Answer there"

    def _ask_about_near(self, fresh: list[CandidatePerson]) -> None:
        """Two names that are nearly one: spelt otherwise, or another person?"""
        self._join_same_names(fresh)
        if not fresh:
            return
        near = NearNames() if len(fresh) > _FEW else None
        by_owner: dict[str, CandidatePerson] = {}
        names_of: dict[str, list[str]] = defaultdict(list)
        named = [*(person for person in self._known.values()), *(person for person in fresh if not person.team)]
        by_birth = NamesByBirth(named, fresh)
        for number, person in enumerate(named):
            names = (person.known.name, *person.known.aliases) if person.known is not None else (person.name.printed,)
            by_owner[str(number)] = person
            for name in {fold(name) for name in names if fold(name)}:
                names_of[str(number)].append(name)
                if near is not None:
                    near.add(name, str(number))
        for person in fresh:
            if person.team or person.question is not None or self._answered(person):
                continue
            folded = fold(person.name.printed)
            owners = near.find(folded) if near is not None else [
                owner for owner, names in names_of.items() if any(is_near(folded, name) for name in names)
            ]  # fmt: skip
            alike = [by_owner[owner] for owner in owners]
            alike += [similar for similar in by_birth.find(person) if similar not in alike]
            whole = not is_shortened(folded.split())
            alike = [
                similar for similar in alike
                if similar is not person and self._may_be(person, similar)
                and not (whole and similar.known is None and is_shortened(fold(similar.name.printed).split()))
            ]  # fmt: skip
            if alike:
                alike.sort(key=lambda similar: (similar.known is None, similar.id, similar.name.printed))
                self._ask(person, alike)

    def _answered(self, person: CandidatePerson) -> bool:
        entry = person.entries[0]
        return self.identities.answer(entry.name.key, person.sex, entry.nation, person.born) is not None

    def _may_be(self, person: CandidatePerson, candidate: CandidatePerson) -> bool:
        """Whether two near names may be of one person: of one sex and nation, and no two births."""
        if candidate.team or person.sex != candidate.sex or (candidate.known is None and self._answered(candidate)):
            return False
        if births(person.born, candidate.born) == "apart" or not candidate.numbers.keys().isdisjoint(person.numbers):
            return False
        self._remember_results(candidate)
        return not person.nations or not candidate.nations or bool(person.nations & candidate.nations)

    def _join_same_names(self, fresh: list[CandidatePerson]) -> None:
        """What an answer calls by the name of another new person is one with it."""
        by_name: dict[tuple[str, str], CandidatePerson] = {}
        for person in list(fresh):
            if person.name.aliases and (first := by_name.get((person.name.key, person.sex))) is not None:
                first.join(person)
                fresh.remove(person)
            elif not person.name.aliases:
                by_name.setdefault((person.name.key, person.sex), person)
        for person in [person for person in fresh if person.name.aliases]:
            first = by_name.get((person.name.key, person.sex))
            if first is not None and first is not person:
                first.join(person)
                fresh.remove(person)

    def _name(self, fresh: list[CandidatePerson]) -> None:
        """An id for each new person: the name, and for namesakes what tells them apart."""
        for person in fresh:
            if person.known is None and person.question is None and not self.new:
                person.question = self._stranger(person)
        taken = set(self.truth.athletes)
        numbered: dict[str, int] = defaultdict(lambda: 2)
        order = sorted(fresh, key=lambda new: (fold(new.name.printed), new.born or "~", new.sex, sorted(new.nations),
                                               sorted(new.numbers.items()), new.entries[0].line))  # fmt: skip
        for person in order:
            base = slug(person.name.printed)
            if not base:
                person.question = f"no id can be made of {person.name.printed!r}: harness truth new athlete makes one"
                continue
            nation = next(iter(sorted(person.nations)), "").lower()
            further = [person.born[:4] if person.born else "", person.sex if base in taken else "", nation]
            choices = [base, *(f"{base}-{part}" for part in further if part)]
            counted = (f"{base}-{number}" for number in count(numbered[base]))
            person.id = next(choice for choice in chain(choices, counted) if choice not in taken)
            numbered[base] += 1
            taken.add(person.id)
            if person.question is None and not person.nations and not person.team:
                person.question = f"{person.name.printed!r} is new to the pack: a new athlete needs an athlete_nation"

    def namesakes_of(self, person: CandidatePerson) -> list[str]:
        """Who has the very name and sex, and is told from the person by neither birth nor nation."""
        if self._by_name is None:
            self._by_name = defaultdict(list)
            new = (namesake for namesake in self.persons if namesake.known is None)
            for namesake in (*self._known.values(), *new):
                self._by_name[namesake.name.printed.casefold(), namesake.sex].append(namesake)
        return sorted({
            namesake.id for namesake in self._by_name[person.name.printed.casefold(), person.sex]
            if namesake is not person and namesake.id != person.id and not told_by_births(person, namesake)
        })  # fmt: skip

    def _stranger(self, person: CandidatePerson) -> str:
        printed = person.entries[0].printed
        others = self._keys.get(person.name.key, set()) - {person.sex}
        if others:
            namesake = self._by_key[person.name.key, sorted(others)[0]][0]
            return f"{namesake.name.printed} ({namesake.id}) is of the {namesake.sex}, this row of the {person.sex}"
        return f"the pack has no {printed!r}: --new-athletes adds those it does not know"
