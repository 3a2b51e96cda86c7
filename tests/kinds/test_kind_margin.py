"""margin: the difference of two marks in one race."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace
from tiny_pack import PACK, race, ran

from harness.truth.index import Truth
from harness.truth.pack import Race
from harness.truth.say import say

TOKYO = {"event": "1500m", "sex": "men", "competition": "Tokyo 2020"}
JUMP = {"event": "long jump", "competition": "Budapest 2023"}
DOHA = {"event": "1500m", "sex": "men", "competition": "World Championships", "year": 2019}
MILE = {"event": "mile", "sex": "men", "on": "25 May 2024"}


def margin(ahead, gap, behind=None, scope=TOKYO):
    claim = {"kind": "margin", "ahead": ahead, "gap": gap, "scope": scope}
    return claim | ({"behind": behind} if behind else {})


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(margin("Berg", "69 hundredths of a second", "Koech"), "supported", id="hundredths"),
        pytest.param(margin("Berg", "0.7 seconds", "Koech"), "supported", id="rounded"),
        pytest.param(margin("Berg", "0.96", "Koech"), "refuted", id="digits swapped"),
        pytest.param(margin("Berg", "0.69"), "supported", id="the next man"),
        pytest.param(margin("Koech", "0.04"), "supported", id="from second to third"),
        pytest.param(margin("Clark", "0.51"), "not_enough_info", id="fourth is not in the pack"),
        pytest.param(margin("Koech", "0.69", "Berg"), "refuted", id="the other way round"),
        pytest.param(margin("Berg", "0.5", "Hill"), "refuted", id="Hill was not in the final"),
        # Koech won, and of Ramos there is no result: he was not ahead, and may have had the same time.
        pytest.param(margin("Ramos", "0.50", "Koech", DOHA), "refuted", id="nobody was ahead of the winner"),
        pytest.param(margin("Ramos", "0.00", "Koech", DOHA), "not_enough_info", id="but level, perhaps"),
        pytest.param(margin("Moss", "12 cm", "Hale", JUMP), "supported", id="farther is better"),
        pytest.param(margin("Moss", "0.21m", None, JUMP), "refuted", id="not by so much"),
        pytest.param(margin("Clark", "0.26", "Berg", MILE), "supported", id="a race with no edition"),
        pytest.param(margin("Clark", "0.26", None, MILE), "supported", id="the next man there"),
        # Doha and Budapest: the words do not say which race.
        pytest.param(margin("Koech", "0.5", "Clark", {"event": "1500m", "competition": "worlds"}), "not_enough_info",
                     id="which race"),
    ],
)  # fmt: skip
def test_verdict(judge, claim, verdict):
    assert judge(claim).verdict == verdict


def test_races_that_are_not_one_are_not_compared(judge):
    """On one day of May 2024 there was a mile in Eugene; the next race of these days was in Oslo."""
    days = {"event": "1500m", "sex": "men", "after": "24 May 2024", "until": "31 May 2024", "indoor": False}
    assert judge(margin("Berg", "0.03", "Koech", days)).verdict == "supported"
    either = {"sex": "men", "after": "24 May 2024", "until": "31 May 2024"}
    assert judge(margin("Clark", "0.26", "Koech", either)).verdict == "not_enough_info"


@pytest.mark.parametrize(
    "claim, arithmetic",
    [
        pytest.param(margin("Berg", "0.69", "Koech"), "3:29.01 - 3:28.32 = 0.69 s", id="time"),
        pytest.param(margin("Moss", "0.12m", "Hale", JUMP), "7.14 m - 7.02 m = 0.12 m", id="distance"),
    ],
)
def test_arithmetic(judge, tiny_truth, claim, arithmetic):
    assert say(judge(claim).known.arithmetic, tiny_truth) == arithmetic


def test_no_mark(judge, truth_with):
    truth = truth_with("games-2020", "1500m", "cyrus-koech", mark=None)
    missing = judge(margin("Berg", "0.69", "Koech"), truth=truth).known.missing
    assert say(missing, truth) == "mark of Cyrus Koech, 1500m, final, Tokyo 2020"


@pytest.mark.parametrize(
    "claim, severity",
    [
        pytest.param(margin("Koech", "0.69", "Berg"), "high", id="the wrong man was ahead"),
        pytest.param(margin("Berg", "0.96", "Koech"), "low", id="a slip"),
    ],
)
def test_severity(judge, claim, severity):
    from harness.kinds.margin import severity as weigh

    found = judge(claim)
    assert weigh(found.assertion, found.known) == severity


def test_runners_of_two_rounds_of_one_day_have_no_margin(judge):
    """On the day of the final he was in the heat, as nobody runs two rounds of 1500 m on one day."""
    heat = msgspec.convert(race("worlds-2023", "1500m", "heat 1", "2023-08-23", ran("filip-ramos", "3:40.00", 9)), Race)
    both = Truth(replace(PACK, races=(*PACK.races, heat)))
    told = margin("Clark", "10.62", "Ramos", {"event": "1500m", "sex": "men", "on": "23 August 2023"})
    assert judge(told, truth=both).verdict == "not_enough_info"
