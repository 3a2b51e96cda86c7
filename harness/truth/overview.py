"""What is so of all results together: worked out from each of them once, or read from where it is written down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from harness.truth.results import Result


def sexes(results: Iterable[Result]) -> dict[str, frozenset[str]]:
    """Of every event, the sexes of its races."""
    by_event: dict[str, set[str]] = defaultdict(set)
    for result in results:
        by_event[result.event].add(result.sex)
    return {event: frozenset(by_event[event]) for event in sorted(by_event)}


def of_nobody(results: Iterable[Result]) -> frozenset[tuple[str, str]]:
    """The events and sexes of marks that lists take, by athletes whose nation is not known."""
    marks = (result for result in results if result.nation is None and not result.assisted)
    return frozenset((result.event, result.sex) for result in marks if result.mark is not None)


def changes(results: Iterable[Result]) -> list[int]:
    """The days on which results came, went or moved up, behind one before them all."""
    days: set[int] = set()
    for result in results:
        moved = (result.date.high, result.annulled, result.since, result.was and result.was[1])
        days.update(day for day in moved if day is not None)
    return [0, *sorted(days)]
