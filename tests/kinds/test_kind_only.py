"""only: the only ones, the first, the nth."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tiny_pack import PACK

from harness.kinds.only import assertions, known
from harness.records.model import Unknown, Unreadable
from harness.truth.index import Truth
from harness.truth.pack import Completeness

METRIC = {"event": "1500m", "sex": "men"}
GAMES = METRIC | {"competition": "Olympic Games"}
WORLDS = METRIC | {"competition": "World Championships"}
EUROS = METRIC | {"competition": "European Championships"}


def only(members, feat, scope=GAMES, **fields):
    return {"kind": "only", "members": members, "feat": feat, "scope": scope, **fields}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(only(["Stone"], {"titles": "two"}), "supported", id="the only man to win two"),
        pytest.param(only(["Berg"], {"titles": 2}), "refuted", id="he has one"),
        pytest.param(only(["Stone"], {"titles": 1}), "refuted", id="another has one"),
        pytest.param(only(["Stone", "Berg"], {"titles": 1}), "supported", id="the only two winners"),
        pytest.param(only(["Koech", "Stone", "Clark"], {"medals": 2}), "supported", id="three with two medals"),
        pytest.param(only(["Koech", "Stone"], {"medals": 2}), "refuted", id="a third has two"),
        pytest.param(only(["Koech"], {"medals": 3}), "supported", id="three medals"),
        pytest.param(only(["Koech"], {"medal": "silver", "medals": 2}), "supported", id="two silvers"),
        pytest.param(
            only(["Clark"], {"medal": "any"}, GAMES | {"nation": "Britain"}), "refuted", id="Hill has one too"
        ),
        pytest.param(
            only(["Clark"], {"medal": "silver"}, GAMES | {"nation": "Britain"}), "supported", id="of a nation"
        ),
        # Nothing says that all European medals are there: others are counted at least.
        pytest.param(only(["Berg"], {"titles": 2}, EUROS), "not_enough_info", id="others unknown"),
        pytest.param(only(["Hill"], {"medal": "any"}, EUROS), "refuted", id="another is known"),
        pytest.param(only(["Ramos", "Koech"], {"mark": "sub-3:27"}, METRIC), "supported", id="inside a list of marks"),
        pytest.param(only(["Ramos"], {"mark": "3:26.50"}, METRIC), "refuted", id="another was so fast"),
        pytest.param(
            only(["Ramos", "Koech", "Stone", "Clark", "Berg"], {"mark": "sub-3:32"}, METRIC), "refuted", id="too deep"
        ),
        pytest.param(
            only(["Moss"], {"mark": "7.10m"}, {"event": "long jump", "sex": "women"}), "not_enough_info", id="no list"
        ),
        pytest.param(only(["Moss"], {"mark": "7.00m"}, {"event": "long jump"}), "refuted", id="another jumped so far"),
        pytest.param(only(["Koech"], {"medals": 2}, how="first"), "supported", id="the first to win two"),
        pytest.param(only(["Stone"], {"medals": 2}, how="first"), "refuted", id="not the first"),
        pytest.param(only(["Stone"], {"medals": 2}, how="nth", nth="second"), "supported", id="the second"),
        pytest.param(only(["Stone"], {"medals": 2}, how="nth", nth=3), "refuted", id="not the third"),
        # Clark won his second on the same day: he did not do it before.
        pytest.param(only(["Clark"], {"medals": 2}, how="nth", nth=2), "supported", id="a second on the same day"),
        pytest.param(only(["Hill"], {"medals": 2}, how="first"), "refuted", id="he never did"),
        # Hill in 2016, Clark in 2021, Koech in 2024: one of them was before everybody else, the other one was not.
        pytest.param(
            only(["Hill", "Koech"], {"medal": "bronze"}, how="first"), "supported", id="the first of two counts"
        ),
        pytest.param(only(["Koech", "Hill"], {"medal": "bronze"}, how="first"), "supported", id="in any order"),
        # Koech won in 2019, Clark in 2023.
        pytest.param(only(["Clark"], {"titles": 1}, WORLDS, how="first"), "refuted", id="after another one"),
        pytest.param(only(["Berg"], {"titles": 1}, EUROS, how="first"), "not_enough_info", id="when is not known"),
        pytest.param(only(["Ramos"], {"mark": "sub-3:27"}, METRIC, how="first"), "supported", id="the first so fast"),
        pytest.param(only(["Koech"], {"mark": "sub-3:27"}, METRIC, how="first"), "refuted", id="another was before"),
    ],
)
def test_verdict(judge, claim, verdict):
    assert judge(claim).verdict == verdict


@pytest.mark.parametrize(
    "claim, day, verdict",
    [
        (only(["Stone"], {"titles": 2}), "2024-08-05", "refuted"),
        (only(["Stone"], {"titles": 2}), "2024-08-06", "supported"),
        # Until May 2017 the winner of 2016 was another.
        (only(["Ramos"], {"titles": 1}), "2017-04-30", "supported"),
        (only(["Ramos"], {"titles": 1}), "2017-05-01", "refuted"),
        (only(["Stone"], {"titles": 1}), "2017-05-01", "supported"),
        # Inside the Games the medal list is as of the day.
        (only(["Stone", "Berg"], {"titles": 1}), "2021-08-07", "supported"),
        (only(["Koech"], {"medals": 2}), "2021-08-07", "supported"),
        (only(["Koech"], {"medals": 2}), "2024-08-06", "refuted"),
    ],
)
def test_as_of(judge, claim, day, verdict):
    assert judge(claim, day).verdict == verdict


def test_games_that_do_not_count(judge):
    """The title of a holding that record books leave out is none."""
    unofficial = [replace(one, official=False) if one.id == "games-2016" else one for one in PACK.editions]
    truth = Truth(replace(PACK, editions=tuple(unofficial)))
    assert judge(only(["Stone"], {"titles": 2}), truth=truth).verdict == "refuted"
    assert judge(only(["Stone", "Berg"], {"titles": 1}), truth=truth).verdict == "supported"


def test_whose_when_is_not_known(resolved, tiny_truth):
    _, before = assertions(resolved(only(["Ramos"], {"titles": 9}, EUROS, how="first")))
    assert isinstance(known(before.quantity, tiny_truth, before.as_of), Unknown)


def test_somebody_is_named_twice(judge):
    assert isinstance(judge(only(["Stone", "Eric Stone"], {"titles": 1})).known, Unreadable)


def test_which_one_is_not_said(judge):
    assert isinstance(judge(only(["Stone"], {"titles": 2}, how="nth")).known, Unreadable)


def test_what_it_rests_on(judge):
    judgement = judge(only(["Stone"], {"titles": 1}))
    assert judgement.known.relied_on == ("games-medals",)
    assert [one.id for one in judgement.known.evidence] == ["games-2020/1500m/final/anders-berg"]


def test_of_a_member_it_is_not_known_when_he_did_it(judge):
    """Every final of Clark is known, and of no one else: Koech won before Clark, and Ramos may have before both."""
    finals = Completeness(id="clark", covers="finals", athletes=("ben-clark",), competition="worlds", start="2010",
                          end="2024-12", none_before=True, text="all", sources=("book",))  # fmt: skip
    truth = Truth(replace(PACK, completeness=(finals,)))
    assert judge(only(["Clark"], {"titles": 1}, WORLDS, how="first"), truth=truth).verdict == "refuted"
    both = judge(only(["Clark", "Ramos"], {"titles": 1}, WORLDS, how="first"), truth=truth)
    assert both.verdict == "not_enough_info"
