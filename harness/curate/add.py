"""Results from a table added to a pack: what would change, what is refused, and a pack that passes its lint, or
none."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import NamedTuple

from harness.curate.entry import Entry
from harness.curate.identities import Identities
from harness.curate.lexicon import PackNames
from harness.curate.line_ups import team_key, with_line_ups
from harness.curate.listed import separate_listed_races
from harness.curate.mapping import Columns
from harness.curate.merge import PackChange
from harness.curate.nations_over_time import gainsaying_teams, nation_periods
from harness.curate.people import People
from harness.curate.person import CandidatePerson
from harness.curate.rows import read_rows
from harness.curate.table import Table
from harness.curate.trial import Trial
from harness.records.model import Mistake
from harness.truth.index import Truth

_MOST_ROUNDS = 8  # of leaving out races at fault


class Request(NamedTuple):
    """What is asked for beside the table: the file for new races, what may be made, the answers on who is who, and the
    day (an ordinal) on which it is asked."""

    into: str
    new: frozenset[str]
    identities: Identities
    today: int
    partial: bool = False


class Addition(NamedTuple):
    """What the table's rows would do to the pack: the changes, the new text of each file that they touch, the rows that
    are refused, the flaws that they would bring (by their lines), and those that the pack has without them."""

    changes: list[PackChange]
    texts: dict[Path, str]
    refused: list[Mistake]
    flaws: Sequence[Mistake]
    guesses: dict[str, str]
    pack_flaws: Sequence[Mistake] = ()
    already: int = 0
    repeated: int = 0
    taken: tuple[Entry, ...] = ()
    refused_lines: frozenset[int] = frozenset()


def add(folder: Path, truth: Truth, table: Table, columns: Columns, request: Request) -> Addition:
    """Work the addition out; nothing is written."""
    lexicon = PackNames(truth, request.new)
    reading = read_rows(table, columns, lexicon, request.today)
    people = People(truth, request.identities, new="athletes" in request.new)
    people.resolve(reading.entries)
    asked, settled = _questions(people, table.file, lexicon)
    entries = with_line_ups(settled, reading.entries, lexicon.events)
    separate_listed_races(entries, lexicon)
    raws = _raws(folder)
    flaws, left_out, lines = list[Mistake](), list[Mistake](), set[int]()
    for _ in range(_MOST_ROUNDS):
        trial = Trial(raws, lexicon, people, request.into)
        trial.put(entries, table.file)
        flaws, at_fault = trial.examine(table.file)
        if not flaws or not request.partial or not at_fault:
            break
        left_out += flaws
        lines |= at_fault
        entries = [entry for entry in entries if entry.line not in at_fault]
    refused = sorted(
        {*reading.refused, *asked, *trial.merged.refused, *left_out}, key=lambda slip: (slip.line, slip.column)
    )
    lines |= at_fault
    own = [flaw for flaw in flaws if flaw.file == table.file]
    others = [flaw for flaw in flaws if flaw.file != table.file]
    texts = {folder / name: text for name, text in trial.documents.texts().items()}
    return Addition(
        trial.changes, texts, refused, own, reading.guesses, others, trial.merged.already, trial.merged.repeated,
        tuple(trial.merged.taken), frozenset(lines | {mistake.line for mistake in refused}),
    )  # fmt: skip


def _questions(people: People, file: str, lexicon: PackNames) -> tuple[list[Mistake], list[Entry]]:
    """The rows of athletes who are not settled, as refusals, and the others."""
    asked, entries = list[Mistake](), list[Entry]()
    wrong_teams: dict[Hashable, int] = {}
    for person in people.persons:
        periods = nation_periods(person)
        wrong = person.question
        gainsaying = gainsaying_teams(person) if wrong is None and isinstance(periods, str) else []
        if wrong is None and isinstance(periods, str) and not gainsaying:
            wrong = f"{person.name.printed} is {periods}: the rows contradict one another"
        elif gainsaying:
            wrong_teams |= {team_key(entry.member_of): entry.line for entry in gainsaying if entry.member_of}
            asked += [_of_another_team(person, entry, file, lexicon) for entry in gainsaying]
        left_out = {id(entry) for entry in gainsaying}
        for entry in person.entries:
            why = wrong or _nation_mismatch(person, entry, lexicon)
            if id(entry) in left_out:
                continue
            if why is None:
                entries.append(entry)
            else:
                field = "athlete" if wrong is not None else "athlete_nation"
                cell = entry.cells.get("athlete_nation", entry.cell) if field == "athlete_nation" else entry.cell
                asked.append(Mistake(file, cell.line, cell.column, field, why))
    lines = {mistake.line for mistake in asked}
    settled = list[Entry]()
    for entry in entries:
        line = wrong_teams.get(team_key(entry)) if entry.team else None
        if line is None:
            settled.append(entry)
        elif entry.line not in lines:
            why = f"the row of line {line} is of this team too: the rows contradict one another"
            asked.append(Mistake(file, entry.cell.line, entry.cell.column, "athlete", why))
    return asked, sorted(settled, key=lambda entry: entry.line)


def _of_another_team(person: CandidatePerson, entry: Entry, file: str, lexicon: PackNames) -> Mistake:
    """Why the team of the row cannot be the nation's: a member competed for another one at the time."""
    team = entry.member_of
    assert team is not None
    mine = [row for row in person.entries if row.member_of is None and row.nation not in (None, entry.nation)]
    nearest = min(mine, key=lambda row: (abs(row.span[0] - entry.span[0]), row.line), default=None)
    where = f" (line {nearest.line})" if nearest is not None else ""
    nation = lexicon.shown(nearest.nation) if nearest is not None and nearest.nation is not None else "another nation"
    name = person.name.printed
    why = f"{name} is of this team of {lexicon.shown(entry.nation or '')} and is for {nation}{where} at that time"
    return Mistake(file, team.cell.line, team.cell.column, "athlete", f"{why}: the rows contradict one another")


def _nation_mismatch(person: CandidatePerson, entry: Entry, lexicon: PackNames) -> str | None:
    """Why the row's nation cannot stand beside what is known of the athlete's nations."""
    if person.known is None or entry.nation is None or len(person.known.nations) < 2:
        return None
    had = lexicon.truth.nation_of(person.id, entry.span[0])
    if had is None or had == entry.nation:
        return None
    name = lexicon.truth.name(person.id)
    return f"the pack has {name} for {lexicon.shown(had)} on that day, this row for {lexicon.shown(entry.nation)}"


def _raws(folder: Path) -> dict[str, bytes]:
    paths = sorted(path for path in folder.iterdir() if path.suffix == ".json")
    return {path.name: path.read_bytes() for path in paths}
