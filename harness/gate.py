"""The gate: the line that is printed and the exit code, made in one place so that they cannot disagree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

import msgspec

from harness.model import Conflict, Counts, Gate, Mistake, Scores

FailOn: TypeAlias = Literal["refuted", "conflict", "undecided", "never"]

PASSED, FAILED, COULD_NOT_CHECK, BUG, NOTHING_TO_CHECK, INTERRUPTED = 0, 1, 2, 3, 5, 130


class Demands(msgspec.Struct, frozen=True, gc=False):
    """What a run is asked to hold to. `min_accuracy` and `min_coverage` are shares from 0 to 1."""

    fail_on: tuple[FailOn, ...] = ("refuted",)
    min_accuracy: float | None = None
    min_coverage: float | None = None
    allow_empty: bool = False


def gate(
    counts: Counts, scores: Scores, conflicts: Sequence[Conflict], mistakes: Sequence[Mistake], demands: Demands
) -> Gate:
    """Whether the run passes. A file that could not be read outweighs all; deciding nothing is never a pass."""
    if mistakes or counts.unreadable:
        wrong = len(mistakes) + counts.unreadable
        return Gate(False, COULD_NOT_CHECK, f"gate: could not check everything: {_many(wrong, 'mistake')} in the input")
    decided = counts.supported + counts.refuted
    if decided == 0 and not demands.allow_empty:
        why = "no claims" if counts.claims == 0 else f"none of {_many(counts.claims, 'claim')} could be decided"
        return Gate(False, NOTHING_TO_CHECK, f"gate: nothing was checked: {why} (--allow-empty lets this pass)")
    failures = _failures(counts, scores, conflicts, demands)
    if failures:
        return Gate(False, FAILED, f"gate: failed: {'; '.join(failures)}")
    asked = "never fails" if "never" in demands.fail_on else f"fails on {', '.join(demands.fail_on)}"
    return Gate(True, PASSED, f"gate: passed: {decided} of {_many(counts.claims, 'claim')} decided ({asked})")


def _failures(counts: Counts, scores: Scores, conflicts: Sequence[Conflict], demands: Demands) -> list[str]:
    found = []
    if "never" not in demands.fail_on:
        if "refuted" in demands.fail_on and counts.refuted:
            found.append(_many(counts.refuted, "claim") + " refuted")
        if "conflict" in demands.fail_on and conflicts:
            found.append(_many(len(conflicts), "conflict"))
        if "undecided" in demands.fail_on and counts.not_enough_info:
            found.append(_many(counts.not_enough_info, "claim") + " undecided")
    accuracy, coverage = scores.accuracy.value, scores.coverage
    if demands.min_accuracy is not None and (accuracy is None or accuracy < demands.min_accuracy):
        found.append(f"accuracy {_share(accuracy)} is under {demands.min_accuracy:.1%}")
    if demands.min_coverage is not None and (coverage is None or coverage < demands.min_coverage):
        found.append(f"coverage {_share(coverage)} is under {demands.min_coverage:.1%}")
    return found


def _share(value: float | None) -> str:
    return "undefined (0/0)" if value is None else f"{value:.1%}"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
