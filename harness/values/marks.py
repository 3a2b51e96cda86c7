"""Marks and gaps as articles print them, and every exact value that each can have been rounded from."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from harness.values.counts import cardinal
from harness.values.figures import Figure, Unread
from harness.values.hedges import last_digit_unit, split_hedge, widen
from harness.values.lengths import read_length, read_points
from harness.values.ranges import Range, clear, exactly
from harness.values.times import Printed, about_a_time, other_separations, read_clock, read_time

_READERS = {"time": read_time, "distance": read_length, "height": read_length, "points": read_points}
_EXAMPLES = {"time": "3:29.05", "distance": "8.95m", "height": "2.45m", "points": "8,994 points"}
_GAP_EXAMPLES = _EXAMPLES | {"time": "0.69 or 69 hundredths of a second", "distance": "12cm", "height": "2cm"}
_PART_OF_A_SECOND = re.compile(r"(?:(.+?)[ -])?(tenth|hundredth|thousandth|1/10th|1/100th)s?(?: of a second)?")
_PARTS = {"tenth": 100, "hundredth": 10, "thousandth": 1, "1/10th": 100, "1/100th": 10}
_HALVES = {
    "half a second": 500, "half-a-second": 500, "a half-second": 500, "a quarter of a second": 250,
    "three quarters of a second": 750, "three-quarters of a second": 750, "a second and a half": 1500,
    "one and a half seconds": 1500,
}  # fmt: skip
_LESS_THAN_A_SECOND = ("a fraction of a second", "fractions of a second")
_DISTANCE = re.compile(r"([0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]+)(?:[.,]([0-9]{1,3}))? ?(m|metres|meters|km)")


@lru_cache(maxsize=1 << 16)
def read_mark(printed: str, measure: str, plausible: Range | None = None) -> Figure | Unread:
    """The range of exact marks (ms, mm or points) that would print so; `measure` is time, distance, height or points.

    With d decimals that is every value that rounding to nearest, rounding up or cutting prints so: what lies within one
    unit of the last digit, ends excluded. `exact` is the figure itself where there is no hedge. "or better" means lower
    for times and higher for the rest. A time that cannot be one of the event (`plausible`) as its separators say, and
    can be under one other separation, is read so, with the note `misprint`; else it stays what it says.
    """
    read = read_clock(printed) if measure == "time" else None
    text, hedge = (printed, "") if read is not None else split_hedge(printed)
    read = read or _READERS[measure](text)
    notes: tuple[str, ...] = ()
    if plausible is not None and measure == "time" and (read is None or clear(exactly(read.point), plausible)):
        meant = [one for one in other_separations(text) if not clear(exactly(one.point), plausible)]
        if len(meant) == 1:
            read, notes = meant[0], ("misprint",)
    if read is None:
        return Unread(f"{printed!r} is not a {measure} such as {_EXAMPLES[measure]}")
    point, step = read
    unit = about_a_time(point, step) if measure == "time" else last_digit_unit(point, step)
    value = widen(_prints_as(read), point, hedge, unit, lower_is_better=measure == "time")
    return Figure(value, None if hedge else point, notes, printed)


@lru_cache(maxsize=1 << 16)
def read_gap(printed: str, measure: str = "time") -> Figure | Unread:
    """The range of exact gaps (ms, mm or points) that would print so; a gap is never less than nothing."""
    text, hedge = split_hedge(printed)
    if text in _LESS_THAN_A_SECOND and measure == "time":
        return Figure(Range(1, 999), None, (), printed)
    read = _time_gap(text) if measure == "time" else _READERS[measure](_one_point(text))
    if read is None:
        return Unread(f"{printed!r} is not a margin such as {_GAP_EXAMPLES[measure]}")
    unit = about_a_time(*read) if measure == "time" else last_digit_unit(*read)
    value = widen(_prints_as(read), read.point, hedge, unit)
    # "less than a second" ahead is not any time behind
    value = Range(0, value.high) if value.low is None else value
    return Figure(value, None if hedge else read.point, (), printed)


@cache
def split_metres(printed: str) -> int:
    """How far on the way a split was taken, in metres; ValueError where it is not a whole number of them."""
    found = _DISTANCE.fullmatch(printed.strip().lower())
    if found is None:
        raise ValueError(f"{printed!r} is not a distance such as 800m")
    return 0
