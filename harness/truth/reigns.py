"""How long records stood, since when they stand, and how many an athlete set."""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from harness.records.model import Known, Setting, Unknown, phrase
from harness.truth import completeness
from harness.truth.groups import takes_in
from harness.truth.index import Truth
from harness.truth.record_rows import Standing, history
from harness.truth.recorded import record_before, standing_record
from harness.truth.records import of_athlete, on_any_list, sharing
from harness.truth.teams import is_team
from harness.values import Range, clear, exactly, minus


class StandingSince(NamedTuple):
    """The day from which a record stands, and `or_else` the days from which it can be said to as well."""

    day: Range
    or_else: Range | None = None


class TimeStood(NamedTuple):
    """For how many days records stood, which these are, and why no other can be meant: by their mark, or by a
    statement. `others`: the athlete may have set another one that the words fit as well."""

    days: Range
    records: tuple[Standing, ...]
    others: bool
    statement: str | None


class RecordsSet(NamedTuple):
    """How many records an athlete set, those that are known, and the statement by which there are no more."""

    number: Range
    records: tuple[Standing, ...]
    statement: str | None


def since(truth: Truth, record: Standing, *, held: bool) -> StandingSince:
    """Who equalled a record did not end its time; `held` asks of the holder, who may have improved their own.

    What the holder improved may be missing in the ground truth: then nobody knows how far back it goes.
    """
    rows = history(truth, record.row)
    days = [row.date for row in rows if row.mark == record.mark and row is not record]
    first = record
    while held:
        before = [row for row in rows if row.until == first.date and row is not first]
        own = [row for row in before if row.row.athlete == record.row.athlete]
        if before and not own:
            break
        if not own:
            days.append(Range(None, first.date.high))
            break
        first = own[0]
        days.append(first.date)
    if not days:
        return StandingSince(record.date)
    lows, highs = [day.low for day in days], [day.high for day in days if day.high is not None]
    low = None if None in lows else min(low for low in lows if low is not None)
    return StandingSince(record.date, Range(low, max(highs, default=None)))


def stood(truth: Truth, athlete: str, mark: Range | None, level: str, setting: Setting, day: int) -> TimeStood | None:
    """How long the athlete's record (of that mark) stood that was gone by the day; None where that is not told.

    Without a mark any of the athlete's records may be meant, or all of them together: these must have been ended by
    somebody else who is known, since there may be a later one that the ground truth does not have. A mark printed to
    the tenth may be that of several.
    """
    rows = [row for row in of_athlete(truth, level, setting, athlete, mark, day) if row.until is not None]
    gone = [row for row in rows if row.until is not None and (row.until.high or day + 1) <= day]
    if not gone or len(gone) < len(rows):
        return None
    last = max(gone, key=lambda row: row.date.high or 0)
    ended = [row for row in history(truth, last.row) if row.date == last.until and row.row.athlete != athlete]
    if mark is None and not ended:
        return None
    lengths = [minus(row.until, row.date) for row in gone if row.until is not None]
    first = min(gone, key=lambda row: row.date.low or 0)
    assert last.until is not None
    lengths.append(minus(last.until, first.date))
    lows, highs = (
        [length.low or 0 for length in lengths],
        [length.high for length in lengths if length.high is not None],
    )
    one_mark = mark is not None and all(_is_the_mark(row, mark) for row in gone)
    statement = None if one_mark else completeness.records(truth, athlete, level, replace(setting, start=None), day)
    days = Range(min(lows), max(highs) if len(highs) == len(lengths) else None)
    return TimeStood(days, tuple(gone), others=not one_mark and statement is None, statement=statement)


def _is_the_mark(record: Standing, printed: Range) -> bool:
    """Whether no other mark with as many digits as the record's is what is printed as well: a range that reaches less
    than one unit of the last digit to either side, as of a figure that may be rounded up or down, holds one of them."""
    return printed.low is not None and printed.high is not None and printed.high - printed.low < 2 * record.step


