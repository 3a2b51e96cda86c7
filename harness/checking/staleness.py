"""Since when a claim is no longer true: what was true on the article's day and is not on the day asked for."""

from __future__ import annotations

from msgspec.structs import replace

from harness.checking.readings import Resolver
from harness.checking.verdict import Verifier
from harness.claims.claim import Claim
from harness.records.model import Assertion, Finding
from harness.values import exactly, show


def with_turning_point(finding: Finding, claim: Claim, words: Resolver, verifier: Verifier, as_of: int) -> Finding:
    """The finding, with the day on which a claim that was right in its article became wrong.

    `words` resolve the claim as of its own date; the days after it are tried one by one.
    """
    if finding.verdict != "refuted":
        return finding
    before = verifier.judge(claim, words)
    if before.ruling.verdict != "supported":
        return finding
    if not before.assertions:  # several readings, each with a history of its own
        return finding
    start = min(assertion.as_of for assertion in before.assertions)
    for day in range(start + 1, as_of + 1):
        if any(_refuted(verifier, assertion, day) for assertion in before.assertions):
            first, last = (show(exactly(number), "date") for number in (start, day))
            since = f"true on {first}, no longer since {last}"
            return replace(finding, notes=(*finding.notes, "stale"), message=f"{finding.message}; {since}")
    return finding


def _refuted(verifier: Verifier, assertion: Assertion, day: int) -> bool:
    return verifier.weigh(replace(assertion, as_of=day)).verdict == "refuted"
