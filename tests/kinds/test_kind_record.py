"""record: holders, marks and who held them before; set in one race; personal and season's bests and world leads."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tiny_pack import PACK

from harness.truth.index import Truth
from harness.truth.pack import Period
from harness.values import label

EVENT = {"event": "1500m", "sex": "men"}
OUTDOORS = EVENT | {"indoor": False}
MILE = {"event": "mile", "sex": "men"}
TOKYO = EVENT | {"competition": "Tokyo 2020"}
GAMES = EVENT | {"competition": "Olympic Games"}
FINAL = GAMES | {"year": 2024, "round": "final"}
MILLROSE = {"event": "2 miles", "sex": "men", "indoor": True}


def record(level, athlete=None, mark=None, scope=EVENT, **fields):
    given = {"athlete": athlete, "mark": mark}
    return {"kind": "record", "level": level, "scope": scope, **fields} | {k: v for k, v in given.items() if v}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(record("world", "Ramos"), "supported", id="holder"),
        pytest.param(record("world", "Koech"), "refuted", id="not the holder"),
        pytest.param(record("world", "Ramos", "3:26.00"), "supported", id="holder and mark"),
        pytest.param(record("world", "Ramos", "3:26.34"), "refuted", id="another's mark"),
        pytest.param(record("world", mark="3:26"), "supported", id="the mark alone"),
        pytest.param(record("world", "Clark", "8:00.67", MILLROSE), "supported", id="indoors"),
        pytest.param(record("world", "Clark", scope=MILLROSE | {"indoor": False}), "not_enough_info", id="outdoors"),
        pytest.param(record("world", "Clark", scope=MILLROSE, previous_holder="Hill"), "supported", id="who before"),
        pytest.param(record("world", "Clark", scope=MILLROSE, previous_holder="Berg"), "refuted", id="not he before"),
        pytest.param(record("world", "Clark", scope=MILLROSE, previous_mark="8:03.40"), "supported", id="what before"),
        pytest.param(record("world", "Ramos", previous_holder="Berg"), "not_enough_info", id="before the first row"),
        pytest.param(record("olympic", "Stone", "3:27.65"), "supported", id="Olympic"),
        pytest.param(record("olympic", "Stone", previous_holder="Berg", previous_mark="3:28.32"), "supported",
                     id="Olympic, before"),
        pytest.param(record("championship", "Stone", scope=EVENT | {"competition": "Olympic Games"}), "supported",
                     id="the Games' record is the Olympic one"),
        pytest.param(record("championship", "Berg", "3:31.95", EVENT | {"competition": "European Championships"}),
                     "supported", id="championship"),
        pytest.param(record("championship", "Berg", scope=EVENT | {"competition": "worlds"}), "not_enough_info",
                     id="no such row"),
        pytest.param(record("national", "Clark", "3:45.34", MILE | {"nation": "Britain"}), "supported", id="national"),
        pytest.param(record("national", "Clark", "3:45.34", MILE), "supported", id="national, his own nation's"),
        pytest.param(record("national", "Stone", scope=MILE | {"nation": "Britain"}), "refuted", id="not his"),
        pytest.param(record("national", "Stone", scope=MILE), "not_enough_info", id="no row for his nation"),
        pytest.param(record("area", "Koech", "3:26.34", EVENT | {"area": "Africa"}), "supported", id="area"),
        pytest.param(record("area", "Koech", "3:26.34"), "supported", id="area, his own"),
        # No European row: the world record is held by a Spaniard, so it is the European and the Spanish one too.
        pytest.param(record("area", "Ramos", "3:26.00", EVENT | {"area": "Europe"}), "supported", id="world, so area"),
        pytest.param(record("area", "Berg", scope=EVENT | {"area": "Europe"}), "refuted", id="world, so not his"),
        pytest.param(record("national", "Ramos", scope=EVENT | {"nation": "Spain"}), "supported", id="world, so this"),
        pytest.param(record("national", "Koech", scope=EVENT | {"nation": "Kenya"}), "supported", id="area, so this"),
        pytest.param(record("national", "Berg", scope=EVENT | {"nation": "Norway"}), "not_enough_info", id="neither"),
        pytest.param(record("world", "Ramos", scope={"event": "1500m"}), "supported", id="men's, because he is one"),
        pytest.param(record("world"), "unreadable", id="nothing claimed"),
        # The pack has one Olympic record of Berg's, and none of another list.
        pytest.param(record("olympic", "Berg", number="at least 1"), "supported", id="how many Olympic"),
        pytest.param(record("world", "Berg", number="at least 1"), "not_enough_info", id="how many, but no Olympic"),
        pytest.param(record("championship", "Berg", number="at least 1", scope=GAMES), "supported", id="the Games'"),
    ],
)  # fmt: skip
def test_stands(judge, claim, verdict):
    assert judge(claim).verdict == verdict


@pytest.mark.parametrize(
    "claim, published, verdict",
    [
        pytest.param(record("olympic", "Berg", "3:28.32"), "2024-08-05", "supported", id="until the day before"),
        pytest.param(record("olympic", "Berg"), "2024-08-06", "refuted", id="broken that day"),
        pytest.param(record("olympic", "Ramos"), "2021-08-06", "supported", id="the one before"),
        pytest.param(record("olympic", "Ramos"), "2012-01-01", "not_enough_info", id="before every row"),
        pytest.param(record("national", "Hill", scope=MILE), "2024-05-24", "supported", id="national, before"),
    ],
)
def test_as_of(judge, claim, published, verdict):
    assert judge(claim, published).verdict == verdict


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(record("olympic", "Berg", "3:28.32", TOKYO), "supported", id="in the final"),
        # It has been broken since: what counts is the day of the race.
        pytest.param(record("olympic", "Berg", scope=TOKYO, previous_holder="Ramos"), "supported", id="who before"),
        pytest.param(record("olympic", "Berg", "3:27.65", TOKYO), "refuted", id="a later record's mark"),
        pytest.param(record("olympic", "Koech", scope=TOKYO), "refuted", id="second in that race"),
        pytest.param(record("olympic", "Berg", scope=TOKYO | {"round": "semi-final"}), "refuted", id="not in the semi"),
        pytest.param(record("world", "Berg", scope=TOKYO), "refuted", id="not a world record"),
        pytest.param(record("championship", "Berg", "3:31.95", EVENT | {"competition": "Rome 2024"}), "supported",
                     id="a championship's"),
        pytest.param(record("world", "Clark", "8:00.67", MILLROSE | {"on": "11 February 2024"}), "supported",
                     id="on a day"),
        pytest.param(record("world", "Clark", "8:00.67", {"event": "2 miles", "on": "11 February 2024"}), "supported",
                     id="indoors, because the race was"),
        pytest.param(record("national", "Clark", "3:45.34", MILE | {"on": "25 May 2024"}, previous_holder="Hill"),
                     "supported", id="his own nation's"),
        # The pack has no result of this race, but the record's own row has its day.
        pytest.param(record("olympic", "Ramos", scope=OUTDOORS | {"on": "7 August 2012"}), "supported", id="that day"),
        pytest.param(record("olympic", "Ramos", scope=OUTDOORS | {"on": "8 August 2012"}), "refuted", id="another day"),
        pytest.param(record("olympic", "Ramos", scope=EVENT | {"on": "7 August 2012"}), "not_enough_info",
                     id="indoors or out"),
        pytest.param(record("olympic", "Moss", scope=TOKYO), "not_enough_info", id="was not there"),
        pytest.param(record("olympic", "Stone"), "supported", id="no race named: it stands"),
        # He held it before: which race the words mean is not told, and he did set it once.
        pytest.param(record("olympic", "Berg"), "not_enough_info", id="no race named: he may have set it"),
        pytest.param(record("personal", "Clark", "3:29.05"), "not_enough_info", id="no race named: a best of when"),
        pytest.param(record("world", "Ramos", scope=OUTDOORS | {"on": "6 August 2025"}), "not_enough_info",
                     id="a day to come"),
    ],
)  # fmt: skip
def test_set(judge, claim, verdict):
    assert judge(claim | {"when": "set"}).verdict == verdict


@pytest.mark.parametrize(
    "claim, published, verdict",
    [
        pytest.param(record("personal", "Clark", "3:27.79"), "2024-08-20", "supported", id="on the list"),
        pytest.param(record("personal", "Clark", "3:29.05"), "2024-08-20", "refuted", id="an older best"),
        pytest.param(record("personal", "Clark", "3:29.05"), "2024-08-01", "supported", id="as of then"),
        pytest.param(record("personal", "Hill", "3:31.50"), "2024-08-20", "not_enough_info", id="beyond the list"),
        pytest.param(record("personal", "Hill", "3:32.00"), "2024-08-20", "refuted", id="a better one is known"),
        pytest.param(record("personal", "Clark", "3:45.34", MILE), "2024-08-20", "supported", id="his national record"),
        pytest.param(record("personal", "Berg", "3:45.60", MILE), "2024-08-20", "not_enough_info", id="no such list"),
        pytest.param(record("personal", "Moss", "7.00m", {"event": "long jump"}), "2024-08-20", "refuted",
                     id="a longer jump is known"),
        pytest.param(record("personal", "Moss", "7.00m", {"event": "long jump"}, women_only=True), "2024-08-20",
                     "not_enough_info", id="no result tells whether men were in it"),
        pytest.param(record("personal", "Moss", "7.20m", {"event": "long jump"}), "2024-08-20", "not_enough_info",
                     id="perhaps she has"),
        pytest.param(record("season", "Clark", "3:27.79"), "2024-08-20", "supported", id="season's best"),
        pytest.param(record("season", "Berg", "3:29.74"), "2024-07-31", "supported", id="all of the season is known"),
        pytest.param(record("season", "Koech", "3:29.77"), "2024-07-31", "not_enough_info", id="not all of his season"),
        pytest.param(record("season", "Berg", "3:27.95", EVENT | {"season": 2023}), "2024-08-20", "supported",
                     id="another season"),
        pytest.param(record("world lead", "Stone", "3:27.65"), "2024-08-20", "supported", id="world lead"),
        pytest.param(record("world lead", "Clark"), "2024-08-20", "refuted", id="second of the season"),
        pytest.param(record("world lead", "Berg", "3:29.74"), "2024-06-01", "not_enough_info", id="beyond the list"),
        pytest.param(record("world lead", "Berg", "3:30.00"), "2024-06-01", "refuted", id="a better one is known"),
        pytest.param(record("world lead", "Berg", "3:29.74"), "2024-08-20", "refuted", id="no longer"),
        pytest.param(record("world lead", mark="3:26.00"), "2024-08-20", "refuted", id="nobody was so fast"),
        pytest.param(record("season", "Clark", "3:27.79", previous_mark="3:35.83"), "2024-08-20", "not_enough_info",
                     id="bests before are not worked out"),
        pytest.param(record("personal", "Clark"), "2024-08-20", "unreadable", id="nothing claimed"),
    ],
)  # fmt: skip
def test_bests(judge, claim, published, verdict):
    assert judge(claim, published).verdict == verdict


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(record("personal", "Clark", scope=TOKYO), "supported", id="a best then"),
        pytest.param(record("personal", "Clark", "3:29.05", TOKYO), "supported", id="with its mark"),
        pytest.param(record("personal", "Koech", scope=TOKYO), "refuted", id="he was faster before"),
        pytest.param(record("personal", "Stone", scope=TOKYO), "not_enough_info", id="beyond the list"),
        pytest.param(record("world lead", "Stone", scope=EVENT | {"competition": "Paris 2024"}), "supported",
                     id="the fastest of the season"),
        pytest.param(record("world lead", "Clark", scope=EVENT | {"competition": "Paris 2024"}), "refuted",
                     id="second in that race"),
        pytest.param(record("season", "Berg", scope=EVENT | {"competition": "Fjord Games 2024"}), "supported",
                     id="the first of his season"),
        pytest.param(record("season", "Berg", scope=EVENT | {"competition": "Rome 2024"}), "refuted",
                     id="slower than in Oslo"),
        pytest.param(record("personal", "Hill", scope=EVENT | {"competition": "Budapest 2023"}), "not_enough_info",
                     id="no mark there"),
    ],
)  # fmt: skip
def test_bests_set(judge, claim, verdict):
    assert judge(claim | {"when": "set"}).verdict == verdict


def test_the_same_record_is_one_quantity(judge):
    one = judge(record("world", "Koech")).assertion
    other = judge(record("world", "Ramos")).assertion
    assert one.quantity == other.quantity


def test_the_derivation(judge, tiny_truth):
    known = judge(record("world", "Clark", scope=MILLROSE, previous_holder="Berg")).known
    assert [item.id for item in known.evidence] == [
        "record/world/2-miles/2024-02-11",
        "record/world/2-miles/2015-02-21",
    ]
    evidence = known.evidence[0].evidence(tiny_truth)
    assert evidence.summary == "world record indoors, 2 miles, 8:00.67, Ben Clark, 11 February 2024"
    assert evidence.sources == ("The Book of Races (https://example.org/book)",)


def test_a_shared_record(judge):
    """Clark equalled the Olympic record of Stone in the same race: it is the one's and the other's."""
    (row,) = [one for one in PACK.records if one.level == "olympic" and one.until is None]
    truth = Truth(replace(PACK, records=(*PACK.records, replace(row, athlete="ben-clark"))))
    for holder in ("Stone", "Clark"):
        assert judge(record("olympic", holder), truth=truth).verdict == "supported"
    assert judge(record("olympic", "Berg"), truth=truth).verdict == "refuted"
    paris = EVENT | {"competition": "Paris 2024"}
    assert judge(record("olympic", "Clark", scope=paris, when="set"), truth=truth).verdict == "supported"


def test_a_race_without_its_mark_may_have_been_the_best(judge, truth_with):
    """Two races of Berg in those days, all that there were; of the faster one the mark is not known."""
    days = OUTDOORS | {"after": "28 May 2024", "until": "15 June 2024"}
    truth = truth_with("fjord-2024", "1500m", "anders-berg", mark=None)
    assert judge(record("season", "Berg", "3:29.74", days)).verdict == "supported"
    assert judge(record("season", "Berg", "3:31.95", days), truth=truth).verdict == "not_enough_info"


def test_a_record_of_nobody_s_nation(judge):
    """Of what nation the two are is not known: the wider record is not one of the narrower list for that."""
    athletes = tuple(replace(one, nations=()) for one in PACK.athletes)
    truth = Truth(replace(PACK, athletes=athletes))
    assert judge(record("national", "Ramos"), truth=truth).verdict == "not_enough_info"


def test_a_record_is_no_best_of_who_did_better_for_another_nation(judge):
    """Clark holds Britain's record; if he ran for Kenya until 2018, he may have run faster then."""
    nations = (Period(value="KEN", end="2018"), Period(value="GBR", start="2018"))
    athletes = tuple(replace(one, nations=nations) if one.id == "ben-clark" else one for one in PACK.athletes)
    best = record("personal", "Clark", "3:45.34", MILE)
    assert judge(best).verdict == "supported"
    assert judge(best, truth=Truth(replace(PACK, athletes=athletes))).verdict == "not_enough_info"


