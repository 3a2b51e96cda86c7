"""Dates as sources write them, decided for a whole column: 05/06/2024 alone may be in June or in May."""

from __future__ import annotations

import re
from collections.abc import Iterable

from harness.curate.written_words import month_of
from harness.values import partial_date

STYLES = ("DD/MM/YYYY", "MM/DD/YYYY")

_MONTH = r"(?P<month>[^\W0-9_]{3,})\.?"
_ISO = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<number>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:[T ][0-9:.,+Z-]*)?)?)?")
_FORMS = [re.compile(form) for form in (
    rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|er|\.)?[ -](?:de )?{_MONTH},?[ -](?:de )?(?P<year>[0-9]{{4}})",
    rf"{_MONTH} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<year>[0-9]{{4}})",
    rf"{_MONTH},?[ -](?P<year>[0-9]{{4}})",
    r"(?P<day>[0-9]{1,2})\.(?P<number>[0-9]{1,2})\.(?P<year>[0-9]{4})",
    r"(?P<year>[0-9]{4})[/.](?P<number>[0-9]{1,2})[/.](?P<day>[0-9]{1,2})",
    r"(?P<year>(?:18|19|20)[0-9]{2})(?P<number>[0-9]{2})(?P<day>[0-9]{2})",
    r"(?P<year>[0-9]{4})\.0",
)]  # fmt: skip
_EITHER = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[/. -]([0-9]{1,2}|[^\W0-9_]{3,12})[/. -][0-9]{2}")


def read_day(text: str, style: str | None = None) -> str:
    """The date as a pack has it, a year, a month or a day; ValueError where it is none. `style` is its column's."""
    match = _ISO.fullmatch(text) or next((hit for form in _FORMS if (hit := form.fullmatch(text)) is not None), None)
    if match is not None:
        parts = match.groupdict()
        number = parts.get("number")
        month = int(number) if number else month_of(parts.get("month") or "")
        if parts.get("month") and not month:
            raise ValueError(f"{text!r} is not a date such as 2024-08-06")
        return _checked(text, int(parts["year"]), month, int(parts.get("day") or 0))
    if (either := _EITHER.fullmatch(text)) is not None:
        return _either_way(text, int(either[1]), int(either[2]), int(either[3]), style)
    if _SHORT_YEAR.fullmatch(text):
        raise ValueError(f"{text!r}: of which century? Write the year with four digits")
    raise ValueError(f"{text!r} is not a date such as 2024-08-06")


def _either_way(text: str, first: int, second: int, year: int, style: str | None) -> str:
    if style == "DD/MM/YYYY" or first > 12 or first == second:
        return _checked(text, year, second, first)
    if style == "MM/DD/YYYY" or second > 12:
        return _checked(text, year, first, second)
    months_first, days_first = (f"{year}-{month:02}-{day:02}" for month, day in ((first, second), (second, first)))
    if style is not None:
        raise ValueError(
            f"{text!r} is {days_first} or {months_first}, and the column has dates in both orders: {style}"
        )
    raise ValueError(f"{text!r} is {days_first} or {months_first}: --format FIELD=DD/MM/YYYY or MM/DD/YYYY says which")


def _checked(text: str, year: int, month: int, day: int) -> str:
    written = f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    try:
        partial_date(written)
    except ValueError:
        raise ValueError(f"there is no such date: {text}") from None
    return written


def guess_style(texts: Iterable[tuple[str, int]]) -> str | None:
    """The order of day and month in a column of (cell, line); where lines contradict one another, the lines instead."""
    orders: dict[str, int] = {}
    for text, line in texts:
        match = _EITHER.fullmatch(text)
        if match is not None and int(match[1]) > 12:
            orders.setdefault("DD/MM/YYYY", line)
        elif match is not None and int(match[2]) > 12:
            orders.setdefault("MM/DD/YYYY", line)
    if len(orders) == 2:
        return " and ".join(f"{style} in line {line}" for style, line in sorted(orders.items()))
    return next(iter(orders), None)


def common_part(start: str, end: str) -> str:
    """The month or year that both days are of; of one day the day."""
    if start == end:
        return start
    return start[:7] if start[:7] == end[:7] and len(start) >= 7 else start[:4]
