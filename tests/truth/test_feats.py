"""Feats: their spelling, which results achieve them, and what licenses the conclusion that no other did."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tiny_pack import PACK

from harness.records.model import Setting
from harness.truth.feats import ANY_RACE, TITLE, Licence, Wanted, achieves, ahead, complete, occurrences
from harness.truth.index import Truth
from harness.truth.pack import Competition, Completeness, Edition, Event, Pack
from harness.truth.results import Result
from harness.values import Range, exactly

EVENTS = (
    Event(id="1500m", name="1500m", measure="time", better="lower", plausible=("3:20", "6:00")),
    Event(id="shot", name="shot put", measure="distance", better="higher", plausible=("5.00", "24.00")),
)
LISTS = tuple(
    Completeness(id=id_, covers="marks", start="2020", end="2024", events=(event,), sex="men", down_to=depth,
                 text=id_, sources=())
    for id_, event, depth in (("best-1500", "1500m", "3:30.00"), ("best-shot", "shot", "22.00"))
)  # fmt: skip
GAMES = Competition(id="games", name="Games", level="olympic", medals=True)
HELD = Edition(id="games-2021", competition="games", name="Games 2021", start="2021", end="2021", sources=())
TRUTH = Truth(Pack(events=EVENTS, completeness=LISTS, competitions=(GAMES,), editions=(HELD,)))
DAY = 738_000  # in 2021

ranges = st.builds(
    lambda low, more, ends: Range(low if ends != "high" else None, low + more if ends != "low" else None),
    st.integers(0, 10**7), st.integers(0, 10**5), st.sampled_from(("both", "low", "high")),
)  # fmt: skip
feats = st.builds(
    Wanted,
    place=st.none() | ranges,
    final=st.booleans(),
    medal=st.booleans(),
    mark=st.none() | ranges,
    beats=st.none() | st.sampled_from(("josh-kerr", "o.neill")),
)


@given(feats, feats)
def test_feats_have_one_text_only_if_they_are_one(feat, another):
    assert (str(feat) == str(another)) == (feat == another)


@pytest.mark.parametrize(
    "feat, text",
    [
        (ANY_RACE, "race"),
        (Wanted(medal=True, together=2), "medal together=2"),
        (Wanted(medal=True, together=2, within="holding"), "medal together=2 within=holding"),
        (Wanted(medal=True, together=2, within="day"), "medal together=2 within=day"),
        (Wanted(place=exactly(1), of_finals=True), "place=1..1 of finals"),
        (Wanted(beats="josh-kerr", indoors_too=True), "beats=josh-kerr indoors too"),
    ],
)
def test_the_text_of_a_feat_names_all_that_is_wanted(feat, text):
    assert str(feat) == text


def result(athlete="a", event="1500m", round_="final", **given):
    return Result(
        id=f"games-2021/{event}/{round_}/{athlete}", athlete=athlete, event=event, sex="men", date=exactly(DAY),
        edition="games-2021", competition="games", round=round_, gives_medals=True, **given,
    )  # fmt: skip


FIRST, SECOND, OPEN = exactly(1), exactly(2), Range(1, 2)
SLOW, FAST = exactly(215_000), exactly(205_000)


@pytest.mark.parametrize(
    "feat, given, achieved",
    [
        pytest.param(ANY_RACE, {}, True, id="a start"),
        pytest.param(ANY_RACE, {"status": "DNF"}, True, id="a start without a finish"),
        pytest.param(ANY_RACE, {"status": "DNS"}, False, id="no start"),
        pytest.param(TITLE, {"place": FIRST}, True, id="first in a final"),
        pytest.param(TITLE, {"place": FIRST, "round_": "heat 1"}, False, id="first in a heat"),
        pytest.param(TITLE, {"place": FIRST, "round_": ""}, None, id="first in a round not known"),
        pytest.param(TITLE, {"place": SECOND}, False, id="second"),
        pytest.param(TITLE, {"place": OPEN}, None, id="first or second"),
        pytest.param(TITLE, {}, None, id="no place known"),
        pytest.param(TITLE, {"status": "DQ"}, False, id="no place at all"),
        pytest.param(Wanted(place=Range(1, 3), final=True, medal=True), {"place": OPEN}, True, id="a medal either way"),
        pytest.param(Wanted(mark=Range(None, 210_000)), {"mark": FAST}, True, id="fast"),
        pytest.param(Wanted(mark=Range(None, 210_000)), {"mark": SLOW}, False, id="slow"),
        pytest.param(Wanted(mark=Range(None, 210_000)), {}, None, id="no mark known"),
        pytest.param(Wanted(mark=Range(None, 210_000)), {"mark": Range(209_000, 211_000)}, None, id="disputed mark"),
        pytest.param(Wanted(place=FIRST, mark=Range(None, 210_000)), {"mark": SLOW}, False, id="one of two fails"),
    ],
)
def test_achieves(feat, given, achieved):
    assert achieves(TRUTH, feat, result(**given), DAY) is achieved


@pytest.mark.parametrize(
    "event, one, other, first",
    [
        pytest.param("1500m", {"place": FIRST}, {"place": SECOND}, True, id="places"),
        pytest.param("1500m", {"place": OPEN}, {"place": SECOND}, None, id="places not settled"),
        pytest.param("1500m", {"place": FIRST}, {"place": FIRST}, False, id="a dead heat"),
        pytest.param("1500m", {"mark": FAST}, {"mark": SLOW}, True, id="the faster"),
        pytest.param("shot", {"mark": FAST}, {"mark": SLOW}, False, id="the shorter"),
        pytest.param("1500m", {"place": FIRST}, {"mark": SLOW}, None, id="a place and a mark"),
        pytest.param("1500m", {}, {"status": "DNF"}, True, id="who finished"),
        pytest.param("1500m", {"status": "DQ"}, {"status": "DNF"}, False, id="neither finished"),
    ],
)
def test_ahead(event, one, other, first):
    assert ahead(TRUTH, result(event=event, **one), result("b", event, **other), DAY) is first


def test_ahead_is_never_true_both_ways():
    given = [{}, {"place": FIRST}, {"place": SECOND}, {"place": OPEN}, {"mark": FAST}, {"status": "DNF"}]
    for one in given:
        for other in given:
            both = (
                ahead(TRUTH, result(**one), result("b", **other), DAY),
                ahead(TRUTH, result(**other), result("b", **one), DAY),
            )
            assert both != (True, True)
            assert (both[0] is None) == (both[1] is None)


SLOW_AND_FAST = TRUTH.with_facts(
    [result("a", mark=FAST), result("b", mark=SLOW), result("c"), result("d", mark=FAST, indoor=True),
     result("e", round_="", mark=FAST, en_route=True)],
    (),
)  # fmt: skip


@pytest.mark.parametrize(
    "feat, setting, certain, blank",
    [
        pytest.param(
            Wanted(mark=Range(None, 210_000)), Setting(event="1500m"), ["a", "e"], ["c"], id="outdoors, en route"
        ),
        pytest.param(Wanted(mark=Range(None, 210_000)), Setting(event="1500m", indoor=True), ["d"], [], id="indoors"),
        pytest.param(Wanted(mark=Range(None, 210_000)), Setting(), [], [], id="a mark of no event"),
        pytest.param(ANY_RACE, Setting(event="1500m"), ["a", "b", "c", "d"], [], id="starts, none on the way"),
    ],
)
def test_occurrences(feat, setting, certain, blank):
    found = occurrences(SLOW_AND_FAST, feat, setting, DAY)
    assert sorted(one.athlete for one in found.certain) == certain
    assert sorted(one.athlete for one in found.blank) == blank
    assert found.number(Licence(("races",))) == Range(len(certain), len(certain) + len(blank))
    # Who has no mark is not on a list of all marks.
    assert found.number(Licence(("list",), by_list=True)) == Range(len(certain), len(certain))
    assert found.number(None) == Range(len(certain), None)


@pytest.mark.parametrize(
    "event, mark, relied_on",
    [
        pytest.param("1500m", Range(None, 210_000), ("best-1500",), id="down to the list's depth"),
        pytest.param("1500m", Range(None, 210_001), None, id="deeper than the list"),
        pytest.param("1500m", Range(200_000, None), None, id="as slow as can be"),
        pytest.param("shot", Range(22_000, None), ("best-shot",), id="as far as the list's depth"),
        pytest.param("shot", Range(21_999, None), None, id="shorter than the list"),
        pytest.param(None, Range(None, 200_000), None, id="of no event"),
    ],
)
def test_a_list_of_marks_licenses_absence(event, mark, relied_on):
    licence = complete(TRUTH, Wanted(mark=mark), Setting(event=event, sex="men"), DAY)
    assert (licence and licence.statements) == relied_on


def test_a_list_that_ended_before_the_day_still_covers_an_earlier_window():
    later, feat = DAY + 2000, Wanted(mark=Range(None, 205_000))
    assert complete(TRUTH, feat, Setting(event="1500m", sex="men"), later) is None
    assert complete(TRUTH, feat, Setting(event="1500m", sex="men", end=DAY), later) == Licence(
        ("best-1500",), by_list=True
    )


@pytest.mark.parametrize(("day", "winner"), [(date(2017, 4, 30), "filip-ramos"), (date(2017, 5, 1), "eric-stone")])
def test_who_came_first_is_asked_as_of_the_day(day, winner):
    """The winner of 2016 was struck out on 1 May 2017."""
    winners = occurrences(Truth(PACK), ANY_RACE, Setting(event="1500m", edition="games-2016", place=1), day.toordinal())
    assert [result.athlete for result in winners.certain] == [winner]
