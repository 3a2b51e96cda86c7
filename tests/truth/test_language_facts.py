"""Facts behind parts of combined events, attempts, entries, totals and numbered editions."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from harness.records.model import Setting
from harness.truth.index import Truth
from harness.truth.lint import lint
from harness.truth.on_the_way import keys_of, metres_of
from harness.truth.pack import Pack
from harness.values import exactly

Data = dict[str, Any]

# A heptathlon of three parts and a long jump; nothing in it is true.
CLEAN = """
{
 "sources": [{"id": "book", "title": "The book", "family": "book"}],
 "nations": [{"id": "NOR", "name": "Norway", "area": "Europe"}],
 "events": [
  {"id": "triathlon", "name": "triathlon", "measure": "points", "better": "higher", "plausible": ["1000", "4000"]},
  {"id": "triathlon-hurdles", "name": "triathlon hurdles", "measure": "time", "better": "lower",
   "plausible": ["11.00", "20.00"], "part_of": "triathlon", "same_as": "hurdles", "day": 1},
  {"id": "triathlon-high-jump", "name": "triathlon high jump", "measure": "height", "better": "higher",
   "plausible": ["1.20", "2.20"], "part_of": "triathlon", "day": 1},
  {"id": "triathlon-800m", "name": "triathlon 800 m", "measure": "time", "better": "lower",
   "plausible": ["1:50", "3:30"], "part_of": "triathlon", "day": 2},
  {"id": "hurdles", "name": "hurdles", "measure": "time", "better": "lower", "plausible": ["11.00", "20.00"],
   "metres": 100},
  {"id": "long-jump", "name": "long jump", "measure": "distance", "better": "higher", "plausible": ["4.00", "9.50"],
   "sport": "athletics"},
  {"id": "1500m", "name": "1500 m", "measure": "time", "better": "lower", "plausible": ["3:20", "6:00"],
   "metres": 1500},
  {"id": "relay", "name": "2x400 m relay", "measure": "time", "better": "lower", "plausible": ["1:40", "4:00"],
   "team": true}],
 "athletes": [
  {"id": "ada", "name": "Ada", "sex": "women", "nations": [{"value": "NOR"}], "sources": ["book"]},
  {"id": "bea", "name": "Bea", "sex": "women", "nations": [{"value": "NOR"}], "sources": ["book"],
   "died": "2024-01-05"},
  {"id": "club", "name": "The Club", "sex": "women", "sources": ["book"]}],
 "competitions": [{"id": "cup", "name": "Cup", "level": "world", "medals": true},
  {"id": "tour", "name": "Tour", "level": "meeting"}],
 "editions": [
  {"id": "cup-2020", "competition": "cup", "name": "Cup 2020", "start": "2020-07-01", "end": "2020-07-03",
   "number": 4, "series": ["tour"], "sources": ["book"]},
  {"id": "cup-2022", "competition": "cup", "name": "Cup 2022", "start": "2022-07-01", "end": "2022-07-03",
   "number": 5, "sources": ["book"]}],
 "races": [
  {"event": "relay", "sex": "women", "date": "2022-07-02", "edition": "cup-2022", "round": "final",
   "sources": ["book"], "results": [{"athlete": "club", "place": 1, "mark": "3:10.00", "members": ["ada", "bea"],
    "legs": ["1:34.5", "1:35.50"]}]},
  {"event": "triathlon", "sex": "women", "date": "2020-07-02", "edition": "cup-2020", "round": "final",
   "sources": ["book"], "results": [
    {"athlete": "ada", "place": 1, "mark": "3100", "splits": {"triathlon-hurdles": "1000"},
     "order": {"triathlon-hurdles": 2}},
    {"athlete": "bea", "place": 2, "mark": "3090", "splits": {"triathlon-hurdles": "1040"},
     "order": {"triathlon-hurdles": 1}}]},
  {"event": "triathlon-hurdles", "sex": "women", "date": "2020-07-01", "edition": "cup-2020", "round": "final",
   "sources": ["book"], "results": [{"athlete": "bea", "place": 1, "mark": "13.10"},
    {"athlete": "ada", "place": 2, "mark": "13.40"}]},
  {"event": "long-jump", "sex": "women", "date": "2020-07-03", "edition": "cup-2020", "round": "final",
   "sources": ["book"], "results": [
    {"athlete": "ada", "place": 1, "mark": "6.50", "attempts": ["6.30", "x", "6.50", "-"]}]},
  {"event": "1500m", "sex": "women", "date": "2022-07-02", "edition": "cup-2022", "round": "final",
   "sources": ["book"], "results": [{"athlete": "ada", "place": 1, "overall": 3, "mark": "4:10.00",
     "splits": {"2lap": "2:15.0"}, "order": {"bell": 2}},
    {"athlete": "bea", "status": "DNF", "stopped": "800m", "pacemaker": true}]}],
 "entries": [{"athlete": "bea", "edition": "cup-2022", "event": "1500m", "status": "entered", "date": "2022-06-01",
  "sources": ["book"]}],
 "records": [{"level": "world", "event": "relay", "sex": "women", "mark": "3:10.00", "athlete": "club",
   "date": "2022-07-02", "ratified": "2022-09", "unratified_until": "2022-08-01", "sources": ["book"]}],
 "completeness": [{"id": "records-of-ada", "covers": "records", "level": "world", "athletes": ["ada"],
   "start": "2010", "end": "2022", "text": "every world record of Ada", "sources": ["book"]}],
 "totals": [{"athlete": "ada", "of": "titles", "count": 7, "date": "2022-07-03", "sources": ["book"]},
  {"of": "nations", "count": 12, "edition": "cup-2022", "date": "2022-07-03", "sources": ["book"]}]
}
"""


def statement(**fields: Any) -> Data:
    return {"id": "all", "start": "2020", "end": "2024", "text": "all of it", "sources": ["book"], **fields}


def clean() -> Data:
    data: Data = json.loads(CLEAN)
    return data


def legs(data: Data) -> Data:
    """The relay's one result."""
    result: Data = data["races"][0]["results"][0]
    return result


