"""Forms in which articles print figures, sort by sort: each is read, or said to be none with what would be read."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.values import Figure, Range, Unread, exactly, read_count, read_date, read_gap, read_mark, read_span
from harness.values.ages import read_age
from harness.values.dates import EITHER_ORDER, either_days
from harness.values.number_words import fraction, ordinal_number, ordinal_word, whole_number, word
from harness.values.places import FROM_LAST, read_place

PUBLISHED = date(2024, 8, 12)  # a Monday


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("half a dozen", 6),
        ("a half-dozen", 6),
        ("half-dozen", 6),
        ("two dozen", 24),
        ("two-time", 2),
        ("three-time", 3),
        ("2-time", 2),
        ("10x", 10),
        ("4×", 4),
        ("threefold", 3),
        ("back-to-back", 2),
        ("four straight", 4),
        ("five in a row", 5),
        ("six consecutive", 6),
        ("all four", 4),
        ("her third", 3),
        ("his 50th", 50),
        ("quintet", 5),
        ("a septet", 7),
        ("one hundred and eight", 108),
        ("a hundred and one", 101),
        ("nine hundred ninety-nine", 999),
        ("two hundred and fortieth", 240),
        ("one hundred and first", 101),
        ("a thousand", 1000),
        ("eight hundred", 800),
        ("a full dozen", 12),
        ("101st", 101),
        ("zilch", 0),
    ],
)
def test_counts(printed: str, number: int) -> None:
    figure = read_count(printed)
    assert isinstance(figure, Figure)
    assert (figure.value, figure.exact) == (exactly(number), number)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("a handful", Range(2, 9)),
        ("a few", Range(2, 9)),
        ("dozens", Range(24, None)),
        ("scores", Range(40, None)),
        ("hundreds", Range(200, None)),
        ("double figures", Range(10, 99)),
        ("double-digit", Range(10, 99)),
        ("more than half a dozen", Range(7, None)),
        ("at least one hundred and ten", Range(110, None)),
        ("five or six", Range(5, 6)),
        ("ten to twelve", Range(10, 12)),
    ],
)
def test_counts_that_are_ranges(printed: str, value: Range) -> None:
    figure = read_count(printed)
    assert isinstance(figure, Figure)
    assert figure.value == value


@pytest.mark.parametrize(
    "printed", ["umpteen", "2.5", "31-17", "twenty-eleven", "one hundred and", "five of five", "x"]
)
def test_no_counts_say_what_is_one(printed: str) -> None:
    unread = read_count(printed)
    assert isinstance(unread, Unread)
    assert "such as 5, five, fourth" in unread.why


@pytest.mark.parametrize(
    ("printed", "value", "from_last"),
    [
        ("last", 1, True),
        ("dead last", 1, True),
        ("last place", 1, True),
        ("bottom", 1, True),
        ("penultimate", 2, True),
        ("second to last", 2, True),
        ("next-to-last", 2, True),
        ("last but one", 2, True),
        ("third from last", 3, True),
        ("fourth-last", 4, True),
        ("third from the back", 3, True),
        ("winner", 1, False),
        ("runner-up", 2, False),
        ("fourth place", 4, False),
        ("10th overall", 10, False),
        ("No. 2", 2, False),
        ("second-place", 2, False),
        ("five", 5, False),
        (7, 7, False),
        ("just off the podium", 4, False),
    ],
)
def test_places(printed: str | int, value: int, from_last: bool) -> None:
    figure = read_place(printed)
    assert isinstance(figure, Figure)
    assert (figure.value, figure.notes) == (exactly(value), (FROM_LAST,) if from_last else ())


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("on the podium", Range(1, 3)),
        ("top five", Range(None, 5)),
        ("outside the top 10", Range(11, None)),
        ("outside the medals", Range(4, None)),
        ("eighth or better", Range(None, 8)),
    ],
)
def test_places_that_are_ranges(printed: str, value: Range) -> None:
    figure = read_place(printed)
    assert isinstance(figure, Figure)
    assert figure.value == value


@pytest.mark.parametrize("printed", [0, "zero", "nowhere", "31-17", "lasting", "behind"])
def test_no_places(printed: str | int) -> None:
    unread = read_place(printed)
    assert isinstance(unread, Unread)
    assert "runner-up, top five, last" in unread.why


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("teenage", 13, 19),
        ("teenager", 13, 19),
        ("still a teenager", 13, 19),
        ("in her teens", 13, 19),
        ("in her twenties", 20, 29),
        ("early thirties", 30, 34),
        ("in his mid-20s", 23, 27),
        ("late 30s", 35, 39),
        ("twentysomething", 20, 29),
        ("thirty-something", 30, 39),
        ("her 40s", 40, 49),
        ("24-year-old", 24, 24),
        ("a 19-year-old", 19, 19),
        ("aged 24", 24, 24),
        ("just 16", 16, 16),
        ("barely 16", 16, 16),
        ("22", 22, 22),
        ("18 years and 61 days", 18, 18),
        ("21 years old", 21, 21),
        ("under 21", None, 20),
        ("over 40", 41, None),
        ("twenty-two", 22, 22),
    ],
)
def test_ages(printed: str, low: int | None, high: int | None) -> None:
    figure = read_age(printed)
    assert isinstance(figure, Figure)
    assert figure.value == Range(low, high)


@pytest.mark.parametrize("printed", ["ageless", "young", "eleventies", "in her prime"])
def test_no_ages(printed: str) -> None:
    unread = read_age(printed)
    assert isinstance(unread, Unread)
    assert "such as 24, 24-year-old, under 21, teenage" in unread.why


@pytest.mark.parametrize(
    ("printed", "exact"),
    [
        ("3min 29.26sec", 209_260),
        ("3 min 29,26 s", 209_260),
        ("3m29.26s", 209_260),
        ("3 minutes 27.65 seconds", 207_650),
        ("3:29,05", 209_050),
        ("two hours, nine minutes and 56 seconds", 7_796_000),
        ("two hours, nine minutes, and 56 seconds", 7_796_000),
        ("2 hours and a mere 35 seconds", 7_235_000),
        ("2h09:56", 7_796_000),
        ("2h 09m 56s", 7_796_000),
        ("2 hrs 9 mins 56 secs", 7_796_000),
        ("four minutes flat", 240_000),
        ("10 flat", 10_000),
        ("9.9 seconds dead", 9_900),
        ("two and a half minutes", 150_000),
        ("half a minute", 30_000),
        ("1½ hours", 5_400_000),
        ("an hour and a half", 5_400_000),
        ("nine and a half seconds", 9_500),
        ("ten point five seconds", 10_500),
        ("a minute and a quarter", 75_000),
        ("9.58sec", 9_580),
        ("three quarters of an hour", 2_700_000),
    ],
)
def test_times(printed: str, exact: int) -> None:
    figure = read_mark(printed, "time")
    assert isinstance(figure, Figure), figure
    assert (figure.exact, figure.notes) == (exact, ())


@pytest.mark.parametrize(
    ("printed", "exact"),
    [
        ("6 meters and 30 centimeters", 6300),
        ("6 metres 30", 6300),
        ("6m 30cm", 6300),
        ("six metres thirty", 6300),
        ("eight metres ninety-five", 8950),
        ("6,30m", 6300),
        ("6.30 m", 6300),
        ("half a metre", 500),
        ("a metre and a half", 1500),
        ("two and a half metres", 2500),
        ("18ft 1½in", 5525),
        ("18' 0.5\"", 5499),
        ("6-2¼", 1886),
        ("20-8 1/4", 6306),
        ("7 foot 1", 2159),
        ("29 feet, 4 1/2 inches", 8954),
        ("6 feet 2 inches", 1880),
        ("half an inch", 13),
        ("5 yards", 4572),
        ("26.2 miles", 42_164_813),
        ("10 kilometres", 10_000_000),
    ],
)
def test_distances(printed: str, exact: int) -> None:
    figure = read_mark(printed, "distance")
    assert isinstance(figure, Figure), figure
    assert figure.exact == exact


@pytest.mark.parametrize(
    ("printed", "exact", "value"),
    [
        ("14.166 points", 14_166, exactly(14_166)),
        ("14.166", 14_166, exactly(14_166)),
        ("14,16 points", 14_160, Range(14_151, 14_169)),
        ("95.5", 95_500, Range(95_401, 95_599)),
        ("6,880 points", 6_880_000, Range(6_879_500, 6_880_499)),
        ("9018pts", 9_018_000, Range(9_017_500, 9_018_499)),
        ("6880", 6_880_000, Range(6_879_500, 6_880_499)),
        ("36 points", 36_000, Range(35_500, 36_499)),
        ("two hundred and five points", 205_000, Range(204_500, 205_499)),
        ("over 6600", None, Range(6_600_001, None)),
        ("nine and a half points", 9_500, None),
        ("1 point", 1000, Range(500, 1499)),
    ],
)
def test_points(printed: str, exact: int | None, value: Range | None) -> None:
    figure = read_mark(printed, "points")
    assert isinstance(figure, Figure), figure
    assert figure.exact == exact
    assert value is None or figure.value == value


def test_one_point_more_is_another_figure() -> None:
    """Two claims of 36 and of 37 points for one margin contradict each other."""
    margins = [read_gap(printed, "points") for printed in ("36 points", "37 points")]
    ends = [margin.value for margin in margins if isinstance(margin, Figure)]
    assert (ends[0].high or 0) < (ends[1].low or 0)


@pytest.mark.parametrize(
    ("printed", "exact"),
    [
        ("three and a half seconds", 3500),
        ("5/100ths", 50),
        ("5/100ths of a second", 50),
        ("four one-hundredths of a second", 40),
        ("one-hundredth", 10),
        ("three-tenths of a second", 300),
        ("seven minutes and 26 seconds", 446_000),
        ("1 min 3 sec", 63_000),
        ("0.05sec", 50),
        ("half a minute", 30_000),
        ("a minute and a half", 90_000),
        ("two full minutes", 120_000),
        ("three clear seconds", 3000),
    ],
)
def test_gaps(printed: str, exact: int) -> None:
    figure = read_gap(printed, "time")
    assert isinstance(figure, Figure), figure
    assert figure.exact == exact


def test_nearly_three_full_seconds() -> None:
    figure = read_gap("nearly three full seconds")
    assert isinstance(figure, Figure)
    assert figure.value == Range(2700, 2999)


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("in eight years", 2556, 3288),
        ("two and a half years", 730, 1096),
        ("a year and a half", 365, 731),
        ("half a year", 1, 366),
        ("six years and 61 days", 2250, 2255),
        ("1 year, 2 months", 395, 457),
        ("20-plus years", 7305, None),
        ("20+ years", 7305, None),
        ("a few weeks", 13, 64),
        ("just days", 2, None),
        ("half a century", 14611, 21914),
        ("a quarter of a century", 5478, 12784),
        ("30-odd years", 10592, 14609),
        ("28-year", 9861, 10593),
        ("a hundred and twelve years", 40542, 41274),
        ("months", 45, None),
    ],
)
def test_spans(printed: str, low: int, high: int | None) -> None:
    figure = read_span(printed)
    assert isinstance(figure, Figure), figure
    assert figure.value == Range(low, high)


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("21/9", "2024-09-21", None),
        ("9/21", "2024-09-21", None),
        ("21.9.", "2024-09-21", None),
        ("21.09.2024", "2024-09-21", None),
        ("13/08/24", "2024-08-13", None),
        ("2024/08/10", "2024-08-10", None),
        ("6.8.2024", "2024-08-06", None),
        ("Saturday (10)", "2024-08-10", None),
        ("Saturday 10", "2024-08-10", None),
        ("Sat 10th", "2024-08-10", None),
        ("Tuesday the 6th", "2024-08-06", None),
        ("Thursday (1)", "2024-08-01", None),
        ("Friday night (9 August)", "2024-08-09", None),
        ("10 Aug '24", "2024-08-10", None),
        ("10/11 August", "2024-08-10", "2024-08-11"),
        ("the weekend of 10-11 August", "2024-08-10", "2024-08-11"),
        ("2023-24", "2023-01-01", "2024-12-31"),
        ("1999-00", "1999-01-01", "2000-12-31"),  # over the turn of a century
        ("2023/24 season", "2023-01-01", "2024-12-31"),
        ("2023-2024", "2023-01-01", "2024-12-31"),
        ("1999/2000", "1999-01-01", "2000-12-31"),
        ("Q1 2024", "2024-01-01", "2024-03-31"),
        ("third quarter of 2023", "2023-07-01", "2023-09-30"),
        ("New Year's Day", "2025-01-01", None),
        ("Boxing Day", "2024-12-26", None),
    ],
)
def test_dates(printed: str, first: str, last: str | None) -> None:
    figure = read_date(printed, PUBLISHED.toordinal())
    assert isinstance(figure, Figure), figure
    days = Range(date.fromisoformat(first).toordinal(), date.fromisoformat(last or first).toordinal())
    assert (figure.value, figure.notes) == (days, ())


def test_a_weekday_with_a_number_is_not_looked_for_more_than_half_a_year_back() -> None:
    """30 June 2023 was a Friday, and no 30th of the year from then on: so it is the nearest 30th, misprinted."""
    figure = read_date("Friday (30)", date(2024, 1, 15).toordinal())
    assert isinstance(figure, Figure), figure
    assert (figure.value, figure.notes) == (exactly(date(2024, 1, 30).toordinal()), ("misprint",))


@pytest.mark.parametrize("printed", ["8/9", "8/9/2024", "09/08/24", "8-9-2024"])
def test_a_date_in_digits_is_read_in_europe_and_in_america(printed: str) -> None:
    figure = read_date(printed, PUBLISHED.toordinal())
    assert isinstance(figure, Figure)
    assert figure.notes == (EITHER_ORDER,)
    assert either_days(figure, PUBLISHED.toordinal()) == (
        date(2024, 8, 9).toordinal(),
        date(2024, 9, 8).toordinal(),
    )


def test_a_date_that_is_to_come_in_so_many_years() -> None:
    figure = read_date("in eight years", PUBLISHED.toordinal())
    assert isinstance(figure, Figure)
    assert (figure.value.low or 0) < date(2032, 8, 12).toordinal() < (figure.value.high or 0)


@pytest.mark.parametrize("printed", ["31-17", "32/9", "13/13", "Saturday (32)", "2024-26", "the other day"])
def test_no_dates(printed: str) -> None:
    assert isinstance(read_date(printed, PUBLISHED.toordinal()), Unread)


@given(st.integers(0, 999_999))
def test_digits_are_whole_numbers(number: int) -> None:
    assert whole_number(f"{number:,}") == whole_number(str(number)) == fraction(str(number)) == number


@given(st.integers(1, 99))
def test_a_number_that_is_written_out_is_read_back(number: int) -> None:
    assert whole_number(word(number)) == ordinal_number(ordinal_word(number)) == number


@pytest.mark.parametrize("number", [0, 100])
def test_places_beyond_the_ninety_ninth_are_not_written_out(number: int) -> None:
    assert ordinal_word(number) == ""


@given(st.integers(1, 9), st.integers(1, 99))
def test_hundreds_in_words(hundreds: int, rest: int) -> None:
    for joined in (" and ", " "):
        assert whole_number(f"{word(hundreds)} hundred{joined}{word(rest)}") == 100 * hundreds + rest


@given(st.text(alphabet="abcdefghinorstuvwy0123456789 -/.,½'", max_size=16))
def test_nothing_that_is_printed_breaks_a_grammar(printed: str) -> None:
    readings = [read_count(printed), read_place(printed), read_age(printed), read_span(printed)]
    readings += [read_mark(printed, measure) for measure in ("time", "distance", "points")]
    readings.append(read_date(printed, PUBLISHED.toordinal()))
    assert all(isinstance(reading, Figure | Unread) for reading in readings)
