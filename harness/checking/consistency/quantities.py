"""Values given to one quantity: which of them cannot be true together, and which claims give them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, islice
from sys import intern
from typing import TypeAlias

import msgspec

from harness.records.model import ClaimRef, Conflict, Finding, Judged, Measure, Verdict
from harness.values import Label, Range, Value, clear, minus, plus, show


class Said(msgspec.Struct, frozen=True, gc=False):
    """A value that claims give a quantity, on a date, what the ground truth knew about it then, and the verdict."""

    as_of: int
    measure: Measure
    claimed: Value
    found: Value | None
    shareable: bool
    heading: str
    verdict: Verdict


_Given: TypeAlias = tuple[int | None, Value, Value | None]  # day (None: it plays no part), claimed and known value


class ByQuantity:
    """The group-by that finds conflicts. It keeps the distinct values of each quantity, not the claims.

    A first pass over the findings fills it (`add`). `conflicts` goes over the same findings again, to name the claims
    behind the few quantities in conflict, so memory grows with the quantities and not with the claims. With `has`, only
    the quantities for which it is true are looked at.
    """

    def __init__(self, has: Callable[[str], bool] = lambda quantity: True) -> None:
        self._values: dict[str, dict[tuple[int, Value], Said]] = {}
        self._has = has

    def add(self, finding: Finding) -> None:
        for judged in finding.judged:
            if not judged.comparable or not self._has(judged.quantity):
                continue
            values = self._values.setdefault(judged.quantity, {})
            value = (judged.as_of, judged.claimed)
            if value not in values:
                values[value] = Said(
                    judged.as_of,
                    judged.measure,
                    judged.claimed,
                    judged.found,
                    judged.shareable,
                    judged.heading,
                    judged.verdict,
                )

    def conflicts(self, findings: Iterable[Finding]) -> Iterator[Conflict]:
        """At most one conflict for each quantity between articles, and one for each quantity and article within."""
        rivals = {quantity: clash for quantity, values in self._values.items() if (clash := _rivals(values.values()))}
        holders: dict[str, dict[_Given, set[ClaimRef]]] = {quantity: {} for quantity in rivals}
        for finding in findings:
            for judged in finding.judged:
                if judged.quantity in rivals:
                    refs = holders[judged.quantity].setdefault(_given(judged), set())
                    refs.add(ClaimRef(intern(finding.article), intern(finding.claim)))  # read back, each is a new text
        for quantity, clash in rivals.items():
            yield from _conflicts_on(quantity, self._values[quantity].values(), clash, holders[quantity])


def disagree(first: Said | Judged, second: Said | Judged) -> bool:
    """Whether two claims on one quantity cannot both be true.

    Between different dates the quantity may have changed: the later claim is compared with the earlier one shifted by
    as much as the ground truth knows it to have changed; if that is not known, nothing is concluded. What is known to
    be right never disagrees: a time by the gun and one by the chip may both be printed.
    """
    if first.verdict == second.verdict == "supported":
        return False
    if first.shareable and _holds(first.claimed, first.found) and _holds(second.claimed, first.found):
        return False
    if first.as_of == second.as_of:
        return clear(first.claimed, second.claimed)
    if first.found is None or second.found is None:
        return False
    if not isinstance(first.claimed, Range) or not isinstance(second.claimed, Range):
        return first.found == second.found and clear(first.claimed, second.claimed)
    assert isinstance(first.found, Range)
    assert isinstance(second.found, Range)
    return clear(plus(first.claimed, minus(second.found, first.found)), second.claimed)


def _holds(claimed: Value, known: Value | None) -> bool:
    """Whether who is claimed to hold it is among those who do."""
    return isinstance(claimed, Label) and isinstance(known, Label) and claimed.names <= known.names


def _given(value: Said | Judged) -> _Given:
    """What tells two values apart: where the ground truth knows the same exact figure on two days, not the day."""
    known = value.found
    exact = known is not None and (not isinstance(known, Range) or known.low == known.high is not None)
    return (None if exact else value.as_of, value.claimed, known)


def _rivals(values: Iterable[Said]) -> dict[_Given, set[_Given]]:
    """Of the values given to one quantity: which cannot be true together with which."""
    distinct: dict[_Given, Said] = {}
    for value in values:
        distinct.setdefault(_given(value), value)
    rivals: dict[_Given, set[_Given]] = {}
    for first, second in combinations(distinct, 2) if len(distinct) > 1 else ():
        if disagree(distinct[first], distinct[second]):
            rivals.setdefault(first, set()).add(second)
            rivals.setdefault(second, set()).add(first)
    return rivals


def _conflicts_on(
    quantity: str, values: Iterable[Said], rivals: dict[_Given, set[_Given]], holders: dict[_Given, set[ClaimRef]]
) -> Iterator[Conflict]:
    articles = {value: {ref.article for ref in refs} for value, refs in holders.items()}
    values_of: dict[str, set[_Given]] = defaultdict(set)
    for value, names in articles.items():
        for article in names:
            values_of[article].add(value)
    inside: dict[str, set[ClaimRef]] = defaultdict(set)
    between: set[ClaimRef] = set()
    for value, clash in rivals.items():
        two = set(islice(_distinct(article for rival in clash for article in articles.get(rival, ())), 2))
        for ref in holders.get(value, ()):
            if not clash.isdisjoint(values_of[ref.article]):
                inside[ref.article].add(ref)
            if two - {ref.article}:
                between.add(ref)
    message = " against ".join(
        sorted({show(value.claimed, value.measure) for value in values if _given(value) in rivals})
    )
    heading = next((value.heading for value in values), "")
    for refs in inside.values():
        yield Conflict(tuple(sorted(refs)), "article", quantity, message, heading=heading)
    if between:
        yield Conflict(tuple(sorted(between)), "articles", quantity, message, heading=heading)


def _distinct(names: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name not in seen:
            seen.add(name)
            yield name
