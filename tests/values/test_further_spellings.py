"""Spellings beyond the everyday ones, ten and more for each sort of figure, and what each of them stands for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from harness.claims.roles import roles_of
from harness.kinds import kinds
from harness.values import (
    Figure,
    Range,
    Unread,
    as_printed,
    either_days,
    exactly,
    read_age,
    read_count,
    read_date,
    read_gap,
    read_mark,
    read_place,
    read_span,
)
from harness.values.number_words import fraction, whole_number
from harness.values.on_the_way import read_point, read_stretch
from harness.values.scores import read_score

PUBLISHED = date(2024, 8, 10).toordinal()
TEN = 10


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def days(first: str, last: str | None = None) -> tuple[int, int]:
    return day(first), day(last or first)


def within(point: int, step: int) -> tuple[int, int]:
    """All that rounds or is cut to a point printed to the step."""
    return point - step + 1, point + step - 1


Reader = Callable[[str], Any]
READERS: dict[str, Reader] = {
    "time": lambda printed: read_mark(printed, "time"),
    "distance": lambda printed: read_mark(printed, "distance"),
    "height": lambda printed: read_mark(printed, "height"),
    "points": lambda printed: read_mark(printed, "points"),
    "gap in time": read_gap,
    "gap in length": lambda printed: read_gap(printed, "distance"),
    "gap in points": lambda printed: read_gap(printed, "points"),
    "span": read_span,
    "count": read_count,
    "ordinal": read_count,
    "medal tally": read_count,
    "place": read_place,
    "age": read_age,
    "date": lambda printed: read_date(printed, PUBLISHED),
}
TABLE: dict[str, dict[str, tuple[int | None, int | None]]] = {
    "time": {
        "3'29\"26": within(209_260, 10), "3 min 29.26": within(209_260, 10), "3.29.26": within(209_260, 10),
        "3:29,26": within(209_260, 10), "a 3:29.26": within(209_260, 10), "3m29.26s": within(209_260, 10),
        "2h9'56\"": within(7_796_000, 1000), "2 hr 9 min 56 sec": within(7_796_000, 1000),
        "1h 2min 3s": within(3_723_000, 1000), "9,8 sec": within(9_800, 100),
        "nine point eight seconds": within(9_800, 100),
        "three minutes and twenty-nine seconds": within(209_000, 1000), "10 flat": within(10_000, 1000),
        "nine point seven nine seconds": within(9_790, 10), "fifty-eight point two": within(58_200, 100),
        "a shade under 3:30": (189_000, 209_999), "fractionally over ten seconds": (10_001, 11_000),
        "a whisker outside 9.79": (9_791, 10_769),
    },
    "distance": {
        "8m95": within(8_950, 10), "8,95 m": within(8_950, 10), "895cm": within(8_950, 10),
        "8m 95cm": within(8_950, 10),
        "8 metres 95": within(8_950, 10), "8.95-metre": within(8_950, 10), "29' 4½\"": (8_942, 8_966),
        "29-4 1/2": (8_942, 8_966), "29 feet 4.5 inches": (8_952, 8_956), "twenty-nine feet": (8_535, 9_143),
        "90.54-meter": within(90_540, 10), "6 meters and 30 centimeters": within(6_300, 10),
        "8.90m (29ft 2½in)": within(8_900, 10), "8.90m/29ft 2½in": within(8_900, 10),
        "29ft 2½in (8.90m)": (8_891, 8_915),
        "beyond 70m": (70_001, None),
        "eight point nine five metres": within(8_950, 10), "8.90m flat": within(8_900, 10),
    },
    "height": {
        "2m45": within(2_450, 10), "two metres 45": within(2_450, 10), "196 cm": within(1_960, 10),
        "1,96m": within(1_960, 10),
        "six foot eight": (2_007, 2_057), "6'8\"": (2_007, 2_057), "8ft ¼in": (2_439, 2_451),
        "6 ft 5 in": (1_931, 1_981),
        "6-8": (2_007, 2_057), "1.96 m": within(1_960, 10), "2.45 metres": within(2_450, 10),
    },
    "points": {
        "8847pts": (8_846_500, 8_847_499), "8 847 points": (8_846_500, 8_847_499),
        "8,847-point": (8_846_500, 8_847_499),
        "six thousand points": (5_999_500, 6_000_499), "14,16": within(14_160, 10), "14.166pts": (14_166, 14_166),
        "a score of 14.9": within(14_900, 100), "14,900 points": (14_899_500, 14_900_499),
        "85.5pts.": within(85_500, 100),
        "one thousand points": (999_500, 1_000_499), "9 126": (9_125_500, 9_126_499),
    },
    "gap in time": {
        "+0.03": within(30, 10), "+ 1.5s": within(1_500, 100), "a mere 0.03 seconds": within(30, 10),
        "0,03 seconds": within(30, 10),
        "three-tenths of a second": within(300, 100), "sixty-nine hundredths": within(690, 10),
        "eight-tenths": within(800, 100),
        "a scant 3 hundredths": within(30, 10), "five thousandths of a second": (5, 5),
        "a second and a half": within(1_500, 100),
        "1min 20sec": within(80_000, 1000), "3/100": within(30, 10),
        "12 seconds clear": within(12_000, 1000), "0.14 behind": within(140, 10),
        "a second adrift": within(1_000, 1000),
        "a couple of seconds": (1_001, 2_999), "several seconds": (2_001, None), "a few hundredths": (11, 99),
        "a couple of tenths of a second": (101, 299), "a few minutes": (60_001, 599_999),
    },
    "gap in length": {
        "a couple of meters": (1_001, 2_999), "a couple of centimeters": (11, 29),
        "3cm": within(30, 10), "three centimetres": within(30, 10), "half a metre": within(500, 100),
        "two inches": (26, 76),
        "an inch": (0, 50), "a foot": (1, 609), "1 metre 20": within(1_200, 10), "2ft 3in": (661, 711),
        "a metre and a half": within(1_500, 100), "0,05 m": within(50, 10), "15 centimeters": within(150, 10),
    },
    "gap in points": {
        "48pts": (47_500, 48_499), "a point": (500, 1_499), "a single point": (500, 1_499), "half a point": (0, 999),
        "0.033 of a point": (33, 33), "three tenths of a point": (0, 799), "+48 points": (47_500, 48_499),
        "0,1": within(100, 100), "a mere 48 points": (47_500, 48_499), "1.033 points": (1_033, 1_033),
        "two points": (1_500, 2_499),
        "two points clear": (1_500, 2_499), "a couple of points": (1_001, 2_999),
    },
    "span": {
        "10yrs": (3_287, 4_018), "6 mths": (167, 214), "five wks": (34, 36), "a dozen years": (4_017, 4_749),
        "13 years, two months and 4 days": (4_811, 4_816), "the past 20 years": (6_939, 7_671),
        "the last 20 years": (6_939, 7_671),
        "two years to the day": (365, 1_096), "three-and-a-half years": (1_095, 1_460), "1,000 days": (1_000, 1_000),
        "35 years and two weeks": (12_790, 12_805), "a century": (36_159, 36_891),
        "48 hours": (1, 3), "72 hours later": (2, 4), "within 24 hours": (0, 1), "eight years'": (2_556, 3_288),
    },
    "count": {
        "as many as six": (None, 6), "upwards of 50": (50, None), "in excess of 40": (41, None), "10-plus": (10, None),
        "250-odd": (250, 259), "a baker's dozen": (13, 13), "not one": (0, 0), "half-a-dozen": (6, 6),
        "two hundred fifty": (250, 250),
        "nine hundred and ninety-nine": (999, 999), "a maximum of four": (None, 4), "5 wins": (5, 5),
        "10 714": (10_714, 10_714), "north of 50": (51, None), "not fewer than 3": (3, None),
        "fractionally over 40": (41, 44),
    },
    "ordinal": {
        "the 21st": (21, 21), "third-ever": (3, 3), "first-ever": (1, 1), "maiden": (1, 1), "49th edition": (49, 49),
        "seventh such": (7, 7), "fourth-fastest": (4, 4), "eighth-quickest": (8, 8), "third-best": (3, 3),
        "second youngest": (2, 2),
        "no. 3": (3, 3), "the two hundredth": (200, 200), "2nd straight": (2, 2),
    },
    "medal tally": {
        "16 golds": (16, 16), "five silvers": (5, 5), "5 bronzes": (5, 5), "26 in all": (26, 26),
        "26 in total": (26, 26),
        "16 gold medals": (16, 16), "six silver medals": (6, 6), "one bronze": (1, 1), "no golds": (0, 0),
        "a dozen medals": (12, 12),
        "26 medals altogether": (26, 26),
    },
    "place": {
        "equal second": (2, 2), "joint second": (2, 2), "tied second": (2, 2), "=2": (2, 2), "2=": (2, 2), "T2": (2, 2),
        "2.": (2, 2),
        "third equal": (3, 3), "shared third": (3, 3), "P3": (3, 3), "the winner": (1, 1), "gold medallist": (1, 1),
        "bronze": (3, 3),
        "in front": (1, 1), "fourth out of nine": (4, 4), "eighth of eight": (8, 8), "a distant fourth": (4, 4),
        "just outside the medals": (4, 4), "among the top five": (None, 5), "the top step": (1, 1),
        "second-placed": (2, 2), "third-place finisher": (3, 3), "third (of four)": (3, 3), "4th (out of 9)": (4, 4),
    },
    "age": {
        "24 yrs old": (24, 24), "at the age of 24": (24, 24), "16 years, 3 months": (16, 16), "U20": (None, 19),
        "not yet 20": (None, 19),
        "turned 30": (30, 30), "24yo": (24, 24), "twenty-four-year-old": (24, 24), "a 20-something": (20, 29),
        "age 24": (24, 24),
        "24 years of age": (24, 24), "aged just 19": (19, 19), "mid-thirties": (33, 37),
        "24 yrs": (24, 24), "24 y/o": (24, 24), "in his late teens": (17, 19), "early teens": (13, 15),
        "octogenarian": (80, 89),
    },
    "date": {
        "the 6th of August": days("2024-08-06"), "Tue 6 Aug": days("2024-08-06"), "August 6, 2024": days("2024-08-06"),
        "6.8.2024": days("2024-08-06"), "6 August at 20:50": days("2024-08-06"), "Aug 6 at 8.50pm": days("2024-08-06"),
        "'96": days("1996-01-01", "1996-12-31"), "the nineties": days("1990-01-01", "1999-12-31"),
        "06.08.24": days("2024-08-06"),
        "July 26 to August 11": days("2024-07-26", "2024-08-11"), "Q1 2024": days("2024-01-01", "2024-03-31"),
        "2019-20": days("2019-01-01", "2020-12-31"), "the summer of 2019": days("2019-06-01", "2019-09-30"),
        "the day before yesterday": days("2024-08-08"), "the day after tomorrow": days("2024-08-12"),
        "H1 2024": days("2024-01-01", "2024-06-30"), "the second half of 2023": days("2023-07-01", "2023-12-31"),
        "10 August, Saturday": days("2024-08-10"), "6 August 2024, Tuesday": days("2024-08-06"),
    },
}  # fmt: skip
SCORES = {
    "2-all": "2-2", "one-all": "1-1", "goalless": "0-0", "scoreless": "0-0", "4 nil": "4-0", "a 2-1": "2-1",
    "3-1 win": "3-1",
    "3-1 (aet)": "3-1", "2-1 after extra time": "2-1", "3–1 on aggregate": "3-1", "7-6(7-5)": "7-6", "love-six": "0-6",
    "nil-nil": "0-0", "by 3-1": "3-1",
    "31-to-17": "31-17", "thirty-one to seventeen": "31-17", "31 points to 17": "31-17", "31 v 17": "31-17",
    "three goals to one": "3-1", "by 3 goals to 1": "3-1", "three sets to two": "3-2", "two apiece": "2-2",
    "level at 2-2": "2-2", "3-1 AET": "3-1", "109-106 OT": "109-106", "3-2 pens": "3-2", "4-3 in a shoot-out": "4-3",
    "7-6 [5]": "7-6",
}  # fmt: skip
POINTS = {
    "half-way": "2quarter", "the half": "2quarter", "the 35km mark": "35000m", "with 300m left": "-300m", "5k": "5000m",
    "at the bell": "-1lap", "half distance": "2quarter", "two laps to go": "-2lap", "after two events": "2part",
    "10 miles": "16093m", "6,000 yards": "5486m",
    "600 metres": "600m",
    "mile 20": "32187m", "kilometre thirty": "30000m", "with 200 remaining": "-200m", "600 to go": "-600m",
    "200m from the line": "-200m", "200 metres from home": "-200m", "1000m in": "1000m", "the 50m turn": "50m",
    "quarter distance": "1quarter", "three-quarter distance": "3quarter", "30km into the race": "30000m",
}  # fmt: skip
STRETCHES = {
    "the final 100": "-100m to finish", "bell lap": "-1lap to finish", "from 400m to 800m": "400m to 800m",
    "opening lap": "start to 1lap", "last two laps": "-2lap to finish", "closing 400m": "-400m to finish",
    "last 5km": "-5000m to finish", "third quarter": "2quarter to 3quarter", "final circuit": "-1lap to finish",
    "second half": "2quarter to finish", "the last mile": "-1609m to finish",
    "penultimate lap": "-2lap to -1lap", "last but one lap": "-2lap to -1lap", "last 100 yards": "-91m to finish",
    "the final 200": "-200m to finish", "second 400m": "400m to 800m",
}  # fmt: skip
FRACTIONS = {
    "½": Fraction(1, 2), "2½": Fraction(5, 2), "2 1/2": Fraction(5, 2), "three quarters": Fraction(3, 4),
    "1,5": Fraction(3, 2),
    "two and a half": Fraction(5, 2), "ten point five": Fraction(21, 2), "two thirds": Fraction(2, 3),
    "three halves": Fraction(3, 2), "2¼": Fraction(9, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
    ".5": Fraction(1, 2),
    "three-tenths": Fraction(3, 10), "one and three quarters": Fraction(7, 4),
}  # fmt: skip


@pytest.mark.parametrize("sort", [*READERS])
def test_every_sort_has_ten_further_spellings(sort: str) -> None:
    assert len(TABLE[sort]) >= TEN


def test_the_sorts_that_are_no_ranges_have_ten_too() -> None:
    assert min(map(len, (SCORES, POINTS, STRETCHES, FRACTIONS))) >= TEN


@pytest.mark.parametrize(
    ("sort", "printed", "ends"),
    [
        pytest.param(sort, printed, ends, id=f"{sort}: {printed}")
        for sort in TABLE
        for printed, ends in TABLE[sort].items()
    ],
)
def test_a_spelling_stands_for(sort: str, printed: str, ends: tuple[int | None, int | None]) -> None:
    figure = READERS[sort](printed)
    assert isinstance(figure, Figure), figure
    assert figure.value == Range(*ends)


@pytest.mark.parametrize(("printed", "score"), SCORES.items())
def test_scores(printed: str, score: str) -> None:
    assert str(read_score(printed)) == score


@pytest.mark.parametrize(("printed", "point"), POINTS.items())
def test_points_on_the_way(printed: str, point: str) -> None:
    assert read_point(printed) == point


@pytest.mark.parametrize(("printed", "stretch"), STRETCHES.items())
def test_stretches_of_the_way(printed: str, stretch: str) -> None:
    assert str(read_stretch(printed)) == stretch


@pytest.mark.parametrize(("printed", "number"), FRACTIONS.items())
def test_fractions(printed: str, number: Fraction) -> None:
    assert fraction(printed) == number


def in_words(number: int) -> str:
    """The number as it is written out, worked out apart from the reader."""
    below = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
    )
    below += "seventeen eighteen nineteen".split()
    tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
    hundreds, rest = divmod(number, 100)
    words = [f"{below[hundreds]} hundred"] if hundreds and number < 1000 else ["one thousand"] if number == 1000 else []
    if number < 1000 and (rest or not hundreds):
        words.append(below[rest] if rest < 20 else tens[rest // 10] + (f"-{below[rest % 10]}" if rest % 10 else ""))
    return " and ".join(words)


def test_numbers_in_words_to_a_thousand() -> None:
    assert [whole_number(in_words(number)) for number in range(1001)] == list(range(1001))


@pytest.mark.parametrize("printed", ["6/8/2024", "06-08-2024", "8/6/24"])
def test_a_date_that_may_be_european_or_american_is_both(printed: str) -> None:
    figure = read_date(printed, PUBLISHED)
    assert isinstance(figure, Figure)
    assert either_days(figure, PUBLISHED) == (day("2024-06-08"), day("2024-08-06"))


@pytest.mark.parametrize(
    ("reader", "printed", "such_as"),
    [
        (read_place, "fourth of the season", "such as 5, fourth, runner-up"),
        (read_place, "pole", "such as 5, fourth, runner-up"),
        (read_count, "umpteenth", "such as 5, five, fourth"),
        (read_count, "six of the seven", "such as 5, five, fourth"),
        (read_span, "two blinks", "such as one week"),
        (read_age, "a veteran", "such as 24, 24-year-old"),
        (read_gap, "a whisker", "such as 0.69"),
        (read_score, "21-19, 21-15", "such as 31-17"),
    ],
)
def test_what_is_no_figure_says_what_is_one(reader: Reader, printed: str, such_as: str) -> None:
    unread = reader(printed)
    assert isinstance(unread, Unread)
    assert such_as in unread.why


@pytest.mark.parametrize(
    ("printed", "number", "measure", "corrected"),
    [
        ("16 golds", 17, "count", "17 golds"), ("1 gold", 2, "count", ""), ("two golds", 1, "count", ""),
        ("four straight", 5, "count", "five straight"), ("26 in all", 27, "count", "27 in all"),
        ("fourth-fastest", 3, "ordinal", "third-fastest"), ("fourth title", 3, "ordinal", "third title"),
        ("equal second", 3, "ordinal", "third"), ("=2", 3, "ordinal", "3rd"), ("gold medallist", 2, "ordinal", ""),
        ("in front", 2, "ordinal", ""),
        ("10 714", 10_500, "count", "10500"), ("12 seconds clear", 13_000, "gap", "13.00 seconds clear"),
        ("two points ahead", 4_000, "points", "4 points ahead"), ("second-placed", 3, "ordinal", "third-placed"),
        ("third (of four)", 2, "ordinal", "second"),
    ],
)  # fmt: skip
def test_a_correction_keeps_the_words_beside_the_figure(
    printed: str, number: int, measure: str, corrected: str
) -> None:
    assert as_printed(exactly(number), measure, printed) == corrected


_OF_ROLES: dict[str, Reader] = {
    "count": read_count, "place": read_place, "age": read_age, "span": read_span, "score": read_score,
    "date": lambda printed: read_date(printed, PUBLISHED), "gap": read_gap,
    "mark": lambda printed: read_mark(printed, "time"),
    "stretch": read_stretch,
}  # fmt: skip


def test_the_examples_of_fields_can_be_read() -> None:
    """What the manual pages show as an example is a form that a grammar reads."""
    import msgspec

    unread = []
    for name, kind in kinds().items():
        properties = msgspec.json.schema(kind.claim)["$defs"][kind.claim.__name__]["properties"]
        for field, (role, many) in roles_of(kind.claim).items():
            for example in properties[field].get("examples", ()) if role in _OF_ROLES else ():
                for printed in example if many else [example]:
                    if isinstance(_OF_ROLES[role](printed), Unread):
                        unread.append(f"{name}.{field}: {printed}")
    assert not unread
