"""Lists as rule books have them: one for indoors and out, marks that cannot be records, marks taken on the way."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from tiny_pack import DATA, complete, person, race, ran, record
from weighing import judge_claim

from harness.truth.index import Truth
from harness.truth.lint import lint
from harness.truth.pack import Pack


def vaulted(where: str, day: str, athlete: str, mark: str, *, indoor: bool = False, **more: Any) -> Any:
    row = race(None, "pole-vault", "final", day, ran(athlete, mark, 1, **more), city=where)
    return {**row, "sex": "women", "indoor": indoor}


def steep(day: str, athlete: str, mark: str, place: int = 1, **more: Any) -> Any:
    return race(None, "marathon", "final", day, ran(athlete, mark, place, **more), city="Hollow")


WHOLE = {"events": ["pole-vault"], "sex": "women", "down_to": "4.60"}
PACK: dict[str, Any] = {
    **DATA,
    "events": [
        *DATA["events"],
        {"id": "pole-vault", "name": "pole vault", "measure": "height", "better": "higher",
         "plausible": ["2.50", "5.50"]},
        {"id": "marathon", "name": "marathon", "measure": "time", "better": "lower", "metres": 42195,
         "plausible": ["1:55:00", "6:00:00"]},
        {"id": "10km", "name": "10 km", "measure": "time", "better": "lower", "metres": 10000,
         "plausible": ["25:00", "1:30:00"]},
    ],
    "athletes": [
        *DATA["athletes"],
        person("ada-high", "Ada High", "NOR", "1995-01-01", "Bergen, Norway", "women"),
        person("bea-barr", "Bea Barr", "GBR", "1996-01-01", "Leeds, Great Britain", "women"),
        person("cat-pole", "Cat Pole", "KEN", "1997-01-01", "Nairobi, Kenya", "women"),
        person("max-hill", "Max Downe", "GBR", "1990-01-01", "Leeds, Great Britain"),
        person("rex-flat", "Rex Flatt", "KEN", "1991-01-01", "Nairobi, Kenya"),
    ],
    "races": [
        *DATA["races"],
        vaulted("Glasgow", "2024-02-10", "ada-high", "4.95", indoor=True),
        vaulted("Rome", "2024-07-01", "ada-high", "4.90"),
        vaulted("Lyon", "2024-01-20", "bea-barr", "4.93", indoor=True),
        vaulted("Rome", "2023-07-01", "bea-barr", "4.70"),
        vaulted("Oslo", "2024-06-01", "cat-pole", "4.85"),
        steep("2023-04-17", "max-hill", "2:01:00", ineligible="the course falls by more than a metre a kilometre"),
        steep("2022-09-25", "rex-flat", "2:01:30"),
        race(None, "10km", "final", "2022-09-25", ran("rex-flat", "28:30"), city="Hollow", en_route=True),
    ],
    "records": [
        *DATA["records"],
        {**record("world", None, "pole-vault", "4.95", "ada-high", "2024-02-10", None, indoor=True), "sex": "women"},
        record("world", None, "marathon", "2:01:30", "rex-flat", "2022-09-25", None),
    ],
    "completeness": [
        *DATA["completeness"],
        complete("vaulters", "athletes", "2024-01-01", "2024-08-31", **WHOLE, indoor_too=True),
        complete("marathons", "athletes", "2024-01-01", "2024-08-31", events=["marathon"], sex="men",
                 down_to="2:02:00"),
    ],
}  # fmt: skip

BOTH = Truth(msgspec.convert(PACK, Pack))
_OUTDOORS = [{**row, "indoor_too": False} if row["id"] == "vaulters" else row for row in PACK["completeness"]]
TWO_LISTS = Truth(msgspec.convert({**PACK, "completeness": _OUTDOORS}, Pack))

VAULT = {"event": "pole vault", "sex": "women"}
OUTDOORS = VAULT | {"indoor": False}
MARATHON = {"event": "marathon", "sex": "men"}


def rank(athlete: str, number: Any, scope: Any = VAULT, **fields: Any) -> dict[str, Any]:
    return {"kind": "rank", "athlete": athlete, "rank": number, "scope": scope, **fields}


def best(athlete: str, mark: str, scope: Any = VAULT) -> dict[str, Any]:
    return {"kind": "record", "level": "personal", "athlete": athlete, "mark": mark, "scope": scope}


def held(athlete: str, mark: str, scope: Any, level: str = "world") -> dict[str, Any]:
    return {"kind": "record", "level": level, "athlete": athlete, "mark": mark, "scope": scope}


def ran_in(mark: str, event: str) -> dict[str, Any]:
    scope = {"event": event, "sex": "men", "on": "25 September 2022"}
    return {"kind": "mark", "athlete": "Flatt", "mark": mark, "scope": scope}


@pytest.mark.parametrize("claim, verdict", [
    # One list for indoors and out: High 4.95 (i), Barr 4.93 (i), Pole 4.85.
    (rank("High", 1, mark="4.95m"), "supported"),
    (rank("Barr", 2, mark="4.93m"), "supported"),
    (rank("Pole", 2), "refuted"),
    (rank("Pole", 3), "supported"),
    (best("Barr", "4.93m"), "supported"),
    (best("Barr", "4.70m"), "refuted"),
    (held("High", "4.95m", VAULT), "supported"),  # the world record was set indoors
    # "Outdoors", where the words say so: High 4.90, Pole 4.85, Barr 4.70.
    (rank("High", 1, OUTDOORS, mark="4.90m"), "supported"),
    (rank("Pole", 2, OUTDOORS), "supported"),
    (rank("Barr", 2, OUTDOORS), "refuted"),
    (best("Barr", "4.70m", OUTDOORS), "supported"),
    (best("Barr", "4.93m", OUTDOORS), "refuted"),
    (rank("Barr", 2, VAULT | {"indoor": True}), "supported"),  # the one list has all indoor marks too
    # A mark that lists take in cannot always be a record.
    (rank("Downe", 1, MARATHON, mark="2:01:00"), "supported"),
    (rank("Flatt", 1, MARATHON), "refuted"),
    (held("Flatt", "2:01:30", MARATHON), "supported"),
    (held("Downe", "2:01:00", MARATHON), "refuted"),
    # A mark taken on the way through a longer race.
    (ran_in("28:30", "10 km"), "supported"),
    (ran_in("28:40", "10 km"), "refuted"),
    (ran_in("28:30", "marathon"), "refuted"),
    ({"kind": "place", "athlete": "Flatt", "place": 1, "scope": {"event": "10 km", "on": "25 September 2022"}},
     "not_enough_info"),  # nobody wins at a point on the way
])  # fmt: skip
def test_where_the_event_has_one_list(claim: dict[str, Any], verdict: str) -> None:
    assert judge_claim(claim, BOTH, "2024-08-20").verdict == verdict


@pytest.mark.parametrize("claim, verdict", [
    (rank("High", 1, mark="4.90m"), "supported"),
    (rank("Pole", 2), "supported"),
    (best("Barr", "4.70m"), "supported"),
])  # fmt: skip
def test_where_it_has_one_for_each(claim: dict[str, Any], verdict: str) -> None:
    assert judge_claim(claim, TWO_LISTS, "2024-08-20").verdict == verdict


def test_lint_takes_an_ineligible_mark_for_no_better_record() -> None:
    eligible = [race if race["event"] != "marathon" else {**race, "results": [
        {name: value for name, value in result.items() if name != "ineligible"} for result in race["results"]
    ]} for race in PACK["races"]]  # fmt: skip
    complaint = "2:01:30 was no world record"
    assert complaint not in str(lint(msgspec.convert(PACK, Pack)))
    assert complaint in str(lint(msgspec.convert({**PACK, "races": eligible}, Pack)))
