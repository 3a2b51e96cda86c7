"""A meeting that belongs to two series, and a championship that is run inside another race."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from harness.records.model import Finding

PIER = {"event": "5000m", "competition": "Pier Run", "year": 2023}
NORWAY = {"event": "5000m", "competition": "Norwegian Championships", "year": 2023}
THAT_DAY = {"event": "5000m", "on": "9 September 2023"}
S, R, N = "supported", "refuted", "not_enough_info"


def edition(competition: str, series: str, year: int = 2023) -> dict[str, Any]:
    return {"kind": "edition", "series": series, "scope": {"competition": competition, "year": year}}


def place(athlete: str, number: int | str, scope: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "place", "athlete": athlete, "place": number, "scope": scope, **more}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        pytest.param(edition("Pier Run", "Golden Tour"), S, id="the first of its series"),
        pytest.param(edition("Pier Run", "Silver Circuit"), S, id="the second"),
        pytest.param(edition("Pier Run", "Pier Run"), S, id="its own"),
        pytest.param(edition("Harbour Cup", "Silver Circuit", 2024), R, id="of another series"),
        pytest.param(edition("Coast Meeting", "Silver Circuit"), N, id="of which no series is known"),
        pytest.param(place("Vik", 2, NORWAY, among="everybody"), S, id="second of all"),
        pytest.param(place("Vik", 3, NORWAY, among="everybody"), R, id="not third of all"),
        pytest.param(place("Moen", 3, NORWAY, among="everybody"), N, id="a place in the whole that is not known"),
        pytest.param(place("Vik", 1, NORWAY), S, id="first of the inner race"),
        pytest.param(place("Vik", 1, PIER), R, id="somebody else won the outer one"),
        pytest.param(place("Vik", 2, PIER), N, id="the outer race has the others only"),
        pytest.param({"kind": "title", "athlete": "Rud", "status": "won", "scope": NORWAY}, R, id="of a guest"),
        pytest.param({"kind": "mark", "athlete": "Vik", "mark": "15:50.00", "scope": THAT_DAY}, S, id="one run"),
        pytest.param({"kind": "count", "athlete": "Vik", "of": "races", "count": 2, "scope": THAT_DAY}, N, id="once"),
        pytest.param({"kind": "count", "athlete": "Vik", "of": "races", "count": "at least 1", "scope": THAT_DAY}, S,
                     id="counted"),
    ],
)  # fmt: skip
def test_verdicts(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding.message
