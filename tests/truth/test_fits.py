"""Which results lie inside a setting: one row for each thing that words may tell of a race."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from tiny_pack import PACK

from harness.records.model import Setting
from harness.truth.fits import fits
from harness.truth.index import Truth
from harness.truth.results import Result
from harness.values import partial_date

TRUTH = Truth(PACK)
DAY = partial_date("2021-08-07").low or 0
[SECOND] = [one for one in TRUTH.by_athlete_edition["cyrus-koech", "games-2020"] if one.round == "final"]
[HEAT] = [one for one in TRUTH.by_athlete_edition["cyrus-koech", "games-2020"] if one.round == "heat 1"]
[METRIC_MILE] = [one for one in TRUTH.by_athlete["ben-clark"] if one.en_route]
[MONACO] = [one for one in TRUTH.by_athlete["cyrus-koech"] if one.city == "Monaco"]


@pytest.mark.parametrize(
    "result, setting, inside",
    [
        pytest.param(SECOND, {}, True, id="nothing told"),
        pytest.param(SECOND, {"event": "1500m"}, True, id="event"),
        pytest.param(SECOND, {"event": "mile"}, False, id="another event"),
        pytest.param(SECOND, {"events": ("1500m", "mile")}, True, id="one of two events"),
        pytest.param(SECOND, {"events": ("2-miles", "mile")}, False, id="none of two events"),
        pytest.param(replace(SECOND, part_of="decathlon"), {}, False, id="a part of a combined event is no race"),
        pytest.param(replace(SECOND, part_of="decathlon"), {"event": "1500m"}, True, id="unless it is named"),
        pytest.param(SECOND, {"edition": "games-2020"}, True, id="edition"),
        pytest.param(SECOND, {"edition": "games-2024"}, False, id="another edition"),
        pytest.param(METRIC_MILE, {"edition": "games-2020"}, False, id="of no edition"),
        pytest.param(replace(SECOND, official=False), {}, False, id="an edition that is not official"),
        pytest.param(replace(SECOND, official=False), {"edition": "games-2020"}, True, id="unless it is named too"),
        pytest.param(SECOND, {"competition": "games"}, True, id="competition"),
        pytest.param(SECOND, {"competition": "worlds"}, False, id="another competition"),
        pytest.param(SECOND, {"round": "final"}, True, id="round"),
        pytest.param(HEAT, {"round": "final"}, False, id="another round"),
        pytest.param(HEAT, {"round": "heat"}, True, id="some heat"),
        pytest.param(HEAT, {"round": "heat 1"}, True, id="heat one"),
        pytest.param(replace(HEAT, round="heat 11"), {"round": "heat 1"}, False, id="heat eleven is not heat one"),
        pytest.param(SECOND, {"sex": "men"}, True, id="sex"),
        pytest.param(SECOND, {"sex": "women"}, False, id="the other sex"),
        pytest.param(SECOND, {"indoor": False}, True, id="outdoors"),
        pytest.param(SECOND, {"indoor": True}, False, id="not indoors"),
        pytest.param(SECOND, {"level": "global championship"}, True, id="level"),
        pytest.param(SECOND, {"level": "Diamond League"}, False, id="another level"),
        pytest.param(SECOND, {"start": DAY, "end": DAY}, True, id="on the day"),
        pytest.param(SECOND, {"start": DAY + 1}, False, id="after the day"),
        pytest.param(SECOND, {"end": DAY - 1}, False, id="before the day"),
        pytest.param(replace(SECOND, date=partial_date("2021")), {"start": DAY}, False, id="perhaps before it"),
        pytest.param(replace(SECOND, date=partial_date("2021")), {"end": DAY}, False, id="perhaps after it"),
        pytest.param(SECOND, {"nation": "KEN"}, True, id="nation"),
        pytest.param(SECOND, {"nation": "NOR"}, False, id="another nation"),
        pytest.param(SECOND, {"area": "Africa"}, True, id="area"),
        pytest.param(SECOND, {"area": "Europe"}, False, id="another area"),
        pytest.param(replace(SECOND, nation=None), {"area": "Africa"}, False, id="of no known nation"),
        pytest.param(SECOND, {"place": 2}, True, id="place"),
        pytest.param(SECOND, {"place": 1}, False, id="another place"),
        pytest.param(replace(SECOND, place=None), {"place": 2}, False, id="of no known place"),
        pytest.param(SECOND, {"medal": "silver"}, True, id="medal"),
        pytest.param(SECOND, {"medal": "any"}, True, id="any medal"),
        pytest.param(SECOND, {"medal": "gold"}, False, id="another medal"),
        pytest.param(HEAT, {"medal": "any"}, False, id="a heat gives none"),
        pytest.param(MONACO, {"place": 1}, True, id="a win at no championship"),
        pytest.param(MONACO, {"medal": "any"}, False, id="gives none either"),
    ],
)
def test_fits(result: Result, setting: dict[str, Any], inside: bool) -> None:
    assert fits(result, Setting(**setting), DAY, TRUTH) == inside


def test_a_place_is_that_of_the_day() -> None:
    [bronze] = [one for one in TRUTH.by_athlete_edition["cyrus-koech", "games-2016"] if one.round == "final"]
    days = [partial_date(printed).low or 0 for printed in ("2017-04-30", "2017-05-01")]
    assert [fits(bronze, Setting(place=3), day, TRUTH) for day in days] == [True, False]
    assert [fits(bronze, Setting(medal="silver"), day, TRUTH) for day in days] == [False, True]
