"""A list built once for all days answers as one that is built anew for the day that is asked for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.truth.list_steps import (
    BLOCK,
    FOREVER,
    Cost,
    ListSteps,
    Ranking,
    Step,
    StepCounter,
    athlete_steps,
    best_of,
    performance_steps,
)
from harness.truth.results import Result
from harness.values import Range, exactly


def mark(number: int, athlete: str, day: int, annulled: int | None, ends: tuple[int, int]) -> Cost:
    result = Result(
        id=f"result-{number}", athlete=athlete, event="1500m", sex="men", date=exactly(day), annulled=annulled,
        mark=Range(*ends),
    )  # fmt: skip
    return Cost(*ends, result)


@st.composite
def marks(draw: st.DrawFn) -> list[Cost]:
    """Marks of a few athletes on a few days, some annulled later (or before they stood), some disputed."""
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from("abcd"), st.integers(1, 9), st.none() | st.integers(1, 12), st.integers(100, 108),
                st.sampled_from([0, 0, 0, 1, 3]),
            ),
            max_size=14,
        )
    )  # fmt: skip
    return [mark(number, who, day, gone, (low, low + wide)) for number, (who, day, gone, low, wide) in enumerate(rows)]


def standing(costs: list[Cost], day: int, of: str) -> list[Cost]:
    """The list as of the day, by looking at every mark."""
    there = [cost for cost in costs if cost.result.exists(day)]
    if of == "performances":
        return there
    return [
        best_of([cost for cost in there if cost.result.athlete == who]) for who in {c.result.athlete for c in there}
    ]


@settings(deadline=None)
@given(marks(), st.integers(0, 13), st.sampled_from(["athletes", "performances"]))
def test_steps_are_the_list_of_every_day(costs: list[Cost], day: int, of: str) -> None:
    listed = ListSteps(athlete_steps(costs) if of == "athletes" else performance_steps(costs))
    expected = standing(costs, day, of)
    first = min((cost.high for cost in expected), default=0)
    assert set(listed.leaders(day)) == {cost for cost in expected if cost.low <= first}
    for at in range(99, 114):
        assert listed.lows_below(at, day) == sum(cost.low < at for cost in expected)
        assert listed.lows_up_to(at, day) == sum(cost.low <= at for cost in expected)
        assert listed.highs_below(at, day) == sum(cost.high < at for cost in expected)
        assert listed.highs_up_to(at, day) == sum(cost.high <= at for cost in expected)


def test_marks_struck_out_before_they_stood_count_for_nothing_in_whole_blocks() -> None:
    never = ListSteps(performance_steps([mark(number, str(number), 5, 2, (100, 100)) for number in range(BLOCK)]))
    assert [never.lows_up_to(100, day) for day in (1, 3, 6)] == [0, 0, 0]


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 12 * BLOCK), st.randoms(use_true_random=False), st.integers(0, 60))
def test_counting_by_blocks_is_counting_one_by_one(size: int, draw, day: int) -> None:  # type: ignore[no-untyped-def]
    nobody = mark(0, "a", 1, None, (1, 1))
    steps = []
    for number in range(size):
        since = draw.randrange(50)
        steps.append(Step(number, number, since, draw.choice([FOREVER, since + 1 + draw.randrange(10)]), nobody))
    counter = StepCounter(steps)
    for first in {0, size, *(draw.randrange(size + 1) for _ in range(20))}:
        assert counter.standing(first, day) == sum(step.since <= day < step.until for step in steps[:first])


@pytest.mark.parametrize(
    "low, high, depth, place",
    [
        pytest.param(100, 100, 200, (1, 1), id="the best"),
        pytest.param(101, 101, 200, (2, 2), id="behind one, beside an equal"),
        pytest.param(101, 103, 200, (2, 3), id="disputed: perhaps behind both of 101"),
        pytest.param(105, 105, 104, (4, None), id="beyond the end of the list"),
    ],
)
def test_place(low: int, high: int, depth: int, place: tuple[int, int | None]) -> None:
    costs = [mark(number, str(number), 1, None, (cost, cost)) for number, cost in enumerate([100, 101, 101])]
    mine = mark(9, "me", 1, None, (low, high))
    listed = Ranking(ListSteps(performance_steps([*costs, mine] if low not in (100, 101) else costs)), 5)
    assert listed.place(mine, depth) == Range(*place)
