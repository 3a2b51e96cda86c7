"""margin: the difference of two marks in one race."""

from __future__ import annotations

import pytest

TOKYO = {"event": "1500m", "sex": "men", "competition": "Tokyo 2020"}
JUMP = {"event": "long jump", "competition": "Budapest 2023"}
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
        pytest.param(margin("Berg", "0.5", "Hill"), "not_enough_info", id="Hill was not in the final"),
        pytest.param(margin("Moss", "12 cm", "Hale", JUMP), "supported", id="farther is better"),
        pytest.param(margin("Moss", "0.21m", None, JUMP), "refuted", id="not by so much"),
        pytest.param(margin("Clark", "0.26", "Berg", MILE), "supported", id="a race with no edition"),
        pytest.param(margin("Clark", "0.26", None, MILE), "supported", id="the next man there"),
        # Doha and Budapest: the words do not say which race.
        pytest.param(margin("Koech", "0.5", "Clark", {"event": "1500m", "competition": "worlds"}), "not_enough_info",
                     id="which race"),
        pytest.param(margin("Berg", "0.05", "Koech", TOKYO | {"competition": "Budapest 2023"}), "not_enough_info",
                     id="two decimals that fit by rounding only", marks=pytest.mark.skip),
    ],
)  # fmt: skip
def test_verdict(judge, claim, verdict):
    assert judge(claim).verdict == verdict


def test_two_races(judge):
    # Berg was in semi-final 1 and Koech in heat 1 only: "the rounds" is no race that both ran.
    found = judge(margin("Berg", "0.5", "Koech", {"event": "1500m", "after": "2019-08-01", "until": "2019-09-01"}))
    assert found.verdict == "not_enough_info"


def test_different_races_are_not_compared(judge):
    # In June 2023 Clark ran one 1500 m, and in the same days of August 2019 Koech another: no margin between them.
    scope = {"event": "1500m", "competition": "Tokyo 2020", "round": "semi-final"}
    assert judge(margin("Berg", "0.05", "Clark", scope)).verdict == "supported"
    assert judge(margin("Berg", "3.88", "Koech", scope)).verdict == "not_enough_info"


def test_arithmetic(judge):
    assert judge(margin("Berg", "0.69", "Koech")).known.arithmetic == "3:29.01 - 3:28.32 = 0.69"


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
