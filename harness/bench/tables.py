"""Tables: what the leaderboards of the bench are made of, whatever they are printed as."""

from __future__ import annotations

import msgspec

from harness.model import Ratio
from harness.statistics import percent, share


class FigureTable(msgspec.Struct, frozen=True, gc=False):
    """A heading, a remark, and rows of cells; the first `words` columns are words, the others figures."""

    title: str
    note: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int = 1


def number(value: float | None, digits: int = 3) -> str:
    """The figure with so many decimals; "-" where it is undefined or was not recorded.

    What lies between 0 and 1 is printed as neither.
    """
    if value is None:
        return "-"
    return share(value, digits) if digits and 0 < value < 1 else f"{value:.{digits}f}"


def signed(value: float | None) -> str:
    """A difference; one that is not 0 does not look like it."""
    if value is None:
        return "-"
    return f"{value:+.3f}" if value == 0 or abs(value) >= 0.0005 else f"{value:+.1g}"


def spread(ratio: Ratio, digits: int = 2) -> str:
    """The ratio's interval."""
    if ratio.low is None or ratio.high is None:
        return "-"
    return f"{number(ratio.low, digits)} to {number(ratio.high, digits)}"


def percents(*values: float | None) -> str:
    """ "91/80/85": whole per cent, 100 only for all of it and 0 only for nothing."""
    return "/".join("-" if value is None else percent(value, 0).removesuffix("%") for value in values)
