"""count: races, wins, finals, medals, titles; all of them alike; runs."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tiny_pack import PACK

from harness.checking.wording import quantity_in_words
from harness.records.model import Unknown
from harness.truth.index import Truth
from harness.values import Range, exactly

SEASON = {"event": "1500m", "sex": "men", "season": 2024, "indoor": False}
SUMMER = {"event": "1500m", "indoor": False, "after": "25 May 2024", "until": "31 July 2024"}
GLOBAL = {"level": "global championship"}
GAMES = {"event": "1500m", "sex": "men", "competition": "Olympic Games"}


def count(of, number, scope, athlete="Berg", **fields):
    who = {"athlete": athlete} if athlete else {}
    return {"kind": "count", "of": of, "count": number, "scope": scope, **who, **fields}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(count("races", 3, SEASON), "supported", id="every race of a season"),
        pytest.param(count("races", 4, SEASON), "refuted", id="too many races"),
        pytest.param(count("wins", 2, SEASON), "supported", id="wins"),
        pytest.param(count("wins", 3, SEASON), "refuted", id="too many wins"),
        pytest.param(count("races", 2, SUMMER), "supported", id="in a window"),
        pytest.param(count("races", 2, SUMMER, all={"place": 1}), "supported", id="all of them won"),
        pytest.param(count("races", 3, SEASON, all={"place": 1}), "refuted", id="not all of them won"),
        pytest.param(count("races", 2, SUMMER, all={"mark": "3:32.00"}), "supported", id="all so fast"),
        pytest.param(count("races", 2, SUMMER, all={"mark": "sub-3:30"}), "refuted", id="not all so fast"),
        # Every meeting with Clark is known, and these were none; who else ran in Oslo is not.
        pytest.param(count("wins", 2, SUMMER, all={"beats": "Clark"}), "refuted", id="not against him"),
        pytest.param(count("wins", 2, SUMMER, all={"beats": "Hill"}), "not_enough_info", id="perhaps against him"),
        pytest.param(count("races", 3, SEASON | {"after": "2024"}), "not_enough_info", id="dates that leave no day"),
        # The statement speaks of outdoor races only: indoors there may be more.
        pytest.param(count("races", 3, {"event": "1500m", "season": 2024}), "not_enough_info", id="indoors too"),
        pytest.param(count("races", 2, {"event": "1500m", "season": 2024}), "refuted", id="fewer than are known"),
        # No window, no end to the races there may be.
        pytest.param(count("races", 9, {"event": "1500m", "indoor": False}), "not_enough_info", id="a whole career"),
        pytest.param(count("races", 3, SEASON, athlete="Koech"), "not_enough_info", id="nobody lists his races"),
        pytest.param(count("races", "at least 2", SEASON, athlete="Koech"), "supported", id="at least"),
        pytest.param(count("finals", 4, GLOBAL, athlete="Clark"), "supported", id="global finals"),
        pytest.param(count("finals", 5, GLOBAL, athlete="Clark"), "refuted", id="too many finals"),
        pytest.param(count("medals", 3, GLOBAL, athlete="Clark"), "supported", id="medals by finals"),
        pytest.param(count("titles", 1, GLOBAL, athlete="Clark"), "supported", id="titles by finals"),
        pytest.param(count("titles", 2, GLOBAL, athlete="Clark"), "refuted", id="too many titles"),
        pytest.param(count("titles", 1, SUMMER), "supported", id="a win at a meeting is no title"),
        pytest.param(count("finals", 4, GLOBAL), "not_enough_info", id="nobody lists his finals"),
        pytest.param(count("medals", 3, GAMES, athlete="Koech"), "supported", id="medals by the medal list"),
        pytest.param(count("medals", 3, GAMES, athlete=None, nation="Britain"), "supported", id="a nation's medals"),
        pytest.param(count("titles", 1, GAMES, athlete=None, nation="Britain"), "refuted", id="a nation's titles"),
        pytest.param(count("titles", 2, GAMES, athlete=None, nation="USA"), "supported", id="titles, one by a ban"),
        pytest.param(count("medals", 3, GAMES, athlete="Koech", all={"place": 2}), "refuted", id="not all silver"),
        pytest.param(count("medals", 1, GAMES, nation="Kenya"), "not_enough_info", id="both athlete and nation"),
    ],
)
def test_verdict(judge, claim, verdict):
    assert judge(claim).verdict == verdict


@pytest.mark.parametrize(
    "claim, day, verdict",
    [
        (count("races", 1, SEASON), "2024-06-11", "supported"),
        (count("races", 2, SEASON), "2024-06-11", "refuted"),
        # The winner of 2016 was struck out in May 2017: until then it was a silver.
        (count("titles", 0, GAMES, athlete="Stone"), "2017-04-30", "supported"),
        (count("titles", 1, GAMES, athlete="Stone"), "2017-05-01", "supported"),
        (count("titles", 2, GAMES, athlete="Stone"), "2024-08-06", "supported"),
    ],
)
def test_as_of(judge, claim, day, verdict):
    assert judge(claim, day).verdict == verdict


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(count("wins", 2, SUMMER, streak=True), "supported", id="unbeaten"),
        pytest.param(count("wins", 3, SUMMER, streak=True), "refuted", id="not so many"),
        pytest.param(count("wins", 0, SEASON, streak=True), "supported", id="ended by the latest"),
        pytest.param(count("races", 3, SEASON, streak=True, all={"mark": "3:32.00"}), "supported", id="all so fast"),
        pytest.param(count("medals", 3, GLOBAL, athlete="Clark", streak=True), "supported", id="medals in a row"),
        pytest.param(count("titles", 0, GLOBAL, athlete="Clark", streak=True), "supported", id="no title last time"),
        pytest.param(count("wins", 1, SEASON, athlete="Koech", streak=True), "not_enough_info", id="races unknown"),
        pytest.param(count("finals", 4, GLOBAL, athlete="Clark", streak=True), "not_enough_info", id="of finals"),
        pytest.param(
            count("titles", 1, GAMES, athlete=None, nation="USA", streak=True), "not_enough_info", id="of a nation"
        ),
    ],
)
def test_streaks(judge, claim, verdict):
    assert judge(claim).verdict == verdict


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(count("wins", 1, SEASON, athlete="Clark"), "supported", id="a win of a heat"),
        pytest.param(count("wins", 0, SEASON, athlete="Clark"), "not_enough_info", id="no win of a final"),
        pytest.param(count("wins", 2, SEASON, athlete="Clark"), "refuted", id="too many by either reading"),
        pytest.param(count("wins", 0, SEASON | {"round": "heat"}, athlete="Clark"), "refuted", id="heats are named"),
        pytest.param(count("races", 1, SEASON, athlete="Clark"), "refuted", id="a heat is a race"),
    ],
)
def test_wins_may_be_meant_of_finals_alone(judge, claim, verdict):
    assert judge(claim).verdict == verdict


def test_of_a_final_that_was_held_twice_both_titles_count(judge):
    """One final a holding is the limit where no statement says so, and not below what is known."""
    again = tuple(replace(one, date="2024-06-11") for one in PACK.races if one.edition == "euros-2024")
    truth = Truth(replace(PACK, races=PACK.races + again))
    at_rome = {"event": "1500m", "sex": "men", "competition": "Rome 2024"}
    assert judge(count("titles", 1, at_rome)).known.value == exactly(1)
    assert judge(count("titles", 2, at_rome), truth=truth).known.value == exactly(2)


def test_a_place_that_is_not_settled_widens_the_count(judge):
    placeless = [
        replace(one, results=tuple(replace(row, place=None) for row in one.results))
        if one.edition == "euros-2024"
        else one
        for one in PACK.races
    ]
    judgement = judge(count("wins", 2, SUMMER), truth=Truth(replace(PACK, races=tuple(placeless))))
    assert judgement.verdict == "not_enough_info"
    assert judgement.known.value == Range(1, 2)


def test_what_it_rests_on(judge):
    judgement = judge(count("races", 4, SEASON))
    assert judgement.known.relied_on == ("season-2024",)
    assert [one.id.partition("/")[0] for one in judgement.known.evidence] == ["fjord-2024", "euros-2024", "games-2024"]


@pytest.mark.parametrize(
    "claim, races",
    [
        pytest.param(count("wins", 2, SUMMER, streak=True), ["euros-2024", "fjord-2024"], id="both that there were"),
        pytest.param(count("wins", 0, SEASON, streak=True), ["games-2024"], id="the one that ended it"),
    ],
)
def test_a_streak_rests_on_its_races_and_the_one_before(judge, claim, races):
    assert [one.id.partition("/")[0] for one in judge(claim).known.evidence] == races


def test_a_streak_without_every_race_is_unknown(judge):
    assert isinstance(judge(count("wins", 1, SEASON, athlete="Koech", streak=True)).known, Unknown)


@pytest.mark.parametrize(
    "scope, unknown",
    [
        # Oslo was in May 2024: whether before the 20th is no longer known, whether in the year is.
        pytest.param({"until": "20 May 2024"}, {"date": "2024-05", "edition": None, "city": "Oslo"}, id="its day"),
        pytest.param({"round": "final"}, {"round": ""}, id="its round"),
    ],
)
def test_what_may_lie_in_the_scope_is_not_passed_over(judge, scope, unknown):
    races = tuple(replace(one, **unknown) if one.edition == "fjord-2024" else one for one in PACK.races)
    truth = Truth(replace(PACK, races=races))
    number = 0 if "until" in scope else 3
    assert judge(count("races", number, SEASON | scope)).verdict == "supported"
    assert judge(count("races", number, SEASON | scope), truth=truth).verdict == "not_enough_info"
    assert judge(count("races", 3, SEASON), truth=truth).verdict == "supported"


@pytest.mark.parametrize(
    "feat, words",
    [
        pytest.param(
            {"feat": {"medal": "any"}}, "nations with a medal, men, 1500m, Olympic Games", id="those that did it"
        ),
        pytest.param({}, "nations, men, 1500m, Olympic Games, race", id="those that started at all"),
    ],
)
def test_nations_are_called_after_what_they_did(asserted, tiny_truth, feat, words):
    claim = {"kind": "count", "of": "nations", "count": 4, "scope": GAMES} | feat
    _, (assertion, *_) = asserted(claim)
    assert quantity_in_words(assertion.quantity, tiny_truth) == words


@pytest.mark.parametrize(
    "scope, number, verdict",
    [
        # Of Tokyo's final all four men are there; whether women ran one, the pack does not say.
        ({"sex": "men"}, 4, "supported"),
        ({"sex": "men"}, 5, "refuted"),
        ({}, 4, "not_enough_info"),
        ({}, 5, "not_enough_info"),
        ({}, 3, "refuted"),
    ],
)
def test_the_field_of_one_sex_is_not_that_of_both(judge, scope, number, verdict):
    final = {"event": "1500m", "competition": "Olympic Games", "year": 2020, "round": "final"}
    assert judge(count("athletes", number, final | scope, athlete=None)).verdict == verdict
