"""Which race a row belongs to: rounds, sections, matches, days, classes; and races at fault, told by their lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_pack import HALL, Pack

SOURCE = ("--set", "sources=list")
SPRINT = ("--set", "event=100m", "--set", "sex=women", *HALL, *SOURCE)
CUP = ("--set", "event=boxing-71", "--set", "sex=men", "--set", "edition=cup-2023", *SOURCE)


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return Pack(tmp_path)


TOLD_APART = [
    ("heat and final of one day", SPRINT, "athlete,athlete_nation,mark,place,round\n"
     "Ida Berg,NOR,11.30,1,heat 2\nIda Berg,NOR,11.20,1,final\n",
     {"100m women 2023-05-01 heat 2": ["1 Ida Berg 11.30"], "100m women 2023-05-01 final": ["1 Ida Berg 11.20"]}),
    ("timed finals", SPRINT, "athlete,athlete_nation,mark,place,round\n"
     "Ida Berg,NOR,11.30,1,final 1\nEva Moe,NOR,11.20,1,final 2\n",
     {"100m women 2023-05-01 final 1": ["1 Ida Berg 11.30"], "100m women 2023-05-01 final 2": ["1 Eva Moe 11.20"]}),
    ("finals of other languages and orders of words", SPRINT, "athlete,athlete_nation,mark,place,round\n"
     "Ida Berg,NOR,11.30,1,Finale\nEva Moe,NOR,11.20,1,B-Final\nTea Lie,NOR,11.10,1,Vorlauf 1\n",
     {"100m women 2023-05-01 final": ["1 Ida Berg 11.30"], "100m women 2023-05-01 final B": ["1 Eva Moe 11.20"],
      "100m women 2023-05-01 heat 1": ["1 Tea Lie 11.10"]}),
    ("semifinals of two halves", SPRINT, "athlete,athlete_nation,mark,place,round\n"
     "Ida Berg,NOR,11.30,1,Semi-Final A/B 1\nEva Moe,NOR,11.20,2,Semi-Final C/D 1\n",
     {"100m women 2023-05-01 semifinal 1 A/B": ["1 Ida Berg 11.30"],
      "100m women 2023-05-01 semifinal 1 C/D": ["2 Eva Moe 11.20"]}),
    ("races A and B", SPRINT, "athlete,athlete_nation,mark,place,round\n"
     "Ida Berg,NOR,11.30,1,race A\nEva Moe,NOR,11.20,1,race B\n",
     {"100m women 2023-05-01 A": ["1 Ida Berg 11.30"], "100m women 2023-05-01 B": ["1 Eva Moe 11.20"]}),
    ("qualifying groups", SPRINT, "athlete,athlete_nation,mark,place,round\n"
     "Ida Berg,NOR,11.30,1,Qualification - Group A\nEva Moe,NOR,11.20,1,Qualification - Group B\n",
     {"100m women 2023-05-01 heat A": ["1 Ida Berg 11.30"], "100m women 2023-05-01 heat B": ["1 Eva Moe 11.20"]}),
    ("heats without numbers keep no places", SPRINT, "athlete,athlete_nation,mark,place,round\n"
     "Ida Berg,NOR,11.30,1,heat\nEva Moe,NOR,11.20,1,heat\n",
     {"100m women 2023-05-01 heat": ["Eva Moe 11.20", "Ida Berg 11.30"]}),
    ("two bronzes", CUP, "athlete,athlete_nation,place,round,date\n"
     "Ola Lund,NOR,1,final,2023-07-08\nPer Lie,NOR,2,final,2023-07-08\n"
     "Jan Dal,NOR,3,final,2023-07-08\nBo Ek,GBR,3,final,2023-07-08\n",
     {"boxing-71 men 2023-07-08 final": ["1 Ola Lund finished", "2 Per Lie finished", "3 Bo Ek finished",
                                         "3 Jan Dal finished"]}),
    ("bronze won days before the final", CUP, "athlete,athlete_nation,place,round,date\n"
     "Ola Lund,NOR,1,final,2023-07-08\nPer Lie,NOR,2,final,2023-07-08\nJan Dal,NOR,3,final,2023-07-05\n",
     {"boxing-71 men 2023-07-05 final": ["3 Jan Dal finished"],
      "boxing-71 men 2023-07-08 final": ["1 Ola Lund finished", "2 Per Lie finished"]}),
    ("wheelchairs beside the open race",
     ("--set", "event=marathon", "--set", "sex=women", *HALL, *SOURCE, "--new", "events"),
     "athlete,athlete_nation,mark,place,category\nIda Berg,NOR,2:30:00,1,\nEva Moe,NOR,1:45:00,1,wheelchair\n",
     {"marathon women 2023-05-01": ["1 Ida Berg 2:30:00"],
      "marathon-wheelchair women 2023-05-01": ["1 Eva Moe 1:45:00"]}),
    ("two matches of one day and city", ("--set", "event=boxing-71", "--set", "sex=men", *HALL, *SOURCE),
     "athlete,athlete_nation,mark,match\nOla Lund,NOR,5,a\nPer Lie,NOR,3,a\nOla Lund,NOR,4,b\nBo Ek,GBR,6,b\n",
     {"boxing-71 men 2023-05-01": ["Ola Lund 5", "Per Lie 3", "Bo Ek 6", "Ola Lund 4"]}),
    ("rows of a list whose places clash", (*SPRINT, "--set", "list=yes"), "athlete,athlete_nation,mark,place\n"
     "Ida Berg,NOR,11.30,1\nEva Moe,NOR,11.20,1\n",
     {"100m women 2023-05-01 of eva-moe": ["Eva Moe 11.20"], "100m women 2023-05-01 of ida-berg": ["Ida Berg 11.30"]}),
]  # fmt: skip


@pytest.mark.parametrize(("options", "table", "expected"), [row[1:] for row in TOLD_APART],
                         ids=[row[0] for row in TOLD_APART])  # fmt: skip
def test_races(options: tuple[str, ...], table: str, expected: dict[str, list[str]], pack: Pack) -> None:
    run = pack.add(table, *options)
    assert (run.code, run.err) == (0, "")
    assert pack.races(merged=True) == expected
    again = pack.add(table, *options)
    assert (again.code, again.err) == (0, "")
    assert again.out.endswith("there already: nothing to do\n")


def test_who_wins_a_section_has_not_won_the_race(pack: Pack) -> None:
    pack.add("athlete,athlete_nation,mark,place,round\nIda Berg,NOR,11.30,1,final 1\n", *SPRINT)
    (result,) = pack.truth().results
    assert (result.place, result.section) == (None, "1")


@pytest.mark.parametrize(
    ("column", "value", "assisted"),
    [("wind", "2.1", True), ("wind", "+2.0", False), ("wind", "-3.0", False), ("assisted", "yes", True)],
)  # fmt: skip
def test_wind_above_the_limit_assists(column: str, value: str, assisted: bool, pack: Pack) -> None:
    run = pack.add(f"athlete,athlete_nation,mark,{column}\nIda Berg,NOR,11.30,{value}\n", *SPRINT)
    assert (run.code, run.err) == (0, "")
    assert [result.assisted for result in pack.truth().results] == [assisted]


CUP_ROWS = "athlete,athlete_nation,mark,place,city\nIda Berg,NOR,11.30,1,Oslo\nEva Moe,NOR,11.40,2,Oslo\n"
AT_FAULT = [
    ("two winners and no tie", "Liv Dahl,NOR,11.50,1,Bergen\nTea Lie,NOR,11.40,1,Bergen\n",
     "table.csv:4:1: race: liv-dahl and tea-lie share place 1 without a tie (with line 5)"),
    ("a better mark behind a worse one", "Liv Dahl,NOR,11.50,1,Bergen\nTea Lie,NOR,11.40,2,Bergen\n",
     "table.csv:4:1: race: tea-lie is placed behind liv-dahl with a better mark (with line 5)"),
    ("two marks of one athlete", "Liv Dahl,NOR,11.50,,Bergen\nLiv Dahl,NOR,11.40,,Bergen\n",
     "table.csv:4:1: athlete: a second result of liv-dahl in this race: see line 5"),
]  # fmt: skip


def test_a_section_has_one_winner_too(pack: Pack) -> None:
    """Its places are none of the round, so that nothing compared them."""
    rows = "Ida Berg,NOR,11.30,1,final 1\nEva Moe,NOR,11.20,1,final 2\nTea Lie,NOR,11.10,1,final 2\n"
    run = pack.add("athlete,athlete_nation,mark,place,round\n" + rows, *SPRINT, "--partial")
    why = "table.csv:3:1: race: eva-moe and tea-lie share place 1 without a tie (with line 4)"
    assert (run.code, run.err.splitlines()[0]) == (1, why)
    assert pack.races() == {"100m women 2023-05-01 final 1": ["1 Ida Berg 11.30"]}


@pytest.mark.parametrize(("rows", "why"), [row[1:] for row in AT_FAULT], ids=[row[0] for row in AT_FAULT])
def test_a_race_at_fault_is_told_by_its_lines_and_stops_no_other(rows: str, why: str, pack: Pack) -> None:
    options = ("--set", "event=100m", "--set", "sex=women", "--set", "date=2023-05-01", *SOURCE)
    run = pack.add(CUP_ROWS + rows, *options)
    assert (run.code, run.err.splitlines()[0]) == (2, why)
    assert pack.races() == {}
    run = pack.add(CUP_ROWS + rows, *options, "--partial")
    assert (run.code, run.err.splitlines()[0]) == (1, why)
    assert run.out.endswith("2 rows refused: written\n")
    assert pack.races() == {"100m women 2023-05-01": ["1 Ida Berg 11.30", "2 Eva Moe 11.40"]}


def test_a_result_that_gainsays_itself_is_left_out_alone(pack: Pack) -> None:
    """One split out of order took the whole field of the race with it."""
    options = ("--set", "event=800m", "--set", "sex=women", *HALL, *SOURCE, "--partial")
    rows = "Ida Berg,NOR,2:00.00,1,59.00\nEva Moe,NOR,2:01.00,2,2:30.00\nTea Lie,NOR,2:02.00,3,60.00\n"
    run = pack.add("athlete,athlete_nation,mark,place,split 400m\n" + rows, *options)
    assert run.err.splitlines()[0] == "table.csv:3:1: race: 2:30.00 is no time on the way to the finish"
    assert run.out.endswith("1 row refused: written\n")
    assert pack.races() == {"800m women 2023-05-01": ["1 Ida Berg 2:00.00", "3 Tea Lie 2:02.00"]}


def test_a_second_source_that_agrees_is_added(pack: Pack) -> None:
    table = "athlete,athlete_nation,mark\nIda Berg,NOR,11.30\n"
    assert pack.add(table, *SPRINT).code == 0
    run = pack.add(table, *SPRINT[:-1], "sources=web")
    assert (run.code, run.err) == (0, "")
    assert "~ Ida Berg: also web" in run.out
    assert [result.sources for result in pack.truth().results] == [("web", "list")]


def test_what_is_beside_the_mark_and_in_a_column_is_one(pack: Pack) -> None:
    """The one silently went before the other."""
    rows = "Ida Berg,NOR,11.30 (+2.5),+0.3\nEva Moe,NOR,11.40 (+0.3),0.3\nTea Lie,NOR,11.50 (+0.0),0.0\n"
    run = pack.add("athlete,athlete_nation,mark,wind\n" + rows, *SPRINT, "--partial")
    assert run.err == "table.csv:2:14: mark: '11.30 (+2.5)' contradicts the wind of the row, +0.3\n"
    assert pack.races() == {"100m women 2023-05-01": ["Eva Moe 11.40", "Tea Lie 11.50"]}


def test_who_did_not_finish_has_no_place(pack: Pack) -> None:
    """It was written with both, so that a disqualified runner came second."""
    rows = "Ida Berg,NOR,11.30,1,\nEva Moe,NOR,11.40,2,DSQ\nTea Lie,NOR,DNF,3,\nLiv Dahl,NOR,11.50,,DQ\n"
    run = pack.add("athlete,athlete_nation,mark,place,status\n" + rows, *SPRINT, "--partial")
    assert run.err.splitlines()[:2] == [
        "table.csv:3:19: place: place 2 and DQ: it cannot be both",
        "table.csv:4:17: place: place 3 and DNF: it cannot be both",
    ]
    assert pack.races() == {"100m women 2023-05-01": ["1 Ida Berg 11.30", "Liv Dahl DQ"]}


def test_the_last_split_may_be_the_finish(pack: Pack) -> None:
    options = ("--set", "event=800m", "--set", "sex=women", *HALL, *SOURCE, "--partial")
    rows = "Ida Berg,NOR,2:00.00,59.00,2:00.00\nEva Moe,NOR,2:01.00,59.50,2:03.00\n"
    run = pack.add("athlete,athlete_nation,mark,split 400m,split 800m\n" + rows, *options)
    assert run.err.splitlines()[0] == "table.csv:3:27: split 800m: 800m is not on the way in 800m"
    assert [result.splits.keys() for result in pack.truth().results] == [{"400m"}]


def test_an_event_of_the_other_sex_in_another_language(pack: Pack) -> None:
    """It became an event of its own, "100m Herren", with a woman in it."""
    rows = "athlete,athlete_nation,mark,event\nIda Berg,NOR,11.30,100m Herren\nEva Moe,NOR,11.40,100m Damen\n"
    run = pack.add(rows, *SPRINT[2:], "--new", "events", "--partial")
    assert run.err.splitlines()[0] == "table.csv:2:20: event: '100m Herren' is of the men, this row of the women"
    assert pack.races() == {"100m women 2023-05-01": ["Eva Moe 11.40"]}


def test_a_header_that_stands_twice_is_left_out(pack: Pack) -> None:
    run = pack.add(
        "athlete,athlete_nation,mark\nIda Berg,NOR,11.30\nathlete,athlete_nation,mark\nEva Moe,NOR,11.40\n", *SPRINT
    )
    assert (run.code, run.err) == (0, "")
    assert "the header stands again in line 3: left out" in run.out


def test_dates_in_both_orders_are_told_by_line(pack: Pack) -> None:
    rows = "athlete,athlete_nation,mark,date\nIda Berg,NOR,11.30,25/05/2023\nEva Moe,NOR,11.40,05/25/2023\n"
    run = pack.add(rows + "Tea Lie,NOR,11.60,04/05/2023\n", *SPRINT[:4], "--set", "city=Oslo", *SOURCE)
    assert run.code == 2
    assert "table.csv:4:19: date: '04/05/2023' is" in run.err
    assert "DD/MM/YYYY in line 2 and MM/DD/YYYY in line 3" in run.err


def test_columns_in_any_order_and_headers_without_a_name(pack: Pack) -> None:
    run = pack.add(",mark,athlete_nation,Unnamed: 6,athlete,Unnamed: 0.1\n0,11.30,NOR,x,Ida Berg,7\n", *SPRINT)
    assert (run.code, run.err) == (0, "")
    assert pack.races() == {"100m women 2023-05-01": ["Ida Berg 11.30"]}
