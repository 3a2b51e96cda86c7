"""An athlete's nations over time, according to results, and the athlete as a row of a pack."""

from __future__ import annotations

from datetime import date
from typing import Any

from harness.curate.entry import Entry
from harness.curate.person import CandidatePerson
from harness.values import partial_date


def nation_periods(person: CandidatePerson) -> list[dict[str, str]] | str:
    """The athlete's nations over time, each from its first result; or, where two nations share a day, what is wrong.

    Between the last result for the one and the first for the next nothing is known, and nothing is said. The last
    nation goes on. An athlete of one nation has it without dates, as packs have always had it.
    """
    spans = [
        *_known_spans(person),
        *((first, last, nation) for first, last, nation in person.days if nation is not None),
    ]
    runs: list[tuple[int, int, str]] = []
    for first, last, nation in sorted(set(spans)):
        if runs and runs[-1][2] == nation:
            runs[-1] = (runs[-1][0], max(last, runs[-1][1]), nation)
        elif runs and first <= runs[-1][1]:
            return f"for {runs[-1][2]} and for {nation} at one time, {_written(first)}"
        else:
            runs.append((first, last, nation))
    if len(runs) == 1:
        return [{"value": runs[0][2]}]
    periods = [{"value": nation, "start": _written(first), "end": _written(last + 1)} for first, last, nation in runs]
    if periods:
        del periods[-1]["end"]
    old = person.known.nations if person.known is not None else ()
    if len(old) > 1 and old[0].start is None and periods and periods[0]["value"] == old[0].value:
        del periods[0]["start"]
    return periods


def gainsaying_teams(person: CandidatePerson) -> list[Entry]:
    """The memberships of teams of another nation than the athlete's own results are for on those days.

    None if the athlete's own results contradict one another, or the teams do so among themselves, since it is not known
    then which of them is right. Sources write today's nation for the relays of Germany's two halves.
    """
    mine = {id(entry) for entry in person.entries if entry.member_of is None}
    if not mine or isinstance(nation_periods(person.with_entries(mine)), str):
        return []
    teams = [entry for entry in person.entries if entry.member_of is not None]
    wrong = [
        entry for entry in teams if isinstance(nation_periods(person.with_entries(mine | {id(entry)})), str)
    ]  # fmt: skip
    right = {id(entry) for entry in person.entries} - {id(entry) for entry in wrong}
    return [] if isinstance(nation_periods(person.with_entries(right)), str) else wrong


def _known_spans(person: CandidatePerson) -> list[tuple[int, int, str]]:
    """What the pack says of the athlete's nations with days: it stands, and new results are put between."""
    periods = person.known.nations if person.known is not None else ()
    spans = []
    for period in periods if len(periods) > 1 else ():
        start = partial_date(period.start).low if period.start else None
        end = partial_date(period.end).low if period.end else None
        first = start if start is not None else (end or 2) - 1
        spans.append((first, first if end is None else end - 1, period.value))
    return spans


def _written(day: int) -> str:
    return date.fromordinal(day).isoformat()


def athlete_row(person: CandidatePerson) -> dict[str, Any]:
    """A new athlete as a row of a pack."""
    row: dict[str, Any] = {"id": person.id, "name": person.name.printed, "sex": person.sex}
    if aliases := [*person.name.aliases, *person.further_names()]:
        row["aliases"] = aliases
    periods = nation_periods(person)
    if periods and not isinstance(periods, str):
        row["nations"] = periods
    if person.born is not None:
        row["born"] = person.born
    if person.numbers:
        row["numbers"] = dict(sorted(person.numbers.items()))
    row["sources"] = sorted({source for entry in person.entries for source in entry.sources})
    return row
