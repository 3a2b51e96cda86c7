"""github: workflow commands, which GitHub shows as annotations beside the lines of a pull request.

A host shows ten errors, ten warnings and ten notices a step, so the worst come first, and the very first says how the
gate went and how many there are of what: the rest stands in the step's log.
https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator

from harness.model import Finding, Report
from harness.present.formats import View
from harness.present.formats._characters import one_line
from harness.present.formats._places import Place, Places, path_from, place_of
from harness.present.formats._words import because, disagreement, level, ruling, said, scores, tally, that_matter

_SHOWN = 10
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, view: View) -> str:
    """The summary, then all errors, warnings and notices, each sort worst first; a command a line."""
    listed = sorted(_annotations(report, view), key=_loudness)
    summary = _command("notice" if report.gate.passed else "error", report.gate.message, _summary(report, listed))
    return "\n".join([summary, *listed]) + "\n"


def _annotations(report: Report, view: View) -> Iterator[str]:
    places = Places(report)
    for mistake in report.mistakes:
        yield _command("error", "mistake in a file", f"{mistake.path}: {mistake.message}", place_of(mistake), view)
    for conflict in report.conflicts:
        loud = "notice" if conflict.waiver else "warning"
        yield _command(loud, "conflict", disagreement(conflict, places.texts), places.of_conflict(conflict), view)
    for finding in that_matter(report):
        title = f"{ruling(finding)}: {finding.kind} {finding.claim}"
        yield _command(_name(finding), title, "\n".join([said(finding), *because(finding)]), place_of(finding), view)


def _loudness(command: str) -> int:
    return ("::error", "::warning", "::notice").index(command.split(" ")[0])


def _name(finding: Finding) -> str:
    return "notice" if finding.waiver else _COMMANDS[level(finding)]


def _summary(report: Report, listed: list[str]) -> str:
    lines = [tally(report), scores(report), f"signature: {report.signature}"]
    if len(listed) > _SHOWN:
        lines.append(f"{len(listed)} annotations: GitHub shows {_SHOWN} of each sort, the log of this step has all")
    return "\n".join(lines)


def _command(name: str, title: str, message: str, place: Place | None = None, view: View | None = None) -> str:
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
