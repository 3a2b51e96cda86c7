"""Tables: the parts of the leaderboards of the bench, independent of the output format."""

from __future__ import annotations

import msgspec

from harness.records.model import Ratio
from harness.statistics import bare_percent, ends_around, share


class FigureTable(msgspec.Struct, frozen=True, gc=False):
    """A heading, a remark, and rows of cells; the first `words` columns are words, the others figures."""

    title: str
    note: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int = 1


def number(value: float | None, digits: int = 3) -> str:
    """The figure with so many decimals; "-" if it is undefined or was not recorded.

    A value between 0 and 1 is printed as neither of the two.
    """
    return "-" if value is None else share(value, digits)


def signed(value: float | None) -> str:
    """The difference with its sign; only a difference of exactly 0 is printed as 0."""
    if value is None:
        return "-"
    digits = 3 if value == 0 or abs(value) >= 0.0005 else _first_digit(value)
    return f"{'' if value < 0 else '+'}{share(value, digits)}"


def _first_digit(value: float) -> int:
    """At how many decimals the figure stops being 0."""
    return next(digits for digits in range(4, 16) if digits == 15 or round(abs(value), digits))


def spread(ratio: Ratio, digits: int = 2, beside: str = "") -> str:
    """The ratio's interval, with decimals enough to hold the figure as it is printed beside it (three, if not said)."""
    if ratio.low is None or ratio.high is None or ratio.value is None:
        return "-"
    return " to ".join(ends_around(beside or number(ratio.value), ratio.low, ratio.high, digits))


def percents(*values: float | None) -> str:
    """ "91/80/85": whole per cent, 100 only for all of it and 0 only for nothing."""
    return "/".join("-" if value is None else bare_percent(value, 0) for value in values)
