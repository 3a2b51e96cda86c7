"""How sure a figure is: the one home of intervals, paired tests and the way shares are printed.

    shares     a share counted in articles, with its 95 % interval
    paired     two systems on the same articles: the permutation test, its interval, what it can detect
    several    p of several comparisons at once
    printed    shares as they are printed: nothing rounds to 100 or 0 unless it is so

What is drawn, permuted or left out is always a whole article, because claims of one article hang together.
`benchmarks/coverage.py` holds the promises made here: it simulates articles and counts how often they are kept.
"""

from harness.statistics.printed import (
    bare_percent,
    ends_around,
    percent,
    percent_with_interval,
    share,
    told_apart,
)
from harness.statistics.shares import jackknife, share_interval, wilson

__all__ = [
    "bare_percent", "ends_around", "jackknife", "percent", "percent_with_interval", "share", "share_interval",
    "told_apart", "wilson",
]  # fmt: skip
