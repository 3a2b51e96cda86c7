"""What a finding is recognised by from one run to the next, and what it rests on.

A finding is the same one as long as its article, its claim's id and its quantity are the same: neither its line nor the
printed value counts. Whether it still says the same is told by three digests: of the claim, of the truth behind it, and
of what the rule made of the two. Where neither claim nor truth changed and the verdict did, the rule changed.
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

import msgspec
from msgspec.structs import replace

from harness.model import Conflict, Finding, Mistake
from harness.waiver import Change

_ENCODER = msgspec.json.Encoder(order="deterministic")


class Digests(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True, omit_defaults=True):
    """What a finding comes from: 16 hex digits each for the claim, the truth it rests on and the rule's outcome.

    `truth` and `rule` are empty where they play no part: claims contradict each other whatever the truth is.
    """

    claim: str
    truth: str = ""
    rule: str = ""


def quantity(finding: Finding) -> str:
    """The printed key of the quantity that decided the finding; "" where nothing was judged."""
    for judged in finding.judged:
        if judged.verdict == finding.verdict:
            return judged.quantity
    return ""


def fingerprint(finding: Finding) -> str:
    """32 hex digits that stay the same while the claim moves in its file or its figure is edited."""
    return _digest(finding.article, finding.claim, finding.kind, quantity(finding))


def conflict_fingerprint(conflict: Conflict) -> str:
    """32 hex digits: the same claims against each other on the same quantity."""
    return _digest("conflict", conflict.claims, conflict.quantity)


def mistake_fingerprint(mistake: Mistake) -> str:
    """32 hex digits that stay the same while the mistake moves in its file."""
    return _digest("mistake", mistake.file, mistake.path, mistake.message)


def digests(finding: Finding) -> Digests:
    """The three digests of a finding."""
    return Digests(claim_digest(finding), truth_digest(finding), rule_digest(finding))


def fields_digest(claim: Any) -> str:
    """16 hex digits of a claim's fields, but for what it is called and where its quote stands in the article."""
    return sha256(_ENCODER.encode(replace(claim, id="", start=0, end=0))).hexdigest()[:16]


def claim_digest(finding: Finding) -> str:
    """16 hex digits that change when what the claim says changes, and with nothing else: how its names are resolved
    and which of its parts decides is not the claim's doing."""
    return _digest(finding.claim_digest, finding.kind, finding.text, finding.quote)[:16]


def truth_digest(finding: Finding) -> str:
    """16 hex digits that change when what the verdict rests on changes; another source for the same fact does not."""
    found = tuple(judged.found for judged in finding.judged)
    evidence = tuple((item.id, item.summary) for item in finding.evidence)
    return _digest(found, evidence, finding.relied_on, finding.missing)[:16]


def rule_digest(finding: Finding) -> str:
    """16 hex digits that change when something else is made of the claim and the truth: another quantity or value is
    read from the words, the verdict is another one, or an error weighs otherwise."""
    read = tuple((judged.quantity, judged.measure, judged.claimed, judged.verdict) for judged in finding.judged)
    return _digest(finding.kind, finding.verdict, finding.severity, read)[:16]


def what_changed(before: Digests, after: Digests) -> Change | None:
    """The first of claim, truth and rule that is another one: each of them alone moves those behind it."""
    if before.claim != after.claim:
        return "claim changed"
    if before.truth != after.truth:
        return "truth changed"
    return "rule changed" if before.rule != after.rule else None


def _digest(*parts: object) -> str:
    return sha256(_ENCODER.encode(parts)).hexdigest()[:32]
