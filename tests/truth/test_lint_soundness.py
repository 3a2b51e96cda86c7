"""Lint: members, timings and horizons that cannot be."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from harness.truth.lint import lint
from harness.truth.pack import Pack

RESULT: dict[str, Any] = {"athlete": "team", "place": 1, "mark": "38.50"}
PACK: dict[str, Any] = {
    "sources": [{"id": "book", "title": "Book", "family": "book"}],
    "nations": [{"id": "CHI", "name": "Chile", "area": "South America"}],
    "events": [{"id": "relay", "name": "4x100 m", "measure": "time", "better": "lower", "plausible": ["36.00", "50.00"],
                "metres": 400, "team": True}],
    "athletes": [{"id": name, "name": name.title(), "sex": "men", "nations": [{"value": "CHI"}], "sources": ["book"]}
                 for name in ("team", "ana", "beto", "caro", "dino", "eva")],
    "races": [{"event": "relay", "sex": "men", "date": "2023-05-05", "city": "Talca", "round": "final",
               "sources": ["book"], "results": [RESULT]}],
    "records": [{"level": "national", "of": "CHI", "event": "relay", "sex": "men", "mark": "38.50", "athlete": "team",
                 "date": "2023-05-05", "sources": ["book"]}],
}  # fmt: skip


def flaws(result: dict[str, Any] | None = None, **changes: Any) -> list[str]:
    race = {**PACK["races"][0], "results": [{**RESULT, **(result or {})}]}
    pack = msgspec.convert({**PACK, "races": [race], **changes}, Pack)
    return [f"{flaw.path}: {flaw.message}" for flaw in lint(pack)]


def test_a_sound_pack_has_none() -> None:
    horizon = {"of": "records", "until": "2023-05-05", "sources": ["book"]}
    assert flaws({"members": ["ana", "beto", "caro", "dino"], "net": "38.40"}, horizons=[horizon]) == []


@pytest.mark.parametrize(
    ("result", "words"),
    [
        ({"members": ["ana", "nobody"]}, "members[1]: 'nobody' is not an athlete"),
        ({"members": ["ana", "beto", "ana"]}, "members[2]: Ana has a leg already"),
        ({"members": ["ana", "beto", "caro", "dino", "eva"]}, "members[4]: 5 members of a relay of 4 legs"),
        (
            {"annulled": {"start": "2023-09-09", "end": "2023-08-08", "why": "a bag left behind", "sources": ["book"]}},
            "annulled: ends before it begins",
        ),
        (
            {"annulled": {"start": "2023-01-01", "why": "a bag left behind", "sources": ["book"]}},
            "annulled.start: struck out on 2023-01-01, before the race of 2023-05-05",
        ),
        ({"members": ["team"]}, "members[0]: Team is the team itself"),
        ({"net": "38.60"}, "net: 38.60 from the start line is more than 38.50 from the gun"),
        ({"net": "fast"}, "net: not a time: fast"),
        ({"mark": "38.50h"}, "mark: 38.50h: a time by hand has no hundredths"),
    ],
)
def test_what_cannot_be_is_named(result: dict[str, Any], words: str) -> None:
    assert any(words in flaw for flaw in flaws(result)), flaws(result)


def test_who_has_a_leg_is_no_starter_of_the_race() -> None:
    race = {**PACK["races"][0], "results": [{**RESULT, "members": ["ana"]}, {"athlete": "ana", "mark": "39.00"}]}
    assert "races[0].results[0].members[0]: Ana is entered as a starter of the team's race" in flaws(races=[race])


def test_how_many_legs_a_relay_has_may_be_told_by_the_pack() -> None:
    """Its name says four, and there is no other place for five than an event that says so."""
    five = [{**PACK["events"][0], "legs": 5}]
    members = {"members": ["ana", "beto", "caro", "dino", "eva"]}
    assert flaws(members, events=five) == []
    assert "races[0].results[0].members[4]: 5 members of a relay of 4 legs" in flaws(members)


def test_a_horizon_before_a_record() -> None:
    horizon = {"of": "records", "until": "2022", "sources": ["book"]}
    assert any("vouched for up to 2022-12-31 only" in flaw for flaw in flaws(horizons=[horizon]))
    row = {**PACK["records"][0], "vouched_until": "2021-12-31"}
    assert any("vouched for up to 2021-12-31 only" in flaw for flaw in flaws(records=[row]))


TABLE: dict[str, Any] = {"edition": "games-2022", "date": "2022-08-11", "sources": ["book"],
                         "rows": [{"nation": "CHI", "gold": 1, "silver": 0, "bronze": 0}]}  # fmt: skip
GAMES: dict[str, Any] = {
    "competitions": [{"id": "games", "name": "Games", "level": "olympic", "medals": True}],
    "editions": [{"id": "games-2022", "competition": "games", "name": "Games 2022", "start": "2022-08-01",
                  "end": "2022-08-11", "sources": ["book"]}],
}  # fmt: skip


def test_a_horizon_before_a_medal_table_and_before_a_life() -> None:
    horizon = {"of": "medal tables", "until": "2022-08-10", "sources": ["book"]}
    expected = "medal_tables[0]: of 2022-08-11, and medal tables are vouched for up to 2022-08-10 only"
    assert expected in flaws(horizons=[horizon], medal_tables=[TABLE], **GAMES)
    moved = {**PACK["athletes"][1], "nations": [{"value": "CHI", "start": "2022-01-01"}], "vouched_until": "2021"}
    expected = "athletes[1].nations[0].start: since 2022-01-01, and the athlete is vouched for up to 2021-12-31 only"
    assert expected in flaws(athletes=[PACK["athletes"][0], moved, *PACK["athletes"][2:]])
    closed = {**moved, "nations": [{"value": "CHI", "start": "2022-01-01", "end": "2023"}]}
    assert flaws(athletes=[PACK["athletes"][0], closed, *PACK["athletes"][2:]]) == []


def test_a_horizon_of_no_source() -> None:
    horizon = {"of": "records", "until": "2024", "source": "papers", "sources": ["book"]}
    assert any(flaw.startswith("horizons[0].source") for flaw in flaws(horizons=[horizon])), flaws(horizons=[horizon])
