"""Shares as they are printed. 4,551 right and 2 wrong is not 100.0 %: what is not all is printed as less than all."""

from __future__ import annotations


def share(value: float, digits: int = 3) -> str:
    """The share with so many decimals: 1 and 0 only where it is exactly so, else the nearest figure that is neither."""
    step = 10.0**-digits
    if value >= 1 or value <= 0:
        return f"{value:.{digits}f}"
    return f"{min(max(value, step), 1 - step):.{digits}f}"


def percent(value: float, digits: int = 1) -> str:
    """ "98.8%"; "100.0%" and "0.0%" only where it is exactly so."""
    step = 10.0**-digits
    hundredths = 100 * value
    if not 0 < value < 1:
        return f"{hundredths:.{digits}f}%"
    return f"{min(max(hundredths, step), 100 - step):.{digits}f}%"


def percent_interval(low: float, high: float) -> str:
    """ "97-100": whole per cents, with decimals where the two ends would be printed alike and are not."""
    for digits in (0, 1, 2):
        ends = [percent(end, digits).removesuffix("%") for end in (low, high)]
        if ends[0] != ends[1] or low == high:
            break
    return "-".join(ends)
