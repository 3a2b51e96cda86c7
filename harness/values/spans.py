"""Durations as articles print them, in days: one week, nine-month, almost two years, a couple of days later."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from harness.values.counts import read_count
from harness.values.figures import Figure, Unread
from harness.values.hedges import Hedge, split_hedge
from harness.values.number_words import fraction
from harness.values.ranges import Range

_UNIT = "day|week|fortnight|month|year|decade|century|centurie"
_SPAN = re.compile(
    rf"(?:after |for )?(.+?)[ -](?:of an? |an? )?({_UNIT})s?( and a half| and a quarter)?(?:-long)?"
    r"(?: (?:later|ago|after|before|earlier|previously|prior|on|away|apart|since))?"
)
_UNITS = re.compile(rf"(.+?) ({_UNIT})s?(?:,? and |, ?| |$)")
_SHORT = re.compile(r"(?:(?<=[0-9])|(?<= )|(?<=-))(?:(yr)|(mth)|(wk))s?\b\.?")
_AROUND = re.compile(r"^(?:past|last) |,? to the day$")
_BARE_UNITS = re.compile(rf"({_UNIT})s")  # "days", "just weeks": two at least
_HOURS = re.compile(r"(.+?)[ -]hours?(?: (?:later|ago|after|before|earlier|previously|apart))?")
_HOURS_OF_A_DAY = 24
_PLUS = re.compile(r"(.+?)(?:-plus|\+)(?=[ -])")
_ODD = re.compile(r"([1-9]0)-odd(?=[ -])")  # "30-odd years" are 30 to 39
_COUNTED_IN = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year"), "centurie": (100, "year")}
# In hundredths of a day, so that no float is needed: a year is 365.25 days, a month 30.44.
_LENGTHS = {"day": 100, "week": 700, "month": 3044, "year": 36525}
_DAY = 100
# What an unhedged length may fall short by and go over by, neither reached: days not at all, weeks a day, months by
# half of one (to the nearest) and by one (cut), years by one either way, as from one year's number to another's.
_SLACK = {"day": (_DAY, _DAY), "week": (2 * _DAY, 2 * _DAY), "month": (1522, 3044), "year": (36525, 36525)}


@lru_cache(maxsize=1 << 12)
def read_span(printed: str) -> Figure | Unread:
    """The duration in days that the words can mean.

    Days are exact and weeks allow one day either way. Months are rounded to nearest or cut. Years are counted as people
    count them: nine years is more than eight and less than ten. "about" is less than one unit either way (for days,
    one), "nearly" less than a unit short, "just over" less than a unit more; bounds begin at the duration itself. A
    limit that falls within a day includes that day.
    """
    text, hedge = split_hedge(_AROUND.sub("", _in_full(printed)).removesuffix("'").removesuffix("’"))
    text = _AROUND.sub("", text)
    if (plus := _PLUS.match(text)) is not None and not hedge:
        text, hedge = plus[1] + text[plus.end() :], "at least"
    text = _ODD.sub(lambda tens: f"{tens[1]} to {int(tens[1]) + 9}", text)
    value = _length(text, hedge)
    if value is None:
        return Unread(f"{printed!r} is not a length of time such as one week, nine months or nine years")
    return Figure(value, value.low if value.low == value.high else None, (), printed)


def _in_full(printed: str) -> str:
    """The words with their units written out: "10yrs", "6 mths"."""
    text = " ".join(printed.lower().split())
    return _SHORT.sub(lambda unit: f" {'year' if unit[1] else 'month' if unit[2] else 'week'}s", text).replace(
        "  ", " "
    )


def _length(text: str, hedge: Hedge) -> Range | None:
    if (bare := _BARE_UNITS.fullmatch(text)) is not None:
        return None if hedge else _days(Range(2, None), bare[1], "")
    if (hours := _HOURS.fullmatch(text)) is not None:
        return _of_hours(hours[1], hedge)
    units = _UNITS.findall(text)
    if len(units) > 1 and "".join(match[0] for match in _UNITS.finditer(text)) == text:
        return _sum_of_units(units, hedge)
    match = _SPAN.fullmatch(text)
    if match is None:
        return None
    number = read_count(match[1])
    if isinstance(number, Figure) and not match[3]:
        return _days(number.value, match[2], hedge)
    part = fraction(match[1].removesuffix(" of"))
    if part is None:
        return None
    part += {None: Fraction(0), " and a half": Fraction(1, 2), " and a quarter": Fraction(1, 4)}[match[3]]
    return _of_a_unit(part, match[2], hedge)


def _of_hours(printed: str, hedge: Hedge) -> Range | None:
    """Hours of a day and more: of unhedged ones a day either way, as they begin at any hour. Fewer are no days."""
    number = read_count(printed)
    if isinstance(number, Unread) or number.exact is None or number.exact < _HOURS_OF_A_DAY:
        return None
    length = number.exact * _DAY // _HOURS_OF_A_DAY
    return (
        _hedged(length, length, _DAY, hedge) if hedge else Range(_after(length - 2 * _DAY), _before(length + 2 * _DAY))
    )


def _sum_of_units(parts: list[tuple[str, str]], hedge: Hedge) -> Range | None:
    """ "six years and 61 days", "13 years, two months and 4 days": as exact as the smallest of the units."""
    length, sizes = 0, []
    for words, unit in parts:
        number = read_count(words)
        if isinstance(number, Unread) or number.exact is None:
            return None
        times, base = _COUNTED_IN.get(unit, (1, unit))
        sizes.append(times * _LENGTHS[base])
        length += number.exact * sizes[-1]
    if sizes != sorted(set(sizes), reverse=True):
        return None
    slack = max(sizes[-1], 2 * _DAY)
    return _hedged(length, length, slack, hedge) if hedge else Range(_after(length - slack), _before(length + slack))


def _of_a_unit(number: Fraction, unit: str, hedge: Hedge) -> Range | None:
    """A length in fractions of its unit, half of one unit either way; of decades and centuries a tenth."""
    times, unit = _COUNTED_IN.get(unit, (1, unit))
    size = times * _LENGTHS[unit]
    length, slack = round(number * size), size // 10 if times > 1 else size // 2
    return _hedged(length, length, slack, hedge) if hedge else Range(_after(length - slack), _before(length + slack))


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
