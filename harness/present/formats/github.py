"""github: workflow commands, which GitHub shows as annotations beside the lines of a pull request.

A host shows ten errors, ten warnings and ten notices a step, so the worst come first, and the very first says how the
gate went and how many there are of what: the rest stands in the step's log.
https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator

from harness.present.formats import View
from harness.present.formats._characters import one_line
from harness.present.formats._places import ClaimLocation, Places, path_from, place_of
from harness.present.formats._words import (
    because,
    disagreement,
    level,
    reading,
    ruling,
    said,
    scores,
    tally,
    that_matter,
)
from harness.records.model import Finding, Report

OUTLINES_WHAT_IS_RIGHT = True
_SHOWN = 10
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, view: View) -> str:
    """The summary, then all errors, warnings and notices, each sort worst first; a command a line."""
    return "".join(chunks(report, view))


def chunks(report: Report, view: View) -> Iterator[str]:
    """Line by line."""
    number = len(report.mistakes) + len(report.conflicts) + len(that_matter(report))
    loud = "notice" if report.gate.passed else "error"
    yield _command(loud, report.gate.message, _summary(report, view, number)) + "\n"
    places = Places(report)
    for name in ("error", "warning", "notice"):
        for command in _annotations(report, view, places, name):
            yield command + "\n"


def _annotations(report: Report, view: View, places: Places, name: str) -> Iterator[str]:
    """The annotations of one sort."""
    if name == "error":
        for mistake in report.mistakes:
            yield _command("error", "mistake in a file", f"{mistake.path}: {mistake.message}", place_of(mistake), view)
    for conflict in report.conflicts:
        if name == ("notice" if conflict.waiver else "warning"):
            text = disagreement(conflict, places.texts)
            yield _command(name, "conflict", text, places.of_conflict(conflict), view)
    for finding in that_matter(report):
        if name == _name(finding):
            title = f"{ruling(finding)}: {finding.kind} {finding.claim}"
            yield _command(name, title, "\n".join([said(finding), *because(finding)]), place_of(finding), view)


def _name(finding: Finding) -> str:
    return "notice" if finding.waiver else _COMMANDS[level(finding)]


def _summary(report: Report, view: View, number: int) -> str:
    lines = [tally(report), scores(report), *reading(report, view.figures), f"signature: {report.signature}"]
    if number > _SHOWN:
        lines.append(f"{number} annotations: GitHub shows {_SHOWN} of each sort, the log of this step has all")
    return "\n".join(lines)


def _command(name: str, title: str, message: str, place: ClaimLocation | None = None, view: View | None = None) -> str:
    properties = {"title": title}
    if place and view and place.file:
        properties = {"file": path_from(view, place.file), **properties}
        if place.line:
            properties |= {"line": str(place.line), "col": str(place.column)}
    inside = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {inside}::{_data(message)}"


def _data(text: str) -> str:
    lines = "\n".join(map(one_line, text.splitlines()))
    return lines.replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
