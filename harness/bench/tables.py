"""Tables: what the leaderboards of the bench are made of, whatever they are printed as."""

from __future__ import annotations

import msgspec

from harness.model import Ratio


class Table(msgspec.Struct, frozen=True, gc=False):
    """A heading, a remark, and rows of cells; the first `words` columns are words, the others figures."""

    title: str
    note: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int = 1


def number(value: float | None, digits: int = 3) -> str:
    """The figure with so many decimals; "-" where it is undefined or was not recorded."""
    return "-" if value is None else f"{value:.{digits}f}"


def signed(value: float | None) -> str:
    return "-" if value is None else f"{value:+.3f}"


def spread(ratio: Ratio, digits: int = 2) -> str:
    """The ratio's interval."""
    if ratio.low is None or ratio.high is None:
        return "-"
    return f"{ratio.low:.{digits}f} to {ratio.high:.{digits}f}"


def percents(*values: float | None) -> str:
    """ "91/80/85": whole per cent, 100 only for all of it."""
    return "/".join(
        "-" if value is None else str(100 if value == 1 else min(99, round(100 * value))) for value in values
    )
