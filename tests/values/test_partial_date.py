"""The days of a year, a month or a date in ISO form: ground truth and article dates."""

from __future__ import annotations

from datetime import date

import pytest

from harness.values import Range, partial_date


def day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("2024-05-25", "2024-05-25", "2024-05-25"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12", "9999-12-01", "9999-12-31"),
    ],
)
def test_partial_dates(printed: str, first: str, last: str) -> None:
    assert partial_date(printed) == Range(day(first), day(last))


@pytest.mark.parametrize(
    ("printed", "why"),
    [
        ("2024-06-31", "June 2024 has no day 31"),
        ("2023-02-29", "February 2023 has no day 29"),
        ("2024-13", "there is no month 13"),
        ("2024-00", "there is no month 0"),
        ("2024-01-00", "January 2024 has no day 0"),
        ("0000", "there is no year 0"),
        ("24-06-01", "is not a date such as 2024"),
        ("2024-6-1", "is not a date such as 2024"),
        ("2024-06-01T12", "is not a date such as 2024"),
        ("", "is not a date such as 2024"),
    ],
)
def test_dates_that_do_not_exist(printed: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        partial_date(printed)
