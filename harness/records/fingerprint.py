"""How a finding is recognised from one run to the next, and what it rests on.

A finding is the same if its article, its claim's id and its quantity are the same; its line and the printed value do
not matter. Three digests tell whether its content is the same: of the claim, of the truth behind it, and of the
conclusion that the rule drew from the two. If the verdict changed and neither claim nor truth did, the rule changed.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import msgspec
from msgspec.structs import replace

from harness.records.model import Conflict, Finding, Mistake
from harness.records.waiver import Change

_ENCODER = msgspec.json.Encoder(order="deterministic")


class Digests(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True, omit_defaults=True):
    """The inputs of a finding: 16 hex digits each for the claim, the truth that it rests on, and the rule's conclusion.

    `truth` and `rule` are empty for conflicts: claims contradict each other whatever the truth is.
    """

    claim: str
    truth: str = ""
    rule: str = ""


def quantity(finding: Finding) -> str:
    """The printed key of the quantity that decided the finding; "" if nothing was judged."""
    for judged in finding.judged:
        if judged.verdict == finding.verdict:
            return judged.quantity
    return ""


def fingerprint(finding: Finding) -> str:
    """32 hex digits that do not change when the claim moves in its file or its figure is edited."""
    return _digest(finding.article, finding.claim, finding.kind, quantity(finding))


def conflict_fingerprint(conflict: Conflict) -> str:
    """32 hex digits for the same claims in conflict about the same quantity."""
    return _digest("conflict", conflict.claims, conflict.quantity)


def mistake_fingerprint(mistake: Mistake) -> str:
    """32 hex digits that do not change when the mistake moves in its file."""
    return _digest("mistake", mistake.file, mistake.path, mistake.message)


def digests(finding: Finding) -> Digests:
    """The three digests of a finding."""
    return Digests(claim_digest(finding), truth_digest(finding), rule_digest(finding))


def fields_digest(claim: Any) -> str:
    """16 hex digits of a claim's fields, except its id and the position of its quote in the article."""
    return sha256(_ENCODER.encode(replace(claim, id="", start=0, end=0))).hexdigest()[:16]


def claim_digest(finding: Finding) -> str:
    """16 hex digits that change only when the content of the claim changes, not when its names are resolved differently
    or another of its parts decides."""
    return _digest(finding.claim_digest, finding.kind, finding.text, finding.quote)[:16]


def truth_digest(finding: Finding) -> str:
    """16 hex digits that change when the basis of the verdict changes; an additional source for the same fact does not
    count."""
    known_values = tuple(judged.found for judged in finding.judged)
    evidence = tuple((item.id, item.summary) for item in finding.evidence)
    return _digest(known_values, evidence, finding.relied_on, finding.missing)[:16]


def rule_digest(finding: Finding) -> str:
    """16 hex digits that change when the harness concludes something else from the same claim and truth: another
    quantity or value is read from the words, the verdict differs, or the severity does."""
    read = tuple((judged.quantity, judged.measure, judged.claimed, judged.verdict) for judged in finding.judged)
    return _digest(finding.kind, finding.verdict, finding.severity, read)[:16]


def what_changed(before: Digests, after: Digests) -> Change | None:
    """The first of claim, truth and rule that changed; a change of one of them can cause a change of those after it."""
    if before.claim != after.claim:
        return "claim changed"
    if before.truth != after.truth:
        return "truth changed"
    return "rule changed" if before.rule != after.rule else None


def _digest(*parts: object) -> str:
    return sha256(_ENCODER.encode(parts)).hexdigest()[:32]
