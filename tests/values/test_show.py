"""Values in words for people."""

from __future__ import annotations

from datetime import date

import pytest

from harness.values import Nothing, Range, Value, exactly, label, show
from harness.values.ranges import Label


def days(first: str, last: str) -> Range:
    return Range(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())


@pytest.mark.parametrize(
    ("number", "measure", "shown"),
    [
        (9_580, "time", "9.58"),
        (10_000, "time", "10.00"),
        (111_760, "time", "1:51.76"),
        (209_050, "time", "3:29.05"),
        (209_051, "time", "3:29.051"),
        (209_500, "time", "3:29.50"),
        (65_100, "time", "1:05.10"),
        (60_000, "time", "1:00.00"),
        (800_110, "time", "13:20.11"),
        (7_235_000, "time", "2:00:35"),
        (7_205_000, "time", "2:00:05"),
        (7_205_500, "time", "2:00:05.50"),
        (3_599_990, "time", "59:59.99"),
        (3_600_000, "time", "1:00:00"),
        (-1_260, "time", "-1.26"),
        (690, "gap", "0.69 s"),
        (1_000, "gap", "1.00 s"),
        (75_300, "gap", "75.30 s"),
        (-260, "gap", "-0.26 s"),
        (8_950, "distance", "8.95 m"),
        (8_954, "distance", "8.954 m"),
        (90_000, "distance", "90.00 m"),
        (6_230, "height", "6.23 m"),
        (8_994_000, "points", "8,994 points"),
        (14_166, "points", "14.166 points"),
        (-500, "points", "-0.5 points"),
        (1000, "points", "1 point"),
        (0, "points", "0 points"),
        (5, "count", "5"),
        (1214, "count", "1214"),
        (1, "ordinal", "1st"),
        (2, "ordinal", "2nd"),
        (3, "ordinal", "3rd"),
        (4, "ordinal", "4th"),
        (11, "ordinal", "11th"),
        (12, "ordinal", "12th"),
        (13, "ordinal", "13th"),
        (21, "ordinal", "21st"),
        (111, "ordinal", "111th"),
        (7, "days", "7 days"),
        (1, "days", "1 day"),
        (20, "years", "20"),
        (date(2024, 5, 25).toordinal(), "date", "25 May 2024"),
    ],
)
def test_one_value(number: int, measure: str, shown: str) -> None:
    assert show(exactly(number), measure) == shown


@pytest.mark.parametrize(
    ("value", "measure", "shown"),
    [
        (Range(), "count", "anything"),
        (Range(2, None), "count", "at least 2"),
        (Range(None, 3), "count", "at most 3"),
        (Range(2, 4), "count", "2 to 4"),
        (Range(1, 4), "ordinal", "1st to 4th"),
        (Range(None, 4), "ordinal", "4th or higher"),
        (Range(6, None), "ordinal", "6th or lower"),
        (Range(6, 8), "days", "6 to 8 days"),
        (Range(0, 1), "days", "0 to 1 day"),
        (Range(366, None), "days", "at least 366 days"),
        (Range(None, 1), "days", "at most 1 day"),
        (Range(8_990_000, 8_999_000), "points", "8,990 to 8,999 points"),
        (Range(6_600_001, None), "points", "over 6,600 points"),
        (Range(209_041, 209_059), "time", "3:29.04 to 3:29.06"),  # what 3:29.05 stands for
        (Range(225_001, 226_999), "time", "3:45.00 to 3:47.00"),
        (Range(209_040, 209_060), "time", "3:29.04 to 3:29.06"),
        (Range(None, 209_999), "time", "under 3:30.00"),
        (Range(210_001, None), "time", "over 3:30.00"),
        (Range(None, 206_739), "time", "under 3:26.74"),
        (Range(None, 210_000), "time", "at most 3:30.00"),
        (Range(210_000, None), "time", "at least 3:30.00"),
        (Range(None, 209_995), "time", "at most 3:29.995"),
        (Range(681, 699), "gap", "0.68 to 0.70 s"),
        (Range(0, 999), "gap", "0.00 to 1.00 s"),
        (Range(8_941, 8_959), "distance", "8.94 to 8.96 m"),
        (Range(90_001, None), "distance", "over 90.00 m"),
        (days("2024-05-01", "2024-05-31"), "date", "May 2024"),
        (days("2024-02-01", "2024-02-29"), "date", "February 2024"),
        (days("2024-01-01", "2024-12-31"), "date", "2024"),
        (days("9999-01-01", "9999-12-31"), "date", "9999"),
        (days("2024-05-01", "2024-05-30"), "date", "1 to 30 May 2024"),
        (days("2024-05-01", "2024-06-30"), "date", "1 May to 30 June 2024"),
        (days("2015-01-01", "2018-12-31"), "date", "1 January 2015 to 31 December 2018"),
        (Range(date(2024, 5, 25).toordinal(), None), "date", "from 25 May 2024"),
        (Range(None, date(2024, 5, 25).toordinal()), "date", "until 25 May 2024"),
        (label("Norway"), "label", "Norway"),
        (label("Rome", "Eugene", "Oslo"), "label", "Eugene or Oslo or Rome"),
        (Label(frozenset()), "label", "none"),
        (Nothing(), "label", "nothing"),
    ],
)
def test_ranges_and_labels(value: Value, measure: str, shown: str) -> None:
    assert show(value, measure) == shown
