"""Ranked lists: against counting by hand, for either way of better; how far they reach; and what a best is worth."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.records.model import Setting
from harness.truth import lists
from harness.truth.index import Truth
from harness.truth.pack import Athlete, Completeness, Event, Pack, PackResult, Race
from harness.values import Range, exactly

TIME = Event(id="1500m", name="1500m", measure="time", better="lower", plausible=("3:20", "5:00"))
JUMP = Event(id="jump", name="long jump", measure="distance", better="higher", plausible=("4.00", "9.50"))
WHEN = date(2024, 8, 1).toordinal()
WHO = ("ann", "bea", "cat", "dot")


def truth_of(event, performances, *statements):
    """A truth of (athlete, hundredths) on successive days; the marks are seconds or metres."""
    people = tuple(Athlete(id=one, name=one, sex="women", sources=("x",)) for one in WHO)
    races = tuple(
        Race(
            event=event.id,
            sex="women",
            date=date.fromordinal(WHEN - 100 + number).isoformat(),
            city=f"town {number}",
            results=(PackResult(athlete=athlete, mark=f"{hundredths // 100}.{hundredths % 100:02}"),),
        )
        for number, (athlete, hundredths) in enumerate(performances)
    )
    return Truth(Pack(events=(event,), athletes=people, races=races, completeness=statements))


def complete(covers, down_to, event=TIME):
    return Completeness(
        id=covers, covers=covers, start="2024-01-01", end="2024-12-31", text="all", sources=("x",), events=(event.id,),
        sex="women", down_to=down_to,
    )  # fmt: skip


def setting(event):
    return Setting(event=event.id, sex="women", indoor=False)


@given(
    event=st.sampled_from([TIME, JUMP]),
    performances=st.lists(st.tuples(st.sampled_from(WHO), st.integers(500, 530)), min_size=1, max_size=12),
    end=st.integers(500, 530),
    days=st.integers(0, 12),
)
def test_ranks_are_counted(event, performances, end, days):
    """Down to the end of the list a rank is one more than the number of those who did better by then."""
    run = performances[:days]
    as_of = WHEN - 101 + days
    sign = 1 if event is TIME else -1
    statements = [complete(covers, f"{end // 100}.{end % 100:02}", event) for covers in ("athletes", "marks")]
    truth = truth_of(event, performances, *statements)
    bests = {athlete: min(sign * mark for one, mark in run if one == athlete) for athlete, _ in run}
    for athlete in WHO:
        cost = lists.best_cost(truth, athlete, setting(event), as_of)
        assert (cost is None) == (athlete not in bests)
        ranked = lists.rank(truth, "athletes", setting(event), as_of, [cost] if cost else [])
        if cost is not None and bests[athlete] <= sign * end:
            assert ranked.value == exactly(1 + sum(best < bests[athlete] for best in bests.values()))
        else:
            assert ranked.value == Range(1 + sum(best <= sign * end for best in bests.values()), None)
        listed = [sign * mark for _, mark in run]
        for one in lists.costs(truth, athlete, setting(event), as_of):
            place = lists.rank(truth, "performances", setting(event), as_of, [one]).value
            if one.high <= sign * end * 10:
                assert place == exactly(1 + sum(mark * 10 < one.low for mark in listed))
            else:
                assert place == Range(1 + sum(mark <= sign * end for mark in listed), None)


@pytest.mark.parametrize(
    "statements, of, reached",
    [
        pytest.param([], "athletes", None, id="no statement"),
        pytest.param([complete("athletes", "5.10")], "athletes", ("athletes", 5100), id="athletes"),
        pytest.param([complete("athletes", "5.10")], "performances", None, id="bests are not all marks"),
        pytest.param([complete("marks", "5.10")], "athletes", ("marks", 5100), id="all marks hold all bests"),
        pytest.param(
            [complete("athletes", "5.20"), complete("marks", "5.10")], "athletes", ("athletes", 5200), id="deeper"
        ),
        pytest.param(
            [complete("athletes", "5.20"), complete("marks", "5.10")], "performances", ("marks", 5100), id="marks"
        ),
    ],
)
def test_depth(statements, of, reached):
    truth = truth_of(TIME, [("ann", 505)], *statements)
    found = lists.depth(truth, of, setting(TIME), WHEN)
    assert (found and (found.statement, found.cost)) == reached


def test_a_season_needs_all_marks():
    truth = truth_of(TIME, [("ann", 505)], complete("athletes", "5.10"))
    season = Setting(event="1500m", sex="women", indoor=False, start=WHEN - 200, end=WHEN)
    assert lists.depth(truth, "athletes", season, WHEN) is None


@pytest.mark.parametrize(
    "event, down_to, mark, exact",
    [
        pytest.param(TIME, "5.10", exactly(5050), True, id="inside the list"),
        pytest.param(TIME, "5.05", exactly(5050), True, id="at its end"),
        pytest.param(TIME, "5.00", Range(5001, 5050), False, id="between its end and what is known"),
        pytest.param(JUMP, "5.00", exactly(5070), True, id="inside, farther is better"),
        pytest.param(JUMP, "5.20", Range(5070, 5199), False, id="between, farther is better"),
    ],
)
def test_best(event, down_to, mark, exact):
    truth = truth_of(event, [("ann", 507), ("bea", 520), ("ann", 505)], complete("athletes", down_to, event))
    best = lists.best(truth, "ann", setting(event), WHEN)
    assert (best.mark, best.exact) == (mark, exact)


@pytest.mark.parametrize(
    "marks, mark",
    [
        pytest.param(["11.0h"], exactly(11_000), id="as it was taken"),
        # An electronic watch would have shown up to 11.24 for the time by hand.
        pytest.param(["11.0h", "11.10"], Range(11_000, 11_100), id="by hand perhaps, and electronic in any case"),
        pytest.param(["11.2h", "11.10"], exactly(11_100), id="slower by hand"),
    ],
)
def test_a_best_by_hand(marks, mark):
    dash = Event(id="100m", name="100m", measure="time", better="lower", plausible=("9.50", "15.00"), metres=100)
    races = tuple(
        Race(event="100m", sex="women", date=date.fromordinal(WHEN - 100 + number).isoformat(), city=f"town {number}",
             results=(PackResult(athlete="ann", mark=one),))
        for number, one in enumerate(marks)
    )  # fmt: skip
    ann = Athlete(id="ann", name="ann", sex="women", sources=("x",))
    statements = (complete("marks", "12.00", dash),)
    truth = Truth(Pack(events=(dash,), athletes=(ann,), races=races, completeness=statements))
    best = lists.best(truth, "ann", setting(dash), WHEN)
    assert (best.mark, best.exact) == (mark, True)


def test_best_without_a_list_is_a_bound():
    truth = truth_of(TIME, [("ann", 505)])
    assert lists.best(truth, "ann", setting(TIME), WHEN).mark == Range(None, 5050)
    assert lists.best(truth, "bea", setting(TIME), WHEN) is None
    assert lists.best(truth, None, setting(TIME), WHEN).mark == Range(None, 5050)
    assert lists.best(truth, "ann", Setting(), WHEN) is None


@pytest.mark.parametrize(
    "event, down_to, mark",
    [
        pytest.param(TIME, "5.10", Range(5101, None), id="slower than the last time of the list"),
        pytest.param(JUMP, "5.10", Range(None, 5099), id="shorter than its last jump"),
    ],
)
def test_the_best_of_whom_a_list_leaves_out_is_behind_its_end(event, down_to, mark):
    best = lists.best(
        truth_of(event, [("ann", 507)], complete("athletes", down_to, event)), "bea", setting(event), WHEN
    )
    assert (best.mark, best.exact) == (mark, False)
