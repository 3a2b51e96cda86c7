"""harness truth diff: the facts that another pack adds, removes and changes, and the verdicts that turn with them."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from arden import PACK, World

from harness.curate.difference import Changed, Difference, difference
from harness.truth.index import Truth
from harness.truth.pack import Pack

Data = dict[str, Any]
FINAL = "results arden-games-2024/1500m/final"


def truth(change: Callable[[Data], Any] = lambda data: None) -> Truth:
    data = copy.deepcopy(PACK)
    change(data)
    return Truth(msgspec.convert(data, Pack))


def slower(data: Data) -> None:
    data["races"][0]["results"][1] |= {"mark": "3:31.20"}


def spread_and_turned(data: Data) -> None:
    """The same facts in another order, a race in two entries."""
    race = data["races"][0]
    data["races"] = [race | {"results": [result]} for result in reversed(race["results"])]
    data["athletes"].reverse()


TABLE = {"edition": "arden-games-2024", "date": "2024-06-02", "sources": ["book"],
         "rows": [{"nation": "GBR", "gold": 1, "silver": 0, "bronze": 0}]}  # fmt: skip
RECORD = {"level": "world", "event": "1500m", "sex": "men", "mark": "3:30.12", "athlete": "peter-holt",
          "date": "2024-06-02", "sources": ["book"]}  # fmt: skip

BOTH = (f"{FINAL}/anders-berg", f"{FINAL}/peter-holt")
DIFFERENCES = [
    ("nothing", lambda data: None, Difference()),
    ("the order of rows", spread_and_turned, Difference()),
    ("a mark", slower, Difference(changed=(Changed(f"{FINAL}/anders-berg", {"mark": ("3:31.00", "3:31.20")}),))),
    ("a result less", lambda data: data["races"][0]["results"].pop(), Difference(removed=(f"{FINAL}/anders-berg",))),
    ("a word of the race", lambda data: data["races"][0].pop("finishers_complete"),
     Difference(changed=tuple(Changed(one, {"race finishers_complete": (True, None)}) for one in BOTH))),
    ("a source of a race", lambda data: data["races"][0].update(sources=[]),
     Difference(changed=tuple(Changed(one, {"sources": (["book"], [])}) for one in BOTH))),
    ("an athlete", lambda data: data["athletes"][0].update(born="1999-02-04"),
     Difference(changed=(Changed("athletes anders-berg", {"born": ("1999-02-03", "1999-02-04")}),))),
    ("a table", lambda data: data.update(medal_tables=[TABLE]),
     Difference(added=("medal_tables arden-games-2024/medal-table/gbr",))),
    ("a record", lambda data: data.update(records=[RECORD]),
     Difference(added=("records record/world/1500m/2024-06-02",))),
    ("two records of one day", lambda data: data.update(records=[RECORD, RECORD | {"sex": "women"}]),
     Difference(added=("records record/world/1500m/2024-06-02", "records record/world/1500m/2024-06-02 #2"))),
    ("a statement", lambda data: data.update(completeness=[]), Difference(removed=("completeness arden-medals",))),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), [row[1:] for row in DIFFERENCES], ids=[row[0] for row in DIFFERENCES])
def test_facts(change: Callable[[Data], Any], expected: Difference) -> None:
    found = difference(truth(), truth(change))
    assert found == expected
    back = difference(truth(change), truth())
    assert (back.added, back.removed) == (found.removed, found.added)
    assert bool(found) == (expected != Difference())


def write_second(world: World, change: Callable[[Data], Any]) -> None:
    data = copy.deepcopy(PACK)
    change(data)
    (world.root / "second").mkdir()
    world.write("second/pack.json", data)


def test_verdicts_turn_and_say_why(world: World) -> None:
    write_second(world, slower)
    run = world.run("truth", "diff", "truth", "second", "claims")
    assert (run.returncode, run.stderr) == (1, "")
    assert run.stdout == (
        "facts: 0 added, 0 removed, 1 changed\n"
        "~ results arden-games-2024/1500m/final/anders-berg\n"
        "    mark: 3:31.00 -> 3:31.20\n"
        "verdicts: 1 of 6 changed\n"
        "~ arden/berg-mark: supported -> refuted\n"
        "    claim berg-mark\n"
        "    known: 3:31.00 -> 3:31.20\n"
        "    why: printed 3:31.00, the ground truth has 3:31.20\n"
        "    by: results arden-games-2024/1500m/final/anders-berg\n"
    )


def test_verdicts_that_open_name_what_is_gone(world: World) -> None:
    write_second(world, lambda data: data["races"][0]["results"].pop(0))
    data = json.loads((world.root / "second/pack.json").read_text())
    data["completeness"] = []
    del data["races"][0]["finishers_complete"]
    world.write("second/pack.json", data)
    run = world.run("truth", "diff", "truth", "second", "claims", "--format", "json")
    assert run.returncode == 1
    told = json.loads(run.stdout)
    assert told["facts"]["removed"] == ["completeness arden-medals", f"{FINAL}/peter-holt"]
    turned = {one["claim"]: one for one in told["verdicts"]}
    assert turned["holt-won"]["after"] == "not_enough_info"
    assert turned["holt-won"]["facts"] == [f"{FINAL}/peter-holt"]
    assert "the ground truth has no result of Peter Holt" in turned["holt-won"]["why"]


def test_without_claims_the_facts_are_shown(world: World) -> None:
    write_second(world, slower)
    run = world.run("truth", "diff", "truth", "second")
    assert run.returncode == 1
    assert "verdicts" not in run.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("truth", "truth", "claims"), 0, "facts: 0 added, 0 removed, 0 changed\nverdicts: 0 of 6 changed\n"),
        (("truth", "nowhere"), 2, "the ground truth cannot be read"),
        (("truth", "truth", "nothing"), 5, "nothing to check"),
        (("truth", "truth", "claims/broken.json"), 2, "broken.json:1:2"),
        (("truth",), 2, "Missing argument 'SECOND'"),
    ],
    ids=["the same", "no pack", "no claims", "a broken claim file", "one pack"],
)
def test_exit_codes(arguments: tuple[str, ...], code: int, message: str, world: World) -> None:
    (world.root / "nothing").mkdir()
    if "claims/broken.json" in arguments:
        world.write("claims/broken.json", "[")
    run = world.run("truth", "diff", *arguments)
    assert (run.returncode, message in run.stdout + run.stderr) == (code, True), run.stdout + run.stderr


def test_it_can_be_written_to_a_file(world: World) -> None:
    run = world.run("truth", "diff", "truth", "truth", "--output", "diff.txt")
    assert (run.returncode, run.stdout) == (0, "")
    assert (world.root / "diff.txt").read_text() == "facts: 0 added, 0 removed, 0 changed\n"
