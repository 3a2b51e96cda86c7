"""mark: official marks, splits, misprints, rounding."""

from __future__ import annotations

import msgspec
import pytest
from msgspec.structs import replace
from tiny_pack import PACK, complete, race, ran

from harness.truth.index import Truth
from harness.truth.pack import Completeness, Race

TOKYO = {"event": "1500m", "sex": "men", "competition": "Tokyo 2020"}


def mark(athlete, printed, scope=TOKYO, **fields):
    return {"kind": "mark", "athlete": athlete, "mark": printed, "scope": scope, **fields}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(mark("Berg", "3:28.32"), "supported", id="as printed"),
        pytest.param(mark("Berg", "3:28:32"), "supported", id="misprint"),
        pytest.param(mark("Berg", "3:28.3"), "supported", id="rounded"),
        pytest.param(mark("Berg", "3:28.23"), "refuted", id="digits swapped"),
        pytest.param(mark("Berg", "sub-3:30"), "supported", id="a bound"),
        pytest.param(mark("Stone", "sub-3:30"), "refuted", id="outside the bound"),
        pytest.param(mark("Clark", "3:36.29", TOKYO | {"round": "heat 1"}), "supported", id="in the heat"),
        pytest.param(
            mark("Clark", "3:29.05", TOKYO | {"round": "heat 1"}), "refuted", id="the final's mark, not the heat's"
        ),
        pytest.param(mark("Berg", "1:52.0", at="800m"), "supported", id="split"),
        # Sources have 56.10 and 56.20: no single figure is settled, a wrong one is.
        pytest.param(mark("Berg", "56.10", at="400m"), "not_enough_info", id="disputed split"),
        pytest.param(mark("Berg", "57.1", at="400m"), "refuted", id="neither source's split"),
        pytest.param(mark("Berg", "2:40.0", at="1200m"), "not_enough_info", id="no such split"),
        pytest.param(
            mark("Hill", "3:35.00", TOKYO | {"competition": "Budapest 2023"}), "not_enough_info", id="no mark"
        ),
        # He may have run there in other years, of which the pack has nothing.
        pytest.param(
            mark("Clark", "3:29.64", TOKYO | {"competition": "Fjord Games"}), "not_enough_info", id="in which year?"
        ),
        pytest.param(
            mark("Clark", "3:29.05", {"sex": "men", "competition": "Tokyo 2020"}),
            "not_enough_info",
            id="in which event?",
        ),
        pytest.param(
            mark("Moss", "7.14m", {"event": "long jump", "competition": "Budapest 2023"}), "supported", id="jump"
        ),
        pytest.param(
            mark("Moss", "7.41m", {"event": "long jump", "competition": "Budapest 2023"}), "refuted", id="no jump"
        ),
    ],
)
def test_verdict(judge, claim, verdict):
    assert judge(claim).verdict == verdict


def test_not_yet_run(judge):
    assert judge(mark("Berg", "3:28.32"), "2021-08-06").verdict == "not_enough_info"


def test_notes(judge):
    assert "misprint" in judge(mark("Berg", "3:28:32")).assertion.notes
    assert judge(mark("Berg", "57.1", at="400m")).known.notes == ("sources_disagree",)


def test_what_a_stretch_can_take_tells_the_separators_of_its_time(resolved):
    """Of the 400 m from 600 m to 1000 m a minute is a time, and an hour is none."""
    lap = resolved(mark("Berg", "1:02:31", stretch="600m to 1000m")).figures["mark"]
    assert (lap.exact, lap.notes) == (62_310, ("misprint",))


@pytest.mark.parametrize(
    "printed, severity", [("3:28.33", "low"), ("3:30.00", "low"), ("3:38.32", "medium"), ("sub-3:00", "medium")]
)
def test_severity(judge, printed, severity):
    from harness.kinds.mark import severity as weigh

    found = judge(mark("Berg", printed))
    assert found.verdict == "refuted"
    assert weigh(found.assertion, found.known) == severity


def test_facts(resolved):
    from harness.kinds.mark import facts

    (fact,) = facts(resolved(mark("Berg", "3:28.32")))
    assert (fact.athlete, fact.edition, fact.printed) == ("anders-berg", "games-2020", "3:28.32")
    (split,) = facts(resolved(mark("Berg", "1:52.0", at="800m")))
    assert (split.mark, list(split.splits)) == (None, ["800m"])


@pytest.mark.parametrize("printed, verdict", [("1:00.0", "supported"), ("2:01.0", "refuted")])
def test_two_laps_indoors_are_400_metres(judge, printed, verdict):
    """Clark's two miles in New York, with his times at 400 and at 800 metres."""
    races = []
    for held in PACK.races:
        if held.event == "2-miles":
            (row,) = held.results
            held = replace(held, results=(replace(row, splits={"400m": "1:00.0", "800m": "2:01.0"}),))
        races.append(held)
    scope = {"event": "2 miles", "sex": "men", "on": "11 February 2024", "indoor": True}
    truth = Truth(replace(PACK, races=tuple(races)))
    assert judge(mark("Clark", printed, scope, at="two laps"), truth=truth).verdict == verdict


@pytest.mark.parametrize(
    "scope, mark, verdict",
    [
        # On the day of the final there may have been a qualification, as of sprints: nothing is told of its jumps.
        ({"on": "20 August 2023"}, "7.14", "supported"),
        ({"on": "20 August 2023"}, "7.05", "not_enough_info"),
        ({"on": "20 August 2023", "round": "final"}, "7.05", "refuted"),
        ({"competition": "Budapest 2023"}, "7.05", "refuted"),
    ],
)
def test_a_jump_told_by_its_day_may_be_of_the_qualification(judge, scope, mark, verdict):
    claim = {"kind": "mark", "athlete": "Moss", "mark": mark, "scope": {"event": "long jump", "sex": "women"} | scope}
    assert judge(claim).verdict == verdict


def test_a_place_told_by_its_day_may_be_of_the_qualification_where_the_final_was_struck_out(judge):
    """Every race of hers is known: the words mean one of two, and the one that counts is not the final."""
    struck = {"annulled": {"start": "2023-09-01", "why": "doping", "sources": ["book"]}}
    day = "2023-08-20"
    races = [
        race("worlds-2023", "long-jump", "heat 1", day, ran("lena-moss", "6.90", 1)),
        race(
            "worlds-2023", "long-jump", "final", day, ran("lena-moss", "7.14", 1, **struck), ran("mia-hale", "7.02", 2)
        ),
    ]
    others = [one for one in PACK.races if (one.edition, one.event) != ("worlds-2023", "long-jump")]
    every = complete("hers", "races", "2000", "2024", athletes=["lena-moss"], events=["long-jump"], none_before=True)
    known = Truth(
        replace(
            PACK,
            races=(*others, *msgspec.convert(races, list[Race])),
            completeness=(*PACK.completeness, msgspec.convert(every, Completeness)),
        )
    )
    scope = {"event": "long jump", "sex": "women", "on": "20 August 2023"}
    claim = {"kind": "place", "athlete": "Moss", "place": 1, "scope": scope}
    assert judge(claim, truth=known).verdict == "not_enough_info"
    assert judge(claim | {"scope": scope | {"round": "heat 1"}}, truth=known).verdict == "supported"
