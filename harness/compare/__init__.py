"""Two runs against each other: which verdicts flipped and why, how the scores moved, whether something got worse."""

from harness.compare.reading import read_report
from harness.compare.records import Comparison, Flip
from harness.compare.runs import compare

__all__ = ["Comparison", "Flip", "compare", "read_report"]
