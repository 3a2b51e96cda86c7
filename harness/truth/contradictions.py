"""Contradictions between the facts of a pack: days and editions, places and marks, completeness and gaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from msgspec import structs

from harness.truth.held import days_of
from harness.truth.index import Truth
from harness.truth.medal_tables import read_floor
from harness.truth.pack import Completeness, Edition, Race, Record
from harness.truth.results import Result, disputed_place, results_of
from harness.truth.sound import PackFlaw, Sound, better, exact_mark, lower_is_better
from harness.values import Range, clear, meet, partial_date

# how many athletes a statement is about
SUBJECTS = {"races": 1, "finals": 1, "bests": 1, "meetings": 2, "starts": 1, "records": 1}
LISTS = ("athletes", "marks")


def contradictions(sound: Sound) -> Iterator[PackFlaw]:
    yield from _out_of_their_days(sound)
    yield from _places(sound)
    yield from _completeness(sound)


def _out_of_their_days(sound: Sound) -> Iterator[PackFlaw]:
    for path, race in sound.races:
        edition = sound.truth.editions.get(race.edition or "")
        if edition is not None and meet(partial_date(race.date), days_of(edition)) is None:
            yield PackFlaw(
                f"{path}.date", f"{race.date} is not a day of {edition.name} ({edition.start} to {edition.end})"
            )


def _places(sound: Sound) -> Iterator[PackFlaw]:
    """In one race a better place never has a worse mark, and one place is shared on equal marks only.

    Where no marks are kept (judo, boxing), two may share a place if the places behind it are left out: 1, 2, 3, 3, 5.
    """
    paths = {_race_of(race): path for path, race in reversed(sound.races)}
    races: dict[tuple[Any, ...], list[Result]] = defaultdict(list)
    for one in sound.truth.results:
        if one.place is not None and one.annulled is None:
            races[_race_of(one)].append(one)
    for one in _within_sections(sound):
        races[_race_of(one)].append(one)
    for key, results in races.items():
        results.sort(key=lambda one: (_low(one.place), one.id))
        places = {_low(result.place) for result in results}
        for ahead, behind in pairwise(results):
            flaw = _order(ahead, behind, lower_is_better(sound.truth, ahead.event), places)
            if flaw is not None and key in paths:  # a mark that counts on another event's list too is told there
                yield PackFlaw(paths[key], flaw, (ahead.id, behind.id))


def _within_sections(sound: Sound) -> Iterator[Result]:
    """Results with their places within a section: they are no places of the round, and have to agree all the same."""
    for _, race in sound.races:
        for row, result in zip(race.results, results_of(race, sound.truth), strict=True) if race.section else ():
            if row.place is not None and result.annulled is None:
                yield structs.replace(result, place=disputed_place(row))


def _race_of(entry: Race | Result) -> tuple[Any, ...]:
    """What makes one race of two entries: the round of an edition, or the day and city of a meeting."""
    where: tuple[Any, ...] = (entry.edition,)
    if entry.edition is None:
        where = (entry.city, partial_date(entry.date) if isinstance(entry.date, str) else entry.date)
    return (*where, entry.event, entry.sex, entry.round, entry.section, entry.match, entry.en_route)


def _order(ahead: Result, behind: Result, lower: bool, places: set[int]) -> str | None:
    if ahead.place == behind.place:
        if ahead.mark is None and behind.mark is None:
            tied = _low(ahead.place) + 1 not in places
        else:
            tied = ahead.mark is not None and behind.mark is not None and not clear(ahead.mark, behind.mark)
        return None if tied else f"{ahead.athlete} and {behind.athlete} share place {_low(ahead.place)} without a tie"
    apart = ahead.place is not None and behind.place is not None and clear(ahead.place, behind.place)
    if apart and better(behind.mark, ahead.mark, lower):
        return f"{behind.athlete} is placed behind {ahead.athlete} with a better mark"
    return None


def _low(place: Range | None) -> int:
    return place.low or 0 if place is not None else 0


def _completeness(sound: Sound) -> Iterator[PackFlaw]:
    for path, statement in sound.completeness:
        if statement.covers in SUBJECTS and len(statement.athletes) < SUBJECTS[statement.covers]:
            yield PackFlaw(f"{path}.athletes", f"{statement.covers} of whom")
        if statement.covers == "bests" and not statement.events:
            yield PackFlaw(f"{path}.events", "the best of which event")
        if statement.covers == "finals" and not statement.levels and statement.competition is None:
            yield PackFlaw(f"{path}.levels", "finals at which competition, or at which levels")
        if statement.covers == "records" and statement.level is None:
            yield PackFlaw(f"{path}.level", "records of which level")
        if statement.covers in LISTS and (statement.down_to is None or len(statement.events) != 1):
            yield PackFlaw(f"{path}.down_to", "a list is of one event, down to a mark")
        elif statement.covers in (*LISTS, "races"):
            yield from (PackFlaw(path, message) for message in _records_missing(sound, statement))
        elif statement.covers in ("medals", "editions"):
            yield from (PackFlaw(path, message) for message in _editions_missing(sound, statement))
        elif statement.covers == "totals" and (statement.down_to is None or read_floor(statement.down_to) is None):
            yield PackFlaw(f"{path}.down_to", "how many medals or golds at least: '4 medals', '3 golds'")
        elif statement.covers == "nations":
            yield from (PackFlaw(path, message) for message in _tables_missing(sound, statement))


def _records_missing(sound: Sound, statement: Completeness) -> Iterator[str]:
    """Records that the statement covers, of which the pack has no result."""
    for _, record in sound.records:
        if not _covered(sound.truth, statement, record):
            continue
        mark = exact_mark(sound.truth, record.event, record.mark)
        ran = sound.truth.by_athlete.get(record.athlete, ())
        if not any(mark == result.mark for result in ran if result.event == record.event):
            yield f"complete, but {record.mark} of {record.athlete} on {record.date} is a record and no result"


def _covered(truth: Truth, statement: Completeness, record: Record) -> bool:
    if record.event not in statement.events or record.sex != (statement.sex or record.sex):
        return False
    day = partial_date(record.date)
    if statement.covers == "races":
        inside = meet(day, Range(partial_date(statement.start).low, partial_date(statement.end).high)) == day
        return (
            record.athlete in statement.athletes
            and inside
            and (statement.indoor_too or record.indoor == statement.indoor)
        )
    mark, depth = (exact_mark(truth, record.event, printed) for printed in (record.mark, statement.down_to or ""))
    of_it = statement.nation is None or truth.nation_of(record.athlete, day.low or 0) == statement.nation
    early = (day.high or 0) <= (partial_date(statement.end).low or 0)
    return (
        of_it
        and early
        and (statement.indoor_too or record.indoor == statement.indoor)
        and not better(depth, mark, lower_is_better(truth, record.event))
    )


def _tables_missing(sound: Sound, statement: Completeness) -> Iterator[str]:
    """A depth that is none, or an edition without its table."""
    if read_floor(statement.down_to) is None:
        yield f"{statement.down_to!r} is no end of a medal table: '5 golds', '20 medals', or nothing for every nation"
    tables = {table.edition for _, table in sound.medal_tables}
    inside = _editions_inside(sound, statement)
    if not inside:
        yield f"complete, but there is no edition of {statement.competition} in those years"
    for edition in inside:
        if edition.id not in tables:
            yield f"complete, but there is no medal table of {edition.name}"


def _editions_inside(sound: Sound, statement: Completeness) -> list[Edition]:
    span = Range(partial_date(statement.start).low, partial_date(statement.end).high)
    every = sound.truth.editions_by_competition.get(statement.competition or "", ())
    return [edition for edition in every if meet(days_of(edition), span) is not None]


def _editions_missing(sound: Sound, statement: Completeness) -> Iterator[str]:
    """An edition too few, or one without its medals."""
    inside = _editions_inside(sound, statement)
    if not inside and statement.covers == "medals":
        yield f"complete, but there is no edition of {statement.competition} in those years"
    for edition in inside if statement.covers == "medals" else ():
        for event in statement.events:
            yield from _medals_missing(sound.truth, edition, event, statement.sex)


def _medals_missing(truth: Truth, edition: Edition, event: str, sex: str | None) -> Iterator[str]:
    """Ties apart, the first three places of the final are there, unless fewer finished and the whole field is known."""
    final = [
        result
        for result in truth.by_edition.get(edition.id, ())
        if (result.event, result.sex, result.round) == (event, sex or result.sex, "final") and result.annulled is None
    ]
    places = sorted(result.place.low for result in final if result.place is not None and result.place.low is not None)[
        :3
    ]
    due = 3 if not any(result.finishers_complete for result in final) else min(3, len(final))
    if len(places) < due or any(place > number for number, place in enumerate(places, 1)):
        yield f"complete, but {event} at {edition.name} has the places {places or 'nobody'}"
