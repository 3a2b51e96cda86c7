"""Gaps: the facts that the ground truth lacks, by how many claims each would settle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from harness.model import Finding


def gaps(findings: Iterable[Finding]) -> list[tuple[str, list[str]]]:
    """(missing fact, the claims that it would settle), the fact that would settle the most first."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        if finding.missing:
            wanted[finding.missing].append(f"{finding.article}/{finding.claim}")
    found = [(missing, sorted(claims)) for missing, claims in wanted.items()]
    return sorted(found, key=lambda gap: (-len(gap[1]), gap[0]))
