"""Facts about all results together: computed once from all of them, or read from where they are stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from harness.truth.results import Result


def sexes(results: Iterable[Result]) -> dict[str, frozenset[str]]:
    """For every event, the sexes of its races."""
    by_event: dict[str, set[str]] = defaultdict(set)
    for result in results:
        by_event[result.event].add(result.sex)
    return {event: frozenset(by_event[event]) for event in sorted(by_event)}


def of_nobody(results: Iterable[Result]) -> dict[str, int]:
    """The events and sexes with marks that lists take by athletes of unknown nation, with the first day of such a
    mark."""
    first: dict[str, int] = {}
    for result in results:
        if result.nation is None and not result.assisted and result.mark is not None:
            key, day = event_and_sex(result.event, result.sex), result.date.low or 0
            first[key] = min(day, first.get(key, day))
    return first


def event_and_sex(event: str | None, sex: str | None) -> str:
    return f"{event} {sex}"


def changes(results: Iterable[Result]) -> list[int]:
    """The days on which results were added, removed or moved up, after one day before all of them."""
    days: set[int] = set()
    for result in results:
        moved = (result.date.high, result.annulled, result.since, result.was and result.was[1])
        days.update(day for day in moved if day is not None)
    return [0, *sorted(days)]
