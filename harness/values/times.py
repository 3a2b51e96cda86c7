"""Times as articles print them: 3:29.05, 3.29.05, 2:00:35, 3'29"05, three minutes, 35.83; all in milliseconds."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from harness.values.counts import cardinal


class Printed(NamedTuple):
    """The figure as it is printed, and one unit of its last printed digit."""

    point: int
    step: int


_CLOCK = re.compile(r"(?:(?:([0-9]{1,2}):)?([0-9]{1,3}):)?([0-9]{1,5})(?:[.,]([0-9]{1,3}))?")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{2})\.([0-9]{1,3})")
_PRIMES = re.compile(r"(?:([0-9]{1,2})h)?([0-9]{1,3})['m]([0-9]{2})(?:[.,\"s]([0-9]{1,3}))?[\"s]?")
_TYPESET = str.maketrans({"’": "'", "′": "'", "‘": "'", "”": '"', "″": '"', "“": '"', "·": "."})
_TAIL = re.compile(r"(?:(?<=\.[0-9]) ?h|(?<=:[0-9]{2}) ?h| ?(?:seconds?|secs?|s)\.?|(?<=[:.][0-9]{2}) ?(?:minutes?|mins?))")
_NUMBER = r"(?:[0-9]{1,5}|[a-z]+(?:[ -][a-z]+)?)"
_AND = "(?:,? and |, ?| )?"
_SPELLED = re.compile(
    rf"(?:({_NUMBER})[ -]?(?:hours?|hrs?|h)(?![a-z]))?{_AND}(?:({_NUMBER})[ -]?(?:minutes?|mins?|m)(?![a-z]))?"
    rf"{_AND}(?:({_NUMBER})(?:[.,]([0-9]{{1,3}}))?(?:[ -]?(seconds?|secs?|s)(?![a-z]))?)?\.?"
)
_DIGITS = re.compile(r"[0-9]+")
_ONLY_DIGITS = re.compile(r"[0-9][0-9:;.,'\" ]*[0-9]")
_SECOND, _MINUTE, _HOUR = 1000, 60_000, 3_600_000


def read_clock(text: str) -> Printed | None:
    """A time in digits with colons or bare seconds: 2:00:35, 3:29.05, 9.58."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        return None
    hours, minutes, seconds, fraction = found.groups()
    two_digits = (minutes is None or len(seconds) == 2) and (hours is None or len(minutes) == 2)
    return _add(hours, minutes, seconds, fraction) if two_digits else None


def read_time(text: str) -> Printed | None:
    """A time in any notation, in lower case and without a hedge; None where it is not one."""
    text = text.translate(_TYPESET).replace("''", '"')
    text = "0" + text if text.startswith(".") else text
    tail = _TAIL.search(text)
    bare = text[: tail.start()] if tail is not None and tail.end() == len(text) else text
    if (clock := read_clock(bare)) is not None:
        return clock
    if (found := _DOTTED.fullmatch(bare)) is not None:
        return _add(None, *found.groups())
    if (found := _PRIMES.fullmatch(text)) is not None:
        return _add(*found.groups())
    return _spelled(text)


def other_separations(text: str) -> set[Printed]:
    """The other times that the digits make when separators are wrong or missing: 3:29:38 and 32938 as 3:29.38.

    A separator may be misread but not moved: 2:61:35 is never 26:13.5.
    """
    if not _ONLY_DIGITS.fullmatch(text):
        return set()
    groups = _DIGITS.findall(text)
    digits, found = "".join(groups), set()
    kept = set(accumulate(map(len, groups[:-1])))
    for decimals in range(min(4, len(digits))):
        whole = len(digits) - decimals
        cuts = {whole, whole - 2, whole - 4}
        if kept <= cuts:
            hours, minutes = digits[: max(0, whole - 4)], digits[max(0, whole - 4) : max(0, whole - 2)]
            found.add(_add(hours, minutes, digits[max(0, whole - 2) : whole], digits[whole:]))
    return found - {None}


def about_a_time(point: int, step: int) -> int:
    """What "about" allows either way: a unit of the last digit that is not zero; a minute at most."""
    places = [place for place in (10, 100, _SECOND, 10 * _SECOND, _MINUTE) if point % place == 0 and place < point]
    return max(step, *places, 1)


def _add(hours: str | None, minutes: str | None, seconds: str, fraction: str | None) -> Printed | None:
    """None where the minutes or the seconds reach sixty and do not come first."""
    h, m, s = int(hours or 0), int(minutes or 0), int(seconds)
    if (minutes and s >= 60) or (hours and m >= 60):
        return None
    step = _SECOND // 10 ** len(fraction or "")
    return Printed(h * _HOUR + m * _MINUTE + s * _SECOND + int(fraction or 0) * step, step)


def _spelled(text: str) -> Printed | None:
    found = _SPELLED.fullmatch(text)
    if found is None or not (found[1] or found[2] or found[5]):
        return None
    numbers = [None if part is None else cardinal(part) for part in found.group(1, 2, 3)]
    if any(part is not None and number is None for part, number in zip(found.group(1, 2, 3), numbers, strict=True)):
        return None
    whole = _add(*(None if number is None else str(number) for number in numbers[:2]), str(numbers[2] or 0), found[4])
    if whole is None or found[3]:
        return whole
    return Printed(whole.point, _MINUTE if found[2] else _HOUR)
