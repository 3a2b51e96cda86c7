"""Figures, days and nations that are told by the way: of a point in the race, of another race, day or time of life."""

from __future__ import annotations

from datetime import date

import pytest
from reading_words import lexicon, told

from harness.extract.rules import find
from harness.extract.rules.splits import is_too_fast

MILE = "Anna Hall won the mile at the Arden Games in Lausanne. "


def dates(text: str, published: date = date(2023, 8, 24)) -> list[tuple[object, object, object]]:
    """Day, competition and event of each claim on a date."""
    found = [claim for claim in find(text, lexicon(), published) if claim["kind"] == "date"]
    return [(c["date"], c["scope"].get("competition"), c["scope"].get("event")) for c in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("At 1,500 metres Bell was timed in 4:02.10.", [("4:02.10", "1500m", "mile")]),
        ("Bell came by that mark at 4:02.10.", []),
        ("Bell came home in 4:22.10.", [("4:22.10", None, "mile")]),
    ],
)
def test_a_mark_on_the_way_is_none_of_the_race(words: str, expected: list[tuple[object, ...]]) -> None:
    assert told(MILE + words, "mark", "mark", "at", "scope.event") == expected


@pytest.mark.parametrize(
    ("mark", "event", "expected"),
    [
        ("3:31.92", "mile", True),
        ("3:43.13", "mile", False),
        ("3:26.00", "1500m", False),
        ("1:41.00", "800 metres", False),
        ("12:35.36", "5,000m", False),
        ("7:20.67", "5,000m", True),
        ("9.58", "100m", False),
        ("1:41.00", "1500m freestyle", False),  # nobody runs it
        ("3:31.92", "long jump", False),
    ],
)
def test_a_time_that_nobody_has_run(mark: str, event: str, expected: bool) -> None:
    assert is_too_fast(mark, event) is expected


def test_a_mark_too_fast_for_the_race_carried_over_is_of_another() -> None:
    assert told(MILE + "1500 POINT. Bell 3:31.92.", "mark", "scope.event", "scope.competition") == [(None, None)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Maria Bell was fourth again, as she had been in Doha, in 4:01.20.", (None, "Budapest")),
        ("Maria Bell won gold, as she had in Doha in 4:01.20.", ("Maria Bell", "Doha")),  # without a comma: of then
    ],
)
def test_what_an_aside_names_ends_with_it(words: str, expected: tuple[object, object]) -> None:
    text = "Anna Hall won the 1500m at the World Championships in Budapest in 3:59.05. " + words
    mark = [row for row in told(text, "mark", "mark", "scope.competition") if row[0] == "4:01.20"]
    assert [str(competition).rpartition(" ")[2] for _, competition in mark] == [expected[1]]


