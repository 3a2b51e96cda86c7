"""Statements of completeness, the one licence to conclude from absence: what each takes in, and where it ends.

Every table starts from one statement and one question that it answers; each row changes one of the two.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest
from tiny_pack import DATA, race, ran

from harness.records.model import Setting
from harness.truth import completeness
from harness.truth.index import Truth
from harness.truth.pack import Pack

Changes = dict[str, Any]


def day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def truth_with(*races: Any, **statement: Any) -> Truth:
    """The names of the tiny pack with these races for its own, and one statement."""
    stated = {"id": "all", "start": "2010", "end": "2024-07", "text": "all", "sources": ["book"], **statement}
    return Truth(msgspec.convert({**DATA, "races": [*races], "records": [], "completeness": [stated]}, Pack))


def asked(setting: Setting, changes: Changes) -> Setting:
    return msgspec.structs.replace(setting, **changes)


NOW = day("2024-07-01")
FIRST, LAST = day("2010-01-01"), day("2024-07-31")
MENS_1500M = Setting(event="1500m", sex="men", indoor=False)


MEDALS: Changes = {"covers": "medals", "events": ["1500m"], "sex": "men", "competition": "games",
                   "none_before": True}  # fmt: skip
MEDALS_ASKED = msgspec.structs.replace(MENS_1500M, competition="games")


@pytest.mark.parametrize(
    "stated, setting, licensed",
    [
        ({}, {}, True),
        ({}, {"sex": None}, False),  # of men and women nothing is said
        ({}, {"sex": "women"}, False),
        ({}, {"event": None}, False),
        ({}, {"event": "mile"}, False),
        ({"events": ["mile", "1500m"]}, {}, True),
        ({}, {"competition": "worlds"}, False),
        ({}, {"competition": None}, False),  # wherever there are medals: no statement is of that
        ({}, {"edition": "games-2016"}, True),
        ({}, {"edition": "worlds-2019", "competition": "worlds"}, False),
        ({}, {"competition": None, "level": "global championship"}, False),  # the worlds are missing
        ({"start": "2016-08-12"}, {}, True),
        ({"start": "2016-08-12", "none_before": False}, {}, False),  # it is the first that the pack knows, and no more
        ({"start": "2016-08-12", "none_before": False}, {"start": day("2016-08-12")}, True),
        ({"start": "2016-08-13", "none_before": False}, {"edition": "games-2020"}, True),
        ({"end": "2021-08-08"}, {"edition": "games-2020"}, True),
        ({"end": "2021-08-07"}, {"edition": "games-2020"}, False),
        ({"end": "2024-06"}, {}, False),
    ],
)
def test_every_medal(stated: Changes, setting: Changes, licensed: bool) -> None:
    truth = truth_with(**{**MEDALS, **stated})
    found = completeness.medals(truth, asked(MEDALS_ASKED, setting), NOW)
    assert found == (("all",) if licensed else None)


@pytest.mark.parametrize(
    "setting, disputed, licensed",
    [
        ({}, False, True),
        ({}, True, True),  # it lies in the scope, whichever place it was
        ({"medal": "gold"}, False, True),
        ({"medal": "gold"}, True, False),
        ({"place": 1}, False, True),
        ({"place": 1}, True, False),
    ],
)
def test_every_medal_of_a_place_needs_settled_places(setting: Changes, disputed: bool, licensed: bool) -> None:
    row = {"athlete": "anders-berg", "place": 1}
    doubt = {"disputes": [{"field": "place", "value": "2", "sources": ["book"]}]} if disputed else {}
    final = {"edition": "games-2020", "event": "1500m", "sex": "men", "round": "final", "date": "2021-08-07",
             "results": [row | doubt], "sources": ["book"]}  # fmt: skip
    every = {"id": "all", "start": "2010", "end": "2024-07", "text": "all", "sources": ["book"]} | MEDALS
    truth = Truth(msgspec.convert({**DATA, "races": [final], "records": [], "completeness": [every]}, Pack))
    found = completeness.medals(truth, asked(MEDALS_ASKED, setting), NOW)
    assert found == (("all",) if licensed else None)


def test_of_several_events_one_statement_each_will_do() -> None:
    each = [
        {"id": f"of-{event}", "start": "2010", "end": "2024-07", "text": "all", "sources": ["book"]}
        | {**MEDALS, "events": [event]}
        for event in ("1500m", "mile")
    ]
    truth = Truth(msgspec.convert({**DATA, "races": [], "records": [], "completeness": each}, Pack))
    both = asked(MEDALS_ASKED, {"event": None, "events": ("1500m", "mile")})
    assert completeness.medals(truth, both, NOW) == ("of-1500m", "of-mile")
    assert completeness.medals(truth, asked(both, {"events": ("1500m", "long-jump")}), NOW) is None


def test_a_statement_in_words() -> None:
    truth = truth_with(**MEDALS, text="Every medal of the men's 1500 m.")
    (said,) = completeness.statements(truth, {"all", "gone"})
    assert (said.id, said.summary) == ("all", "Every medal of the men's 1500 m.")
    assert said.sources == ("The Book of Races (https://example.org/book)",)
    assert completeness.statements(truth, ()) == ()


def test_a_level_takes_one_statement_a_competition() -> None:
    both = [
        {"id": f"of-{one}", "start": "2010", "end": "2024-07", "text": "all", "sources": ["book"]}
        | {**MEDALS, "competition": one}
        for one in ("games", "worlds")
    ]
    truth = Truth(msgspec.convert({**DATA, "races": [], "completeness": both}, Pack))
    everywhere = msgspec.structs.replace(MENS_1500M, level="global championship")
    assert completeness.medals(truth, everywhere, NOW) == ("of-games", "of-worlds")
    assert completeness.medals(truth, asked(everywhere, {"level": "major championship"}), NOW) is None


LISTS: Changes = {"covers": "marks", "events": ["1500m"], "sex": "men", "down_to": "3:30.00"}
JUMPS: Changes = {"events": ["long-jump"], "sex": "women", "down_to": "7.00m"}
OF_2024: Changes = {"start": day("2024-01-01"), "end": day("2024-12-31")}


@pytest.mark.parametrize(
    "stated, setting, mark, licensed",
    [
        ({}, {}, None, True),
        ({}, {}, 210_000, True),  # 3:30.00: the last mark on the list
        ({}, {}, 210_001, False),
        (JUMPS, {"event": "long-jump", "sex": "women"}, 7000, True),
        (JUMPS, {"event": "long-jump", "sex": "women"}, 6999, False),
        ({"covers": "athletes"}, {}, None, False),
        ({}, {"event": "mile"}, None, False),
        ({}, {"event": None}, None, False),
        ({}, {"sex": None}, None, False),
        ({}, {"sex": "women"}, None, False),
        ({}, {"indoor": True}, None, False),
        ({"indoor": True}, {"indoor": True}, None, True),
        ({"indoor": True}, {}, None, False),
        ({}, {"nation": "NOR"}, None, True),  # a list of everybody has all Norwegians
        ({"nation": "NOR"}, {"nation": "NOR"}, None, True),
        ({"nation": "NOR"}, {"nation": "GBR"}, None, False),
        ({"nation": "NOR"}, {}, None, False),
        ({}, OF_2024, None, True),
        ({"season": 2024}, OF_2024, None, True),
        ({"season": 2023}, OF_2024, None, False),
        ({"season": 2024}, {}, None, False),
        ({"season": 2024}, {**OF_2024, "start": day("2023-12-31")}, None, False),
        ({"start": "2024-07-01"}, {}, None, True),  # the day that is asked about
        ({"start": "2024-07-02"}, {}, None, False),
        ({"end": "2024-07-01"}, {}, None, True),
        ({"end": "2024-06-30"}, {}, None, False),
        ({"down_to": "all"}, {}, None, False),
    ],
)
def test_every_mark(stated: Changes, setting: Changes, mark: int | None, licensed: bool) -> None:
    truth = truth_with(**{**LISTS, **stated})
    found = completeness.listed(truth, "marks", asked(MENS_1500M, setting), mark, NOW)
    assert (found is not None) == licensed


@pytest.mark.parametrize(
    "setting, mark, licensed",
    [
        ({}, "3:29.00", True),
        ({"nation": "NOR"}, "3:29.00", False),  # he may be a Norwegian
        ({"area": "Europe"}, "3:29.00", False),
        ({"nation": "NOR"}, None, True),
    ],
)
def test_a_list_of_a_nation_needs_everybodys_nation(setting: Changes, mark: str | None, licensed: bool) -> None:
    stranger = {"id": "a-stranger", "name": "A Stranger", "sex": "men", "sources": ["book"]}
    ran = {"athlete": "a-stranger", "place": 1} | ({"mark": mark} if mark else {})
    meeting = {
        "event": "1500m",
        "sex": "men",
        "round": "final",
        "date": "2020-06-01",
        "city": "Oslo",
        "sources": ["book"],
    }
    names = {**DATA, "athletes": [*DATA["athletes"], stranger], "races": [meeting | {"results": [ran]}], "records": []}
    every = {"id": "all", "start": "2010", "end": "2024-07", "text": "all", "sources": ["book"]} | LISTS
    truth = Truth(msgspec.convert({**names, "completeness": [every]}, Pack))
    found = completeness.listed(truth, "marks", asked(MENS_1500M, setting), None, NOW)
    assert (found is not None) == licensed


@pytest.mark.parametrize(
    "event, sex, marks",
    [("1500m", "men", ("3:30.00", "3:32.00", "3:31.00")), ("long-jump", "women", ("7.00m", "6.80m", "6.90m"))],
)
def test_the_deepest_list_is_told(event: str, sex: str, marks: tuple[str, ...]) -> None:
    rows = [
        {"id": f"list-{number}", "start": "2010", "end": "2024-07", "text": "all", "sources": ["book"]}
        | {"covers": "marks", "events": [event], "sex": sex, "down_to": mark}
        for number, mark in enumerate(marks)
    ]
    truth = Truth(msgspec.convert({**DATA, "races": [], "completeness": rows}, Pack))
    found = completeness.listed(truth, "marks", Setting(event=event, sex=sex, indoor=False), None, NOW)
    assert found is not None
    assert found[0].down_to == marks[1]


RACES: Changes = {"covers": "races", "events": ["1500m"], "athletes": ["anders-berg"]}
RACES_ASKED = msgspec.structs.replace(MENS_1500M, start=FIRST, indoor=False)


@pytest.mark.parametrize(
    "stated, setting, licensed",
    [
        ({}, {}, True),
        ({}, {"start": None}, False),  # since ever: that is before any statement
        ({}, {"start": FIRST - 1}, False),
        ({}, {"start": FIRST + 1}, True),
        ({"start": "2021-07-30"}, {"start": None, "edition": "games-2020"}, True),
        ({"start": "2021-07-31"}, {"start": None, "edition": "games-2020"}, False),
        ({"end": "2024-06-30"}, {}, False),
        ({"end": "2024-06-30"}, {"end": day("2024-06-30")}, True),
        ({"end": "2021-08-08"}, {"edition": "games-2020"}, True),
        ({"end": "2021-08-07"}, {"edition": "games-2020"}, False),
        ({"athletes": ["ben-clark"]}, {}, False),
        ({}, {"event": "mile"}, False),
        ({}, {"event": None}, False),
        ({"events": []}, {"event": None}, True),  # no events are all events
        ({"events": []}, {}, True),
        ({}, {"indoor": True}, False),
        ({}, {"indoor": None}, False),
        ({"indoor": True}, {"indoor": True}, True),
        ({"indoor": True}, {}, False),
        ({"indoor_too": True}, {"indoor": None}, True),
        ({"indoor_too": True}, {"indoor": True}, True),
    ],
)
def test_every_race_of_an_athlete(stated: Changes, setting: Changes, licensed: bool) -> None:
    truth = truth_with(**{**RACES, **stated})
    found = completeness.races(truth, "anders-berg", asked(RACES_ASKED, setting), NOW)
    assert found == ("all" if licensed else None)


MEETINGS: Changes = {"covers": "meetings", "events": ["1500m"], "athletes": ["anders-berg", "ben-clark"]}
PAIR = ("ben-clark", "anders-berg")
MEETINGS_ASKED = msgspec.structs.replace(MENS_1500M, start=FIRST)


@pytest.mark.parametrize(
    "stated, setting, licensed",
    [
        ({}, {}, True),
        ({}, {"start": None}, False),
        ({"none_before": True}, {"start": None}, True),
        ({"none_before": True}, {"start": FIRST - 1}, True),
        ({}, {"start": FIRST - 1}, False),
        ({"none_before": True, "end": "2024-06-30"}, {"start": None}, False),
        ({"athletes": ["anders-berg", "cyrus-koech"]}, {}, False),
        ({"athletes": ["anders-berg", "ben-clark", "cyrus-koech"]}, {}, True),
        ({}, {"event": "mile"}, False),
        ({}, {"event": None}, False),
        ({"events": []}, {"event": None}, True),
    ],
)
def test_every_meeting_of_two(stated: Changes, setting: Changes, licensed: bool) -> None:
    truth = truth_with(**{**MEETINGS, **stated})
    found = completeness.meetings(truth, PAIR, asked(MEETINGS_ASKED, setting), NOW)
    assert found == ("all" if licensed else None)


@pytest.mark.parametrize("other, licensed", [("anders-berg", False), ("cyrus-koech", True)])
def test_of_a_meeting_that_may_be_to_come_the_number_is_open(other: str, licensed: bool) -> None:
    """Clark's race was in the month that has begun, perhaps after the day: a meeting only with who was in it."""
    held = race(
        None, "1500m", "final", "2024-07", ran("ben-clark", "3:30.00", 1), ran(other, "3:31.00", 2), city="Oslo"
    )
    found = completeness.meetings(truth_with(held, **MEETINGS), PAIR, MEETINGS_ASKED, NOW)
    assert found == ("all" if licensed else None)


