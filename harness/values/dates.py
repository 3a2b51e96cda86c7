"""Dates of any precision, and lengths of time, as articles print them: ranges of days, never of clock time."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from harness.values.counts import read_count
from harness.values.figures import Figure, Unread
from harness.values.hedges import split_hedge
from harness.values.ranges import Range, exactly

_MONTHS = {name: number for number, name in enumerate(
    "january february march april may june july august september october november december".split(), start=1
)}  # fmt: skip
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_WEEKDAYS = {name: number for number, name in enumerate(
    "monday tuesday wednesday thursday friday saturday sunday".split()
)}  # fmt: skip
_SEASONS = {"spring": (3, 5), "summer": (6, 9), "autumn": (9, 11), "fall": (9, 11)}
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}})(?:st|nd|rd|th)?(?: (?:of )?){_MONTH}(?:,? ([0-9]{{4}}))?")
_MONTH_FIRST = re.compile(rf"{_MONTH} ([0-9]{{1,2}})(?:st|nd|rd|th)?(?:,? ([0-9]{{4}}))?")
_DAYS = re.compile(rf"([0-9]{{1,2}}) ?(?:to|-|–|and) ?([0-9]{{1,2}}) {_MONTH}(?: ([0-9]{{4}}))?")
_MONTH_DAYS = re.compile(rf"{_MONTH} ([0-9]{{1,2}}) ?(?:to|-|–|and) ?([0-9]{{1,2}})(?:,? ([0-9]{{4}}))?")
_MONTH_YEAR = re.compile(rf"(?:late |early |mid-)?{_MONTH},?(?: (?:of )?([0-9]{{4}}|this year|last year|next year))?")
_SEASON = re.compile(r"(?:(last|this|next) )?(spring|summer|autumn|fall|winter)(?: (?:of )?([0-9]{4}))?")
_AGO = re.compile(r"(.+?) (?:ago|earlier|before)")
_SPAN = re.compile(
    r"(.+?)[ -](days?|weeks?|fortnights?|months?|years?|decades?)(?: (?:later|ago|after|before|earlier))?"
)
_YEAR_DAYS, _MONTH_DAYS_MEAN = 365.25, 30.44


@lru_cache(maxsize=1 << 16)
def partial_date(text: str) -> Range:
    """The days of "2024", "2024-05" or "2024-05-25" as ordinals; ValueError where there is no such date."""
    found = _ISO.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not a date such as 2024, 2024-05 or 2024-05-25")
    year, month, day = (int(part) if part else None for part in found.groups())
    return _days(year or 0, month, day)


@lru_cache(maxsize=1 << 16)
def read_date(printed: str, published: int) -> Figure | Unread:
    """The days (ordinals) that the printed date can mean in an article published on the day `published`.

    Without a year, the date nearest to the publication; a bare weekday is the one within three days either side;
    "last Saturday" is the latest one before; "last summer" the latest summer (June to September) that had ended.
    """
    text = " ".join(printed.strip().lower().replace("the ", "").split())
    for prefix in ("on ", "in ", "since ", "during ", "from ", "until ", "by ", "of "):
        text = text.removeprefix(prefix)
    try:
        found = _absolute(text, published) or _relative(text, date.fromordinal(published))
    except ValueError as error:
        return Unread(f"{printed!r} is a date that does not exist: {error}")
    if found is None:
        return Unread(f"{printed!r} is not a date such as 25 May 2024, May 2024 or last Saturday")
    return Figure(found, found.low if found.low == found.high else None, (), printed)


@lru_cache(maxsize=1 << 12)
def read_span(printed: str) -> Figure | Unread:
    """The length of time in days that the words can mean.

    Days are exact and weeks allow a day either way; months and years are rounded as articles round them: nine years
    is more than eight and less than ten. "about" allows one unit more or less, "nearly" one less, and so on.
    """
    text, hedge = split_hedge(printed)
    found = _SPAN.fullmatch(text)
    number = read_count(found[1]) if found else None
    if found is None or not isinstance(number, Figure) or number.exact is None:
        return Unread(f"{printed!r} is not a length of time such as one week, nine months or nine years")
    unit, count = found[2].rstrip("s"), number.exact
    if unit == "decade":
        unit, count = "year", count * 10
    if unit == "fortnight":
        unit, count = "week", count * 2
    low, high = _span_ends(count, unit)
    each = {"day": 1.0, "week": 7.0, "month": _MONTH_DAYS_MEAN, "year": _YEAR_DAYS}[unit]
    match hedge:
        case "about":
            low, high = int((count - 1) * each) + 1, int((count + 1) * each)
        case "nearly" | "just under":
            low, high = int((count - 1) * each) + 1, int(count * each)
        case "just over":
            low, high = int(count * each), int((count + 1) * each)
        case "at least" | "over":
            return Figure(Range(low if hedge == "at least" else int(count * each) + 1, None), None, (), printed)
        case "at most" | "under":
            return Figure(Range(0, high if hedge == "at most" else int(count * each) - 1), None, (), printed)
    return Figure(Range(max(0, low), high), None, (), printed)


def _span_ends(count: int, unit: str) -> tuple[int, int]:
    if unit == "day":
        return count, count
    if unit == "week":
        return 7 * count - 1, 7 * count + 1
    each = _MONTH_DAYS_MEAN if unit == "month" else _YEAR_DAYS
    return int((count - 1) * each) + 1, int((count + 1) * each)


def _absolute(text: str, published: int) -> Range | None:
    iso = _ISO.fullmatch(text.removesuffix(" season"))
    if iso is not None:
        return partial_date(text.removesuffix(" season"))
    one = _DAY_FIRST.fullmatch(text)
    if one is not None:
        return _day_of(one[1], one[2], one[3], published)
    one = _MONTH_FIRST.fullmatch(text)
    if one is not None and not (one[3] is None and len(one[2]) > 2):
        return _day_of(one[2], one[1], one[3], published)
    several = _DAYS.fullmatch(text)
    if several is not None:
        return _join(
            _day_of(several[1], several[3], several[4], published),
            _day_of(several[2], several[3], several[4], published),
        )
    several = _MONTH_DAYS.fullmatch(text)
    if several is not None:
        return _join(
            _day_of(several[2], several[1], several[4], published),
            _day_of(several[3], several[1], several[4], published),
        )
    month = _MONTH_YEAR.fullmatch(text)
    if month is not None:
        return _month_of(_MONTHS[month[1]], month[2], published)
    return None


def _relative(text: str, today: date) -> Range | None:
    named = {"today": 0, "tonight": 0, "this morning": 0, "this evening": 0, "yesterday": -1, "tomorrow": 1}
    if text in named:
        return exactly(today.toordinal() + named[text])
    years = {"this year": 0, "last year": -1, "next year": 1, "this season": 0, "last season": -1, "next season": 1}
    if text in years:
        return _days(today.year + years[text])
    if text in ("this month", "last month"):
        first = today.replace(day=1) - timedelta(days=1 if text == "last month" else 0)
        return _days(first.year, first.month)
    which, _, name = text.rpartition(" ")
    if name in _WEEKDAYS and which in ("", "last", "this", "next"):
        return _weekday(which, _WEEKDAYS[name], today)
    season = _SEASON.fullmatch(text)
    if season is not None:
        return _season(season[1], season[2], season[3], today)
    ago = _AGO.fullmatch(text)
    span = read_span(ago[1]) if ago else None
    if isinstance(span, Figure) and span.value.low is not None and span.value.high is not None:
        return Range(today.toordinal() - span.value.high, today.toordinal() - span.value.low)
    return None


def _days(year: int, month: int | None = None, day: int | None = None) -> Range:
    if month is None:
        return Range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
    if day is None:
        first = date(year, month, 1)
        return Range(first.toordinal(), first.toordinal() + monthrange(year, month)[1] - 1)
    return exactly(date(year, month, day).toordinal())


def _day_of(day: str, month: str, year: str | None, published: int) -> Range:
    if year is not None:
        return _days(int(year), _MONTHS[month], int(day))
    this = date.fromordinal(published).year
    found = []
    for one in (this - 1, this, this + 1):
        try:
            found.append(_days(one, _MONTHS[month], int(day)))
        except ValueError as error:  # 29 February exists in some of the years
            missing = error
    if not found:
        raise missing
    return min(found, key=lambda days: abs((days.low or 0) - published))


def _month_of(month: int, year: str | None, published: int) -> Range:
    today = date.fromordinal(published)
    named = {"this year": today.year, "last year": today.year - 1, "next year": today.year + 1}
    if year is not None:
        return _days(named.get(year) or int(year), month)
    nearest = min(
        (today.year - 1, today.year, today.year + 1), key=lambda one: abs(date(one, month, 15).toordinal() - published)
    )
    return _days(nearest, month)


def _weekday(which: str, weekday: int, today: date) -> Range:
    ahead = (weekday - today.weekday()) % 7
    if which == "last":
        return exactly(today.toordinal() + ahead - 7)
    if which == "next":
        return exactly(today.toordinal() + (ahead or 7))
    return exactly(today.toordinal() + (ahead if ahead <= 3 else ahead - 7))


def _season(which: str | None, name: str, year: str | None, today: date) -> Range:
    if year is not None:
        return _season_of(int(year), name)
    seasons = [_season_of(today.year + offset, name) for offset in (-2, -1, 0, 1)]
    if which == "last":
        return [one for one in seasons if (one.high or 0) < today.toordinal()][-1]
    if which == "next":
        return next(one for one in seasons if (one.low or 0) > today.toordinal())
    return min(seasons, key=lambda one: abs((one.low or 0) + (one.high or 0) - 2 * today.toordinal()))


def _season_of(year: int, name: str) -> Range:
    if name == "winter":
        return Range(date(year, 12, 1).toordinal(), date(year + 1, 3, 1).toordinal() - 1)
    first, last = _SEASONS[name]
    return _join(_days(year, first), _days(year, last))


def _join(first: Range, last: Range) -> Range:
    return Range(first.low, last.high)
