"""A pack kept by commands instead of JSON by hand; and an installed package that stays as it is."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from unittest import mock

import pytest
from small_pack import PACK, Pack


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return Pack(tmp_path)


NEW = [
    ("source", ("Oslo results", "--id", "oslo", "--licence", "CC BY 4.0"), "sources",
     {"id": "oslo", "title": "Oslo results", "family": "oslo", "licence": "CC BY 4.0"}),
    ("athlete", ("Zé Quim", "--sex", "men", "--nation", "NOR", "--nation", "GBR@2011-04-01", "--born", "1990",
                 "--source", "list"), "athletes",
     {"id": "ze-quim", "name": "Zé Quim", "sex": "men", "born": "1990", "sources": ["list"],
      "nations": [{"value": "NOR", "end": "2011-04-01"}, {"value": "GBR", "start": "2011-04-01"}]}),
    ("competition", ("Fjord Games", "--level", "meeting", "--alias", "Fjord"), "competitions",
     {"id": "fjord-games", "name": "Fjord Games", "level": "meeting", "aliases": ["Fjord"]}),
    ("edition", ("Cup 2024", "--competition", "cup", "--start", "2024-07-01", "--end", "2024-07-01",
                 "--city", "Oslo", "--source", "list"),
     "editions", {"id": "cup-2024", "competition": "cup", "name": "Cup 2024", "start": "2024-07-01",
                  "end": "2024-07-01", "city": "Oslo", "sources": ["list"]}),
    ("event", ("1500 m",), "events", {"id": "1500m", "name": "1500 m", "measure": "time", "better": "lower"}),
    ("event", ("Log tossing", "--measure", "distance", "--plausible", "1", "20", "--sport", "timber", "--group", "logs",
               "--team"), "events",
     {"id": "log-tossing", "measure": "distance", "better": "higher", "plausible": ["1", "20"], "sport": "timber",
      "groups": ["logs"], "team": True}),
    ("athlete", ("Ida Berg", "--sex", "women", "--died", "2024", "--home", "Voss", "--source", "list"), "athletes",
     {"id": "ida-berg", "died": "2024", "homes": [{"value": "Voss"}]}),
    ("statement", ("cups", "--covers", "editions", "--competition", "cup", "--start", "2023", "--end", "2023",
                   "--words", "The one Cup", "--source", "list"), "completeness",
     {"id": "cups", "covers": "editions", "text": "The one Cup", "competition": "cup"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "arguments", "table", "expected"), NEW)
def test_new(kind: str, arguments: tuple[str, ...], table: str, expected: dict[str, object], pack: Pack) -> None:
    run = pack.run("truth", "new", kind, *arguments, "--truth", "pack")
    assert (run.code, run.err) == (0, "")
    rows = [row for path in pack.folder.glob("*.json") for row in json.loads(path.read_text()).get(table, ())]
    (row,) = (row for row in rows if row["id"] == expected["id"])
    assert {field: row.get(field) for field in expected} == expected
    assert pack.run("truth", "lint", "--truth", "pack").code == 0


def test_a_total_and_what_it_is_of(pack: Pack) -> None:
    total = ("total", "goals", "100", "--athlete", "ola-viken", "--date", "2024-06-01", "--source", "list")
    for number in ("100", "104"):
        asked = tuple(number if part == "100" else part for part in total)
        day = ("--date", "2024-06-02") if number == "104" else ()
        assert pack.run("truth", "new", *asked, *day, "--truth", "pack").code == 0
    rows = [row for path in pack.folder.glob("*.json") for row in json.loads(path.read_text()).get("totals", ())]
    assert [(row["of"], row["count"], row["date"]) for row in rows] == [
        ("goals", 100, "2024-06-01"),
        ("goals", 104, "2024-06-02"),
    ]


def test_a_total_of_a_narrow_scope(pack: Pack) -> None:
    narrow = ("--individual", "--level", "global championship", "--sex", "men", "--area", "Europe")
    total = ("total", "titles", "4", "--athlete", "ola-viken", "--date", "2024-06-01", "--source", "list", *narrow)
    assert pack.run("truth", "new", *total, "--truth", "pack").code == 0
    (row,) = (row for path in pack.folder.glob("*.json") for row in json.loads(path.read_text()).get("totals", ()))
    assert (row["individual"], row["level"]) == (True, "global championship")
    assert (row["sex"], row["area"]) == ("men", "Europe")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (
            ("athlete", "Ida Berg", "--sex", "women", "--nation", "XXX", "--source", "list"),
            "'XXX' is none of the nations",
        ),
        (("athlete", "Ida Berg", "--sex", "women", "--source", "nope"), "'nope' is none of the sources"),
        (
            ("edition", "Cup 2024", "--competition", "mug", "--start", "2024", "--source", "list"),
            "none of the competitions",
        ),
        (
            ("edition", "Cup 2024", "--competition", "cup", "--start", "soon", "--end", "soon", "--source", "list"),
            "editions cup-2024",
        ),
        (
            ("edition", "Cup 2024", "--competition", "cup", "--start", "2024-07-01", "--source", "list"),
            "--end: Cup lasts longer than a day",
        ),
        (("event", "Log tossing"), "no event of the catalogue: --measure and --plausible"),
        (("athlete", "Ид", "--sex", "men", "--source", "list"), "no id can be made"),
    ],
)
def test_what_would_not_pass_lint_is_not_written(arguments: tuple[str, ...], why: str, pack: Pack) -> None:
    before = {path: path.read_bytes() for path in pack.folder.iterdir()}
    run = pack.run("truth", "new", *arguments, "--truth", "pack")
    assert run.code == 2
    assert why in run.err
    assert {path: path.read_bytes() for path in pack.folder.iterdir()} == before


def test_a_pack_of_ones_own(pack: Pack) -> None:
    assert pack.run("truth", "new", "pack", "mine", "--empty").code == 0
    assert pack.run("truth", "lint", "mine").code == 0
    assert pack.run("truth", "new", "pack", "copy").code == 0
    assert pack.run("truth", "lint", "copy").code == 0
    run = pack.run("truth", "new", "pack", "mine")
    assert (run.code, "is not empty" in run.err) == (2, True)


def test_an_installed_package_never_writes_into_itself(pack: Pack, tmp_path: Path) -> None:
    installed = tmp_path / "site-packages" / "harness" / "pack"
    installed.mkdir(parents=True)
    (installed / "pack.json").write_text(json.dumps(PACK))
    with mock.patch("harness.checking.load.default_truth_folder", return_value=installed):
        for arguments in (("new", "source", "Oslo results"), ("add", "--from", "table.csv")):
            run = pack.run("truth", *arguments)
            assert (run.code, "--truth FOLDER takes the copy" in run.err) == (2, True)
    assert [path.name for path in installed.iterdir()] == ["pack.json"]


@pytest.mark.parametrize("name", ["Ola Viken", "ola-viken", "800m", "Cup 2023", "cup-2023", "2023-05-01"])
def test_show_finds_by_any_name_and_shows_the_day(name: str, pack: Pack) -> None:
    table = "athlete,athlete_nation,mark,event,sex,date,edition,city,sources\n"
    pack.add(table + "Ola Viken,NOR,1:50.00,800m,men,2023-05-01,,Leeds,list\n")
    pack.add(table + "Ola Viken,NOR,1:51.00,800m,men,2023-07-02,Cup 2023,,list\n")
    run = pack.run("truth", "show", name, "--truth", "pack")
    assert run.code == 0
    assert "Ola Viken, 800m" in run.out
    assert " 2023  " in run.out


def test_what_is_shown_fits_a_terminal_with_its_words_whole(pack: Pack) -> None:
    pack.run("truth", "new", "source", " ".join(["results"] * 20), "--id", "long", "--truth", "pack")
    for arguments in (("show", "long"), ("list", "sources")):
        run = pack.run("truth", *arguments, "--truth", "pack")
        assert max(map(len, run.out.splitlines())) <= 80
        assert run.out.count("results") == 20


def test_log_tells_who_added_what(pack: Pack) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
        subprocess.run(["git", *who, *arguments], cwd=pack.folder, check=True, capture_output=True)

    assert pack.run("truth", "log", "--truth", "pack").code == 2
    git("init")
    git("add", ".")
    git("commit", "-m", "Start")
    pack.run("truth", "new", "source", "Oslo results", "--id", "oslo", "--truth", "pack")
    git("commit", "-am", "Cite Oslo")
    run = pack.run("truth", "log", "--truth", "pack")
    assert "Ann: Cite Oslo" in run.out
    assert "Ann: Start" in run.out
    run = pack.run("truth", "log", "oslo", "--truth", "pack")
    assert "Ann: Start" not in run.out
    assert pack.run("truth", "log", "nobody", "--truth", "pack").code == 5


def test_upkeep_brings_results_in_and_says_what_follows(pack: Pack) -> None:
    covers = (
        "--covers",
        "races",
        "--athlete",
        "ola-viken",
        "--event",
        "800m",
        "--start",
        "2023",
        "--end",
        "2023-12-31",
    )
    assert pack.run("truth", "new", "statement", "vikens", *covers, "--words", "All his races", "--source", "list",
                    "--truth", "pack").code == 0  # fmt: skip
    (pack.root / "week.csv").write_text("athlete,athlete_nation,mark,date\nOla Viken,NOR,1:49.00,2024-02-03\n")
    week = (
        "--from",
        "week.csv",
        "--set",
        "event=800m",
        "--set",
        "sex=men",
        "--set",
        "city=Oslo",
        "--set",
        "sources=list",
    )
    run = pack.run("truth", "upkeep", *week, "--truth", "pack")
    assert (run.code, run.err) == (0, "")
    assert "facts: 1 added, 0 removed, 0 changed" in run.out
    assert "--extend vikens=2024-02-03 --words '...'" in run.out
    run = pack.run("truth", "upkeep", "--extend", "vikens=2024-02-03", "--truth", "pack")
    assert (run.code, "needs --words" in run.err) == (2, True)
    run = pack.run("truth", "upkeep", "--extend", "vikens=2024-02-03", "--words", "Season over", "--truth", "pack")
    assert run.code == 0
    (statement,) = pack.truth().completeness
    assert (statement.end, "Season over" in statement.text) == ("2024-02-03", True)


COVERED = ("--covers", "races", "--athlete", "ola-viken", "--event", "800m", "--start", "2023", "--end", "2023-12-31",
           "--words", "All his races", "--source", "list", "--truth", "pack")  # fmt: skip
VIKENS_800M = (
    "athlete,athlete_nation,mark,date,event,sex,city,sources\nOla Viken,NOR,1:4{},2024-02-0{},800m,men,Oslo,list\n"
)


def test_add_tells_which_statements_could_reach_further_and_extends_them(pack: Pack) -> None:
    assert pack.run("truth", "new", "statement", "vikens", *COVERED).code == 0
    run = pack.add(VIKENS_800M.format("9.00", 3))
    assert (run.code, run.err) == (0, "")
    assert "vikens ends 2023-12-31; the pack has 1 later result of its kind:" in run.out
    assert "--extend vikens=2024-02-03 --words '...'" in run.out
    again = pack.add(VIKENS_800M.format("9.00", 3))
    assert ("nothing to do" in again.out, "vikens" in again.out) == (True, False)
    refused = pack.add(VIKENS_800M.format("8.00", 9), "--extend", "vikens=2024-02-09")
    assert (refused.code, "needs --words" in refused.err) == (2, True)
    dry = pack.add(VIKENS_800M.format("8.00", 9), "--extend", "vikens=2024-02-09", "--words", "All", "--dry-run")
    assert (dry.code, pack.truth().completeness[0].end) == (0, "2023-12-31")
    run = pack.add(VIKENS_800M.format("8.00", 9), "--extend", "vikens=2024-02-09", "--words", "His whole winter")
    assert (run.code, "--extend" in run.out) == (0, False)
    (statement,) = pack.truth().completeness
    assert (statement.end, "His whole winter" in statement.text) == ("2024-02-09", True)
    run = pack.add(VIKENS_800M.format("7.00", 8), "--extend", "nobodys=2024-02-10", "--words", "All")
    assert (run.code, "with the id of a statement" in run.err) == (2, True)
    assert len(pack.truth().results) == 2, "nothing is written where the statement is not known"


def test_lint_notes_what_stands_without_a_horizon(pack: Pack) -> None:
    _with_record(pack)
    run = pack.run("truth", "lint", "--truth", "pack")
    assert run.code == 0
    assert "note: 2 athletes have no day up to which they are vouched for" in run.out
    assert "records have no day" not in run.out
    run = pack.run("truth", "list", "horizons", "--truth", "pack")
    assert run.out.splitlines()[0] == "records  vouched for until 2023-12-31 (list)"


def test_upkeep_moves_the_horizon_of_one_source(pack: Pack) -> None:
    _with_record(pack)
    moved = ("--vouch", "records:list=2024-03-01", "--vouch", "medal-tables=2024")
    run = pack.run("truth", "upkeep", *moved, "--source", "web", "--truth", "pack", "--today", "2024-05-01")
    assert run.code == 0
    assert "--vouch records:list=DATE" in run.out
    horizons = {(horizon.of, horizon.source): horizon.until for horizon in pack.truth().horizons}
    assert horizons == {
        ("records", None): "2023-12-31", ("records", "list"): "2024-03-01", ("medal tables", None): "2024",
    }  # fmt: skip


def _with_record(pack: Pack) -> None:
    """A record that stands, vouched for until the end of 2023."""
    data = json.loads((pack.folder / "pack.json").read_text())
    data["races"] = [{"event": "800m", "sex": "men", "date": "2022-05-01", "city": "Oslo", "sources": ["list"],
                      "results": [{"athlete": "ola-viken", "mark": "1:41.00", "place": 1}]}]  # fmt: skip
    data["records"] = [{"level": "national", "of": "NOR", "event": "800m", "sex": "men", "mark": "1:41.00",
                        "athlete": "ola-viken", "date": "2022-05-01", "sources": ["list"]}]  # fmt: skip
    data["horizons"] = [{"of": "records", "until": "2023-12-31", "sources": ["list"]}]
    (pack.folder / "pack.json").write_text(json.dumps(data))


def test_upkeep_offers_to_move_a_horizon_and_moves_it(pack: Pack) -> None:
    _with_record(pack)
    run = pack.run("truth", "upkeep", "--truth", "pack", "--today", "2024-03-01")
    assert run.code == 0
    assert "1 row of records is vouched for until 2023-12-31, and open after that day:" in run.out
    assert "--vouch records=DATE --source ID" in run.out
    moved = ("--vouch", "records=2024-03-01")
    run = pack.run("truth", "upkeep", *moved, "--truth", "pack")
    assert (run.code, "needs --source" in run.err) == (2, True)
    run = pack.run("truth", "upkeep", *moved, "--source", "web", "--truth", "pack", "--today", "2024-03-01")
    assert run.code == 0
    assert "vouched for" not in run.out
    (horizon,) = pack.truth().horizons
    assert (horizon.of, horizon.until, horizon.sources) == ("records", "2024-03-01", ("web",))
    run = pack.run("truth", "upkeep", "--vouch", "coaches=2024", "--source", "web", "--truth", "pack")
    assert (run.code, "is none of records=DATE, athletes=DATE, medal-tables=DATE" in run.err) == (2, True)


def test_upkeep_moves_no_horizon_past_a_result_that_broke_the_record(pack: Pack) -> None:
    """What is better after the day for which a record is vouched is no contradiction; up to it, it is."""
    _with_record(pack)
    table = "athlete,athlete_nation,mark,date,city,event,sex,sources\n"
    assert pack.add(f"{table}Ola Viken,NOR,1:40.00,2023-02-01,Oslo,800m,men,list\n").code == 2
    assert pack.add(f"{table}Ola Viken,NOR,1:40.00,2024-02-01,Oslo,800m,men,list\n").code == 0
    run = pack.run("truth", "upkeep", "--truth", "pack", "--today", "2024-03-01")
    assert "broken: 1:41.00 of 2022-05-01, the national record of 800m" in run.out
    assert "Ola Viken, 800m, Oslo in 1:40.00, 2024-02-01" in run.out
    run = pack.run("truth", "upkeep", "--vouch", "records=2024-03-01", "--source", "web", "--truth", "pack")
    assert run.code == 2
    assert "1:41.00" in run.err
    assert pack.truth().horizons[0].until == "2023-12-31"


def test_what_is_not_found_is_told_in_whole_words(pack: Pack) -> None:
    run = pack.run("truth", "show", "viken " * 20, "--truth", "pack")
    assert run.code == 2
    assert max(map(len, run.err.splitlines())) <= 80
