"""Distances, heights, points and split distances as articles print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.values import Figure, Range, Unread, exactly, read_mark, show, split_metres


@pytest.mark.parametrize(
    ("printed", "exact", "low", "high"),
    [
        ("8.95m", 8_950, 8_941, 8_959),
        ("8.95 metres", 8_950, 8_941, 8_959),
        ("8,95 m", 8_950, 8_941, 8_959),
        ("6.23", 6_230, 6_221, 6_239),
        ("8m95", 8_950, 8_941, 8_959),
        ("895cm", 8_950, 8_941, 8_959),
        ("895 centimetres", 8_950, 8_941, 8_959),
        ("8950mm", 8_950, 8_950, 8_950),
        ("8.950", 8_950, 8_950, 8_950),
        (".5m", 500, 401, 599),
        ("90m", 90_000, 90_000, 90_999),
        ("1,500 m", 1_500_000, 1_500_000, 1_500_999),  # a thousands comma, not a decimal one
        ("two metres", 2_000, 2_000, 2_999),
        ("29ft 4in", 8_941, 8_916, 8_966),
        ("29 ft 4 1/2 in", 8_954, 8_942, 8_966),
        ("29ft 4½in", 8_954, 8_942, 8_966),
        ("29' 4\"", 8_941, 8_916, 8_966),
        ("29 feet", 8_839, 8_535, 9_143),
        ("one inch", 25, 0, 50),
        ("6-11", 2_108, 2_083, 2_133),
        ("18-11.5", 5_778, 5_776, 5_780),
        ("29ft 4.5in", 8_954, 8_952, 8_956),
        ("29ft 4.25in", 8_947, 8_947, 8_947),
        ("5.5in", 140, 138, 142),
        ("half an inch", 13, 11, 15),
        ("three inches", 76, 51, 101),
        ("6 metres 99", 6_990, 6_981, 6_999),
        ("six metres five", 6_050, 6_041, 6_059),
        ("6 metres 5 centimetres", 6_050, 6_041, 6_059),  # with its unit one digit will do
        ("a metre and a quarter", 1_250, 1_151, 1_349),
        ("8cm", 80, 71, 89),
        ("a yard", 914, 1, 1_827),
        ("10 yds", 9_144, 8_231, 10_057),
        ("100 yards", 91_440, 90_527, 92_353),
        ("a mile", 1_609_344, 1_609_344, 3_218_687),
        ("two miles", 3_218_688, 3_218_688, 4_828_031),
        ("half a mile", 804_672, 804_672, 965_605),  # a fraction: to a tenth of the unit
        ("10 km", 10_000_000, 10_000_000, 10_999_999),
        ("a kilometre", 1_000_000, 1_000_000, 1_999_999),
        ("half a kilometer", 500_000, 500_000, 599_999),
    ],
)
def test_distances_in_millimetres(printed: str, exact: int, low: int, high: int) -> None:
    for measure in ("distance", "height"):
        figure = read_mark(printed, measure)
        assert (figure.value, figure.exact, figure.printed) == (Range(low, high), exact, printed)


def test_whole_metres_are_reached_but_what_was_rounded_up_to_them_is_not_ruled_out() -> None:
    figure = read_mark("six metres", "height")
    assert isinstance(figure, Figure)
    assert (figure.value, figure.outer) == (Range(6_000, 6_999), Range(5_001, 6_999))


@pytest.mark.parametrize(
    "printed",
    ["", "m", "cm", "3:29.05", "5.5mm", "29ft 12in", "29ft 4 3/2 in", "29ft 4 2/2 in", "6-12", "6-12.5",
     "six metres one hundred centimetres", "6 metres 5", "one of a metre", "one of a mile", "blue metres",
     "a third of a metre", "half a millimetre"],
)  # fmt: skip
def test_no_distances(printed: str) -> None:
    unread = read_mark(printed, "distance")
    assert isinstance(unread, Unread)
    assert "not a distance such as 8.95m" in unread.why


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("2.40m or better", Range(2_391, None)),  # further and higher are better
        ("six metres or better", Range(6_000, None)),  # and nobody clears six metres with 5.91
        ("at least 6m", Range(6_000, None)),
        ("at most 6 metres", Range(None, 6_000)),
        ("5.9 or better", Range(5_900, None)),
        ("2.40m or higher", Range(2_391, None)),
        ("2.40m or lower", Range(None, 2_409)),
        ("better than 2.40m", Range(2_401, None)),
        ("over 90m", Range(90_001, None)),
        ("about 90m", Range(80_000, 100_000)),
        ("about 8.95m", Range(8_940, 8_960)),
        ("nearly 9m", Range(8_100, 8_999)),
    ],
)
def test_hedged_distances(printed: str, value: Range) -> None:
    figure = read_mark(printed, "height")
    assert (figure.value, figure.exact, figure.printed) == (value, None, printed)


@pytest.mark.parametrize(
    ("printed", "exact"), [("8,994 points", 8994), ("9126", 9126), ("9126pts", 9126), ("1 point", 1)]
)
def test_points(printed: str, exact: int) -> None:
    thousandths = 1000 * exact
    assert read_mark(printed, "points").value == Range(thousandths - 500, thousandths + 499)


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("14.5", 14_401, 14_599),
        ("two and a half points", 2_000, 2_999),
        ("1,000.5", 1_000_401, 1_000_599),
    ],
)
def test_fractions_of_points(printed: str, low: int, high: int) -> None:
    assert read_mark(printed, "points").value == Range(low, high)


def test_no_points() -> None:
    assert isinstance(read_mark("a third of a point", "points"), Unread)
    assert isinstance(read_mark("8.95m", "points"), Unread)
    assert isinstance(read_mark("31-17", "points"), Unread)


@pytest.mark.parametrize(
    ("printed", "metres"),
    [("800 m", 800), ("800m", 800), ("1,000 metres", 1000), ("1km", 1000), ("1.5km", 1500), ("2.005 km", 2005)],
)
def test_split_metres(printed: str, metres: int) -> None:
    assert split_metres(printed) == metres


@pytest.mark.parametrize("printed", ["800", "half-way", "800.5m", "1.2.3km", "10,00m", ""])
def test_no_split_metres(printed: str) -> None:
    with pytest.raises(ValueError, match="such as 800m"):
        split_metres(printed)


@given(st.integers(min_value=1, max_value=100_000))
def test_a_shown_distance_reads_back(value: int) -> None:
    figure = read_mark(show(exactly(value), "distance"), "distance")
    assert isinstance(figure, Figure)
    assert figure.exact == value
