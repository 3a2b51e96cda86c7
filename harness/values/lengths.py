"""Distances and heights as articles print them: 8.95m, 8,95 m, 6 metres and 30 centimetres, 29ft 4in, 6-2¼.

All in millimetres; points, which judges give to a thousandth, in thousandths of a point.
"""

from __future__ import annotations

import re
from fractions import Fraction

from harness.values.counts import cardinal
from harness.values.number_words import fraction
from harness.values.times import Printed

_WORDS = r"[a-z]+(?:[ -][a-z]+)??"
_UNIT = "(mm|millimetres?|millimeters?|cm|centimetres?|centimeters?|m|metres?|meters?)"
_METRIC = re.compile(rf"([0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{0,6}})(?:\.([0-9]{{1,3}})|,([0-9]{{1,2}}))?[ -]?{_UNIT}?")
_METRES_INSIDE = re.compile(r"([0-9]{1,3})m([0-9]{2})")
_JOINED = re.compile(
    rf"([0-9]{{1,3}}|{_WORDS}) ?(?:metres?|meters?|m)(?:,? and |, ?| ?)"
    rf"(?:([0-9]{{1,2}})|({_WORDS}))(?: ?(cm|centimetres?|centimeters?))?"
)
_PART_OF_A_UNIT = re.compile(rf"(.+?)[ -](?:of an? )?{_UNIT}( and a half| and a quarter)?")
_FEET_AND_INCHES = re.compile(
    rf"(?:([0-9]{{1,4}}|{_WORDS})[ -]?(?:ft|feet|foot|')[ ,-]*)?"
    rf"(?:(?:([0-9]{{1,2}}|{_WORDS})[ -]?)?(?:([1-3])/([248])|([¼½¾]))?[ -]?(?:ins?|inch|inches|\"))?\.?"
)
_FRACTIONS = {"¼": (1, 4), "½": (1, 2), "¾": (3, 4)}
# 18-0½, 6-2 1/4: feet and inches as American results print them
_DASHED = re.compile(r"([0-9]{1,3})-([0-9]{1,2})(?:[ -]?(?:([1-3])/([248])|([¼½¾]))|\.([0-9]{1,2}))?")
_DECIMAL_INCHES = re.compile(
    r"(?:([0-9]{1,3}) ?(?:ft|feet|foot|')[ ,-]*)?([0-9]{1,2})\.([0-9]{1,2}) ?(?:ins?|inch|inches|\")\.?"
)
_FEET_THEN = re.compile(rf"(?!.* ins?\b|.* inch)([0-9]{{1,3}}|{_WORDS}) ?(?:foot|feet|ft) ([0-9]{{1,2}}|{_WORDS})")
_IN_BOTH_UNITS = re.compile(r"(.+?[0-9a-z\"'½¼¾]) ?(?:\((.+)\)|(?<=m) ?/ ?(.+))")
_EXACTLY = re.compile(r"(?: |-)(?:flat|dead|exactly)$")
_LONG = {"yard": Fraction(9144, 10), "yards": Fraction(9144, 10), "yd": Fraction(9144, 10), "yds": Fraction(9144, 10),
         "mile": Fraction(1609344), "miles": Fraction(1609344), "kilometres": Fraction(1000000),
         "kilometers": Fraction(1000000), "kilometre": Fraction(1000000), "kilometer": Fraction(1000000),
         "km": Fraction(1000000), "inch": Fraction(254, 10), "inches": Fraction(254, 10)}  # fmt: skip
_IN_LONG = re.compile(rf"(.+?)[ -]?(?:of an? )?({'|'.join(sorted(_LONG, key=len, reverse=True))})")
_POINTS = re.compile(r"(.+?)(?:(?:[ -]of)?(?:[ -]a)?[ -]?(?:single )?(?:points?|pts\.?))?")
_POINTS_IN_DIGITS = re.compile(r"(?:([0-9]{1,3}(?:[, ][0-9]{3})+)|([0-9]{1,6}))(?:\.([0-9]{1,3})|,([0-9]{1,2}))?")
_MILLIMETRES = {"mm": 1, "mi": 1, "cm": 10, "ce": 10}


def read_length(text: str) -> Printed | None:
    """A distance or a height in lower case and without a hedge, metres if there is no unit; None if it is not one.

    Of a length printed in both units, "8.90m (29ft 2½in)", the first is read.
    """
    if (both := _IN_BOTH_UNITS.fullmatch(text)) is not None and read_length(both[2] or both[3]) is not None:
        text = both[1]
    text = _EXACTLY.sub("", text)
    if (match := _METRES_INSIDE.fullmatch(text)) is not None:
        return _metric(match[1], match[2], None)
    if (match := _METRIC.fullmatch(text)) is not None and (match[1] or match[2]):
        return _metric(match[1], match[2] or match[3], match[4])
    if (match := _JOINED.fullmatch(text)) is not None and (joined := _joined(match)) is not None:
        return joined
    return _metric_in_words(text) or _imperial(text) or _dashed(text) or _in_long(text)


