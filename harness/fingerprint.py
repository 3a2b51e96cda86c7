"""What a finding is recognised by from one run to the next, and what it rests on.

A finding is the same one as long as its article, its claim's id and its quantity are the same: neither its line nor the
printed value counts. Whether it still says the same is told by two digests, one of the claim and one of the truth
behind it; where neither changed and the verdict did, the rule changed.
"""

from __future__ import annotations

from hashlib import sha256

import msgspec

from harness.model import Conflict, Finding, Mistake

_ENCODER = msgspec.json.Encoder(order="deterministic")


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


def claim_digest(finding: Finding) -> str:
    """16 hex digits that change when what the claim says changes."""
    claimed = tuple((judged.quantity, judged.as_of, judged.claimed) for judged in finding.judged)
    return _digest(finding.kind, finding.text, finding.quote, finding.claimed, claimed)[:16]


def truth_digest(finding: Finding) -> str:
    """16 hex digits that change when what the verdict rests on changes."""
    found = tuple(judged.found for judged in finding.judged)
    return _digest(found, finding.evidence, finding.relied_on, finding.missing)[:16]


def _digest(*parts: object) -> str:
    return sha256(_ENCODER.encode(parts)).hexdigest()[:32]
