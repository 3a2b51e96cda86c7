"""Conflicts as quotes side by side: which words say one thing, which the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from harness.model import ClaimRef, Conflict, Finding
from harness.present.page.standing import deciding
from harness.values import show


class Side(msgspec.Struct, frozen=True, gc=False):
    """The claims that give one value, which is "" where they do not state the quantity itself."""

    value: str
    claims: tuple[Finding, ...]


class Pair(msgspec.Struct, frozen=True, gc=False):
    """One conflict. `known` is what the ground truth has of the quantity, if anything."""

    message: str
    known: str
    sides: tuple[Side, ...]


def pairs(conflicts: Iterable[Conflict], findings: Mapping[ClaimRef, Finding]) -> tuple[Pair, ...]:
    """The conflicts in the order of the report; a claim that is not among the findings is left out."""
    return tuple(_pair(one, [findings[ref] for ref in one.claims if ref in findings]) for one in conflicts)


def _pair(conflict: Conflict, claims: list[Finding]) -> Pair:
    sides: dict[str, list[Finding]] = {}
    known = ""
    for finding in claims:
        value, found = _said(finding, conflict.quantity)
        known = known or found
        sides.setdefault(value, []).append(finding)
    return Pair(conflict.message, known, tuple(Side(value, tuple(said)) for value, said in sides.items()))


def _said(finding: Finding, quantity: str) -> tuple[str, str]:
    """What the finding's claim gives the quantity, and what is known of it."""
    for judged in finding.judged:
        if judged.quantity == quantity:
            found = "" if judged.found is None else show(judged.found, judged.measure)
            if judged is deciding(finding) and not judged.printed:  # no figure, but words: they say it best
                return finding.claimed, finding.found or found
            return show(judged.claimed, judged.measure), found
    return "", ""
