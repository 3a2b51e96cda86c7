"""Printed days that count from publication, and dates whose year is that of the holding they are of."""

from __future__ import annotations

from datetime import date

import pytest

from harness.values import Figure, exactly, read_date, widened

PUBLISHED = date(2031, 11, 12).toordinal()  # a Wednesday


def days(printed: str, near: date | None = None) -> Figure:
    figure = read_date(printed, PUBLISHED, near.toordinal() if near else None)
    assert isinstance(figure, Figure)
    return figure


@pytest.mark.parametrize("printed", ["yesterday", "Monday", "last Saturday", "two days ago", "last night"])
def test_what_counts_from_publication_may_be_a_day_off(printed: str) -> None:
    figure = days(printed)
    assert figure.outer == widened(figure.value, 1)


@pytest.mark.parametrize(
    "printed", ["10 November", "10 November 2031", "November 2031", "2031", "10 November this year"]
)
def test_what_the_calendar_says_is_not(printed: str) -> None:
    assert days(printed).outer is None


@pytest.mark.parametrize(
    "printed, first, last",
    [
        ("March", date(2029, 3, 1), date(2029, 3, 31)),
        ("4 March", date(2029, 3, 4), date(2029, 3, 4)),
        ("2 to 6 March", date(2029, 3, 2), date(2029, 3, 6)),
        ("early March", date(2029, 3, 1), date(2029, 3, 16)),
    ],
)
def test_a_date_without_a_year_is_one_of_the_holding(printed: str, first: date, last: date) -> None:
    figure = days(printed, near=date(2029, 3, 5))
    assert (figure.value.low, figure.value.high) == (first.toordinal(), last.toordinal())


@pytest.mark.parametrize(
    "printed", ["yesterday", "last year", "this season", "Monday", "early last week", "a year ago"]
)
def test_what_counts_from_publication_has_no_regard_to_the_holding(printed: str) -> None:
    assert days(printed, near=date(2029, 3, 5)) == days(printed)


def test_the_year_that_is_printed_stands() -> None:
    assert days("4 March 2030", near=date(2029, 3, 5)).value == exactly(date(2030, 3, 4).toordinal())
