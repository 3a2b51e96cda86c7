"""Marks and gaps as articles print them: times, distances, heights, points; what each can have been rounded from."""

from __future__ import annotations

import re
from functools import lru_cache

from harness.values.counts import read_count
from harness.values.figures import Figure, Unread
from harness.values.hedges import last_digit_unit, split_hedge, widen
from harness.values.ranges import Range

_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{2})\.([0-9]{1,3})")
_PRIMES = re.compile(r"([0-9]{1,2})['m]([0-9]{1,2})(?:[.\",s]([0-9]{1,3}))?[\"s]?")
_PLAIN = re.compile(r"(?:([0-9]+):)?(?:([0-9]+):)?([0-9]+)(?:\.([0-9]{1,3}))?")
_SPELLED = re.compile(
    r"(?:(?P<h>[a-z0-9-]+) ?(?:hours?|hrs?|h)(?:,? (?:and )?|\b|(?=[0-9]))\s*)?"
    r"(?:(?P<m>[a-z0-9-]+) ?(?:minutes?|mins?|m)(?:,? (?:and )?|\b|(?=[0-9]))\s*)?"
    r"(?:(?P<s>[0-9]+|[a-z-]+)(?:[.](?P<f>[0-9]{1,3}))? ?(?:seconds?|secs?|s)?)?"
)
_SEPARATOR = re.compile(r"[.:,]")
_DIGIT_GROUPS = re.compile(r"[0-9]+(?:[.:,][0-9]+)*")
_UNIT_TAIL = re.compile(r" ?(?:seconds?|secs?|sec|s)$")
_METRES = re.compile(r"([0-9]+)(?:[.,]([0-9]{1,3}))? ?(m|metres?|meters?|cm|centimetres?|centimeters?|mm)?")
_FEET = re.compile(r"([0-9]+) ?(?:ft|feet|foot|') ?(?:([0-9]+)(?: ([0-9])/([0-9]))? ?(?:ins?|inches|\"))?")
_POINTS = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?: ?(?:points?|pts))?")
_FRACTION_OF_A_SECOND = re.compile(r"(.+?) (tenths?|hundredths?|thousandths?)(?: of a second)?")
_STEPS = {"tenth": 100, "hundredth": 10, "thousandth": 1}
_SPLIT = re.compile(r"([0-9][0-9,. ]*?) ?(m|metres|meters|km)")


def _around(point: int, step: int) -> Range:
    """Every exact value that prints as `point`, rounded to nearest, rounded up or cut to a multiple of `step`."""
    return Range(max(0, point - step + 1), point + step - 1)


@lru_cache(maxsize=1 << 16)
def read_mark(printed: str, measure: str, plausible: Range | None = None) -> Figure | Unread:
    """The range of exact marks (ms, mm or points) that would print so.

    `measure` is time, distance, height or points. A time that lies outside `plausible` as its separators say is read
    by its digits, if that lies inside (note `misprint`).
    """
    text, hedge = split_hedge(printed)
    read = _READERS[measure](text)
    notes: tuple[str, ...] = ()
    if measure == "time" and plausible is not None and (read is None or not _fits(read[0], plausible)):
        other = next((one for one in _other_separations(text) if _fits(one[0], plausible)), None)
        if other is not None:
            read, notes = other, ("misprint",)
    if read is None:
        return Unread(f"{printed!r} is not a {measure} such as {_EXAMPLES[measure]}")
    point, step = read
    value = widen(_around(point, step), point, hedge, last_digit_unit(point, step), lower_is_better=measure == "time")
    return Figure(value, None if hedge else point, notes, printed)


@lru_cache(maxsize=1 << 16)
def read_gap(printed: str, measure: str = "time") -> Figure | Unread:
    """The range of exact gaps (ms, mm or points) that would print so."""
    text, hedge = split_hedge(printed)
    read = _gap(text, measure)
    if read is None:
        return Unread(
            f"{printed!r} is not a margin such as {'0.69, 69 hundredths of a second' if measure == 'time' else '12cm'}"
        )
    point, step = read
    value = widen(_around(point, step), point, hedge, last_digit_unit(point, step))
    if value.low is None:
        value = Range(0, value.high)
    return Figure(value, None if hedge else point, (), printed)


@lru_cache(maxsize=4096)
def split_metres(printed: str) -> int:
    """How far on the way a split was taken, in metres; ValueError where it is not a distance."""
    found = _SPLIT.fullmatch(printed.strip().lower())
    if found is None:
        raise ValueError(f"{printed!r} is not a distance such as 800m")
    number = found[1].replace(",", "").replace(" ", "")
    return round(float(number) * 1000) if found[2] == "km" else int(float(number))