FINALS: Changes = {"covers": "finals", "athletes": ["anders-berg"], "levels": ["olympic", "world", "world indoor"]}
FINALS_ASKED = msgspec.structs.replace(MENS_1500M, start=FIRST, level="global championship")


@pytest.mark.parametrize(
    "stated, setting, licensed",
    [
        ({}, {}, True),
        ({"levels": ["olympic", "world"]}, {}, False),
        ({"levels": ["olympic", "world", "world indoor", "continental"]}, {}, True),
        ({}, {"level": "major championship"}, False),
        ({}, {"level": None}, False),
        ({}, {"level": None, "competition": "games"}, True),
        ({"levels": ["olympic"]}, {"level": None, "competition": "games"}, True),
        ({"levels": ["olympic"]}, {"level": None, "competition": "worlds"}, False),
        ({}, {"level": None, "competition": "euros"}, False),
        ({"levels": ["olympic"]}, {"level": None, "start": None, "edition": "games-2020"}, True),
        ({"levels": [], "competition": "games"}, {"level": None, "competition": "games"}, True),
        ({"levels": [], "competition": "games"}, {"level": None, "start": None, "edition": "games-2020"}, True),
        ({"levels": [], "competition": "games"}, {}, False),
        ({}, {"start": None}, False),
        ({"none_before": True}, {"start": None}, True),
        ({"athletes": ["ben-clark"]}, {}, False),
        ({"events": ["mile"]}, {}, False),
        ({"events": ["1500m"]}, {"event": None}, False),
    ],
)
def test_every_final_of_an_athlete(stated: Changes, setting: Changes, licensed: bool) -> None:
    truth = truth_with(**{**FINALS, **stated})
    found = completeness.finals(truth, "anders-berg", asked(FINALS_ASKED, setting), NOW)
    assert found == ("all" if licensed else None)


@pytest.mark.parametrize(
    "competition, start, as_of, licensed",
    [
        ("games", FIRST, NOW, True),
        ("games", FIRST - 1, NOW, False),
        ("games", FIRST, LAST, True),
        ("games", FIRST, LAST + 1, False),
        ("games", None, NOW, True),  # any edition before the day is enough
        ("games", None, FIRST - 1, False),
        ("worlds", FIRST, NOW, False),
    ],
)
def test_every_edition(competition: str, start: int | None, as_of: int, licensed: bool) -> None:
    truth = truth_with(covers="editions", competition="games")
    assert completeness.editions(truth, competition, start, as_of) == ("all" if licensed else None)
