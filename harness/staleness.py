"""Since when a claim no longer holds: what was true on the article's day and is not on the day that was asked for."""

from __future__ import annotations

from msgspec.structs import replace

from harness.claim import Claim
from harness.model import Finding
from harness.verify import Verifier, Words, show_day


def with_turning_point(finding: Finding, claim: Claim, words: Words, verifier: Verifier, as_of: int) -> Finding:
    """The finding, with the day on which a claim that its article got right turned wrong.

    `words` read the claim on its own date; only days on which something happened in the ground truth are tried.
    """
    if finding.verdict != "refuted" or not finding.judged:
        return finding
    before = verifier.check(claim, words, finding.article)
    if before.finding.verdict != "supported":
        return finding
    start = min(assertion.as_of for assertion in before.assertions)
    happenings = sorted({one.date.high for one in verifier.truth.results if one.date.high is not None})
    for day in happenings:
        if start < day <= as_of:
            moved = [replace(assertion, as_of=day) for assertion in before.assertions]
            if any(verifier.weigh(assertion).verdict == "refuted" for assertion in moved):
                said = f"true on {show_day(start)}, no longer since {show_day(day)}"
                return replace(finding, notes=(*finding.notes, "stale"), message=f"{finding.message}; {said}")
    return finding
