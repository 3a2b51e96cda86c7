"""Counts and ordinals as articles print them, and what hedges and bounds make of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.values import Figure, Range, Unread, exactly, inside, read_count, show


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        (0, 0),
        (5, 5),
        ("5", 5),
        ("14", 14),
        ("1,214", 1214),
        ("five", 5),
        ("Five", 5),
        ("  five ", 5),
        ("eleven", 11),
        ("twenty", 20),
        ("twenty-one", 21),
        ("ninety nine", 99),
        ("a hundred", 100),
        ("a dozen", 12),
        ("first", 1),
        ("the first", 1),
        ("second", 2),
        ("third", 3),
        ("fourth", 4),
        ("fifth", 5),
        ("eighth", 8),
        ("ninth", 9),
        ("tenth", 10),
        ("twelfth", 12),
        ("nineteenth", 19),
        ("twentieth", 20),
        ("fortieth", 40),
        ("twenty-first", 21),
        ("hundredth", 100),
        ("1st", 1),
        ("2nd", 2),
        ("4th", 4),
        ("No.2", 2),
        ("No. 2", 2),
        ("No 2", 2),
        ("no. two", 2),
        ("number two", 2),
        ("joint fourth", 4),
        ("#2", 2),
        ("zero", 0),
        ("no", 0),
        ("none", 0),
        ("never", 0),
        ("a", 1),
        ("one", 1),
        ("a single", 1),
        ("once", 1),
        ("twice", 2),
        ("both", 2),
        ("double", 2),
        ("a couple", 2),
        ("a couple of", 2),
        ("a pair of", 2),
        ("a brace of", 2),
        ("a trio of", 3),
        ("a quartet of", 4),
        ("hat trick", 3),
        ("thrice", 3),
        ("three times", 3),
        ("treble", 3),
        ("triple", 3),
        ("hat-trick", 3),
        ("a hat-trick of", 3),
        ("only two", 2),
        ("just one", 1),
        ("exactly 3", 3),
        ("a total of 14", 14),
    ],
)
def test_counts(printed: int | str, number: int) -> None:
    assert read_count(printed) == Figure(exactly(number), number, (), str(printed))


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("at least 2", 2, None),
        ("at least two", 2, None),
        ("no fewer than 2", 2, None),
        ("no less than 2", 2, None),
        ("not less than 2", 2, None),
        ("a minimum of 2", 2, None),
        ("2 or more", 2, None),
        ("2 and more", 2, None),
        ("20+", 20, None),
        ("20 plus", 20, None),
        ("≥2", 2, None),
        ("more than 3", 4, None),
        ("over 50", 51, None),
        (">3", 4, None),
        ("fewer than 3", None, 2),
        ("less than three", None, 2),
        ("under 1,000", None, 999),
        ("at most 3", None, 3),
        ("no more than 3", None, 3),
        ("not more than 3", None, 3),
        ("≤ 3", None, 3),
        ("up to 4", None, 4),
        ("3 or fewer", None, 3),
        ("top 10", None, 10),
        ("in the top five", None, 5),
        ("outside the top 10", 11, None),
        ("fourth or better", None, 4),  # of places the lower is the better
        ("fourth or higher", None, 4),
        ("4th or lower", 4, None),
        ("twenty-first or better", None, 21),
        ("better than fourth", None, 3),
        ("5 or better", 5, None),  # of counts it is not
        ("5 or higher", 5, None),
        ("5 or lower", None, 5),
        ("several", 3, None),
        ("double figures", 10, 99),
        ("double digits", 10, 99),
        ("double-figure", 10, 99),
        ("double-digit", 10, 99),
        ("triple figures", 100, 999),
        ("a number of", 3, None),
        ("two or three", 2, 3),
        ("either two or three", 2, 3),
        ("1 or 2", 1, 2),
        ("first or second", 1, 2),
        ("2 to 4", 2, 4),
        ("2 to 2", 2, 2),
        ("between 2 and 4", 2, 4),
        ("20-30", 20, 30),
        ("20–30", 20, 30),
        ("nearly 50", 45, 49),
        ("almost 50", 45, 49),
        ("just under 50", 45, 49),
        ("not quite 50", 45, 49),
        ("nearly 5", 4, 4),
        ("nearly 0", 0, 0),
        ("just over 50", 51, 55),
        ("about 20", 10, 30),
        ("around 14", 13, 15),
        ("some 1,200", 1100, 1300),
        ("~50", 40, 60),
        ("50 or so", 40, 60),
        ("about 1", 0, 2),
        ("about none", 0, 1),
    ],
)
def test_hedged_counts(printed: str, low: int | None, high: int | None) -> None:
    assert read_count(printed) == Figure(Range(low, high), None, (), printed)


@pytest.mark.parametrize(
    "printed",
    [
        True,
        False,
        -1,
        "",
        " ",
        "-1",
        "2.5",
        "blue",
        "over",
        "at least",
        "at least blue",
        "three or two",
        "two or blue",
        "two and three",
        "twenty-zero",
        "twenty-ten",
        "oneth",
        "1,21",
        "1214,000",
        "one hundred and",
        "hundred hundred",
        "one thousand two thousand",
        "something",
        "topmost 4",
        "1" * 5000,
    ],
)
def test_no_counts(printed: int | str) -> None:
    unread = read_count(printed)
    assert isinstance(unread, Unread)
    assert unread.why == f"{printed!r} is not a count such as 5, five, fourth, at least 2 or two or three"


def test_a_truth_value_is_not_taken_for_the_number_it_equals() -> None:
    assert isinstance(read_count(1), Figure)
    assert isinstance(read_count(True), Unread)


@given(st.integers(min_value=0, max_value=100_000))
def test_what_is_shown_reads_back(number: int) -> None:
    for measure in ("count", "ordinal"):
        figure = read_count(show(exactly(number), measure))
        assert isinstance(figure, Figure)
        assert figure.exact == number


BOUNDED = st.tuples(st.none() | st.integers(0, 999), st.none() | st.integers(0, 999)).filter(
    lambda ends: ends != (None, None) and (None in ends or ends[0] <= ends[1])
)


@given(BOUNDED)
def test_a_shown_range_reads_back(ends: tuple[int | None, int | None]) -> None:
    figure = read_count(show(Range(*ends), "count"))
    assert isinstance(figure, Figure)
    assert figure.value == Range(*ends)


@given(
    st.integers(0, 10_000), st.sampled_from(["about", "nearly", "just over", "at least", "at most", "over", "under"])
)
def test_a_hedge_never_means_less_than_nothing_and_is_never_exact(number: int, hedge: str) -> None:
    figure = read_count(f"{hedge} {number}")
    assert isinstance(figure, Figure)
    assert figure.exact is None
    assert (figure.value.low or 0) >= 0
    holds = hedge in ("about", "at least", "at most") or (hedge == "nearly" and number == 0)
    assert inside(exactly(number), figure.value) is holds


WORDS = st.sampled_from("about nearly no a the of or to and between two second 3rd no. 4 - top twenty ½ sub- +".split())


@given(st.lists(WORDS, max_size=5).map(" ".join))
def test_no_words_break_the_reader(printed: str) -> None:
    figure = read_count(printed)
    assert isinstance(figure, Unread) or figure.exact is None or figure.value == exactly(figure.exact)
