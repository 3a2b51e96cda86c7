"""Claims of titles over several holdings: for which time it was won or retained, how many in a row, regained."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from harness.records.model import Finding

S, R, N = "supported", "refuted", "not_enough_info"


def coast(athlete: str, year: int | None, status: str | None = None, **more: Any) -> dict[str, Any]:
    scope: dict[str, Any] = {"event": "5000m", "sex": "women", "competition": "Coast Meeting"}
    scope |= {} if year is None else {"year": year}
    return {"kind": "title", "athlete": athlete, "scope": scope, **({"status": status} if status else {}), **more}


def games(athlete: str, year: int | None, status: str | None = None, **more: Any) -> dict[str, Any]:
    claim = coast(athlete, year, status, **more)
    return {**claim, "scope": {**claim["scope"], "event": "1500m", "sex": "men", "competition": "Grand Games"}}


# Dahl won the first two Coast Meetings (2019, 2020), Lind the third, Dahl the three after it (2022 to 2024).
@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        # in a row
        (coast("Dahl", 2024, in_a_row="third"), S),
        (coast("Dahl", 2024, in_a_row="three straight"), S),
        (coast("Dahl", 2024, in_a_row=2), R),
        (coast("Dahl", 2024, in_a_row="fourth"), R),
        (coast("Dahl", 2024, "won", in_a_row=3), S),
        (coast("Dahl", 2022, in_a_row=1), S),
        (coast("Dahl", 2020, in_a_row=2), S),
        (coast("Dahl", 2020, in_a_row=3), R),  # there were no more before it
        (coast("Dahl", None, in_a_row=3), S),  # up to the latest
        (coast("Dahl", None, in_a_row=2, as_of="1 June 2023"), S),
        (coast("Dahl", None, "won", in_a_row=3), N),  # ending when is not told
        (coast("Lind", 2024, in_a_row=1), R),
        (coast("Mori", 2024, in_a_row=3), R),
        (games("Berg", 2024, in_a_row=1), S),
        (games("Berg", 2024, in_a_row=2), R),
        (games("Alami", 2016, in_a_row=1), N),  # what came before is not known
        (games("Alami", 2016, in_a_row="at least one"), S),
        # defending, while the holding is still reported
        (coast("Dahl", None, "defending", as_of="10 May 2024"), S),
        (coast("Dahl", None, "defending", as_of="13 May 2024"), S),  # who won the one before it as well
        (coast("Lind", None, "defending", as_of="12 May 2022"), N),
        (coast("Dahl", None, "defending", as_of="12 May 2022"), N),  # of the holding that is over, or of the one before
        (coast("Dahl", None, "defending", as_of="12 June 2022"), S),
        (coast("Lind", None, "defending", as_of="12 June 2022"), R),
        # retained
        (coast("Dahl", 2024, "retained", time="second"), S),  # in this run
        (coast("Dahl", 2024, "retained", time="third"), S),  # in all
        (coast("Dahl", 2024, "retained", time="first"), R),
        (coast("Dahl", 2024, "retained", time="fourth"), R),
        (coast("Dahl", 2020, "retained", time="first"), S),
        (coast("Dahl", 2022, "retained", time="first"), R),
        (coast("Dahl", 2025, "retained", time="first"), N),
        (games("Kirui", 2020, "retained", time=1), R),
        # for which time it was won
        (coast("Dahl", 2024, "won", time="fifth"), S),
        (coast("Dahl", 2024, "won", time="five-time"), S),
        (coast("Dahl", 2024, "won", time="fourth"), R),
        (coast("Dahl", 2022, "won", time="third"), S),
        (coast("Dahl", None, "former", time="five"), S),
        (coast("Dahl", None, "won", time="six"), R),
        (coast("Lind", 2021, "won", time="first"), N),  # not all of her finals are known
        (coast("Lind", 2021, "won", time="at least once"), S),
        # regained
        (coast("Dahl", 2022, "regained"), S),
        (coast("Dahl", 2023, "regained"), R),  # retained
        (coast("Dahl", 2019, "regained"), R),
        (coast("Lind", 2021, "regained"), R),  # for the first time
        (coast("Lind", 2022, "regained"), R),
        (games("Berg", 2024, "regained"), N),
    ],
)
def test_runs_of_titles(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding
