"""Events that no catalogue knows: their measure and the band of plausible marks, from the marks of the table."""

from __future__ import annotations

import re
from typing import Any

from harness.names import fold
from harness.truth.pack import Event

_SEX = re.compile(r"\b(?:men|women|mixed)(?:['’]?s)?\b", re.IGNORECASE)  # an event is of both, a race of one
_ID = re.compile(r"[^a-z0-9]+")


_SPORT = re.compile(r"athletics[ :,-]+|swimming[ :,-]+(?=.*\b(?:freestyle|backstroke|breaststroke|butterfly|medley)\b)",
                    re.IGNORECASE)  # fmt: skip
_TWICE = re.compile(r"(?P<name>\w[\w -]*?) (?P<sex>(?:(?:men|women)(?:'s)?|mixed) )?(?P=name)", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3}\b)")
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


def measure_of(marks: list[str]) -> dict[str, Any]:
    """How the marks of a new event are written, and the band that holds them all with room on both sides."""
    from harness.values import Unread, read_mark

    clocks = sum(":" in mark for mark in marks)
    measure = "time" if clocks * 2 > len(marks) else "points"
    if measure == "points" and any("." in mark for mark in marks):
        measure = "distance" if all(mark.rstrip("m").replace(".", "").isdigit() for mark in marks) else "time"
    read = [read_mark(mark, measure) for mark in marks]
    exact = [figure.exact for figure in read if not isinstance(figure, Unread) and figure.exact is not None]
    better = "lower" if measure == "time" else "higher"
    if not exact:
        return {"measure": "points", "better": "higher", "plausible": ["0", "100000"]}
    lowest, highest = min(exact) * 4 // 5, max(exact) * 3 // 2
    ends = [_written(end, measure) for end in (lowest, highest)]
    return {"measure": measure, "better": better, "plausible": ends}


def _written(units: int, measure: str) -> str:
    if measure == "time":
        hours, rest = divmod(units // 1000, 3600)
        return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
    return str(units) if measure == "points" else f"{units // 1000}.{units % 1000 // 10:02}"


def as_event(row: dict[str, Any]) -> Event:
    return Event(
        id=row["id"], name=row["name"], measure=row["measure"], better=row["better"],
        plausible=(row["plausible"][0], row["plausible"][1]), metres=row.get("metres"),
    )  # fmt: skip