def truth() -> Truth:
    return Truth(msgspec.convert(clean(), Pack))


def test_a_clean_pack_has_no_flaw() -> None:
    assert lint(msgspec.convert(clean(), Pack)) == []


@pytest.mark.parametrize(
    ("spoil", "path", "message"),
    [
        (lambda data: data["events"][1].update(part_of="decathlon"), "events[1].part_of", "'decathlon' is none of"),
        (lambda data: data["events"][5].update(part_of="triathlon-800m"), "events[5].part_of", "is a part itself"),
        (lambda data: data["events"][2].update(same_as="hurdles"), "events[2].same_as", "measured in another way"),
        (lambda data: data["events"][5].update(day=2), "events[5]", "only a part of a combined event"),
        (
            lambda data: data["races"][1]["results"][0].update(splits={"long-jump": "900"}),
            "races[1].results[0].splits.long-jump",
            "not on the way in triathlon",
        ),
        (
            lambda data: data["races"][4]["results"][0].update(order={"1600m": 1}),
            "races[4].results[0].order.1600m",
            "not on the way in 1500 m",
        ),
        (
            lambda data: data["races"][3]["results"][0].update(attempts=["6.30", "6.40"]),
            "races[3].results[0].attempts",
            "the best of them is not 6.50",
        ),
        (
            lambda data: data["races"][4]["results"][0].update(attempts=["4:10.00"]),
            "races[4].results[0].attempts",
            "not a field event",
        ),
        (lambda data: data["races"][4]["results"][0].update(stopped="800m"), "races[4].results[0].stopped", "finished"),
        (lambda data: data["races"][1]["results"][1].update(overall=1), "races[1].results[1].overall", "among some"),
        (lambda data: legs(data).update(legs=["1:34.5"]), "races[0].results[0].legs", "1 legs of 2 members"),
        (lambda data: legs(data).update(legs=["1:34.5", "1:36.00"]), "races[0].results[0].legs", "not come to 3:10"),
        (lambda data: legs(data).update(legs=["1:34.5", "soon"]), "races[0].results[0].legs[1]", "not a time"),
        (lambda data: legs(data).update(members=["ada", "cyd"]), "races[0].results[0].members[1]", "is not an athlete"),
        (lambda data: data["races"][4]["results"][0].update(legs=["1"]), "races[4].results[0].legs", "is not a relay"),
        (lambda data: data["records"][0].update(ratified="2022-06"), "records[0].ratified", "before it was set"),
        (
            lambda data: data["records"][0].update(unratified_until="2022-10-01"),
            "records[0].unratified_until",
            "it was ratified on 2022-09",
        ),
        (lambda data: data["records"][0].update(ratified="2022-14"), "records[0].ratified", "no such date"),
        (lambda data: data["records"][0].update(women_only=True, sex="men"), "records[0].women_only", "is one of men"),
        (lambda data: data["completeness"][0].pop("level"), "completeness[0].level", "records of which level"),
        (lambda data: data["completeness"][0].update(athletes=[]), "completeness[0].athletes", "records of whom"),
        (lambda data: data["athletes"][1].update(died="2020-01-01"), "races[1].results[1].athlete", "died in 2020"),
        (lambda data: data["editions"][1].update(number=4), "editions[1].number", "before it has number 4"),
        (lambda data: data["editions"][0].update(series=["league"]), "editions[0].series", "none of the competitions"),
        (lambda data: data["totals"][0].update(nation="NOR"), "totals[0]", "one athlete or one nation"),
        (lambda data: data["totals"][1].pop("edition"), "totals[1].edition", "of one edition"),
        (lambda data: data["totals"][0].update(sources=[]), "totals[0]", "no source"),
        (lambda data: data["totals"][0].update(group="rowing"), "totals[0].group", "no event is of the group or sport"),
        (lambda data: data["totals"][0].update(of="gold", count=2), "totals[0].count", "won 4 gold in the results"),
        (
            lambda data: data["totals"].append({**data["totals"][0], "count": 6, "date": "2023"}),
            "totals[2].count",
            "7 titles were counted on 2022-07-03 already",
        ),
        (
            lambda data: data["races"][2]["results"][0].update(members=["bea"], attempts=[]),
            "races[2].event",
            "is not an event of teams",
        ),
        (
            lambda data: data.update(completeness=[statement(covers="totals", competition="cup", down_to="many")]),
            "completeness[0].down_to",
            "how many medals or golds at least",
        ),
        (
            lambda data: data.update(completeness=[statement(covers="bests", athletes=["ada"])]),
            "completeness[0].events",
            "the best of which event",
        ),
        (
            lambda data: data.update(completeness=[statement(covers="medals", competition="cup", group="rowing")]),
            "completeness[0].group",
            "no event is of the group or sport",
        ),
        (
            lambda data: data.update(
                completeness=[statement(covers="races", athletes=["ada"], start="2021-01-01", none_before=True)]
            ),
            "completeness[0].none_before",
            "came before 2021-01-01",
        ),
        (lambda data: data["entries"][0].update(athlete="cyd"), "entries[0].athlete", "none of the athletes"),
    ],
)
def test_every_flaw_is_named_at_its_place(spoil: Callable[[Data], None], path: str, message: str) -> None:
    data = clean()
    spoil(data)
    flaws = lint(msgspec.convert(data, Pack))
    assert [flaw for flaw in flaws if flaw.path == path and message in flaw.message], flaws


