"""Official values in an article's way of printing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.values import Figure, Label, Range, Value, as_printed, exactly, label, read_count, read_span


def day(text: str) -> Range:
    return exactly(date.fromisoformat(text).toordinal())


@pytest.mark.parametrize(
    "number, measure, printed, words",
    [
        pytest.param(4, "ordinal", "fifth", "fourth", id="an ordinal in words"),
        pytest.param(21, "ordinal", "twentieth", "twenty-first", id="of two words"),
        pytest.param(112, "ordinal", "hundredth", "112th", id="too high for words"),
        pytest.param(4, "ordinal", "5", "4th", id="a place in figures"),
        pytest.param(4, "ordinal", "1 or 2", "4th", id="one of two places"),
        pytest.param(5, "ordinal", "No.4", "5th", id="number four"),
        pytest.param(3, "count", "two", "three", id="a count in words"),
        pytest.param(3, "count", "2", "3", id="a count in figures"),
        pytest.param(1, "count", "at least 2", "1", id="a bound goes"),
        pytest.param(3, "count", "first", "third", id="his first title"),
        pytest.param(1, "count", "twice", "once", id="once"),
        pytest.param(3, "count", "twice", "three times", id="three times"),
        pytest.param(4, "count", "5 times", "4 times", id="times in figures"),
        pytest.param(3, "count", "both", "", id="no word for three of both"),
        pytest.param(2, "count", "a", "", id="no plural for an article"),
        pytest.param(0, "count", "3", "", id="none"),
        pytest.param(0, "years", "1", "0", id="an age of none"),
        pytest.param(5, "days", "One week", "five days", id="not a week"),
        pytest.param(14, "days", "one week", "two weeks", id="weeks"),
        pytest.param(13, "days", "1 week", "13 days", id="nearly two weeks"),
        pytest.param(1808, "days", "three years", "five years", id="years"),
        pytest.param(275, "days", "ten-month", "nine-month", id="an adjective"),
        pytest.param(1, "days", "one year", "one day", id="no years"),
        pytest.param(3, "days", "2 months", "3 days", id="no months"),
        pytest.param(-3, "days", "two days", "", id="before, not after"),
        pytest.param(700, "gap", "69 hundredths of a second", "70 hundredths of a second", id="hundredths"),
        pytest.param(2800, "gap", "3.80 seconds", "2.80 seconds", id="seconds"),
        pytest.param(690, "gap", "0.96", "0.69", id="no unit"),
        pytest.param(690, "gap", "0.96s", "0.69s", id="a short unit"),
        pytest.param(690, "gap", "two metres", "0.69 s", id="another unit"),
        pytest.param(-690, "gap", "0.96s", "", id="the other way round"),
        pytest.param(8960, "distance", "8.95m", "8.96m", id="a distance"),
        pytest.param(8960, "distance", "8.95", "8.96", id="a distance without unit"),
        pytest.param(8960, "distance", "29ft 4in", "8.96 m", id="feet and inches"),
        pytest.param(8_994_000, "points", "8,990", "8,994", id="points"),
        pytest.param(8_994_000, "points", "8,990 points", "8,994 points", id="points by name"),
        pytest.param(209380, "time", "3:29:74", "3:29.38", id="a time"),
    ],
)
def test_numbers(number: int, measure: str, printed: str, words: str) -> None:
    assert as_printed(exactly(number), measure, printed) == words


@pytest.mark.parametrize(
    "thousandths, printed, words",
    [
        pytest.param(120_000, "three minutes", "two minutes", id="in words"),
        pytest.param(120_000, "3 minutes", "2 minutes", id="in figures"),
        pytest.param(60_000, "two minutes", "one minute", id="one minute"),
        pytest.param(59_000, "two minutes", "59 seconds", id="less than one"),
        pytest.param(5_940_000, "two minutes", "ninety-nine minutes", id="the last number in words"),
        pytest.param(6_000_000, "two minutes", "100 minutes", id="too many for words"),
        pytest.param(456_000, "seven minutes and 26 seconds", "seven minutes and 36 seconds", id="and seconds"),
        pytest.param(456_000, "7 minutes 26 seconds", "7 minutes 36 seconds", id="and seconds without and"),
        pytest.param(61_000, "two minutes, two seconds", "one minute 1 second", id="and one second"),
        pytest.param(456_000, "7:26", "7:36", id="with a colon"),
        pytest.param(3_900_000, "1:04:00", "1:05:00", id="with hours"),
        pytest.param(59_000, "1:04", "59", id="with a colon and less than a minute"),
        pytest.param(61_000, "59 seconds", "61 seconds", id="printed in seconds"),
    ],
)
def test_gaps_in_full_seconds(thousandths: int, printed: str, words: str) -> None:
    assert as_printed(exactly(thousandths), "gap", printed, step=1000) == words


@pytest.mark.parametrize(
    "found, printed, claimed, words",
    [
        pytest.param("2024-05-26", "25 May 2024", "2024-05-25", "26 May 2024", id="in full"),
        pytest.param("2024-05-26", "May 25", "2024-05-25", "May 26", id="no year where it is the same"),
        pytest.param("2023-05-26", "May 25", "2024-05-25", "May 26, 2023", id="another year"),
        pytest.param("2024-08-20", "May 25, 2023", "2023-05-25", "August 20, 2024", id="the month first"),
        pytest.param("2016-08-20", "2012", "2012-01-01", "2016", id="a year"),
        pytest.param("2016-08-20", "since 2012", "2012-01-01", "since 2016", id="since a year"),
        pytest.param("2024-08-20", "July", "2024-07-01", "August", id="a month"),
        pytest.param("2024-08-20", "July 2024", "2024-07-01", "August 2024", id="a month of a year"),
        pytest.param("2024-08-20", "on Wednesday", "2024-08-21", "on Tuesday", id="a weekday"),
        pytest.param("2024-08-10", "on Wednesday", "2024-08-21", "on 10 August 2024", id="a weekday too far off"),
        pytest.param("2024-05-25", "Sunday, 25 May", "2024-05-25", "Saturday, 25 May", id="not a Sunday"),
        pytest.param("2024-08-20", "yesterday", "2024-08-21", "20 August 2024", id="in words"),
        pytest.param("2024-08-20", "2023-05-25", "2023-05-25", "20 August 2024", id="no one prints it so"),
    ],
)
def test_dates(found: str, printed: str, claimed: str, words: str) -> None:
    assert as_printed(day(found), "date", printed, day(claimed)) == words


@pytest.mark.parametrize("value", [Range(2, 3), Range(2, None), Range(None, 2), label("a"), Label(frozenset())])
def test_what_is_not_exact_is_no_figure_to_print(value: Value) -> None:
    assert as_printed(value, "count", "5") == ""


@given(st.integers(1, 99), st.sampled_from(["count", "ordinal"]), st.sampled_from(["two", "second", "2", "2nd"]))
def test_what_is_written_out_is_read_again(number: int, measure: str, printed: str) -> None:
    read = read_count(as_printed(exactly(number), measure, printed))
    assert isinstance(read, Figure)
    assert read.value == exactly(number)


@given(st.integers(1, 5000), st.sampled_from(["two years", "3 months", "one week", "two days", "five-year"]))
def test_a_length_of_time_holds_the_days(days: int, printed: str) -> None:
    read = read_span(as_printed(exactly(days), "days", printed))
    assert isinstance(read, Figure)
    assert (read.value.low or 0) <= days <= (read.value.high or 0)
