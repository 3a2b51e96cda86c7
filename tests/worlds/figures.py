"""How marks and days of the world are printed, and which values a printed figure of an article may stand for.

A reading of its own, of the few wordings that the random claims use: ends of a range, None for an open one.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

MONTHS = ("January February March April May June July August September October November December").split()
_NUMBER = re.compile(r"(?:(at least|more than|no more than|at most|in the top) )?([0-9]+)(?: or ([0-9]+))?")
_MARK = re.compile(r"(?:(sub-|over ))?(?:([0-9]+):)?([0-9]+)(?:\.([0-9]+))?(?:m| seconds)?( or better)?")


class Span(NamedTuple):
    """All values from `low` to `high`, both included."""

    low: int | None
    high: int | None

    def __contains__(self, value: object) -> bool:
        assert isinstance(value, int)
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)


def printed_mark(event: str, mark: int) -> str:
    """An official mark: 210120 ms is 3:30.12, 7140 mm is 7.14."""
    if event == "long-jump":
        return f"{mark // 1000}.{mark % 1000 // 10:02}"
    return f"{mark // 60_000}:{mark // 1000 % 60:02}.{mark % 1000 // 10:02}"


def is_finer(printed: str) -> bool:
    """Whether a mark is printed finer than in tenths."""
    return len(printed.partition(".")[2].removesuffix(" or better")) > 1


def printed_day(day: int) -> str:
    return date.fromordinal(day).isoformat()


def day_in_words(day: int) -> str:
    """6 August 2024"""
    one = date.fromordinal(day)
    return f"{one.day} {MONTHS[one.month - 1]} {one.year}"


def days_meant(text: str) -> Span:
    """The days of "6 August 2024", "2 to 6 August 2024", "August 2024" or "2024"."""
    *front, year = text.split()
    if not front:
        return Span(date(int(year), 1, 1).toordinal(), date(int(year), 12, 31).toordinal())
    month = MONTHS.index(front[-1]) + 1
    days = front[:-1] or ["1", "to", str(monthrange(int(year), month)[1])]
    return Span(*(date(int(year), month, int(day)).toordinal() for day in (days[0], days[-1])))


def count_meant(printed: int | str) -> Span:
    found = _NUMBER.fullmatch(str(printed))
    assert found, printed
    hedge, low, high = found[1], int(found[2]), int(found[3] or found[2])
    if hedge in ("at least", "more than"):
        return Span(low + (hedge == "more than"), None)
    return Span(None, high) if hedge else Span(low, high)


def mark_meant(printed: str, event: str) -> Span:
    """Every mark that rounding to nearest, up or down prints so; "or better" and bounds have no other end."""
    found = _MARK.fullmatch(printed)
    assert found, printed
    hedge, minutes, whole, part, or_better = found.groups()
    point = (int(minutes or 0) * 60 + int(whole)) * 1000 + int((part or "").ljust(3, "0"))
    step = 1000 // 10 ** len(part or "")
    if hedge:
        return Span(None, point - 1) if hedge == "sub-" else Span(point + 1, None)
    span = Span(max(0, point - step + 1), point + step - 1)
    if not or_better:
        return span
    return jumped(span, point, step) if event == "long-jump" else Span(None, span.high)


def jumped(span: Span, point: int, step: int) -> Span:
    """So far at least: jumps are cut to the centimetre, and 7.15 is none of 7.2 m."""
    return Span(span.low if step <= 10 else point, None)


def bounds_meant(printed: str, event: str) -> list[Span]:
    """A mark as the bound of a feat: a bare jump so far at least, a bare time that time or better, or whatever is
    called so or better; what is printed to the hundredth is one bound."""
    said, found = mark_meant(printed, event), _MARK.fullmatch(printed)
    assert found
    if said.low is None or said.high is None:
        return [said]
    point, step = (said.low + said.high) // 2, (said.high - said.low) // 2 + 1
    if event == "long-jump":
        return [jumped(said, point, step)]
    return [Span(None, said.high)] if step <= 10 else [Span(None, said.high), Span(None, point)]