def test_a_part_is_no_race_of_its_own_and_counts_on_the_open_list() -> None:
    facts, day = truth(), 800_000
    everywhere = Setting(competition="cup")
    assert {one.event for one in facts.matching(everywhere, day)} == {"triathlon", "long-jump", "1500m", "relay"}
    part = facts.matching(Setting(event="triathlon-hurdles"), day)
    assert [(one.athlete, one.gives_medals, one.medal_as_of(day)) for one in part] == [
        ("ada", False, None),
        ("bea", False, None),
    ]
    assert facts.matching(Setting(event="hurdles"), day) == []
    listed = facts.matching(Setting(event="hurdles"), day, en_route=True)
    assert sorted(one.athlete for one in listed) == ["ada", "bea"]


def test_an_edition_belongs_to_each_of_its_series() -> None:
    assert [edition.id for edition in truth().editions_by_competition["tour"]] == ["cup-2020"]


def test_attempts_by_round() -> None:
    jump = truth().matching(Setting(event="long-jump"), 800_000)[0]
    assert jump.attempts == (exactly(6300), None, exactly(6500), None)


@pytest.mark.parametrize(
    ("event", "indoor", "point", "keys"),
    [
        ("1500m", False, "-1lap", ("1100m", "bell")),
        ("1500m", False, "-400m", ("1100m", "bell")),
        ("1500m", True, "-1lap", ("1300m", "bell")),
        ("1500m", False, "2lap", ("800m", "2lap")),
        ("1500m", False, "800m", ("800m", "2lap")),
        ("1500m", False, "2quarter", ("750m",)),
        ("1500m", False, "-2000m", ()),
        ("triathlon", False, "2part", ("triathlon-high-jump",)),
        ("triathlon", False, "day1", ("triathlon-high-jump",)),
        ("triathlon", False, "triathlon-hurdles", ("triathlon-hurdles",)),
        ("triathlon", False, "4part", ()),
        ("triathlon", False, "800m", ()),
    ],
)
def test_where_a_point_on_the_way_is_kept(event: str, indoor: bool, point: str, keys: tuple[str, ...]) -> None:
    assert keys_of(truth(), event, indoor, point) == keys


def test_how_far_a_point_is() -> None:
    facts = truth()
    points = ("start", "2lap", "-200m", "finish")
    assert [metres_of(facts, "1500m", False, point) for point in points] == [0, 800, 1300, 1500]
