"""The gate: its printed line and the exit code come from one function so that they cannot disagree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal, TypeAlias

import msgspec

from harness.records.model import Conflict, Counts, FiguresRead, Gate, Mistake, Scores
from harness.statistics import told_apart

FailOn: TypeAlias = Literal["new", "refuted", "conflict", "contradicted", "undecided", "never"]

_NO_FIGURES: Mapping[str, FiguresRead | None] = MappingProxyType({})
PASSED, FAILED, COULD_NOT_CHECK, BUG, NOTHING_TO_CHECK, INTERRUPTED = 0, 1, 2, 3, 5, 130
NEW: tuple[FailOn, ...] = ("refuted", "conflict")  # what `new` stands for: every error that no baseline accepts


class Demands(msgspec.Struct, frozen=True, gc=False):
    """What a run must satisfy. `min_accuracy`, `min_coverage` and `min_figures_read` are shares from 0 to 1."""

    fail_on: tuple[FailOn, ...] = ("refuted",)
    min_accuracy: float | None = None
    min_coverage: float | None = None
    allow_empty: bool = False
    min_figures_read: float | None = None


def gate(
    counts: Counts,
    scores: Scores,
    conflicts: Sequence[Conflict],
    mistakes: Sequence[Mistake],
    demands: Demands,
    accepted: Counts | None = None,
    unsigned: Mapping[str, str] | None = None,
    figures: Mapping[str, FiguresRead | None] = _NO_FIGURES,
) -> Gate:
    """Whether the run passes. A bug in the harness takes precedence, then a file that could not be read; a run that
    decides nothing never passes.

    `accepted` counts the findings that a baseline accepts; None means no baseline. They do not fail the gate by
    themselves; required shares are shares of all findings. `unsigned` are the articles without a valid sign-off, and
    why; None if no sign-off is required. `figures` are those of the articles' texts, None for an article whose text is
    missing.
    """
    if bugs := sum(mistake.bug for mistake in mistakes):
        return Gate(False, BUG, f"gate: could not check everything: {_many(bugs, 'bug')} in the harness: please report")
    if mistakes or counts.unreadable:
        wrong = len(mistakes) + counts.unreadable
        return Gate(False, COULD_NOT_CHECK, f"gate: could not check everything: {_many(wrong, 'mistake')} in the input")
    decided = counts.supported + counts.refuted
    if decided == 0 and not demands.allow_empty:
        why = "no claims" if counts.claims == 0 else f"none of {_many(counts.claims, 'claim')} could be decided"
        return Gate(False, NOTHING_TO_CHECK, f"gate: nothing was checked: {why} (--allow-empty lets this pass)")
    failures = _failures(counts, scores, conflicts, demands, accepted)
    if unsigned and "never" not in demands.fail_on:
        article, why = next(iter(unsigned.items()))
        failures.append(f"{_many(len(unsigned), 'article')} without a sign-off that holds ({article}: {why})")
    failures += _unread(figures, demands.min_figures_read)
    held = "" if accepted is None else f"{_waived(accepted, conflicts)} in the baseline"
    if failures:
        return Gate(False, FAILED, f"gate: failed: {'; '.join(failures)}{held and f' ({held})'}")
    asked = "never fails" if "never" in demands.fail_on else f"fails on {', '.join(demands.fail_on)}"
    asked += held and f"; {held}"
    if unsigned is not None:
        asked += f"; {_many(len(unsigned), 'article')} not signed off" if unsigned else "; signed off"
    return Gate(True, PASSED, f"gate: passed: {decided} of {_many(counts.claims, 'claim')} decided ({asked})")


def _failures(
    counts: Counts, scores: Scores, conflicts: Sequence[Conflict], demands: Demands, accepted: Counts | None
) -> list[str]:
    failures = []
    fail_on = (*demands.fail_on, *NEW) if "new" in demands.fail_on else demands.fail_on
    new, waived = ("", Counts()) if accepted is None else ("new ", accepted)
    left = {
        "refuted": (counts.refuted - waived.refuted, "claim", " refuted"),
        "conflict": (sum(conflict.waiver is None for conflict in conflicts), "conflict", ""),
        "contradicted": (counts.contradicted, "claim", " contradicted as read"),
        "undecided": (counts.not_enough_info - waived.not_enough_info, "claim", " undecided"),
    }
    if "never" not in fail_on:
        for word, (number, noun, what) in left.items():
            if word in fail_on and number:
                failures.append(_many(number, new + noun) + what)
    accuracy, coverage = scores.accuracy.value, scores.coverage
    if demands.min_accuracy is not None and (accuracy is None or accuracy < demands.min_accuracy):
        failures.append(f"accuracy {_under(accuracy, demands.min_accuracy, ' is under ')}")
    if demands.min_coverage is not None and (coverage is None or coverage < demands.min_coverage):
        failures.append(f"coverage {_under(coverage, demands.min_coverage, ' is under ')}")
    return failures


def _unread(figures: Mapping[str, FiguresRead | None], least: float | None) -> list[str]:
    """Why too few figures were read: the share of all texts together, and articles without a text to count in."""
    if least is None:
        return []
    counted = [article for article in figures.values() if article is not None]
    total, read = sum(article.total for article in counted), sum(article.read for article in counted)
    failures = []
    if total and read / total < least:
        failures.append(f"{read} of {total} figures read ({_under(read / total, least, '), under ')}")
    if without := [article for article, read_in in figures.items() if read_in is None]:
        failures.append(f"{_many(len(without), 'article')} without a text to count figures in ({without[0]})")
    return failures


def _waived(accepted: Counts, conflicts: Sequence[Conflict]) -> int:
    """How many findings and conflicts the baseline accepts."""
    in_conflict = sum(conflict.waiver is not None for conflict in conflicts)
    return accepted.refuted + accepted.not_enough_info + in_conflict


def _under(value: float | None, least: float, words: str) -> str:
    """The share and the least that was asked for, which never look alike."""
    reached, asked = told_apart(least if value is None else value, least)
    return f"{'undefined (0/0)' if value is None else reached}{words}{asked}"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
