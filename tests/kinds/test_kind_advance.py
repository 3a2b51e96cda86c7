"""advance: through the rounds, by place, on time, over the repechage, or out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tiny_pack import PACK

from harness.kinds.advance import worded
from harness.truth.index import Truth
from harness.truth.pack import PackResult

TOKYO = {"event": "1500m", "sex": "men", "competition": "Tokyo 2020"}
RIO = {"event": "1500m", "sex": "men", "competition": "Rio 2016"}
PARIS = {"event": "1500m", "sex": "men", "competition": "Paris 2024"}


def advance(athlete, scope, origin=None, **fields):
    scope = scope | ({"round": origin} if origin else {})
    return {"kind": "advance", "athlete": athlete, "scope": scope, **fields}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(advance("Koech", TOKYO, "heats", how="place"), "supported", id="by place"),
        pytest.param(advance("Clark", TOKYO, "first round", how="time"), "supported", id="fastest loser"),
        pytest.param(advance("Clark", TOKYO, "heats", how="place"), "refuted", id="not by place"),
        pytest.param(advance("Clark", TOKYO, "heats", to="semi-final", how="time"), "supported", id="to the next"),
        pytest.param(advance("Ramos", TOKYO, "heat 1"), "refuted", id="out"),
        pytest.param(advance("Ramos", TOKYO, "heat 1", advanced=False), "supported", id="said to be out"),
        pytest.param(advance("Ramos", TOKYO, "heat 1", how="time"), "refuted", id="out, not on time"),
        pytest.param(advance("Clark", TOKYO, "heats", advanced=False), "refuted", id="through, said to be out"),
        pytest.param(advance("Clark", TOKYO, "semi-finals", how="place"), "supported", id="from the semi-final"),
        pytest.param(advance("Clark", TOKYO, to="final"), "supported", id="reached the final"),
        pytest.param(advance("Berg", TOKYO, "heats"), "supported", id="no heat known, but a semi-final"),
        pytest.param(advance("Ramos", RIO, to="final"), "supported", id="struck out later, but he was in it"),
        pytest.param(advance("Berg", TOKYO, "heats", how="place"), "not_enough_info", id="how is not known"),
        pytest.param(advance("Hill", TOKYO, to="final"), "refuted", id="out in the semi-final"),
        pytest.param(advance("Hill", TOKYO, to="final", advanced=False), "supported", id="did not make the final"),
        pytest.param(advance("Moss", TOKYO, to="final"), "refuted", id="every finalist is known"),
        pytest.param(advance("Moss", PARIS, to="final"), "not_enough_info", id="not every finalist is known"),
        pytest.param(advance("Moss", TOKYO, to="semi-final"), "not_enough_info", id="semi-finals are not all known"),
        pytest.param(advance("Hill", PARIS, "heats", how="repechage"), "supported", id="to the repechage"),
        pytest.param(advance("Hill", PARIS, "heats", how="place"), "refuted", id="not by place but to the repechage"),
        pytest.param(advance("Hill", PARIS, "heats"), "supported", id="through the repechage"),
        pytest.param(advance("Hill", PARIS, to="repechage"), "supported", id="reached the repechage"),
        pytest.param(advance("Clark", PARIS, to="repechage"), "refuted", id="needed no repechage"),
        pytest.param(advance("Clark", PARIS, "heats", to="final"), "supported", id="two rounds on"),
        pytest.param(advance("Hill", PARIS, "heats", to="final"), "not_enough_info", id="two rounds on, not known"),
        pytest.param(advance("Clark", {"event": "1500m", "competition": "Olympics"}, "heats"), "not_enough_info",
                     id="which Games"),
        pytest.param(advance("Clark", TOKYO), "unreadable", id="from where to where"),
        pytest.param(advance("Clark", TOKYO, "final"), "unreadable", id="nobody comes from a final"),
        pytest.param(advance("Moss", TOKYO, "final", advanced=False), "unreadable", id="nor goes out there"),
        pytest.param(advance("Clark", TOKYO, "semi-final", to="heats"), "unreadable", id="backwards"),
        pytest.param(advance("Clark", TOKYO, "heat 1", to="heat 3"), "unreadable", id="to the same round"),
    ],
)  # fmt: skip
def test_verdict(judge, claim, verdict):
    assert judge(claim).verdict == verdict


@pytest.mark.parametrize(
    "claim, published, verdict",
    [
        pytest.param(advance("Clark", PARIS, "heats", to="semi-final"), "2024-08-02", "supported", id="on the day"),
        pytest.param(advance("Clark", PARIS, to="final"), "2024-08-02", "not_enough_info", id="final still to come"),
        pytest.param(advance("Clark", TOKYO, to="final"), "2021-08-05", "supported", id="after the semi-final"),
        pytest.param(
            advance("Hill", PARIS, "heats"), "2024-08-02", "not_enough_info", id="on his way to the repechage"
        ),
        pytest.param(advance("Clark", PARIS, "heats"), "2024-08-01", "not_enough_info", id="not yet run"),
    ],
)
def test_as_of(judge, claim, published, verdict):
    assert judge(claim, published).verdict == verdict


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(advance("Hill", TOKYO, to="final"), "not_enough_info", id="the final"),
        pytest.param(advance("Hill", TOKYO, to="final", advanced=False), "not_enough_info", id="not the final"),
        pytest.param(advance("Hill", TOKYO, to="semi-final"), "supported", id="the semi-final in any case"),
    ],
)
def test_out_in_the_semi_final_and_in_the_final_all_the_same(judge, claim, verdict):
    """The pack contradicts itself: neither of the two is taken for right."""
    [final] = [one for one in PACK.races if (one.edition, one.round) == ("games-2020", "final")]
    with_hill = replace(final, results=(*final.results, PackResult(athlete="duncan-hill", place=7, mark="3:33.00")))
    truth = Truth(replace(PACK, races=tuple(with_hill if one is final else one for one in PACK.races)))
    assert judge(claim, truth=truth).verdict == verdict


@pytest.mark.parametrize("athlete, heat, instead", [("Clark", "heats", "as a fastest loser"), ("Ramos", "heat 1", "")])
def test_another_way_through_can_be_printed_instead_but_not_that_somebody_was_out(
    judge, tiny_truth, athlete, heat, instead
):
    judgement = judge(advance(athlete, TOKYO, heat, how="place"))
    assert worded(judgement.assertion, judgement.known, tiny_truth).instead == instead
