"""Events that a table brings: what their marks are, which marks they can have, and that a rerun finds them again."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_pack import HALL, Pack

from harness.curate import catalogue
from harness.curate.mark_notations import read_mark_cell
from harness.curate.new_events import SeenMark, as_event, measure_of

SOURCE = ("--set", "sources=list", "--set", "sex=women", "--new", "events")


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return Pack(tmp_path)


def _seen(*marks: str, places: bool = False) -> list[SeenMark]:
    return [SeenMark(mark, ("a race",), str(place) if places else "None") for place, mark in enumerate(marks, 1)]


MEASURES = [
    ("clock times", "Skating", _seen("1:12.30", "1:13.11"), ("time", "0:57", "1:49")),
    ("times of day out of a database", "Swim", _seen("00:06:31.800000", "00:06:45.200000"), ("time", "5:13", "10:07")),
    ("most of them without a time", "Swim", _seen("00:06:31.800000", "Did not finish", "DQ"), ("time", "5:13", "9:47")),
    ("the quicker are in front", "Skating", _seen("36.33", "36.50", "37.10", places=True), ("time", "0:29", "0:55")),
    ("the greater are in front", "Toss", _seen("20.10", "19.50", places=True), ("distance", "15.60", "30.15")),
    ("metres, said so", "Toss", _seen("20.10m", "19.50m"), ("distance", "15.60", "30.15")),
    ("with what stands beside them", "Toss", _seen("6.92m NR", "6.80m", "6.70 m"), ("distance", "5.36", "10.38")),
    ("a race over a length", "Skating 500 metres", _seen("36.33", "37.10"), ("time", "0:29", "0:55")),
    ("counts", "Archery", _seen("650", "671"), ("points", "520", "1006")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "marks", "expected"), [row[1:] for row in MEASURES], ids=[row[0] for row in MEASURES])
def test_the_marks_tell_the_measure(name: str, marks: list[SeenMark], expected: tuple[str, ...]) -> None:
    row = measure_of(name, marks)
    assert row is not None
    assert (row["measure"], *row["plausible"]) == expected
    assert row["better"] == ("lower" if row["measure"] == "time" else "higher")


@pytest.mark.parametrize("name", ["Skeleton", "Diving 10 metre platform", "Shooting 10 m air rifle"])
def test_bare_decimals_tell_nothing_and_are_asked_about(name: str, pack: Pack) -> None:
    """36.33 may be seconds, metres or points: taken for metres, the slowest had been the best."""
    table = f"event,athlete,athlete_nation,mark\n{name},Ida Berg,NOR,36.33\n{name},Eva Moe,NOR,37.10\n"
    run = pack.add(table, *HALL, *SOURCE)
    assert run.code == 2
    assert "nothing tells whether its marks are seconds, metres or points: harness truth new event" in run.err
    run = pack.run("truth", "new", "event", name, "--measure", "time", "--plausible", "20", "60", "--truth", "pack")
    assert (run.code, run.err) == (0, "")
    assert pack.add(table, *HALL, *SOURCE).code == 0


def test_an_event_that_folds_into_another_is_found_again(pack: Pack) -> None:
    table = "event,athlete,athlete_nation,place\n"
    table += "Wrestling Middleweight,Ida Berg,NOR,1\nWrestling Middleweight A,Eva Moe,NOR,1\n"
    assert pack.add(table, *HALL, *SOURCE).code == 0
    run = pack.add(table, *HALL, *SOURCE)
    assert (run.code, run.err) == (0, "")
    assert run.out.endswith("2 rows there already: nothing to do\n")


# Marks that were: world records of today, of juniors with lighter implements, and of the oldest who ever competed.
REAL = [
    ("marathon", "2:00:35"), ("half-marathon", "56:42"), ("5km", "12:49"), ("10km", "26:24"), ("1500m", "3:26.00"),
    ("5000m", "12:35.36"), ("35km-race-walk", "2:20:43"), ("4x100m", "36.84"), ("pole-vault", "6.30"),
    ("hammer-throw", "87.82"), ("shot-put", "24.45"), ("javelin-throw", "104.80"), ("discus-throw", "75.56"),
    ("100m", "42.22"), ("100m", "1:02.95"), ("1500m", "16:46.41"), ("javelin-throw", "5.12"), ("long-jump", "1.07"),
    ("4x400m", "12:41.69"), ("1500m-freestyle", "1:15:54.39"), ("marathon", "8:11:06"),
    ("marathon-wheelchair", "1:17:47"),
]  # fmt: skip


@pytest.mark.parametrize(("event", "mark"), REAL)
def test_a_mark_that_was_is_within_the_band(event: str, mark: str) -> None:
    row = next(known for known in catalogue.events().values() if known.id == event)
    assert read_mark_cell(mark, as_event(row.row())) == {"mark": mark}


CLASSES = [("800m", "T54", "1:29.34"), ("long-jump", "T63", "2.10"), ("100m", "W105", "35.20")]


@pytest.mark.parametrize(("event", "category", "mark"), CLASSES)
def test_a_class_has_a_band_of_its_own(event: str, category: str, mark: str, pack: Pack) -> None:
    """A racing chair is quicker over 800 m than any runner."""
    table = f"athlete,athlete_nation,mark,category\nIda Berg,NOR,{mark},{category}\n"
    run = pack.add(table, "--set", f"event={event}", *HALL, *SOURCE)
    assert (run.code, run.err) == (0, "")
