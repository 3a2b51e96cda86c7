"""Checks that records, lists, fields and medal tables agree with the results, from which they are recomputed.

A record is the best of its list on its day, and equals a mark of its holder. A performance is in the pack once. In a
complete field no place is higher than the number of athletes. A published medal table gives no nation fewer medals than
it won in the results.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from harness.records.model import Setting
from harness.truth import completeness
from harness.truth.horizons import vouched_day
from harness.truth.index import Truth
from harness.truth.pack import MedalTable, Race, Record
from harness.truth.results import Result
from harness.truth.sound import PackFlaw, Sound, better, exact_mark, lower_is_better
from harness.values import Range, clear, meet, partial_date


def disagreements(sound: Sound) -> Iterator[PackFlaw]:
    yield from _bettered(sound)
    yield from _two_at_once(sound)
    yield from _never_run(sound)
    yield from _twice(sound)
    yield from _short_fields(sound)
    yield from _tables(sound)


def _bettered(sound: Sound) -> Iterator[PackFlaw]:
    """Nobody whom a record is open to did better while it stood.

    After the day for which it is vouched, a better mark is news of the pack's and no contradiction.
    """
    truth = sound.truth
    best_first = {event: _best_first(truth, event) for event in {record.event for _, record in sound.records}}
    for path, record in sound.records:
        last = _last_day(truth, record)
        for mark in _better_marks(truth, record, best_first[record.event]):
            if mark.date.high is not None and (last is None or mark.date.high <= last):
                why = f"{record.mark} was no {record.level} record beside {mark.id} ({mark.printed})"
                yield PackFlaw(path, why, (mark.id,))


def broken_since(truth: Truth) -> Iterator[tuple[Record, Result]]:
    """The records that stand in the pack although there is a better result after the day for which they are vouched
    for, each with the first such result."""
    best_first = {event: _best_first(truth, event) for event in {record.event for record in truth.records}}
    for record in truth.records:
        if record.until is None:
            after = _better_marks(truth, record, best_first[record.event])
            first = min(after, key=lambda result: (result.date.high or 0, result.id), default=None)
            if first is not None:
                yield record, first


def _last_day(truth: Truth, record: Record) -> int | None:
    """The last day on which the record stood for certain."""
    until = partial_date(record.until).low if record.until else None
    return vouched_day(truth, record) if until is None else until - 1


def _better_marks(truth: Truth, record: Record, best_first: list[Result]) -> Iterator[Result]:
    """The results of those to whom the record is open that are better for certain, whatever their day."""
    mark, lower = exact_mark(truth, record.event, record.mark), lower_is_better(truth, record.event)
    for result in best_first:
        if not better(result.mark, mark, lower):
            break
        if better(result.electronic, mark, lower) and _open_to(truth, record, result):
            yield result


def _best_first(truth: Truth, event: str) -> list[Result]:
    """The event's results with a mark, by the end of the mark that may be the worse."""
    marked = [result for result in truth.by_event.get(event, ()) if result.mark is not None]
    if lower_is_better(truth, event):
        return sorted(marked, key=lambda result: (result.mark.high or 0, result.id))  # type: ignore[union-attr]
    return sorted(marked, key=lambda result: (-(result.mark.low or 0), result.id))  # type: ignore[union-attr]


def _open_to(truth: Truth, record: Record, result: Result) -> bool:
    """Whether the result could have been this record. Marks on the way, assisted and struck out are left aside."""
    one_list = completeness.one_list(truth, Setting(event=record.event, sex=record.sex))
    if result.sex != record.sex or (result.indoor != record.indoor and not one_list) or result.annulled is not None:
        return False
    if record.women_only is not None:
        return False  # no row tells whether men were in the race
    if result.en_route or result.assisted or result.ineligible or not result.official or result.status != "finished":
        return False
    if record.level == "national":
        return result.nation == record.of
    if record.level == "area":
        return result.nation in truth.nations and truth.nations[result.nation].area == record.of
    return record.level == "world" or result.competition == record.of


