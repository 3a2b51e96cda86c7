"""What is told of another time than the competition that is reported: its holding is found, or left open."""

from __future__ import annotations

from datetime import date

import pytest
from reading_words import lexicon

from harness.extract.rules import find
from harness.extract.rules.periods import PossibleDays, time_expressions

REPORT = "Anna Hall won the 1500m at the World Championships in Budapest on Wednesday. "
BUDAPEST = ("World Championships in Budapest", 2023)
OPEN = (None, None)


def scopes(text: str, kind: str, published: date = date(2023, 8, 24)) -> list[tuple[object, object]]:
    """Competition and year of each claim of the kind."""
    found = [claim for claim in find(text, lexicon(), published) if claim["kind"] == kind]
    return [(claim["scope"].get("competition"), claim["scope"].get("year")) for claim in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Last August she was fifth.", OPEN),
        ("This spring she was fifth.", OPEN),
        ("In January Maria Bell finished third.", OPEN),
        ("She was only fifth in Silesia last July.", OPEN),
        ("A month ago Maria Bell came fourth.", OPEN),
        ("Four years earlier on the same track Maria Bell was second.", OPEN),
        ("Seven years later, Maria Bell was second in the rain.", OPEN),
        ("Maria Bell was fifth, eight months after Jane Dale had come third in the rain.", BUDAPEST),
        ("The year before that, on the same track, Maria Bell was second.", OPEN),
        ("Maria Bell was fifth this month.", BUDAPEST),
        ("On Wednesday Maria Bell was fifth.", BUDAPEST),
        ("Two days earlier Maria Bell was fifth.", BUDAPEST),  # these championships last nine days
        ("Maria Bell, who ran in Oslo last summer, was fifth.", BUDAPEST),
    ],
)
def test_a_place_of_another_time_is_not_of_the_competition_reported(
    words: str, expected: tuple[object, object]
) -> None:
    assert scopes(REPORT + words, "place")[1] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Maria Bell was second to Jane Dale in Elmstead.", [OPEN]),
        ("In Elmstead, Maria Bell was second.", [OPEN]),
        ("Maria Bell was second in Norway's colours.", [BUDAPEST]),
        ("Maria Bell was second in Hungary.", [BUDAPEST]),  # a country may be where it was held
        ("The winner of 2019 was Jane Dale, although Maria Bell had crossed the line first.", [OPEN]),
        ("The winner of 2019 was Jane Dale, but on Wednesday Maria Bell came second.", [BUDAPEST]),
        ("Maria Bell, second in Tokyo, was fifth.", [("Tokyo", 2021), BUDAPEST]),
        ("Maria Bell, her rival since Tokyo, was fifth.", [BUDAPEST]),
        ("Maria Bell (KEN), 24 and unbeaten in Oslo, was fifth.", [BUDAPEST]),
    ],
)
def test_a_place_or_year_beside_it_is_not_that_of_the_competition_reported(
    words: str, expected: list[tuple[object, object]]
) -> None:
    assert scopes(REPORT + words, "place")[1:] == expected


@pytest.mark.parametrize(
    "words",
    [
        "Maria Bell won the title in Eugene last July.",  # that of this year, or of the year before?
        "Norway had its consolation on Saturday, when Maria Bell won.",
        "It made up for the Sunday before, when she was out.",
        "Maria Bell, who on the Monday had already run the final, was fifth.",
        "Maria Bell was fourth at last summer's championships.",
    ],
)
def test_days_that_need_not_be_those_of_the_race_that_is_told(words: str) -> None:
    assert [c for c in find(REPORT + words, lexicon(), date(2023, 8, 28)) if c["kind"] == "date"][1:] == []


def test_what_was_when_a_year_is_told_is_of_that_year() -> None:
    text = "Anna Hall's bronze in Tokyo was Britain's first Olympic medal since 1988, when Maria Bell won silver. "
    text += "It was the first since 2016, when Jane Dale won gold."
    found = find(text, lexicon(), date(2021, 8, 8))
    assert [(c["athlete"], c["scope"].get("year")) for c in found if c["kind"] == "medal"] == [
        ("Maria Bell", 1988), ("Jane Dale", 2016),
    ]  # fmt: skip
    assert [(c.get("athlete"), c["scope"]["nation"]) for c in found if c["kind"] == "since"] == [(None, "Britain")]


def test_a_nation_that_is_compared_with_has_not_the_medals_told_behind_it() -> None:
    text = "The United States ended the Paris Olympics with 40 golds, as many as China, but with 44 silvers."
    counts = [c for c in find(text, lexicon(), date(2024, 8, 12)) if c["kind"] == "medal_count"]
    assert [(count["nation"], count["count"]) for count in counts] == [("United States", "40"), ("United States", "44")]


def test_an_age_of_then_is_not_that_of_today() -> None:
    text = "Anna Hall won in Budapest, six years after coming fifth as a 17-year-old. Maria Bell, 24, was third."
    assert [c["age"] for c in find(text, lexicon(), date(2023, 8, 24)) if c["kind"] == "bio"] == [24]


