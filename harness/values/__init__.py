"""Printed figures and the ranges they stand for: marks, counts, gaps, dates, spans, hedges. Integers throughout."""

from harness.values.ages import read_age
from harness.values.as_printed import as_printed
from harness.values.counts import read_count
from harness.values.dates import either_days, is_weekday_alone, read_date
from harness.values.days import iso_day, partial_date
from harness.values.figures import Figure, Unread
from harness.values.marks import RECORD_LETTERS, read_gap, read_mark, split_metres, with_units
from harness.values.places import read_place
from harness.values.ranges import (
    ANYTHING,
    Label,
    Location,
    Members,
    Nothing,
    Range,
    Value,
    clear,
    exactly,
    hull,
    inside,
    label,
    meet,
    minus,
    plus,
    widened,
)
from harness.values.show import HUNDREDTH, ROUNDS, show
from harness.values.spans import read_span
from harness.values.times import HOUR, SECOND

__all__ = [
    "ANYTHING", "HOUR", "HUNDREDTH", "RECORD_LETTERS", "ROUNDS", "SECOND", "Figure", "Label", "Location", "Members",
    "Nothing", "Range", "Unread", "Value",
    "as_printed", "clear", "either_days", "exactly", "hull", "inside", "is_weekday_alone", "iso_day", "label", "meet",
    "minus", "partial_date", "plus", "read_age", "read_count", "read_date", "read_gap", "read_mark", "read_place",
    "read_span", "show", "split_metres", "widened", "with_units",
]  # fmt: skip
