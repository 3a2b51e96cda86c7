"""The gate: what passes, what fails, and that deciding nothing never passes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.gate import Demands, gate
from harness.model import ClaimRef, Conflict, Counts, Mistake
from harness.score import scores

CONFLICT = Conflict((ClaimRef("a", "one"), ClaimRef("a", "two")), "article", "mark", "3:46 against 3:44")
MISTAKE = Mistake("claims/a.json", 3, 7, "$.claims[0].kind", "unknown kind")


def counts(supported: int = 0, refuted: int = 0, open_: int = 0, other: int = 0, unreadable: int = 0) -> Counts:
    return Counts(
        claims=supported + refuted + open_ + other + unreadable,
        supported=supported,
        refuted=refuted,
        not_enough_info=open_,
        not_checkable=other,
        unreadable=unreadable,
    )


@pytest.mark.parametrize(
    "counted, conflicts, mistakes, demands, code",
    [
        pytest.param(counts(5), [], [], Demands(), 0, id="all supported"),
        pytest.param(counts(5, 1), [], [], Demands(), 1, id="one refuted"),
        pytest.param(counts(5, 1), [], [], Demands(("never",)), 0, id="refuted, but nothing fails"),
        pytest.param(counts(5, 1), [], [], Demands(("undecided",)), 0, id="refuted does not fail on undecided"),
        pytest.param(counts(5, 0, 1), [], [], Demands(), 0, id="undecided passes by default"),
        pytest.param(counts(5, 0, 1), [], [], Demands(("undecided",)), 1, id="undecided asked for"),
        pytest.param(counts(5), [CONFLICT], [], Demands(), 0, id="a conflict passes by default"),
        pytest.param(counts(5), [CONFLICT], [], Demands(("refuted", "conflict")), 1, id="conflict asked for"),
        # Deciding nothing is not a pass, however few demands are made.
        pytest.param(counts(), [], [], Demands(("never",)), 5, id="no claims"),
        pytest.param(counts(0, 0, 7), [], [], Demands(), 5, id="none decided"),
        pytest.param(counts(other=4), [], [], Demands(), 5, id="nothing checkable"),
        pytest.param(counts(), [], [], Demands(allow_empty=True), 0, id="empty allowed"),
        # What could not be read outweighs everything else.
        pytest.param(counts(5), [], [MISTAKE], Demands(("never",)), 2, id="a mistake in the input"),
        pytest.param(counts(5, unreadable=1), [], [], Demands(("never",)), 2, id="an unreadable claim"),
        pytest.param(counts(), [], [MISTAKE], Demands(allow_empty=True), 2, id="a mistake is not emptiness"),
        pytest.param(counts(3, 1), [], [], Demands(("never",), min_accuracy=0.75), 0, id="accuracy just reached"),
        pytest.param(counts(3, 1), [], [], Demands(("never",), min_accuracy=0.76), 1, id="accuracy missed"),
        pytest.param(counts(3, 0, 1), [], [], Demands(min_coverage=0.75), 0, id="coverage just reached"),
        pytest.param(counts(3, 0, 1), [], [], Demands(min_coverage=0.8), 1, id="coverage missed"),
        # Undefined is not zero and not one: a demand on it cannot be met.
        pytest.param(counts(0, 0, 1), [], [], Demands(min_accuracy=0.0, allow_empty=True), 1, id="0/0 meets no demand"),
    ],
)
def test_gate(counted: Counts, conflicts: list, mistakes: list, demands: Demands, code: int) -> None:
    result = gate(counted, scores(counted), conflicts, mistakes, demands)
    assert result.exit_code == code
    assert result.passed == (code == 0)
    assert result.message.startswith("gate: passed") == (code == 0)


def test_every_mistake_is_counted() -> None:
    counted = counts(5, unreadable=2)
    assert "3 mistakes" in gate(counted, scores(counted), [], [MISTAKE], Demands()).message


few = st.integers(0, 4)


@given(few, few, few, few, few, st.booleans())
def test_a_pass_has_decided_something_unless_emptiness_is_allowed(a, b, c, d, e, allowed) -> None:
    counted = counts(a, b, c, d, e)
    result = gate(counted, scores(counted), [], [], Demands(("never",), allow_empty=allowed))
    if result.passed and not allowed:
        assert a + b > 0
    if e:
        assert result.exit_code == 2
