"""Points and stretches on the way as articles print them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.values import Unread
from harness.values.on_the_way import Stretch, read_point, read_stretch


@pytest.mark.parametrize(
    ("printed", "point"),
    [
        ("800m", "800m"),
        ("1,200 metres", "1200m"),
        ("5 km", "5000m"),
        ("30km", "30000m"),
        ("20 miles", "32187m"),
        ("a mile", "1609m"),
        ("half a mile", "805m"),
        ("the 800m mark", "800m"),
        ("the quarter", "1quarter"),
        ("halfway", "2quarter"),
        ("the halfway point", "2quarter"),
        ("the bell", "-1lap"),
        ("a lap to go", "-1lap"),
        ("with one lap to go", "-1lap"),
        ("two laps to go", "-2lap"),
        ("200m to go", "-200m"),
        ("with 50 to go", "-50m"),  # of laps nobody counts fifty
        ("400 metres out", "-400m"),
        ("the start of the last lap", "-1lap"),
        ("three laps", "3lap"),
        ("lap three", "3lap"),
        ("third lap", "3lap"),
        ("two events", "2part"),
        ("after three events", "3part"),
        ("four disciplines", "4part"),
        ("day one", "day1"),
        ("the first day", "day1"),
        ("overnight", "day1"),
    ],
)
def test_points(printed: str, point: str) -> None:
    assert read_point(printed) == point


@pytest.mark.parametrize(
    ("printed", "stretch"),
    [
        ("last 400m", ("-400m", "finish")),
        ("the last 200 meters", ("-200m", "finish")),
        ("final 300m", ("-300m", "finish")),
        ("the final 50", ("-50m", "finish")),
        ("closing 200 metres", ("-200m", "finish")),
        ("the final lap", ("-1lap", "finish")),
        ("the last two laps", ("-2lap", "finish")),
        ("last mile", ("-1609m", "finish")),
        ("opening kilometre", ("start", "1000m")),
        ("first 5km", ("start", "5000m")),
        ("second lap", ("1lap", "2lap")),
        ("second 400m", ("400m", "800m")),
        ("second 400", ("400m", "800m")),
        ("third 300", ("600m", "900m")),
        ("second mile", ("1609m", "3219m")),
        ("third kilometre", ("2000m", "3000m")),
        ("second length", ("1lap", "2lap")),
        ("fourth quarter", ("3quarter", "finish")),
        ("first half", ("start", "2quarter")),
        ("second half", ("2quarter", "finish")),
        ("third quarter", ("2quarter", "3quarter")),
        ("final quarter", ("3quarter", "finish")),
        ("600m to 1000m", ("600m", "1000m")),
        ("600 to 1000m", ("600m", "1000m")),
        ("between 10km and 20km", ("10000m", "20000m")),
    ],
)
def test_stretches(printed: str, stretch: tuple[str, str]) -> None:
    assert read_stretch(printed) == Stretch(*stretch)


@pytest.mark.parametrize(
    "printed", ["high jump", "800", "early", "the lead", "0m", "minus two laps", "day zero", "0th lap"]
)
def test_no_points_say_what_is_one(printed: str) -> None:
    unread = read_point(printed)
    assert isinstance(unread, Unread)
    assert "such as 800m, halfway, the bell, 200m to go" in unread.why


@pytest.mark.parametrize("printed", ["back straight", "400", "late", "800m", "last two events", "0th lap"])
def test_no_stretches_say_what_is_one(printed: str) -> None:
    unread = read_stretch(printed)
    assert isinstance(unread, Unread)
    assert "such as last 400m, second lap" in unread.why


@given(st.text(alphabet="abcdefghiklmnoprstuvwy0123456789 ,.-", max_size=20))
def test_nothing_that_is_printed_breaks_a_grammar(printed: str) -> None:
    assert isinstance(read_point(printed), str | Unread)
    assert isinstance(read_stretch(printed), Stretch | Unread)
