"""medal_count: of athletes and nations, complete or at least, and an article's own colours and totals."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tiny_pack import PACK

from harness.truth.counted import Total
from harness.truth.index import Truth

EVENT = {"event": "1500m", "sex": "men"}
GAMES = EVENT | {"competition": "Olympic Games"}
OF_ANYBODY = {"event": "1500m", "competition": "Olympic Games"}
GLOBAL = EVENT | {"level": "global championship"}


def count(who, medal, number, scope=GAMES):
    field = "nation" if who in ("Britain", "Kenya", "Norway", "Spain") else "athlete"
    return {"kind": "medal_count", field: who, "medal": medal, "count": number, "scope": scope}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(count("Kenya", "any", 3), "supported", id="a nation's total"),
        pytest.param(count("Britain", "any", "three"), "supported", id="Hill's, and Clark's two"),
        pytest.param(count("Britain", "gold", 1), "refuted", id="no gold"),
        pytest.param(count("Norway", "gold", 1), "supported", id="one gold"),
        pytest.param(count("Spain", "any", 0), "supported", id="stripped of its only one"),
        pytest.param(count("Clark", "bronze", 1), "supported", id="an athlete's colour"),
        pytest.param(count("Clark", "any", "at least 3"), "refuted", id="too many"),
        # The words take in women, of whose medals nothing is known.
        pytest.param(count("Kenya", "any", 3, OF_ANYBODY), "not_enough_info", id="men and women"),
        pytest.param(count("Kenya", "any", "at least 3", OF_ANYBODY), "supported", id="at least the men's"),
        # No statement covers the European Championships: what is known is "at least".
        pytest.param(count("Berg", "gold", 2, EVENT | {"competition": "European Championships"}), "not_enough_info",
                     id="perhaps more"),
        pytest.param(count("Berg", "gold", "at least 2", EVENT | {"competition": "European Championships"}),
                     "supported", id="at least those"),
        pytest.param(count("Berg", "gold", 1, EVENT | {"competition": "European Championships"}), "refuted",
                     id="more are known"),
        pytest.param(count("Clark", "any", 3, EVENT | {"level": "global championship", "after": "2017"}), "supported",
                     id="every final of Clark is known"),
        pytest.param(count("Koech", "any", 5, GLOBAL), "supported", id="both global championships"),
    ],
)  # fmt: skip
def test_verdict(judge, claim, verdict):
    assert judge(claim).verdict == verdict


@pytest.mark.parametrize(
    "who, medal, number, published, verdict",
    [
        pytest.param("Spain", "gold", 1, "2017-04-30", "supported", id="before it was struck out"),
        pytest.param("Britain", "any", 1, "2024-08-01", "refuted", id="two by then"),
        pytest.param("Britain", "any", 2, "2024-08-01", "supported", id="before the last Games"),
    ],
)
def test_as_of(judge, who, medal, number, published, verdict):
    assert judge(count(who, medal, number), published).verdict == verdict


def test_the_scope_may_name_the_nation(judge):
    claim = {"kind": "medal_count", "medal": "any", "count": 3, "scope": GAMES | {"nation": "Britain"}}
    assert judge(claim).verdict == "supported"
    assert judge(claim | {"scope": GAMES}).verdict == "unreadable"


@pytest.mark.parametrize(
    "stated, claim, verdict",
    [
        pytest.param([("gold", 5), ("silver", 5), ("bronze", 4)], ("any", 14), "not_enough_info", id="adds up"),
        pytest.param([("gold", 5), ("silver", 5), ("bronze", 4)], ("any", 12), "refuted", id="fewer than its colours"),
        pytest.param([("any", 14), ("gold", 5)], ("silver", 10), "refuted", id="more than the total leaves"),
        pytest.param([("any", 14), ("gold", 5)], ("silver", 9), "not_enough_info", id="what the total leaves"),
        pytest.param([("gold", 5), ("bronze", 4)], ("silver", 9), "not_enough_info", id="no total to take them from"),
        pytest.param(
            [("any", 3), ("gold", 5)], ("silver", 9), "not_enough_info", id="at odds already: nothing follows"
        ),
    ],
)
def test_an_articles_own_counts(judge, own_truth, stated, claim, verdict):
    truth = own_truth(*(count("Britain", medal, number) for medal, number in stated))
    found = judge(count("Britain", *claim), truth=truth)
    assert found.verdict == verdict
    if verdict == "refuted":
        assert {item.id for item in found.known.evidence} == {str(number) for number in range(len(stated))}


@pytest.mark.parametrize(
    "stated, verdict",
    [
        pytest.param([("Norway", GAMES), ("Kenya", GAMES)], "not_enough_info", id="of others"),
        pytest.param([("Britain", EVENT | {"competition": "World Championships"})], "not_enough_info",
                     id="at other championships"),
        pytest.param([("Kenya", GAMES), ("Britain", GAMES)], "refuted", id="among those of others"),
    ],
)  # fmt: skip
def test_an_articles_counts_of_others_bound_nothing(judge, own_truth, stated, verdict):
    truth = own_truth(*(count(who, "gold", 15, scope) for who, scope in stated))
    assert judge(count("Britain", "any", 14), truth=truth).verdict == verdict


@pytest.mark.parametrize(
    "number, verdict",
    [
        pytest.param(1, "refuted", id="fewer than either"),
        pytest.param(2, "not_enough_info", id="as many as one says"),
        pytest.param(3, "not_enough_info", id="as many as the other says"),
        pytest.param(4, "refuted", id="more than either"),
    ],
)
def test_totals_at_odds_leave_open_what_lies_between_them(judge, number, verdict):
    """Three golds were counted in 2020, and two in 2023."""
    totals = [
        Total(of="gold", athlete="anders-berg", competition="euros", events=("1500m",), count=count, date=day,
              sources=("book",))
        for count, day in ((3, "2020-12-31"), (2, "2023-12-31"))
    ]  # fmt: skip
    truth = Truth(replace(PACK, totals=tuple(totals)))
    claim = count("Berg", "gold", number, EVENT | {"competition": "European Championships"})
    assert judge(claim, "2022-08-01", truth).verdict == verdict


def test_a_disputed_place_may_be_a_medal(judge, truth_with):
    """Of Koech's bronze in Budapest sources disagree: he has one medal there, or none."""
    budapest = EVENT | {"competition": "Budapest 2023"}
    truth = truth_with("worlds-2023", "1500m", "cyrus-koech", disputes=[("place", "4")])
    for who in ("Koech", "Kenya"):
        assert judge(count(who, "any", 1, budapest)).verdict == "supported"
        assert judge(count(who, "any", 1, budapest), truth=truth).verdict == "not_enough_info"
        assert judge(count(who, "any", 0, budapest), truth=truth).verdict == "not_enough_info"


def test_what_came_before_the_statement(judge):
    """Without `none_before` it says nothing of Games before its own, though the pack has none of them."""
    rows = tuple(replace(one, none_before=False) if one.id == "games-medals" else one for one in PACK.completeness)
    truth = Truth(replace(PACK, completeness=rows))
    assert judge(count("Norway", "gold", 1), truth=truth).verdict == "not_enough_info"
    assert judge(count("Norway", "gold", 1, GAMES | {"after": "2017"}), truth=truth).verdict == "supported"


def test_a_total_from_before_somebody_moved_up_bounds_nothing_after_it(judge):
    """Stone's silver of 2016 was counted that year, and became a gold in May 2017."""
    total = Total(of="silver", athlete="eric-stone", competition="games", events=("1500m",), count=1,
                  date="2016-12-31", sources=("book",))  # fmt: skip
    truth = Truth(replace(PACK, totals=(total,)))
    for published, silvers in (("2017-01-31", 1), ("2017-06-01", 0)):
        assert judge(count("Stone", "silver", silvers), published, truth).verdict == "supported"
        assert judge(count("Stone", "silver", 1 - silvers), published, truth).verdict == "refuted"
