"""What every kind declares besides its code, held whole by the table in `declared.txt`: how grave an error is, what the
article's subject fills in, which errors can be planted, and how each attribute is told.

A line on a claim begins with what it has otherwise than the example of its manual page.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from weighing import decode, the_kind

from harness.kind import Kind
from harness.kinds import kinds

DECLARED = Path(__file__).with_name("declared.txt")

# Claims of a kind that differ in what a kind declares of them, as changes of its example.
OTHERWISE: dict[str, list[dict[str, Any]]] = {
    "medal": [{"medal": "gold"}, {"medal": "silver"}, {"medal": "any"}],
    "place": [{"place": 1}, {"place": "second"}, {"place": "on the podium"}, {"place": None}],
    "mark": [{"mark": "sub-3:30"}, {"mark": None}],
    "only": [{"feat": {"mark": "sub-3:30"}}, {"feat": {"medal": "gold", "mark": "sub-3:30"}}],
    "since": [{"feat": {"mark": "sub-3:30"}}, {"feat": {"medal": "any", "mark": "sub-3:30"}}],
    "rank": [{"of": "performances"}, {"of": "nations"}],
    "record": [{"number": 1}, {"number": "third"}],
    "title": [{"time": "second"}, {"status": "retained"}],
    "medal_count": [{"medal": "any"}],
}


def example(kind: str) -> dict[str, Any]:
    """The example of the kind's manual page, as data."""
    text = the_kind(kind).manual.partition("## Example")[2].partition("## Source")[0]
    claim = json.loads(text)
    assert isinstance(claim, dict)
    return claim


def yes(flag: object) -> str:
    return "yes" if flag else "no"


def lines(name: str, kind: Kind[Any]) -> Iterator[str]:
    """What a kind declares, in lines to be read."""
    plants, timetable = kind.plants, ["known before a race is run"] * kind.timetable
    severity = "by what is claimed and known" if callable(kind.severity) else kind.severity
    yield name
    yield f"  severity: {severity}"
    yield from (f"  {flag}" for flag in (*timetable, *["in finals"] * kind.in_finals, *["open"] * (not kind.checkable)))
    yield f"  planted: number {plants.number or 'none'}, scope {yes(plants.scope)}, race {yes(plants.race)}"
    for otherwise in ({}, *OTHERWISE.get(name, [])):
        claim = {field: value for field, value in (example(name) | otherwise).items() if value is not None}
        words = json.dumps(otherwise) if otherwise else "the example"
        filled = " ".join(kind.about(decode(claim))) or "nothing"
        yield f"  {words}: of one athlete only: {yes(plants.of_one(claim))}; from the article's subject: {filled}"
    for attribute, told in kind.attributes.items():
        headed = [f"headed {told.heading!r}"] * bool(told.heading)
        wrong = [f"if wrong {told.difference!r}"] * (told.difference != "another name")
        flags = [flag for flag in ("shareable", "one_race") if getattr(told, flag)]
        yield "  - " + ", ".join([attribute, *headed, *wrong, *flags])


def test_what_each_kind_declares() -> None:
    """HARNESS_WRITE_GOLDEN=1 writes the table anew: read the difference before it is committed."""
    assert set(OTHERWISE) <= set(kinds())
    declared = "\n".join("\n".join(lines(name, kind)) + "\n" for name, kind in kinds().items())
    if os.environ.get("HARNESS_WRITE_GOLDEN"):
        DECLARED.write_text(declared, encoding="utf-8", newline="")
    assert declared == DECLARED.read_bytes().decode(), "HARNESS_WRITE_GOLDEN=1 with this test writes it"
