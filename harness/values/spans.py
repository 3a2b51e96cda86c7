"""Lengths of time as articles print them, in days: one week, nine-month, almost two years, a couple of days later."""

from __future__ import annotations

import re
from functools import lru_cache

from harness.values.counts import read_count
from harness.values.figures import Figure, Unread
from harness.values.hedges import Hedge, split_hedge
from harness.values.ranges import Range

_SPAN = re.compile(
    r"(?:after |for )?(.+?)[ -](day|week|fortnight|month|year|decade|century|centurie)s?"
    r"(?: (?:later|ago|after|before|earlier|previously|prior|on|away|apart|since))?"
)
_COUNTED_IN = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year"), "centurie": (100, "year")}
# In hundredths of a day, so that no float is needed: a year is 365.25 days, a month 30.44.
_LENGTHS = {"day": 100, "week": 700, "month": 3044, "year": 36525}
_DAY = 100
# What an unhedged length may fall short by and go over by, neither reached: days not at all, weeks a day, months by
# half of one (to the nearest) and by one (cut), years by one either way, as from one year's number to another's.
_SLACK = {"day": (_DAY, _DAY), "week": (2 * _DAY, 2 * _DAY), "month": (1522, 3044), "year": (36525, 36525)}


@lru_cache(maxsize=1 << 12)
def read_span(printed: str) -> Figure | Unread:
    """The length of time in days that the words can mean.

    Days are exact and weeks allow a day either way; months are rounded to the nearest or cut, and years counted as
    people count them: nine years is more than eight and less than ten. "about" is less than one unit either way (of
    days, one), "nearly" less than a unit short, "just over" less than a unit more; bounds begin at the length itself.
    A limit that falls within a day counts that day in.
    """
    text, hedge = split_hedge(printed)
    found = _SPAN.fullmatch(text)
    number = read_count(found[1]) if found is not None else None
    value = _days(number.value, found[2], hedge) if found is not None and isinstance(number, Figure) else None
    if value is None:
        return Unread(f"{printed!r} is not a length of time such as one week, nine months or nine years")
    return Figure(value, value.low if value.low == value.high else None, (), printed)


def _days(count: Range, unit: str, hedge: Hedge) -> Range | None:
    """None where the count has no lower end, or no upper one under a hedge: "about several weeks"."""
    if count.low is None or (count.high is None and hedge):
        return None
    times, unit = _COUNTED_IN.get(unit, (1, unit))
    length = times * _LENGTHS[unit]
    short, long = count.low * length, None if count.high is None else count.high * length
    if hedge:
        assert long is not None
        return _hedged(short, long, _LENGTHS[unit], hedge)
    under, over = _SLACK[unit]
    return Range(_after(short - under), None if long is None else _before(long + over))


def _hedged(short: int, long: int, unit: int, hedge: Hedge) -> Range:
    slack = unit + _DAY if unit == _DAY else unit
    match hedge:
        case "about":
            return Range(_after(short - slack), _before(long + slack))
        case "nearly" | "just under":
            return Range(_after(short - slack), _before(long))
        case "just over":
            return Range(_after(short), _before(long + slack))
        case "over" | "better":
            return Range(_after(short), None)
        case "under":
            return Range(0, _before(long))
        case "at most" | "or lower":
            return Range(0, -(-long // _DAY))
    return Range(short // _DAY, None)


def _after(hundredths: int) -> int:
    """The first day after the limit; the limit's own day where it falls within one."""
    return max(0, hundredths // _DAY + (hundredths % _DAY == 0))


def _before(hundredths: int) -> int:
    """The last day before the limit; the limit's own day where it falls within one."""
    return max(0, -(-hundredths // _DAY) - (hundredths % _DAY == 0))
