"""head_to_head: wins, losses and meetings, by round, by day, and with meetings that are not settled."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from msgspec.structs import replace
from tiny_pack import PACK, race, ran

from harness.checking.run import Checker
from harness.corpus.beats import Story
from harness.kinds.head_to_head import sentences
from harness.records.model import Unreadable
from harness.truth.index import Truth
from harness.truth.pack import Race
from harness.values import Range

METRIC = {"event": "1500m", "sex": "men"}
FINALS = METRIC | {"round": "final"}
MILE = {"event": "mile"}
WITHOUT_ROUND = METRIC | {"competition": "Tokyo 2020"}
IN_TOKYO = WITHOUT_ROUND | {"round": "final"}


def met(athlete, opponent, scope=METRIC, **counts):
    return {"kind": "head_to_head", "athlete": athlete, "opponent": opponent, "scope": scope, **counts}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        # Doha, Tokyo (semi-final and final) and Oslo for Berg; Budapest and Paris for Clark.
        pytest.param(met("Clark", "Berg", wins=2), "supported", id="wins"),
        pytest.param(met("Clark", "Berg", losses=4), "supported", id="losses, a semi-final among them"),
        pytest.param(met("Clark", "Berg", FINALS, losses=3), "supported", id="losses in finals"),
        pytest.param(met("Clark", "Berg", FINALS, losses=4), "refuted", id="too many finals"),
        pytest.param(met("Clark", "Berg", wins=1), "refuted", id="too few wins"),
        pytest.param(met("Clark", "Berg", wins=2, losses=4, meetings=6), "supported", id="all three"),
        pytest.param(met("Clark", "Berg", wins=2, losses=4, meetings=7), "refuted", id="one of three is wrong"),
        pytest.param(met("Clark", "Berg", MILE, wins="once", losses="none"), "supported", id="over the mile"),
        pytest.param(met("Clark", "Berg", wins="at least 1"), "supported", id="a bound"),
        # Without an event the statement for 1500m and mile does not say that there are no others.
        pytest.param(met("Clark", "Berg", {}, wins=3), "not_enough_info", id="all events"),
        pytest.param(met("Clark", "Berg", {}, wins="at least 3"), "supported", id="at least, all events"),
        pytest.param(met("Clark", "Berg", {}, wins=2), "refuted", id="fewer than are known"),
        # No statement covers Koech and Berg: what is known is at least so much.
        pytest.param(met("Koech", "Berg", wins=2), "not_enough_info", id="incomplete"),
        pytest.param(met("Koech", "Berg", wins=1), "refuted", id="incomplete, but too few"),
        pytest.param(
            met("Berg", "Hale", {"event": "1500m", "competition": "Tokyo 2020", "round": "final"}, wins=1),
            "not_enough_info",
            id="a man and a woman, in finals of their own",
        ),
        # One race is one meeting at most, whatever else is known.
        pytest.param(met("Koech", "Berg", IN_TOKYO, losses=1), "supported", id="one final"),
        pytest.param(met("Koech", "Berg", IN_TOKYO, losses=2), "refuted", id="twice in one final"),
        pytest.param(met("Koech", "Berg", IN_TOKYO, wins=1), "refuted", id="one final, and he lost it"),
        pytest.param(
            met("Koech", "Hill", IN_TOKYO, wins=1), "refuted", id="not in the final, of which everybody is known"
        ),
        # An edition has heats too.
        pytest.param(met("Koech", "Berg", WITHOUT_ROUND, losses="one"), "not_enough_info", id="one final, and heats"),
        # To beat somebody somewhere is to do so once at least: Berg beat Clark in the semi-final and in the final.
        pytest.param(met("Koech", "Berg", WITHOUT_ROUND, losses=1), "supported", id="beat them in Tokyo"),
        pytest.param(met("Berg", "Clark", WITHOUT_ROUND, wins=1), "supported", id="beat them twice in Tokyo"),
        pytest.param(
            met("Berg", "Clark", WITHOUT_ROUND, wins="once"), "not_enough_info", id="twice, and once in the final"
        ),
        pytest.param(
            met("Berg", "Clark", WITHOUT_ROUND, wins=1, quote="a single win"),
            "not_enough_info",
            id="a single one in the final",
        ),
        pytest.param(met("Clark", "Berg", WITHOUT_ROUND, wins=1), "refuted", id="lost to them twice"),
        pytest.param(met("Berg", "Clark", METRIC | {"on": "7 August 2021"}, wins=1), "supported", id="that day"),
        # Hill was in the race and did not finish: who did came ahead.
        pytest.param(
            met("Clark", "Hill", METRIC | {"competition": "Budapest 2023"}, wins="at least 1"), "supported", id="a DNF"
        ),
    ],
)
def test_verdict(judge, claim, verdict):
    assert judge(claim).verdict == verdict


@pytest.mark.parametrize(
    "claim, races",
    [
        pytest.param(met("Clark", "Berg", wins=2), ["worlds-2023", "games-2024"], id="the wins"),
        pytest.param(met("Koech", "Berg", IN_TOKYO, wins=1), ["games-2020"], id="the one race that is meant"),
    ],
)
def test_what_shows_how_often(judge, claim, races):
    assert [one.edition for one in judge(claim).known.evidence[::2]] == races


@pytest.mark.parametrize(
    "day, wins, losses",
    [("2019-10-05", 0, 0), ("2021-08-08", 0, 3), ("2023-08-23", 1, 4), ("2024-08-05", 1, 4), ("2024-08-06", 2, 4)],
)
def test_as_of(judge, day, wins, losses):
    assert judge(met("Clark", "Berg", wins=wins, losses=losses), day).verdict == "supported"
    assert judge(met("Clark", "Berg", wins=wins + 1), day).verdict == "refuted"


def test_a_career_is_open_where_earlier_meetings_are_not_ruled_out(judge):
    """A statement from 2016 on bounds the meetings since then, and those of a whole career only if it says so."""
    some = tuple(replace(one, none_before=False) for one in PACK.completeness)
    truth = Truth(replace(PACK, completeness=some))
    assert judge(met("Clark", "Berg", wins=2), truth=truth).verdict == "not_enough_info"
    assert judge(met("Clark", "Berg", METRIC | {"after": "2016"}, wins=2), truth=truth).verdict == "supported"


def test_a_window_that_opens_before_the_first_meeting_is_covered(judge):
    """Nothing came before the statement's first day, so that a window from an earlier day on misses none."""
    assert judge(met("Clark", "Berg", METRIC | {"after": "2010"}, wins=2)).verdict == "supported"
    some = tuple(replace(one, none_before=False) for one in PACK.completeness)
    truth = Truth(replace(PACK, completeness=some))
    assert judge(met("Clark", "Berg", METRIC | {"after": "2010"}, wins=2), truth=truth).verdict == "not_enough_info"


