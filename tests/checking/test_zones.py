"""The days of a paper and of a holding in different time zones: the day there supports, every zone's day is open."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from arden import PACK, article

from harness.checking.load import ClaimFile, read_claims
from harness.checking.run import Checker
from harness.truth.index import Truth
from harness.truth.pack import Pack

# The Arden final was on Sunday 2 June 2024.
SCOPE = {"event": "1500m", "sex": "men", "competition": "Arden Games", "year": 2024}


def verdict(printed: str, published: str, zone: str | None = None, holding: str | None = None) -> str:
    (edition,) = PACK["editions"]
    placed = {**edition, "zone": holding} if holding else edition
    truth = Truth(msgspec.convert({**PACK, "editions": [placed]}, Pack))
    about: dict[str, Any] = article() | {"published": published} | ({"zone": zone} if zone else {})
    claim = {
        "kind": "date", "id": "day", "text": "when it was", "quote": "words", "start": 0, "end": 5, "date": printed,
        "scope": SCOPE,
    }  # fmt: skip
    loaded = read_claims(json.dumps({"article": about, "claims": [claim]}).encode(), "claims.json")
    assert isinstance(loaded, ClaimFile), loaded
    (finding,) = Checker(truth).check_article(loaded)
    return finding.verdict


@pytest.mark.parametrize(
    "printed, published, expected",
    [
        ("yesterday", "2024-06-03", "supported"),
        ("yesterday", "2024-06-04", "not_enough_info"),
        ("today", "2024-06-01", "not_enough_info"),
        ("yesterday", "2024-06-05", "refuted"),
        ("Sunday", "2024-06-05", "supported"),
        ("Monday", "2024-06-05", "not_enough_info"),
        ("Tuesday", "2024-06-05", "refuted"),
        ("two days ago", "2024-06-04", "supported"),
        ("3 June", "2024-06-05", "refuted"),
    ],
)
def test_without_zones_a_day_more_on_each_side_is_open(printed: str, published: str, expected: str) -> None:
    assert verdict(printed, published) == expected


@pytest.mark.parametrize(
    "zone, holding, printed, published, expected",
    [
        ("+01:00", "+01:00", "yesterday", "2024-06-04", "refuted"),  # one zone, one day
        ("+12:00", "+01:00", "yesterday", "2024-06-04", "not_enough_info"),  # Monday morning further east
        ("-07:00", "+01:00", "yesterday", "2024-06-04", "refuted"),  # further west it was Saturday or Sunday
        ("-07:00", "+01:00", "yesterday", "2024-06-02", "not_enough_info"),
        ("+12:00", "+01:00", "yesterday", "2024-06-02", "refuted"),
        ("+05:30", "+05:45", "yesterday", "2024-06-04", "refuted"),
        # a date in full is of the paper's own day too, where its zone is known to be another one
        ("+12:00", "+01:00", "3 June 2024", "2024-06-05", "not_enough_info"),
        ("+12:00", "+01:00", "2 June 2024", "2024-06-05", "supported"),
        ("+12:00", "+01:00", "1 June 2024", "2024-06-05", "refuted"),
        ("+12:00", "+01:00", "4 June 2024", "2024-06-05", "refuted"),
        ("-07:00", "+01:00", "1 June", "2024-06-05", "not_enough_info"),
        ("-07:00", "+01:00", "3 June", "2024-06-05", "refuted"),
        ("+01:00", "+01:00", "3 June 2024", "2024-06-05", "refuted"),
        ("+12:00", None, "3 June 2024", "2024-06-05", "refuted"),
        ("+12:00", "+01:00", "May 2024", "2024-06-05", "refuted"),
    ],
)
def test_with_both_zones_only_the_days_of_the_paper(zone, holding, printed, published, expected) -> None:
    assert verdict(printed, published, zone, holding) == expected
