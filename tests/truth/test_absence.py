"""Who has no result in a race: not in a complete field, not started, struck out, behind places that others hold, or
at a holding that never took place."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from judging import judge

from harness.truth.index import Truth
from harness.truth.pack import Pack

PUBLISHED = "2032-01-01"


def skier(name: str, nation: str = "SWE", sex: str = "women") -> dict[str, Any]:
    id_ = name.lower().replace(" ", "-")
    return {"id": id_, "name": name, "sex": sex, "nations": [{"value": nation}], "sources": ["book"]}


def holding(year: int, name: str = "", **more: Any) -> dict[str, Any]:
    return {
        "id": f"cup-{year}", "competition": "cup", "name": name or f"Vintercup {year}", "start": f"{year}-02-01",
        "end": f"{year}-02-09", "sources": ["book"], **more,
    }  # fmt: skip


def race(edition: str, *results: dict[str, Any], **more: Any) -> dict[str, Any]:
    rows = [{"athlete": athlete.lower().replace(" ", "-"), **row} for row in results for athlete in [row.pop("who")]]
    return {
        "event": "15km", "sex": "women", "edition": edition, "date": f"{edition[-4:]}-02-04",
        "round": "final", "results": rows, "sources": ["book"], **more,
    }  # fmt: skip


WORLD = {
    "sources": [{"id": "book", "title": "Book", "family": "book"}],
    "nations": [{"id": "SWE", "name": "Sweden", "area": "Europe", "demonyms": ["Swedish"]}],
    "events": [
        {"id": "15km", "name": "15 km", "measure": "time", "better": "lower", "plausible": ["30:00", "1:30:00"],
         "metres": 15000},
    ],
    "athletes": [skier(name) for name in ("Ada Lind", "Bea Norr", "Cia Oster", "Dea Palm", "Eva Quist", "Fia Rask")],
    "competitions": [{"id": "cup", "name": "Vintercup", "level": "continental", "medals": True}],
    "editions": [holding(2029), holding(2031), holding(2028, "Vintercup 2027")],
    "races": [
        race("cup-2029", {"who": "Ada Lind", "place": 1, "mark": "40:00.1"},
             {"who": "Bea Norr", "place": 2, "mark": "40:01.0"},
             {"who": "Cia Oster", "status": "DNS"},
             {"who": "Dea Palm", "place": 3, "mark": "40:02.0",
              "annulled": {"start": "2030-05-01", "why": "doping", "sources": ["book"]}}, finishers_complete=True),
        race("cup-2031", {"who": "Ada Lind", "place": 1, "mark": "41:00.0"},
             {"who": "Bea Norr", "place": 2, "mark": "41:09.0"},
             {"who": "Eva Quist", "place": 4, "mark": "41:30.0"}),
    ],
    "completeness": [
        {"id": "editions", "covers": "editions", "competition": "cup", "start": "2027", "end": "2031",
         "text": "every holding", "sources": ["book"]},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def truth() -> Truth:
    return Truth(msgspec.convert(WORLD, Pack))


def scope(year: int) -> dict[str, Any]:
    return {"event": "15 km", "sex": "women", "competition": "Vintercup", "year": year}


def place(who: str, place: Any, year: int) -> dict[str, Any]:
    return {"kind": "place", "athlete": who, "place": place, "scope": scope(year)}


def mark(who: str, mark: str, year: int) -> dict[str, Any]:
    return {"kind": "mark", "athlete": who, "mark": mark, "scope": scope(year)}


def medal(who: str, medal: str, year: int) -> dict[str, Any]:
    return {"kind": "medal", "athlete": who, "medal": medal, "scope": scope(year)}


def met(who: str, other: str, year: int, **counts: int) -> dict[str, Any]:
    return {
        "kind": "head_to_head",
        "athlete": who,
        "opponent": other,
        "scope": scope(year) | {"round": "final"},
        **counts,
    }


def margin(who: str, other: str, gap: str, year: int) -> dict[str, Any]:
    return {"kind": "margin", "ahead": who, "behind": other, "gap": gap, "scope": scope(year)}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(place("Fia Rask", 4, 2029), "refuted", id="not in the complete field"),
        pytest.param(mark("Fia Rask", "40:05.0", 2029), "refuted", id="no time either"),
        pytest.param(medal("Fia Rask", "bronze", 2029), "refuted", id="nor a medal"),
        pytest.param(medal("Fia Rask", "none", 2029), "supported", id="which is what it says"),
        pytest.param(met("Ada Lind", "Fia Rask", 2029, meetings=1), "refuted", id="nor a meeting"),
        pytest.param(met("Ada Lind", "Fia Rask", 2029, meetings=0), "supported", id="none indeed"),
        pytest.param(margin("Ada Lind", "Fia Rask", "5.0", 2029), "refuted", id="nor a gap"),
        pytest.param(place("Cia Oster", 4, 2029), "refuted", id="did not start"),
        pytest.param(mark("Cia Oster", "40:05.0", 2029), "refuted", id="did not start, no time"),
        pytest.param(medal("Cia Oster", "silver", 2029), "refuted", id="did not start, no medal"),
        pytest.param(place("Dea Palm", 3, 2029), "refuted", id="struck out: no place any more"),
        pytest.param(mark("Dea Palm", "40:02.0", 2029), "not_enough_info", id="the time was run all the same"),
        pytest.param(place("Fia Rask", 1, 2031), "refuted", id="won by another"),
        pytest.param(place("Fia Rask", 2, 2031), "refuted", id="second was another"),
        pytest.param(mark("Fia Rask", "41:05.0", 2031), "refuted", id="no better time than the second's"),
        pytest.param(mark("Fia Rask", "41:15.0", 2031), "not_enough_info", id="perhaps the third's"),
        pytest.param(place("Fia Rask", 3, 2031), "not_enough_info", id="who was third is not known"),
        pytest.param(place("Fia Rask", "at least 3", 2031), "not_enough_info", id="perhaps no start at all"),
        pytest.param(mark("Fia Rask", "41:20.0", 2031), "not_enough_info", id="the field is not complete"),
        pytest.param(medal("Fia Rask", "gold", 2031), "refuted", id="gold is another's"),
        pytest.param(medal("Fia Rask", "bronze", 2031), "not_enough_info", id="bronze may be hers"),
        pytest.param(medal("Fia Rask", "none", 2031), "not_enough_info", id="or none"),
        pytest.param(place("Ada Lind", 1, 2030), "refuted", id="no holding in that year"),
        pytest.param(medal("Ada Lind", "gold", 2030), "refuted", id="no holding, no medal"),
        pytest.param(place("Ada Lind", 1, 2027), "not_enough_info", id="held a year late under the name of the year"),
        pytest.param(place("Ada Lind", 1, 2033), "not_enough_info", id="beyond the list of holdings"),
    ],
)
def test_verdict(truth: Truth, claim: dict[str, Any], verdict: str) -> None:
    (finding,) = judge(truth, claim, published=PUBLISHED)
    assert finding.verdict == verdict, finding.message


@pytest.mark.parametrize(
    "places, claimed, verdict",
    [
        pytest.param((1, 2), 1, "refuted", id="the second place that follows shows that one has won"),
        pytest.param((1, 2), 2, "not_enough_info", id="who else was second is not known"),
        pytest.param((1, 3), 1, "not_enough_info", id="two may have won"),
        pytest.param((2, 3), 1, "not_enough_info", id="who won is not known"),
    ],
)
def test_places_at_a_height_are_often_shared(places: tuple[int, int], claimed: int, verdict: str) -> None:
    rows = [
        {"who": who, "place": place, "mark": "1.90m"}
        for who, place in zip(("Ada Lind", "Bea Norr"), places, strict=True)
    ]
    jump = {"id": "15km", "name": "15 km", "measure": "height", "better": "higher", "plausible": ["1.00m", "2.60m"]}
    world = WORLD | {"events": [jump], "races": [race("cup-2031", *rows)]}
    (finding,) = judge(Truth(msgspec.convert(world, Pack)), place("Fia Rask", claimed, 2031), published=PUBLISHED)
    assert finding.verdict == verdict, finding.message


def test_before_it_was_struck_out_a_result_stands(truth: Truth) -> None:
    (finding,) = judge(truth, place("Dea Palm", 3, 2029), published="2029-03-01")
    assert finding.verdict == "supported"


@pytest.mark.parametrize(
    "claim, words",
    [
        (place("Cia Oster", 4, 2029), "did not start"),
        (place("Dea Palm", 3, 2029), "struck out"),
        (place("Fia Rask", 2, 2031), "Ada Lind, Bea Norr in the first 2 places"),
        (place("Fia Rask", 4, 2029), "was not in the"),
    ],
)
def test_the_finding_says_why(truth: Truth, claim: dict[str, Any], words: str) -> None:
    (finding,) = judge(truth, claim, published=PUBLISHED)
    assert words in finding.message
    assert finding.suggestion == ""


@pytest.mark.parametrize(
    "days, events, verdict",
    [
        pytest.param(9, ("15km",), "refuted", id="no longer event"),
        pytest.param(1, ("15km",), "refuted", id="no longer event on the one day"),
        pytest.param(9, ("15km", "30km"), "refuted", id="several days: the event's name is that of its race"),
        pytest.param(1, ("15km", "30km"), "not_enough_info", id="perhaps on the way in the longer race of the day"),
    ],
)
def test_who_was_not_in_the_race_may_have_been_timed_on_the_way(
    days: int, events: tuple[str, ...], verdict: str
) -> None:
    table = [WORLD["events"][0] | {"id": one, "name": f"{one[:2]} km", "metres": int(one[:2]) * 1000} for one in events]
    end = {"start": "2029-02-04", "end": "2029-02-04"} if days == 1 else {}
    world = WORLD | {"events": table, "editions": [holding(2029, **end)], "races": WORLD["races"][:1]}
    (finding,) = judge(Truth(msgspec.convert(world, Pack)), mark("Fia Rask", "40:05.0", 2029), published=PUBLISHED)
    assert finding.verdict == verdict


@pytest.mark.parametrize("status", ["DNS", "started"])
def test_a_day_on_which_one_race_was_run_and_another_not_started_tells_neither(status: str) -> None:
    """Without an event the words may mean either race."""
    another = race("cup-2029", {"who": "Cia Oster", "place": 1, "mark": "40:09.0"}, sex="women", round="final")
    another["event"] = "30km"
    events = [*WORLD["events"], WORLD["events"][0] | {"id": "30km", "name": "30 km"}]
    every = {"id": "races", "covers": "races", "athletes": ["cia-oster"], "start": "2028", "end": "2030"}
    complete = [*WORLD["completeness"], every | {"indoor_too": True, "text": "every race", "sources": ["book"]}]
    world = WORLD | {"events": events, "races": [WORLD["races"][0], another], "completeness": complete}
    claim = {"kind": "start", "athlete": "Cia Oster", "status": status, "scope": {"on": "4 February 2029"}}
    (finding,) = judge(Truth(msgspec.convert(world, Pack)), claim, published=PUBLISHED)
    assert finding.verdict == "not_enough_info"
    assert "started" in finding.message
