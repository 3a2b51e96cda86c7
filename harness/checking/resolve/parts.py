"""Parts of combined events, by the names that articles give them."""

from __future__ import annotations

from harness.model import Unknown, Unreadable
from harness.names import Names, read_event


def part_of_event(names: Names, event: str, printed: str, field: str) -> str | Unknown | Unreadable:
    """The part of the combined event that the words name, by its own name or by that of the open event."""
    truth, key = names.truth, read_event(printed).key
    parts = truth.parts_of.get(event, ())
    fitting = []
    for part in parts:
        rows = [truth.events[part], *(truth.events[same] for same in (truth.events[part].same_as,) if same)]
        if key in {read_event(name).key for row in rows for name in (row.id, row.name, *row.aliases)}:
            fitting.append(part)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        return Unknown(f"{printed!r} may be {' or '.join(map(truth.name, fitting))}", f"which part is {printed!r}")
    has = f"its parts are {', '.join(map(truth.name, parts))}" if parts else "it has none"
    return Unreadable(field, f"{truth.name(event)} has no part {printed!r}: {has}")
