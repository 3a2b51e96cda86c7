"""The best one-to-one pairs: against every way there is, and against scipy."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.bench.assignment import assign

weights = st.integers(0, 6) | st.just(0) | st.integers(0, 10**12)
tables = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
    lambda size: st.lists(
        st.lists(weights, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
    )
)  # fmt: skip


def total(table: list[list[int]], pairs: list[tuple[int, int]]) -> int:
    return sum(table[row][column] for row, column in pairs)


def best_of_all(table: list[list[int]]) -> int:
    """By trying every way to give the shorter side places on the longer one."""
    rows = table if len(table) <= len(table[0]) else list(map(list, zip(*table, strict=True)))
    ways = permutations(range(len(rows[0])), len(rows))
    return max(sum(row[column] for row, column in zip(rows, way, strict=True)) for way in ways)


@given(tables)
def test_no_other_way_is_better(table: list[list[int]]) -> None:
    assert total(table, assign(table)) == best_of_all(table)


@given(tables)
def test_pairs_are_one_to_one_in_order_and_worth_something(table: list[list[int]]) -> None:
    pairs = assign(table)
    assert pairs == sorted(pairs)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(table[row][column] > 0 for row, column in pairs)


@settings(deadline=None)  # scipy takes its time to be imported
@given(tables)
def test_scipy_finds_the_same_total(table: list[list[int]]) -> None:
    optimize = pytest.importorskip("scipy.optimize")
    rows, columns = optimize.linear_sum_assignment(table, maximize=True)
    assert total(table, assign(table)) == sum(table[row][column] for row, column in zip(rows, columns, strict=True))


@pytest.mark.parametrize(
    "table, pairs",
    [
        ([], []),
        ([[]], []),
        ([[0, 0], [0, 0]], []),
        ([[1, 1], [1, 1]], [(0, 0), (1, 1)]),  # a tie: in order
        ([[5, 4], [4, 0]], [(0, 1), (1, 0)]),  # the greedy choice of 5 would leave 0
        ([[1, 3, 2]], [(0, 1)]),
        ([[1], [3], [3]], [(1, 0)]),
        ([[10**30, 2], [10**30 - 1, 0]], [(0, 1), (1, 0)]),  # beyond what a float can tell apart
    ],
    ids=["nothing", "no columns", "no weights", "tie", "not greedy", "one row", "one column", "huge"],
)
def test_assign(table: list[list[int]], pairs: list[tuple[int, int]]) -> None:
    assert assign(table) == pairs
