"""Turns of phrase that were once read wrongly: who is meant, which figure it is, and what it is said of."""

from __future__ import annotations

from datetime import date

import pytest
from reading_words import claims, lexicon, told

from harness.extract.rules import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall is thirty-five and shows no sign of stopping.", [("Anna Hall", 35)]),
        ("Anna Hall, who's 38, won in Lima.", [("Anna Hall", 38)]),
        ("Anna Hall, who is 26, won in Lima.", [("Anna Hall", 26)]),  # told once
        ("Anna Hall, aged 26, won in Lima.", [("Anna Hall", 26)]),
        ("Anna Hall won. She is 34 and has a grown-up son.", [("Anna Hall", 34)]),
        ("Anna Hall is 34 points ahead.", []),
        ("Anna Hall is 34th on the list.", []),
        ("Anna Hall is twenty-two seconds ahead.", []),
    ],
)
def test_ages(text: str, expected: list[tuple[str, int]]) -> None:
    assert told(text, "bio", "athlete", "age") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall held off Maria Bell by 0.14 seconds.", [("Anna Hall", "Maria Bell", "0.14 seconds")]),
        ("Anna Hall won by thirty-one seconds.", [("Anna Hall", None, "thirty-one seconds")]),
        ("Anna Hall won. In second, nearly four seconds behind, was Maria Bell.",
         [("Anna Hall", "Maria Bell", "nearly four seconds")]),
        ("Anna Hall won. Maria Bell was second with 83.11m, 1.79 metres short.",
         [("Anna Hall", "Maria Bell", "1.79 metres")]),
    ],
)  # fmt: skip
def test_margins(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert told(text, "margin", "ahead", "behind", "gap") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall won. In second, nearly four seconds behind, was Maria Bell.",
         [("Anna Hall", 1), ("Maria Bell", "second")]),
        ("Anna Hall won in Lima. Maria Bell was the last Briton to win there.", [("Anna Hall", 1)]),
        ("Anna Hall won in Lima. Kenyans won both races.", [("Anna Hall", 1)]),
    ],
)  # fmt: skip
def test_places(text: str, expected: list[tuple[str, object]]) -> None:
    assert told(text, "place", "athlete", "place") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall won. The world record of 3:26.00 has stood since 1998.", []),  # nobody's whom it names
        ("Anna Hall has broken 3:30 eleven times.", []),  # in which races is not told
        ("Anna Hall broke 3:30 in Lima.", [("Anna Hall", "sub-3:30", None)]),
        ("Anna Hall was second in the 200m butterfly in 2:06.80.", [("Anna Hall", "2:06.80", "200m butterfly")]),
        ("Anna Hall passed 800m in 2:06.80.", [("Anna Hall", "2:06.80", None)]),
        ("Anna Hall won the hill climb in twenty-eight minutes nineteen.",
         [("Anna Hall", "twenty-eight minutes nineteen", None)]),
        ("Anna Hall took silver in 3:31.38; Maria Bell's bronze, in 3:31.46, was a record.",
         [("Anna Hall", "3:31.38", None), ("Maria Bell", "3:31.46", None)]),
        ("Anna Hall had to rest, while Maria Bell raced on, setting a best of 8:00.67.",
         [("Maria Bell", "8:00.67", None)]),
    ],
)  # fmt: skip
def test_marks(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(text, "mark", "athlete", "mark", "scope.event") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall is the most decorated swimmer of these Games.", [("Anna Hall", 1, "medals")]),
        ("Nobody at the Games has more medals than Anna Hall.", [("Anna Hall", 1, "medals")]),
        ("Anna Hall won again. No swimmer has won more golds in Lima.", [("Anna Hall", 1, "golds")]),
        ("Anna Hall took more medals than any other swimmer.", [("Anna Hall", 1, "medals")]),
        ("Anna Hall hopes that nobody has more medals than Maria Bell.", []),
    ],
)
def test_who_has_the_most_medals(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert told(text, "rank", "athlete", "rank", "by") == expected


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Three thousand people saw Anna Hall on Saturday night in Oslo.", ["Saturday night"]),
        ("The Games opened in Oslo on 26 July.", []),
        ("Anna Hall spoke on Saturday.", []),
    ],
)
def test_dates_beside_a_competition(text: str, dates: list[str]) -> None:
    assert [claim["date"] for claim in claims(text, "date")] == dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall, who won in Doha a year ago, came home third in Oslo.", [("Doha", 1), ("Oslo", "third")]),
        ("Anna Hall won in Oslo. Maria Bell, who had won a year before, was second.",
         [("Oslo", 1), (None, 1), ("Oslo", "second")]),
    ],
)  # fmt: skip
def test_a_year_back_in_an_aside_is_not_that_of_what_follows(text: str, expected: list[tuple[str, object]]) -> None:
    assert told(text, "place", "scope.competition", "place") == expected


def test_a_line_that_ends_within_a_sentence_is_none_of_the_text() -> None:
    text = "Anna Hall won the 1500m in\n3:58.10.\n\nMaria Bell, whom she had beaten many a time, stood by\nand saw it."
    assert told(text, "mark", "athlete", "mark") == [("Anna Hall", "3:58.10")]


def test_the_age_of_the_only_one_named_before_in_the_sentence() -> None:
    assert told("Anna Hall was tired, and the 23-year-old said so.", "bio", "athlete", "age") == [("Anna Hall", 23)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Josh Kerr won the 1500m in Oslo on Saturday.", [("1500m", "men")]),
        ("Anna Hall won the 1500m in Oslo on Saturday.", [(None, None)]),  # nobody knows whether of men or women
        ("Anna Hall won the women's 1500m in Oslo on Saturday.", [("women's 1500m", None)]),
        ("The 1500m in Oslo was run on Saturday.", [("1500m", None)]),
        ("Anna Hall was glad. The 1500m in Oslo was run on Saturday.", [(None, None)]),
    ],
)
def test_a_day_is_of_the_race_of_those_who_are_named(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert told(text, "date", "scope.event", "scope.sex") == expected


def test_a_dateline_goes_before_what_was_told_by_the_way() -> None:
    text = "OSLO, May 31 - Josh Kerr won the 1500m on Thursday. Anna Hall had won in Doha three weeks ago."
    found = find(text, lexicon(), date(2024, 5, 31))
    assert [claim["scope"]["competition"] for claim in found if claim["kind"] == "place"] == ["Oslo", "Doha"]


def test_a_mark_of_an_older_record_is_of_no_race_that_is_spoken_of() -> None:
    text = "Anna Hall won the 1500m in Oslo. Maria Bell's record of 3:52.07 had stood since 2000."
    assert told(text, "mark", "athlete", "scope.competition") == [("Maria Bell", None)]


def test_a_champion_without_a_name_is_not_whoever_was_spoken_of() -> None:
    text = "Anna Hall was tenth. It was no day for Maria Bell. The Olympic champion finished second in the 800m."
    assert told(text, "place", "athlete", "place") == [("Anna Hall", "tenth")]


def test_a_nation_in_a_row_of_results_is_no_claim() -> None:
    assert told("Gold: Anna Hall (Norway) 3:38.79", "bio", "nation") == []
    assert told("Anna Hall (Norway) won the 1500m.", "bio", "nation") == [("Norway",)]
