"""The documents of a pack with a table's results added: the outcome, before anything is written."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import msgspec

from harness.curate.documents import Documents
from harness.curate.entry import Entry
from harness.curate.flaw_lines import placed
from harness.curate.lexicon import PackNames
from harness.curate.merge import Merged, PackChange, merge
from harness.curate.nations_over_time import athlete_row, nation_periods
from harness.curate.people import People
from harness.curate.person import CandidatePerson
from harness.records.model import Mistake
from harness.truth.lint import examine

_FILES = {"nations": "nations.json", "events": "events.json", "sources": "sources.json", "athletes": "athletes.json",
          "competitions": "competitions.json", "editions": "competitions.json"}  # fmt: skip


class Trial:
    """The pack's documents with entries put in, and what lint says of them."""

    def __init__(self, raws: dict[str, bytes], lexicon: PackNames, people: People, into: str) -> None:
        self.documents = Documents(raws, lexicon.truth.pack)
        self.lexicon = lexicon
        self.people = people
        self.into = into
        self.changes: list[PackChange] = []
        self.merged: Merged

    def put(self, entries: list[Entry], table: str) -> None:
        self.merged = merge(entries, self.documents, self.lexicon, self.into, table)
        written = {id(entry) for taken in self.merged.taken for entry in (taken, *taken.line_up)}
        persons = (person.with_entries(written) for person in self.people.persons)
        self._people([person for person in persons if person.entries])
        self._made()
        self.changes += self.merged.changes

    def _file_of(self, table: str) -> str:
        """The file that has the table, else the usual one."""
        return self.documents.holder_of(table) or _FILES[table]

    def _people(self, persons: list[CandidatePerson]) -> None:
        """New athletes in order of ids; what the pack lacked of known ones is filled in."""
        homes = {
            row["id"]: (file, row)
            for file, document in self.documents.files.items()
            for row in document.get("athletes", ())
        }
        new = []
        for person in persons:
            if person.known is None:
                new.append(_with_namesakes(athlete_row(person), person, self.people))
            else:
                self._fill_in(person, *homes[person.id])
        if not new:
            return
        file = self._file_of("athletes")
        rows = self.documents.rows(file, "athletes")
        rows += new
        rows.sort(key=lambda row: str(row["id"]))
        self.documents.change(file)
        for person in persons:
            if person.known is None:
                nation = ", ".join(sorted(person.nations))
                self.changes.append(PackChange(file, "+", "athletes", f"{person.name.printed}, {nation}".rstrip(", ")))

    def _fill_in(self, person: CandidatePerson, file: str, row: dict[str, Any]) -> None:
        known, changes = person.known, list[str]()
        assert known is not None
        if person.born != known.born and person.born is not None:
            row["born"] = person.born
            changes.append(f"born {person.born}")
        numbers = {source: number for source, number in person.numbers.items() if source not in known.numbers}
        if numbers:
            row["numbers"] = dict(sorted({**known.numbers, **numbers}.items()))
            changes.append("numbers of its sources")
        if further := person.further_names():
            row["aliases"] = [*known.aliases, *further]
            changes.append(f"also called {', '.join(further)}")
        periods = nation_periods(person)
        current = [msgspec.to_builtins(period) for period in known.nations]
        if not isinstance(periods, str) and periods and periods != current and not self._covered(person):
            row["nations"] = periods
            changes.append(
                "nations " + ", ".join(f"{period['value']} {period.get('start', '')}".strip() for period in periods)
            )
        if changes:
            new = {source for entry in person.entries for source in entry.sources} - set(row["sources"])
            row["sources"] = [*row["sources"], *sorted(new)]
            self.documents.change(file, row)
            self.changes.append(PackChange(file, "~", "athletes", f"{known.name}: {', '.join(changes)}"))

    def _covered(self, person: CandidatePerson) -> bool:
        """Whether the pack says the nation of each row's day already."""
        truth = self.lexicon.truth
        return all(
            entry.nation is None or truth.nation_of(person.id, entry.span[0]) == entry.nation
            for entry in person.entries
        )

    def _made(self) -> None:
        """Nations, events, editions, competitions and sources that what is written needs, each in its file."""
        needed = self._needed()
        for (table, identity), made in self.lexicon.made.items():
            if (table, identity) not in needed:
                continue
            file = self._file_of(table)
            row = {key: value for key, value in made.row.items() if value is not None}
            if table == "editions":
                row["sources"] = sorted(needed[table, identity])
            rows = self.documents.rows(file, table)
            rows.append(row)
            rows.sort(key=lambda row: row["id"]) if table in ("nations", "sources") else None
            self.documents.change(file)
            self.changes.append(PackChange(file, "+", table, str(row.get("name") or row.get("title"))))

    def _needed(self) -> dict[tuple[str, str], set[str]]:
        needed: dict[tuple[str, str], set[str]] = defaultdict(set)
        for entry in self.merged.taken:
            race = entry.race
            part = self.lexicon.row_of("events", race["event"]) or {}
            for event in (race["event"], part.get("part_of"), part.get("same_as")):
                needed["events", event or ""] |= set(entry.sources)
            for source in entry.sources:
                needed["sources", source] = set()
            for nation in (entry.nation, race.get("country")):
                if nation is not None:
                    needed["nations", nation] = set()
            if "edition" in race:
                needed["editions", race["edition"]] |= set(entry.sources)
                made = self.lexicon.row_of("editions", race["edition"])
                if made is not None:
                    needed["competitions", made["competition"]] = set()
                    needed["nations", made.get("nation", "")] = set()
        return needed

    def examine(self, table: str) -> tuple[list[Mistake], set[int]]:
        """What lint finds wrong, by the lines of the table that cause it, and the lines of the races at fault."""
        if not self.documents.is_changed:
            return [], set()
        try:
            pack = self.documents.pack()
        except msgspec.ValidationError as error:
            return [Mistake(table, 1, 1, "$", f"these rows would make a pack that cannot be read: {error}")], set()
        flaws, truth = examine(pack)
        races = [race for name in self.documents.names for race in self.documents.files[name].get("races", ())]
        return placed(flaws, races, self.merged.races, truth, table)


def _with_namesakes(row: dict[str, Any], person: CandidatePerson, people: People) -> dict[str, Any]:
    others = people.namesakes_of(person)
    if others:
        sources = row.pop("sources")
        row |= {"namesakes": others, "sources": sources}
    return row
