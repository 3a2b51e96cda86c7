"""Finds what is wrong in a ground truth pack: every flaw at once, each with its path in the pack and what the matter
is.

A flaw is a reference to an unknown id, a fact without a source, an impossible date or mark, places that contradict the
marks, a record that was not one on its day, or a completeness statement that the pack itself contradicts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_type_hints

from msgspec.structs import replace

from harness.truth.agreement import disagreements
from harness.truth.contradictions import LISTS, contradictions
from harness.truth.entries import impossible_entries, namesakes
from harness.truth.index import Truth
from harness.truth.language import language_flaws
from harness.truth.match_flaws import match_flaws
from harness.truth.pack import Event, Pack, PackResult, Race, Record, Row
from harness.truth.printed_marks import NO_ATTEMPT
from harness.truth.sound import PackFlaw, Sound
from harness.truth.soundness import soundness_flaws
from harness.values import Range, Unread, clear, partial_date, read_mark

AREAS = frozenset({"Africa", "Asia", "Europe", "North America", "Oceania", "South America"})
TABLES = ("sources", "nations", "events", "athletes", "competitions", "editions", "completeness")
NEEDS_SOURCES = ("athletes", "editions", "records", "medal_tables", "entries", "totals", "completeness")
# which table a field's id is looked up in, wherever the field occurs
POINTS_AT = {
    "sources": "sources", "nation": "nations", "event": "events", "events": "events", "athlete": "athletes",
    "athletes": "athletes", "competition": "competitions", "edition": "editions",
    "source": "sources", "part_of": "events", "same_as": "events", "series": "competitions",
}  # fmt: skip
DATES = ("start", "date", "born", "died", "end", "until", "vouched_until", "announced", "ratified", "unratified_until")
RECORDS_OF = {
    "olympic": "competitions", "championship": "competitions", "meeting": "competitions", "national": "nations",
}  # fmt: skip


def lint(pack: Pack) -> list[PackFlaw]:
    """Everything wrong with the pack, row by row first; rows that cannot be read are left out of the later checks."""
    return examine(pack)[0]


def examine(pack: Pack) -> tuple[list[PackFlaw], Truth]:
    """Everything wrong with the pack, and the truth made from what can be read (everything, if nothing is wrong)."""
    rows = list(_rows(pack))
    unreadable = [*_unknown_names(pack, rows), *_dates(rows), *_marks(pack)]
    sound = _sound(pack, [flaw.path for flaw in unreadable])
    derived = [
        *impossible_entries(sound),
        *contradictions(sound),
        *disagreements(sound),
        *language_flaws(sound),
        *match_flaws(sound),
        *soundness_flaws(sound),
    ]
    return [*_duplicates(pack), *namesakes(pack.athletes), *_unsourced(pack, rows), *unreadable, *derived], sound.truth


def _sound(pack: Pack, broken: list[str]) -> Sound:
    """The rows that can be read, with their paths: a result at fault loses all but its athlete and its place."""
    rows: dict[str, list[tuple[str, Any]]] = {}
    by_row: dict[str, list[str]] = defaultdict(list)
    for flaw in broken:
        by_row[flaw.partition("]")[0] + "]"].append(flaw)
    for table in Pack.__struct_fields__:
        rows[table] = []
        for number, row in enumerate(getattr(pack, table)):
            path = f"{table}[{number}]"
            mended = _mended(path, row, by_row.get(path, []))
            rows[table] += [(path, mended)] if mended is not None else []
    truth = Truth(Pack(**{table: tuple(row for _, row in some) for table, some in rows.items()}))
    return Sound(truth, rows["races"], rows["records"], rows["completeness"], rows["medal_tables"])


def _mended(path: str, row: Row, broken: list[str]) -> Row | None:
    if not broken:
        return row
    if isinstance(row, Event) and all(".part_of" in flaw or ".same_as" in flaw for flaw in broken):
        return replace(row, part_of=None, same_as=None)
    if not isinstance(row, Race) or any(not flaw.startswith(f"{path}.results") for flaw in broken):
        return None
    bad = {int(flaw.removeprefix(f"{path}.results[").partition("]")[0]) for flaw in broken}
    bare = [PackResult(athlete=result.athlete, place=result.place, status=result.status) for result in row.results]
    return replace(row, results=tuple(bare[at] if at in bad else one for at, one in enumerate(row.results)))


def _rows(pack: Pack) -> Iterator[tuple[str, Row]]:
    """Every record of the pack with its path, those inside others included."""
    for table in Pack.__struct_fields__:
        for number, row in enumerate(getattr(pack, table)):
            yield from _within(f"{table}[{number}]", row)


def _within(path: str, row: Row) -> Iterator[tuple[str, Row]]:
    yield path, row
    for field in _parts(type(row)).rows:
        value = getattr(row, field)
        if isinstance(value, Row):
            yield from _within(f"{path}.{field}", value)
        elif value:
            for number, inner in enumerate(value):
                yield from _within(f"{path}.{field}[{number}]", inner)


class _Parts(NamedTuple):
    """Of a type of record, the fields that hold ids (with the table to look them up in), dates, and other records."""

    ids: tuple[tuple[str, str], ...]
    dates: tuple[str, ...]
    rows: tuple[str, ...]


@cache
def _parts(kind: type[Row]) -> _Parts:
    fields = kind.__struct_fields__
    holds = {field: str(hint) for field, hint in get_type_hints(kind).items()}
    return _Parts(
        tuple((field, POINTS_AT[field]) for field in fields if field in POINTS_AT),
        tuple(field for field in DATES if field in fields),
        tuple(field for field in fields if "harness.truth." in holds[field]),
    )


def _duplicates(pack: Pack) -> Iterator[PackFlaw]:
    for table in TABLES:
        seen: set[str] = set()
        for number, row in enumerate(getattr(pack, table)):
            if row.id in seen:
                yield PackFlaw(f"{table}[{number}].id", f"a second {row.id!r}")
            seen.add(row.id)
    ran: set[tuple[object, ...]] = set()
    for path, race, result in _results(pack):
        key = (*_race_key(race), race.city if race.edition is None else "", result.athlete)
        if key in ran:
            yield PackFlaw(path, f"a second result of {result.athlete} in this race")
        ran.add(key)


def _results(pack: Pack) -> Iterator[tuple[str, Race, PackResult]]:
    for number, race in enumerate(pack.races):
        for place, result in enumerate(race.results):
            yield f"races[{number}].results[{place}]", race, result


def _race_key(race: Race) -> tuple[object, ...]:
    """What makes two entries one race: the round of an edition, or the day of a meeting without one."""
    when = race.edition or race.date
    return (when, race.event, race.sex, race.round, race.section, race.match, race.en_route)


def _unknown_names(pack: Pack, rows: list[tuple[str, Row]]) -> Iterator[PackFlaw]:
    known = {table: {row.id for row in getattr(pack, table)} for table in TABLES}
    for path, row in rows:
        for field, table in _parts(type(row)).ids:
            value = getattr(row, field)
            for identity in (value,) if isinstance(value, str) else value or ():
                if identity not in known[table]:
                    yield PackFlaw(f"{path}.{field}", f"{identity!r} is none of the {table}")
        if isinstance(row, Record):
            yield from _unknown_list(path, row, known)
    for number, person in enumerate(pack.athletes):
        for nation in person.nations:
            if nation.value not in known["nations"]:
                yield PackFlaw(f"athletes[{number}].nations", f"{nation.value!r} is none of the nations")


def _unknown_list(path: str, record: Record, known: dict[str, set[str]]) -> Iterator[PackFlaw]:
    """A record's `of` is a competition, a nation or an area, as its level has it; the world's has none."""
    names = AREAS if record.level == "area" else known.get(RECORDS_OF.get(record.level, ""), {None})
    if record.of not in names:
        yield PackFlaw(f"{path}.of", f"{record.of!r} has no {record.level} records")
    if record.women_only is not None and record.sex != "women":
        yield PackFlaw(f"{path}.women_only", f"the record is one of {record.sex}")


def _unsourced(pack: Pack, rows: list[tuple[str, Row]]) -> Iterator[PackFlaw]:
    for path, race, result in _results(pack):
        if not race.sources and not result.sources:
            yield PackFlaw(path, "no source")
    for table in NEEDS_SOURCES:
        for number, row in enumerate(getattr(pack, table)):
            if not row.sources:
                yield PackFlaw(f"{table}[{number}]", "no source")
    for path, row in rows:
        if path.count("].") > 1 and not getattr(row, "sources", True):  # disputes, annulments
            yield PackFlaw(path, "no source")


def _dates(rows: list[tuple[str, Row]]) -> Iterator[PackFlaw]:
    for path, row in rows:
        days: dict[str, Range] = {}
        for field in _parts(type(row)).dates:
            printed = getattr(row, field)
            if printed is None:
                continue
            try:
                days[field] = partial_date(printed)
            except ValueError:
                yield PackFlaw(f"{path}.{field}", f"there is no such date: {printed}")
        first, last = days.get("start") or days.get("date"), days.get("end") or days.get("until")
        if first and last and clear(first, last) and (first.low or 0) > (last.high or 0):
            yield PackFlaw(path, "ends before it begins")


def _marks(pack: Pack) -> Iterator[PackFlaw]:
    for path, _, result in _results(pack):
        for number, dispute in enumerate(result.disputes):
            if dispute.field == "place" and not dispute.value.isdecimal():
                yield PackFlaw(f"{path}.disputes[{number}].value", f"not a place: {dispute.value}")
    events = {event.id: event for event in pack.events}
    for path, printed, event, whole in _printed_marks(pack):
        if event not in events:
            continue
        mark = units_of(printed, events[event])
        if mark is None:
            yield PackFlaw(path, f"not a {events[event].measure}: {printed}")
        elif whole and not is_plausible(mark, events[event]):
            yield PackFlaw(path, f"{printed} is no mark for {event}")


def _printed_marks(pack: Pack) -> Iterator[tuple[str, str, str, bool]]:
    """path, mark, event, and whether it is for the whole distance (else for a part)."""
    for path, race, result in _results(pack):
        for number, dispute in enumerate(result.disputes):
            if dispute.field != "place":
                yield f"{path}.disputes[{number}].value", dispute.value, race.event, dispute.field == "mark"
        if result.mark is not None:
            yield f"{path}.mark", result.mark, race.event, True
        if result.net is not None:
            yield f"{path}.net", result.net, race.event, True
        if result.was is not None and result.was.mark is not None:
            yield f"{path}.was.mark", result.was.mark, race.event, True
        for number, attempt in enumerate(result.attempts):
            if attempt not in NO_ATTEMPT:
                yield f"{path}.attempts[{number}]", attempt, race.event, False
        for height in result.tries:
            yield f"{path}.tries.{height}", height, race.event, False
        for number, leg in enumerate(result.legs):
            if leg != "-":
                yield f"{path}.legs[{number}]", leg, race.event, False
        for at, printed in result.splits.items():
            yield f"{path}.splits.{at}", printed, race.event, False
    for number, record in enumerate(pack.records):
        yield f"records[{number}].mark", record.mark, record.event, True
    for number, statement in enumerate(pack.completeness):
        for event in statement.events if statement.down_to and statement.covers in LISTS else ():
            yield f"completeness[{number}].down_to", statement.down_to or "", event, True


def units_of(printed: str, event: Event) -> int | None:
    """The official mark in smallest units; None if it is not one."""
    reading = read_mark(printed.rstrip("h"), event.measure)
    return None if isinstance(reading, Unread) else reading.exact


def is_plausible(mark: int, event: Event) -> bool:
    """Whether the event can have such a mark."""
    first, second = (units_of(end, event) for end in event.plausible)
    return first is not None and second is not None and first <= mark <= second