@pytest.mark.parametrize(
    "metres, verdict",
    [
        pytest.param(800, "refuted", id="nobody runs two of them on one day"),
        pytest.param(400, "not_enough_info", id="there may have been heats"),
        pytest.param(None, "not_enough_info", id="a distance that is not known"),
    ],
)
def test_a_meeting_of_one_day_has_one_race_of_a_distance_without_heats(judge, metres, verdict):
    event = replace(PACK.events[0], id="laps", name="laps", aliases=(), metres=metres)
    row = race("fjord-2024", "laps", "final", "2024-05-30", ran("anders-berg", place=1), ran("ben-clark", place=2))
    truth = Truth(replace(PACK, events=(*PACK.events, event), races=(msgspec.convert(row, Race),)))
    scope = {"event": "laps", "sex": "men", "competition": "Fjord Games 2024"}
    assert judge(met("Berg", "Clark", scope, wins=2), truth=truth).verdict == verdict


def test_his_losses_are_the_others_wins(resolved):
    from harness.kinds.head_to_head import assertions

    (losses,) = assertions(resolved(met("Clark", "Berg", losses=4)))
    (wins,) = assertions(resolved(met("Berg", "Clark", wins=4)))
    assert losses.quantity == wins.quantity


def test_nothing_printed(judge):
    assert isinstance(judge(met("Clark", "Berg")).known, Unreadable)


