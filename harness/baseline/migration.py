"""Baselines of version 1, in which the keys of places, biographies and rounds contained the claimed value."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from harness.baseline.file import Baseline, BaselineEntry
from harness.records.fingerprint import claim_digest, digests, quantity
from harness.records.model import Finding, Verdict
from harness.records.waiver import Accepts

WAIVABLE: dict[Verdict, Accepts] = {"refuted": "refuted", "not_enough_info": "undecided"}
RENAMED = frozenset({"advance", "bio", "venue"})


def migrated(old: Baseline, findings: Iterable[Finding]) -> Baseline:
    """The baseline with today's keys and digests, where the claim is unchanged and is accepted for the same."""
    if old.version > 1:
        return old
    accepted: dict[tuple[str, str, Accepts], Finding] = {
        (finding.article, finding.claim, WAIVABLE[finding.verdict]): finding
        for finding in findings
        if finding.kind in RENAMED and finding.verdict in WAIVABLE
    }
    return replace(old, entries=tuple(_renamed(entry, accepted) for entry in old.entries))


def _renamed(entry: BaselineEntry, accepted: dict[tuple[str, str, Accepts], Finding]) -> BaselineEntry:
    finding = accepted.get((entry.article, entry.claim, entry.accepts))
    if finding is None or quantity(finding) == entry.quantity or claim_digest(finding) != entry.digests.claim:
        return entry
    return replace(entry, quantity=quantity(finding), digests=digests(finding))