def read_points(text: str) -> Printed | None:
    """Points in thousandths, as judged sports score them: "14.166" and "14,16" are fractions, "6,880" is not."""
    match = _POINTS.fullmatch(text)
    bare = match[1] if match is not None else text
    digits = _POINTS_IN_DIGITS.fullmatch(bare)
    if digits is None:
        number = fraction(bare)
        return None if number is None or (number * 1000).denominator != 1 else Printed(int(number * 1000), 1000)
    decimals = digits[3] or digits[4] or ""
    whole = int((digits[1] or digits[2]).replace(",", "").replace(" ", ""))
    step = 1000 // 10 ** len(decimals)
    return Printed(whole * 1000 + int(decimals or 0) * step, step)


def _joined(found: re.Match[str]) -> Printed | None:
    """ "6 metres and 30 centimetres", "six metres thirty": what follows the metres is centimetres; "6 metres 3" no."""
    metres = cardinal(found[1])
    centimetres = int(found[2]) if found[2] else cardinal(found[3])
    unit_is_left_out = found[4] is None
    if metres is None or centimetres is None or centimetres >= 100 or (unit_is_left_out and len(found[2] or "00") < 2):
        return None
    return Printed(metres * 1000 + centimetres * 10, 10)


def _metric_in_words(text: str) -> Printed | None:
    """ "two centimetres", "half a metre", "two and a half metres", "a metre and a half": to the fraction's own unit."""
    match = _PART_OF_A_UNIT.fullmatch(text)
    number = fraction(match[1].removesuffix(" a").removesuffix(" of")) if match is not None else None
    if match is None or number is None or ("of" in text and number >= 1):
        return None
    if match[3]:
        number += Fraction(1, 2) if "half" in match[3] else Fraction(1, 4)
    size = _MILLIMETRES.get(match[2][:2], 1000)
    exact = number * size
    if exact.denominator != 1:
        return None
    return Printed(int(exact), size if number.denominator == 1 else max(1, size // 10))


def _dashed(text: str) -> Printed | None:
    match = _DASHED.fullmatch(text)
    if match is None or int(match[2]) >= 12:
        return None
    part = f".{match[6]}" if match[6] else f" {match[3]}/{match[4]}" if match[3] else (match[5] or "")
    return _imperial(f"{match[1]}ft {match[2]}{part}in")


def _in_long(text: str) -> Printed | None:
    """Miles, yards, kilometres and parts of an inch, to a tenth of the unit where it is a fraction of it."""
    match = _IN_LONG.fullmatch(text)
    number = fraction(match[1].removesuffix(" a").removesuffix(" an")) if match is not None else None
    if match is None or number is None or ("of" in text and number >= 1):
        return None
    size = _LONG[match[2]]
    return Printed(round(number * size), max(1, round(size if number.denominator == 1 else size / 10)))


def _metric(whole: str, decimals: str | None, unit: str | None) -> Printed | None:
    size = _MILLIMETRES.get((unit or "m")[:2], 1000)
    step, left_over = divmod(size, 10 ** len(decimals or ""))
    if left_over:
        return None
    return Printed(int(whole.replace(",", "") or 0) * size + int(decimals or 0) * step, step)


def _imperial(text: str) -> Printed | None:
    """Feet and inches to the nearest millimetre: an inch is 25.4, so no step of one falls on a whole number."""
    decimal = _DECIMAL_INCHES.fullmatch(text)
    if decimal is not None:
        inches_in_all = int(decimal[1] or 0) * 12 + Fraction(f"{decimal[2]}.{decimal[3]}")
        return Printed(round(inches_in_all * 254 / 10), -(-254 // (10 * 10 ** len(decimal[3]))))
    without_unit = _FEET_THEN.fullmatch(text)
    text = f"{without_unit[1]}ft {without_unit[2]}in" if without_unit is not None else text
    match = _FEET_AND_INCHES.fullmatch(text)
    if match is None or not any(match.groups()):
        return None
    feet, inches = (cardinal(part) if part else 0 for part in match.group(1, 2))
    if feet is None or inches is None or (match[1] and inches >= 12):
        return None
    top, bottom = _FRACTIONS[match[5]] if match[5] else (int(match[3] or 0), int(match[4] or 1))
    if top >= bottom and top:
        return None
    tenths = ((feet * 12 + inches) * bottom + top) * 254
    smallest = 3048 if not match[2] and not top else 254
    return Printed((tenths + 5 * bottom) // (10 * bottom), -(-smallest // (10 * bottom)))