def test_a_record_that_had_stood_is_over() -> None:
    text = (
        "Maria Bell's British record of 4:02.50 had stood for ten years. Jane Dale's British record of 1:58.50 stands."
    )
    records = [c for c in find(text, lexicon(), date(2023, 8, 24)) if c["kind"] == "record"]
    assert [record["athlete"] for record in records] == ["Jane Dale"]


@pytest.mark.parametrize("where", ["right behind her", "close behind", "in front", "not far behind"])
def test_who_follows_behind_with_is_the_subject(where: str) -> None:
    text = f"Anna Hall won in 3:59.05, with Maria Bell {where} in 3:59.90."
    marks = [(c["athlete"], c["mark"]) for c in find(text, lexicon(), date(2023, 8, 24)) if c["kind"] == "mark"]
    assert marks == [("Anna Hall", "3:59.05"), ("Maria Bell", "3:59.90")]


def test_a_figure_before_a_place_does_not_end_the_words_of_its_time() -> None:
    text = "A month before that, on 15 June 2022, Anna Hall had run 3:59.05 in Oslo."
    assert scopes(text, "mark") == [("Oslo", 2022)]


def test_what_followed_months_before_is_of_another_time() -> None:
    text = REPORT + "Eight months after Maria Bell had run 3:59.12, she was fifth in 4:01.20."
    assert scopes(text, "mark") == [OPEN, BUDAPEST]


def test_a_day_before_at_championships_is_of_a_round_that_is_not_told() -> None:
    text = "Anna Hall won the final of the 1500m at the World Championships in Budapest on Wednesday. "
    (claim,) = [c for c in find(text + "The evening before, Maria Bell was fifth.", lexicon(), date(2023, 8, 24))
                if c["kind"] == "place" and c["athlete"] == "Maria Bell"]  # fmt: skip
    assert ("round" in claim["scope"], "scope.round" in claim["inferred"]) == (False, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall won bronze in Rio in 2016 to go with the silver from Beijing eight years earlier.",
         [("Rio", 2016), ("Beijing", 2008)]),
        ("Anna Hall won gold in Moscow in 1980 and, four years later, Maria Bell won gold in Los Angeles.",
         [("Moscow", 1980), ("Los Angeles", 1984)]),
        ("Anna Hall won silver in Eugene last summer.", [("Eugene", 2022)]),
        ("Last September Anna Hall won gold in Zürich.", [("Zürich", 2022)]),
        ("Anna Hall won silver in London two years ago.", [("London", 2021)]),  # which nobody knows: no other London
    ],
)  # fmt: skip
def test_the_holding_of_a_place_named_with_a_time(text: str, expected: list[tuple[object, object]]) -> None:
    assert scopes(text, "medal") == expected


def test_a_place_at_a_time_that_is_not_known_is_left_open() -> None:
    assert scopes(REPORT + "Some weeks before, Maria Bell was fifth in Lausanne.", "place")[1] == OPEN


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("last August", (2022, 8, 1), (2022, 8, 31)),
        ("in February", (2023, 2, 1), (2023, 2, 28)),
        ("on 15 September", (2022, 9, 1), (2022, 9, 30)),
        ("in May, 2021", (2021, 5, 1), (2021, 5, 31)),
        ("this spring", (2023, 3, 1), (2023, 6, 30)),
        ("this winter", (2022, 11, 1), (2023, 4, 30)),
        ("last month", (2023, 7, 1), (2023, 7, 31)),
        ("last year", (2022, 1, 1), (2022, 12, 31)),
        ("two decades ago", (2003, 1, 1), (2003, 12, 31)),
        ("a week ago", (2023, 8, 15), (2023, 8, 19)),
        ("four years later", (2020, 1, 1), (2020, 12, 31)),
        ("earlier this season", (2023, 1, 1), (2023, 8, 14)),
    ],
)
def test_the_days_that_words_allow(words: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    (time,) = time_expressions(words, 0, len(words), date(2023, 8, 24), (2016,))
    assert time.periods == (PossibleDays(date(*first), date(*last)),)


@pytest.mark.parametrize("words", ["the year before", "some weeks ago", "the following summer", "a month earlier"])
def test_some_other_time_has_no_days(words: str) -> None:
    (time,) = time_expressions(words, 0, len(words), date(2023, 8, 24), (2016,))
    assert time.periods == ()


@pytest.mark.parametrize("words", ["a day before Bell ran", "four years on from Tokyo", "ten years on the track"])
def test_what_tells_no_time_of_its_own(words: str) -> None:
    assert time_expressions(words, 0, len(words), date(2023, 8, 24)) == []


@pytest.mark.parametrize("published", [date(1, 1, 2), date(9999, 12, 30)])
def test_the_first_and_the_last_days_that_there_are(published: date) -> None:
    words = "last winter, 99 decades ago, in December, nine weeks ago, last month, on Sunday"
    assert len(time_expressions(words, 0, len(words), published)) == words.count(",") + 1
