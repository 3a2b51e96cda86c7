"""since: first since, last, first of a season; by medals, marks, starts and opponents."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace
from tiny_pack import PACK, complete

from harness.records.model import Unreadable
from harness.truth.index import Truth
from harness.truth.pack import Completeness

METRIC = {"event": "1500m", "sex": "men"}
BRITONS_IN_TOKYO = METRIC | {"competition": "Tokyo 2020", "nation": "Britain"}
PARIS = METRIC | {"competition": "Paris 2024"}
GAMES = METRIC | {"competition": "Olympic Games"}
BEST = {"mark": "3:27.65 or better"}


def since(feat, scope, **fields):
    return {"kind": "since", "feat": feat, "scope": scope, **fields}


MEDAL = {"medal": "any"}
GOLD = {"medal": "gold"}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(since(MEDAL, BRITONS_IN_TOKYO, athlete="Clark", since="2016"), "supported", id="British medal"),
        pytest.param(since(MEDAL, BRITONS_IN_TOKYO, athlete="Clark", since="2012"), "refuted", id="a later one"),
        pytest.param(since(MEDAL, BRITONS_IN_TOKYO, athlete="Clark", last_holder="Hill"), "supported", id="who it was"),
        pytest.param(
            since(MEDAL, BRITONS_IN_TOKYO, athlete="Clark", since="2016", last_holder="Ramos"), "refuted", id="not he"
        ),
        pytest.param(since(GOLD, BRITONS_IN_TOKYO, athlete="Clark", since="2016"), "refuted", id="he won no gold"),
        pytest.param(
            since(MEDAL, METRIC | {"competition": "Munich 2022", "nation": "Britain"}, athlete="Hill", since="2018"),
            "not_enough_info",
            id="nobody lists European medals",
        ),
        pytest.param(since(BEST, PARIS, athlete="Stone", since="August 2019"), "supported", id="fastest since"),
        pytest.param(since(BEST, PARIS, athlete="Stone", since="2013"), "refuted", id="somebody was faster since"),
        pytest.param(since(BEST, PARIS, athlete="Stone", span="five years"), "supported", id="in five years"),
        pytest.param(since(BEST, PARIS, athlete="Stone", span="three years"), "refuted", id="not three"),
        pytest.param(since(BEST, PARIS, athlete="Stone", last_holder="Koech"), "supported", id="whose mark"),
        pytest.param(since({"mark": "3:27.65"}, PARIS, athlete="Stone", since="2019"), "supported", id="a bare mark"),
        # Deeper than the list of marks goes: others may have come between.
        pytest.param(
            since({"mark": "sub-3:31"}, PARIS, athlete="Stone", since="May 2024"), "not_enough_info", id="deep mark"
        ),
        pytest.param(
            since({"mark": "sub-3:31"}, PARIS, athlete="Stone", since="2023"), "refuted", id="deep, but seen since"
        ),
        pytest.param(since(BEST, PARIS, athlete="Clark", since="2019"), "refuted", id="he was not so fast"),
        pytest.param(since(BEST, PARIS, since="2019"), "supported", id="by anybody"),
        pytest.param(
            since({"titles": 1}, PARIS, athlete="Stone", own=True, since="2016"), "supported", id="his own last title"
        ),
        pytest.param(since({"titles": 1}, PARIS, athlete="Stone", since="2016"), "refuted", id="Berg won in Tokyo"),
        # Berg won in Rome; Clark's heat in Paris, won since, is no final.
        pytest.param(
            since({"place": 1}, PARIS | {"round": "final"}, athlete="Stone", since="12 June 2024"),
            "not_enough_info",
            id="a heat won since is no final won",
        ),
        pytest.param(
            since({"beats": "Berg"}, METRIC | {"competition": "Paris 2024"}, athlete="Clark", since="August 2023"),
            "supported",
            id="first win over him over 1500m since",
        ),
        pytest.param(
            since({"beats": "Berg"}, METRIC | {"competition": "Budapest 2023"}, athlete="Clark"),
            "supported",
            id="first win over him of all meetings",
        ),
    ],
)
def test_first(judge, claim, verdict):
    assert judge(claim).verdict == verdict


@pytest.mark.parametrize(
    "claim, day, verdict",
    [
        pytest.param(since(GOLD, GAMES, order="last", last_holder="Stone"), "2024-08-06", "supported", id="now"),
        pytest.param(
            since(GOLD, GAMES, order="last", last_holder="Stone"), "2024-08-05", "refuted", id="the day before"
        ),
        pytest.param(since(GOLD, GAMES, order="last", last_holder="Berg"), "2024-08-05", "supported", id="then Berg"),
        pytest.param(
            since(MEDAL, GAMES, order="last", since="2021", athlete="Clark"), "2024-08-05", "supported", id="his"
        ),
        pytest.param(
            since(MEDAL, GAMES, order="last", since="2021", athlete="Clark"), "2024-08-06", "refuted", id="newer"
        ),
        pytest.param(
            since(GOLD, GAMES, order="last", span="three years"), "2024-08-05", "supported", id="three years ago"
        ),
        # In 2016 the first was struck out on 1 May 2017; before that the gold was his.
        pytest.param(since(GOLD, GAMES, order="last", last_holder="Ramos"), "2017-04-30", "supported", id="then his"),
        pytest.param(since(GOLD, GAMES, order="last", last_holder="Ramos"), "2017-05-01", "refuted", id="struck out"),
        # The medal list ends with 2024.
        pytest.param(
            since(GOLD, GAMES, order="last", since="2024"), "2028-09-01", "not_enough_info", id="beyond the list"
        ),
        pytest.param(
            since(GOLD, GAMES, order="last", since="2021"), "2028-09-01", "refuted", id="a later one is known"
        ),
        # Three medals were won on one day: each of the three holds the last one, and none of them alone.
        pytest.param(
            since(MEDAL, GAMES, order="last", last_holder="Stone"), "2024-08-20", "not_enough_info", id="three"
        ),
        pytest.param(
            since(MEDAL, GAMES, order="last", last_holder="Hill"), "2024-08-20", "refuted", id="none of three"
        ),
    ],
)
def test_last(judge, claim, day, verdict):
    assert judge(claim, day).verdict == verdict


START = {"race": "any"}
EVERY_START = msgspec.convert(
    complete(
        "every-start", "races", "2024-01-01", "2024-08-31", athletes=["anders-berg", "ben-clark"], indoor_too=True
    ),
    Completeness,
)
ALL_STARTS = Truth(replace(PACK, completeness=(*PACK.completeness, EVERY_START)))
IN_EUGENE = {"event": "mile", "on": "25 May 2024"}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(since(START, IN_EUGENE, athlete="Berg"), "supported", id="his first race of the year"),
        # Clark ran two miles indoors in February: another event, and a start all the same.
        pytest.param(since(START, IN_EUGENE, athlete="Clark"), "refuted", id="he had raced before"),
        pytest.param(since(START, IN_EUGENE | {"indoor": False}, athlete="Clark"), "supported", id="first outdoors"),
        pytest.param(
            since(START, METRIC | {"season": 2024, "competition": "Fjord Games 2024"}, athlete="Berg"),
            "refuted",
            id="he had raced the mile before",
        ),
        # These are all of his starts in 2024, and he had none there.
        pytest.param(
            since(START, METRIC | {"competition": "Fjord Games 2024"}, athlete="Clark"), "refuted", id="no start"
        ),
    ],
)
def test_season_openers(judge, claim, verdict):
    assert judge(claim, truth=ALL_STARTS).verdict == verdict


@pytest.mark.parametrize(
    "day, verdict",
    [
        # "This will be his first 1500 m of the year": not run on the day before, which refutes nothing.
        pytest.param("2024-08-01", "not_enough_info", id="still to come"),
        pytest.param("2024-08-05", "supported", id="begun with the heats"),
    ],
)
def test_a_first_race_that_is_to_come(judge, day, verdict):
    paris = since(START, PARIS | {"season": 2024}, athlete="Clark")
    no_season_before = Truth(
        replace(PACK, races=tuple(one for one in PACK.races if one.edition == "games-2024"),
                completeness=(EVERY_START,))
    )  # fmt: skip
    assert judge(paris, day, truth=no_season_before).verdict == verdict


def test_a_season_is_open_without_a_statement_of_every_event(judge):
    assert judge(since(START, IN_EUGENE, athlete="Berg")).verdict == "not_enough_info"
    assert judge(since(START, IN_EUGENE, athlete="Clark")).verdict == "refuted"


def test_the_first_of_a_window(judge):
    """The first of a window is found where all of its marks are known; else any may have come before."""
    window = METRIC | {"season": 2024, "indoor": False}
    fast = since({"mark": "3:29.40"}, window, athlete="Berg", own=True, since="June 2023")
    assert judge(fast).verdict == "supported"
    # For Koech nothing says that he had not run so fast earlier in the year: the one before it may be any.
    slow = since({"mark": "3:29.80"}, window, athlete="Koech", own=True, since="2023")
    assert judge(slow).verdict == "not_enough_info"


def test_no_figure_in_last(judge):
    assert isinstance(judge(since(GOLD, GAMES, order="last")).known, Unreadable)


def test_it_is_not_settled_before_it_is_run(judge):
    early = judge(since(MEDAL, BRITONS_IN_TOKYO, athlete="Clark", since="2016"), "2021-08-06")
    assert early.verdict == "not_enough_info"


@pytest.mark.parametrize("figure", [{"since": "2016"}, {"span": "five years"}, {"last_holder": "Ramos"}])
def test_none_since_a_day_is_wrong_where_there_never_was_one(judge, figure):
    """Every medal of the Games is there, and no Norwegian had won one before Berg: not in 2016 either."""
    norwegian = since(MEDAL, METRIC | {"competition": "Tokyo 2020", "nation": "Norway"}, athlete="Berg", **figure)
    judgement = judge(norwegian)
    assert judgement.verdict == "refuted"
    assert judgement.known.arithmetic == "there was none before"
    not_since_ever = tuple(replace(one, none_before=False) for one in PACK.completeness)
    poorer = Truth(replace(PACK, completeness=not_since_ever))
    assert judge(norwegian, truth=poorer).verdict == "not_enough_info"
    last = since(GOLD, GAMES | {"nation": "Britain"}, order="last", **figure)
    assert judge(last).verdict == "refuted"  # Britons won silver and bronze, never gold
