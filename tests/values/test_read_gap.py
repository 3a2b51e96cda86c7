"""Margins as articles print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.values import Figure, Range, Unread, exactly, read_gap, show


@pytest.mark.parametrize(
    ("printed", "exact", "step"),
    [
        ("69 hundredths of a second", 690, 10),
        ("three hundredths", 30, 10),
        ("a hundredth of a second", 10, 10),
        ("one-hundredth of a second", 10, 10),
        ("hundredths of a second", 10, 10),
        ("1/100th of a second", 10, 10),
        ("two tenths", 200, 100),
        ("a tenth of a second", 100, 100),
        ("five thousandths of a second", 5, 1),
        ("0.69", 690, 10),
        (".69", 690, 10),
        ("0.69sec", 690, 10),
        ("0:00.69", 690, 10),
        ("just 0.03 seconds", 30, 10),
        ("by only 0.03 seconds", 30, 10),
        ("1.2 seconds", 1200, 100),
        ("a second", 1000, 1000),
        ("two seconds", 2000, 1000),
        ("half a second", 500, 100),
        ("a quarter of a second", 250, 100),
        ("a second and a half", 1500, 100),
        ("1:02.5", 62_500, 100),
    ],
)
def test_gaps_in_time(printed: str, exact: int, step: int) -> None:
    assert read_gap(printed) == Figure(Range(exact - step + 1, exact + step - 1), exact, (), printed, step)


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("less than a second", 0, 999),  # never from below zero: the man ahead is ahead
        ("at most 0.5 seconds", 0, 599),
        ("less than 0", 0, 0),
        ("a fraction of a second", 1, 999),
        ("over a second", 1001, None),
        ("more than half a second", 501, None),
        ("at least a tenth of a second", 1, None),
        ("nearly a second", 900, 999),
        ("almost two seconds", 1800, 1999),
        ("just over a second", 1001, 1100),
        ("about a second", 0, 2000),
        ("about half a second", 400, 600),
    ],
)
def test_hedged_gaps(printed: str, low: int, high: int | None) -> None:
    figure = read_gap(printed)
    assert (figure.value, figure.exact, figure.printed) == (Range(low, high), None, printed)


def test_a_dead_heat_is_a_gap_of_nothing() -> None:
    assert read_gap("0.00") == Figure(Range(0, 9), 0, (), "0.00", 10)


@pytest.mark.parametrize(
    ("printed", "exact", "step"),
    [
        ("4cm", 40, 10),
        ("12 centimetres", 120, 10),
        ("twelve centimetres", 120, 10),
        ("a metre", 1000, 1000),
        ("half a metre", 500, 100),
        ("0.04m", 40, 10),
        ("2 metres", 2000, 1000),
        ("by a centimeter", 10, 10),
    ],
)
def test_gaps_in_distance(printed: str, exact: int, step: int) -> None:
    assert read_gap(printed, "distance") == Figure(Range(exact - step + 1, exact + step - 1), exact, (), printed, step)


@pytest.mark.parametrize(
    ("printed", "exact"), [("12 points", 12), ("a point", 1), ("just 12 points", 12), ("twelve points", 12)]
)
def test_gaps_in_points(printed: str, exact: int) -> None:
    thousandths = 1000 * exact
    assert read_gap(printed, "points").value == Range(thousandths - 500, thousandths + 499)


@pytest.mark.parametrize(
    ("printed", "measure", "example"),
    [
        ("4cm", "time", "69 hundredths"),
        ("a whisker", "time", "0.69"),
        ("blue hundredths", "time", "0.69"),
        ("a fraction of a second", "distance", "12cm"),
        ("0.5 seconds", "distance", "12cm"),
        ("4cm", "points", "points"),
    ],
)
def test_no_gaps(printed: str, measure: str, example: str) -> None:
    unread = read_gap(printed, measure)
    assert isinstance(unread, Unread)
    assert repr(printed) in unread.why
    assert example in unread.why


@given(st.integers(min_value=0, max_value=100_000))
def test_a_shown_gap_reads_back(hundredths: int) -> None:
    figure = read_gap(show(exactly(hundredths * 10), "gap"))
    assert isinstance(figure, Figure)
    assert figure.exact == hundredths * 10


def test_a_gap_of_whole_minutes_is_a_round_one() -> None:
    outer = Range(60_001, 179_999)
    assert read_gap("two minutes") == Figure(Range(90_000, 150_000), 120_000, (), "two minutes", 60_000, outer)
