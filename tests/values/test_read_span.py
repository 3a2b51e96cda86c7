"""Lengths of time as articles print them, in days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.values import Figure, Range, Unread, inside, read_span


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("a day", 1, 1),
        ("five days", 5, 5),
        ("5 days", 5, 5),
        ("zero days", 0, 0),
        ("a couple of days", 2, 2),
        ("one week", 6, 8),
        ("a week", 6, 8),
        ("a week later", 6, 8),
        ("one week after", 6, 8),
        ("two-week", 13, 15),
        ("a fortnight", 13, 15),
        ("a month", 15, 61),
        ("a month before", 15, 61),
        ("nine months", 258, 305),
        ("24 months", 715, 760),  # 761 days are 25 months to the hour, and not reached
        ("nine-month", 258, 305),
        ("a year", 1, 731),
        ("a year and a quarter", 273, 640),
        ("two years later", 365, 1096),
        ("nine years", 2923, 3653),
        ("in nine years", 2923, 3653),
        ("after nine years", 2923, 3653),
        ("a decade", 3287, 4018),
        ("two decades", 6939, 7671),
        ("a century", 36159, 36891),
        ("two centuries", 72684, 73416),
        ("two or three weeks", 13, 22),
        ("several weeks", 20, None),
        ("about one week", 1, 13),
        ("about two weeks", 8, 20),
        ("about 5 days", 4, 6),
        ("about a month", 1, 61),
        ("nearly 5 days", 4, 4),
        ("almost two years", 365, 731),
        ("just under two years", 365, 731),
        ("just over a week", 8, 13),
        ("just over 5 days", 6, 6),
        ("less than a month", 0, 31),
        ("less than 5 days", 0, 4),
        ("under zero days", 0, 0),
        ("within a week", 0, 7),
        ("at most a month", 0, 31),
        ("more than a year", 365, None),  # 365.25 days: the limit falls within a day
        ("more than 5 days", 6, None),
        ("at least nine years", 3287, None),
        ("five days or more", 5, None),
    ],
)
def test_lengths_of_time(printed: str, low: int, high: int | None) -> None:
    assert read_span(printed) == Figure(Range(low, high), low if low == high else None, (), printed)


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "week",
        "ten",
        "blue weeks",
        "23 hours",
        "many hours",
        "blue hours",
        "a long time",
        "about several weeks",
        "up to five",
        "3:29.05",
        "two years and some days",
        "two days and three years",
    ],
)
def test_no_lengths_of_time(printed: str) -> None:
    unread = read_span(printed)
    assert isinstance(unread, Unread)
    assert unread.why.startswith(repr(printed))
    assert "such as one week" in unread.why


UNITS = st.sampled_from(["day", "week", "month", "year", "decade"])


def span(printed: str) -> Range:
    figure = read_span(printed)
    assert isinstance(figure, Figure), figure
    return figure.value


@given(st.integers(1, 200), UNITS)
def test_hedges_widen_or_cut_a_length_as_their_words_say(count: int, unit: str) -> None:
    plain, about = span(f"{count} {unit}s"), span(f"about {count} {unit}s")
    nearly, over = span(f"nearly {count} {unit}s"), span(f"just over {count} {unit}s")
    assert plain.low is not None
    assert plain.high is not None
    if unit != "decade":  # counted in years, a decade is off by a year, "about" or not
        assert about.low is not None
        assert about.high is not None
        assert nearly.low == about.low
        assert over.high == about.high
    assert inside(nearly, span(f"less than {count} {unit}s"))
    assert inside(over, span(f"more than {count} {unit}s"))
    assert not inside(plain, span(f"more than {count} {unit}s"))


@given(st.integers(0, 200), UNITS, st.integers(1, 9))
def test_more_units_are_a_longer_time(count: int, unit: str, more: int) -> None:
    shorter, longer = span(f"{count} {unit}s"), span(f"{count + more} {unit}s")
    assert (shorter.low or 0) <= (longer.low or 0)
    assert (shorter.high or 0) < (longer.high or 0)
