"""Dates of any precision as articles print them, in full or in part: ranges of days, never of clock time."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from harness.values.days import MONTH_NUMBERS, WEEKDAYS, days_of, nearest
from harness.values.figures import Figure, Unread
from harness.values.ranges import Range
from harness.values.relative_dates import read_relative_date, year_of

_MONTH = "(?P<month>" + "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True)) + r")\.?"
_DAY = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = "(?P<year>[0-9]{4}|(?:this|last|next) (?:year|season))"
_FORMS = [re.compile(form) for form in (
    rf"{_DAY} (?:of )?{_MONTH}(?:,? (?:of )?{_YEAR})?",
    rf"{_MONTH} {_DAY}(?:,? {_YEAR})?",
    rf"{_MONTH}(?:,? (?:of )?{_YEAR})?",
    rf"(?:(?:year|season) )?{_YEAR}(?: season)?",
    "(?P<year>[0-9]{4})-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?",
    rf"{_DAY}(?:, {_YEAR})?",
)]  # fmt: skip
_NO_BRACKETS = str.maketrans("", "", "()")
_LEADING = re.compile("(?:on|in|since|during|from|until|by|of|the|as of|dated) ")
_TO = re.compile(" (?:to|until|till|through|and) | ?[-–—] ?")
_PART = re.compile("(early|mid|middle|late|start|beginning|end|about|around|roughly|circa)(?: (?:in|of))?[ -](.+)")
_WEEKDAY = re.compile(r"(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (.+)")
_BARE_WEEKDAY = re.compile(rf"(?:{'|'.join(WEEKDAYS)})(?:(?:'s)? (?:morning|lunchtime|afternoon|evening|night))?")
_LEAP_YEARS_APART = 4


class _Written(NamedTuple):
    """What of a date is written: any of them may be missing, not all."""

    year: int | None
    month: int | None
    day: int | None


@lru_cache(maxsize=1 << 16)
def read_date(printed: str, published: int) -> Figure | Unread:
    """The days (ordinals) that the printed date can mean in an article published on the day `published`.

    Without a year it is the one nearest to the publication. "early", "mid-" and "late" are the first, the middle and
    the last half of what follows; "about" is as long again either way. A weekday before a date is no part of it: where
    it is not that day's, the note is `misprint`. A bare weekday is the nearest one, and the note is `either_weekday`:
    "Monday" in a Sunday's paper may be the day after or six days before. For "last Saturday" and "a year ago" see
    `relative_dates`.
    """
    text = " ".join(printed.lower().translate(_NO_BRACKETS).split())
    while (leading := _LEADING.match(text)) is not None:
        text = text[leading.end() :]
    text = text.replace(" the ", " ")
    notes: tuple[str, ...] = ()
    try:
        found = _read(text, published)
        if found is None and (weekday := _WEEKDAY.fullmatch(text)) is not None:
            found = _read(weekday[2], published)
            notes = () if found is None or _falls_on(found, weekday[1]) else ("misprint",)
    except ValueError as error:
        return Unread(f"{printed!r} is not a date: {error}")
    if found is None:
        return Unread(f"{printed!r} is not a date such as 25 May 2024, May 2024 or last Saturday")
    if _BARE_WEEKDAY.fullmatch(text) and found.low != published:
        notes = ("either_weekday",)
    return Figure(found, found.low if found.low == found.high else None, notes, printed)


def weekdays(figure: Figure, published: int) -> tuple[int, ...]:
    """The two days that a bare weekday may mean, the one before publication first; none for any other date."""
    if "either_weekday" not in figure.notes or figure.exact is None:
        return ()
    nearest = figure.exact
    return (nearest, nearest + 7) if nearest < published else (nearest - 7, nearest)


def _read(text: str, published: int) -> Range | None:
    written = _written(text, published)
    if written is not None and (written.month or not written.day):
        return _dated(written, published)
    return _first_to_last(text, published) or read_relative_date(text, published) or _part(text, published)


def _written(text: str, published: int) -> _Written | None:
    found = next((match for form in _FORMS if (match := form.fullmatch(text)) is not None), None)
    if found is None:
        return None
    parts = found.groupdict()
    year, month, day = parts.get("year"), parts.get("month"), parts.get("day")
    return _Written(
        year_of(year, published) if year else None,
        (MONTH_NUMBERS.get(month) or int(month)) if month else None,
        int(day) if day else None,
    )


def _dated(written: _Written, near: int) -> Range:
    """The days that are written; where the year is not, in the year that brings them nearest to the day `near`."""
    year, month, day = written
    if year is not None:
        return days_of(year, month, day)
    this_year, found = date.fromordinal(near).year, []
    for candidate in range(this_year - _LEAP_YEARS_APART, this_year + _LEAP_YEARS_APART + 1):
        with suppress(ValueError):
            found.append(days_of(candidate, month, day))
    return nearest(found, near) if found else days_of(this_year, month, day)


def _first_to_last(text: str, published: int) -> Range | None:
    """ "2 to 6 August", "August 2-6", "25 May 2023 to June 2024": each end completes the other."""
    text = text.removeprefix("between ")
    for between in _TO.finditer(text):
        first, last = _written(text[: between.start()], published), _written(text[between.end() :], published)
        if first is not None and last is not None:
            return _joined(first, last, published)
    return None


def _joined(first: _Written, last: _Written, published: int) -> Range | None:
    first = first._replace(month=last.month) if first.day and not first.month else first
    last = last._replace(month=first.month) if last.day and not last.month else last
    if any((one.day and not one.month) or not (one.month or one.year) for one in (first, last)):
        return None
    if first.year is None and last.year is None:
        last = last._replace(year=date.fromordinal(_dated(last, published).low or 1).year)
    over_new_year = (first.month or 0) > (last.month or 12)
    start = days_of(last.year - over_new_year if first.year is None and last.year else first.year or 0, *first[1:])
    end = days_of(first.year + over_new_year if last.year is None and first.year else last.year or 0, *last[1:])
    if (start.low or 0) > (end.high or 0):
        raise ValueError("it ends before it begins")
    return Range(start.low, end.high)


def _part(text: str, published: int) -> Range | None:
    found = _PART.fullmatch(text)
    whole = _read(found[2], published) if found is not None else None
    if found is None or whole is None or whole.low is None or whole.high is None:
        return None
    days = whole.high - whole.low + 1
    match found[1]:
        case "early" | "start" | "beginning":
            return Range(whole.low, whole.high - days // 2)
        case "mid" | "middle":
            return Range(whole.low + days // 4, whole.high - days // 4)
        case "late" | "end":
            return Range(whole.low + days // 2, whole.high)
    return Range(max(1, whole.low - days), whole.high + days)


def _falls_on(day: Range, weekday: str) -> bool:
    return day.low is not None and WEEKDAYS[date.fromordinal(day.low).weekday()].startswith(weekday)
