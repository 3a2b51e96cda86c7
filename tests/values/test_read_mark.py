"""Marks as articles print them: the value that is meant, and all that it can have been rounded from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.values import Figure, Range, Unread, clear, exactly, inside, read_mark, show, with_units

FIFTEEN_HUNDRED = Range(200_000, 360_000)
MARATHON = Range(7_200_000, 18_000_000)


def time(printed: str, plausible: Range | None = None) -> Figure:
    figure = read_mark(printed, "time", plausible)
    assert isinstance(figure, Figure), figure
    return figure


@pytest.mark.parametrize(
    ("printed", "exact", "step"),
    [
        ("9.58", 9_580, 10),
        ("10.0", 10_000, 100),
        ("43.03s", 43_030, 10),
        ("56.1 seconds", 56_100, 100),
        ("56.1 secs.", 56_100, 100),
        (".69", 690, 10),
        ("1:51.8", 111_800, 100),
        ("3:29.05", 209_050, 10),
        ("3:29.050", 209_050, 1),
        ("03:29.05", 209_050, 10),
        ("  3:29.05 ", 209_050, 10),
        ("3:46", 226_000, 1000),
        ("13:20.11", 800_110, 10),
        ("90:00", 5_400_000, 1000),  # the leading part may pass sixty
        ("2:00:35", 7_235_000, 1000),
        ("1:00:21.5", 3_621_500, 100),
        ("3:29,05", 209_050, 10),  # the comma of the continent
        ("50.37 WR", 50_370, 10),  # with the letters that results print behind
        ("3:27.79 (=NR)", 207_790, 10),
        ("3.29.05", 209_050, 10),  # newspapers' full stops
        ("3:29.05s", 209_050, 10),
        ("3:29.05 minutes", 209_050, 10),
        ("3:29.05min", 209_050, 10),
        ("3:29 minutes", 209_000, 1000),
        ("3:29 min", 209_000, 1000),
        ("3:32.1h", 212_100, 100),  # timed by hand
        ("4:08 h", 248_000, 1000),
        ("3'29\"05", 209_050, 10),
        ("3’29”05", 209_050, 10),
        ("3'29''05", 209_050, 10),
        ("3'29", 209_000, 1000),
        ("3m35.83", 215_830, 10),
        ("2h00m35", 7_235_000, 1000),
        ("2h04.5", 7_204_500, 100),  # decimals are of seconds
        ("three minutes, 35.83", 215_830, 10),
        ("3 minutes 35.83 seconds", 215_830, 10),
        ("3 minutes and 5 seconds", 185_000, 1000),
        ("3min 35.83sec", 215_830, 10),
        ("3min35.83", 215_830, 10),
        ("one minute forty-three", 103_000, 1000),
        ("one minute forty three seconds", 103_000, 1000),
        ("Two hours and 35 seconds", 7_235_000, 1000),
        ("2 hours, 1 minute and 39 seconds", 7_299_000, 1000),
        ("a second", 1_000, 1000),
        ("ten seconds", 10_000, 1000),
        ("in a time of 3:29.05", 209_050, 10),
        ("just 3:29.05", 209_050, 10),
    ],
)
def test_times(printed: str, exact: int, step: int) -> None:
    assert time(printed) == Figure(Range(exact - step + 1, exact + step - 1), exact, (), printed, step)


@pytest.mark.parametrize(
    "printed",
    [
        "",
        " ",
        ":",
        "fast",
        "second",  # an ordinal is no time
        "3:75.2",
        "2:61:35",
        "two hours and 75 seconds",
        "two hours and 61 minutes",
        "three minutes, 60.1",
        "3:5.21",
        "3:29.0511",
        "3.29.0511",
        "3'29.0511",
        "3 minutes 29.0511 seconds",
        "1:60:00",
        "3:29:05:01",
        "8.95m",
        "twenty-first minutes",
        "both minutes",
        "a third of a second",
        "a couple minutes",
        "three of minutes",
        "٣:٢٩",  # other digits than ours
        "3:29.05 3:29.06",
        "-3:29.05",
    ],
)
def test_no_times(printed: str) -> None:
    unread = read_mark(printed, "time")
    assert isinstance(unread, Unread)
    assert repr(printed) in unread.why
    assert "3:29.05" in unread.why


def test_too_many_seconds_are_hundredths_after_a_slip_whatever_the_event() -> None:
    read = read_mark("3:29:74", "time")
    assert isinstance(read, Figure)
    assert (read.exact, read.notes) == (209_740, ("misprint",))


@pytest.mark.parametrize(
    ("printed", "official", "holds"),
    [
        ("3:46", "3:45.94", True),  # rounded
        ("3:46", "3:46.99", True),  # cut
        ("3:46", "3:45.00", False),
        ("3:46", "3:47.00", False),
        ("3:45.95", "3:45.94", False),
        ("3:45.94", "3:45.94", True),
        ("1:51.8", "1:51.76", True),
        ("1:51.8", "1:51.70", False),
        ("1:51.8", "1:51.71", True),  # rounded up, the rule for hand times
        ("56.1", "56.2", False),
    ],
)
def test_what_a_printed_time_can_have_been(printed: str, official: str, holds: bool) -> None:
    exact = time(official).exact
    assert exact is not None
    assert inside(exactly(exact), time(printed).value) is holds


@pytest.mark.parametrize(
    ("printed", "exact", "low", "high", "step"),
    [
        ("four minutes", 240_000, 216_000, 264_000, 60_000),  # a tenth
        ("four-minute", 240_000, 216_000, 264_000, 60_000),
        ("the four-minute barrier", 240_000, 216_000, 264_000, 60_000),
        ("13 minutes", 780_000, 750_000, 810_000, 60_000),  # half a minute
        ("two hours", 7_200_000, 6_480_000, 7_920_000, 3_600_000),
        ("60 minutes", 3_600_000, 3_570_000, 3_659_999, 60_000),  # as beside an hour
        ("2 hrs 3 mins", 7_380_000, 7_350_000, 7_439_999, 60_000),  # rounded, or cut
        ("2h03", 7_380_000, 7_350_000, 7_439_999, 60_000),
        ("2h 3", 7_380_000, 7_350_000, 7_439_999, 60_000),
        ("two hours three", 7_380_000, 7_350_000, 7_439_999, 60_000),
        ("two hours and three", 7_380_000, 7_350_000, 7_439_999, 60_000),
    ],
)
def test_times_to_the_minute_are_clear_only_of_what_is_a_whole_unit_off(
    printed: str, exact: int, low: int, high: int, step: int
) -> None:
    outer = Range(exact - step + 1, exact + step - 1)
    assert time(printed) == Figure(Range(low, high), exact, (), printed, step, outer)


FIVE_THOUSAND, MILE = Range(740_000, 1_200_000), Range(216_000, 360_000)
TEN_THOUSAND, HUNDRED, EIGHT_HUNDRED = Range(1_560_000, 3_000_000), Range(9_400, 15_000), Range(98_000, 160_000)


@pytest.mark.parametrize(
    ("printed", "plausible", "low", "high"),
    [
        ("sub-13", FIVE_THOUSAND, None, 779_999),
        ("under 14", FIVE_THOUSAND, None, 839_999),
        ("inside 13", FIVE_THOUSAND, None, 779_999),
        ("inside thirteen", FIVE_THOUSAND, None, 779_999),
        ("just over 13", FIVE_THOUSAND, 780_001, 858_000),
        ("13 flat", FIVE_THOUSAND, 779_001, 780_999),
        ("13", FIVE_THOUSAND, 750_000, 810_000),
        ("under 12", FIVE_THOUSAND, None, 719_999),  # faster than anybody was, and still minutes
        ("13", TEN_THOUSAND, 750_000, 810_000),  # half as long as anybody needs is not too short to be meant
        ("sub-4", MILE, None, 239_999),
        ("sub-four", MILE, None, 239_999),
        ("under the four-minute mark", MILE, None, 239_999),
        ("sub-27", TEN_THOUSAND, None, 1_619_999),
        ("sub-2", EIGHT_HUNDRED, None, 119_999),
        ("sub-2", MARATHON, None, 7_199_999),
        ("sub-2:05", MARATHON, None, 7_499_999),
        ("2.05", MARATHON, 7_470_000, 7_559_999),
        ("sub-130", MARATHON, None, 129_999),  # three digits are no bare minutes
        ("sub-10", HUNDRED, None, 9_999),
        ("under 9", HUNDRED, None, 8_999),
        ("1:41", EIGHT_HUNDRED, 100_001, 101_999),
        ("sub-100", EIGHT_HUNDRED, None, 99_999),
    ],
)
def test_a_time_without_a_unit_has_that_of_the_event(
    printed: str, plausible: Range, low: int | None, high: int | None
) -> None:
    figure = read_mark(printed, "time", plausible)
    assert isinstance(figure, Figure)
    assert (figure.value, figure.notes) == (Range(low, high), ())


@pytest.mark.parametrize(
    ("printed", "plausible", "units"),
    [
        ("sub-13", None, ("sub-13 seconds", "sub-13 minutes", "sub-13 hours")),
        ("sub-13", Range(10_000, 900_000), ("sub-13 seconds", "sub-13 minutes")),  # a band that allows for either
        ("sub-13", FIVE_THOUSAND, ()),
        ("sub-13:00", None, ()),
        ("sub-13 seconds", None, ()),
        ("2:05", None, ()),
    ],
)
def test_units_that_the_words_leave_open(printed: str, plausible: Range | None, units: tuple[str, ...]) -> None:
    assert with_units(printed, "time", plausible) == units
    assert with_units(printed, "distance", plausible) == ()


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("3:26.73 or better", None, 206_739),
        ("3:26.73 or faster", None, 206_739),
        ("3:26.73 or slower", 206_721, None),
        ("sub-3:30", None, 209_999),
        ("sub 3:30", None, 209_999),
        ("sub-four-minute", None, 239_999),
        ("under 3:30", None, 209_999),
        ("inside 3:30", None, 209_999),
        ("better than 3:30", None, 209_999),
        ("faster than 3:30", None, 209_999),
        ("outside 3:30", 210_001, None),
        ("slower than 3:30", 210_001, None),
        ("over 3:30", 210_001, None),
        ("at least 3:30.00", 209_991, None),
        ("nearly 3:30", 189_000, 209_999),
        ("just under 3:30", 189_000, 209_999),
        ("just inside 3:30", 189_000, 209_999),
        ("just outside 3:30", 210_001, 231_000),
        ("about 3:29", 208_000, 210_000),
        ("about 3:30", 200_000, 220_000),  # the last digit that is not zero counts tens of seconds
        ("around 4:00", 216_000, 264_000),  # whole minutes: a tenth
        ("about four minutes", 216_000, 264_000),
        ("about zero minutes", 0, 0),  # and a tenth of none is none
        ("within four minutes", None, 240_000),
        ("at least four minutes", 240_000, None),
        ("no more than two hours", None, 7_200_000),
        ("about 2:00:00", 7_140_000, 7_260_000),  # a minute at most
        ("about 60 seconds", 50_000, 70_000),
        ("about 10 seconds", 0, 20_000),
        ("about 1:51.8", 111_700, 111_900),
        ("3:30 or so", 200_000, 220_000),
    ],
)
def test_hedged_times(printed: str, low: int | None, high: int | None) -> None:
    figure = time(printed)
    assert (figure.value, figure.exact, figure.notes, figure.printed) == (Range(low, high), None, (), printed)


@pytest.mark.parametrize(
    ("printed", "plausible", "exact", "notes"),
    [
        ("3:29:38", FIFTEEN_HUNDRED, 209_380, ("misprint",)),
        ("3:27:14", FIFTEEN_HUNDRED, 207_140, ("misprint",)),
        ("3:29;38", FIFTEEN_HUNDRED, 209_380, ("misprint",)),
        ("3:2938", FIFTEEN_HUNDRED, 209_380, ("misprint",)),
        ("32938", FIFTEEN_HUNDRED, 209_380, ("misprint",)),
        ("3.29", FIFTEEN_HUNDRED, 209_000, ("misprint",)),
        ("2.00.35", MARATHON, 7_235_000, ("misprint",)),
        ("2.00.35.5", MARATHON, 7_235_500, ("misprint",)),
        ("3:29.38", FIFTEEN_HUNDRED, 209_380, ()),
        ("3:29:38", None, 12_578_000, ()),
        ("3:29:38", MARATHON, 12_578_000, ()),
        ("2:45.00", FIFTEEN_HUNDRED, 165_000, ()),  # wild, and no other reading: to be refuted, not unread
        ("15:00:00", FIFTEEN_HUNDRED, 54_000_000, ()),
        ("3:20", FIFTEEN_HUNDRED, 200_000, ()),  # the end of the band is in it
        ("6:00", FIFTEEN_HUNDRED, 360_000, ()),
    ],
)
def test_a_time_that_cannot_be_is_read_by_its_digits(
    printed: str, plausible: Range | None, exact: int, notes: tuple[str, ...]
) -> None:
    figure = time(printed, plausible)
    assert (figure.exact, figure.notes) == (exact, notes)


def test_a_misprint_stands_for_what_its_digits_can_have_been() -> None:
    assert time("3:29:38", FIFTEEN_HUNDRED).value == Range(209_371, 209_389)
    assert time("sub-3:30:00", FIFTEEN_HUNDRED).value == Range(None, 209_999)


def test_a_separator_is_misread_but_not_moved() -> None:
    ten_thousand_metres = Range(1_560_000, 2_400_000)
    assert isinstance(read_mark("2:61:35", "time", ten_thousand_metres), Unread)  # not 26:13.5
    assert isinstance(read_mark("3:293:8", "time", FIFTEEN_HUNDRED), Unread)  # not 3:29.38
    assert isinstance(read_mark("3290000", "time", FIFTEEN_HUNDRED), Unread)  # nor thousandths of a hundredth


def test_two_readings_that_can_be_leave_the_figure_as_it_stands() -> None:
    anything_under_an_hour = Range(10_000, 3_599_999)
    assert time("1:05:12", anything_under_an_hour).exact == 65_120
    assert time("10512", anything_under_an_hour).exact == 10_512_000  # 1:05.12 or 10:51.2


hundredths = st.integers(min_value=1, max_value=6 * 3600 * 100)
milliseconds = st.integers(min_value=1, max_value=6 * 3600 * 1000)


@given(hundredths)
def test_a_shown_mark_reads_back(value: int) -> None:
    assert time(show(exactly(value * 10), "time")).exact == value * 10


def printed_to(step: int, mark: int) -> str:
    """A whole number of steps as printed: 0, 1 or 2 decimals."""
    seconds, rest = divmod(mark, 1000)
    clock = f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return clock if step == 1000 else f"{clock}.{rest // step:0{ {100: 1, 10: 2}[step] }}"


@given(milliseconds, st.sampled_from([1000, 100, 10]))
def test_every_rounding_reads_back_as_a_range_that_holds_the_mark(exact: int, step: int) -> None:
    for rounded in (exact // step * step, -(-exact // step) * step, (exact + step // 2) // step * step):
        figure = time(printed_to(step, rounded))
        assert figure.exact == rounded
        assert inside(exactly(exact), figure.value)


@given(milliseconds, st.sampled_from([1000, 100, 10]))
def test_what_no_rounding_prints_so_is_left_out(exact: int, step: int) -> None:
    point = exact // step * step
    value = time(printed_to(step, point)).value
    assert clear(exactly(point + step), value)
    assert clear(exactly(point - step), value)


@given(
    st.text(alphabet="0123456789:.,'\"hms ftincordbeat½-", max_size=14), st.sampled_from(["time", "distance", "points"])
)
def test_no_text_breaks_the_reader(printed: str, measure: str) -> None:
    figure = read_mark(printed, measure, Range(200_000, 360_000))
    assert isinstance(figure, Unread) or figure.exact is None or inside(exactly(figure.exact), figure.value)
