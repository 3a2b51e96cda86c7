"""rank: athletes, performances and nations; all-time, season, national; as of a date; and what an article states."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace
from tiny_pack import PACK, race, ran

from harness.truth.index import Truth
from harness.truth.pack import Race
from harness.truth.say import say

EVENT = {"event": "1500m", "sex": "men"}
GAMES = EVENT | {"competition": "Olympic Games"}
SEASON = EVENT | {"season": 2024}


def rank(athlete, number, scope=EVENT, **fields):
    return {"kind": "rank", "athlete": athlete, "rank": number, "scope": scope, **fields}


def performance(athlete, number, scope=EVENT, **fields):
    return rank(athlete, number, scope, of="performances", **fields)


def nation(name, number, by="golds", scope=GAMES):
    return {"kind": "rank", "nation": name, "rank": number, "of": "nations", "by": by, "scope": scope}


# All-time at the end: Ramos 3:26.00, Koech 3:26.34, Stone 3:27.65, Clark 3:27.79, Berg 3:27.95; Hill 3:31.50 is beyond
# the end of the list (3:30.00), and on the British one (3:36.00).
@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(rank("Ramos", 1), "supported", id="first"),
        pytest.param(rank("Clark", "fourth"), "supported", id="fourth"),
        pytest.param(rank("Clark", 3), "refuted", id="not third"),
        pytest.param(rank("Clark", "four or five"), "supported", id="hedged"),
        pytest.param(rank("Hill", 5), "refuted", id="behind all of the list"),
        pytest.param(rank("Hill", 6), "not_enough_info", id="the list ends before"),
        pytest.param(rank("Hill", "at least 6"), "supported", id="behind all of the list, said so"),
        pytest.param(rank("Clark", 1, EVENT | {"nation": "Britain"}), "supported", id="British list"),
        pytest.param(rank("Hill", 2, EVENT | {"nation": "Britain"}), "supported", id="British list, deeper"),
        pytest.param(rank("Koech", 1, EVENT | {"nation": "Kenya"}), "supported", id="the world list is Kenya's too"),
        pytest.param(rank("Berg", 3, EVENT | {"area": "Europe"}), "supported", id="European list"),
        pytest.param(rank("Clark", 1, EVENT | {"indoor": True}), "not_enough_info", id="no indoor list"),
        pytest.param(rank("Clark", 1, {"event": "mile", "sex": "men"}), "not_enough_info", id="no list of miles"),
        pytest.param(rank("Clark", 4, mark="3:27.79"), "supported", id="with the mark"),
        pytest.param(rank("Koech", 2, mark="3:26:34"), "supported", id="with a misprinted mark"),
        pytest.param(rank("Clark", 4, mark="3:29.05"), "refuted", id="with an older mark"),
        pytest.param(rank("Hill", "at least 6", mark="3:31.50"), "not_enough_info", id="perhaps a better one"),
        pytest.param(rank("Hill", "at least 6", mark="3:33.00"), "refuted", id="a better one is known"),
        pytest.param(rank("Hill", "at least 6", mark="3:29.00"), "refuted", id="it would be on the list"),
        pytest.param({"kind": "rank", "athletes": ["Ramos", "Koech"], "rank": "1 or 2", "scope": EVENT}, "supported",
                     id="the two fastest"),
        pytest.param({"kind": "rank", "athletes": ["Ramos", "Stone"], "rank": "1 or 2", "scope": EVENT}, "refuted",
                     id="one of the two is third"),
        pytest.param({"kind": "rank", "athletes": ["Ramos", "Moss"], "rank": 2, "scope": {"event": "1500m"}}, "refuted",
                     id="each on the list of their sex, and one is first there"),
        pytest.param({"kind": "rank", "athletes": ["Ramos", "Moss"], "rank": 1, "scope": {"event": "1500m"}},
                     "not_enough_info", id="each on the list of their sex, of which one is not known"),
        pytest.param({"kind": "rank", "rank": 1, "scope": EVENT}, "unreadable", id="whose"),
        pytest.param(rank("Clark", 4, {"event": "1500m"}), "supported", id="men's, because he is one"),
    ],
)  # fmt: skip
def test_athletes(judge, claim, verdict):
    assert judge(claim).verdict == verdict


@pytest.mark.parametrize(
    "athlete, number, published, verdict",
    [
        pytest.param("Berg", 3, "2021-08-07", "supported", id="on the first day of the list"),
        pytest.param("Berg", 3, "2024-08-05", "supported", id="the day before"),
        pytest.param("Berg", 3, "2024-08-06", "refuted", id="overtaken by two"),
        pytest.param("Berg", 5, "2024-08-06", "supported", id="fifth since"),
        pytest.param("Berg", 3, "2021-08-06", "not_enough_info", id="before the list"),
        pytest.param("Berg", 5, "2025-01-01", "not_enough_info", id="after the list"),
    ],
)
def test_as_of(judge, athlete, number, published, verdict):
    assert judge(rank(athlete, number), published).verdict == verdict


# 2024: Stone 3:27.65, Clark 3:27.79, Koech 3:27.80, Berg 3:28.24, down to 3:29.50; Hill 3:33.30 is beyond.
@pytest.mark.parametrize(
    "claim, published, verdict",
    [
        pytest.param(rank("Stone", 1, SEASON), "2024-08-20", "supported", id="season's first"),
        pytest.param(rank("Berg", 4, SEASON), "2024-08-20", "supported", id="season's fourth"),
        pytest.param(rank("Hill", 4, SEASON), "2024-08-20", "refuted", id="behind the four on the list"),
        pytest.param(rank("Hill", 5, SEASON), "2024-08-20", "not_enough_info", id="the list ends before"),
        # In July nobody had run inside the list: the order of 3:29.74 and slower is open.
        pytest.param(rank("Berg", 1, SEASON), "2024-07-01", "not_enough_info", id="beyond the list of all marks"),
        pytest.param(performance("Koech", 3, SEASON, mark="3:27.80"), "2024-08-20", "supported", id="a performance"),
    ],
)
def test_season(judge, claim, published, verdict):
    assert judge(claim, published).verdict == verdict


# Performances: 3:26.00, 3:26.34, 3:27.65, 3:27.79, 3:27.80, 3:27.95, 3:28.24, 3:28.32, 3:29.01, 3:29.05, 3:29.26 ...
@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(performance("Berg", 6, mark="3:27.95"), "supported", id="by its mark"),
        pytest.param(performance("Berg", 8, mark="3:28.32"), "supported", id="not his best"),
        pytest.param(performance("Berg", 5, mark="3:28.32"), "refuted", id="the athlete's rank, not the performance's"),
        # The list of all marks goes down to 3:29.50: a mark inside it that is not there was not run.
        pytest.param(performance("Berg", 8, mark="3:28.23"), "refuted", id="no such performance"),
        pytest.param(performance("Clark", 20, mark="3:29.65"), "not_enough_info", id="none known, beyond the list"),
        pytest.param(performance("Clark", 3, mark="3:29.65"), "refuted", id="none known, and too slow for that"),
        pytest.param(performance("Berg", 8), "not_enough_info", id="which performance is not said"),
        pytest.param(performance("Berg", "six to eight", mark="3:28"), "supported", id="two that print so"),
        pytest.param(performance("Berg", 6, mark="3:28"), "not_enough_info", id="one of two that print so"),
        # Clark's 3:29.64 is beyond the list of all marks (3:29.50): "3:29" may be that one.
        pytest.param(performance("Clark", 10, mark="3:29"), "not_enough_info", id="the list ends inside the mark"),
        pytest.param(performance("Clark", 3, mark="3:29"), "refuted", id="behind all that is faster"),
        pytest.param(performance("Clark", "at least 12", mark="3:29.64"), "supported", id="beyond the list"),
        pytest.param(performance("Clark", 10, EVENT | {"competition": "Tokyo 2020"}), "supported", id="by its race"),
        pytest.param(performance("Clark", 10, EVENT | {"competition": "Tokyo 2020"}, mark="3:29.05"), "supported",
                     id="by its race, with the mark"),
        pytest.param(performance("Clark", 10, EVENT | {"competition": "Tokyo 2020"}, mark="3:29.50"), "refuted",
                     id="by its race, with another mark"),
        pytest.param(performance("Berg", 6, EVENT | {"on": "15 June 2023"}), "supported", id="by its day"),
        pytest.param(performance("Hill", 6, EVENT | {"competition": "Tokyo 2020"}), "not_enough_info", id="not there"),
        pytest.param(performance("Hill", 6, EVENT | {"competition": "Budapest 2023"}), "not_enough_info", id="no mark"),
        pytest.param(performance("Clark", 1, {"event": "mile", "sex": "men", "on": "25 May 2024"}), "not_enough_info",
                     id="no list of miles"),
        pytest.param(performance("Stone", 1, GAMES, mark="3:27.65"), "supported", id="fastest at the Games"),
    ],
)  # fmt: skip
def test_performances(judge, claim, verdict):
    assert judge(claim).verdict == verdict


# Golds: Norway and the United States (two) ... medals: Britain 3, Kenya 3, United States 2, Norway 1.
@pytest.mark.parametrize(
    "claim, published, verdict",
    [
        pytest.param(nation("United States", 1), "2024-08-20", "supported", id="by golds"),
        pytest.param(nation("Norway", 2), "2024-08-20", "supported", id="one gold"),
        pytest.param(nation("Kenya", 3), "2024-08-20", "supported", id="silvers break the tie"),
        pytest.param(nation("Britain", 4), "2024-08-20", "supported", id="fewer silvers"),
        pytest.param(nation("Kenya", 1, "medals"), "2024-08-20", "supported", id="by medals"),
        pytest.param(nation("Britain", 1, "medals"), "2024-08-20", "supported", id="level by medals"),
        pytest.param(nation("Spain", 5), "2024-08-20", "supported", id="without a medal"),
        pytest.param(nation("Britain", 2, scope=GAMES | {"area": "Europe"}), "2024-08-20", "supported",
                     id="among the nations of its area"),
        pytest.param(nation("Kenya", 1, scope=GAMES | {"area": "Europe"}), "2024-08-20", "not_enough_info",
                     id="of another area"),
        pytest.param(nation("Spain", 1), "2016-09-01", "supported", id="until it was struck out"),
        pytest.param(nation("Norway", 1, scope=EVENT | {"competition": "European Championships"}), "2024-08-20",
                     "not_enough_info", id="not every medal known"),
        pytest.param({"kind": "rank", "rank": 1, "of": "nations", "scope": GAMES}, "2024-08-20", "unreadable",
                     id="whose"),
    ],
)  # fmt: skip
def test_nations(judge, claim, published, verdict):
    assert judge(claim, published).verdict == verdict


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(rank("Berg", 20, mark="3:27.14"), "refuted", id="better mark, worse rank"),
        pytest.param(rank("Berg", 4, mark="3:27.14"), "not_enough_info", id="better mark, better rank"),
        pytest.param(rank("Berg", 1, mark="3:27.14"), "not_enough_info", id="better mark, first"),
        pytest.param(rank("Berg", 18, mark="3:27.14"), "not_enough_info", id="better mark, one rank better"),
        pytest.param(rank("Berg", 19, mark="3:27.14"), "refuted", id="better mark, same rank"),
        pytest.param(rank("Stone", 19, mark="3:30.00"), "refuted", id="worse mark, same rank"),
        pytest.param(rank("Stone", 20, mark="3:30.00"), "not_enough_info", id="worse mark, one rank worse"),
        pytest.param(rank("Stone", 7, mark="3:30.00"), "refuted", id="worse mark, better rank"),
        pytest.param(rank("Stone", 18, SEASON, mark="3:30.00"), "not_enough_info", id="another list"),
        pytest.param(rank("Stone", 18), "not_enough_info", id="without its mark"),
    ],
)
def test_beside_an_articles_own_rank(judge, own_truth, claim, verdict):
    """Of Clark, the article says: nineteenth, with 3:29.05."""
    found = judge(claim, truth=own_truth(rank("Clark", 19, mark="3:29.05"), claim))
    assert found.verdict == verdict
    if verdict == "refuted":
        assert {item.id for item in found.known.evidence} == {"0", "1"}


@pytest.mark.parametrize(
    "stated, claim, verdict",
    [
        pytest.param("at least 19", rank("Berg", 20, mark="3:27.14"), "not_enough_info", id="better than at least"),
        pytest.param("at least 19", rank("Stone", 19, mark="3:30.00"), "refuted", id="worse than at least"),
        pytest.param("at most 19", rank("Berg", 20, mark="3:27.14"), "refuted", id="better than at most"),
        pytest.param("at most 19", rank("Stone", 2, mark="3:30.00"), "not_enough_info", id="worse than at most"),
    ],
)
def test_beside_a_rank_with_one_end(judge, own_truth, stated, claim, verdict):
    """Of Clark, the article gives the mark and one end of the rank, which bounds others on one side only."""
    truth = own_truth(rank("Clark", stated, mark="3:29.05"), claim)
    assert judge(claim, truth=truth).verdict == verdict


def test_the_longer_jump_is_the_better_rank(judge, own_truth):
    scope = {"event": "long jump", "sex": "women"}
    one, other = rank("Moss", 3, scope, mark="7.14m"), rank("Hale", 2, scope, mark="7.02m")
    assert judge(other, truth=own_truth(one, other)).verdict == "refuted"


def test_equals_share_a_rank(judge, truth_with):
    truth = truth_with("games-2024", "1500m", "cyrus-koech", mark="3:27.79")
    scope = SEASON
    assert judge(rank("Koech", 2, scope), truth=truth).verdict == "supported"
    assert judge(rank("Clark", 2, scope), truth=truth).verdict == "supported"
    assert judge(rank("Berg", 4, scope), truth=truth).verdict == "supported"


def test_a_disputed_mark_leaves_a_range(judge, truth_with):
    truth = truth_with("games-2024", "1500m", "ben-clark", disputes=[("mark", "3:27.60")])
    assert judge(rank("Clark", 3), truth=truth).verdict == "not_enough_info"
    assert judge(rank("Clark", "three or four"), truth=truth).verdict == "supported"
    assert judge(rank("Stone", "three or four"), truth=truth).verdict == "supported"
    assert judge(rank("Berg", 5), truth=truth).verdict == "supported"


def test_the_derivation(judge, tiny_truth):
    known = judge(rank("Clark", 4)).known
    assert say(known.arithmetic, tiny_truth) == "3 better on the list of athletes in 1500m, outdoors"
    assert known.relied_on == ("best-1500",)
    assert [item.id for item in known.evidence] == ["games-2024/1500m/final/ben-clark"]


@pytest.mark.parametrize("athlete, mark, better", [("Ramos", "3:26.00", 0), ("Berg", "3:28.32", 7)])
def test_the_derivation_of_the_rank_of_a_performance(judge, tiny_truth, athlete, mark, better):
    known = judge(performance(athlete, better + 1, mark=mark)).known
    assert say(known.arithmetic, tiny_truth) == f"{better} better on the list of performances in 1500m, outdoors"


def test_the_derivation_of_a_nations_rank(judge, tiny_truth):
    known = judge(nation("Kenya", 3)).known
    assert say(known.arithmetic, tiny_truth) == (
        "1 United States 2-0-0, 2 Norway 1-0-0, 3 Kenya 0-2-1, 4 Great Britain 0-1-2"
    )
    assert known.relied_on == ("games-medals",)
    assert [item.id for item in known.evidence] == [
        f"games-{year}/1500m/final/cyrus-koech" for year in (2016, 2020, 2024)
    ]


def test_a_disputed_medal_leaves_the_table_open(judge, truth_with):
    budapest = EVENT | {"competition": "Budapest 2023"}
    truth = truth_with("worlds-2023", "1500m", "anders-berg", disputes=[("place", "3")])
    assert judge(nation("Norway", 2, scope=budapest)).verdict == "supported"
    assert judge(nation("Norway", 2, scope=budapest), truth=truth).verdict == "not_enough_info"


def test_a_rank_by_age_shows_the_race_of_their_own_and_six_of_those_ahead(judge):
    """Eight in the race were born after Stone, in 2001 to 2008."""
    young = [replace(PACK.athletes[0], id=f"young-{year}", name=f"Young {year}", born=str(year))
             for year in range(2001, 2009)]  # fmt: skip
    fast = [ran(one.id, f"3:4{place}.00", place) for place, one in enumerate(young, 1)]
    mile = race("games-2024", "mile", "final", "2024-08-07", *fast, ran("eric-stone", "3:50.00", 9),
                finishers_complete=True)  # fmt: skip
    truth = Truth(
        replace(PACK, athletes=(*PACK.athletes, *young), races=(*PACK.races, msgspec.convert(mile, type=Race)))
    )
    claim = rank("Stone", 9, {"event": "mile", "sex": "men", "competition": "Paris 2024"}, by="youngest")
    found = judge(claim, truth=truth)
    assert found.verdict == "supported"
    assert [item.id for item in found.known.evidence] == [
        "games-2024/mile/final/eric-stone", *(f"games-2024/mile/final/young-{year}" for year in range(2001, 2007))
    ]  # fmt: skip
