"""Claims of different articles that cannot all be true, though no two of them speak of one quantity."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tiny_pack import PACK

from harness.checking.consistency.race_facts import MOST_OF_A_RACE
from harness.checking.load import ClaimFile, read_claims
from harness.checking.run import Question, check_files
from harness.records.model import Conflict
from harness.truth.index import Truth

TRUTH = Truth(PACK)
METRIC = {"event": "1500m", "sex": "men"}
BUDAPEST = METRIC | {"competition": "Budapest 2023"}
TOKYO = METRIC | {"competition": "Tokyo 2020"}
OSLO = METRIC | {"competition": "Fjord Games 2024"}


def file(article: str, *claims: dict[str, Any], published: str = "2024-08-20") -> ClaimFile:
    about = {
        "id": article, "title": article, "publisher": "Post", "url": None, "published": published,
        "published_basis": "invented", "characters": 1000, "sha256": "0" * 64,
    }  # fmt: skip
    rows = [
        {"kind": claim["kind"], "id": f"c{number}", "text": "t", "quote": "q", "start": 0, "end": 1, **claim}
        for number, claim in enumerate(claims)
    ]
    read = read_claims(json.dumps({"article": about, "claims": rows}).encode(), f"{article}.json")
    assert isinstance(read, ClaimFile), read
    return read


def conflicts(*files: ClaimFile, question: Question = Question()) -> list[Conflict]:  # noqa: B008
    return list(check_files(files, [], TRUTH, question).conflicts)


def between(*files: ClaimFile) -> list[list[str]]:
    """The claims of every conflict between articles, as article/claim."""
    found = [one for one in conflicts(*files) if one.scope == "articles"]
    return [[f"{ref.article}/{ref.claim}" for ref in one.claims] for one in found]


WON = {"kind": "place", "athlete": "Clark", "place": 1, "scope": BUDAPEST}
SILVER = {"kind": "medal", "athlete": "Clark", "medal": "silver", "scope": BUDAPEST}
GOLD = {"kind": "medal", "athlete": "Clark", "medal": "gold", "scope": BUDAPEST}
NO_MEDAL = {"kind": "medal_count", "athlete": "Clark", "medal": "any", "count": 0, "scope": {"event": "1500m"}}
ONE_MEDAL = NO_MEDAL | {"count": 1}
OPENER = {"kind": "since", "athlete": "Berg", "feat": {"race": "any"}, "scope": OSLO | {"season": 2024}}
MILE = {"kind": "mark", "athlete": "Berg", "mark": "3:31.95", "scope": METRIC | {"competition": "Rome 2024"}}
BERG_THIRD = {"kind": "place", "athlete": "Berg", "place": 3, "scope": BUDAPEST}
OUTSIDE = {"kind": "place", "athlete": "Koech", "place": "more than 3", "scope": BUDAPEST}
BERG_AHEAD = {"kind": "head_to_head", "athlete": "Berg", "opponent": "Clark", "wins": 1,
              "scope": BUDAPEST | {"round": "final"}}  # fmt: skip


@pytest.mark.parametrize(
    "one, other, expected",
    [
        pytest.param([WON], [SILVER], [["a/c0", "b/c0"]], id="won here, silver there"),
        pytest.param([WON], [GOLD], [], id="won here, gold there"),
        pytest.param([NO_MEDAL], [GOLD], [["a/c0", "b/c0"]], id="no medal ever, and one"),
        pytest.param([ONE_MEDAL], [GOLD], [], id="one medal, and that is it"),
        pytest.param([ONE_MEDAL], [GOLD, {**GOLD, "scope": TOKYO}], [["a/c0", "b/c0", "b/c1"]], id="two medals there"),
        pytest.param([BERG_AHEAD], [WON, BERG_THIRD], [["a/c0", "b/c0", "b/c1"]], id="who beat whom, from two places"),
        pytest.param([BERG_AHEAD], [WON], [], id="where one of them is not told of"),
        pytest.param([NO_MEDAL], [{**GOLD, "athlete": "Koech"}], [], id="somebody else's medal"),
        pytest.param([OUTSIDE], [{**OUTSIDE, "place": 4}], [], id="fourth is one of the places beyond the third"),
        # His age is wrong by the ground truth, which is no claim of another article.
        pytest.param([{"kind": "bio", "athlete": "Clark", "age": 60}], [WON], [], id="what no article says"),
    ],
)
def test_conflicts_by_the_arithmetic_of_others(one: list[Any], other: list[Any], expected: list[list[str]]) -> None:
    assert between(file("a", *one), file("b", *other)) == expected


def test_what_is_found_by_quantity_is_not_found_again() -> None:
    assert between(file("a", WON), file("b", {**WON, "place": 2})) == [["a/c0", "b/c0"]]
    ran = {"kind": "mark", "athlete": "Clark", "mark": "3:29.50", "scope": BUDAPEST}
    assert between(file("a", ran), file("b", {**ran, "mark": "3:29.38"}, WON)) == [["a/c0", "b/c0"]]


def test_an_article_is_held_against_others_only() -> None:
    inside = conflicts(file("a", NO_MEDAL, GOLD), file("b", {**GOLD, "athlete": "Koech"}))
    assert {one.scope for one in inside} == {"article"}


def test_what_several_claims_say_of_one_race_is_put_together() -> None:
    """Of each athlete one claim has the place and one the mark, and a margin is none of the marks'."""
    told = [
        {"kind": kind, "athlete": athlete, kind: printed, "scope": BUDAPEST}
        for athlete, place, mark in (("Clark", 1, "3:29.38"), ("Berg", 2, "3:29.65"))
        for kind, printed in (("place", place), ("mark", mark))
    ]
    margin = {"kind": "margin", "ahead": "Clark", "behind": "Berg", "gap": "0.50", "scope": BUDAPEST}
    (found,) = conflicts(file("a", *told, margin))
    assert (found.scope, [ref.claim for ref in found.claims]) == ("article", ["c4", "c0", "c1", "c2", "c3"])
    assert conflicts(file("a", *told, {**margin, "gap": "0.27"})) == []


