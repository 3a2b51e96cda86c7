"""Values as people write them: marks, counts, ordinals, dates, and ranges of each."""

from __future__ import annotations

from datetime import date

from harness.values.ranges import Label, Value


def show(value: Value, measure: str) -> str:
    """The value in words for the measure; an open range is "at least" or "at most"."""
    if isinstance(value, Label):
        return " or ".join(sorted(value.names)) or "none"
    low, high = value.low, value.high
    if low is None and high is None:
        return "anything"
    if measure == "date" and low is not None and high is not None:
        return _dates(low, high)
    if low == high:
        assert low is not None
        return _one(low, measure)
    if low is None:
        assert high is not None
        return f"at most {_one(high, measure)}"
    if high is None:
        return f"at least {_one(low, measure)}"
    return f"{_one(low, measure)} to {_one(high, measure)}"


def _one(number: int, measure: str) -> str:
    match measure:
        case "time":
            return _time(number)
        case "gap":
            return f"{_seconds(number)} s"
        case "distance" | "height":
            return f"{number / 1000:.2f} m" if number % 10 == 0 else f"{number / 1000:.3f} m"
        case "points":
            return f"{number:,} point{'' if number == 1 else 's'}"
        case "ordinal":
            return f"{number}{_suffix(number)}"
        case "date":
            return _day(date.fromordinal(number))
        case "days":
            return f"{number} day{'' if abs(number) == 1 else 's'}"
    return str(number)


def _time(ms: int) -> str:
    sign, ms = ("-", -ms) if ms < 0 else ("", ms)
    minutes, rest = divmod(ms, 60_000)
    if minutes >= 60:
        tail = _seconds(rest) if rest % 1000 else str(rest // 1000)
        return f"{sign}{minutes // 60}:{minutes % 60:02}:{'0' if rest < 10_000 else ''}{tail}"
    seconds = _seconds(rest)
    return f"{sign}{minutes}:{'0' if rest < 10_000 else ''}{seconds}" if minutes else f"{sign}{seconds}"


def _seconds(ms: int) -> str:
    sign, ms = ("-", -ms) if ms < 0 else ("", ms)
    whole, rest = divmod(ms, 1000)
    return f"{sign}{whole}.{rest // 10:02}" if rest % 10 == 0 else f"{sign}{whole}.{rest:03}"


def _suffix(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _dates(low: int, high: int) -> str:
    first, last = date.fromordinal(low), date.fromordinal(high)
    if first == last:
        return _day(first)
    after = date.fromordinal(high + 1)
    if first.day == 1 and after.day == 1:
        if (first.year, first.month) == (last.year, last.month):
            return f"{_MONTHS[first.month - 1]} {first.year}"
        if first.month == 1 and after.month == 1 and after.year == first.year + 1:
            return str(first.year)
    return f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = "January February March April May June July August September October November December".split()
