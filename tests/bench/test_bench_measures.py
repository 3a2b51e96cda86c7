"""Precision, recall, F1 and kappa from counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.bench.measures import Hits, kappa, sum_hits


@pytest.mark.parametrize(
    "hits, precision, recall, f1",
    [
        (Hits(2, 2, 4, 5), 0.4, 0.5, 4 / 9),
        (Hits(0, 0, 4, 5), 0.0, 0.0, 0.0),
        (Hits(0, 0, 4, 0), None, 0.0, 0.0),  # said nothing: not right, not wrong, but of no use
        (Hits(0, 0, 0, 5), 0.0, None, 0.0),  # nothing to find: every claim is a false alarm
        (Hits(0, 0, 0, 0), None, None, None),
        (Hits(3, 3, 3, 3), 1.0, 1.0, 1.0),
        (Hits(1, 2, 4, 4), 0.5, 0.25, 1 / 3),  # of one kind: found as another, and another found as it
    ],
)
def test_shares(hits: Hits, precision: float | None, recall: float | None, f1: float | None) -> None:
    assert (hits.precision, hits.recall) == (precision, recall)
    assert hits.f1 == (None if f1 is None else pytest.approx(f1))


def test_counts_add_up() -> None:
    assert sum_hits([Hits(1, 1, 2, 3), Hits(0, 0, 4, 0)]) == Hits(1, 1, 6, 3)
    assert sum_hits([]) == Hits()


@pytest.mark.parametrize(
    "table, value",
    [
        # Cohen (1960): agreed .70 where chance gives .50
        ({("yes", "yes"): 20, ("yes", "no"): 5, ("no", "yes"): 10, ("no", "no"): 15}, 0.4),
        ({("a", "a"): 3, ("b", "b"): 2}, 1.0),
        ({("a", "b"): 2, ("b", "a"): 2}, -1.0),
        ({("a", "a"): 3, ("b", "a"): 2}, 0.0),  # a constant label agrees by chance only
        ({("a", "a"): 3}, None),
        ({}, None),
    ],
)
def test_kappa(table: dict[tuple[str, str], int], value: float | None) -> None:
    assert kappa(table) == (None if value is None else pytest.approx(value))


labels = st.sampled_from(["supported", "refuted", "open"])


@given(st.dictionaries(st.tuples(labels, labels), st.integers(0, 9)))
def test_kappa_is_symmetric_and_one_at_most(table: dict[tuple[str, str], int]) -> None:
    turned = {(other, one): count for (one, other), count in table.items()}
    value = kappa(table)
    assert value == kappa(turned) or value == pytest.approx(kappa(turned))
    assert value is None or value <= 1
