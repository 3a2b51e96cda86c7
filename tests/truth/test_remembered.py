"""Answers that are kept with a truth: asked again they are not looked up again, and the oldest go first."""

from __future__ import annotations

from tiny_pack import PACK

from harness.truth.index import Truth
from harness.truth.remembered import remembered


def test_what_was_asked_longest_ago_is_looked_up_again() -> None:
    looked_up: list[int] = []

    @remembered(2)
    def double(truth: Truth, number: int) -> int:
        looked_up.append(number)
        return 2 * number

    truth = Truth(PACK)
    assert [double(truth, number) for number in (1, 2, 1, 3, 1, 2)] == [2, 4, 2, 6, 2, 4]
    assert looked_up == [1, 2, 3, 2]  # for 3, the answer for 2 had gone


def test_each_truth_has_answers_of_its_own() -> None:
    @remembered(2)
    def results(truth: Truth) -> int:
        return len(truth.results)

    assert results(Truth(PACK)) > 0
    assert results(Truth(type(PACK)())) == 0