def records_set(truth: Truth, athlete: str, level: str, setting: Setting, day: int) -> RecordsSet:
    """How many records of the list the athlete had set by the day, in the days of the setting.

    A record that was equalled, one indoors where the words leave the surface open, one of women-only or mixed races
    where they do not say so, and one of a day that is not known may count or not; so may those of a team, which have no
    row of their own.
    """
    rows = on_any_list(truth, athlete, level, setting)
    end = day if setting.end is None else min(day, setting.end)
    if setting.start is not None and setting.start > end:
        return RecordsSet(Range(0, None), (), None)
    inside = Range(setting.start, end)
    perhaps = [row for row in rows if not clear(row.date, inside)]
    surfaces = (False,) if setting.indoor is None and setting.event is None else (False, True)
    certain = [
        row for row in perhaps
        if (setting.start or 0) <= (row.date.low or 0) and (row.date.high or end + 1) <= end
        and takes_in(truth.events, setting, row.row.event) and row.row.indoor in surfaces
        and row.row.women_only == setting.women_only and not _equalled(truth, row)
    ]  # fmt: skip
    statement = completeness.records(truth, athlete, level, setting, end)
    if any(is_team(truth, row.athlete) and row.level == level for row in truth.records):
        statement = None
    high = None if statement is None else len(perhaps)
    return RecordsSet(Range(len(certain), high), tuple(certain), statement)


def _equalled(truth: Truth, record: Standing) -> bool:
    """Whether the mark was a record already when this one was set."""
    rows = history(truth, record.row)
    return any(row.mark == record.mark and (row.date.low or 0) < (record.date.high or 0) for row in rows)


def length(since_when: StandingSince, until: Range) -> tuple[Range, Range | None]:
    """From the day that the record was set to another day: for how many days it stood, and what may be said too."""
    either = since_when.or_else
    return minus(until, since_when.day), None if either is None else minus(until, either)


def known_reign(
    truth: Truth, asked: str, when: str, level: str, setting: Setting, day: int, athlete: str | None, mark: Range | None
) -> Known | Unknown:
    """Of the record that stands, of the one "before" it, or of one that is "gone": the day "since" which it stands or
    stood, or for how long it "stood" up to the day."""
    if when == "gone":
        gone = stood(truth, athlete or "", mark, level, setting, day)
        if gone is not None:
            by = () if gone.statement is None else (gone.statement,)
            return Known(gone.days, gone.records, relied_on=by, perhaps_more=gone.others)
        where = phrase(f"{level} record of {{}}, {{}}", athlete or "", setting)
        return Unknown(phrase("the ground truth does not say how long it stood: {}", where), where)
    current = standing_record(truth, level, setting, day)
    record, end = current, exactly(day)
    if when == "before" and not isinstance(current, Unknown):
        record, end = record_before(truth, level, setting, current), current.date
    elif not isinstance(current, Unknown):  # of those who share it, the one who is asked about
        record = next((holder for holder in sharing(truth, current, day) if holder.row.athlete == athlete), current)
    if isinstance(record, Unknown):
        return record
    held = when == "stands" and record.row.athlete == athlete
    begun = since(truth, record, held=held)
    if held and record.row.level != level and level in ("national", "area"):  # a wider one, in place of that list's own
        begun = StandingSince(begun.day, Range(None, begun.day.high))
    evidence = (record,) if record is current or isinstance(current, Unknown) else (record, current)
    if asked == "since":
        return Known(begun.day, evidence, or_else=begun.or_else)
    days, either = length(begun, end)
    return Known(days, evidence, or_else=either)


def known_number(truth: Truth, level: str, setting: Setting, day: int, athlete: str) -> Known:
    """How many records of the level the athlete had set."""
    known = records_set(truth, athlete, level, setting, day)
    return Known(known.number, known.records, relied_on=(known.statement,) if known.statement else ())
