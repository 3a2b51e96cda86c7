"""Events that are not in the catalogue: their measure and the range of plausible marks, from the marks of the table."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import Any, NamedTuple

from harness.names import fold
from harness.truth.pack import Event
from harness.values import Unread, read_mark

_SEX = re.compile(r"\b(?:men|women|mixed)(?:['’]?s)?\b", re.IGNORECASE)  # an event is of both, a race of one
_ID = re.compile(r"[^a-z0-9]+")


_SPORT = re.compile(r"athletics[ :,-]+|swimming[ :,-]+(?=.*\b(?:freestyle|backstroke|breaststroke|butterfly|medley)\b)",
                    re.IGNORECASE)  # fmt: skip
_TWICE = re.compile(r"(?P<name>\w[\w -]*?) (?P<sex>(?:(?:men|women)(?:'s)?|mixed) )?(?P=name)", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}\b)")
_FIGURE = re.compile(r"[0-9]+(?:[:.,][0-9]+)*")
_NO_HOURS = re.compile(r"\A00?:(?=[0-9]{2}:)")
_ZEROS_OF_A_CLOCK = re.compile(r"\A0(?=[0-9]:)|(?<=\.[0-9]{3})[0-9]+\Z")
_IN_METRES = re.compile(r"[0-9] ?(?:m|cm|metres|meters)\Z")
_OF_A_LENGTH = re.compile(r"[0-9] ?(?:m|km|metres?|meters?|kilomet(?:re|er)s?|yards?|miles?)\b"
                          r"(?! (?:platform|springboard|(?:\w+ )?(?:rifle|pistol|target)))", re.IGNORECASE)  # fmt: skip
_WALK = re.compile(r"(?<!race )\bwalk\b", re.IGNORECASE)


def plain_event(text: str) -> str:
    """The event as its sport calls it: "Athletics Men's 1,500 metres" is "Men's 1500 metres", and "Football Men's
    Football" is "Men's Football". Of other sports the name stays: 500 metres on skates are no run."""
    twice = _TWICE.fullmatch(text)
    if twice is not None:
        return f"{twice['sex'] or ''}{twice['name']}"
    return _WALK.sub("race walk", _THOUSANDS.sub("", _SPORT.sub("", text, count=1)))


def slug(name: str) -> str:
    """The name as an id: "Zé Quim" is ze-quim."""
    return _ID.sub("-", fold(name).replace(" ", "-")).strip("-")


def bare_event(text: str) -> dict[str, Any]:
    name = " ".join(_SEX.sub(" ", text).split()) or text
    return {"id": slug(name), "name": name, "aliases": [text]} if name != text else {"id": slug(name), "name": name}


class SeenMark(NamedTuple):
    """A mark of a new event as a table has it: the race that it is of, and its place there."""

    text: str
    race: tuple[str, ...]
    place: str


def measure_of(name: str, marks: list[SeenMark]) -> dict[str, Any] | None:
    """How the marks of a new event are written, and the band that holds them all with room on both sides.

    None where nothing tells it: 36.33 may be seconds, metres or points, unless the places or the event's name say so.
    """
    figures = [figure for mark in marks if (figure := _figure(mark.text))]
    measure = _measure(name, marks, figures)
    if measure is None:
        return None
    read = [read_mark(figure, measure) for figure in figures]
    exact = [figure.exact for figure in read if not isinstance(figure, Unread) and figure.exact is not None]
    better = "lower" if measure == "time" else "higher"
    if not exact:
        return {"measure": "points", "better": "higher", "plausible": ["0", "100000"]}
    lowest, highest = min(exact) * 4 // 5, max(exact) * 3 // 2
    ends = [_written(end, measure) for end in (lowest, highest)]
    return {"measure": measure, "better": better, "plausible": ends}


def _measure(name: str, marks: list[SeenMark], figures: list[str]) -> str | None:
    clocks = sum(":" in figure for figure in figures)
    if clocks:
        return "time" if clocks * 2 > len(figures) or all("." in figure for figure in figures) else "points"
    if not any("." in figure for figure in figures):
        return "points"
    if any(_IN_METRES.search(mark.text) for mark in marks):
        return "distance"
    rising, falling = _by_places(marks)
    if rising != falling:
        return "time" if rising > falling else "distance"
    return "time" if _OF_A_LENGTH.search(name) else None


def _by_places(marks: list[SeenMark]) -> tuple[int, int]:
    """How often in a race the next place has a greater figure, and how often a smaller one."""
    races: dict[tuple[str, ...], list[tuple[int, float]]] = defaultdict(list)
    for mark in marks:
        figure = _figure(mark.text)
        if mark.place.isdigit() and figure.replace(".", "", 1).isdigit():
            races[mark.race].append((int(mark.place), float(figure)))
    rising = falling = 0
    for race in races.values():
        for (before, first), (after, second) in pairwise(sorted(race)):
            rising += before < after and first < second
            falling += before < after and first > second
    return rising, falling


def _figure(text: str) -> str:
    """The figure without what stands beside it, a time of day as a clock; nothing where there is none (DNF)."""
    match = _FIGURE.search(text)
    if match is None:
        return ""
    figure = _NO_HOURS.sub("", match[0].replace(",", "."))
    return _ZEROS_OF_A_CLOCK.sub("", figure) if ":" in figure else figure


def class_band(event: Event) -> tuple[str, str]:
    """The band of a class beside the open event: racing chairs are quicker than runners, lighter shots go farther,
    and some classes go slower and throw less far than anybody in the open event."""
    ends = [read_mark(end, event.measure) for end in event.plausible]
    lowest, highest = (0 if isinstance(end, Unread) else end.exact or 0 for end in ends)
    if event.measure == "time":
        return _written(lowest // 2, event.measure), _written(highest * 2, event.measure)
    return _written(lowest // 4, event.measure), _written(highest * 5 // 4, event.measure)


def _written(units: int, measure: str) -> str:
    if measure == "time":
        hours, rest = divmod(units // 1000, 3600)
        return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
    return str(units // 1000) if measure == "points" else f"{units // 1000}.{units % 1000 // 10:02}"


def as_event(row: dict[str, Any]) -> Event:
    return Event(
        id=row["id"], name=row["name"], measure=row["measure"], better=row["better"],
        plausible=(row["plausible"][0], row["plausible"][1]), metres=row.get("metres"),
    )  # fmt: skip
