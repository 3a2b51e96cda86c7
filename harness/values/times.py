"""Times as articles print them: 3:29.05, 3.29.05, 3.29,05, 2:00:35, 3'29"05, spelled out; in milliseconds."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from harness.values.counts import cardinal
from harness.values.number_words import fraction


class Printed(NamedTuple):
    """The printed figure, and one unit of its last printed digit."""

    point: int
    step: int


_CLOCK = re.compile(r"(?:(?:([0-9]{1,2}):)?([0-9]{1,3}):)?([0-9]{1,5})(?:[.,]([0-9]{1,3}))?")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{2})[.,]([0-9]{1,3})")
_HOURS_APART = re.compile(r"([0-9]{1,2}) ?h(?:rs?|ours?)?[ .:]?([0-9]{2}):([0-9]{2})(?:[.,]([0-9]{1,3}))?")
_PRIMES = re.compile(r"(?:([0-9]{1,2})h)?([0-9]{1,3})['m]([0-9]{2})(?:[.,\"s]([0-9]{1,3}))?[\"s]?")
_TYPESET = str.maketrans({"’": "'", "′": "'", "‘": "'", "”": '"', "″": '"', "“": '"', "·": "."})
_UNIT_OF_A_CLOCK = r"(?<=:[0-9]{2}) ?(?:h|min(?:ute)?s?)|(?<=:[0-9]{2}\.[0-9]{2}) ?min(?:ute)?s?"
_TAIL = re.compile(rf"(?: ?(?:seconds?|secs?|s)\.?|(?<=\.[0-9]) ?h|{_UNIT_OF_A_CLOCK})\Z")
_NUMBER = r"(?:[0-9]{1,5}|[a-z]+(?:[ -][a-z]+)??)"
_AND = "(?:,? and |, ?| )?"
_EXACTLY = re.compile(r"(?: |-)(?:flat|dead|exactly)$")
_WITH_A_FRACTION = re.compile(
    r"(.+?)[ -](?:of an? )?(hour|hr|minute|min|second|sec)s?( and a half| and a quarter| and three quarters)?"
)
_SPELLED = re.compile(
    rf"(?:({_NUMBER})[ -]?(?:hours?|hrs?|h)(?![a-z]))?{_AND}(?:({_NUMBER})[ -]?(?:minutes?|mins?|m)(?![a-z]))?"
    rf"{_AND}(?:({_NUMBER})(?:[.,]([0-9]{{1,3}}))?(?:[ -]?(seconds?|secs?|s)(?![a-z]))?)?\.?"
)
_DIGITS = re.compile(r"[0-9]+")
_ONLY_DIGITS = re.compile(r"[0-9][0-9:;.,'\" ]*[0-9]")
SECOND, MINUTE, HOUR = 1000, 60_000, 3_600_000
_AND_A = {" and a half": Fraction(1, 2), " and a quarter": Fraction(1, 4), " and three quarters": Fraction(3, 4)}


def _clock(text: str) -> Printed | None:
    """A time in digits with colons or bare seconds: 2:00:35, 3:29.05, 9.58."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds, fraction = match.groups()
    two_digits = (minutes is None or len(seconds) == 2) and (hours is None or len(minutes) == 2)
    return _add(hours, minutes, seconds, fraction) if two_digits else None


def read_time(text: str) -> Printed | None:
    """A time in any notation, in lower case and without a hedge; None where it is not one."""
    if (clock := _clock(text)) is not None:
        return clock
    text = _EXACTLY.sub("", text.translate(_TYPESET).replace("''", '"'))
    text = "0" + text if text.startswith(".") else text
    bare = _TAIL.sub("", text)
    if (clock := _clock(bare)) is not None:
        return clock
    if (match := _HOURS_APART.fullmatch(text)) is not None:
        return _add(*match.groups())
    if (match := _DOTTED.fullmatch(bare)) is not None:
        return _add(None, *match.groups())
    if (match := _PRIMES.fullmatch(text)) is not None:
        return _add(*match.groups())
    return _spelled(text) or _with_a_fraction(text)


