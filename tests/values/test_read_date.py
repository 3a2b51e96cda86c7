"""Dates as articles print them, read on a day of publication."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.values import Figure, Range, Unread, either_days, exactly, read_date, show

PUBLISHED = "2024-08-01"  # a Thursday


def day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def read(printed: str, published: str = PUBLISHED) -> Figure:
    figure = read_date(printed, day(published))
    assert isinstance(figure, Figure), figure
    return figure


@pytest.mark.parametrize(
    "printed",
    [
        "2024-05-25",
        "25 May 2024",
        "25th May 2024",
        "25th of May, 2024",
        "the 25th of May 2024",
        "May 25, 2024",
        "May 25 2024",
        "May 25th, 2024",
        "25 May",
        "May 25",
        "25 May this year",
        "on 25 May 2024",
        "on May 25",
        "as of 25 May",
        "since 25 May",
        "Saturday 25 May",
        "Saturday, May 25, 2024",
        "Sat 25 May",
        "Saturday (May 25)",
    ],
)
def test_one_day_written_in_many_ways(printed: str) -> None:
    assert read(printed) == Figure(exactly(day("2024-05-25")), day("2024-05-25"), (), printed)


def test_a_weekday_that_is_not_the_days_own_is_a_misprint() -> None:
    assert read("Friday 25 May 2024") == Figure(
        exactly(day("2024-05-25")), day("2024-05-25"), ("misprint",), "Friday 25 May 2024"
    )


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("Aug 02, 2024", "2024-08-02", "2024-08-02"),
        ("6.5.0100", "0100-05-06", "0100-05-06"),  # only a year of two digits lacks its century
        ("Sept 3", "2024-09-03", "2024-09-03"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("in 2015", "2015-01-01", "2015-12-31"),
        ("the 2024 season", "2024-01-01", "2024-12-31"),
        ("the season 2024", "2024-01-01", "2024-12-31"),
        ("May 2024", "2024-05-01", "2024-05-31"),
        ("Feb. 2024", "2024-02-01", "2024-02-29"),
        ("May of 2024", "2024-05-01", "2024-05-31"),
        ("May", "2024-05-01", "2024-05-31"),
        ("December", "2024-12-01", "2024-12-31"),
        ("May this year", "2024-05-01", "2024-05-31"),
        ("May last year", "2023-05-01", "2023-05-31"),
        ("last May", "2024-05-01", "2024-05-31"),
        ("last August", "2023-08-01", "2023-08-31"),  # it has begun, and has not ended
        ("this August", "2024-08-01", "2024-08-31"),
        ("next May", "2025-05-01", "2025-05-31"),
        ("next August", "2025-08-01", "2025-08-31"),
        ("2 to 6 August", "2024-08-02", "2024-08-06"),
        ("August 2-6", "2024-08-02", "2024-08-06"),
        ("2-6 August 2024", "2024-08-02", "2024-08-06"),
        ("2–6 August 2023", "2023-08-02", "2023-08-06"),
        ("August 2 to 6, 2021", "2021-08-02", "2021-08-06"),
        ("from 2 to 6 August", "2024-08-02", "2024-08-06"),
        ("between 2 and 6 August", "2024-08-02", "2024-08-06"),
        ("28 July to 6 August", "2024-07-28", "2024-08-06"),
        ("May to July", "2024-05-01", "2024-07-31"),
        ("May 2023 to June 2024", "2023-05-01", "2024-06-30"),
        ("2015 to 2018", "2015-01-01", "2018-12-31"),
        ("2015-2018", "2015-01-01", "2018-12-31"),
        ("2024-05-25 to 2024-06-02", "2024-05-25", "2024-06-02"),
        ("December to February 2024", "2023-12-01", "2024-02-29"),
        ("December 2023 to February", "2023-12-01", "2024-02-29"),
        ("January to November 2024", "2024-01-01", "2024-11-30"),
        ("January 2023 to November", "2023-01-01", "2023-11-30"),
        ("May to 2024", "2024-05-01", "2024-12-31"),
        ("early May", "2024-05-01", "2024-05-16"),
        ("mid-July", "2024-07-08", "2024-07-24"),
        ("the middle of July", "2024-07-08", "2024-07-24"),
        ("late May", "2024-05-16", "2024-05-31"),
        ("the end of May", "2024-05-16", "2024-05-31"),
        ("the start of the 2024 season", "2024-01-01", "2024-07-01"),
        ("late in 2023", "2023-07-02", "2023-12-31"),
        ("late last year", "2023-07-02", "2023-12-31"),
        ("about May 2024", "2024-03-31", "2024-07-01"),
        ("around 25 May", "2024-05-24", "2024-05-26"),
        ("today", "2024-08-01", "2024-08-01"),
        ("tonight", "2024-08-01", "2024-08-01"),
        ("this morning", "2024-08-01", "2024-08-01"),
        ("this afternoon", "2024-08-01", "2024-08-01"),
        ("this evening", "2024-08-01", "2024-08-01"),
        ("yesterday", "2024-07-31", "2024-07-31"),
        ("yesterday evening", "2024-07-31", "2024-07-31"),
        ("last night", "2024-07-31", "2024-07-31"),
        ("last evening", "2024-07-31", "2024-07-31"),
        ("day before yesterday", "2024-07-30", "2024-07-30"),
        ("the day before yesterday", "2024-07-30", "2024-07-30"),
        ("tomorrow", "2024-08-02", "2024-08-02"),
        ("day after tomorrow", "2024-08-03", "2024-08-03"),
        ("the day after tomorrow", "2024-08-03", "2024-08-03"),
        ("Thursday", "2024-08-01", "2024-08-01"),
        ("on Friday", "2024-08-02", "2024-08-02"),
        ("Sunday", "2024-08-04", "2024-08-04"),  # three days ahead
        ("Monday", "2024-07-29", "2024-07-29"),  # three days back
        ("Tuesday", "2024-07-30", "2024-07-30"),
        ("Saturday evening", "2024-08-03", "2024-08-03"),
        ("this Monday", "2024-08-05", "2024-08-05"),
        ("last Saturday", "2024-07-27", "2024-07-27"),
        ("last Thursday", "2024-07-25", "2024-07-25"),  # strictly before
        ("last Wednesday", "2024-07-31", "2024-07-31"),
        ("next Thursday", "2024-08-08", "2024-08-08"),
        ("next Friday", "2024-08-02", "2024-08-02"),
        ("this week", "2024-07-29", "2024-08-04"),
        ("last week", "2024-07-22", "2024-07-28"),
        ("next week", "2024-08-05", "2024-08-11"),
        ("this weekend", "2024-08-03", "2024-08-04"),
        ("last weekend", "2024-07-27", "2024-07-28"),
        ("this month", "2024-08-01", "2024-08-31"),
        ("last month", "2024-07-01", "2024-07-31"),
        ("this year", "2024-01-01", "2024-12-31"),
        ("this season", "2024-01-01", "2024-12-31"),
        ("last year", "2023-01-01", "2023-12-31"),
        ("next season", "2025-01-01", "2025-12-31"),
        ("last summer", "2023-06-01", "2023-09-30"),  # this one has not ended
        ("this summer", "2024-06-01", "2024-09-30"),
        ("next summer", "2025-06-01", "2025-09-30"),
        ("the summer", "2024-06-01", "2024-09-30"),
        ("summer 2015", "2015-06-01", "2015-09-30"),
        ("the summer of 2015", "2015-06-01", "2015-09-30"),
        ("spring 2024", "2024-03-01", "2024-05-31"),
        ("the autumn of 2023", "2023-09-01", "2023-11-30"),
        ("last fall", "2023-09-01", "2023-11-30"),
        ("last winter", "2023-12-01", "2024-03-31"),
        ("winter 2024", "2023-12-01", "2024-03-31"),
        ("winter 2023-24", "2023-12-01", "2024-03-31"),
        ("winter 2023/24", "2023-12-01", "2024-03-31"),
        ("the 1980s", "1980-01-01", "1989-12-31"),
        ("a year ago", "2022-08-01", "2024-07-31"),
        ("three years ago", "2020-08-02", "2022-08-02"),
        ("nine years ago", "2014-08-01", "2016-07-31"),
        ("a month ago", "2024-06-01", "2024-07-17"),
        ("two weeks ago", "2024-07-17", "2024-07-19"),
        ("five days ago", "2024-07-27", "2024-07-27"),
        ("two weeks away", "2024-08-14", "2024-08-16"),
        ("in two weeks' time", "2024-08-14", "2024-08-16"),
    ],
)
def test_days_that_a_date_can_mean(printed: str, first: str, last: str) -> None:
    assert read(printed).value == Range(day(first), day(last))


def test_a_bound_in_time_is_a_range_without_end() -> None:
    assert read("several years ago").value == Range(None, day("2022-08-02"))
    assert read("at least five days from now").value == Range(day("2024-08-06"), None)


@pytest.mark.parametrize(
    ("printed", "published", "first"),
    [
        ("25 December", "2024-01-03", "2023-12-25"),
        ("5 January", "2023-12-30", "2024-01-05"),
        ("December", "2024-01-03", "2023-12-01"),
        ("29 February", "2024-08-01", "2024-02-29"),
        ("29 February", "2022-01-01", "2020-02-29"),  # 2021 to 2023 have none
        ("last summer", "2024-02-10", "2023-06-01"),
        ("last summer", "2024-10-10", "2024-06-01"),
        ("this summer", "2024-01-10", "2024-06-01"),  # the last one is nearer
        ("this winter", "2024-12-10", "2024-12-01"),
        ("last month", "2024-01-10", "2023-12-01"),
        ("next month", "2024-12-10", "2025-01-01"),
        ("28 December to 3 January", "2024-01-05", "2023-12-28"),
        ("two years ago", "0002-06-01", "0001-01-01"),  # no day is before the first
    ],
)
def test_the_day_of_publication_decides(printed: str, published: str, first: str) -> None:
    assert read(printed, published).value.low == day(first)


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        ("31 June 2024", "June 2024 has no day 31"),
        ("31 June", "June 2024 has no day 31"),
        ("29 February 2023", "February 2023 has no day 29"),
        ("2024-31-05", "there is no month 31"),
        ("6 to 2 August 2024", "it ends before it begins"),
        ("2018 to 2015", "it ends before it begins"),
        ("3000 years ago", "it lies before the year 1"),
        ("the 0000s", "there is no year 0"),
        ("Friday 31 June", "June 2024 has no day 31"),
        ("25", "such as 25 May 2024"),
        ("2 to 6", "such as 25 May 2024"),
        ("6, 2021", "such as 25 May 2024"),
        ("5 to 2024", "such as 25 May 2024"),
        ("2015-18", "there is no month 18"),
        ("some day", "such as 25 May 2024"),
        ("Friday some day", "such as 25 May 2024"),
        ("early doors", "such as 25 May 2024"),
        ("late several years ago", "such as 25 May 2024"),
        ("many moons ago", "such as 25 May 2024"),
        ("two years earlier", "such as 25 May 2024"),  # earlier than what?
        ("in 8000 years", "it lies outside the years 1 to 9999"),
        ("in some years", "such as 25 May 2024"),
        ("on", "such as 25 May 2024"),
        ("", "such as 25 May 2024"),
    ],
)
def test_no_dates(printed: str, why: str) -> None:
    unread = read_date(printed, day(PUBLISHED))
    assert isinstance(unread, Unread)
    assert unread.why.startswith(f"{printed!r} is not a date")
    assert why in unread.why


DAYS = st.dates(date(1800, 1, 1), date(2200, 12, 31))


@given(DAYS, DAYS)
def test_a_shown_date_reads_back_whenever_it_is_read(one: date, published: date) -> None:
    for shown in (show(exactly(one.toordinal()), "date"), one.isoformat()):
        figure = read_date(shown, published.toordinal())
        assert isinstance(figure, Figure)
        assert figure.exact == one.toordinal()


@given(DAYS, st.integers(0, 1000))
def test_a_shown_period_reads_back(one: date, length: int) -> None:
    period = Range(one.toordinal(), (one + timedelta(length)).toordinal())
    figure = read_date(show(period, "date"), 1)
    assert isinstance(figure, Figure)
    assert figure.value == period


@given(DAYS, st.integers(-182, 182))
def test_a_date_without_a_year_is_the_nearest(published: date, off: int) -> None:
    meant = published + timedelta(off)
    figure = read_date(f"{meant:%B} {meant.day}", published.toordinal())
    assert isinstance(figure, Figure)
    if (meant.month, meant.day) != (2, 29):
        assert figure.exact == meant.toordinal()


@pytest.mark.parametrize(
    ("printed", "published", "first", "last"),
    [
        ("last July", "2024-08-10", "2023-07-01", "2024-08-01"),  # "this past July", and that of a year ago
        ("last summer", "2024-10-10", "2023-06-01", "2024-10-01"),
        ("last August", "2024-08-10", "2023-07-31", "2023-09-01"),  # this one has not ended
        ("last December", "2024-01-10", "2023-11-30", "2024-01-01"),
        ("last winter", "2024-10-10", "2023-11-30", "2024-04-01"),  # it began in the year before
        ("July", "2024-08-10", None, None),
    ],
)
def test_a_month_that_is_last_may_be_that_of_last_year(
    printed: str, published: str, first: str | None, last: str | None
) -> None:
    figure = read_date(printed, date.fromisoformat(published).toordinal())
    assert isinstance(figure, Figure)
    outer = figure.outer
    days = None if outer is None else (date.fromordinal(outer.low or 1), date.fromordinal(outer.high or 1))
    assert days == (None if first is None or last is None else (date.fromisoformat(first), date.fromisoformat(last)))


LAST = ["last Saturday", "last week", "last month", "last May", "last summer", "last winter", "last year"]


@given(DAYS, st.sampled_from(LAST))
def test_what_is_last_has_ended_before_the_day(published: date, printed: str) -> None:
    figure = read_date(printed, published.toordinal())
    assert isinstance(figure, Figure)
    assert figure.value.high is not None
    assert figure.value.high < published.toordinal()


WORDS = "last this 31 2 May 2024 February to - the early ago years summer mid- Friday month of time 0000 9999".split()


@given(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), DAYS)
def test_no_words_break_the_reader(printed: str, published: date) -> None:
    figure = read_date(printed, published.toordinal())
    if isinstance(figure, Figure):
        assert show(figure.value, "date")


@pytest.mark.parametrize(
    "printed, published, days",
    [
        # 1 August 2024 was a Thursday.
        ("Friday", "2024-08-01", ("2024-07-26", "2024-08-02")),
        ("on Wednesday evening", "2024-08-01", ("2024-07-31", "2024-08-07")),
        ("Monday", "2024-08-04", ("2024-07-29", "2024-08-05")),
        ("Thursday", "2024-08-01", ()),  # that day
        ("last Friday", "2024-08-01", ()),
        ("next Friday", "2024-08-01", ()),
        ("Friday 2 August", "2024-08-01", ()),
        ("Monday 29 July", "2024-08-01", ()),  # three days off, and no bare weekday
        ("yesterday", "2024-08-01", ()),
        ("August", "2024-08-01", ()),
    ],
)
def test_the_two_days_of_a_bare_weekday(printed: str, published: str, days: tuple[str, ...]) -> None:
    figure = read_date(printed, day(published))
    assert isinstance(figure, Figure)
    assert either_days(figure, day(published)) == tuple(map(day, days))
