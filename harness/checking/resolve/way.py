"""Points and stretches on the way, as the scope's event has them."""

from __future__ import annotations

from harness.checking.resolve.fields import Field
from harness.checking.resolve.parts import part_of_event
from harness.checking.resolve.scopes import Scoped
from harness.model import Unknown, Unreadable
from harness.names import Names
from harness.truth.on_the_way import keys_of, metres_of
from harness.values import Unread
from harness.values.on_the_way import read_point, read_stretch


def point_on_the_way(names: Names, scoped: Scoped, printed: str, field: str) -> str | Unknown | Unreadable:
    """The point under the first of the names that results keep it by; as it stands where no event is told."""
    event, point = scoped.event, read_point(printed)
    if event is not None and names.truth.parts_of.get(event.id):
        part = part_of_event(names, event.id, printed, field) if isinstance(point, Unread) else point
        if not isinstance(part, str):
            return part
        keys = keys_of(names.truth, event.id, False, part)
        return keys[0] if keys else Unreadable(field, f"{printed!r} is no part of {event.name}, nor a number of them")
    if isinstance(point, Unread):
        return Unreadable(field, point.why)
    if event is None or event.metres is None:
        return point
    indoor = is_indoor(names, scoped)
    metres = metres_of(names.truth, event.id, indoor, point)
    if metres is None or not 0 < metres < event.metres:
        return Unreadable(field, f"{printed!r} is not on the way in {event.name}")
    return keys_of(names.truth, event.id, indoor, point)[0]


def stretch_of_the_way(names: Names, scoped: Scoped, printed: str, field: str) -> tuple[str, str] | Unreadable:
    """Where the stretch begins and ends, in metres from the start where the event tells them."""
    stretch, event = read_stretch(printed), scoped.event
    if isinstance(stretch, Unread):
        return Unreadable(field, stretch.why)
    if event is None or event.metres is None:
        return (stretch.start, stretch.end)
    indoor = is_indoor(names, scoped)
    start, end = (metres_of(names.truth, event.id, indoor, point) for point in stretch)
    if start is None or end is None or not 0 <= start < end <= event.metres:
        return Unreadable(field, f"{printed!r} is not on the way in {event.name}")
    return ("start" if start == 0 else f"{start}m", "finish" if end == event.metres else f"{end}m")


def length_of_a_lap(names: Names, scoped: Scoped, printed: str, field: str) -> str | Unreadable:
    """A length that is counted from the start, as it stands: "400m", "1lap", "1quarter"."""
    length = read_point(printed)
    if isinstance(length, Unread) or length.startswith("-") or not length[0].isdigit():
        return Unreadable(field, f"{printed!r} is not how long a lap is, such as 400m, a lap or a quarter")
    return length


def is_indoor(names: Names, scoped: Scoped) -> bool:
    edition = names.truth.editions.get(scoped.setting.edition or "")
    return bool(scoped.setting.indoor) or (edition is not None and edition.indoor)


def part_of_the_way(field: Field, names: dict[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """The part of the way that a mark in the field is of: up to a point, or a stretch; None is all of it."""
    if field.many:
        return ("start", "")  # laps: how long each is, the kind knows
    return names.get("stretch") or names.get("at")


WAY_READERS = {"point": point_on_the_way, "stretch": stretch_of_the_way, "lap": length_of_a_lap}