def test_claims_that_are_ruled_out_in_the_same_words_are_one_conflict() -> None:
    assert between(file("a", NO_MEDAL), file("b", NO_MEDAL), file("c", GOLD)) == [["a/c0", "b/c0", "c/c0"]]
    # b's own medal is among those that rule out a's "none"
    assert between(file("a", NO_MEDAL), file("b", NO_MEDAL, GOLD), file("c", GOLD)) == [
        ["a/c0", "b/c0", "b/c1", "c/c0"]
    ]


def test_a_conflict_names_the_first_claims_on_a_race() -> None:
    """A large run has thousands that say the same of it."""
    (found,) = between(file("a", NO_MEDAL), *(file(f"b{number:03}", GOLD) for number in range(30)))
    assert found == ["a/c0", *(f"b{number:03}/c0" for number in range(MOST_OF_A_RACE))]


def test_what_others_disagree_on_rules_out_nothing() -> None:
    """b and c contradict each other about him: between the two of them, a may be right."""
    found = between(file("a", {**WON, "place": 2}), file("b", WON), file("c", {**SILVER}))
    assert not [claims for claims in found if claims[0] == "a/c0" and {"b/c0", "c/c0"} <= set(claims[1:])]


def test_what_came_later_is_not_held_against_an_article() -> None:
    """Before Budapest he had no medal there; that he won one later is no contradiction."""
    assert between(file("a", {**NO_MEDAL, "scope": METRIC | {"competition": "worlds"}}, published="2023-08-01"),
                   file("b", GOLD)) == []  # fmt: skip


def test_who_opened_the_season() -> None:
    earlier = MILE | {"scope": {"event": "mile", "sex": "men", "on": "25 May 2024"}, "mark": "3:45.60"}
    opened = {"kind": "place", "athlete": "Berg", "place": 1, "scope": OSLO}
    rome = {"kind": "place", "athlete": "Berg", "place": 1, "scope": METRIC | {"competition": "Rome 2024"}}
    in_rome = OPENER | {"scope": METRIC | {"competition": "Rome 2024", "season": 2024}}
    assert between(file("a", in_rome), file("b", opened, rome, earlier)) == [["a/c0", "b/c0"]]


def test_the_order_of_the_articles_changes_nothing() -> None:
    files = file("a", NO_MEDAL), file("b", GOLD), file("c", {**GOLD, "scope": TOKYO})
    there, back = conflicts(*files), conflicts(*reversed(files))
    assert there
    assert sorted(map(str, there)) == sorted(map(str, back))


def test_articles_speak_on_their_own_dates_whatever_day_is_asked_for() -> None:
    files = file("a", NO_MEDAL), file("b", GOLD)
    asked = Question(as_of=TRUTH.results[-1].date.high)
    assert conflicts(*files, question=asked) == conflicts(*files)


def test_the_message_gives_both_figures() -> None:
    (found,) = (one for one in conflicts(file("a", NO_MEDAL), file("b", GOLD)) if one.scope == "articles")
    assert found.message == "printed 0, the claims of other articles give at least 1"


RIO = METRIC | {"competition": "Rio 2016"}
STONE_SECOND = {"kind": "place", "athlete": "Stone", "place": 2, "scope": RIO}
STONE_WON = {"kind": "title", "athlete": "Stone", "status": "won", "scope": RIO}


@pytest.mark.parametrize(
    "one, other, days, expected",
    [
        # The winner of Rio was struck out in May 2017, and Stone moved up: both papers are right on their days.
        pytest.param(STONE_SECOND, STONE_WON, ("2016-08-30", "2018-01-01"), [], id="a place that changed later"),
        # Who won no medal by 2022, or anywhere but there, need not have been in the final.
        pytest.param({"kind": "medal", "athlete": "Stone", "medal": "none", "scope": TOKYO},
                     {"kind": "advance", "athlete": "Stone", "to": "final", "advanced": False, "scope": TOKYO},
                     ("2021-09-01", "2021-09-01"), [], id="no medal, no final"),
        # The day of the articles is before the race.
        pytest.param({"kind": "since", "athlete": "Berg", "feat": {"place": 1}, "scope": BUDAPEST},
                     {"kind": "place", "athlete": "Berg", "place": 1, "scope": BUDAPEST},
                     ("2022-01-01", "2022-01-01"), [], id="of a race to come"),
    ],
)  # fmt: skip
def test_what_is_true_on_its_day_is_no_conflict(one, other, days, expected) -> None:
    assert between(file("a", one, published=days[0]), file("b", other, published=days[1])) == expected
    assert between(file("a", one, other, published=days[0])) == expected
