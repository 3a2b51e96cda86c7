"""Times printed without their unit: sub-13 over 5000 m is minutes, sub-2:05 over the marathon hours and minutes."""

from __future__ import annotations

import re

from harness.values.number_words import whole_number
from harness.values.ranges import Range
from harness.values.times import HOUR, MINUTE, SECOND, Printed

_WHOLE = re.compile(r"([0-9]{1,2}|[a-z]+(?:[ -][a-z]+)??)([ -](?:flat|dead|exactly))?")
_TWO_PARTS = re.compile(r"([0-9]{1,2})[:.]([0-5][0-9])")
_UNITS = {SECOND: "seconds", MINUTE: "minutes", HOUR: "hours"}
_FAR_OFF = 2  # so many times the longest or less than that part of the shortest is no mark of the event in that unit


def readings_without_unit(text: str) -> tuple[Printed, ...]:
    """The times that a figure without a unit may stand for, from the smallest unit up; none if the unit is clear.

    "13" is seconds, minutes or hours; "2:05" and "2.05" are also considered as hours and minutes.
    """
    if (whole := _WHOLE.fullmatch(text)) is not None and (number := whole_number(whole[1])):
        return tuple(Printed(number * unit, SECOND if whole[2] else unit) for unit in _UNITS)
    if (parts := _TWO_PARTS.fullmatch(text)) is not None:
        return (Printed(int(parts[1]) * HOUR + int(parts[2]) * MINUTE, MINUTE),)
    return ()


def fitting(readings: tuple[Printed, ...], plausible: Range) -> tuple[Printed, ...]:
    """Those that are plausible for the event; if none is, the nearest one: nobody ran 5000 m in 12 minutes."""
    shortest, longest = plausible.low or 1, plausible.high or HOUR * HOUR
    within = tuple(reading for reading in readings if shortest <= reading.point <= longest)
    near = (
        reading for reading in readings if shortest <= reading.point * _FAR_OFF and reading.point <= longest * _FAR_OFF
    )
    return within or tuple(near)[:1]


def units_left_out(printed: str, text: str, plausible: Range | None) -> tuple[str, ...]:
    """The printed words with each of the units that may have been omitted; empty if one or none is possible."""
    readings = readings_without_unit(text) if not _TWO_PARTS.fullmatch(text) else ()
    possible = readings if plausible is None else fitting(readings, plausible)
    units = [unit for unit, reading in zip(_UNITS.values(), readings, strict=False) if reading in possible]
    return tuple(f"{printed} {unit}" for unit in units) if len(units) > 1 else ()
