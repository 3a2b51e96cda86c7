"""Ranks, records, titles, since and only."""

from __future__ import annotations

import pytest
from reading_words import claims, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall is the fourth-fastest woman in history.", [("Anna Hall", "fourth", None)]),
        ("Anna Hall ran 4:10.10, the tenth-fastest mile ever.", [("Anna Hall", "tenth", "performances")]),
        ("Anna Hall jumped 7.40m, the longest jump in the world this year.", [("Anna Hall", 1, "performances")]),
        ("Africa's fastest woman, Anna Hall, was there.", [("Anna Hall", 1, None)]),
        ("Anna Hall is No.2 on the Polish all-time rankings.", [("Anna Hall", "No.2", None)]),
        ("Anna Hall is third on the world all-time list.", [("Anna Hall", "third", None)]),
        ("Anna Hall ranks fifth with 10.72.", [("Anna Hall", "fifth", None)]),
        ("Anna Hall ran her fastest time.", []),
        ("Anna Hall hopes to be the fastest woman in history.", []),
        ('"I am the best runner in the world," said Anna Hall.', []),
    ],
)
def test_ranks(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "rank", "athlete", "rank", "of") == expected


def test_a_rank_has_the_mark_it_is_held_with() -> None:
    assert told("Anna Hall ran 4:10.10, the tenth-fastest mile ever.", "rank", "mark") == [("4:10.10",)]
    text = "Anna Hall ran 4:10.10 in Lima. She was glad. It was the tenth-fastest mile ever."
    assert told(text, "rank", "mark") == [("4:10.10",)]
    text = "Anna Hall ran 4:10.10 in Lima. Maria Bell was glad. Hers is the tenth-fastest mile ever."
    assert told(text, "rank", "athlete", "mark") == [("Maria Bell", None)]


def test_the_neighbours_on_a_list_have_their_ranks() -> None:
    text = (
        "Anna Hall moved to No.2 on the UK all-time list behind Jane Dale's 3:28.81 and ahead of Eve Low and Amy Orr."
    )
    expected = [("Anna Hall", "No.2"), ("Jane Dale", 1), ("Eve Low", "at least 3"), ("Amy Orr", "at least 3")]
    assert told(text, "rank", "athlete", "rank") == expected


def test_the_top_of_a_medal_table_is_a_nations() -> None:
    assert told("Kenya tops the all-time medal table.", "rank", "nation", "rank", "of") == [("Kenya", 1, "nations")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Hall set a world record of 3:26.00.", [("Anna Hall", "world", "set", "3:26.00")]),
        ("Anna Hall won in an Olympic and European record of 3:51.30.",
         [("Anna Hall", "olympic", "set", "3:51.30"), ("Anna Hall", "area", "set", "3:51.30")]),
        ("Anna Hall holds the British record of 3:51.30.", [("Anna Hall", "national", "stands", "3:51.30")]),
        ("Anna Hall was behind Maria Bell's world record of 8.95m.", [("Maria Bell", "world", "stands", "8.95m")]),
        ("World record holder Anna Hall was there.", [("Anna Hall", "world", "stands", None)]),
        ("Anna Hall ran a personal best of 10.72.", [("Anna Hall", "personal", "set", "10.72")]),
        ("Anna Hall was fifth in 9.85, her season's best.", [("Anna Hall", "season", "set", "9.85")]),
        ("Anna Hall won in a world-leading time of 3:50.00.", [("Anna Hall", "world lead", "set", "3:50.00")]),
        ("The semi-finals saw an Olympic record from Anna Hall.", [("Anna Hall", "olympic", "set", None)]),
        ("Anna Hall ran 3:50.00 in Lima. It was a national record.", [("Anna Hall", "national", "set", "3:50.00")]),
        ("Anna Hall could return with a fresh world record.", []),
        ("Anna Hall was just outside the world record.", []),
        ("Anna Hall is in the record books.", []),
    ],
)  # fmt: skip
def test_records(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "record", "athlete", "level", "when", "mark") == expected


def test_who_held_a_record_before_is_a_claim_of_its_own() -> None:
    text = "Anna Hall ran 3:50.00, breaking Maria Bell's British 1500m record."
    expected = [("Anna Hall", "Maria Bell", None), ("Anna Hall", None, "3:50.00")]
    assert told(text, "record", "athlete", "previous_holder", "mark") == expected
    text = "Anna Hall set a British record, breaking Maria Bell's longstanding record."
    assert told(text, "record", "athlete", "previous_holder") == [("Anna Hall", None), ("Anna Hall", "Maria Bell")]


def test_a_standing_record_is_no_mark_of_the_race() -> None:
    assert told("Anna Hall holds the British record of 3:51.30.", "mark", "mark") == []
    assert told("Anna Hall set a British record of 3:51.30.", "mark", "mark") == [("3:51.30",)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("World champion Anna Hall was there.", [("Anna Hall", "reigning", "World")]),
        ("Defending champion Anna Hall was fifth.", [("Anna Hall", "defending", None)]),
        ("Anna Hall, the reigning world champion, was seventh.", [("Anna Hall", "reigning", "world")]),
        ("Former Olympic champion Anna Hall was there.", [("Anna Hall", "former", "Olympic")]),
        ("Anna Hall, the 2019 world champion, was there.", [("Anna Hall", "won", "world")]),
        ("Anna Hall retained her Olympic long jump title.", [("Anna Hall", "won", "Olympic")]),
        ("Anna Hall returned to defend her European title.", [("Anna Hall", "defending", "European")]),
        ("Anna Hall holds the European indoor title.", [("Anna Hall", "reigning", "European indoor")]),
        ("Anna Hall became Olympic champion.", [("Anna Hall", "won", "Olympic")]),
        ("US champion Anna Hall was sixth.", [("Anna Hall", "reigning", "US")]),
        ("Anna Hall hopes to win the world title.", []),
        ("The world championship was cold for Anna Hall.", []),
        ("Anna Hall is a champion of the poor.", []),
    ],
)
def test_titles(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text, "title", "athlete", "status", "scope.competition") == expected


def test_a_title_without_a_name_is_nobodys() -> None:
    text = "World champion Anna Hall met Maria Bell. Bell beat the world champion."
    assert told(text, "head_to_head", "athlete", "opponent") == []
    assert told(text, "title", "athlete") == [("Anna Hall",)]


def test_a_double_is_two_titles() -> None:
    text = "Anna Hall completed the 1500/5000m double when the European champs came to Rome."
    assert told(text, "title", "athlete", "scope.event") == [("Anna Hall", "1500"), ("Anna Hall", "5000m")]


def test_since_and_only() -> None:
    text = "Anna Hall is the first British medallist since Peter Elliott in 1988."
    assert told(text, "since", "athlete", "since", "last_holder", "scope.nation") == [
        ("Anna Hall", "1988", "Peter Elliott", "British")
    ]
    text = "Anna Hall won in 3:50.00, the fastest time in nine years."
    (claim,) = claims(text, "since")
    assert (claim["feat"], claim["span"]) == ({"mark": "3:50.00 or better"}, "nine years")
    assert not claims(text, "rank")
    text = "Anna Hall became the first woman to win six European golds."
    assert told(text, "only", "members", "how", "feat") == [(["Anna Hall"], "first", {"titles": "six"})]
    text = "It was the first American gold since Jane Dale in 2004. Anna Hall was glad."
    assert told(text, "since", "athlete", "scope.nation") == [(None, "American")]
