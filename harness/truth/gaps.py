"""Gaps: the facts missing from the ground truth, by how many claims each would settle."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from msgspec.structs import replace

from harness.records.model import Finding
from harness.truth.index import Truth


class Gap(msgspec.Struct, frozen=True):
    """A missing fact, the claims ("article/claim") that it would settle by itself, and those that need more than it."""

    missing: str
    settles: tuple[str, ...]
    helps: tuple[str, ...] = ()


def without_horizons(truth: Truth) -> Truth:
    """The same facts, vouched for without end: the comparison shows what expiry costs."""
    pack = truth.pack
    return Truth(
        replace(
            pack,
            horizons=(),
            records=tuple(replace(row, vouched_until=None) for row in pack.records),
            athletes=tuple(replace(row, vouched_until=None) for row in pack.athletes),
            medal_tables=tuple(replace(row, vouched_until=None) for row in pack.medal_tables),
        ),
        truth.digest,
    )


def settled_by(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[str, ...]:
    """The claims ("article/claim") that are open in the first check and decided in the second."""
    still_open = {(finding.article, finding.claim) for finding in after if finding.verdict == "not_enough_info"}
    opened = [finding for finding in before if finding.verdict == "not_enough_info"]
    return tuple(
        f"{finding.article}/{finding.claim}" for finding in opened if (finding.article, finding.claim) not in still_open
    )


def gaps(findings: Iterable[Finding]) -> list[Gap]:
    """The missing facts, the one that would settle the most claims first; of equals, the one that helps more.

    A claim that is open in several quantities needs more than the one fact that its finding names.
    """
    settles: dict[str, list[str]] = {}
    helps: dict[str, list[str]] = {}
    for finding in findings:
        if finding.verdict == "not_enough_info" and finding.missing:
            still_open = sum(judged.verdict == "not_enough_info" for judged in finding.judged)
            wanted = settles if still_open <= 1 else helps
            wanted.setdefault(finding.missing, []).append(f"{finding.article}/{finding.claim}")
    missing_facts = [
        Gap(missing, tuple(sorted(settles.get(missing, ()))), tuple(sorted(helps.get(missing, ()))))
        for missing in {**settles, **helps}
    ]
    return sorted(missing_facts, key=lambda gap: (-len(gap.settles), -len(gap.helps), gap.missing))