def _fits(point: int, plausible: Range) -> bool:
    return (plausible.low or 0) <= point and (plausible.high is None or point <= plausible.high)


def _time(text: str) -> tuple[int, int] | None:
    plain = _PLAIN.fullmatch(text)
    if plain is not None:
        return _clock(*_hours_minutes(plain[1], plain[2]), plain[3], plain[4])
    bare = _UNIT_TAIL.sub("", text).removesuffix("h")
    if bare != text and (plain := _PLAIN.fullmatch(bare)) is not None:
        return _clock(*_hours_minutes(plain[1], plain[2]), plain[3], plain[4])
    minutes = _DOTTED.fullmatch(bare) or _PRIMES.fullmatch(bare)
    if minutes is not None:
        return _clock(None, minutes[1], minutes[2], minutes[3])
    spelled = _SPELLED.fullmatch(text)
    if spelled is None or not any(spelled.group("h", "m", "s")):
        return None
    parts = [_spelled_number(part) for part in spelled.group("h", "m", "s")]
    return None if None in parts else _clock(str(parts[0]), str(parts[1]), str(parts[2]), spelled["f"])


def _hours_minutes(first: str | None, second: str | None) -> tuple[str | None, str | None]:
    """The pattern fills its first group first: with one colon that is the minutes."""
    return (None, first) if second is None else (first, second)


def _clock(hours: str | None, minutes: str | None, seconds: str, fraction: str | None) -> tuple[int, int] | None:
    h, m, s = int(hours or 0), int(minutes or 0), int(seconds)
    if (minutes is not None and s >= 60) or (hours is not None and m >= 60):
        return None
    step = 1000 // 10 ** len(fraction or "")
    return (h * 3600 + m * 60 + s) * 1000 + int(fraction or 0) * step, step


def _spelled_number(text: str | None) -> int | None:
    if text is None:
        return 0
    number = read_count(text)
    return number.exact if isinstance(number, Figure) else None


def _other_separations(text: str) -> list[tuple[int, int]]:
    """Other times with the same digits: 3:29:38 as 3:29.38, 32938 as 3:29.38, 329.38 as 3:29.38."""
    if not _DIGIT_GROUPS.fullmatch(text):
        return []
    parts = _SEPARATOR.split(text)
    digits = "".join(parts)
    found = []
    if len(parts) == 3 and len(parts[2]) <= 3:
        found.append(_clock(None, parts[0], parts[1], parts[2]))
    for fraction in (2, 1, 0):
        head, tail = digits[: len(digits) - fraction], digits[len(digits) - fraction :]
        if len(head) > 2:
            found.append(_clock(head[:-4] or None, head[-4:-2] if head[:-4] else head[:-2], head[-2:], tail or None))
    return [one for one in found if one is not None]


def _length(text: str) -> tuple[int, int] | None:
    metric = _METRES.fullmatch(text)
    if metric is not None:
        unit = {"c": 10, "mm": 1}.get(metric[3] if metric[3] == "mm" else (metric[3] or "m")[0], 1000)
        step = unit // 10 ** len(metric[2] or "") or 1
        return int(metric[1]) * unit + int(metric[2] or 0) * step, step
    imperial = _FEET.fullmatch(text)
    if imperial is None:
        return None
    inches = int(imperial[1]) * 12 + int(imperial[2] or 0)
    fraction = int(imperial[3]) / int(imperial[4]) if imperial[3] else 0
    return round((inches + fraction) * 25.4), 25


def _points(text: str) -> tuple[int, int] | None:
    found = _POINTS.fullmatch(text)
    return (int(found[1].replace(",", "")), 1) if found else None


def _gap(text: str, measure: str) -> tuple[int, int] | None:
    if measure != "time":
        worded = {"a metre": "1m", "a meter": "1m", "a centimetre": "1cm", "a point": "1"}.get(text, text)
        return _READERS[measure](worded)
    if text in ("a second", "one second", "a full second"):
        return 1000, 1000
    if text == "half a second":
        return 500, 100
    fraction = _FRACTION_OF_A_SECOND.fullmatch(text)
    if fraction is None:
        return _time(text)
    number = _spelled_number(fraction[1])
    step = _STEPS[fraction[2].rstrip("s")]
    return None if number is None else (number * step, step)


_READERS = {"time": _time, "distance": _length, "height": _length, "points": _points}
_EXAMPLES = {"time": "3:29.05", "distance": "8.95m", "height": "2.45m", "points": "8,994 points"}
