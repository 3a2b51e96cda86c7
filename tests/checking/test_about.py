"""What an article is about, told once, narrows what its claims leave open, and says nothing of what they tell."""

from __future__ import annotations

import json
from typing import Any

import pytest
from arden import article
from judging import WORDS
from tiny_pack import PACK

from harness.checking.load import ClaimFile, read_claims
from harness.checking.run import Checker
from harness.records.model import Mistake
from harness.truth.index import Truth

PARIS = {"event": "1500m", "sex": "men", "competition": "Olympic Games", "season": 2024}


def document(claim: dict[str, Any], about: Any) -> bytes:
    head = article() | {"published": "2024-08-20"} | ({"about": about} if about is not None else {})
    return json.dumps({"article": head, "claims": [{"id": "claim", **WORDS, **claim}]}).encode()


def verdict(claim: dict[str, Any], about: dict[str, Any] | None) -> str:
    loaded = read_claims(document(claim, about), "claims.json")
    assert isinstance(loaded, ClaimFile), loaded
    (finding,) = Checker(Truth(PACK)).check_article(loaded)
    return finding.verdict


def place(athlete: str, number: int, **scope: Any) -> dict[str, Any]:
    return {"kind": "place", "athlete": athlete, "place": number, "scope": scope}


def first(athlete: str, feat: dict[str, Any], **scope: Any) -> dict[str, Any]:
    return {"kind": "since", "athlete": athlete, "feat": feat, "scope": scope}


@pytest.mark.parametrize(
    ("claim", "without", "within"),
    [
        pytest.param(place("Stone", 1), "not_enough_info", "supported", id="which race is meant"),
        pytest.param(place("Clark", 1), "not_enough_info", "refuted", id="and who did not win it"),
        pytest.param(place("Stone", 1, event="1500m"), "not_enough_info", "supported", id="only the holding is open"),
        pytest.param(place("Clark", 1, competition="worlds", year=2023), "not_enough_info", "supported", id="event"),
        pytest.param(
            place("Clark", 1, event="1500m", competition="worlds", year=2023), "supported", "supported", id="all told"
        ),
        pytest.param(place("Clark", 1, on="25 May 2024"), "not_enough_info", "not_enough_info", id="another day"),
        pytest.param(
            {"kind": "mark", "athlete": "Stone", "mark": "3:27.65", "scope": {}}, "not_enough_info", "supported",
            id="a mark",
        ),
        pytest.param(
            {"kind": "title", "athlete": "Stone", "scope": {}}, "not_enough_info", "supported", id="whose champion"
        ),
        pytest.param(
            {"kind": "record", "level": "olympic", "athlete": "Stone", "scope": {}}, "not_enough_info", "supported",
            id="the record of the event",
        ),
        pytest.param(
            first("Clark", {"mark": "under 3:28"}, season=2024), "not_enough_info", "supported",
            id="since when a mark of the event",
        ),
        # Counts are of all that they take in: no headline narrows them.
        pytest.param(
            {"kind": "medal_count", "athlete": "Stone", "count": 2, "scope": {"competition": "Olympic Games"}},
            "not_enough_info", "not_enough_info", id="a count of everything",
        ),
        pytest.param(
            {"kind": "head_to_head", "athlete": "Clark", "opponent": "Berg", "wins": "at least 3", "scope": {}},
            "supported", "supported", id="meetings anywhere",
        ),
    ],
)  # fmt: skip
def test_it_narrows_what_is_open(claim: dict[str, Any], without: str, within: str) -> None:
    assert (verdict(claim, None), verdict(claim, PARIS)) == (without, within)


def test_a_woman_in_an_article_on_men_is_no_man() -> None:
    """The sex of the people whom the claim names goes before that of the article."""
    jump = {"kind": "place", "athlete": "Moss", "place": 1,
            "scope": {"event": "long jump", "competition": "worlds", "year": 2023}}  # fmt: skip
    assert verdict(jump, {"sex": "men"}) == "supported"


@pytest.mark.parametrize(
    ("claim", "about", "without", "within"),
    [
        pytest.param(place("Koech", 1, event="1500m", competition="worlds"), {"season": 2019},
                     "not_enough_info", "supported", id="the year of a competition that the claim names"),
        pytest.param({"kind": "record", "level": "olympic", "mark": "3:27.65", "scope": {"event": "1500m"}},
                     {"sex": "men"}, "not_enough_info", "supported", id="the sex of a record without a holder"),
    ],
)  # fmt: skip
def test_a_part_of_it_narrows_too(claim: dict[str, Any], about: dict[str, Any], without: str, within: str) -> None:
    assert (verdict(claim, None), verdict(claim, about)) == (without, within)


@pytest.mark.parametrize("about", [{"event": ""}, {"sex": "boys"}, {"city": "Paris"}, "Paris", {"season": "2024"}])
def test_what_is_no_such_thing_is_a_mistake_in_the_file(about: Any) -> None:
    mistakes = read_claims(document(place("Stone", 1), about), "claims.json")
    assert isinstance(mistakes, list)
    assert all(isinstance(mistake, Mistake) and "about" in str(mistake) for mistake in mistakes)
