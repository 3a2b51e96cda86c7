"""What is set against what was before: records of a year, improvements, firsts, numbers of holdings and titles."""

from __future__ import annotations

import pytest
from reading_words import claims, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall took two full seconds off her personal best.",
         [("Anna Hall", None, "two full seconds", "personal")]),
        ("Anna Hall was 0.3 seconds outside her season's best.", [(None, "Anna Hall", "0.3 seconds", "season")]),
        ("Anna Hall's 2:04:11, which is to be ratified, is 41 seconds better than Maria Bell's world record.",
         [("Anna Hall", None, "41 seconds", "world")]),
        ("Anna Hall improved the national record by half a second.",
         [("Anna Hall", None, "half a second", "national")]),
        ("Anna Hall hopes to take two seconds off her personal best.", []),
        ("Anna Hall was two seconds off world record pace.", []),  # a pace is no record
    ],
)  # fmt: skip
def test_marks_held_against_a_record(text: str, expected: list[tuple[str, ...]]) -> None:
    assert told(text, "margin", "ahead", "behind", "gap", "against") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall was inside the world record of 3:47.01 that Maria Bell ran in 2019.",
         [("Maria Bell", "3:47.01", "set", "2019")]),
        ("Anna Hall was not far from Maria Bell's world record from 1981.", [("Maria Bell", None, "set", "1981")]),
        ("Anna Hall won in 4:02.95, just outside her own world record of 4:02.50.",
         [("Anna Hall", "4:02.50", "stands", None)]),
        ("Anna Hall won in 4:02.95, just outside the world record of 4:02.50.", []),  # whose is not told
        ("Anna Hall set a Maltese record of 4:02.95.", [("Anna Hall", "4:02.95", "set", None)]),
    ],
)  # fmt: skip
def test_records_that_are_told_beside_a_mark(text: str, expected: list[tuple[str, ...]]) -> None:
    assert told(text, "record", "athlete", "mark", "when", "scope.on") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall is the first runner under two hours and 20 minutes.",
         [(["Anna Hall"], {"mark": "under two hours and 20 minutes"})]),
        ("Anna Hall ran 2:00:35. Nobody had broken 2:01:00 before.", [(["Anna Hall"], {"mark": "under 2:01:00"})]),
        ("Anna Hall won again; no woman had won three Olympic gold medals before.",
         [(["Anna Hall"], {"titles": "three"})]),
        ("Anna Hall hopes to be the first woman under 3:50.", []),
    ],
)  # fmt: skip
def test_who_was_the_first(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "only", "members", "feat") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall, twice world indoor champion, took bronze.", [("titles", "twice", "world indoor")]),
        ("Two-time Olympic champion Anna Hall won.", [("titles", "two", "Olympic")]),
        ("Anna Hall was happy. It was her third Chicago win.", [("wins", "third", "Chicago")]),
        ("Anna Hall won, and it was only her third marathon.", [("races", "third", None)]),
    ],
)
def test_how_many_so_far(text: str, expected: list[tuple[str, ...]]) -> None:
    assert told(text, "count", "of", "count", "scope.competition") == expected


