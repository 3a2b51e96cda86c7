"""Times without a unit, in claims: sub-13 over 5000 m is minutes; of no event in particular, each unit is judged."""

from __future__ import annotations

import msgspec
import pytest
from judging import judge

from harness.truth.index import Truth
from harness.truth.pack import Pack

PUBLISHED = "2022-01-10"


def event(id_, shortest, longest, metres):
    return {
        "id": id_, "name": id_, "measure": "time", "better": "lower", "plausible": [shortest, longest],
        "metres": metres,
    }  # fmt: skip


def race(edition, event, date, **marks):
    rows = [{"athlete": who, "mark": mark, "place": place} for place, (who, mark) in enumerate(marks.items(), start=1)]
    return {
        "edition": edition, "event": event, "sex": "men", "round": "final", "date": date, "results": rows,
        "finishers_complete": True, "sources": ["book"],
    }  # fmt: skip


def runner(id_, name):
    return {"id": id_, "name": name, "sex": "men", "nations": [{"value": "GBR"}], "sources": ["book"]}


def meeting(year):
    return {
        "id": f"cup-{year}", "competition": "cup", "name": f"Severn Cup {year}", "start": f"{year}-06-01",
        "end": f"{year}-06-01", "city": "Thornby", "nation": "GBR", "sources": ["book"],
    }  # fmt: skip


WORLD = {
    "sources": [{"id": "book", "title": "Book", "family": "book"}],
    "nations": [{"id": "GBR", "name": "Great Britain", "area": "Europe", "demonyms": ["British"]}],
    "events": [
        event("5000m", "12:20", "20:00", 5000), event("mile", "3:36", "6:00", 1609),
        event("marathon", "2:00:00", "6:00:00", 42195),
    ],
    "athletes": [runner("arlo", "Arlo Vane"), runner("bert", "Bert Rusk")],
    "competitions": [{"id": "cup", "name": "Severn Cup", "level": "meeting"}],
    "editions": [meeting(2020), meeting(2021)],
    "races": [
        race("cup-2020", "5000m", "2020-06-01", arlo="12:55.10", bert="13:04.00"),
        race("cup-2021", "5000m", "2021-06-01", arlo="12:58.30", bert="12:59.90"),
        race("cup-2020", "mile", "2020-06-01", bert="3:58.20", arlo="4:02.00"),
        race("cup-2021", "mile", "2021-06-01", bert="3:28.00"),  # in a world of its own
        race("cup-2020", "marathon", "2020-06-01", arlo="2:04:35", bert="2:05:10"),
    ],
    "completeness": [
        {"id": "races", "covers": "races", "athletes": ["arlo", "bert"], "start": "1990",
         "end": "2021-12-31", "indoor_too": True, "text": "every race of both", "sources": ["book"]},
        {"id": "list", "covers": "marks", "events": ["5000m"], "sex": "men", "down_to": "13:10", "start": "1990",
         "end": "2021-12-31", "text": "every time under 13:10", "sources": ["book"]},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def truth() -> Truth:
    return Truth(msgspec.convert(WORLD, Pack))


def mark(who, mark, event="5000m", year=2020, **more):
    return {
        "kind": "mark", "athlete": who, "mark": mark, "scope": {"event": event, "competition": f"Severn Cup {year}"},
        **more,
    }  # fmt: skip


def times_under(mark, count, event="5000m"):
    scope = {"event": event, "after": "1 January 2020", "until": "31 December 2021"}
    return {
        "kind": "count", "athlete": "Bert Rusk", "of": "races", "count": count, "all": {"mark": mark}, "scope": scope,
    }  # fmt: skip


def first(mark, who="Arlo Vane", year=2020, **more):
    scope = {"event": "5000m", "competition": f"Severn Cup {year}", **more}
    return {"kind": "since", "athlete": who, "feat": {"mark": mark}, "scope": scope}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (mark("Arlo Vane", "sub-13"), "supported"),
        (mark("Bert Rusk", "sub-13"), "refuted"),
        (mark("Bert Rusk", "under 14"), "supported"),
        (mark("Bert Rusk", "just over 13"), "supported"),
        (mark("Arlo Vane", "just over 13"), "refuted"),
        (mark("Arlo Vane", "13", hedge="inside"), "supported"),
        (mark("Bert Rusk", "sub-four", event="mile"), "supported"),
        (mark("Arlo Vane", "sub-4", event="mile"), "refuted"),
        (mark("Bert Rusk", "four minutes", event="mile"), "supported"),
        (mark("Bert Rusk", "four minutes", event="mile", year=2021), "not_enough_info"),  # 3:28 is not four minutes
        (mark("Bert Rusk", "about four minutes", event="mile", year=2021), "refuted"),
        (mark("Arlo Vane", "2h04", event="marathon"), "supported"),
        (mark("Arlo Vane", "two hours four", event="marathon"), "supported"),
        (mark("Arlo Vane", "2:04", event="marathon"), "supported"),
        (mark("Arlo Vane", "2h 6", event="marathon"), "refuted"),
        (mark("Arlo Vane", "sub-2:05", event="marathon"), "supported"),
        (mark("Bert Rusk", "sub-2h05", event="marathon"), "refuted"),
        (mark("Arlo Vane", "1h59", event="marathon"), "refuted"),
        (times_under("under 14", 2), "supported"),
        (times_under("sub-13", 2), "refuted"),  # one of them was not
        (first("sub-13", sex="men"), "supported"),
        (first("sub-13"), "not_enough_info"),  # no list tells what women have run
        (first("sub-13", "Bert Rusk", 2021), "refuted"),  # Vane was, the year before
    ],
)
def test_bounds_without_a_unit(truth: Truth, claim: dict[str, object], verdict: str) -> None:
    (finding,) = judge(truth, claim, published=PUBLISHED)
    assert finding.verdict == verdict, finding.message


def test_what_no_event_tells_is_judged_in_every_unit(truth: Truth) -> None:
    """Under 13 minutes he was, under 13 seconds or hours nobody: the readings differ, and the finding lists them."""
    claim = mark("Arlo Vane", "sub-13")
    claim["scope"] = {"competition": "Severn Cup 2020", "on": "1 June 2020"}
    (finding,) = judge(truth, claim, published=PUBLISHED)
    assert finding.verdict == "not_enough_info"
    assert "'sub-13' is sub-13 minutes" in finding.message
