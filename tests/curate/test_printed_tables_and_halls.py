"""harness truth add: places and marks as tables print them, and whether a race was indoors, which its holding says."""

from __future__ import annotations

from typing import Any

import pytest
from arden import World
from test_truth_add import FINAL, OSLO, add, added, open_field, pack_files


def printed(rows: str) -> str:
    return "place,athlete,mark\n" + rows


@pytest.mark.parametrize(
    ("rows", "results"),
    [
        ("1.,Peter Holt,3:27.79 NR\n2.,Anders Berg,3:28.10 PB\n",
         [("peter-holt", 1, "3:27.79", None), ("anders-berg", 2, "3:28.10", None)]),
        ("T1,Peter Holt,3:27.79 WR\nT1,Anders Berg,3:27.79 WR\n",
         [("peter-holt", 1, "3:27.79", None), ("anders-berg", 1, "3:27.79", None)]),
        ("=1,Peter Holt,3:28.0h\n1=,Anders Berg,3:28.0h\n",
         [("peter-holt", 1, "3:28.0h", None), ("anders-berg", 1, "3:28.0h", None)]),
        ("1st,Peter Holt,3:27.79 =SB\nDNF,Anders Berg,\n",
         [("peter-holt", 1, "3:27.79", None), ("anders-berg", None, None, "DNF")]),
        ("1.,Peter Holt,3:27.79\n,Anders Berg,DQ\n",
         [("peter-holt", 1, "3:27.79", None), ("anders-berg", None, None, "DQ")]),
        ("1.,Peter Holt,3:27.79\n-,Anders Berg,DNS\n",
         [("peter-holt", 1, "3:27.79", None), ("anders-berg", None, None, "DNS")]),
    ],
)  # fmt: skip
def test_places_and_marks_as_tables_print_them(world: World, rows: str, results: list[tuple[Any, ...]]) -> None:
    run = add(world, printed(rows), *OSLO)
    assert (run.returncode, run.stderr) == (0, "")
    [race] = added(world)["races"]
    told = [(row["athlete"], row.get("place"), row.get("mark"), row.get("status")) for row in race["results"]]
    assert sorted(told, key=str) == sorted(results, key=str)


def roof(world: World) -> None:
    """Arden's holding under a roof, its final with it."""
    pack = added(world, "pack.json")
    pack["editions"][0]["indoor"] = pack["races"][0]["indoor"] = True
    pack["completeness"] = []
    world.write("truth/pack.json", pack)


@pytest.mark.parametrize(
    ("roofed", "rows", "said"),
    [
        (False, "athlete,mark,indoor\nAnders Berg,3:31.00,yes\n", "Arden Games 2024 was outdoors"),
        (False, "athlete,mark\nAnders Berg,3:31.00i\n", "contradicts the indoor of the row, no"),
        (True, "athlete,mark,indoor\nAnders Berg,3:31.00,no\n", "Arden Games 2024 was indoors"),
    ],
)
def test_a_row_that_contradicts_the_roof_of_its_holding_is_refused(
    world: World, roofed: bool, rows: str, said: str
) -> None:
    if roofed:
        roof(world)
    else:
        open_field(world)
    before = pack_files(world)
    run = add(world, rows, *FINAL)
    assert run.returncode != 0
    assert said in run.stderr
    assert pack_files(world) == before


@pytest.mark.parametrize("column", ["", "yes"])
def test_a_race_of_a_holding_under_a_roof_was_indoors(world: World, column: str) -> None:
    roof(world)
    heat = [option.replace("round=final", "round=heat 1") for option in FINAL]
    run = add(world, f"place,athlete,mark,indoor\n1,Anders Berg,3:35.00,{column}\n", *heat)
    assert (run.returncode, run.stderr) == (0, "")
    [race] = added(world)["races"]
    assert race["indoor"] is True