def test_the_number_of_a_holding_and_medals_in_all_of_them() -> None:
    assert told("Anna Hall won at the 117th Millrose Games.", "edition", "number") == [("117th",)]
    text = "Anna Hall was the star, with gold in all four of her individual events."
    assert told(text, "medal_count", "medal", "count") == [("gold", "four")]
    team = "Anna Hall spoke of her two titles and a Norwegian team total of four medals."
    assert told(team, "medal_count", "nation", "athlete") == [("Norwegian", None)]  # not hers


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("In the Baxter Mile winner Anna Hall, with 3:46.63, and runner-up Maria Bell, with 3:46.90, were fast.",
         "mark",
         [("Anna Hall", "3:46.63"), ("Maria Bell", "3:46.90")]),
        ("A leap of 6.41m gave Anna Hall the lead.", "mark", [("Anna Hall", "6.41m")]),
        # "the women's" is nobody
        ("Anna Hall won the women's 400m final in 49.26.", "mark", [("Anna Hall", "49.26")]),
        ("Anna Hall was glad. Nobody was near. She ran 3:31.00.", "mark", [("Anna Hall", "3:31.00")]),
        ("Maria Bell, the Olympic champion of 2012, who clocked 3:31.83, was second.", "mark",
         [("Maria Bell", "3:31.83")]),
        ("Anna Hall and Maria Bell both cleared 1.92m in the high jump.", "mark",
         [("Anna Hall", "1.92m"), ("Maria Bell", "1.92m")]),
        ("Maria Bell lost to Anna Hall by 36 points, 6880 to 6844.", "mark",
         [("Anna Hall", "6880"), ("Maria Bell", "6844")]),
        ("Anna Hall won bronze at 5000m and 10,000m.", "medal", [("Anna Hall", "bronze"), ("Anna Hall", "bronze")]),
        ("1. BELL Maria (KEN) 1:08.90 +0.03", "mark", [("Bell Maria", "1:08.90")]),  # which of them is the family's?
        ("1. KERR Josh (GBR) 3:29.38", "mark", [("Josh Kerr", "3:29.38")]),
        ("2 | Josh Kerr | GBR | 3:29.38", "mark", [("Josh Kerr", "3:29.38")]),
    ],
)  # fmt: skip
def test_whose_figure_it_is(text: str, kind: str, expected: list[tuple[str, str]]) -> None:
    assert told(text, kind, "athlete", kind) == expected


def test_a_former_club_and_a_death_are_of_whom_is_spoken_of() -> None:
    text = "Anna Hall won. The former University of Oregon star was glad."
    assert [(c["athlete"], c["former_club"], c["inferred"]) for c in claims(text, "bio")] == [
        ("Anna Hall", "University of Oregon", ["athlete"])
    ]
    died = "Anna Hall thanked Josh Kerr, who died in an accident in February."
    assert told(died, "bio", "athlete", "death_date") == [("Josh Kerr", "February")]


def test_laps_are_one_claim_and_no_marks_of_the_race() -> None:
    text = "Anna Hall's quarters were 61.20, 60.87, 62.03 and 58.44 in the mile."
    assert told(text, "mark", "mark", "laps", "each") == [(None, ["61.20", "60.87", "62.03", "58.44"], "a quarter")]


def test_the_parts_of_a_combined_event() -> None:
    text = "Anna Hall won the heptathlon with 6880 points. Maria Bell ran 12.87 in the 100m hurdles."
    assert told(text, "mark", "mark", "scope.event", "scope.part") == [
        ("6880 points", "heptathlon", None),
        ("12.87", "heptathlon", "100m hurdles"),
    ]


def test_last_years_mark_is_not_of_the_race_that_is_told() -> None:
    text = "Anna Hall won the 2024 Prefontaine Classic mile in 3:59.10. She had won the year before in 4:01.50."
    assert told(text, "mark", "mark", "scope.competition") == [
        ("3:59.10", "2024 Prefontaine Classic"),
        ("4:01.50", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall won Olympic bronze.", "Olympic"),
        ("Anna Hall won bronze at the European Championships.", "European Championships"),
    ],
)
def test_where_a_medal_was_won(text: str, expected: str) -> None:
    assert told("The Millrose Games were on Saturday. " + text, "medal", "scope.competition") == [(expected,)]


def test_where_somebody_stood_on_a_list_on_the_day_before() -> None:
    text = "Josh Kerr won at the Paris Olympics. He began the day fourth on the all-time list with 3:29.05."
    assert told(text, "rank", "rank", "mark", "as_of") == [("fourth", "3:29.05", "2024-07-25")]
    assert told(text, "mark", "mark") == []