def _two_at_once(sound: Sound) -> Iterator[PackFlaw]:
    """Of one list one mark stands at a time; equal ones may stand together, and those of women-only and mixed races."""
    lists: dict[tuple[object, ...], list[tuple[str, Record]]] = defaultdict(list)
    for path, record in sound.records:
        lists[record.level, record.of, record.event, record.sex, record.indoor].append((path, record))
    for rows in lists.values():
        for (_, first), (path, second) in combinations(rows, 2):
            if first.mark != second.mark and not _are_apart(first, second) and _overlap(first, second):
                yield PackFlaw(path, f"{first.mark} of {first.date} is the {first.level} record of the same days")


def _are_apart(first: Record, second: Record) -> bool:
    return {first.women_only, second.women_only} == {True, False}


def _overlap(left: Record | MedalTable, right: Record | MedalTable) -> bool:
    """Whether both certainly stood on one day."""
    spans = []
    for row in (left, right):
        first = partial_date(row.date).high or 0
        end = partial_date(row.until).low if row.until else None
        if end is not None and end <= first:
            return False
        spans.append(Range(first, None if end is None else end - 1))
    return meet(*spans) is not None


def _never_run(sound: Sound) -> Iterator[PackFlaw]:
    """Where the pack has what the holder did in the event on the day, the record is one of it."""
    for path, record in sound.records:
        mark, day = exact_mark(sound.truth, record.event, record.mark), partial_date(record.date)
        done = [
            result for result in sound.truth.by_athlete.get(record.athlete, ())
            if result.date == day and day.low == day.high and result.event == record.event and result.mark is not None
        ]  # fmt: skip
        if mark is not None and done and all(clear(mark, result.mark) for result in done if result.mark is not None):
            yield PackFlaw(path, f"{record.mark} is a record, and {done[0].id} of that day is {done[0].printed}")


def _twice(sound: Sound) -> Iterator[PackFlaw]:
    """Two results of one athlete, event and day are two rounds or matches, or one performance entered twice."""
    seen: dict[tuple[str, str, str], tuple[str, Race]] = {}
    for path, race in sound.races:
        if len(race.date) < len("2024-01-01") or race.en_route:
            continue
        for number, result in enumerate(race.results):
            key = (result.athlete, race.event, race.date)
            earlier_path, earlier = seen.setdefault(key, (path, race))
            if earlier is not race and not _two_rounds(earlier, race):
                yield PackFlaw(f"{path}.results[{number}]", f"{result.athlete} ran that day in {earlier_path} already")


def _two_rounds(left: Race, right: Race) -> bool:
    if left.match != right.match:
        return True
    same_holding = (left.edition, left.city) == (right.edition, right.city)
    return same_holding and (left.round, left.section) != (right.round, right.section)


def _short_fields(sound: Sound) -> Iterator[PackFlaw]:
    """Where every starter is there, no place is greater than their number."""
    for path, race in sound.races:
        last = max((result.place or 0 for result in race.results), default=0)
        if race.finishers_complete and last > len(race.results):
            yield PackFlaw(
                path, f"complete, but the last place is {last} and the number of athletes {len(race.results)}"
            )


def _tables(sound: Sound) -> Iterator[PackFlaw]:
    for path, table in sound.medal_tables:
        listed = [row.nation for row in table.rows]
        for nation in sorted({nation for nation in listed if listed.count(nation) > 1}):
            yield PackFlaw(path, f"{nation} has two rows")
        for number, row in enumerate(table.rows):
            for colour, count in _won(sound.truth, table, row.nation).items():
                if count > getattr(row, colour):
                    message = f"{row.nation} won {count} {colour} in the results, the table has {getattr(row, colour)}"
                    yield PackFlaw(f"{path}.rows[{number}].{colour}", message)
    for (_, first), (path, second) in combinations(sound.medal_tables, 2):
        if first.edition == second.edition and _overlap(first, second):
            yield PackFlaw(path, f"a second table of {first.edition} for the same days")


def _won(truth: Truth, table: MedalTable, nation: str) -> Counter[str]:
    """The medals that the results give the nation, on the day of the table."""
    day = partial_date(table.date).low or 0
    at = truth.by_edition.get(table.edition, ())
    won = (result.medal_as_of(day) for result in at if result.nation == nation and result.exists(day))
    return Counter(colour for colour in won if colour is not None)
