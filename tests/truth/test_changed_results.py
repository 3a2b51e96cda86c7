"""Results that changed after the race: struck out and reinstated, a mark or a score corrected, with both days."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from judging import judge

from harness.truth.index import Truth
from harness.truth.lint import lint
from harness.truth.pack import Pack

STRUCK = {"start": "2030-08-02", "end": "2030-09-10", "why": "lane infringement", "sources": ["book"]}
CORRECTED = {"end": "2030-08-20", "mark": "44.90"}


def world(**rows: dict[str, Any]) -> Pack:
    """A final of three: Oake won in 44.50, Pell came second in 44.80, Rusk third in 45.00."""
    runners = [("oake", "Ben Oake", "44.50"), ("pell", "Cal Pell", "44.80"), ("rusk", "Dov Rusk", "45.00")]
    results = [
        {"athlete": id_, "mark": mark, "place": place} | rows.get(id_, {})
        for place, (id_, _, mark) in enumerate(runners, start=1)
    ]
    life = {"sex": "men", "nations": [{"value": "GBR"}], "sources": ["book"]}
    return msgspec.convert(
        {
            "sources": [{"id": "book", "title": "Book", "family": "book"}],
            "nations": [{"id": "GBR", "name": "Great Britain", "area": "Europe", "demonyms": ["British"]}],
            "events": [{"id": "400m", "name": "400 m", "measure": "time", "better": "lower",
                        "plausible": ["43", "60"], "metres": 400}],
            "athletes": [{"id": id_, "name": name, **life} for id_, name, _ in runners],
            "competitions": [{"id": "cup", "name": "Severn Cup", "level": "world", "medals": True}],
            "editions": [{"id": "cup-2030", "competition": "cup", "name": "Severn Cup 2030", "start": "2030-08-01",
                          "end": "2030-08-03", "sources": ["book"]}],
            "races": [{"event": "400m", "sex": "men", "edition": "cup-2030", "date": "2030-08-02", "round": "final",
                       "results": results, "finishers_complete": True, "sources": ["book"]}],
            "completeness": [{"id": "list", "covers": "athletes", "events": ["400m"], "sex": "men", "down_to": "46.00",
                              "start": "2030-01-01", "end": "2031-12-31", "text": "all", "sources": ["book"]}],
        },
        Pack,
    )  # fmt: skip


SCOPE = {"event": "400m", "competition": "Severn Cup", "year": 2030}
REINSTATED = world(
    oake={"annulled": STRUCK},
    pell={"was": {"place": 1, "end": "2030-09-10"}},
    rusk={"was": {"place": 2, "end": "2030-09-10"}},
)
MARK_CHANGED = world(pell={"was": CORRECTED})


def place(who: str, place: int) -> dict[str, Any]:
    return {"kind": "place", "athlete": who, "place": place, "scope": SCOPE}


def mark(who: str, mark: str) -> dict[str, Any]:
    return {"kind": "mark", "athlete": who, "mark": mark, "scope": SCOPE}


def rank(who: str, rank: int) -> dict[str, Any]:
    return {"kind": "rank", "athlete": who, "rank": rank, "scope": {"event": "400m", "sex": "men"}}


@pytest.mark.parametrize(
    ("pack", "claim", "published", "verdict"),
    [
        pytest.param(REINSTATED, place("Oake", 1), "2030-08-05", "refuted", id="struck out"),
        pytest.param(REINSTATED, place("Oake", 1), "2030-09-10", "supported", id="reinstated"),
        pytest.param(REINSTATED, place("Pell", 1), "2030-08-05", "supported", id="moved up"),
        pytest.param(REINSTATED, place("Pell", 1), "2030-09-10", "refuted", id="moved down again"),
        pytest.param(REINSTATED, rank("Pell", 1), "2030-08-05", "supported", id="first of the list meanwhile"),
        pytest.param(REINSTATED, rank("Oake", 1), "2030-09-10", "supported", id="back on the list"),
        pytest.param(MARK_CHANGED, mark("Pell", "44.90"), "2030-08-05", "supported", id="as first given"),
        pytest.param(MARK_CHANGED, mark("Pell", "44.80"), "2030-08-05", "refuted", id="not yet corrected"),
        pytest.param(MARK_CHANGED, mark("Pell", "44.80"), "2030-08-20", "supported", id="as corrected"),
        pytest.param(MARK_CHANGED, mark("Pell", "44.90"), "2030-08-20", "refuted", id="no longer"),
        pytest.param(MARK_CHANGED, place("Pell", 2), "2030-08-05", "supported", id="the place was the same before"),
        pytest.param(MARK_CHANGED, place("Pell", 2), "2030-08-20", "supported", id="and after"),
    ],
)
def test_a_claim_is_held_against_what_stood_on_its_day(
    pack: Pack, claim: dict[str, Any], published: str, verdict: str
) -> None:
    (finding,) = judge(Truth(pack), claim, published=published)
    assert finding.verdict == verdict, finding.message


def test_such_packs_are_sound() -> None:
    assert [lint(pack) for pack in (REINSTATED, MARK_CHANGED)] == [[], []]


@pytest.mark.parametrize(
    ("row", "path", "message"),
    [
        ({"annulled": STRUCK | {"end": "2030-08-01"}}, "annulled", "ends before it begins"),
        ({"was": {"end": "2030-09-01"}}, "was", "neither the place nor the mark"),
        ({"was": {"place": 3, "end": "2030-07-01"}}, "was.end", "before the race of 2030-08-02"),
    ],
)
def test_changes_that_cannot_be(row: dict[str, Any], path: str, message: str) -> None:
    flaws = lint(world(pell=row))
    assert any(flaw.path == f"races[0].results[1].{path}" and message in flaw.message for flaw in flaws), flaws