def known_wins(*races):
    from harness.kinds.head_to_head import HeadToHeadAttribute, known
    from harness.records.model import Quantity, Setting

    pack = replace(PACK, races=tuple(msgspec.convert(one, Race) for one in races))
    quantity = Quantity(
        "head_to_head", HeadToHeadAttribute.WINS, ("ben-clark", "anders-berg"), Setting(event="1500m"), None
    )
    return known(quantity, Truth(pack), 738_000).value


@pytest.mark.parametrize(
    "where, round_, results, wins",
    [
        pytest.param("worlds-2019", "final", ({"place": 1}, {"place": 2}), Range(1, 1), id="places"),
        pytest.param("worlds-2019", "final", ({"mark": "3:30.00"}, {"mark": "3:31.00"}), Range(1, 1), id="marks"),
        pytest.param("worlds-2019", "final", ({"mark": "3:31.00"}, {"mark": "3:30.00"}), Range(0, 0), id="slower"),
        # Nothing tells who came ahead: one win more or none.
        pytest.param("worlds-2019", "final", ({}, {}), Range(0, 1), id="no order"),
        pytest.param("worlds-2019", "final", ({"mark": "3:30.00"}, {"mark": "3:30.00"}), Range(0, 1), id="one time"),
        pytest.param("worlds-2019", "final", ({"place": 2}, {"place": 2}), Range(0, 0), id="a dead heat"),
        pytest.param(
            "worlds-2019", "final", ({"status": "DNF"}, {"status": "DNF"}), Range(0, 0), id="neither finished"
        ),
        pytest.param("worlds-2019", "final", ({"place": 1}, {"status": "DNS"}), Range(0, 0), id="not a meeting"),
        # "Heat" without a number may be two heats.
        pytest.param("worlds-2019", "heat", ({"place": 1}, {"place": 2}), Range(0, 1), id="which heat"),
        pytest.param("worlds-2019", "heat 2", ({"place": 1}, {"place": 2}), Range(1, 1), id="one heat"),
        pytest.param(None, "", ({"place": 1}, {"place": 2}), Range(0, 1), id="neither city nor holding"),
    ],
)
def test_one_race(where, round_, results, wins):
    rows = [ran(athlete, **given) for athlete, given in zip(("ben-clark", "anders-berg"), results, strict=True)]
    assert known_wins(race(where, "1500m", round_, "2019-10-06", *rows)) == wins


def test_a_race_known_by_its_city():
    rows = ran("ben-clark", place=1), ran("anders-berg", place=2)
    assert known_wins(race(None, "1500m", "", "2019-07-06", *rows, city="Oslo")) == Range(1, 1)
    other_day = race(None, "1500m", "", "2019-07-07", rows[1], city="Oslo")
    assert known_wins(race(None, "1500m", "", "2019-07-06", rows[0], city="Oslo"), other_day) == Range(0, 0)


@pytest.mark.parametrize("of_all_events, said", [(True, [("Anders Berg", "Ben Clark", 3)]), (False, [])])
def test_a_report_tells_wins_only_where_all_meetings_are_known(of_all_events, said):
    """In Oslo in 2023 Berg beat Clark in a final for the third time, after Doha and Tokyo."""
    statements = [
        replace(one, events=()) if of_all_events and one.id == "berg-clark" else one for one in PACK.completeness
    ]
    truth = Truth(replace(PACK, completeness=tuple(statements)))
    story = Story(Checker(truth), truth.by_edition["fjord-2023"], date(2023, 6, 16).toordinal())
    claims = [sentence.claim for sentence in sentences(story)]
    assert [(claim["athlete"], claim["opponent"], claim["wins"]) for claim in claims] == said
