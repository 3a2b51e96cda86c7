"""gitlab: a Code Quality report, which GitLab shows in a merge request as what it adds and what it resolves.

An array of issues and nothing else, each known by its fingerprint; the last one is the gate's, and carries the counts.
https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from harness.present.formats import View
from harness.present.formats._characters import one_line
from harness.present.formats._documents import ITEMS, document_of
from harness.present.formats._places import ClaimLocation, Places, path_from, place_of, some_file
from harness.present.formats._words import disagreement, footer, ruling, sentence, that_matter
from harness.records.fingerprint import conflict_fingerprint, fingerprint, mistake_fingerprint
from harness.records.model import Finding, Report

OUTLINES_WHAT_IS_RIGHT = True
_SEVERITIES = {"high": "critical", "medium": "major", "low": "minor"}


def render(report: Report, view: View) -> str:
    """Every issue, the worst first: mistakes, findings, conflicts, and the report as a whole."""
    return "".join(chunks(report, view))


def chunks(report: Report, view: View) -> Iterator[str]:
    """Issue by issue."""
    return document_of(ITEMS, _issues(report, view))


def _issues(report: Report, view: View) -> Iterator[dict[str, Any]]:
    places = Places(report)
    for mistake in report.mistakes:
        text = f"{mistake.path}: {mistake.message}"
        yield _issue("mistake", text, mistake_fingerprint(mistake), "blocker", place_of(mistake), view)
    for finding in that_matter(report):
        text = f"{ruling(finding)}: {sentence(finding)}"
        yield _issue(finding.kind, text, fingerprint(finding), _severity(finding), place_of(finding), view)
    for conflict in report.conflicts:
        place = places.of_conflict(conflict)
        yield _issue(
            "conflict", disagreement(conflict, places.texts), conflict_fingerprint(conflict), "minor", place, view
        )
    whole = ClaimLocation(some_file(report), 1, 1)
    yield _issue("gate", "; ".join(reversed(footer(report, view.figures).values())), "gate", "info", whole, view)


def _issue(name: str, text: str, known_by: str, severity: str, place: ClaimLocation, view: View) -> dict[str, Any]:
    return {
        "description": one_line(text),
        "check_name": name,
        "fingerprint": known_by,
        "severity": severity,
        "location": {"path": path_from(view, place.file) or ".", "lines": {"begin": max(place.line, 1)}},
    }


def _severity(finding: Finding) -> str:
    if finding.waiver or finding.verdict == "not_enough_info":
        return "info"
    return "blocker" if finding.verdict == "unreadable" else _SEVERITIES[finding.severity or "low"]
