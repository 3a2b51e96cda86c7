"""The errors of a desk, one at a time: what each makes of a claim that is right, and which claims it leaves alone."""

from __future__ import annotations

from typing import Any

import pytest

from harness.corpus.errors import ERRORS, Elsewhere

RACE = {"event": "1500m", "competition": "Arden Games", "year": 2024}
MARK = {"kind": "mark", "athlete": "Anders Bergmann", "mark": "3:31.05", "scope": RACE}
PLACE = {"kind": "place", "athlete": "Anders Bergmann", "place": 2, "scope": RACE}
BEHIND = {"kind": "place", "athlete": "Anders Bergmann", "after": "Peter Holt", "scope": RACE}
MEDAL = {"kind": "medal", "athlete": "Anders Bergmann", "medal": "silver", "scope": RACE}
COUNT = {"kind": "medal_count", "athlete": "Anders Bergmann", "medal": "any", "count": "three", "scope": {}}
RANK = {"kind": "rank", "athlete": "Anders Bergmann", "rank": "fourth", "scope": {"event": "1500m", "indoor": True}}
MARGIN = {"kind": "margin", "ahead": "Holt", "behind": "Bergmann", "gap": "0.80", "scope": RACE}
AROUND = Elsewhere(
    rivals=("Peter Holt", "Ola Lund"), neighbours=("Peter Holt",), races=(("Fjord Games", 2023),), stale_ranks=(6, 14)
)

BY_NAME = {error.name: error for error in ERRORS}


def planted(name: str, claim: dict[str, Any], around: Elsewhere = AROUND) -> list[dict[str, Any]]:
    """What each planted claim has otherwise."""
    return [
        {field: value for field, value in wrong.items() if claim.get(field) != value}
        for wrong in BY_NAME[name].plant(claim, around)
    ]


@pytest.mark.parametrize(
    "name, claim, changes",
    [
        pytest.param("wrong-digit", MARK, [{"mark": one} for one in
                     ("4:31.05", "3:41.05", "3:32.05", "3:31.15", "3:31.06")], id="each digit is another"),
        pytest.param("swapped-digits", MARK, [{"mark": "3:13.05"}, {"mark": "3:31.50"}], id="neighbours change places"),
        pytest.param("wrong-margin", MARGIN, [{"gap": "0.90"}], id="a margin, never of nought"),
        pytest.param("wrong-athlete", MARK, [{"athlete": "Peter Holt"}, {"athlete": "Ola Lund"}], id="the rivals"),
        pytest.param("swapped-places", PLACE, [{"athlete": "Peter Holt"}], id="the next man"),
        pytest.param("swapped-places", BEHIND, [{"athlete": "Peter Holt", "after": "Anders Bergmann"}], id="behind"),
        pytest.param("medal-colour", MEDAL, [{"medal": "gold"}, {"medal": "bronze"}], id="the other colours"),
        pytest.param("golds-for-medals", COUNT, [{"medal": "gold"}], id="all of them as golds"),
        pytest.param("off-by-one", PLACE, [{"place": 1}, {"place": 3}], id="in figures"),
        pytest.param("off-by-one", COUNT, [{"count": "two"}, {"count": "four"}], id="in words"),
        pytest.param("off-by-one", PLACE | {"place": 1}, [{"place": 2}], id="nothing comes before first"),
        pytest.param("dropped-scope", RANK, [{"scope": {"event": "1500m"}}], id="indoor is left out"),
        pytest.param("stale-rank", RANK, [{"rank": "sixth"}], id="in words as far as words go"),
        pytest.param("stale-rank", RANK | {"rank": 4}, [{"rank": 6}, {"rank": 14}], id="in figures as printed"),
        pytest.param("wrong-competition", MEDAL, [{"scope": {"event": "1500m", "competition": "Fjord Games",
                     "year": 2023}}], id="another race of his"),
        pytest.param("misprint", MARK, [{"mark": "3:31:05"}], id="a colon for the point"),
        pytest.param("misspelling", MARK, [{"athlete": "Anders Bergamnn"}], id="two letters change places"),
    ],
)  # fmt: skip
def test_what_it_plants(name: str, claim: dict[str, Any], changes: list[dict[str, Any]]) -> None:
    assert planted(name, claim) == changes


@pytest.mark.parametrize(
    "name, claim",
    [
        # A mark to the second stands for two seconds: the next one may still be a fair print of it.
        pytest.param("wrong-digit", MARK | {"mark": "3:31"}, id="a mark to the second"),
        pytest.param("wrong-digit", MARK | {"mark": "sub-3:32"}, id="a bound"),
        pytest.param("wrong-digit", MARK | {"hedge": "about"}, id="a hedged mark"),
        pytest.param("wrong-athlete", MEDAL | {"medal": "any"}, id="a medal that two may have won"),
        pytest.param("wrong-athlete", BEHIND, id="behind somebody, as others are"),
        pytest.param("swapped-places", PLACE | {"at": "800m"}, id="a place on the way"),
        pytest.param("off-by-one", COUNT | {"count": "at least 3"}, id="a bounded count"),
        pytest.param("off-by-one", COUNT | {"hedge": "about"}, id="a hedged count"),
        pytest.param("stale-rank", RANK | {"rank": "1 or 2"}, id="a rank in a range"),
        pytest.param("misprint", MARK | {"mark": "58.20"}, id="a mark without minutes"),
        pytest.param("misspelling", MARK | {"athlete": "Holt"}, id="a short name"),
        pytest.param("wrong-margin", MARGIN | {"gap": "a second"}, id="a margin in words"),
    ],
)
def test_what_it_leaves_alone(name: str, claim: dict[str, Any]) -> None:
    assert planted(name, claim) == []


def test_nothing_else_is_said_where_nothing_else_is_known() -> None:
    for name in ("wrong-athlete", "swapped-places", "wrong-competition", "stale-rank"):
        assert [planted(name, claim, Elsewhere()) for claim in (MARK, PLACE, RANK)] == [[], [], []], name


def test_a_planted_claim_is_never_the_claim_itself() -> None:
    for claim in (MARK, PLACE, BEHIND, MEDAL, COUNT, RANK, MARGIN):
        for error in ERRORS:
            assert all(wrong != claim for wrong in error.plant(claim, AROUND)), error.name


def test_every_error_has_a_name_of_its_own() -> None:
    assert len(BY_NAME) == len(ERRORS) == 13
