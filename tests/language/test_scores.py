"""Claims of matches and bouts: who won, the score, the sets, what it ended after, a shoot-out, who scored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from judging import judge
from msgspec import convert
from msgspec.structs import replace

from harness.records.model import Finding
from harness.truth.index import Truth
from harness.truth.pack import Race
from harness.values import Unread
from harness.values.scores import Score, read_score

FINAL = {"event": "handball", "competition": "Grand Games", "year": 2024}
CUP = {"event": "handball", "competition": "Harbour Cup", "year": 2024}
TENNIS = {"event": "tennis", "competition": "Grand Games", "year": 2024}
S, R, N, U = "supported", "refuted", "not_enough_info", "unreadable"


def score(athlete: str, scope: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "score", "athlete": athlete, "scope": scope, **more}


@pytest.mark.parametrize(
    ("printed", "score"),
    [
        ("31-17", (31, 17)), ("31–17", (31, 17)), ("31:17", (31, 17)), ("31 - 17", (31, 17)), ("31 to 17", (31, 17)),
        ("by 31-17", (31, 17)), ("3-1 sets", (3, 1)), ("two-nil", (2, 0)), ("two to one", (2, 1)), ("6-0", (6, 0)),
        ("six-love", (6, 0)), ("1 all", (1, 1)), ("one all", (1, 1)), ("7-6 (5)", (7, 6)), ("108-99", (108, 99)),
        ("31", None), ("31-", None), ("-17", None), ("3:29.05", None), ("31-17-5", None), ("narrowly", None),
    ],
)  # fmt: skip
def test_scores_as_printed(printed: str, score: tuple[int, int] | None) -> None:
    reading = read_score(printed)
    assert reading == Score(*score) if score is not None else isinstance(reading, Unread), reading


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (score("Harbour AC", FINAL, opponent="Bay Runners", result="won", score="31-17"), S),
        (score("Harbour AC", FINAL, score="31-17"), S),
        (score("Harbour AC", FINAL, score="17-31"), R),
        (score("Bay Runners", FINAL, score="17-31"), S),
        (score("Bay Runners", FINAL, result="lost", score="31-17"), S),  # the winner's first
        (score("Bay Runners", FINAL, result="lost", score="17-31"), S),
        (score("Bay Runners", FINAL, result="won", score="31-17"), R),
        (score("Harbour AC", FINAL, result="won", score="31-18"), R),
        (score("Harbour AC", FINAL, result="drew"), R),
        (score("Harbour AC", FINAL, result="won"), S),
        (score("Harbour AC", FINAL, after="regular time"), S),
        (score("Harbour AC", FINAL, after="extra time"), R),
        (score("Harbour AC", FINAL, by_shootout=True), R),
        (score("Harbour AC", FINAL, by_shootout=False), S),
        (score("Harbour AC", FINAL, shootout="4-3"), N),
        (score("Harbour AC", FINAL, opponent="Bay Runners"), S),
        (score("Harbour AC", {**FINAL, "year": 2016}, score="31-17"), N),
        (score("Harbour AC", {"competition": "Grand Games", "year": 2024}, score="31-17"), N),
        # a shoot-out is in no score
        (score("Bay Runners", CUP, result="won", score="25-25", shootout="4-3", after="extra time"), S),
        (score("Harbour AC", CUP, result="lost", shootout="4-3"), S),
        (score("Harbour AC", CUP, result="won"), R),
        (score("Harbour AC", CUP, shootout="4-3"), R),
        (score("Harbour AC", CUP, score="28-29"), R),
        (score("Harbour AC", CUP, by_shootout=True), S),
        (score("Harbour AC", CUP, after="regular time"), R),
        (score("Harbour AC", {**FINAL, "year": 2020}, score="22-all"), S),
        (score("Harbour AC", {**FINAL, "year": 2020}, score="all-22"), U),
        (score("Harbour AC", {**FINAL, "year": 2020}, score="22 all"), S),
        (score("Harbour AC", {**FINAL, "year": 2020}, result="drew"), N),  # who won it then is not told
        (score("Harbour AC", {**FINAL, "year": 2020}, after="extra time"), N),
        # sets
        (score("Lind", TENNIS, opponent="Dahl", result="won", score="2-1", sets=["6-4", "3-6", "7-5"]), S),
        (score("Dahl", TENNIS, result="lost", sets=["6-4", "3-6", "7-5"]), S),
        (score("Dahl", TENNIS, sets=["4-6", "6-3", "5-7"]), S),
        (score("Lind", TENNIS, sets=["6-4", "3-6", "7-6 (4)"]), R),
        (score("Lind", TENNIS, sets=["6-4", "7-5"]), R),
        (score("Harbour AC", FINAL, sets=["6-4", "7-5"]), N),
        # who scored
        (score("Berg", FINAL, goals=12), S),
        (score("Berg", FINAL, goals="a dozen"), S),
        (score("Berg", FINAL, goals=13), R),
        (score("Pace", FINAL, goals=17), S),
        (score("Alami", FINAL, goals="at least one"), R),  # all 48 are accounted for
        (score("Alami", CUP, goals=1), N),
        # mistakes
        (score("Harbour AC", FINAL), U),
        (score("Harbour AC", FINAL, opponent="Harbour AC", score="31-17"), U),
        (score("Harbour AC", FINAL, score="3:29.05"), U),
        (score("Berg", {**FINAL, "event": "1500m"}, score="31-17"), U),
        (score("Lind", {**FINAL, "event": "long jump"}, sets=["6-4"]), U),
    ],
)
def test_matches(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


@pytest.mark.parametrize(
    ("points", "result", "verdict"),
    [
        (("20", "20"), "drew", S),
        (("20", "20"), "won", R),
        (("20", None), "drew", N),  # what the other side scored is not known
        (("20", "19"), "drew", R),
    ],
)
def test_level_points_after_normal_time_are_a_draw(
    world: Truth, points: tuple[str | None, str | None], result: str, verdict: str
) -> None:
    sides = [
        {"athlete": side, **({"mark": mark} if mark else {})}
        for side, mark in zip(("harbour", "bay"), points, strict=True)
    ]
    match = {"event": "handball", "sex": "men", "date": "2024-03-03", "city": "Lund", "results": sides}
    played = convert(match | {"match": "league", "decided": "regular time", "sources": ["book"]}, Race)
    truth = Truth(replace(world.pack, races=(*world.pack.races, played)))
    day = {"event": "handball", "on": "3 March 2024"}
    [finding] = judge(truth, score("Harbour AC", day, result=result), published="2024-10-01")
    assert finding.verdict == verdict, finding


def test_a_score_of_a_race_is_told_by_what_it_is_measured_in(finding_of: Callable[..., Finding]) -> None:
    message = finding_of(score("Berg", {**FINAL, "event": "1500m"}, score="31-17")).message
    assert "'31-17' is a score, and 1500 m is measured in seconds" in message


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (score("Berg", FINAL, goals=12), S),
        (score("Berg", {**FINAL, "round": "semi-final"}, goals=5), S),
        (score("Berg", {**FINAL, "round": "semi-final"}, goals=12), R),
        (score("Berg", {**FINAL, "round": "semifinal 1"}, goals=5), S),
        (score("Alami", {**FINAL, "round": "semifinal 1"}, goals=5), R),  # all 40 are accounted for
        (score("Alami", {**FINAL, "round": "semi-final"}, goals=5), N),  # he may have been in the other one
        (score("Alami", {**FINAL, "round": "quarter-final"}, goals=5), N),
        # a match of unknown round at a holding is not taken for its final
        (score("Kirui", {**FINAL, "year": 2016}, goals=1), N),
        (score("Alami", {**FINAL, "year": 2016}, goals=1), N),
        (score("Alami", {"event": "handball", "on": "3 March 2024"}, goals=1), R),  # but it is the one of its day
    ],
)
def test_goals_are_those_of_the_final_unless_another_round_is_told(
    world: Truth, claim: dict[str, Any], verdict: str
) -> None:
    semifinal = {"edition": "games-2024", "date": "2024-08-07", "round": "semifinal 1", "match": "semifinal"}
    told = [semifinal, {"edition": "games-2016", "date": "2016-08-07"}, {"city": "Lund", "date": "2024-03-03"}]
    sides = ({"athlete": "harbour", "mark": "20", "scorers": {"berg": 5, "kirui": 15}},
             {"athlete": "bay", "mark": "20", "scorers": {"pace": 20}})  # fmt: skip
    races = [{"event": "handball", "sex": "men", "results": sides, "sources": ["book"], **more} for more in told]
    truth = Truth(replace(world.pack, races=(*world.pack.races, *convert(races, list[Race]))))
    [finding] = judge(truth, claim, published="2024-10-01")
    assert finding.verdict == verdict, finding