def test_what_is_said_of_a_name_in_between_is_no_round_of_its_race() -> None:
    text = (
        "Maria Bell was 11th in the first semi-final, where Jane Dale, fastest of anybody in Friday's heats,"
        " came last in 4:03.10."
    )
    assert told(text, "mark", "athlete", "mark", "scope.round") == [("Jane Dale", "4:03.10", "first semi-final")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OSLO, 16 June 2023. Ask anybody here who won the 1500m.", []),
        ("BUDAPEST, Thursday\n\nAnna Hall won the 1500m.", []),
        ("Anna Hall won the women's 1500m in Oslo on 15 June 2023.", [("15 June 2023", "Oslo", "women's 1500m")]),
        ("Anna Hall won the 1500m in Tokyo on 6 August that year.", []),  # which, the sentence before told
        ("She won the women's mile in Eugene on 18 July last year.", [("18 July last year", "Eugene", "women's mile")]),
        ("Anna Hall lost the 1500m in Eugene last July.", []),  # that of a month before, or of the year before
        ("Anna Hall, seventh at last summer's 1500m in Eugene, won.", []),
        ("Anna Hall ran 3:58.68 in Monaco last August.", []),  # nobody knows of that one
        (
            "On Tuesday she won the women's 5000m in Budapest; on Thursday, the other one.",
            [("Tuesday", "Budapest", "women's 5000m"), ("Thursday", "Budapest", None)],
        ),
        ("She won in Budapest. Third was Bell, who on the Monday had won the women's 5000m.", []),
    ],
)  # fmt: skip
def test_a_day_is_of_no_other_race(text: str, expected: list[tuple[object, object, object]]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the 1500 in 3:59.05", "1500"),
        ("the 1,500.", "1,500"),
        ("the 1500 seats", None),
    ],
)
def test_an_event_by_its_number_alone(words: str, expected: str | None) -> None:
    (event,) = told(f"Anna Hall won {words}", "place", "scope.event") or [(None,)]
    assert event == (expected,)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Kenya's Bernard Lagat", []),  # so he was, and is not on the day of the article
        ("France's Bernard Lagat", ["France"]),  # so he never was
        ("Kenya's Asbel Kiprop", ["Kenya"]),
        ("the Northern Irish Asbel Kiprop", []),
        ("the former Kenyan Asbel Kiprop", []),
        ("the East German Jürgen Straub", ["East German"]),
    ],
)
def test_a_nation_of_another_time_of_life(words: str, expected: list[str]) -> None:
    assert told(f"In that race {words} came fourth.", "bio", "nation") == [(nation,) for nation in expected]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Anna Hall won, having gone through 3000m more than twelve seconds quicker in Lima.", "margin"),
        ("The hosts finished behind Britain, two golds to the good.", "medal_count"),
        ("Anna Hall won the 1500m with victories in Rabat, Oslo and Lausanne before.", "venue"),
    ],
)
def test_a_comparison_or_a_list_tells_nothing_of_one_race(text: str, kind: str) -> None:
    assert told(text, kind) == []


def test_a_list_behind_a_colon_is_of_the_time_that_opens_its_sentence() -> None:
    text = "Anna Hall won the 1500m in Lausanne on Thursday. A year ago in the same place: Hall 3:59.05, Bell 3:59.12."
    found = [c for c in find(text, lexicon(), date(2023, 7, 1)) if c["kind"] == "mark"]
    assert [c["scope"].get("competition") for c in found] == [None, None]


def test_a_place_before_a_relative_clause_is_not_that_of_whom_it_tells() -> None:
    text = MILE + "In between came a seventh-place finish at the Lausanne Mile, which Maria Bell won."
    assert ("Maria Bell", "seventh") not in told(text, "place", "athlete", "place")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Maria Bell was stripped of the title that she won in Budapest.", []),
        ("Maria Bell won in Budapest.", [("Maria Bell", 1)]),
    ],
)
def test_what_was_taken_away_is_won_no_more(words: str, expected: list[tuple[object, ...]]) -> None:
    assert told(words, "place", "athlete", "place") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Her record, which turns 26 on Sunday, survived the final.", []),
        ("Bell, who turned 19 last month, won the final.", []),
        ("The final was on Sunday.", ["Sunday"]),
    ],
)
def test_a_birthday_is_no_day_of_a_race(words: str, expected: list[str]) -> None:
    text = "Maria Bell won the 1500m at the World Championships in Budapest. " + words
    assert [day for day, _, _ in dates(text)] == expected


def test_one_of_a_family_is_nobody_in_particular() -> None:
    text = MILE + "Fourth was a Hall too."
    assert ("Anna Hall", "Fourth") not in told(text, "place", "athlete", "place")


def test_who_comes_with_a_gap_is_not_ahead_by_it() -> None:
    text = MILE + "Maria Bell was third, with Jane Dale three hundredths back."
    assert told(text, "margin", "ahead") == []


def test_what_was_a_record_then_need_not_be_one_now() -> None:
    text = MILE + "In June Hall ran 3:57.95, which was then a European record."
    assert told(text, "record", "record") == []
