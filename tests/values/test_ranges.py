"""The keystone: ranges and labels, and the laws of how a known value relates to a claimed one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.values import ANYTHING, Label, Range, Value, clear, exactly, hull, inside, label, meet, minus, plus

NUMBERS = st.integers(-20, 20)
ENDS = st.none() | NUMBERS


def _ordered(ends: tuple[int | None, int | None]) -> Range:
    low, high = ends
    return Range(high, low) if low is not None and high is not None and low > high else Range(low, high)


RANGES = st.tuples(ENDS, ENDS).map(_ordered)
CLOSED = st.tuples(NUMBERS, NUMBERS).map(_ordered)
LABELS = st.frozensets(st.sampled_from("abcd"), min_size=1).map(Label)
PAIRS = st.tuples(RANGES, RANGES) | st.tuples(LABELS, LABELS)
TRIPLES = st.tuples(RANGES, RANGES, RANGES) | st.tuples(LABELS, LABELS, LABELS)


def holds(value: Range, number: int) -> bool:
    return (value.low is None or value.low <= number) and (value.high is None or number <= value.high)


def verdict(known: Value, claimed: Value) -> str:
    if inside(known, claimed):
        return "supported"
    return "refuted" if clear(known, claimed) else "not_enough_info"


@pytest.mark.parametrize(
    ("known", "claimed", "expected"),
    [
        (exactly(2), exactly(2), "supported"),
        (exactly(2), exactly(3), "refuted"),
        (exactly(2), Range(2, None), "supported"),
        (exactly(2), Range(None, 1), "refuted"),
        (Range(2, None), exactly(1), "refuted"),  # an incomplete list: at least two
        (Range(2, None), exactly(3), "not_enough_info"),
        (Range(2, None), Range(2, None), "supported"),
        (Range(2, None), Range(3, None), "not_enough_info"),
        (Range(None, 4), Range(None, 4), "supported"),
        (Range(None, 4), Range(None, 3), "not_enough_info"),
        (Range(None, 4), Range(5, None), "refuted"),
        (Range(1, 3), Range(3, 5), "not_enough_info"),
        (Range(1, 3), Range(0, 5), "supported"),
        (ANYTHING, exactly(1), "not_enough_info"),
        (exactly(1), ANYTHING, "supported"),
        (label("gold"), label("gold"), "supported"),
        (label("gold"), label("gold", "silver"), "supported"),
        (label("gold", "silver"), label("gold"), "not_enough_info"),
        (label("gold"), label("bronze"), "refuted"),
    ],
)
def test_what_a_known_value_makes_of_a_claimed_one(known: Value, claimed: Value, expected: str) -> None:
    assert verdict(known, claimed) == expected


def test_a_range_has_something_in_it() -> None:
    with pytest.raises(ValueError, match="empty range: 3 to 2"):
        Range(3, 2)


@pytest.mark.parametrize("relation", [inside, clear, hull])
def test_names_and_numbers_do_not_compare(relation: object) -> None:
    assert callable(relation)
    with pytest.raises(TypeError, match="values of two sorts cannot be compared"):
        relation(label("gold"), exactly(1))
    with pytest.raises(TypeError, match="values of two sorts cannot be compared"):
        relation(exactly(1), label("gold"))


@given(PAIRS)
def test_never_both_inside_and_clear(pair: tuple[Value, Value]) -> None:
    assert not (inside(*pair) and clear(*pair))


@given(PAIRS)
def test_clear_is_symmetric(pair: tuple[Value, Value]) -> None:
    one, other = pair
    assert clear(one, other) == clear(other, one)


@given(TRIPLES)
def test_inside_is_transitive(three: tuple[Value, Value, Value]) -> None:
    one, two, last = three
    joined = hull(one, two)
    assert inside(one, joined)
    if inside(joined, last):
        assert inside(one, last)
        assert inside(two, last)


@given(PAIRS)
def test_inside_both_ways_is_the_same_value(pair: tuple[Value, Value]) -> None:
    one, other = pair
    assert inside(one, one)
    assert (inside(one, other) and inside(other, one)) == (one == other)


@given(RANGES, RANGES, st.integers(-25, 25))
def test_the_relations_say_what_they_say_of_every_number(one: Range, other: Range, number: int) -> None:
    if inside(one, other) and holds(one, number):
        assert holds(other, number)
    if clear(one, other):
        assert not (holds(one, number) and holds(other, number))
    common = meet(one, other)
    assert (common is not None and holds(common, number)) == (holds(one, number) and holds(other, number))


@given(CLOSED, RANGES)
def test_the_relations_miss_no_number(one: Range, other: Range) -> None:
    assert one.low is not None
    assert one.high is not None
    shared = [holds(other, number) for number in range(one.low, one.high + 1)]
    assert inside(one, other) == all(shared)
    assert clear(one, other) != any(shared)


@given(TRIPLES)
def test_widening_what_is_known_only_ever_unsettles(three: tuple[Value, Value, Value]) -> None:
    known, more, claimed = three
    wider = verdict(hull(known, more), claimed)
    assert wider in (verdict(known, claimed), "not_enough_info")


@given(TRIPLES)
def test_the_hull_is_the_narrowest_that_holds_both_and_is_monotone(three: tuple[Value, Value, Value]) -> None:
    one, two, other = three
    joined = hull(one, two)
    assert joined == hull(two, one)
    assert inside(one, joined)
    assert inside(two, joined)
    assert (inside(one, other) and inside(two, other)) == inside(joined, other)
    assert inside(hull(one, other), hull(joined, other))


@given(RANGES, RANGES)
def test_the_meet_is_none_where_they_are_clear_and_else_inside_both(one: Range, other: Range) -> None:
    common = meet(one, other)
    assert common == meet(other, one)
    assert (common is None) == clear(one, other)
    if common is not None:
        assert inside(common, one)
        assert inside(common, other)


@given(CLOSED, CLOSED)
def test_sums_and_differences_hold_every_sum_and_difference(one: Range, other: Range) -> None:
    corners = [(a, b) for a in (one.low, one.high) for b in (other.low, other.high) if a is not None and b is not None]
    assert plus(one, other) == Range(min(a + b for a, b in corners), max(a + b for a, b in corners))
    assert minus(one, other) == Range(min(a - b for a, b in corners), max(a - b for a, b in corners))


@given(RANGES, RANGES, RANGES)
def test_sums_and_differences_are_monotone(one: Range, other: Range, more: Range) -> None:
    wider = hull(one, more)
    assert isinstance(wider, Range)
    assert inside(plus(one, other), plus(wider, other))
    assert inside(minus(one, other), minus(wider, other))
    assert inside(minus(other, one), minus(other, wider))


@given(RANGES, RANGES)
def test_a_difference_undoes_a_sum(one: Range, other: Range) -> None:
    assert plus(one, other) == plus(other, one)
    assert inside(one, minus(plus(one, other), other))
