"""The one comparison behind every verdict, with all that may widen or weaken what is known."""

from __future__ import annotations

from typing import Any

import pytest

from harness.checking.verdict import Verifier, worst
from harness.records.model import Assertion, Known, Quantity, Setting, Verdict
from harness.truth.index import Truth
from harness.truth.pack import Pack
from harness.values import Range, Value, exactly, label

S, R, N = "supported", "refuted", "not_enough_info"
QUANTITY: Any = Quantity("mark", "mark", (), Setting(), None)


def verdict(known: Known, claimed: Value, **more: Any) -> Verdict:
    verifier = Verifier(Truth(Pack()))
    verifier.known = lambda *_: known  # type: ignore[assignment]
    return verifier.weigh(Assertion(QUANTITY, claimed, 1, "time", **more)).verdict


@pytest.mark.parametrize(
    ("claimed", "step", "expected"),
    [
        (9_790, 10, S), (9_780, 10, R), (9_800, 10, R),
        # 9.79 may be 9.781 rounded up, or 9.799 cut off, and nothing beyond
        (9_784, 1, N), (9_781, 1, N), (9_799, 1, N), (9_780, 1, R), (9_800, 1, R),
        (9_784, 0, R),  # a figure of no digits is no finer one
    ],
)  # fmt: skip
def test_a_figure_that_is_finer_than_the_official_one(claimed: int, step: int, expected: str) -> None:
    assert verdict(Known(exactly(9_790), step=10), exactly(claimed), step=step) == expected


@pytest.mark.parametrize(
    ("known", "claimed", "expected"),
    [
        (Known(exactly(3)), exactly(3), S), (Known(exactly(3)), exactly(4), R), (Known(Range(2, 5)), exactly(4), N),
        (Known(exactly(3), perhaps_none=True), exactly(3), N), (Known(exactly(3), perhaps_none=True), exactly(4), R),
        (Known(exactly(3), perhaps_more=True), exactly(3), S), (Known(exactly(3), perhaps_more=True), exactly(4), N),
        # either of two values holds
        (Known(exactly(1), or_else=exactly(2)), exactly(1), S), (Known(exactly(1), or_else=exactly(2)), exactly(2), S),
        (Known(exactly(1), or_else=exactly(2)), exactly(3), R), (Known(exactly(1), or_else=Range(2, 4)), exactly(3), N),
        (Known(Range(1, 3), or_else=exactly(5)), exactly(2), N),
        (Known(Range(1, 3), or_else=exactly(5)), exactly(5), S),
        # perhaps another one does
        (Known(exactly(1), or_perhaps=(exactly(2),)), exactly(1), S),
        (Known(exactly(1), or_perhaps=(exactly(2),)), exactly(2), N),
        (Known(exactly(1), or_perhaps=(exactly(2),)), exactly(3), R),
        (Known(exactly(1), or_perhaps=(exactly(2), exactly(4))), exactly(4), N),
        # all of the names hold
        (Known(label("bolt", "blake"), all_hold=True), label("bolt"), S),
        (Known(label("bolt", "blake"), all_hold=True), label("bolt", "gay"), S),
        (Known(label("bolt", "blake"), all_hold=True), label("gay"), R),
        (Known(label("bolt", "blake")), label("bolt"), N),
    ],
)  # fmt: skip
def test_what_is_known_with_reservations(known: Known, claimed: Value, expected: str) -> None:
    assert verdict(known, claimed) == expected


@pytest.mark.parametrize(("known", "expected"), [(5, S), (6, N), (4, N), (7, R), (3, R)])
def test_only_what_lies_outside_the_outer_range_refutes(known: int, expected: str) -> None:
    assert verdict(Known(exactly(known)), exactly(5), outer=Range(4, 6)) == expected


def test_a_claim_is_as_good_as_its_worst_part() -> None:
    assert worst(["supported", "not_enough_info", "refuted"]) == "refuted"
    assert worst(["supported", "not_enough_info"]) == "not_enough_info"
    assert worst(["supported"]) == "supported"
    assert worst([]) == "not_enough_info"
