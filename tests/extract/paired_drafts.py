"""Drafts in two versions, right and with errors: `[right|wrong]` is a place of an error in the template."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import harness
from harness.extract import SourceArticle, extract
from harness.records.model import Finding

_PLACE = re.compile(r"\[([^|\]]+)\|([^|\]]+)\]")


class ErrorPlace(NamedTuple):
    """Where an error may stand in a version of the text, and what is right there."""

    start: int
    end: int
    right: str


class PairedDraft(NamedTuple):
    """A draft with the places of its errors, as it was to be published on a day."""

    name: str
    published: str
    template: str

    def version(self, side: int) -> tuple[str, list[ErrorPlace]]:
        """The text with the first (right) or second (wrong) of each pair, and where these stand."""
        text, places, end = "", [], 0
        for match in _PLACE.finditer(self.template):
            text += self.template[end : match.start()]
            places.append(ErrorPlace(len(text), len(text) + len(match[side]), match[1]))
            text, end = text + match[side], match.end()
        return text + self.template[end:], places


def checked(draft: PairedDraft, side: int, pack: Path | None = None) -> tuple[list[Finding], list[ErrorPlace]]:
    """What a check finds in a version that the rules have read, with the names and facts of the pack."""
    text, places = draft.version(side)
    article = SourceArticle(
        id=draft.name, title=draft.name, publisher="Arden Post", published=draft.published, text=text
    )
    document = extract("rules", article, {"lexicon": str(pack)} if pack else {}).document
    assert document is not None
    return list(harness.check([document], truth=pack).findings), places


def rights_at(finding: Finding, places: list[ErrorPlace]) -> list[str]:
    """What is right at the places of errors that the finding's quote touches."""
    return [place.right for place in places if place.start < finding.end and finding.start < place.end]


def wrong_corrections(draft: PairedDraft, pack: Path | None = None) -> list[str]:
    """The errors found in the wrong version that are none, and the corrections that do not say what is right there."""
    findings, places = checked(draft, 2, pack)
    wrong = []
    for finding in findings:
        if finding.verdict == "refuted" or finding.suggestion:
            right = rights_at(finding, places)
            if not right:
                wrong.append(f"{finding.quote} is right")
            elif finding.suggestion and not any(part in finding.suggestion for part in right):
                wrong.append(finding.suggestion)
    return wrong


def errors_told(drafts: Iterable[PairedDraft], pack: Path | None = None) -> tuple[int, int]:
    """How many of the errors in the wrong versions are told, as errors or to be checked, and how many there are."""
    planted = told = 0
    for draft in drafts:
        findings, places = checked(draft, 2, pack)
        planted += len(places)
        told += sum(is_told(place, findings) for place in places)
    return told, planted


def is_told(place: ErrorPlace, findings: list[Finding]) -> bool:
    """Whether a finding at the place is an error, or is to be checked."""
    flagged = (finding for finding in findings if finding.verdict == "refuted" or finding.contradicted_as_read)
    return any(place.start < finding.end and finding.start < place.end for finding in flagged)
