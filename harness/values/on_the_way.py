"""Points and sections of a race as articles print them: 800m, the bell, 200m to go, halfway, the last 400m.

A point has a canonical form: "800m" from the start, "-200m" from the finish, "-1lap" at the bell, "3lap" after three
laps, "2quarter" halfway, "2part" and "day1" in a combined event, "start" and "finish". The event determines what it is
in metres.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from harness.values.figures import Unread
from harness.values.number_words import fraction, ordinal_number, whole_number

_UNIT = (
    r"(m|metres?|meters?|yards?|yds?|k|km|kilometres?|kilometers?|miles?|laps?|lengths?|circuits?|events?|disciplines?)"
)
_MARKER = re.compile(r"(mile|kilometre|kilometer|km) ([0-9]+|[a-z-]+)")  # "mile 20"
_ALONG = re.compile(r"(.+?) (?:in|into (?:the )?race|gone|down|covered|from (?:the )?start)")
_OFF = re.compile(r"(.+?) from (?:the )?(?:line|finish|tape|home)")
_THREE_QUARTERS = frozenset({"three-quarter", "three quarter", "three quarters", "three-quarters"})
_LENGTH = re.compile(rf"(.+?)[ -]?{_UNIT}")
_TO_GO = re.compile(r"(?:with )?(?:only |just )?(.+?) (?:to go|to run|remaining|left|from (?:finish|home|end)|out)")
_HALF = frozenset(
    {"halfway", "half way", "half-way", "midway", "half distance", "halfway mark", "halfway point", "half", "half time"}
)
_BELL = frozenset({"bell", "bell lap", "last lap", "final lap", "start of last lap", "start of final lap"})
_DAY = re.compile(r"(?:end of )?(?:day (.+)|(.+) day|(overnight))")
_MARK = re.compile("(?: (?:mark|point|stage)|(?<=[0-9]m) turn)$")
_LEADING = re.compile(r"^(?:(?:at|after|by|past|through|with|in|over|on|of|from|for|the|a|an) )+")
_STRETCH = re.compile(r"(first|opening|last|final|closing|second) (.+)")
_BETWEEN = re.compile(r"(?:from |between )?(.+?)(?: to | and |-|–)(.+)")
_NTH = re.compile(r"(.+?) (lap|length|quarter|kilometre|kilometer|km|mile|[1-9]00m?)")
_METRES = {"k": Fraction(1000), "mi": Fraction(1609344, 1000), "y": Fraction(9144, 10000)}
_COUNTED = {"quarter": "quarter", "lap": "lap", "length": "lap"}


_LAP_BEFORE_LAST = re.compile("(?:penultimate|last but one|second[ -]last|next[ -]to[ -]last) (?:lap|length|circuit)")


class Stretch(NamedTuple):
    """A section of the race, from one point to another."""

    start: str
    end: str

    def __str__(self) -> str:
        return f"{self.start} to {self.end}"


@lru_cache(maxsize=4096)
def read_point(printed: str) -> str | Unread:
    """The canonical point; Unread if it is not one, in which case it may be the name of a part of a combined event."""
    text = without_lead(_MARK.sub("", printed.lower()))
    if text in _HALF:
        return "2quarter"
    if text in _BELL:
        return "-1lap"
    share = text.removesuffix(" distance").removesuffix(" way")
    if share == "quarter" or share in _THREE_QUARTERS:
        return "1quarter" if share == "quarter" else "3quarter"
    if (marker := _MARKER.fullmatch(text)) is not None:
        text = f"{marker[2]} {marker[1]}"
    if (along := _ALONG.fullmatch(text)) is not None and _length(along[1]) is not None:
        text = along[1]
    if (left := _TO_GO.fullmatch(text) or _OFF.fullmatch(text)) is not None:
        left_over = _metres_if_many(without_lead(left[1]))
        length = _length(left_over) or _length(f"1 {left_over}")
        return f"-{length}" if length is not None and not length.endswith("part") else _unread(printed)
    if (day := _DAY.fullmatch(text)) is not None:
        number = 1 if day[3] else whole_number(day[1] or "") or ordinal_number(day[2] or "") or 0
        if number:
            return f"day{number}"
    if (counted := re.fullmatch("(?:after )?lap (.+)", printed.lower())) and (lap := whole_number(counted[1])):
        return f"{lap}lap"
    length = _length(text) or _length(f"1 {text}")
    if length is None and text.endswith(" lap") and (nth := ordinal_number(text.removesuffix(" lap"))):
        length = f"{nth}lap"
    return _unread(printed) if length is None else length


@lru_cache(maxsize=4096)
def read_stretch(printed: str) -> Stretch | Unread:
    """The two ends of a section: "last 400m", "second lap", "first half", "third quarter", "600m to 1000m"."""
    text = without_lead(printed)
    if text in _BELL:
        return Stretch("-1lap", "finish")
    if (between := _BETWEEN.fullmatch(text)) is not None:
        ends = read_point(between[1]), read_point(between[2])
        first, last = ends
        if isinstance(last, str) and isinstance(first, Unread):  # "600 to 1000m"
            first = read_point(between[1] + "m")
        if isinstance(first, str) and isinstance(last, str):
            return Stretch(first, last)
    if _LAP_BEFORE_LAST.fullmatch(text) is not None:
        return Stretch("-2lap", "-1lap")
    if (half := re.fullmatch("(first|opening|second|last|final|closing) half", text)) is not None:
        return Stretch("start", "2quarter") if half[1] in ("first", "opening") else Stretch("2quarter", "finish")
    if (some := _STRETCH.fullmatch(text)) is not None and some[1] != "second":
        length = _length(some[2]) or _length(f"1 {some[2]}")
        length = _length(_metres_if_many(some[2])) if length is None else length
        if some[2] == "quarter":
            return Stretch("start", "1quarter") if some[1] in ("first", "opening") else Stretch("3quarter", "finish")
        if length is not None and not length.endswith("part"):
            return Stretch("start", length) if some[1] in ("first", "opening") else Stretch(f"-{length}", "finish")
    if (nth := _NTH.fullmatch(text)) is not None and (number := ordinal_number(nth[1])):
        unit = _COUNTED.get(nth[2], "m")
        size = Fraction(1) if nth[2] in _COUNTED else _metres(nth[2]) or Fraction(nth[2].removesuffix("m"))
        start, end = round((number - 1) * size), round(number * size)
        finish = "finish" if unit == "quarter" and end == 4 else f"{end}{unit}"
        return Stretch(f"{start}{unit}" if start else "start", finish)
    return Unread(f"{printed!r} is not a stretch of the way such as last 400m, second lap, first half or 600m to 1000m")


def without_lead(printed: str) -> str:
    """The words without what leads up to the point: "after the high jump"."""
    return _LEADING.sub("", " ".join(printed.lower().replace(" the ", " ").split()), count=1)


def _metres_if_many(text: str) -> str:
    """ "the final 100", "with 200 to go": nobody counts so many laps."""
    return f"{text}m" if text.isdigit() and int(text) >= 50 else text


def _length(text: str) -> str | None:
    match = _LENGTH.fullmatch(text)
    if match is None:
        return None
    number = fraction(match[1].removesuffix(" a").removesuffix(" of"))  # "half a mile"
    unit = match[2]
    if number is None or number <= 0:
        return None
    if unit.startswith(("lap", "length", "circuit", "event", "discipline")):
        name = "part" if unit.startswith(("event", "discipline")) else "lap"
        return f"{int(number)}{name}" if number.denominator == 1 else None
    return f"{round(number * (_metres(unit) or 1))}m"


def _metres(unit: str) -> Fraction | None:
    """The metres of a longer unit: k, kilometre, mile."""
    return _METRES.get(unit[:1]) or _METRES.get(unit[:2])


def _unread(printed: str) -> Unread:
    return Unread(
        f"{printed!r} is no point on the way such as 800m, halfway, the bell, 200m to go, three laps or day one"
    )
