"""Where the facts of a pack gainsay one another: days and editions, places and marks, completeness and gaps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from harness.truth.held import days_of
from harness.truth.index import Truth
from harness.truth.medal_tables import read_floor
from harness.truth.pack import Completeness, Edition, Race, Record
from harness.truth.results import Result
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
    for key, results in races.items():
        results.sort(key=lambda one: (_low(one.place), one.id))
        places = {_low(result.place) for result in results}
        for ahead, behind in pairwise(results):
            flaw = _order(ahead, behind, lower_is_better(sound.truth, ahead.event), places)
            if flaw is not None and key in paths:  # a mark that counts on another event's list too is told there
                yield PackFlaw(paths[key], flaw, (ahead.id, behind.id))


def _race_of(one: Race | Result) -> tuple[Any, ...]:
    """What makes one race of two entries: the round of an edition, or the day and city of a meeting."""
    where: tuple[Any, ...] = (one.edition,)
    if one.edition is None:
        where = (one.city, partial_date(one.date) if isinstance(one.date, str) else one.date)
    return (*where, one.event, one.sex, one.round, one.section, one.match, one.en_route)


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
    for path, one in sound.completeness:
        if one.covers in SUBJECTS and len(one.athletes) < SUBJECTS[one.covers]:
            yield PackFlaw(f"{path}.athletes", f"{one.covers} of whom")
        if one.covers == "bests" and not one.events:
            yield PackFlaw(f"{path}.events", "the best of which event")
        if one.covers == "finals" and not one.levels and one.competition is None:
            yield PackFlaw(f"{path}.levels", "finals at which competition, or at which levels")
        if one.covers == "records" and one.level is None:
            yield PackFlaw(f"{path}.level", "records of which level")
        if one.covers in LISTS and (one.down_to is None or len(one.events) != 1):
            yield PackFlaw(f"{path}.down_to", "a list is of one event, down to a mark")
        elif one.covers in (*LISTS, "races"):
            yield from (PackFlaw(path, message) for message in _records_missing(sound, one))
        elif one.covers in ("medals", "editions"):
            yield from (PackFlaw(path, message) for message in _editions_missing(sound, one))
        elif one.covers == "totals" and (one.down_to is None or read_floor(one.down_to) is None):
            yield PackFlaw(f"{path}.down_to", "how many medals or golds at least: '4 medals', '3 golds'")
        elif one.covers == "nations":
            yield from (PackFlaw(path, message) for message in _tables_missing(sound, one))


def _records_missing(sound: Sound, one: Completeness) -> Iterator[str]:
    """Records that the statement covers, of which the pack has no result."""
    for _, record in sound.records:
        if not _covered(sound.truth, one, record):
            continue
        mark = exact_mark(sound.truth, record.event, record.mark)
        ran = sound.truth.by_athlete.get(record.athlete, ())
        if not any(mark == result.mark for result in ran if result.event == record.event):
            yield f"complete, but {record.mark} of {record.athlete} on {record.date} is a record and no result"


def _covered(truth: Truth, one: Completeness, record: Record) -> bool:
    if record.event not in one.events or record.sex != (one.sex or record.sex):
        return False
    day = partial_date(record.date)
    if one.covers == "races":
        inside = meet(day, Range(partial_date(one.start).low, partial_date(one.end).high)) == day
        return record.athlete in one.athletes and inside and (one.indoor_too or record.indoor == one.indoor)
    mark, depth = (exact_mark(truth, record.event, printed) for printed in (record.mark, one.down_to or ""))
    of_it = one.nation is None or truth.nation_of(record.athlete, day.low or 0) == one.nation
    early = (day.high or 0) <= (partial_date(one.end).low or 0)
    return (
        of_it
        and early
        and (one.indoor_too or record.indoor == one.indoor)
        and not better(depth, mark, lower_is_better(truth, record.event))
    )


def _tables_missing(sound: Sound, one: Completeness) -> Iterator[str]:
    """A depth that is none, or an edition without its table."""
    if read_floor(one.down_to) is None:
        yield f"{one.down_to!r} is no end of a medal table: '5 golds', '20 medals', or nothing for every nation"
    tables = {table.edition for _, table in sound.medal_tables}
    inside = _editions_inside(sound, one)
    if not inside:
        yield f"complete, but there is no edition of {one.competition} in those years"
    for edition in inside:
        if edition.id not in tables:
            yield f"complete, but there is no medal table of {edition.name}"


def _editions_inside(sound: Sound, one: Completeness) -> list[Edition]:
    span = Range(partial_date(one.start).low, partial_date(one.end).high)
    every = sound.truth.editions_by_competition.get(one.competition or "", ())
    return [edition for edition in every if meet(days_of(edition), span) is not None]


def _editions_missing(sound: Sound, one: Completeness) -> Iterator[str]:
    """An edition too few, or one without its medals."""
    inside = _editions_inside(sound, one)
    if not inside and one.covers == "medals":
        yield f"complete, but there is no edition of {one.competition} in those years"
    for edition in inside if one.covers == "medals" else ():
        for event in one.events:
            yield from _medals_missing(sound.truth, edition, event, one.sex)


def _medals_missing(truth: Truth, edition: Edition, event: str, sex: str | None) -> Iterator[str]:
    """Ties apart, the first three places of the final are there, unless fewer finished and the whole field is known."""
    final = [
        one for one in truth.by_edition.get(edition.id, ())
        if one.event == event and one.sex == (sex or one.sex) and one.round == "final" and one.annulled is None
    ]  # fmt: skip
    places = sorted(one.place.low for one in final if one.place is not None and one.place.low is not None)[:3]
    due = 3 if not any(one.finishers_complete for one in final) else min(3, len(final))
    if len(places) < due or any(place > number for number, place in enumerate(places, 1)):
        yield f"complete, but {event} at {edition.name} has the places {places or 'nobody'}"
