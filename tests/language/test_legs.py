"""Claims of a relay's legs: who ran which, and in what time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from harness.records.model import Finding
from harness.truth.index import Truth

RELAY = {"event": "4x400m relay", "competition": "Harbour Cup", "year": 2024}
S, R, N, U = "supported", "refuted", "not_enough_info", "unreadable"


def leg(athlete: str, which: str | int, mark: str | None = None, scope: Any = RELAY, **more: Any) -> dict[str, Any]:
    timed = {"mark": mark} if mark else {}
    return {"kind": "mark", "athlete": athlete, "leg": which, "scope": scope, **timed, **more}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (leg("Kirui", "anchor", "43.04"), S),
        (leg("Kirui", "anchor leg", "43.04"), S),
        (leg("Kirui", "own", "43.0"), S),
        (leg("Kirui", "own", "43.40"), R),
        (leg("Kirui", "own", "43:04"), R),  # no misprint of a whole relay: how long a leg may take is not known
        (leg("Kirui", "last"), S),
        (leg("Kirui", 4), S),
        (leg("Kirui", "third"), R),
        (leg("Kirui", "third", "43.04"), R),
        (leg("Berg", "second", "45.30"), S),
        (leg("Pace", "lead-off", "46.20"), N),  # timed to the tenth
        (leg("Pace", "opening", "46.2"), S),
        (leg("Pace", "lead off", "46.2"), S),
        (leg("Pace", "leadoff", "46.2"), S),
        (leg("Pace", "first", "46.4"), R),
        (leg("Alami", "third"), S),
        (leg("Alami", "third", "44.9"), N),
        (leg("Alami", "own", "44.9"), N),
        (leg("Lind", "third"), N),
        (leg("Harbour AC", "third"), N),  # a team has no leg of its own
        (leg("Bay Runners", "third", "44.0"), N),
        (leg("Kirui", "anchor", "43.04", {**RELAY, "year": 2023}), N),
        (leg("Kirui", "anchor", scope={"competition": "Harbour Cup", "year": 2024}), N),
        (leg("Kirui", "fifth", "43.04"), U),
        (leg("Kirui", "back straight", "43.04"), U),
        (leg("Kirui", "own"), U),
        (leg("Kirui", "anchor", "43.04", at="200m"), U),
        (leg("Kirui", "anchor", "43.04", {**RELAY, "event": "1500m"}), U),
    ],
)
def test_legs(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


def test_a_leg_that_cannot_be_is_told_with_those_there_are(finding_of: Callable[..., Finding]) -> None:
    assert "4x400 m relay has 4 legs, and none that is 'fifth'" in finding_of(leg("Kirui", "fifth")).message
    assert "1500 m is not a relay" in finding_of(leg("Kirui", "third", scope={**RELAY, "event": "1500m"})).message


def test_two_words_for_one_leg_are_one_quantity(finding_of: Callable[..., Finding]) -> None:
    assert len({finding_of(leg("Kirui", which)).judged[0].quantity for which in ("anchor", "fourth", 4)}) == 1


def test_who_runs_for_a_team_event_is_a_team_though_no_member_is_known(world: Truth) -> None:
    assert {"bay", "harbour"} <= world.teams
    assert not any(result.members for result in world.by_athlete["bay"])
