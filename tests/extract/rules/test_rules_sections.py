"""Headings and datelines that say of which competition the lines below them tell, and where that ends."""

from __future__ import annotations

from datetime import date

import pytest
from reading_words import lexicon

from harness.extract.rules import find

PARIS, TOKYO, RIO = ("Paris", 2024), ("Tokyo", 2021), ("Rio de Janeiro", 2016)


def scopes(text: str, published: date = date(2024, 8, 7)) -> list[tuple[object, object]]:
    """Competition and year of each place."""
    found = [claim for claim in find(text, lexicon(), published) if claim["kind"] == "place"]
    return [(claim["scope"].get("competition"), claim["scope"].get("year")) for claim in found]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("PARIS, AUGUST 2024:", "TOKYO, AUGUST 2021:"), [PARIS, TOKYO]),
        (("Paris, 2024", "Rio de Janeiro, 2016"), [PARIS, RIO]),
        (("RIO DE JANEIRO, August 2016:", "PARIS, August 2024:"), [RIO, PARIS]),
        (("In the city of Paris, 2024", "A morning in Tokyo, 2021"), [PARIS, PARIS]),  # not headings of theirs alone
    ],
)
def test_a_heading_holds_for_what_stands_below_it(
    headings: tuple[str, str], expected: list[tuple[object, object]]
) -> None:
    text = f"{headings[0]}\nAnna Hall was second.\n\n{headings[1]}\nMaria Bell was third.\n"
    assert scopes(text) == expected


def test_a_heading_may_begin_its_paragraph_and_hold_for_two_of_them() -> None:
    text = (
        "PARIS, August 2024: Anna Hall was second.\n\nJane Dale was fourth.\n\n"
        "TOKYO, August 2021: Maria Bell was third.\n"
    )
    assert scopes(text) == [PARIS, PARIS, TOKYO]


def test_what_stands_further_below_the_last_heading_is_left_open() -> None:
    text = "Paris 2024\nAnna Hall was second.\n\nRio 2016\nMaria Bell was third.\n\nJane Dale was fourth.\n"
    assert scopes(text)[-1] == (None, None)


def test_a_year_alone_is_a_heading_too() -> None:
    text = "Anna Hall came second in Paris at the Olympic Games.\n\n2021\nMaria Bell was third.\n\n"
    text += "2016\nJane Dale was fourth.\n"
    assert scopes(text)[1:] == [("Olympic Games", 2021), ("Olympic Games", 2016)]


def test_one_heading_is_a_title_and_changes_nothing() -> None:
    text = "Paris 2024\n\nAnna Hall was second.\n\nMaria Bell was third.\n\nJane Dale was fourth.\n"
    assert {competition for competition, _ in scopes(text)} == {"Paris 2024"}


def test_a_report_is_of_the_meeting_that_its_dateline_names_and_not_of_earlier_championships() -> None:
    text = "ATHLETISSIMA, LAUSANNE - Results\n\nAnna Hall was second. She had won in Munich on the 18th.\n"
    assert scopes(text, date(2022, 8, 27))[0] == ("Athletissima", 2022)


@pytest.mark.parametrize(("printed", "city"), [("NEW YORK", "New York"), ("LOS ANGELES", "Los Angeles")])
def test_a_place_in_capitals_whatever_its_first_word(printed: str, city: str) -> None:
    assert scopes(f"Anna Hall was second in {printed}.")[0][0] == city


def test_what_tells_of_yesterday_is_no_look_back() -> None:
    text = "Anna Hall won the 1500m last night. She had been second at the World Championships in Doha in 2019.\n"
    found = [c for c in find(text + "Maria Bell, 24, was third.", lexicon(), date(2024, 5, 31)) if c["kind"] == "bio"]
    assert [claim["age"] for claim in found] == [24]