def other_separations(text: str) -> set[Printed]:
    """The other times that the digits give if separators are wrong or missing: 3:29:38 and 32938 as 3:29.38.

    A separator may be the wrong character but not in the wrong place: 2:61:35 is never 26:13.5.
    """
    if not _ONLY_DIGITS.fullmatch(text):
        return set()
    groups = _DIGITS.findall(text)
    digits = "".join(groups)
    kept = set(accumulate(map(len, groups[:-1])))
    readings = []
    for decimals in range(min(4, len(digits))):
        whole = len(digits) - decimals
        cuts = {whole, whole - 2, whole - 4}
        if kept <= cuts:
            hours, minutes = digits[: max(0, whole - 4)], digits[max(0, whole - 4) : max(0, whole - 2)]
            readings.append(_add(hours, minutes, digits[max(0, whole - 2) : whole], digits[whole:]))
    return {reading for reading in readings if reading is not None}


def about_a_time(point: int, step: int) -> int:
    """What "about" allows either way: one unit of the last non-zero digit; for whole minutes at most a minute.

    Never more than a tenth of the whole minutes or hours: "about four minutes" says nothing about 3:28.
    """
    places = [place for place in (10, 100, SECOND, 10 * SECOND) if point % place == 0 and place <= point]
    whole_minutes = point % MINUTE == 0 and point > MINUTE
    smallest = step if step < MINUTE else 0
    return max(smallest, *places, min(max(step // 2, MINUTE), point // 10) if whole_minutes else 0)


def _add(hours: str | None, minutes: str | None, seconds: str, fraction: str | None) -> Printed | None:
    """None where the minutes or the seconds reach sixty and do not come first."""
    h, m, s = int(hours or 0), int(minutes or 0), int(seconds)
    if ((hours or minutes) and s >= 60) or (hours and m >= 60):
        return None
    step = SECOND // 10 ** len(fraction or "")
    return Printed(h * HOUR + m * MINUTE + s * SECOND + int(fraction or 0) * step, step)


def _spelled(text: str) -> Printed | None:
    """A time with its units: to the second, or to the minute or the hour where nothing smaller is printed."""
    match = _SPELLED.fullmatch(text)
    if match is None or not (match[1] or match[2] or match[5]):
        return None
    hours, minutes, seconds = (_number(part) for part in match.group(1, 2, 3))
    if hours is None or minutes is None or seconds is None:
        return None
    if match[1] and match[3] and not (match[2] or match[4] or match[5]):
        # "2h04", "two hours four": what follows hours is minutes, unless it has a unit or decimals of its own
        return None if int(seconds) >= 60 else Printed(int(hours) * HOUR + int(seconds) * MINUTE, MINUTE)
    read = _add(hours if match[1] else "", minutes if match[2] else "", seconds, match[4])
    if read is None or match[3]:
        return read
    return Printed(read.point, MINUTE if match[2] else HOUR)


def _with_a_fraction(text: str) -> Printed | None:
    """ "two and a half minutes", "1½ hours", "half a minute", "ten point five seconds": to a tenth of the unit."""
    match = _WITH_A_FRACTION.fullmatch(text)
    number = (
        fraction(match[1].removesuffix(" an").removesuffix(" a").removesuffix(" of")) if match is not None else None
    )
    if match is None or number is None or ("of" in text and number >= 1):
        return None
    number += _AND_A[match[3]] if match[3] else 0
    exact = number * {"h": HOUR, "m": MINUTE, "s": SECOND}[match[2][0]]
    if exact.denominator != 1:
        return None
    return Printed(int(exact), {"h": 6 * MINUTE, "m": 6 * SECOND, "s": SECOND // 10}[match[2][0]])


def _number(part: str | None) -> str | None:
    number = cardinal(part) if part else 0
    return None if number is None else str(number)
