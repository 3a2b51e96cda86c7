"""Printing of shares. 4,551 right and 2 wrong is not 100.0 %: a share below all is printed as less than all.

Every share is printed by this module: an interval contains the figure printed beside it, and two figures that are said
to differ look different.
"""

from __future__ import annotations

from itertools import count

_MOST_DIGITS = 15  # what a double holds


def share(value: float, digits: int = 3) -> str:
    """The share (or a difference of two) with this many decimals: 0, 1 and -1 only if it is exactly that.

    Otherwise it is the nearest figure other than these.
    """
    size = abs(value)
    if 0 < size < 1:
        step = 10.0**-digits
        size = min(max(size, step), 1 - step) if digits else size
    return f"{-size if value < 0 else size:.{digits}f}"


def percent(value: float, digits: int = 1) -> str:
    """ "98.8%"; "100.0%" and "0.0%" only if it is exactly that."""
    step = 10.0**-digits
    hundredths = 100 * value
    if not 0 < value < 1:
        return f"{hundredths:.{digits}f}%"
    return f"{min(max(hundredths, step), 100 - step):.{digits}f}%"


def bare_percent(value: float, digits: int = 1) -> str:
    """ "98.8": for a cell or an interval."""
    return percent(value, digits).removesuffix("%")


def percent_with_interval(value: float, low: float, high: float) -> str:
    """ "98.8% (97-100)": the ends in whole per cents, with decimals if they are equal or exclude the share."""
    for ends, own in ((0, 1), *((digits, digits) for digits in range(1, _MOST_DIGITS))):
        printed = bare_percent(value, own)
        texts = [bare_percent(end, ends) for end in (low, high)]
        if _holds(texts, printed, alike=low == high):
            break
    return f"{printed}% ({texts[0]}-{texts[1]})"


def ends_around(printed: str, low: float, high: float, digits: int) -> tuple[str, str]:
    """The ends of the interval of a printed figure, with enough decimals to have it between them."""
    for more in count(digits):
        texts = [share(end, more) for end in (low, high)]
        if more >= _MOST_DIGITS or _holds(texts, printed, alike=True):
            break
    return texts[0], texts[1]


def told_apart(first: float, second: float, digits: int = 1) -> tuple[str, str]:
    """Two shares in per cent, with enough decimals to look as different as they are."""
    for more in count(digits):
        texts = percent(first, more), percent(second, more)
        if texts[0] != texts[1] or first == second or more >= _MOST_DIGITS:
            break
    return texts


def _holds(ends: list[str], printed: str, *, alike: bool) -> bool:
    """Whether the interval has the figure in it, both as printed; `alike`: whether its ends may look the same."""
    low, value, high = float(ends[0]), float(printed), float(ends[1])
    return low <= value <= high and (alike or low < high)
