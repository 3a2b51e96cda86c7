"""How a finding is presented to an editor, by sign and word, and a summary of findings in one sentence.

No verdict is made here. The statuses are the report's verdicts, with three distinctions among undecided claims: if the
ground truth knows something, it is the editor's to decide; if it is contradicted as a machine read it, it is to be
checked; if nothing is known, it is not covered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from harness.records.model import Finding, Judged
from harness.values import Label, Location, Range, as_printed


class ClaimStatus(msgspec.Struct, frozen=True, gc=False):
    """`name` is its class on the page; no status is shown by colour alone."""

    name: str
    sign: str
    word: str
    meaning: str


ERROR = ClaimStatus("error", "✗", "error", "the official results say otherwise")
CHECK_THIS = ClaimStatus("check", "≠", "check this", "as a machine read it, the official results say otherwise")
TO_DECIDE = ClaimStatus("decide", "?", "to decide", "the official results neither confirm it nor rule it out")
UNREADABLE = ClaimStatus("unreadable", "!", "unreadable", "the claim file is at fault: its figure could not be read")
NOT_COVERED = ClaimStatus("uncovered", "○", "not covered", "the ground truth holds nothing on it")
CONFIRMED = ClaimStatus("confirmed", "✓", "confirmed", "the official results agree")
NOT_CHECKABLE = ClaimStatus("outside", "–", "not checkable", "not a matter of results: left to the editor")

WORST_FIRST = (ERROR, CHECK_THIS, TO_DECIDE, UNREADABLE, NOT_COVERED, CONFIRMED, NOT_CHECKABLE)
SEVERITIES = ("high", "medium", "low", None)
_BY_VERDICT = {
    "refuted": ERROR, "supported": CONFIRMED, "not_checkable": NOT_CHECKABLE, "unreadable": UNREADABLE,
}  # fmt: skip


def standing(finding: Finding) -> ClaimStatus:
    """The finding's standing."""
    if finding.verdict in _BY_VERDICT:
        return _BY_VERDICT[finding.verdict]
    if finding.contradicted_as_read:
        return CHECK_THIS
    judged = deciding(finding)
    return TO_DECIDE if finding.read_as or (judged is not None and _says_something(judged)) else NOT_COVERED


def deciding(finding: Finding) -> Judged | None:
    """The assertion that the verdict comes from, None if nothing was judged."""
    return next((judged for judged in finding.judged if judged.verdict == finding.verdict), None)


def at_issue(finding: Finding) -> Judged | None:
    """The assertion to comment on: the deciding one; for a right claim with a slip, the one with the slip."""
    if finding.verdict == "supported" and finding.suggestion:
        for judged in finding.judged:
            if judged.printed and _slip(judged) == finding.suggestion:
                return judged
    return deciding(finding)


def _slip(judged: Judged) -> str:
    """What a misprint should have been."""
    return (
        as_printed(judged.found, judged.measure, judged.printed, judged.claimed, judged.step)
        if judged.found is not None
        else ""
    )


def printed_figure(finding: Finding) -> str:
    """What the article prints for the assertion at issue."""
    judged = at_issue(finding)
    return finding.claimed if judged is None or judged is deciding(finding) else judged.printed


def badness(finding: Finding) -> tuple[int, int, int]:
    """A key that sorts the worst first: by standing, then severity, what is waived after what is new."""
    return (
        WORST_FIRST.index(standing(finding)),
        int(finding.waiver is not None),
        SEVERITIES.index(finding.severity),
    )


def tally(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings have each standing, by its name."""
    counted = {one.name: 0 for one in WORST_FIRST}
    for finding in findings:
        counted[standing(finding).name] += 1
    return counted


def headline(findings: Sequence[Finding]) -> str:
    """ "3 errors, 1 to decide, 2 not covered, 47 confirmed": everything that results can decide."""
    counted = tally(findings)
    waived = sum(1 for finding in findings if finding.verdict == "refuted" and finding.waiver is not None)
    parts = [
        many(counted[ERROR.name], "error") + (f" ({waived} waived)" if waived else ""),
        f"{counted[TO_DECIDE.name]} to decide",
        f"{counted[NOT_COVERED.name]} not covered",
        f"{counted[CONFIRMED.name]} confirmed",
    ]
    if counted[CHECK_THIS.name]:
        parts.insert(1, f"{counted[CHECK_THIS.name]} to check")
    if counted[UNREADABLE.name]:
        parts.insert(1, f"{counted[UNREADABLE.name]} unreadable")
    return ", ".join(parts)


def many(number: int, noun: str) -> str:
    """ "1 error", "2 errors"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _says_something(judged: Judged) -> bool:
    """Of a count, "at least 0" is no knowledge."""
    known = judged.found
    if not isinstance(known, Range):
        return known is not None and known not in (Label(frozenset()), Location())
    return known.high is not None or (known.low is not None and (known.low > 0 or judged.measure == "date"))