@pytest.mark.parametrize(
    "start, end, verdict",
    [
        pytest.param("1998-01-01", None, "supported", id="a Spaniard when he set it"),
        pytest.param("2016-01-01", None, "not_enough_info", id="of what nation he was then is not known"),
        pytest.param(None, "2013-01-01", "not_enough_info", id="no longer"),
    ],
)
def test_a_world_record_is_one_of_the_nation_of_that_day(judge, start, end, verdict):
    """Ramos set it in July 2013."""
    athletes = tuple(
        replace(one, nations=(Period(value="ESP", start=start, end=end),)) if one.id == "filip-ramos" else one
        for one in PACK.athletes
    )
    truth = Truth(replace(PACK, athletes=athletes))
    claim = record("national", "Ramos", scope=EVENT | {"nation": "Spain"})
    assert judge(claim, truth=truth).verdict == verdict


@pytest.mark.parametrize("days, verdict", [("May 2024", "supported"), ("June 2024", "not_enough_info")])
def test_a_national_record_set_in_those_days_is_one_of_their_own_nation(judge, days, verdict):
    scope = MILE | {"after": f"1 {days}", "until": f"30 {days}"}
    assert judge(record("national", "Clark", when="set", scope=scope)).verdict == verdict


def test_who_shared_a_record_for_its_last_day_held_it_before(judge):
    """Clark equalled Berg's Olympic record the day before Stone broke it."""
    (row,) = [one for one in PACK.records if one.level == "olympic" and one.athlete == "anders-berg"]
    equalled = replace(row, athlete="ben-clark", date="2024-08-05")
    truth = Truth(replace(PACK, records=(*PACK.records, equalled)))
    for holder in ("Berg", "Clark"):
        assert judge(record("olympic", previous_holder=holder), truth=truth).verdict == "supported"
    before = judge(record("olympic", previous_holder="Ramos"), truth=truth)
    assert (before.verdict, before.known.value) == ("refuted", label("anders-berg", "ben-clark"))


def test_who_equals_a_record_takes_it_from_nobody(judge):
    """Stone took it from Berg on 6 August 2024; Clark ran the same time two days later."""
    (row,) = [one for one in PACK.records if one.level == "olympic" and one.until is None]
    truth = Truth(replace(PACK, records=(*PACK.records, replace(row, athlete="ben-clark", date="2024-08-08"))))
    for holder in ("Berg", "Ramos"):
        claim = record("olympic", "Clark", previous_holder=holder, as_of="9 August 2024")
        assert judge(claim, truth=truth).verdict == "not_enough_info"
    taken = record("olympic", "Stone", scope=FINAL, when="set", previous_holder="Berg", as_of="9 August 2024")
    assert judge(taken, truth=truth).verdict == "supported"
