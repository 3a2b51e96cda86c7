"""Claims of taking part (start), of holdings (edition), and of several medal figures in one statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from harness.records.model import Finding

FINAL = {"event": "1500m", "competition": "Grand Games", "year": 2024, "sex": "men"}
WOMEN = {**FINAL, "sex": "women"}
LONG = {"event": "5000m", "competition": "Grand Games", "year": 2024}
GAMES = {"competition": "Grand Games", "year": 2024}
CUP = {"competition": "Harbour Cup", "year": 2024}
S, R, N, U = "supported", "refuted", "not_enough_info", "unreadable"


def start(athlete: str, scope: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "start", "athlete": athlete, "scope": scope, **more}


def edition(scope: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"kind": "edition", "scope": scope, **more}


def medals(nation: str, **more: Any) -> dict[str, Any]:
    return {"kind": "medal_count", "nation": nation, "scope": GAMES, **more}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (start("Mori", WOMEN, status="DQ"), S),
        (start("Mori", WOMEN, status="finished"), R),
        (start("Mori", WOMEN, status="DNF"), R),
        (start("Mori", WOMEN, status="started"), S),
        (start("Mori", LONG, status="DNS"), S),
        (start("Mori", LONG, status="started"), R),
        (start("Dahl", LONG, status="DNS"), R),
        (start("Lind", LONG, status="DNS"), N),
        (start("Pace", FINAL, status="DNF"), S),
        (start("Pace", FINAL, status="DNF", at="900m"), S),
        (start("Pace", FINAL, status="DNF", at="600m to go"), S),
        (start("Pace", FINAL, status="DNF", at="the bell"), R),
        (start("Berg", FINAL, status="DNF"), R),
        (start("Berg", FINAL, status="finished", at="800m"), U),
        (start("Berg", FINAL), U),
        (start("Pace", LONG, status="withdrew"), S),
        (start("Pace", LONG, status="entered"), R),
        (start("Pace", LONG, status="entered", as_of="1 August 2024"), S),
        (start("Pace", LONG, status="withdrew", as_of="1 August 2024"), R),
        (start("Pace", LONG, status="entered", as_of="1 June 2024"), N),
        (start("Alami", GAMES, status="selected"), S),
        (start("Alami", GAMES, status="entered"), S),
        (start("Alami", GAMES, status="withdrew"), R),
        (start("Dahl", GAMES, status="selected"), N),
        (start("Kirui", GAMES, appearance="third"), S),
        (start("Kirui", GAMES, appearance="second"), R),
        (start("Kirui", {**GAMES, "year": 2016}, appearance="first"), S),
        (start("Kirui", {"competition": "Grand Games"}, appearance=3), S),
        (start("Berg", GAMES, appearance="first"), R),
        (start("Berg", GAMES, appearance="second"), N),
        (start("Berg", GAMES, appearance="at least two"), S),
        (start("Dahl", {**GAMES, "year": 2020}, appearance="first"), N),
        (start("Kirui", {"event": "1500m"}, appearance="first"), N),
    ],
)
def test_starts(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (edition(CUP, number="49th"), S),
        (edition(CUP, number="forty-ninth"), S),
        (edition(CUP, number="50th"), R),
        (edition({"competition": "Harbour Cup"}, number="49th"), N),
        (edition(GAMES, number="12th"), S),
        (edition({"competition": "Coast Meeting", "year": 2024}, number="sixth"), N),
        (edition(CUP, series="Golden Tour"), S),
        (edition(CUP, series="Harbour Cup"), S),
        (edition(CUP, series="Grand Games"), R),
        (edition(GAMES, series="Golden Tour"), N),
        (edition(CUP, series="Silver Tour"), N),
        (edition({**LONG, "sex": "women"}, day="day nine"), U),
        # The Games count from the day after the opening (Tokyo's final of 7 August 2021 was on "day fifteen", the
        # opening on 23 July); who counts the opening in says one more.
        (edition({**LONG, "sex": "women"}, day="ninth"), N),
        (edition({**LONG, "sex": "women"}, day=8), N),
        (edition({**LONG, "sex": "women"}, day=7), R),
        (edition({**LONG, "sex": "women"}, day=10), R),
        (edition({"event": "1500m", "sex": "men", "competition": "Harbour Cup", "year": 2024}, day="first"), S),
        (edition({**LONG, "event": "freestyle", "sex": "women"}, day=8), N),
        (edition(GAMES), U),
    ],
)
def test_editions(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (medals("Norway", golds=16, silvers=5, bronzes=5, total=26), S),
        (medals("Norway", golds="sixteen", total="over twenty"), S),
        (medals("Norway", golds=16, silvers=6), R),
        (medals("Norway", total=27), R),
        (medals("Norway", medal="gold", count=16), S),
        (medals("Norway", medal="gold", count=16, bronzes=4), R),
        (medals("Morocco", golds=1), N),
        (medals("Norway"), U),
    ],
)
def test_several_medal_figures(claim: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


def retained(athlete: str, year: int) -> dict[str, Any]:
    scope = {"event": "1500m", "sex": "men", "competition": "Grand Games", "year": year}
    return {"kind": "title", "athlete": athlete, "status": "retained", "scope": scope}


@pytest.mark.parametrize(
    ("athlete", "year", "verdict"),
    [("Mori", 2024, S), ("Berg", 2024, R), ("Kirui", 2024, R), ("Kirui", 2020, R), ("Alami", 2016, N)],
)
def test_titles_that_are_retained(athlete: str, year: int, verdict: str, finding_of: Callable[..., Finding]) -> None:
    claim = retained(athlete, year)
    if athlete == "Mori":  # who won the vault at both
        claim["scope"] |= {"event": "vault", "sex": "women"}
    finding = finding_of(claim)
    assert finding.verdict == verdict, finding


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"athlete": "Omar Alami", "death_date": "15 September 2024"}, S),
        ({"athlete": "Omar Alami", "death_date": "August 2024"}, R),
        ({"athlete": "Omar Alami", "death_date": "September", "as_of": "1 September 2024"}, N),
        ({"athlete": "Karin Lind", "death_date": "September 2024"}, N),
        ({"athlete": "Ingrid Dahl", "former_club": "University of Oslo"}, S),
        ({"athlete": "Ingrid Dahl", "former_club": "Voss IL"}, N),
        ({"athlete": "Ingrid Dahl", "club": "Voss IL"}, S),
        ({"athlete": "Ingrid Dahl", "age": "in her twenties"}, S),
        ({"athlete": "Ingrid Dahl", "age": "teenage"}, R),
    ],
)
def test_lives(facts: dict[str, Any], verdict: str, finding_of: Callable[..., Finding]) -> None:
    finding = finding_of({"kind": "bio", **facts})
    assert finding.verdict == verdict, finding


def test_the_finding_says_which_figure_fails(finding_of: Callable[..., Finding]) -> None:
    finding = finding_of(medals("Norway", golds=16, silvers=6, bronzes=5, total=26))
    assert [judged.verdict for judged in finding.judged] == [S, R, S, S]
    assert (finding.claimed, finding.found) == ("6", "5")


def test_a_part_of_a_combined_event_gives_no_medal(finding_of: Callable[..., Finding]) -> None:
    scope = {"event": "heptathlon", "part": "hurdles", **GAMES}
    assert finding_of({"kind": "medal", "athlete": "Dahl", "medal": "gold", "scope": scope}).verdict == R
