"""Points during an event: distances, laps, the bell, and the parts of a combined event.

A point in a claim may be recorded under several names: in a 1500 m outdoors "the bell" and "400m to go" are "1100m".
"""

from __future__ import annotations

import re
from itertools import count, takewhile

from harness.truth.index import Truth
from harness.truth.pack import Event
from harness.truth.results import Result
from harness.values import Range, exactly, minus

_METRES = re.compile("([1-9][0-9]*)m")
_QUARTERS = re.compile("([1-4])quarter")
_LAPS = re.compile("([1-9][0-9]?)lap")
OUTDOOR_LAP, INDOOR_LAP = 400, 200
NOT_TWICE_A_DAY = 3000  # metres: who was timed so far on the way ran no race of it on the same day


def time_at(truth: Truth, result: Result, point: str) -> Range | None:
    """The time (in a combined event the points) at the point; the mark at the finish; None if it is not recorded."""
    if point == "start":
        return exactly(0)
    if point == "finish":
        return result.mark
    if metres_of(truth, result.event, result.indoor, point) == truth.events[result.event].metres is not None:
        return result.mark
    keys = keys_of(truth, result.event, result.indoor, point)
    split = next((result.splits[key] for key in keys if key in result.splits), None)
    return split or _time_entered_as_race(truth, result, point)


def _time_entered_as_race(truth: Truth, result: Result, point: str) -> Range | None:
    """The time at the point, where it was entered as a race of that length: a mark taken on the way that day.

    It is of this race only where nobody runs another one on the same day that goes beyond the point: of a great length,
    or of about the same one, sprints left aside.
    """
    whole, metres = truth.events[result.event].metres, metres_of(truth, result.event, result.indoor, point)
    if whole is None or metres is None or not _is_passed_once_a_day(metres, whole):
        return None
    that_day = [one for one in truth.by_athlete.get(result.athlete, ()) if one.date == result.date]
    longer = [one for one in that_day if not one.en_route and (truth.events[one.event].metres or 0) > metres]
    taken = {
        one.mark
        for one in that_day
        if one.en_route and truth.events[one.event].metres == metres and one.annulled is None
    }
    return taken.pop() if len(taken) == 1 and longer == [result] and result.date.low == result.date.high else None


def _is_passed_once_a_day(metres: int, whole: int) -> bool:
    return metres >= NOT_TWICE_A_DAY or (metres > 2 * OUTDOOR_LAP and whole * 3 <= metres * 4)


def time_between(truth: Truth, result: Result, start: str, end: str) -> Range | None:
    """The time for the section; None if one of its ends is not recorded."""
    ends = time_at(truth, result, start), time_at(truth, result, end)
    if ends[0] is None or ends[1] is None:
        return None
    return ends[1] if start == "start" else minus(ends[1], ends[0])


def place_at(truth: Truth, result: Result, point: str, as_of: int) -> Range | None:
    """The place at the point; at the finish the official one."""
    if point == "finish":
        return result.place_as_of(as_of)
    keys = keys_of(truth, result.event, result.indoor, point)
    return next((exactly(result.order[key]) for key in keys if key in result.order), None)


def behind_others_at(truth: Truth, result: Result, point: str, as_of: int) -> tuple[Result, ...]:
    """Those of the same race who had the first places at the point, in order: of the others nobody was so far ahead.

    Each place at a point is one athlete's (the lint sees to it).
    """
    placed = {}
    for rival in truth.race(result):
        place = place_at(truth, rival, point, as_of) if rival.exists(as_of) else None
        if place is not None and place.low is not None and place.low == place.high:
            placed[place.low] = rival
    first = takewhile(lambda place: place in placed, count(1))
    return tuple(placed[place] for place in first)


def on_the_way(truth: Truth, event: Event, at: str) -> bool:
    """Whether a result of the event can have a split or an order at the point."""
    parts = truth.parts_of.get(event.id, ())
    if parts:
        return at in parts
    if (metres := _METRES.fullmatch(at)) is not None:
        return event.metres is None or int(metres[1]) < event.metres
    return at == "bell" or _LAPS.fullmatch(at) is not None


def keys_of(truth: Truth, event: str, indoor: bool, point: str) -> tuple[str, ...]:
    """The names under which a result may record the point (`values.on_the_way.read_point`), the likeliest first."""
    contest = truth.events[event]
    parts = truth.parts_of.get(event, ())
    if parts:
        return _after_part(truth, parts, point)
    lap = contest.lap or (INDOOR_LAP if indoor else OUTDOOR_LAP)
    metres = _metres_of(point, contest.metres, lap)
    names = [f"{metres}m"] if metres else []
    if metres and metres % lap == 0:
        names.append(f"{metres // lap}lap")
    if point == "-1lap" or (contest.metres is not None and metres == contest.metres - lap):
        names.append("bell")
    return tuple(names)


def metres_of(truth: Truth, event: str, indoor: bool, point: str) -> int | None:
    """The distance of the point from the start; 0 is the start, the event's own distance the finish."""
    contest = truth.events[event]
    if point == "start":
        return 0
    if point == "finish":
        return contest.metres
    return _metres_of(point, contest.metres, contest.lap or (INDOOR_LAP if indoor else OUTDOOR_LAP))


def _metres_of(point: str, whole: int | None, lap: int) -> int | None:
    if (quarters := _QUARTERS.fullmatch(point)) is not None:
        return None if whole is None else round(whole * int(quarters[1]) / 4)
    match = re.fullmatch("(-?)([0-9]+)(m|lap)", point)
    if match is None:
        return None
    metres = int(match[2]) * (lap if match[3] == "lap" else 1)
    if not match[1]:
        return metres
    return whole - metres if whole is not None and metres < whole else None


def _after_part(truth: Truth, parts: tuple[str, ...], point: str) -> tuple[str, ...]:
    """The part of a combined event that was just over."""
    if point in parts:
        return (point,)
    if (counted := re.fullmatch("([0-9]+)part", point)) is not None and 0 < int(counted[1]) <= len(parts):
        return (parts[int(counted[1]) - 1],)
    if (day := re.fullmatch("day([0-9])", point)) is not None:
        of_day = [part for part in parts if truth.events[part].day == int(day[1])]
        return (of_day[-1],) if of_day else ()
    return ()
