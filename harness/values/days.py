"""The days of a year, a month or a date, as ranges of ordinals; and the calendar's words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache

from harness.values.ranges import Range, exactly

MONTHS = "January February March April May June July August September October November December".split()
MONTH_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(MONTHS, start=1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTHS, start=1)},
    "sept": 9,
}
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@lru_cache(maxsize=4096)
def iso_day(day: int) -> str:
    """The day ordinal in ISO form: 2024-08-02."""
    return date.fromordinal(day).isoformat()


@cache
def partial_date(text: str) -> Range:
    """The days of "2024", "2024-05" or "2024-05-25" as ordinals; ValueError if there is no such date."""
    match = _ISO.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date such as 2024, 2024-05 or 2024-05-25")
    year, month, day = match.groups()
    return days_of(int(year), int(month) if month else None, int(day) if day else None)


def days_of(year: int, month: int | None = None, day: int | None = None) -> Range:
    """The days of a year, of a month or one day; ValueError, in words for people, if there are none."""
    if not 1 <= year <= 9999:
        raise ValueError(f"there is no year {year}")
    if month is None:
        return Range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal())
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    last = monthrange(year, month)[1]
    if day is None:
        return Range(date(year, month, 1).toordinal(), date(year, month, last).toordinal())
    if not 1 <= day <= last:
        raise ValueError(f"{MONTHS[month - 1]} {year} has no day {day}")
    return exactly(date(year, month, day).toordinal())


def nearest(periods: Iterable[Range], day: int) -> Range:
    """The closed range whose middle is nearest to the day; the earlier of two."""
    return min(periods, key=lambda period: (abs((period.low or 0) + (period.high or 0) - 2 * day), period.low))
