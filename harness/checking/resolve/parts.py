"""Parts of combined events, and several events at once, by the names that articles use."""

from __future__ import annotations

from typing import NamedTuple

from harness.claims.claim import Scope
from harness.names import Names, read_event
from harness.records.model import Unknown, Unreadable
from harness.truth.index import Truth


def part_of_event(names: Names, event: str, printed: str, field: str) -> str | Unknown | Unreadable:
    """The part of the combined event that the words name, by its own name or by that of the open event."""
    truth, key = names.truth, read_event(printed).key
    parts = truth.parts_of.get(event, ())
    fitting = []
    for part in parts:
        rows = [truth.events[part], *(truth.events[same] for same in (truth.events[part].same_as,) if same)]
        if key in {read_event(name).key for row in rows for name in (row.id, row.name, *row.aliases)}:
            fitting.append(part)
    fitting = fitting or [part for part in parts if _is_short_for(truth, part, key)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        return Unknown(f"{printed!r} may be {' or '.join(map(truth.name, fitting))}", f"which part is {printed!r}")
    has = f"its parts are {', '.join(map(truth.name, parts))}" if parts else "it has none"
    return Unreadable(field, f"{truth.name(event)} has no part {printed!r}: {has}")


def _is_short_for(truth: Truth, part: str, key: str) -> bool:
    """Whether the words are the first or last of the part's name: "hurdles", "shot". A length is never left out of one,
    for the 100 m is not the 100 m hurdles."""
    words = key.split()
    if not words or any(character.isdigit() for character in key):
        return False
    row = truth.events[truth.events[part].same_as or part]
    full = [read_event(name).key.split() for name in (row.name, *row.aliases)]
    return any(words in (name[: len(words)], name[-len(words) :]) for name in full)


class SeveralEvents(NamedTuple):
    """The events that a scope lists, sorted by id, and the group that it names; or the unknown name."""

    events: tuple[str, ...] | None = None
    group: str | None = None
    unknown: Unknown | None = None


def several_events(names: Names, scope: Scope, field: str) -> SeveralEvents | Unreadable:
    """The events of a scope that has several; Unreadable beside its one event, or where the several are one."""
    if scope.event is not None and (scope.events or scope.group is not None):
        also = "events" if scope.events else "group"
        return Unreadable(f"{field}.{also}", "the scope names its event already: `event`, or several, or a group")
    if len(scope.events) == 1:
        return Unreadable(f"{field}.events", "one event stands in `event`")
    read = [names.event(printed) for printed in scope.events]
    unknown = next((event for event in read if isinstance(event, Unknown)), None)
    events = tuple(sorted({event for event in read if isinstance(event, str)})) if read and unknown is None else None
    if scope.group is None:
        return SeveralEvents(events, None, unknown)
    group = names.group(scope.group)
    if group is None:
        known = ", ".join(sorted(names.groups.values())) or "none"
        why = f"the ground truth has no event of a group or sport {scope.group!r}; it has: {known}"
        return SeveralEvents(events, None, unknown or Unknown(why, f"group: {scope.group}"))
    return SeveralEvents(events, group, unknown)
