"""Distances, heights and points as articles print them: 8.95m, 8,95 m, 29ft 4in, 12 centimetres; in millimetres."""

from __future__ import annotations

import re

from harness.values.counts import cardinal
from harness.values.times import Printed

_WORDS = r"[a-z]+(?:[ -][a-z]+)??"
_UNIT = "(mm|millimetres?|millimeters?|cm|centimetres?|centimeters?|m|metres?|meters?)"
_METRIC = re.compile(rf"([0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{0,6}})(?:\.([0-9]{{1,3}})|,([0-9]{{1,2}}))?[ -]?{_UNIT}?")
_METRES_INSIDE = re.compile(r"([0-9]{1,3})m([0-9]{2})")
_WORDED = re.compile(rf"({_WORDS})[ -]{_UNIT}")
_FEET_AND_INCHES = re.compile(
    rf"(?:([0-9]{{1,4}}|{_WORDS})[ -]?(?:ft|feet|foot|')[ ,-]*)?"
    rf"(?:(?:([0-9]{{1,2}}|{_WORDS})[ -]?)?(?:([1-3])/([248])|([¼½¾]))?[ -]?(?:ins?|inch|inches|\"))?\.?"
)
_FRACTIONS = {"¼": (1, 4), "½": (1, 2), "¾": (3, 4)}
_POINTS = re.compile(rf"([0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,6}}|{_WORDS})(?:[ -]?(?:points?|pts\.?))?")
_HALVES = {"half a metre": 500, "half a meter": 500}
_MILLIMETRES = {"mm": 1, "mi": 1, "cm": 10, "ce": 10}


def read_length(text: str) -> Printed | None:
    """A distance or a height in lower case and without a hedge, bare figures in metres; None where it is not one."""
    if text in _HALVES:
        return Printed(_HALVES[text], 100)
    if (found := _METRES_INSIDE.fullmatch(text)) is not None:
        return _metric(found[1], found[2], None)
    if (found := _METRIC.fullmatch(text)) is not None and (found[1] or found[2]):
        return _metric(found[1], found[2] or found[3], found[4])
    if (found := _WORDED.fullmatch(text)) is not None:
        number = cardinal(found[1])
        return None if number is None else _metric(str(number), None, found[2])
    return _imperial(text)


def read_points(text: str) -> Printed | None:
    found = _POINTS.fullmatch(text)
    number = cardinal(found[1]) if found is not None else None
    return None if number is None else Printed(number, 1)


def _metric(whole: str, decimals: str | None, unit: str | None) -> Printed | None:
    size = _MILLIMETRES.get((unit or "m")[:2], 1000)
    step, left_over = divmod(size, 10 ** len(decimals or ""))
    if left_over:
        return None
    return Printed(int(whole.replace(",", "") or 0) * size + int(decimals or 0) * step, step)


def _imperial(text: str) -> Printed | None:
    """Feet and inches to the nearest millimetre: an inch is 25.4, so no step of one falls on a whole number."""
    found = _FEET_AND_INCHES.fullmatch(text)
    if found is None or not any(found.groups()):
        return None
    feet, inches = (cardinal(part) if part else 0 for part in found.group(1, 2))
    if feet is None or inches is None or (found[1] and inches >= 12):
        return None
    top, bottom = _FRACTIONS[found[5]] if found[5] else (int(found[3] or 0), int(found[4] or 1))
    if top >= bottom and top:
        return None
    tenths = ((feet * 12 + inches) * bottom + top) * 254
    smallest = 3048 if not found[2] and not top else 254
    return Printed((tenths + 5 * bottom) // (10 * bottom), -(-smallest // (10 * bottom)))
