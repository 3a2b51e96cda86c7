"""place: finishing places, places behind another, as of a date."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace
from tiny_pack import PACK, race, ran

from harness.truth.index import Truth
from harness.truth.pack import Race
from harness.truth.say import say

TOKYO = {"event": "1500m", "sex": "men", "competition": "Tokyo 2020"}
RIO = {"event": "1500m", "sex": "men", "competition": "Rio 2016"}
BUDAPEST = {"event": "1500m", "sex": "men", "competition": "Budapest 2023"}


def place(athlete, scope, **fields):
    return {"kind": "place", "athlete": athlete, "scope": scope, **fields}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(place("Berg", TOKYO, place=1), "supported", id="winner"),
        pytest.param(place("Berg", TOKYO, place="second"), "refuted", id="not second"),
        pytest.param(place("Clark", TOKYO, place="at least 2"), "supported", id="a bound"),
        pytest.param(place("Clark", TOKYO | {"round": "heat 1"}, place=7), "supported", id="heat"),
        pytest.param(place("Clark", TOKYO | {"round": "heat 2"}, place=7), "not_enough_info", id="not in that heat"),
        pytest.param(place("Hale", TOKYO, place=1), "refuted", id="not in the complete field"),
        pytest.param(place("Clark", {"event": "1500m"}, place=3), "not_enough_info", id="several races fit"),
        # One source has Stone fourth, another fifth: neither is settled, sixth is wrong by both.
        pytest.param(place("Stone", BUDAPEST, place=4), "not_enough_info", id="disputed"),
        pytest.param(place("Stone", BUDAPEST, place="four or five"), "supported", id="both sources"),
        pytest.param(place("Stone", BUDAPEST, place=6), "refuted", id="neither source"),
        # Hill did not finish: he is behind everybody who has a place.
        pytest.param(place("Hill", BUDAPEST, place=3), "refuted", id="did not finish, not third"),
        pytest.param(place("Hill", BUDAPEST, place="at least 5"), "supported", id="did not finish, behind the fourth"),
        pytest.param(place("Hill", BUDAPEST, place=5), "refuted", id="did not finish, no place at all"),
        pytest.param(place("Clark", TOKYO, place=3, at="800m"), "not_enough_info", id="order on the way"),
        pytest.param(place("Berg", TOKYO, place=1, at="400m"), "supported", id="led on the way"),
        pytest.param(place("Koech", TOKYO, place="second", at="400m"), "refuted", id="fourth on the way"),
        pytest.param(place("Koech", TOKYO, after="Berg", by=3, at="400m"), "supported", id="behind on the way"),
        pytest.param(
            place("Clark", TOKYO, after="Berg", at="400m"), "not_enough_info", id="one of them not known there"
        ),
        pytest.param(place("Clark", TOKYO, after="Koech"), "supported", id="one behind is the default"),
        pytest.param(place("Clark", TOKYO, after="Koech", by=2), "refuted", id="not two behind"),
        pytest.param(place("Clark", TOKYO, after="Berg", by="two or three"), "supported", id="two or three"),
        pytest.param(place("Berg", TOKYO, after="Clark", by="at least 1"), "refuted", id="the other way round"),
        pytest.param(place("Clark", TOKYO, place=3, after="Koech", by=2), "refuted", id="one of two is wrong"),
        pytest.param(place("Clark", TOKYO, after="Hale"), "not_enough_info", id="the other was not there"),
        pytest.param(place("Clark", TOKYO), "unreadable", id="nothing claimed"),
        pytest.param(place("Clark", TOKYO, after="Ben Clark"), "unreadable", id="behind himself"),
    ],
)
def test_verdict(judge, claim, verdict):
    assert judge(claim).verdict == verdict


@pytest.mark.parametrize(
    "athlete, printed, published, verdict",
    [
        pytest.param("Stone", 2, "2016-09-01", "supported", id="second before the winner was struck out"),
        pytest.param("Stone", 2, "2024-08-20", "refuted", id="no longer second"),
        pytest.param("Stone", 1, "2017-05-01", "supported", id="first from that day on"),
        pytest.param("Ramos", 1, "2017-04-30", "supported", id="winner until then"),
        pytest.param("Ramos", 1, "2017-05-01", "refuted", id="struck out"),
        pytest.param("Stone", 1, "2016-08-19", "not_enough_info", id="not yet run"),
    ],
)
def test_as_of(judge, athlete, printed, published, verdict):
    assert judge(place(athlete, RIO, place=printed), published).verdict == verdict


def test_two_heats_are_two_races(judge):
    scope = TOKYO | {"round": "semi-final"}
    assert judge(place("Clark", scope, after="Berg")).verdict == "supported"
    assert judge(place("Clark", {"event": "1500m", "round": "heat 1"}, after="Koech")).verdict == "not_enough_info"
    second = msgspec.convert(race("games-2020", "1500m", "heat 2", "2021-08-03", ran("eric-stone", "3:37.00", 1)), Race)
    truth = Truth(replace(PACK, races=(*PACK.races, second)))
    claim = place("Clark", TOKYO | {"round": "heats"}, after="Stone", by=6)
    judgement = judge(claim, truth=truth)
    assert judgement.verdict == "not_enough_info"
    assert say(judgement.known.why, truth) == (
        "Ben Clark, 1500m, heat 1, Tokyo 2020 and Eric Stone, 1500m, heat 2, Tokyo 2020 are different races"
    )


def test_behind_shows_the_subtraction(judge, tiny_truth):
    known = judge(place("Clark", TOKYO, after="Berg", by=2)).known
    assert say(known.arithmetic, tiny_truth) == "3 - 1 = 2"
    assert len(known.evidence) == 2


def test_disputed_place_says_so(judge):
    assert judge(place("Stone", BUDAPEST, place=6)).known.notes == ("sources_disagree",)


@pytest.mark.parametrize(
    "claim, severity",
    [
        pytest.param(place("Koech", TOKYO, place=1), "high", id="wrong winner"),
        pytest.param(place("Clark", TOKYO, place=5), "high", id="off the podium"),
        pytest.param(place("Stone", TOKYO, place=9), "medium", id="down the field"),
        pytest.param(place("Clark", TOKYO | {"round": "heat 1"}, place=3), "medium", id="no podium in a heat"),
        pytest.param(place("Koech", TOKYO, after="Berg", by=3), "medium", id="places behind"),
    ],
)
def test_severity(judge, claim, severity):
    from harness.kinds.place import severity as weigh

    found = judge(claim)
    assert found.verdict == "refuted"
    assert weigh(found.assertion, found.known) == severity


def test_facts(resolved):
    from harness.kinds.place import facts

    (fact,) = facts(resolved(place("Berg", TOKYO, place=1)))
    assert (fact.athlete, fact.edition, fact.round, fact.place.low) == ("anders-berg", "games-2020", "final", 1)
    assert facts(resolved(place("Clark", TOKYO, after="Berg"))) == ()
    assert facts(resolved(place("Clark", TOKYO, place=3, at="800m"))) == ()
