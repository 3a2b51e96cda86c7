"""Dates that depend on the day of publication: yesterday, last Saturday, last summer, three years ago, the 1980s.

"last" is the latest that had ended before that day (of months and seasons see `of_last_year`), "next" the first that
begins after it. "this" is the one that day is in, else the one in the same calendar year; a weekday, month or season
alone is the nearest. Summer is June to September, spring March to May, autumn September to November; the winter of a
year began in December of the year before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from harness.values.days import MONTH_NUMBERS, WEEKDAYS, days_of, nearest
from harness.values.figures import Unread
from harness.values.ranges import Range, exactly
from harness.values.spans import read_span

_DAYS_OFF = {
    "today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "yesterday": -1,
    "last night": -1, "last evening": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2,
}  # fmt: skip
_YEARS_OFF = {"last": -1, "this": 0, "next": 1}
_DECADES = {name: 10 * tens for tens, name in enumerate(
    "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2
)}  # fmt: skip
_WHICH = "(?:(last|this|next) )?"
_HOUR = re.compile(r"(.+?)(?:'s)? (?:morning|lunchtime|afternoon|evening|night)")
_WEEKDAY = re.compile(rf"{_WHICH}({'|'.join(WEEKDAYS)})")
_WEEK = re.compile("(last|this|next) (week|weekend)")
_MONTH = re.compile("(last|this|next) month")
_NAMED_MONTH = re.compile(rf"(last|this|next) ({'|'.join(MONTH_NUMBERS)})")
_SEASON = re.compile(rf"{_WHICH}(spring|summer|autumn|fall|winter)(?: (?:of )?([0-9]{{4}})([-–/][0-9]{{2,4}})?)?")
_MONTHS_OF = {"spring": (3, 5), "summer": (6, 9), "autumn": (9, 11), "fall": (9, 11)}
_DECADE = re.compile(f"([0-9]{{3}}0)'?s|({'|'.join(_DECADES)})")
_AWAY = re.compile(r"(.+?)'? (ago|away|from now|time)")
_HENCE = re.compile(r"in (.+ (?:days?|weeks?|months?|years?|decades?))")  # "will be held in eight years"


def year_of(printed: str, published: int) -> int:
    """The year of "2024", "this year", "last season"."""
    if printed.isdigit():
        return int(printed)
    return date.fromordinal(published).year + _YEARS_OFF[printed[:4]]


def read_relative_date(text: str, published: int) -> Range | None:
    """The days that the words, in lower case, mean on the day of publication; None if they are not such words."""
    if text in _DAYS_OFF:
        return exactly(published + _DAYS_OFF[text])
    hour = _HOUR.fullmatch(text)
    text = hour[1] if hour is not None else text
    for form, days in _FORMS:
        match = form.fullmatch(text)
        if match is not None:
            return days(match, published)
    return exactly(published + _DAYS_OFF[text]) if text in _DAYS_OFF else None


def of_last_year(text: str, published: int) -> Range | None:
    """The days that "last July" and "last summer" mean besides, once those of this year have ended: said in August,
    they are those of last year to many. None of other words."""
    match = _NAMED_MONTH.fullmatch(text) or _SEASON.fullmatch(text)
    if match is None or match[1] != "last":
        return None
    this_year = date.fromordinal(published).year
    latest = read_relative_date(text, published)
    if latest is None or latest.low is None or date.fromordinal(latest.low).year != this_year:
        return None
    return read_relative_date(text, date(this_year, 1, 1).toordinal())


def _weekday(words: re.Match[str], published: int) -> Range:
    ahead = (WEEKDAYS.index(words[2]) - date.fromordinal(published).weekday()) % 7
    match words[1]:
        case "last":
            return exactly(published + ahead - 7)
        case "this":
            return exactly(published + ahead)
        case "next":
            return exactly(published + (ahead or 7))
    return exactly(published + (ahead if ahead <= 3 else ahead - 7))


def _week(words: re.Match[str], published: int) -> Range:
    """Monday to Sunday; of a weekend, its two days."""
    monday = published - date.fromordinal(published).weekday() + 7 * _YEARS_OFF[words[1]]
    return Range(monday + 5 if words[2] == "weekend" else monday, monday + 6)


def _month(words: re.Match[str], published: int) -> Range:
    today = date.fromordinal(published)
    years, month = divmod(today.month - 1 + _YEARS_OFF[words[1]], 12)
    return days_of(today.year + years, month + 1)


def _named_month(words: re.Match[str], published: int) -> Range:
    return _which(words[1], lambda year: days_of(year, MONTH_NUMBERS[words[2]]), published)


def _season(words: re.Match[str], published: int) -> Range:
    if words[3] is not None:
        return _season_of(int(words[3]) + (words[4] is not None), words[2])
    return _which(words[1], lambda year: _season_of(year, words[2]), published)


def _season_of(year: int, name: str) -> Range:
    if name == "winter":
        return Range(days_of(year - 1, 12).low, days_of(year, 3).high)
    first, last = _MONTHS_OF[name]
    return Range(days_of(year, first).low, days_of(year, last).high)


def _which(which: str | None, of_year: Callable[[int], Range], published: int) -> Range:
    this_year = date.fromordinal(published).year
    periods = [of_year(year) for year in range(this_year - 2, this_year + 3)]
    match which:
        case "last":
            return max((period for period in periods if (period.high or 0) < published), key=lambda one: one.low or 0)
        case "next":
            return min((period for period in periods if (period.low or 0) > published), key=lambda one: one.low or 0)
        case "this":
            around = [period for period in periods if (period.low or 0) <= published <= (period.high or 0)]
            return around[0] if around else of_year(this_year)
    return nearest(periods, published)


def _decade(words: re.Match[str], published: int) -> Range:
    """A decade by its number; by its name, the latest that had begun: "the nineties"."""
    first = int(words[1]) if words[1] else _latest_decade(_DECADES[words[2]], published)
    return Range(days_of(first).low, days_of(first + 9).high)


def _latest_decade(tens: int, published: int) -> int:
    year = date.fromordinal(published).year
    century = year // 100 * 100
    return century + tens if century + tens <= year else century - 100 + tens


def _away(words: re.Match[str], published: int) -> Range | None:
    span = read_span(words[1])
    if isinstance(span, Unread):
        return None
    near, far = span.value.low or 0, span.value.high
    if words[2] != "ago":
        return Range(published + near, None if far is None else published + far)
    if near >= published:
        raise ValueError("it lies before the year 1")
    return Range(None if far is None else max(1, published - far), published - near)


def _hence(words: re.Match[str], published: int) -> Range | None:
    span = read_span(words[1])
    if isinstance(span, Unread):
        return None
    return Range(published + (span.value.low or 0), None if span.value.high is None else published + span.value.high)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], Range | None]], ...] = (
    (_WEEKDAY, _weekday),
    (_WEEK, _week),
    (_MONTH, _month),
    (_NAMED_MONTH, _named_month),
    (_SEASON, _season),
    (_DECADE, _decade),
    (_AWAY, _away),
    (_HENCE, _hence),
)
