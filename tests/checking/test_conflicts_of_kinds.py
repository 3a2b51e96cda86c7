"""Two claims of one article, and whether both can be true: kinds whose values are places, rounds or open lists."""

from __future__ import annotations

from typing import Any

import pytest
from judging import claim_file
from msgspec.structs import replace
from tiny_pack import PACK

from harness.checking.gathering import conflicts_among
from harness.checking.run import Checker
from harness.truth.index import Truth

CHECKER = Checker(Truth(PACK))
OSLO = {"competition": "Fjord Games", "year": 2024}
SEMI = {"event": "1500m", "sex": "men", "competition": "Tokyo 2020", "round": "semi-final"}
TOKYO = {key: value for key, value in SEMI.items() if key != "round"}
HEATS = TOKYO | {"round": "heats"}


SEASON = {"competition": None, "on": None, "season": 2021}


def held(place: str, **scope: Any) -> dict[str, Any]:
    return {"kind": "venue", "place": place, "scope": OSLO | scope}


def placed(place: int, event: str, **scope: Any) -> dict[str, Any]:
    day = {"event": event, "sex": "men", "competition": "Tokyo 2020", "on": "7 August 2021"} | scope
    return {
        "kind": "place",
        "athlete": "Moss" if event == "long jump" else "Clark",
        "place": place,
        "scope": {field: value for field, value in day.items() if value is not None},
    }


def life(**facts: str) -> dict[str, Any]:
    return {"kind": "bio", "athlete": "Clark", **facts}


def advance(scope: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"kind": "advance", "athlete": "Clark", "scope": scope, **fields}


def defending(athlete: str) -> dict[str, Any]:
    scope = {"event": "1500m", "sex": "men", "competition": "Olympic Games"}
    return {"kind": "title", "athlete": athlete, "status": "defending", "scope": scope}


@pytest.mark.parametrize(
    "one, another, clash",
    [
        pytest.param(held("Oslo"), held("Paris"), True, id="two cities"),
        pytest.param(held("Oslo"), held("Paris", event="1500m"), True, id="a race is where its competition is"),
        pytest.param(held("Norway"), held("Spain"), True, id="two countries"),
        # Nobody runs two rounds of it on one day, so that the final of the day and the race of the day are one.
        pytest.param(placed(2, "1500m"), placed(3, "1500m", round="final"), True, id="the final is the day's race"),
        pytest.param(placed(2, "1500m"), placed(2, "1500m", round="final"), False, id="the same of both"),
        pytest.param(placed(2, "1500m", on="3 August 2021"), placed(3, "1500m", round="final"), False, id="two days"),
        # Of a season there may be two races, and so of words that name none at all.
        pytest.param(placed(2, "1500m", **SEASON), placed(3, "1500m", **SEASON), False, id="no one race"),
        pytest.param(placed(2, "1500m", round="heat 1"), placed(3, "1500m", round="final"), False, id="a heat"),
        pytest.param(placed(2, "long jump"), placed(3, "long jump", round="final"), False, id="perhaps its qualifying"),
        pytest.param(held("Oslo"), held("Norway"), False, id="a city and a country"),
        pytest.param(held("Oslo"), held("Oslo"), False, id="one city twice"),
        pytest.param(held("Oslo"), held("Paris") | {"scope": OSLO | {"year": 2023}}, False, id="two holdings"),
        pytest.param(life(birthplace="Edinburgh"), life(birthplace="London"), True, id="two towns"),
        pytest.param(life(birthplace="Glasgow"), life(birthplace="London"), True, id="two towns, both wrong"),
        pytest.param(life(birthplace="Edinburgh"), life(birthplace="Scotland"), False, id="a town and its country"),
        pytest.param(life(birthplace="Edinburgh"), life(birthplace="LEITH"), False, id="a town and a part of it"),
        pytest.param(life(birthplace="Leith, Edinburgh"), life(birthplace="London"), True, id="a part of another"),
        pytest.param(life(birthplace="Norway"), life(birthplace="Spain"), True, id="born in two countries"),
        pytest.param(life(coach="Ola Lund"), life(coach="Tom Reid"), False, id="two coaches"),
        pytest.param(life(club="Leith AC"), life(club="River"), False, id="two clubs"),
        pytest.param(advance(SEMI, to="final"), advance(SEMI, advanced=False), True, id="through and out"),
        pytest.param(advance(TOKYO, to="final"), advance(SEMI, advanced=False), True, id="in the final, out before"),
        pytest.param(advance(HEATS), advance(SEMI, advanced=False), False, id="through one round, out in the next"),
        pytest.param(advance(HEATS, advanced=False), advance(TOKYO, to="final"), True, id="out early, in the final"),
        pytest.param(advance(HEATS, how="place"), advance(HEATS, how="time"), True, id="two ways"),
        # Nine days after Paris the champion before it and the one who won there may both be called the defending one.
        pytest.param(defending("Berg"), defending("Stone"), False, id="the champions of two holdings"),
        pytest.param(defending("Berg"), defending("Koech"), True, id="neither of them"),
    ],
)  # fmt: skip
def test_two_claims_of_one_article(one: dict[str, Any], another: dict[str, Any], clash: bool) -> None:
    findings = CHECKER.check_article(claim_file(one, another, published="2024-08-20"))
    assert bool(conflicts_among(findings)) == clash


@pytest.mark.parametrize("other, clash", [("Koech", False), ("Clark", True)])
def test_who_held_a_shared_record_before(other: str, clash: bool) -> None:
    """Until Paris the Olympic record was Berg's and Koech's: an article may name either of them, and nobody else."""
    (row,) = [one for one in PACK.records if one.level == "olympic" and one.until == "2024-08-06"]
    shared = Checker(Truth(replace(PACK, records=(*PACK.records, replace(row, athlete="cyrus-koech")))))
    record = {"kind": "record", "level": "olympic", "athlete": "Stone", "scope": {"event": "1500m", "sex": "men"}}
    claims = [record | {"previous_holder": holder} for holder in ("Berg", other)]
    findings = shared.check_article(claim_file(*claims, published="2024-08-20"))
    assert bool(conflicts_among(findings)) == clash
