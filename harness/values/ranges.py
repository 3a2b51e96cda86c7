"""Range and Label: every value that is claimed or known, and how two of them relate.

A printed number is a range and so is what is known. Marks are integers of the smallest unit (milliseconds,
millimetres, thousandths of a point), dates are proleptic Gregorian ordinals (days), counts are counts: no float
carries a value.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec


class Range(msgspec.Struct, frozen=True, gc=False, tag_field="type", tag="range"):
    """All integers from `low` to `high`, both included; None means without end on that side."""

    low: int | None = None
    high: int | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an empty range: {self.low} to {self.high}")


class Label(msgspec.Struct, frozen=True, gc=False, tag_field="type", tag="label"):
    """One of `names`: what is claimed may allow several, what is known may be known as one of several."""

    names: frozenset[str]


Value: TypeAlias = Range | Label

ANYTHING = Range()


def exactly(number: int) -> Range:
    return Range(number, number)


def label(*names: str) -> Label:
    return Label(frozenset(names))


def inside(known: Value, claimed: Value) -> bool:
    """Whether all that `known` allows, `claimed` allows too: the claim is supported."""
    if isinstance(known, Label) or isinstance(claimed, Label):
        return _names(known) <= _names(claimed)
    low_fits = claimed.low is None or (known.low is not None and known.low >= claimed.low)
    return low_fits and (claimed.high is None or (known.high is not None and known.high <= claimed.high))


def clear(one: Value, other: Value) -> bool:
    """Whether the two have nothing in common: the claim is refuted, or two claims conflict. Symmetric."""
    if isinstance(one, Label) or isinstance(other, Label):
        return _names(one).isdisjoint(_names(other))
    return (one.high is not None and other.low is not None and one.high < other.low) or (
        other.high is not None and one.low is not None and other.high < one.low
    )


def hull(one: Value, other: Value) -> Value:
    """The narrowest value that holds both: what is known where sources disagree."""
    if isinstance(one, Label) or isinstance(other, Label):
        return Label(_names(one) | _names(other))
    low = None if one.low is None or other.low is None else min(one.low, other.low)
    high = None if one.high is None or other.high is None else max(one.high, other.high)
    return Range(low, high)


def meet(one: Range, other: Range) -> Range | None:
    """What both ranges allow, or None where they are clear of each other."""
    if clear(one, other):
        return None
    lows = [end.low for end in (one, other) if end.low is not None]
    highs = [end.high for end in (one, other) if end.high is not None]
    return Range(max(lows, default=None), min(highs, default=None))


def widened(value: Range, by: int) -> Range:
    """The range with so much more at either end."""
    return Range(None if value.low is None else value.low - by, None if value.high is None else value.high + by)


def plus(one: Range, other: Range) -> Range:
    """Every sum of a value of `one` and a value of `other`."""
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    return Range(low, high)


def minus(one: Range, other: Range) -> Range:
    """Every difference of a value of `one` and a value of `other`."""
    low = None if one.low is None or other.high is None else one.low - other.high
    high = None if one.high is None or other.low is None else one.high - other.low
    return Range(low, high)


def _names(value: Value) -> frozenset[str]:
    if isinstance(value, Label):
        return value.names
    raise TypeError(f"a name is compared with a number: {value}")
