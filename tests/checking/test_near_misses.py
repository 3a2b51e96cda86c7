"""Near misses: whose figure it is that stands in the wrong place, told as a hint and never as a verdict."""

from __future__ import annotations

from typing import Any

import pytest
from arden import RACE, World, claim
from msgspec.structs import replace
from tiny_pack import PACK

import harness
from harness.truth.index import Truth
from harness.truth.pack import MedalTable, NationMedals

TRUTH = Truth(PACK)
TEXT = "Somebody ran 3:27.79 and came first by 0.27, with 4 golds, 3:29.83 and more in 2024."
ARTICLE = {
    "id": "tiny", "title": "Tiny", "publisher": "Tiny Post", "url": None, "published": "2024-08-20",
    "published_basis": "invented", "characters": len(TEXT), "sha256": "0" * 64,
}  # fmt: skip
FINAL = {"event": "1500m", "sex": "men", "competition": "Olympic Games", "year": 2024}


def hints(**fields: Any) -> list[str]:
    row = {"id": "it", "text": "what is claimed", "quote": "Somebody", "start": 0, "end": 8, **fields}
    [finding] = harness.check({"article": ARTICLE, "claims": [row]}, TRUTH).findings
    return list(finding.near_misses)


def mark(athlete: str, printed: str, scope: Any = FINAL, **fields: Any) -> list[str]:
    return hints(kind="mark", athlete=athlete, mark=printed, scope=scope, **fields)


PARIS = "1500 m, final, Games 2024"


@pytest.mark.parametrize("found, hint", [
    # another athlete's mark in the same race
    (mark("Stone", "3:27.79"), "3:27.79 is the mark of Ben Clark"),
    # the athlete's own mark in another race
    (mark("Clark", "3:29.38"), "3:29.38 is the mark of Ben Clark"),
    # open, because the ground truth has no such result: looked up all the same
    (mark("Hill", "3:31.50"), "3:31.50 is the mark of Duncan Hill"),
    # two digits swapped, one digit changed
    (mark("Clark", "3:27.97"), "3:27.79 with two digits swapped"),
    (mark("Stone", "3:27.85"), "3:27.65 with one digit changed"),
    # a split for the mark
    (mark("Berg", "1:52.00", FINAL | {"year": 2021, "competition": "Olympic Games"}), "1:52.00 is the split at 800m"),
    # whose place it was
    (hints(kind="place", athlete="Clark", place=1, scope=FINAL), "1st was Eric Stone"),
    # between whom the margin lies: 3:27.80 - 3:27.65
    (hints(kind="margin", ahead="Stone", behind="Clark", gap="0.15 seconds", scope=FINAL), "Stone and Cyrus Koech"),
])  # fmt: skip
def test_a_figure_in_the_wrong_place_is_found_again(found: list[str], hint: str) -> None:
    assert any(hint in line for line in found), found


@pytest.mark.parametrize("found", [
    mark("Clark", "3:27.79"),  # it holds
    mark("Clark", "3:40.00"),  # it is nobody's, and unlike the official one
    hints(kind="place", athlete="Clark", place=2, scope=FINAL),
    hints(kind="place", athlete="Moss", place=2, scope=FINAL),  # open: a place agrees with somebody's always
    hints(kind="mark", athlete="Clark", mark="under 3:27", scope=FINAL),  # a bound is no figure of anybody's
])  # fmt: skip
def test_where_there_is_no_hint(found: list[str]) -> None:
    assert found == []


def test_what_came_later_is_no_hint() -> None:
    """On the article's day nobody had run it yet."""
    early = {**ARTICLE, "published": "2024-06-01"}
    scope = FINAL | {"competition": "World Championships", "year": 2023}
    row = {"kind": "mark", "id": "it", "text": "x", "quote": "Somebody", "start": 0, "end": 8, "athlete": "Clark",
           "mark": "3:27.79", "scope": scope}  # fmt: skip
    [finding] = harness.check({"article": early, "claims": [row]}, TRUTH).findings
    assert finding.verdict == "refuted"
    assert finding.near_misses == ()


@pytest.mark.parametrize("published, hint", [
    ("2024-08-20", ["3 is the number of bronze medals of Norway at Paris 2024"]),
    ("2024-08-05", []),  # the table is of the day on which the Games ended
])  # fmt: skip
def test_another_column_of_a_medal_table(published: str, hint: list[str]) -> None:
    table = MedalTable(
        edition="games-2024", date="2024-08-11", sources=("book",),
        rows=(NationMedals(nation="NOR", gold=4, silver=1, bronze=3),),
    )  # fmt: skip
    claim = {"kind": "medal_count", "id": "it", "text": "x", "quote": "Somebody", "start": 0, "end": 8,
             "nation": "Norway", "medal": "silver", "count": 3,
             "scope": {"competition": "Olympic Games", "year": 2024}}  # fmt: skip
    truth = Truth(replace(PACK, medal_tables=(table,)))
    [finding] = harness.check({"article": {**ARTICLE, "published": published}, "claims": [claim]}, truth).findings
    assert list(finding.near_misses) == hint


def test_the_table_of_the_same_games_comes_before_that_of_later_ones() -> None:
    of_tokyo = NationMedals(nation="NOR", gold=4, silver=1, bronze=3)
    of_paris = NationMedals(nation="NOR", gold=3, silver=0, bronze=5)
    tables = (
        MedalTable(edition="games-2020", date="2021-08-08", sources=("book",), rows=(of_tokyo,)),
        MedalTable(edition="games-2024", date="2024-08-11", sources=("book",), rows=(of_paris,)),
    )
    claim = {"kind": "medal_count", "id": "it", "text": "x", "quote": "Somebody", "start": 0, "end": 8,
             "nation": "Norway", "medal": "silver", "count": 3, "scope": {"competition": "Tokyo 2020"}}  # fmt: skip
    truth = Truth(replace(PACK, medal_tables=tables))
    [finding] = harness.check({"article": ARTICLE, "claims": [claim]}, truth).findings
    assert list(finding.near_misses) == [
        "3 is the number of bronze medals of Norway at Tokyo 2020",
        "3 is the number of gold medals of Norway at Paris 2024",
    ]


@pytest.mark.parametrize("row", [
    pytest.param(claim("mark", "one", "3:30.10", athlete="Berg", mark="3:30.12", scope=RACE), id="refuted"),
    # Of Holt nothing is known in the heat.
    pytest.param(claim("mark", "one", "3:30.10", athlete="Holt", mark="3:30.12", scope=RACE | {"round": "heat 1"}),
                 id="open"),
])  # fmt: skip
@pytest.mark.parametrize("name", ["text", "concise", "json", "json-lines", "markdown", "csv", "html", "junit", "sarif",
                                  "github", "gitlab", "rdjson", "claimreview", "web-annotation"])  # fmt: skip
def test_every_format_says_it(world: World, name: str, row: dict[str, Any]) -> None:
    world.claims(row)
    written = world.check("--format", name, "--fail-on", "never").stdout
    words = " ".join(written.replace("&#39;", "'").split())
    assert "is the mark of Peter Holt" in words, written
