"""Claims of groups of events and of several medals at one holding, of tables, totals and ages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from harness.model import Finding

LAKE = {"competition": "Lake Games", "year": 2024}
POOL = {"competition": "Lake Games", "group": "swimming", "sex": "men"}
S, R, N, U = "supported", "refuted", "not_enough_info", "unreadable"


def medals(who: dict[str, Any], scope: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "medal_count", **who, "scope": scope, **more}


def only(member: str, feat: dict[str, Any], scope: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "only", "members": [member], "feat": feat, "scope": scope, **more}


def since(athlete: str, feat: dict[str, Any], scope: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "since", "athlete": athlete, "feat": feat, "scope": scope, **more}


ROUX, FORD, USA = {"athlete": "Leo Roux"}, {"athlete": "Mick Ford"}, {"nation": "United States"}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (medals(ROUX, {**POOL, "year": 2024}, medal="gold", count="three"), S),
        (medals(ROUX, {**POOL, "year": 2024}, medal="gold", count=2), R),
        (medals(ROUX, {**POOL, "year": 2024}, count=4), S),  # the relay's bronze too
        (medals(ROUX, {**POOL, "year": 2024, "individual": True}, count=3), S),
        (medals(ROUX, {**POOL, "year": 2024, "individual": False}, medal="bronze", count=1), S),
        (medals(ROUX, {**LAKE, "sex": "men", "events": ["200m butterfly", "200m breaststroke"]}, count=2), S),
        (medals(ROUX, {**LAKE, "sex": "men", "events": ["200m butterfly", "200m breaststroke"]}, count=3), R),
        (medals(ROUX, LAKE, medal="gold", count="three"), N),  # there are other sports
        (medals(ROUX, {**LAKE, "group": "jumps"}, count=1), N),  # nobody says that these are all
        (medals(FORD, {**POOL, "individual": True}, medal="gold", count=4), S),
        (medals(FORD, {"competition": "Lake Games", "group": "Swimming"}, medal="gold", count=5), R),
        (medals(ROUX, {**LAKE, "group": "bobsleigh"}, count=1), U),
        (medals(ROUX, {**LAKE, "group": "swimming", "event": "200m butterfly"}, count=1), U),
        (medals(ROUX, {**LAKE, "events": ["200m butterfly"]}, count=1), U),
        (medals(ROUX, {**LAKE, "events": ["200m butterfly", "shot put"]}, count=1), N),
    ],
)
def test_groups_of_events(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


THREE = {"titles": "three", "within": "holding"}
BOTH = {"titles": 2, "within": "day"}
ALONE = {**POOL, "individual": True}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (since("Leo Roux", THREE, {**ALONE, "year": 2024}, since="2008", last_holder="Mick Ford"), S),
        (since("Leo Roux", THREE, {**ALONE, "year": 2024}, since="2016"), R),
        (since("Leo Roux", THREE, {**ALONE, "year": 2024}), R),  # not the first ever
        (since("Leo Roux", THREE, {**POOL, "year": 2024}, since="2008"), S),
        (since("Mick Ford", THREE, {**ALONE, "year": 2008}), S),
        (since("Mick Ford", THREE, {**ALONE, "year": 2016}, since="2008"), R),  # he had one that year
        (only("Leo Roux", BOTH, {**ALONE}, how="first"), S),
        (only("Leo Roux", BOTH, {**ALONE}), S),
        (only("Mick Ford", BOTH, {**ALONE}), R),
        (only("Leo Roux", THREE, {**ALONE}), R),
        (only("Leo Roux", THREE, {**ALONE}, how="nth", nth=2), S),
        (only("Leo Roux", {"titles": 4, "within": "holding"}, {**ALONE}), R),
        (only("Leo Roux", {"medals": 4, "within": "holding"}, {**POOL}), N),
        (only("Leo Roux", {"titles": 2, "within": "holding"}, {**ALONE, "group": "jumps"}), N),
        (only("Mick Ford", {"titles": 4}, ALONE), S),
        (only("Leo Roux", {"titles": 4}, ALONE), R),
    ],
)
def test_several_at_one_holding(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


def test_all_of_several_events(finding_of: Callable[..., Finding]) -> None:
    claim = {"kind": "count", "of": "finals", "count": 3, "all": {"place": 1}, "athlete": "Leo Roux"}
    scope = {**LAKE, "group": "swimming", "individual": True}
    assert finding_of({**claim, "scope": scope}).verdict == N  # finals in which he was not among the first three
    assert finding_of({**claim, "of": "titles", "scope": scope}).verdict == S
    assert finding_of({**claim, "scope": {**scope, "individual": False}}).verdict == R


def test_a_group_that_no_event_is_of_is_told_with_those_there_are(finding_of: Callable[..., Finding]) -> None:
    message = finding_of(medals(ROUX, {**LAKE, "group": "bobsleigh"}, count=1)).message
    assert "no event is of a group or sport 'bobsleigh'" in message
    assert "swimming" in message
