"""harness truth add: results into a pack, row by row; what is there stays as it is, and no pack is left broken."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from typing import Any, NamedTuple
from unittest import mock

import pytest
from arden import World
from systems import needs_devices

from harness.cli.main import main


class Run(NamedTuple):
    """How the command ended and what it printed."""

    returncode: int
    stdout: str
    stderr: str


RACE = ("--set", "event=1500m", "--set", "sex=men", "--set", "sources=book")
OSLO = (*RACE, "--set", "city=Oslo", "--set", "date=2024-07-01")
FINAL = (*RACE, "--set", "edition=arden-games-2024", "--set", "date=2024-06-02", "--set", "round=final")


def add(world: World, rows: str | bytes, *arguments: str) -> Run:
    path = world.root / "in.csv"
    path.write_bytes(rows if isinstance(rows, bytes) else rows.encode())
    return run_here(world, "truth", "add", "--truth", "truth", "--from", "in.csv", *arguments)


def run_here(world: World, *arguments: str) -> Run:
    """The command in the world's folder, in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(world.root), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = 0
        try:
            with mock.patch.object(sys, "argv", ["harness", *arguments]):
                main()
        except SystemExit as stop:
            code = int(stop.code or 0)
    return Run(code, out.getvalue(), err.getvalue())


def pack_files(world: World) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((world.root / "truth").iterdir())}


def added(world: World, file: str = "results-added.json") -> Any:
    return json.loads((world.root / "truth" / file).read_text(encoding="utf-8"))


def open_field(world: World) -> None:
    """Arden's final without the word that every starter is there, and without Berg's place."""
    pack = added(world, "pack.json")
    del pack["races"][0]["finishers_complete"]
    del pack["races"][0]["results"][1]["place"]
    pack["completeness"] = []
    world.write("truth/pack.json", pack)


def test_a_new_race_is_written_in_the_layout_of_packs_and_loads(world: World) -> None:
    before = pack_files(world)
    run = add(world, "place,athlete,mark,split 800m\n2,Anders Berg,3:30.50,\n1,peter-holt,3:30.00,1:51.9\n", *OSLO)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == (
        "results-added.json\n"
        "  1500 metres men, Oslo 2024-07-01\n"
        "  +   2  Anders Berg  3:30.50\n"
        "  +   1  Peter Holt  3:30.00\n"
        "2 changes: written\n"
    )
    assert (world.root / "truth/results-added.json").read_text() == (
        '{\n "schema_version": "0.2.0",\n "races": [\n'
        '  {"event": "1500m", "sex": "men", "date": "2024-07-01", "city": "Oslo", "sources": ["book"], "results": [\n'
        '    {"athlete": "peter-holt", "place": 1, "mark": "3:30.00", "splits": {"800m": "1:51.9"}},\n'
        '    {"athlete": "anders-berg", "place": 2, "mark": "3:30.50"}\n'
        "  ]}\n ]\n}\n"
    )
    after = pack_files(world)
    assert {name: after[name] for name in before} == before
    assert world.run("truth", "lint", "truth").returncode == 0


def test_a_dry_run_shows_the_same_and_writes_nothing(world: World) -> None:
    before, rows = pack_files(world), "athlete,mark\nAnders Berg,3:30.50\n"
    run = add(world, rows, *OSLO, "--dry-run")
    assert run.returncode == 0
    assert run.stdout.endswith("1 change: would be written (dry run)\n")
    assert pack_files(world) == before


def test_races_stand_in_order_of_their_days(world: World) -> None:
    rows = "athlete,mark,date\nAnders Berg,3:30.50,2024-07-03\nAnders Berg,3:31.50,2024-07-01\n"
    assert add(world, rows, *RACE, "--set", "city=Oslo").returncode == 0
    assert (
        add(
            world, "athlete,mark\nAnders Berg,3:32.50\n", *RACE, "--set", "city=Oslo", "--set", "date=2024-07-02"
        ).returncode
        == 0
    )
    assert [race["date"] for race in added(world)["races"]] == ["2024-07-01", "2024-07-02", "2024-07-03"]


