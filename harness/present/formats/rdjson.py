"""rdjson: reviewdog's diagnostic format, to comment on a review wherever reviewdog can.

Columns are bytes of UTF-8 there, counted from 1: a claim's column is counted again on its line, and left out where the
line is not at hand. Readers refuse keys they do not know, so the counts and the gate line are a last diagnostic.
https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from harness.present.formats import View
from harness.present.formats._characters import unturned
from harness.present.formats._documents import ITEMS, document_of
from harness.present.formats._places import NOWHERE, ClaimLocation, Places, path_from, place_of, some_file
from harness.present.formats._words import because, disagreement, footer, level, ruling, said, that_matter
from harness.records.model import Finding, Report

OUTLINES_WHAT_IS_RIGHT = True
_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report, view: View) -> str:
    """One result; mistakes first, findings worst first, conflicts, and the report as a whole."""
    return "".join(chunks(report, view))


def chunks(report: Report, view: View) -> Iterator[str]:
    """Diagnostic by diagnostic."""
    return document_of({"source": {"name": "harness"}, "diagnostics": ITEMS}, _diagnostics(report, view))


def _diagnostics(report: Report, view: View) -> Iterator[dict[str, Any]]:
    places = Places(report)
    for mistake in report.mistakes:
        message = f"{mistake.path}: {mistake.message}"
        yield _diagnostic("mistake", message, "ERROR", place_of(mistake), view)
    for finding in that_matter(report):
        message = "\n".join([f"{ruling(finding)}: {said(finding)}", *because(finding)])
        yield _diagnostic(finding.kind, message, _severity(finding), place_of(finding), view)
    for conflict in report.conflicts:
        first = _diagnostic(
            "conflict", disagreement(conflict, places.texts), "WARNING", places.of_conflict(conflict), view
        )
        others = [(ref, places.of_claim(ref)) for ref in conflict.claims[1:]]
        related = [
            {"message": ref.claim, "location": _location(place, view)} for ref, place in others if place != NOWHERE
        ]
        yield {**first, "related_locations": related}
    severity = "INFO" if report.gate.passed else "ERROR"
    whole = "\n".join(footer(report, view.figures).values())
    yield _diagnostic("gate", whole, severity, ClaimLocation(some_file(report), 0, 0), view)


def _diagnostic(code: str, message: str, severity: str, place: ClaimLocation, view: View) -> dict[str, Any]:
    return {
        "message": unturned(message),
        "location": _location(place, view),
        "severity": severity,
        "code": {"value": code},
    }


def _severity(finding: Finding) -> str:
    return "INFO" if finding.waiver else _SEVERITIES[level(finding)]


def _location(place: ClaimLocation, view: View) -> dict[str, Any]:
    location: dict[str, Any] = {"path": path_from(view, place.file)}
    if place.line:
        location["range"] = {"start": {"line": place.line, **_byte_column(place, view)}}
    return location


def _byte_column(place: ClaimLocation, view: View) -> dict[str, int]:
    before = view.line_of(place.file, place.line)[: place.column - 1]
    return {"column": len(before.encode()) + 1} if len(before) == place.column - 1 else {}
