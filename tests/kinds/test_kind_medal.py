"""medal: the medal of a final, of any holding of a competition, and none."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from tiny_pack import PACK

from harness.checking.run import Checker
from harness.corpus.beats import Story
from harness.kinds.medal import sentences
from harness.truth.index import Truth

EVENT = {"event": "1500m", "sex": "men"}
TOKYO = EVENT | {"competition": "Tokyo 2020"}
RIO = EVENT | {"competition": "Rio 2016"}
GAMES = EVENT | {"competition": "Olympic Games"}


def medal(athlete, colour, scope):
    return {"kind": "medal", "athlete": athlete, "medal": colour, "scope": scope}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(medal("Berg", "gold", TOKYO), "supported", id="gold"),
        pytest.param(medal("Clark", "silver", TOKYO), "refuted", id="wrong colour"),
        pytest.param(medal("Clark", "any", TOKYO), "supported", id="some medal"),
        pytest.param(medal("Stone", "any", TOKYO), "refuted", id="sixth"),
        pytest.param(medal("Stone", "none", TOKYO), "supported", id="none for sixth"),
        pytest.param(medal("Hill", "bronze", TOKYO), "refuted", id="out in the semi-final, all medals known"),
        pytest.param(medal("Ramos", "none", TOKYO), "supported", id="not in the final, all medals known"),
        pytest.param(medal("Hill", "bronze", EVENT | {"competition": "Munich 2022"}), "refuted", id="silver there"),
        pytest.param(medal("Stone", "bronze", EVENT | {"competition": "Munich 2022"}), "not_enough_info", id="open"),
        pytest.param(medal("Hill", "gold", EVENT | {"competition": "Budapest 2023"}), "refuted", id="did not finish"),
        # One source has Stone fourth, another fifth: either way no medal.
        pytest.param(medal("Stone", "none", EVENT | {"competition": "Budapest 2023"}), "supported", id="disputed"),
        pytest.param(medal("Berg", "gold", EVENT | {"competition": "Fjord Games 2024"}), "not_enough_info", id="meet"),
        pytest.param(medal("Berg", "gold", GAMES), "supported", id="at any Games"),
        pytest.param(medal("Berg", "gold", GAMES | {"round": "heat"}), "supported", id="of a final all the same"),
        pytest.param(medal("Berg", "silver", GAMES), "refuted", id="at no Games, all medals known"),
        pytest.param(medal("Koech", "any", GAMES), "supported", id="any medal at any Games"),
        pytest.param(medal("Berg", "none", GAMES), "refuted", id="never a medal"),
        pytest.param(medal("Hill", "none", EVENT | {"competition": "World Championships"}), "refuted", id="has one"),
        pytest.param(medal("Hill", "gold", EVENT | {"competition": "European Championships"}), "not_enough_info",
                     id="not every final known"),
    ],
)  # fmt: skip
def test_verdict(judge, claim, verdict):
    assert judge(claim).verdict == verdict


@pytest.mark.parametrize(
    "athlete, colour, published, verdict",
    [
        pytest.param("Hill", "none", "2017-04-30", "supported", id="fourth until the winner was struck out"),
        pytest.param("Hill", "bronze", "2017-05-01", "supported", id="bronze from that day"),
        pytest.param("Ramos", "gold", "2017-04-30", "supported", id="gold until then"),
        pytest.param("Ramos", "none", "2017-05-01", "supported", id="stripped"),
    ],
)
def test_as_of(judge, athlete, colour, published, verdict):
    assert judge(medal(athlete, colour, RIO), published).verdict == verdict


def test_a_colour_disputed_is_either(judge, truth_with):
    truth = truth_with("worlds-2023", "1500m", "cyrus-koech", disputes=[("place", "4")])
    scope = EVENT | {"competition": "Budapest 2023"}
    assert judge(medal("Koech", "bronze", scope), truth=truth).verdict == "not_enough_info"
    assert judge(medal("Koech", "silver", scope), truth=truth).verdict == "refuted"


def test_a_race_of_unknown_round_may_have_been_a_heat(judge):
    """A race of a championship that is told by its day alone: second in a heat is no medal."""
    final = ("worlds-2023", "1500m", "final")
    races = [
        replace(race, round="") if (race.edition, race.event, race.round) == final else race for race in PACK.races
    ]
    truth = Truth(replace(PACK, races=tuple(races), completeness=()))
    day = EVENT | {"competition": "Budapest 2023", "on": "23 August 2023"}
    assert judge(medal("Berg", "any", day), truth=truth).verdict == "not_enough_info"
    assert judge(medal("Berg", "gold", day), truth=truth).verdict == "refuted"  # second: silver or nothing


def test_none_rests_on_the_statement(judge):
    assert judge(medal("Hill", "none", TOKYO)).known.relied_on == ("games-medals",)


@pytest.mark.parametrize("colour, low, high", [("gold", 1, 1), ("silver", 2, 2), ("bronze", 3, 3), ("any", 1, 3)])
def test_facts_are_places(resolved, colour, low, high):
    from harness.kinds.medal import facts

    (fact,) = facts(resolved(medal("Clark", colour, TOKYO)))
    assert (fact.place.low, fact.place.high) == (low, high)


def test_none_is_no_fact(resolved):
    """Who won none need not have been in the final."""
    from harness.kinds.medal import facts

    assert facts(resolved(medal("Clark", "none", TOKYO))) == ()


def test_no_fact_without_a_holding(resolved):
    from harness.kinds.medal import facts

    assert facts(resolved(medal("Clark", "any", GAMES))) == ()


def test_a_disputed_place_may_be_a_medal(judge, truth_with):
    """One source has Koech third in Budapest, another fourth: he has a medal there, or none."""
    worlds = EVENT | {"competition": "World Championships"}
    truth = truth_with("worlds-2023", "1500m", "cyrus-koech", disputes=[("place", "4")])
    assert judge(medal("Koech", "bronze", worlds)).verdict == "supported"
    assert judge(medal("Koech", "bronze", worlds), truth=truth).verdict == "not_enough_info"


@pytest.mark.parametrize("edition, told", [("worlds-2023", ["bronze", "gold", "silver"]), ("fjord-2024", [])])
def test_a_report_tells_medals_where_there_are_any(edition, told):
    truth = Truth(PACK)
    final = [one for one in truth.by_edition[edition] if one.event == "1500m" and one.round == "final"]
    story = Story(Checker(truth), final, date(2024, 8, 20).toordinal())
    assert sorted(sentence.claim["medal"] for sentence in sentences(story)) == told