# what is put into the good row, its column, and the beginning of the reason
GOOD = {"athlete": "Peter Holt", "mark": "3:30.00", "place": "1", "date": "2024-07-01", "sources": "book",
        "athlete_nation": "GBR"}  # fmt: skip
REFUSED = [
    ("a letter off", {"athlete": "Peter Hold"}, 1, "'Peter Hold': is it Peter Holt (peter-holt, born 1998-06-01)?"),
    ("a letter short", {"athlete": "Peter Hol"}, 1, "'Peter Hol': is it Peter Holt (peter-holt, born 1998-06-01)?"),
    ("a family name only", {"athlete": "Holt"}, 1, "'Holt': is it Peter Holt (peter-holt, born 1998-06-01)?"),
    ("another given name", {"athlete": "Andrew Berg"}, 1, "the pack has no 'Andrew Berg'"),
    ("a stranger", {"athlete": "Zé Quim"}, 1, "the pack has no 'Zé Quim': --new-athletes adds"),
    ("too fast", {"mark": "2:30.00"}, 12, "2:30.00 cannot be a mark of 1500 metres (3:20 to 6:00)"),
    ("no mark", {"mark": "fast"}, 12, "'fast' is not an exact time"),
    ("a hedged mark", {"mark": "about 3:30"}, 12, "'about 3:30' is not an exact time"),
    ("no place", {"place": "first"}, 20, "'first' is not a place"),
    ("day and month in some order", {"date": "01/07/2024"}, 22,
     "'01/07/2024' is 2024-07-01 or 2024-01-07: --format FIELD=DD/MM/YYYY or MM/DD/YYYY says which"),
    ("a year of two digits", {"date": "25/7/24"}, 22, "'25/7/24': of which century?"),
    ("a season in words", {"date": "some July"}, 22, "'some July' is not a date such as"),
    ("no such day", {"date": "2024-06-31"}, 22, "there is no such date: 2024-06-31"),
    ("no source", {"sources": ""}, 1, "no source: a fact without one is not taken"),
    ("an unknown source", {"sources": "book;web"}, 33, "'web' is none of the pack's sources"),
    ("no nation", {"athlete_nation": "XYZ"}, 38, "the ground truth has no nation"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "column", "why"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_refused_row_is_told_by_line_column_and_reason(
    change: dict[str, str], column: int, why: str, world: World
) -> None:
    before = pack_files(world)
    rows = [",".join(GOOD), "Anders Berg,3:30.50,2,2024-07-01,book,NOR", ",".join((GOOD | change).values())]
    run = add(world, "\n".join(rows), "--set", "event=1500m", "--set", "sex=men", "--set", "city=Oslo")
    (field,) = change
    assert run.returncode == 2
    assert run.stderr.startswith(f"in.csv:3:{column}: {field}: {why}"), run.stderr
    assert run.stderr.count("\n") == 1
    assert run.stdout.endswith("1 change, 1 row refused: nothing is written\n")
    assert pack_files(world) == before


def test_another_nation_is_asked_about(world: World) -> None:
    """Whether it is the known athlete, who changed, or another of that name, nothing in the row tells."""
    run = add(world, "athlete,mark,athlete_nation\nPeter Holt,3:30.00,NOR\n", *OSLO, "--new-athletes")
    assert run.stderr == (
        "in.csv:2:1: athlete: 'Peter Holt' (of NOR): is it Peter Holt (peter-holt, born 1998-06-01)? Answer once, with"
        " --same 'Peter Holt (men, NOR)=peter-holt' or --another 'Peter Holt (men, NOR)'\n"
    )


def test_a_row_of_another_length(world: World) -> None:
    run = add(world, "athlete,mark\nAnders Berg\n", *OSLO)
    assert run.stderr == "in.csv:2:1: row: the header has 2 columns, this row 1\n"


def test_all_that_is_wrong_with_a_row_is_told_at_once(world: World) -> None:
    run = add(world, "athlete,mark,place,date\nPeter Holt,2:30.00,0,1/7/2024\n", *RACE, "--set", "city=Oslo")
    assert [line.split(": ")[1] for line in run.stderr.splitlines()] == ["mark", "place", "date"]


def test_with_partial_the_good_rows_are_written(world: World) -> None:
    run = add(world, "athlete,mark\nAnders Berg,3:30.50\nPeter Hold,3:30.00\n", *OSLO, "--partial")
    assert run.returncode == 1
    assert "in.csv:3:1: athlete" in run.stderr
    assert run.stdout.endswith("1 change, 1 row refused: written\n")
    assert [row["athlete"] for row in added(world)["races"][0]["results"]] == ["anders-berg"]


def test_one_athlete_twice_in_a_file_with_one_result_is_one(world: World) -> None:
    run = add(world, "athlete,mark,place\nAnders Berg,3:30.50,\nAnders Berg,3:30.50,2\n", *OSLO)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.endswith("1 change, 1 repeated in the table: written\n")
    assert added(world)["races"][0]["results"] == [{"athlete": "anders-berg", "place": 2, "mark": "3:30.50"}]


def test_one_athlete_twice_in_a_file_with_two_results_is_taken_with_neither(world: World) -> None:
    run = add(world, "athlete,mark\nAnders Berg,3:30.50\nAnders Berg,3:31.50\n", *OSLO)
    assert run.returncode == 2
    assert run.stderr.splitlines() == [
        "in.csv:2:1: athlete: a second result of anders-berg in this race: see line 3",
        "in.csv:3:1: athlete: a second result of anders-berg in this race: see line 2",
    ]


def test_what_the_pack_has_is_nothing_to_do(world: World) -> None:
    before = pack_files(world)
    run = add(world, "athlete,mark,place\nPeter Holt,3:30.12,1\n", *FINAL)
    assert (run.returncode, run.stdout, run.stderr) == (0, "0 changes, 1 row there already: nothing to do\n", "")
    assert pack_files(world) == before


def test_what_gainsays_the_pack_stands_beside_it_and_is_not_taken(world: World) -> None:
    before = pack_files(world)
    run = add(world, "athlete,mark,place\nPeter Holt,3:30.13,2\nAnders Berg,DNF,\n", *FINAL, "--partial")
    assert run.stderr.splitlines() == [
        "in.csv:2:12: mark: the pack has 3:30.12 (book), this row 3:30.13 (book): not taken",
        "in.csv:2:20: place: the pack has 1 (book), this row 2 (book): not taken",
        "in.csv:3:13: status: the pack has 3:31.00 (book), this row DNF (book): not taken",
    ]
    assert run.returncode == 2
    assert pack_files(world) == before


def test_the_same_day_entered_elsewhere_is_the_same_result(world: World) -> None:
    """A list that names city and day only, and the final that was run there."""
    run = add(world, "athlete,mark\nPeter Holt,3:30.10\n", *RACE, "--set", "city=Arden", "--set", "date=2024-06-02")
    assert "the pack has 3:30.12 (book), this row 3:30.10 (book)" in run.stderr


def test_a_disputed_mark_is_known_already(world: World) -> None:
    pack = added(world, "pack.json")
    dispute = {"field": "mark", "value": "3:30.13", "sources": ["book"]}
    pack["races"][0]["results"][0]["disputes"] = [dispute]
    world.write("truth/pack.json", pack)
    run = add(world, "athlete,mark\nPeter Holt,3:30.13\n", *FINAL)
    assert run.stdout == "0 changes, 1 row there already: nothing to do\n"


def test_a_field_that_the_pack_lacks_is_filled_in(world: World) -> None:
    open_field(world)
    run = add(world, "athlete,mark,place,split 800m\nAnders Berg,3:31.00,2,1:52.3\n", *FINAL)
    assert (run.returncode, run.stderr) == (0, "")
    assert "  ~ Anders Berg: place 2, split 800m 1:52.3\n" in run.stdout
    berg = added(world, "pack.json")["races"][0]["results"][1]
    assert berg == {"athlete": "anders-berg", "mark": "3:31.00", "place": 2, "splits": {"800m": "1:52.3"}}


def test_a_mark_that_the_pack_lacks_is_filled_in(world: World) -> None:
    open_field(world)
    pack = added(world, "pack.json")
    del pack["races"][0]["results"][1]["mark"]
    world.write("truth/pack.json", pack)
    run = add(world, "athlete,mark\nAnders Berg,3:31.05\n", *FINAL)
    assert (run.returncode, run.stderr) == (0, "")
    assert added(world, "pack.json")["races"][0]["results"][1] == {"athlete": "anders-berg", "mark": "3:31.05"}


def test_who_has_a_place_finished(world: World) -> None:
    open_field(world)
    pack = added(world, "pack.json")
    pack["races"][0]["results"][1] = {"athlete": "anders-berg", "place": 2}
    world.write("truth/pack.json", pack)
    run = add(world, "athlete,mark\nAnders Berg,DNF\n", *FINAL)
    assert "status: the pack has place 2 (book), this row DNF (book): not taken" in run.stderr


def test_an_athlete_of_the_other_sex(world: World) -> None:
    run = add(world, "athlete,mark,sex\nAnders Berg,3:31.05,W\n", *OSLO)
    assert "Anders Berg (anders-berg) is of the men, this row of the women" in run.stderr


def test_a_day_and_a_city_outside_the_edition(world: World) -> None:
    row = "athlete,mark,edition,city,date\nAnders Berg,3:31.05,Arden Games 2024,Oslo,2024-07-01\n"
    run = add(world, row, *RACE)
    assert [line.split(": ", 1)[1] for line in run.stderr.splitlines()] == [
        "city: Arden Games 2024 was in Arden",
        "date: 2024-07-01 is not a day of Arden Games 2024 (2024-06-01 to 2024-06-02)",
    ]


@pytest.mark.parametrize(
    ("column", "text", "why"),
    [
        ("event", "marathon", "the ground truth has no event called 'marathon'"),
        ("sex", "z", "'z' is not men, women or mixed"),
        ("edition", "Arden Games 1924", "'Arden Games 1924' is no edition of the pack"),
        ("round", "heat one two", "'heat one two' is not a round"),
        ("country", "Atlantis", "the ground truth has no nation called 'Atlantis'"),
        ("indoor", "perhaps", "'perhaps' is neither yes nor no"),
        ("qualified", "x", "'x' is not Q, q, qR, qJ"),
        (
            "legs",
            "Anders Berg 46.2; Tom Nobody 45.3",
            "'Tom Nobody' is nobody in the pack: a leg is an id or a whole name",
        ),
        ("scorers", "Tom Nobody 2", "'Tom Nobody' is nobody in the pack: a scorer is an id or a whole name"),
        ("scorers", "Anders Berg two", "'two' is not a number: a scorer is"),
        ("sets", "6; three", "'three' is not a number: the points of each set"),
        ("shootout", "four", "'four' is not a number: the points in the shoot-out"),
        ("decided", "penalties", "'penalties' is neither regular time nor extra time; a shoot-out has a column"),
        ("tries", "1.92 oxo!", "'oxo!' are not the tries at a height"),
        ("tries", "xo", "'xo' is not a height and its tries"),
        ("order", "somewhere! 3", "'somewhere!' is no point on the way"),
        ("order", "800m third", "'third' is not a number: a point on the way"),
        ("stopped", "9", "'9' is no point on the way"),
        ("pacemaker", "perhaps", "'perhaps' is neither yes nor no"),
        ("order", "800m 3; bell 2; 3 lap 1", None),
        ("overall", "many", "'many' is not a place"),
        ("overall", "12th", None),
        ("born", "1999", None),
        ("split 800m", "fast", "'fast' is not an exact time"),
    ],
)
def test_every_field_is_read(column: str, text: str, why: str | None, world: World) -> None:
    run = add(world, f"athlete,mark,{column}\nAnders Berg,3:31.05,{text}\n", *OSLO)
    assert run.returncode == (0 if why is None else 2)
    assert why is None or f"in.csv:2:21: {column}: {why}" in run.stderr


def test_who_ran_the_legs_of_a_relay(world: World) -> None:
    pack = added(world, "pack.json")
    relay = {**pack["events"][0], "id": "2x400m", "name": "2 x 400 metres relay", "aliases": [], "metres": 800}
    pack["events"].append({**relay, "plausible": ["1:20", "3:00"], "team": True})
    world.write("truth/pack.json", pack)
    row = "athlete,mark,place,legs\nArden Club,1:31.50,1,peter-holt 46.2; Anders Berg 45.30\n"
    relay_set = [one.replace("event=1500m", "event=2x400m") for one in OSLO]
    run = add(world, row, *relay_set, "--set", "team=yes", "--new-athletes")
    assert (run.returncode, run.stderr) == (0, "")
    (result,) = added(world)["races"][0]["results"]
    assert (result["members"], result["legs"]) == (["peter-holt", "anders-berg"], ["46.2", "45.30"])


def test_who_led_on_the_way_and_who_stopped_where(world: World) -> None:
    rows = "athlete,mark,place,order,stopped,pacemaker\n"
    rows += "Anders Berg,3:31.05,1,800m 2; bell 1,,\nPeter Holt,DNF,,800m 1,900m,yes\n"
    run = add(world, rows, *OSLO)
    assert (run.returncode, run.stderr) == (0, "")
    first, second = added(world)["races"][0]["results"]
    assert first["order"] == {"800m": 2, "bell": 1}
    assert (second["status"], second["stopped"], second["pacemaker"]) == ("DNF", "900m", True)
    again = add(world, rows.replace("bell 1", "bell 3"), *OSLO)
    assert "order: the pack has {'800m': 2, 'bell': 1}" in again.stdout + again.stderr


HANDBALL = (
    *(one.replace("event=1500m", "event=handball") for one in OSLO),
    "--set", "team=yes", "--set", "match=1", "--new-athletes",
)  # fmt: skip


def with_handball(world: World) -> None:
    pack = added(world, "pack.json")
    ball = {**pack["events"][0], "id": "handball", "name": "handball", "aliases": [], "plausible": ["0", "99"]}
    ball |= {"measure": "points", "better": "higher", "team": True}
    ball.pop("metres")
    pack["events"].append(ball)
    world.write("truth/pack.json", pack)


@pytest.mark.parametrize(
    ("printed", "decided"),
    [("extra time", "extra time"), ("AET", "extra time"), ("a.e.t.", "extra time"), ("overtime", "extra time"),
     ("after extra time", "extra time"), ("full time", "regular time"), ("Regular time", "regular time")],
)  # fmt: skip
def test_after_what_a_match_ended(world: World, printed: str, decided: str) -> None:
    with_handball(world)
    rows = f"athlete,mark,decided\nArden Club,25,{printed}\nFjord Club,24,{printed}\n"
    assert add(world, rows, *HANDBALL).returncode == 0
    (race,) = added(world)["races"]
    assert (race["match"], race["decided"]) == ("1", decided)


def test_after_what_a_match_ended_is_added_once_and_never_overwritten(world: World) -> None:
    with_handball(world)
    plain = "athlete,mark\nArden Club,25\nFjord Club,24\n"
    later = "athlete,mark,decided\nArden Club,25,{0}\nFjord Club,24,{0}\n"
    assert add(world, plain, *HANDBALL).returncode == 0
    run = add(world, later.format("aet"), *HANDBALL)
    assert (run.returncode, "decided extra time" in run.stdout) == (0, True)
    again = add(world, later.format("aet"), *HANDBALL)
    assert "2 of them were in the pack already" in again.stdout or "already" in again.stdout
    other = add(world, later.format("regular time"), *HANDBALL)
    assert "decided: the pack has extra time" in other.stderr
    assert added(world)["races"][0]["decided"] == "extra time"


def test_why_a_mark_can_be_no_record(world: World) -> None:
    rows = "athlete,mark,ineligible\nPeter Holt,3:33.00,a shoe that is not allowed\n"
    assert add(world, rows, *OSLO).returncode == 0
    assert added(world)["races"][0]["results"][0]["ineligible"] == "a shoe that is not allowed"


def test_a_match_with_its_sets_shoot_out_and_scorers(world: World) -> None:
    with_handball(world)
    rows = "athlete,mark,sets,shootout,scorers\nArden Club,25,12; 13,4,Anders Berg 12; peter-holt 13\n"
    rows += "Fjord Club,25,13; 12,3,\n"
    run = add(world, rows, *HANDBALL)
    assert (run.returncode, run.stderr) == (0, "")
    results = {row["athlete"]: row for row in added(world)["races"][0]["results"]}
    arden = next(row for who, row in results.items() if "arden" in who)
    assert (arden["sets"], arden["shootout"]) == ([12, 13], 4)
    assert arden["scorers"] == {"anders-berg": 12, "peter-holt": 13}


def test_a_whole_field_takes_nobody_more(world: World) -> None:
    run = add(world, "athlete,mark,athlete_nation\nZé Quim,3:33.00,NOR\n", *FINAL, "--new-athletes")
    assert "in.csv:2:1: athlete: the pack has every starter of this race" in run.stderr


def test_a_result_goes_into_its_race_in_order_of_places(world: World) -> None:
    open_field(world)
    run = add(world, "athlete,mark,place,athlete_nation\nZé Quim,3:30.50,2,NOR\n", *FINAL, "--new-athletes")
    assert (run.returncode, run.stderr) == (0, "")
    pack = added(world, "pack.json")
    assert [row["athlete"] for row in pack["races"][0]["results"]] == ["peter-holt", "ze-quim", "anders-berg"]
    assert pack["athletes"][2] == {
        "id": "ze-quim", "name": "Zé Quim", "sex": "men", "nations": [{"value": "NOR"}], "sources": ["book"]
    }  # fmt: skip


def test_another_source_does_not_vouch_for_a_race_that_it_has_not_reported(world: World) -> None:
    """The race's own sources hold for all of its results: a result from elsewhere stands in an entry of its own."""
    open_field(world)
    pack = added(world, "pack.json")
    pack["sources"].append({"id": "web", "title": "The web", "family": "web"})
    world.write("truth/pack.json", pack)
    row = "athlete,mark,place,athlete_nation,sources\nZé Quim,3:33.00,3,NOR,web\n"
    run = add(world, row, *FINAL[:4], *FINAL[6:], "--new-athletes")
    assert (run.returncode, run.stderr) == (0, "")
    (race,) = added(world)["races"]
    assert (race["edition"], race["sources"]) == ("arden-games-2024", ["web"])


def test_what_the_rows_of_a_race_share_stands_on_the_race(world: World) -> None:
    pack = added(world, "pack.json")
    pack["sources"].append({"id": "web", "title": "The web", "family": "web"})
    world.write("truth/pack.json", pack)
    rows = "athlete,mark,sources\nAnders Berg,3:30.50,book web\nPeter Holt,3:30.60,book\n"
    assert add(world, rows, *OSLO[:4], *OSLO[6:]).returncode == 0
    (race,) = added(world)["races"]
    assert race["sources"] == ["book"]
    assert [row.get("sources") for row in race["results"]] == [["web"], None]


def test_a_new_athlete_needs_a_nation(world: World) -> None:
    run = add(world, "athlete,mark\nZé Quim,3:33.00\n", *OSLO, "--new-athletes")
    assert "'Zé Quim' is new to the pack: a new athlete needs an athlete_nation" in run.stderr


def test_nobody_a_letter_from_a_known_athlete_is_added_as_new(world: World) -> None:
    run = add(world, "athlete,mark,athlete_nation\nPeter Hol,3:33.00,GBR\n", *OSLO, "--new-athletes")
    assert "is it Peter Holt (peter-holt, born 1998-06-01)?" in run.stderr
    assert run.returncode == 2


def test_a_race_that_contradicts_itself_is_told_by_its_lines_and_left_out(world: World) -> None:
    """Each row is well by itself; the slower athlete came first."""
    before = pack_files(world)
    rows = "athlete,mark,place\nAnders Berg,3:30.50,1\nPeter Holt,3:30.00,2\n"
    why = "in.csv:2:1: race: peter-holt is placed behind anders-berg with a better mark (with line 3)\n"
    run = add(world, rows, *OSLO)
    assert run.returncode == 2
    assert run.stderr == why + "with these rows the pack would not pass its lint\n"
    assert run.stdout.endswith("2 changes, 2 rows refused: nothing is written\n")
    run = add(world, rows, *OSLO, "--partial")
    assert (run.returncode, run.stderr) == (2, why)
    assert run.stdout == "0 changes, 2 rows refused: nothing is written\n"
    assert pack_files(world) == before


@pytest.mark.parametrize(
    ("raw", "arguments", "code", "message"),
    [
        (b"", OSLO, 2, "in.csv:1:1: $: the file is empty"),
        (b"athlete,mark\n", OSLO, 5, "in.csv: no rows below the header"),
        (b"athlete,mark,Bib\nPeter Holt,3:30.00,7\n", OSLO, 2, "in.csv:1:14: header: unknown column 'Bib'"),
        (b"athlete,mark\nPeter Holt,3:30.00\n", (*OSLO, "--into", "../x.json"), 2, "is not the name of a *.json file"),
        (b"athlete,mark\nPeter Holt,3:30.00\n", (*OSLO, "--map", "mark"), 2, "'mark' is not COLUMN=FIELD"),
        ("athlete;mark\nPeter Holt;3:30,00\n".encode("utf-16"), OSLO, 2, "save it as UTF-8"),
    ],
)
def test_files_and_options_that_cannot_be_used(
    raw: bytes, arguments: tuple[str, ...], code: int, message: str, world: World
) -> None:
    before = pack_files(world)
    run = add(world, raw, *arguments)
    assert (run.returncode, message in run.stderr) == (code, True), run.stderr
    assert pack_files(world) == before


def test_a_missing_file_is_named(world: World) -> None:
    run = world.run("truth", "add", "--truth", "truth", "--from", "nowhere.csv")  # a real process
    assert run.returncode == 2
    assert run.stderr.startswith("nowhere.csv:1:1: $: cannot be read: No such file")


def test_the_output_fits_a_terminal(world: World) -> None:
    run = add(world, "place,athlete,mark\n1,peter-holt,3:30.00\n", *OSLO)
    assert max(map(len, run.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    "source, why",
    [
        pytest.param("truth", "truth:1:1: $: cannot be read: Is a directory", id="a folder"),
        pytest.param(
            "/dev/zero",
            "/dev/zero:1:1: $: the file is larger than 64 MB",
            id="a file without an end",
            marks=needs_devices,
        ),
    ],
)
def test_what_is_no_table_is_named(world: World, source: str, why: str) -> None:
    run = world.run("truth", "add", "--from", source, "--truth", "truth")
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(why)
