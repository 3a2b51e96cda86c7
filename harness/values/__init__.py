"""Printed figures and the ranges they stand for: marks, counts, gaps, dates, spans, hedges. Integers throughout."""

from harness.values.counts import read_count
from harness.values.dates import partial_date, read_date, read_span
from harness.values.figures import Figure, Unread
from harness.values.marks import read_gap, read_mark, split_metres
from harness.values.ranges import ANYTHING, Label, Range, Value, clear, exactly, hull, inside, label, meet, minus, plus
from harness.values.show import show

__all__ = [
    "ANYTHING", "Figure", "Label", "Range", "Unread", "Value", "clear", "exactly", "hull", "inside", "label", "meet",
    "minus", "partial_date", "plus", "read_count", "read_date", "read_gap", "read_mark", "read_span", "show",
    "split_metres",
]  # fmt: skip
