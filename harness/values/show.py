"""Values as people write them: marks, counts, ordinals, dates, and ranges of each."""

from __future__ import annotations

from datetime import date

from harness.values.days import MONTHS, days_of
from harness.values.ranges import Location, Members, Nothing, Range, Value

_IN_HUNDREDTHS = frozenset({"time", "gap", "distance", "height"})
HUNDREDTH = 10  # thousandths: how marks are shown where nothing else is known of their precision
ROUNDS = ("heat", "repechage", "quarterfinal", "semifinal", "final")  # as far as an athlete may get
_UNITS = {"gap": "s", "distance": "m", "height": "m", "points": "point", "days": "day"}


def show(value: Value, measure: str, step: int = HUNDREDTH) -> str:
    """The value in words for the measure: 3:29.05, 0.69 s, 8.95 m, 8,994 points, 5, 4th, 25 May 2024, 7 days.

    Ranges are "2 to 4", "at least 2", "at most 3", for places "4th or lower"; for dates "from" and "until" a day, "2 to
    6 August 2024", or the name of a whole month or year. For a range of marks the ends are the printed figures around
    it: "3:29.04 to 3:29.06", "under 3:30.00". `step` is one unit of the last digit with which an exact mark or gap is
    shown: 100 for a hand time, 3:35.0.
    """
    if isinstance(value, Location):
        return ", ".join(" or ".join(sorted(names)) for names in value.levels if names) or "anywhere"
    if isinstance(value, Members):
        return " and ".join(sorted(value.names))
    if isinstance(value, Nothing):
        return "nothing"
    if not isinstance(value, Range):
        return " or ".join(sorted(value.names)) or "none"
    low, high = value.low, value.high
    if measure == "round":
        return _round(low, high)
    if measure == "ordinal" and (low is None) != (high is None):
        return f"{_figure(low or high or 0, measure)} or {'higher' if low is None else 'lower'}"
    if low is None:
        return "anything" if high is None else _bound(high, measure, "until" if measure == "date" else "at most", 1)
    if high is None:
        return _bound(low, measure, "from" if measure == "date" else "at least", -1)
    if low == high:
        return _with_unit(_figure(low, measure, step), low, measure)
    if measure == "date":
        return _period(low, high)
    if measure in _IN_HUNDREDTHS:
        low, high = low // 10 * 10, -(-high // 10) * 10
    return _with_unit(f"{_figure(low, measure)} to {_figure(high, measure)}", high, measure)


def _round(low: int | None, high: int | None) -> str:
    """The rounds are counted by ROUNDS."""
    first, last = ROUNDS[low or 0], ROUNDS[-1 if high is None else high]
    if low == high or first == ROUNDS[-1]:
        return first
    return f"{first} at least" if high is None else f"{last} at most" if not low else f"{first} to {last}"


def _bound(end: int, measure: str, words: str, beyond: int) -> str:
    """A bound that stops one short of a printed figure is named by that figure: 209,999 ms is under 3:30.00."""
    if (measure in _IN_HUNDREDTHS and end % 10 and (end + beyond) % 10 == 0) or (
        measure == "points" and end % 1000 and (end + beyond) % 1000 == 0
    ):
        end, words = end + beyond, "under" if beyond > 0 else "over"
    return f"{words} {_with_unit(_figure(end, measure), end, measure)}"


def _with_unit(figures: str, last: int, measure: str) -> str:
    unit = _UNITS.get(measure)
    if unit is None:
        return figures
    single = 1000 if measure == "points" else 1
    return f"{figures} {unit}s" if len(unit) > 1 and last != single else f"{figures} {unit}"


def _figure(number: int, measure: str, step: int = HUNDREDTH) -> str:
    match measure:
        case "time":
            return _clock(number, step)
        case "gap" | "distance" | "height":
            return _decimals(number, step)
        case "points":
            return _points(number)
        case "ordinal":
            return f"{number}{_suffix(number)}"
        case "date":
            return _day(number)
    return str(number)


def _clock(ms: int, step: int = HUNDREDTH) -> str:
    """Hundredths under an hour and where they are needed over it; thousandths where they are needed."""
    if ms < 0:
        return "-" + _clock(-ms, step)
    minutes, rest = divmod(ms, 60_000)
    hours, minutes = divmod(minutes, 60)
    seconds = _decimals(rest, step) if rest % 1000 or not hours else str(rest // 1000)
    if not hours and not minutes:
        return seconds
    seconds = "0" + seconds if rest < 10_000 else seconds
    return f"{hours}:{minutes:02}:{seconds}" if hours else f"{minutes}:{seconds}"


def _decimals(thousandths: int, step: int = HUNDREDTH) -> str:
    """With as many decimals as the step says, or as are needed."""
    sign, thousandths = ("-", -thousandths) if thousandths < 0 else ("", thousandths)
    whole, rest = divmod(thousandths, 1000)
    places = next(places for places in range(4) if 10 ** (3 - places) <= step or places == 3)
    while rest % 10 ** (3 - places):
        places += 1
    return f"{sign}{whole}.{rest // 10 ** (3 - places):0{places}}" if places else f"{sign}{whole}"


def _points(thousandths: int) -> str:
    whole, rest = divmod(abs(thousandths), 1000)
    return ("-" if thousandths < 0 else "") + f"{whole:,}" + (f".{rest:03}".rstrip("0") if rest else "")


def _suffix(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _period(low: int, high: int) -> str:
    first = date.fromordinal(low)
    if days_of(first.year, first.month) == Range(low, high):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if days_of(first.year) == Range(low, high):
        return str(first.year)
    last = date.fromordinal(high)
    if first.year != last.year:
        return f"{_day(low)} to {_day(high)}"
    month = "" if first.month == last.month else f" {MONTHS[first.month - 1]}"
    return f"{first.day}{month} to {_day(high)}"


def _day(ordinal: int) -> str:
    day = date.fromordinal(ordinal)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
