"""concise: one line for each finding that matters, `file:line:column: verdict`, as compilers print theirs."""

from __future__ import annotations

from collections.abc import Iterator

from harness.present.formats import View
from harness.present.formats._characters import one_line
from harness.present.formats._places import Places, place_of
from harness.present.formats._words import disagreement, footer, ruling, sentence, that_matter
from harness.records.model import Report

OUTLINES_WHAT_IS_RIGHT = True


def render(report: Report, view: View) -> str:
    """Mistakes, findings worst first, conflicts; then the counts, the signature and the gate line."""
    return "".join(chunks(report, view))


def chunks(report: Report, view: View) -> Iterator[str]:
    """Line by line."""
    return (f"{one_line(line)}\n" for line in _lines(report, view))


def _lines(report: Report, view: View) -> Iterator[str]:
    places = Places(report)
    for mistake in report.mistakes:
        yield f"{place_of(mistake)}: mistake: {mistake.path}: {mistake.message}"
    for finding in that_matter(report):
        yield f"{place_of(finding)}: {ruling(finding)}: [{finding.kind} {finding.claim}] {sentence(finding)}"
    for conflict in report.conflicts:
        yield f"{places.of_conflict(conflict)}: conflict: {disagreement(conflict, places.texts)}"
    yield from footer(report, view.figures).values()
