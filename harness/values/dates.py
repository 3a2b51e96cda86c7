"""Dates of any precision as articles print them, complete or partial: ranges of days, never times of day."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from harness.values.days import MONTH_NUMBERS, WEEKDAYS, days_of, nearest
from harness.values.figures import Figure, Unread
from harness.values.ranges import Range, widened
from harness.values.relative_dates import of_last_year, read_relative_date, year_of

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
_LEADING = re.compile(
    "(?:(?:the )?weekend of|on|in|since|during|from|until|by|of|the|as of|dated) "
    "(?!(?:a|an|[a-z]+|[0-9]+) (?:days?|weeks?|months?|years?|decades?)$)"
)
_TO = re.compile(" (?:to|until|till|through|and) | ?[-–—/] ?")
_PART = re.compile("(early|mid|middle|late|start|beginning|end|about|around|roughly|circa)(?: (?:in|of))?[ -](.+)")
_NUMERIC = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2})?)?")
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})")
_DAY_ALONE = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
_SHORT_YEAR = re.compile(r"(?:(?<=[a-z.0-9]),? |^)['’]([0-9]{2})$")
_CLOCK = re.compile(
    r",? (?:at|from) [0-9]{1,2}(?:[:.][0-9]{2})?(?: ?[ap]\.?m\.?)?$"
)  # the hour says nothing of the day
_SEASON_OF_TWO_YEARS = re.compile(r"([0-9]{4})[-–/]([0-9]{2}|[0-9]{4})(?: season)?")
_QUARTER = re.compile(r"(?:q([1-4])|(first|second|third|fourth) quarter(?: of)?) ([0-9]{4})")
_HALF = re.compile(r"(?:h([12])|(first|second) half(?: of)?) ([0-9]{4})")
_FEASTS = {"christmas day": (12, 25), "boxing day": (12, 26), "new year's day": (1, 1), "new year's eve": (12, 31)}
_HOUR = "(?:(?:'s)? (?:morning|lunchtime|afternoon|evening|night))?"
_WEEKDAY = re.compile(rf"(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?(?:'s)?{_HOUR}\.?,? (.+)")
_WEEKDAY_BEHIND = re.compile(rf"(.*[0-9].*?),? ({'|'.join(WEEKDAYS)})")  # "10 August, Saturday"
_BARE_WEEKDAY = re.compile(rf"(?:{'|'.join(WEEKDAYS)}){_HOUR}")
_LEAP_YEARS_APART = 4
_FROM_PUBLICATION = re.compile(r"\b(?:this|last|next) (?:year|season)\b")
EITHER_ORDER = "either_order"
_LAST_DAY = date.max.toordinal()


class _Written(NamedTuple):
    """What of a date is written: any of them may be missing, not all."""

    year: int | None
    month: int | None
    day: int | None


@lru_cache(maxsize=1 << 12)
def read_date(printed: str, published: int, near: int | None = None) -> Figure | Unread:
    """The days (ordinals) that the printed date can mean in an article published on the day `published`.

    Without a year it is the date nearest to the day `near` (of the edition in question), else to the publication. Words
    that are relative to the publication ("yesterday", "Monday") have one more day on each side as their `outer` range:
    the race may have been on that day in another time zone; that of "last July" has the July before too. "early",
    "mid-" and "late" are the first, the middle and the last half of what follows; "about" adds the same length on both
    sides. A weekday before a date does not change the date; if it is not that day's, the note is `misprint`. A weekday
    alone is the nearest one, and the note is `either_weekday`: "Monday" in a Sunday's paper may be the day after or six
    days before. 8/9 may be 8 September or 9 August, with the note `either_order`. For "last Saturday" and "a year ago"
    see `relative_dates`.
    """
    text = _without_clock(printed)
    if (behind := _WEEKDAY_BEHIND.fullmatch(text)) is not None:
        text = f"{behind[2]}, {behind[1]}"
    text = _SHORT_YEAR.sub(lambda year: f" {_century(int(year[1]), published)}", text.replace(" the ", " ")).strip()
    notes: tuple[str, ...] = ()
    try:
        relative = _is_relative(text, published)
        around = published if near is None or relative else near
        days = _read(text, around)
        if days is None and (either := _numeric(text, around)):
            days = Range(either[0].low, either[-1].high)
            notes = () if len(either) == 1 else (EITHER_ORDER,)
        if days is None and (weekday := _WEEKDAY.fullmatch(text)) is not None:
            days = _read(weekday[2], around) or _numbered_weekday(weekday[1], weekday[2], around)
            notes = () if days is None or _falls_on(days, weekday[1]) else ("misprint",)
    except (ValueError, OverflowError) as error:
        return Unread(f"{printed!r} is not a date: {error}")
    if days is None:
        return Unread(f"{printed!r} is not a date such as 25 May 2024, May 2024, 21/9, Saturday (10) or last Saturday")
    if any(day is not None and not 1 <= day <= _LAST_DAY for day in (days.low, days.high)):
        return Unread(f"{printed!r} is not a date: it lies outside the years 1 to 9999")
    if _BARE_WEEKDAY.fullmatch(text) and days.low != published:
        notes = ("either_weekday",)
    outer = widened(days, 1) if relative and _FROM_PUBLICATION.search(text) is None else None
    if outer is not None and (earlier := of_last_year(text, published)) is not None:
        outer = Range(earlier.low, outer.high)
    return Figure(days, days.low if days.low == days.high else None, notes, printed, outer=outer)


def is_weekday_alone(printed: str) -> bool:
    """Whether the words are a weekday, without a date or a word such as "last": which week is meant, they do not
    say."""
    return _BARE_WEEKDAY.fullmatch(_without_clock(printed)) is not None


def _without_clock(printed: str) -> str:
    """The words of the date in lower case, without the time of the day and what leads to them."""
    text = _CLOCK.sub("", " ".join(printed.lower().translate(_NO_BRACKETS).split()))
    while (leading := _LEADING.match(text)) is not None:
        text = text[leading.end() :]
    return text


def _is_relative(text: str, published: int) -> bool:
    """Whether the words count from the day of publication."""
    part = _PART.fullmatch(text)
    text = part[2] if part is not None else text
    return _FROM_PUBLICATION.search(text) is not None or read_relative_date(text, published) is not None


def either_days(figure: Figure, published: int) -> tuple[int, ...]:
    """The two days that the words may mean, the earlier first; none if they mean one date, of whatever precision.

    A weekday alone may be the one before publication or the one after; 8/9 is 8 September, and 9 August in America.
    """
    if EITHER_ORDER in figure.notes and figure.value.low is not None and figure.value.high is not None:
        return (figure.value.low, figure.value.high)
    if "either_weekday" not in figure.notes or figure.exact is None:
        return ()
    nearest = figure.exact
    both = (nearest, nearest + 7) if nearest < published else (nearest - 7, nearest)
    return both if both[0] >= 1 and both[1] <= _LAST_DAY else ()


def _numeric(text: str, published: int) -> list[Range]:
    """21/9, 9.8.2024, 08-09-24: the day first, as in Europe, and the month first, as in America; what is no day is out.

    With points the day comes first everywhere.
    """
    if (iso := _YEAR_FIRST.fullmatch(text)) is not None:
        return [days_of(int(iso[1]), int(iso[2]), int(iso[3]))]
    match = _NUMERIC.fullmatch(text)
    if match is None or (match[2] == "-" and not match[4]):
        return []
    first, second = int(match[1]), int(match[3])
    year = int(match[4]) if match[4] else None
    if year is not None and year < 100:
        year = _century(year, published)
    days = []
    for day, month in [(first, second)] if match[2] == "." else dict.fromkeys([(first, second), (second, first)]):
        with suppress(ValueError):
            days.append(_dated(_Written(year, month, day), published))
    return sorted(days, key=lambda one: one.low or 0)


def _century(year: int, published: int) -> int:
    """The year of "24": the latest that is at most ten years ahead."""
    base = date.fromordinal(published).year + 10
    return base - (base - year) % 100


def _numbered_weekday(weekday: str, text: str, published: int) -> Range | None:
    """ "Saturday (10)": the nearest tenth that is a Saturday; where none of the months around has one, the nearest."""
    number = _DAY_ALONE.fullmatch(text)
    if number is None:
        return None
    today, days = date.fromordinal(published), []
    for months in range(-6, 7):
        years, month = divmod(today.month - 1 + months, 12)
        with suppress(ValueError):
            days.append(days_of(today.year + years, month + 1, int(number[1])))
    fitting = [day for day in days if _falls_on(day, weekday)]
    return nearest(fitting or days, published) if days else None


def _read(text: str, published: int) -> Range | None:
    named = _named(text, published)
    if named is not None:
        return named
    written = _written(text, published)
    if written is not None and (written.month or not written.day):
        return _dated(written, published)
    return _first_to_last(text, published) or read_relative_date(text, published) or _part(text, published)


def _named(text: str, published: int) -> Range | None:
    """Feast days, quarters and halves of a year, and seasons that run over New Year: "2023-24" is both years."""
    if text in _FEASTS:
        return _dated(_Written(None, *_FEASTS[text]), published)
    if (quarter := _QUARTER.fullmatch(text)) is not None:
        number = int(quarter[1] or ("first", "second", "third", "fourth").index(quarter[2]) + 1)
        year = int(quarter[3])
        return Range(days_of(year, 3 * number - 2).low, days_of(year, 3 * number).high)
    if (half := _HALF.fullmatch(text)) is not None:
        is_first = (half[1] or half[2]) in ("1", "first")
        return Range(days_of(int(half[3]), 1 if is_first else 7).low, days_of(int(half[3]), 6 if is_first else 12).high)
    season = _SEASON_OF_TWO_YEARS.fullmatch(text)
    if season is None:
        return None
    first = int(season[1])
    last = int(season[2]) if len(season[2]) == 4 else first + (int(season[2]) - first) % 100
    return Range(days_of(first).low, days_of(last).high) if last == first + 1 else None


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
    match = _PART.fullmatch(text)
    whole = _read(match[2], published) if match is not None else None
    if match is None or whole is None or whole.low is None or whole.high is None:
        return None
    days = whole.high - whole.low + 1
    match match[1]:
        case "early" | "start" | "beginning":
            return Range(whole.low, whole.high - days // 2)
        case "mid" | "middle":
            return Range(whole.low + days // 4, whole.high - days // 4)
        case "late" | "end":
            return Range(whole.low + days // 2, whole.high)
    return Range(max(1, whole.low - days), whole.high + days)


def _falls_on(day: Range, weekday: str) -> bool:
    return day.low is not None and WEEKDAYS[date.fromordinal(day.low).weekday()].startswith(weekday)
