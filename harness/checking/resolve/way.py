"""Points and sections of a race, as defined by the scope's event."""

from __future__ import annotations

from harness.checking.resolve.fields import Field
from harness.checking.resolve.parts import part_of_event
from harness.checking.resolve.scopes import Scoped
from harness.names import Names
from harness.records.model import Unknown, Unreadable
from harness.truth.on_the_way import keys_of, metres_of
from harness.truth.teams import is_relay, number_of_legs
from harness.values import Unread
from harness.values.number_words import ordinal_number, whole_number
from harness.values.on_the_way import read_point, read_stretch, without_lead
from harness.values.scores import read_score

_WITHOUT_A_WAY = frozenset({"distance", "height"})
_LEGS = {"lead-off": 1, "leadoff": 1, "lead off": 1, "opening": 1}
_LAST = frozenset({"anchor", "last", "final", "closing", "home"})


def point_on_the_way(names: Names, scoped: Scoped, printed: str, field: str) -> str | Unknown | Unreadable:
    """The point under the first of the names by which results record it; unchanged if no event is given."""
    event, point = scoped.event, read_point(printed)
    if event is not None and names.truth.parts_of.get(event.id):
        part = part_of_event(names, event.id, without_lead(printed), field)
        if not isinstance(part, str) and isinstance(point, Unread):
            return part
        part = part if isinstance(part, str) else str(point)  # "the 200m" is a part, "two events" is none
        keys = keys_of(names.truth, event.id, False, part)
        return keys[0] if keys else Unreadable(field, f"{printed!r} is no part of {event.name}, nor a number of them")
    if isinstance(point, Unread):
        return Unreadable(field, point.why)
    if event is not None and event.measure in _WITHOUT_A_WAY:
        return Unreadable(field, f"{event.name} is not a race: it has no points on the way")
    if event is None or event.metres is None:
        return point
    indoor = is_indoor(names, scoped)
    metres = metres_of(names.truth, event.id, indoor, point)
    if metres is None or not 0 < metres < event.metres:
        return Unreadable(field, f"{printed!r} is not on the way in {event.name}")
    return keys_of(names.truth, event.id, indoor, point)[0]


def stretch_of_the_way(names: Names, scoped: Scoped, printed: str, field: str) -> tuple[str, str] | Unreadable:
    """The start and the end of the section, in metres from the start if the event defines them."""
    stretch, event = read_stretch(printed), scoped.event
    if isinstance(stretch, Unread):
        return Unreadable(field, stretch.why)
    if event is not None and event.measure in _WITHOUT_A_WAY:
        return Unreadable(field, f"{event.name} is not a race: it has no stretches")
    if event is None or event.metres is None:
        return (stretch.start, stretch.end)
    indoor = is_indoor(names, scoped)
    start, end = (metres_of(names.truth, event.id, indoor, point) for point in stretch)
    if start is None or end is None or not 0 <= start < end <= event.metres:
        return Unreadable(field, f"{printed!r} is not on the way in {event.name}")
    return ("start" if start == 0 else f"{start}m", "finish" if end == event.metres else f"{end}m")


def length_of_a_lap(names: Names, scoped: Scoped, printed: str, field: str) -> str | Unreadable:
    """A length that is counted from the start, unchanged: "400m", "1lap", "1quarter"."""
    if scoped.event is not None and scoped.event.measure in _WITHOUT_A_WAY:
        return Unreadable(field, f"{scoped.event.name} is not a race: it has no laps")
    length = read_point(printed)
    if isinstance(length, Unread) or length.startswith("-") or not length[0].isdigit():
        return Unreadable(field, f"{printed!r} is not how long a lap is, such as 400m, a lap or a quarter")
    return length


def leg_of_the_relay(names: Names, scoped: Scoped, printed: str, field: str) -> str | Unknown | Unreadable:
    """The number of the leg; "own" if the words leave open which one the athlete ran."""
    event, text = scoped.event, " ".join(printed.lower().removeprefix("the ").removesuffix(" leg").split())
    if event is not None and not is_relay(event):
        return Unreadable(field, f"{event.name} is not a relay: it has no legs")
    legs = number_of_legs(event) if event is not None else None
    if text in _LAST and legs is None:
        return Unknown("the ground truth does not say how many legs the relay has", "legs of the relay")
    number = legs if text in _LAST else _LEGS.get(text) or ordinal_number(text) or whole_number(text)
    if text == "own" or not number:
        return text if text == "own" else Unreadable(field, f"{printed!r} is no leg: anchor, lead-off, third or own")
    if event is not None and legs is not None and number > legs:
        return Unreadable(field, f"{event.name} has {legs} legs, and none that is {printed!r}")
    return str(number)


def score_of_a_match(names: Names, scoped: Scoped, printed: str, field: str) -> tuple[str, ...] | Unreadable:
    """The points of both sides, in whole numbers; an event that is timed or measured has no such score."""
    event = scoped.event
    if event is not None and event.measure != "points":
        units = {"time": "seconds"}.get(event.measure, "metres")
        return Unreadable(field, f"{printed!r} is a score, and {event.name} is measured in {units}")
    score = read_score(printed)
    return Unreadable(field, score.why) if isinstance(score, Unread) else (str(score),)


def is_indoor(names: Names, scoped: Scoped) -> bool:
    edition = names.truth.editions.get(scoped.setting.edition or "")
    return bool(scoped.setting.indoor) or (edition is not None and edition.indoor)


def part_of_the_way(field: Field, names: dict[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """The part of the race that a mark in the field covers: up to a point, or a section; None is all of it."""
    if field.many or "leg" in names:
        return ("start", "")  # laps: how long each is, the kind knows; how long a leg is, the relay
    return names.get("stretch") or names.get("at")


WAY_READERS = {
    "point": point_on_the_way, "stretch": stretch_of_the_way, "lap": length_of_a_lap, "leg": leg_of_the_relay,
    "score": score_of_a_match,
}  # fmt: skip
