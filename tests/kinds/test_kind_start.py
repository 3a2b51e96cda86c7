"""start: who started, how it ended, and where they stopped, in the final that a scope without a round means."""

from __future__ import annotations

import pytest

BUDAPEST = {"event": "1500m", "sex": "men", "competition": "Budapest 2023"}
TOKYO = {"event": "1500m", "sex": "men", "competition": "Tokyo 2020", "round": "final"}


def start(athlete, **fields):
    return {"kind": "start", "athlete": athlete, "scope": BUDAPEST, **fields}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(
            start("Ramos", status="started", scope=TOKYO), "refuted", id="not in the complete field of the final"
        ),
        pytest.param(
            start("Ramos", status="DNS", scope=TOKYO), "not_enough_info", id="not in it, perhaps on its start list"
        ),
        pytest.param(start("Hill", status="started"), "supported", id="started"),
        pytest.param(start("Hill", status="DNF"), "supported", id="and did not finish"),
        pytest.param(start("Hill", status="finished"), "refuted", id="said to have finished"),
        pytest.param(start("Hill", status="DNF", at="800m"), "not_enough_info", id="where he stopped is not known"),
        pytest.param(start("Berg", status="DNS"), "refuted", id="he ran"),
        pytest.param(start("Ramos", status="DNS"), "not_enough_info", id="nothing is known of him there"),
        # He ran the 1500 m there: of another event, of which nothing is told, he may have been on the start list.
        pytest.param(
            start("Berg", status="DNS", scope={"competition": "Budapest 2023"}), "not_enough_info", id="in which event"
        ),
        pytest.param(start("Berg", status="started", scope={"competition": "Budapest 2023"}), "supported", id="in one"),
    ],
)
def test_verdict(judge, claim, verdict):
    assert judge(claim).verdict == verdict
