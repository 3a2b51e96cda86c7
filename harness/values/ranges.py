"""Range, Label, Location and Members: every value that is claimed or known, and how two of them are compared.

A printed number is a range, and so is a known one. Marks are integers of the smallest unit (milliseconds, millimetres,
thousandths of a point), dates are proleptic Gregorian ordinals (days), counts are counts; values are never floats.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec


class Range(msgspec.Struct, frozen=True, gc=False, tag_field="type", tag="range"):
    """All integers from `low` to `high`, both included; None means no limit on that side."""

    low: int | None = None
    high: int | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"an empty range: {self.low} to {self.high}")


class Label(msgspec.Struct, frozen=True, gc=False, tag_field="type", tag="label"):
    """One of `names`: a claim may allow several, and a fact may be known to be one of several."""

    names: frozenset[str]


class Location(msgspec.Struct, frozen=True, gc=False, tag_field="type", tag="location"):
    """A place, level by level; each level is one of the given names, and a level without names is open.

    So a city and a stadium do not contradict each other, and two cities without a common name do.
    """

    nation: frozenset[str] = frozenset()
    region: frozenset[str] = frozenset()
    city: frozenset[str] = frozenset()
    venue: frozenset[str] = frozenset()

    @property
    def levels(self) -> tuple[frozenset[str], ...]:
        """The names of each level, from the smallest place to the largest."""
        return self.venue, self.city, self.region, self.nation

    def on_levels_of(self, other: Location) -> Location:
        """The place, restricted to the levels that the other one has."""
        pairs = zip(self.levels, other.levels, strict=True)
        venue, city, region, nation = (mine if theirs else frozenset[str]() for mine, theirs in pairs)
        return Location(nation, region, city, venue)


class Members(msgspec.Struct, frozen=True, gc=False, tag_field="type", tag="members"):
    """Some of a list that nobody has in full, such as coaches: all of the known names are on it, one of the claimed
    names is.

    It never contradicts another: somebody who is not among the names may still be on the list.
    """

    names: frozenset[str]


class Nothing(msgspec.Struct, frozen=True, gc=False, tag_field="type", tag="nothing"):
    """No value at all: somebody who did not start has no mark and no place. It contradicts any claimed value."""


Value: TypeAlias = Range | Label | Location | Members | Nothing

ANYTHING = Range()


def exactly(number: int) -> Range:
    return Range(number, number)


def label(*names: str) -> Label:
    return Label(frozenset(names))


def inside(known: Value, claimed: Value) -> bool:
    """Whether `claimed` allows everything that `known` allows: then the claim is supported."""
    match known, claimed:
        case (Nothing(), _) | (_, Nothing()):
            return False
        case Range(), Range():
            low_fits = claimed.low is None or (known.low is not None and known.low >= claimed.low)
            return low_fits and (claimed.high is None or (known.high is not None and known.high <= claimed.high))
        case Label(), Label():
            return known.names <= claimed.names
        case Location(), Location():
            pairs = zip(known.levels, claimed.levels, strict=True)
            return all(not wide or bool(narrow and narrow <= wide) for narrow, wide in pairs)
        case Members(), Members():
            return not known.names.isdisjoint(claimed.names)
    raise _mismatch(known, claimed)


def clear(left: Value, right: Value) -> bool:
    """Whether the two have nothing in common: then the claim is refuted, or two claims conflict. Symmetric."""
    match left, right:
        case (Nothing(), _) | (_, Nothing()):
            return True
        case Range(), Range():
            return (left.high is not None and right.low is not None and left.high < right.low) or (
                right.high is not None and left.low is not None and right.high < left.low
            )
        case Label(), Label():
            return left.names.isdisjoint(right.names)
        case Location(), Location():
            pairs = zip(left.levels, right.levels, strict=True)
            return any(mine and theirs and mine.isdisjoint(theirs) for mine, theirs in pairs)
        case Members(), Members():
            return False
    raise _mismatch(left, right)


def hull(left: Value, right: Value) -> Value:
    """The narrowest value that includes both: what is known when sources disagree."""
    match left, right:
        case Range(), Range():
            low = None if left.low is None or right.low is None else min(left.low, right.low)
            high = None if left.high is None or right.high is None else max(left.high, right.high)
            return Range(low, high)
        case Label(), Label():
            return Label(left.names | right.names)
    raise _mismatch(left, right)


def meet(left: Range, right: Range) -> Range | None:
    """What both ranges allow, or None if they do not overlap."""
    if clear(left, right):
        return None
    lows = [end.low for end in (left, right) if end.low is not None]
    highs = [end.high for end in (left, right) if end.high is not None]
    return Range(max(lows, default=None), min(highs, default=None))


def widened(value: Range, by: int) -> Range:
    """The range extended by that much at either end."""
    return Range(None if value.low is None else value.low - by, None if value.high is None else value.high + by)


def plus(left: Range, right: Range) -> Range:
    """Every sum of a value of `left` and a value of `right`."""
    low = None if left.low is None or right.low is None else left.low + right.low
    high = None if left.high is None or right.high is None else left.high + right.high
    return Range(low, high)


def minus(left: Range, right: Range) -> Range:
    """Every difference of a value of `left` and a value of `right`."""
    low = None if left.low is None or right.high is None else left.low - right.high
    high = None if left.high is None or right.low is None else left.high - right.low
    return Range(low, high)


def _mismatch(left: Value, right: Value) -> TypeError:
    return TypeError(f"values of two sorts cannot be compared: {left} and {right}")
