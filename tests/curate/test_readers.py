"""Ready readers: each recognises its own kind of table and no other's, and reads it without a mapping. All invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_pack import Pack

from harness.curate.readers import Read, SourceFile, readers, recognise
from harness.curate.table import Table, read_table

WORLD_ATHLETICS = """\
,Rank,Mark,WIND,Competitor,DOB,Nat,Pos,Venue,Date,Results Score
0,1,10.05,1.9,Ola TANGEN,21 AUG 1996,NOR,1f2,"Valle Hovin, Oslo (NOR)",16 AUG 2019,1200
1,2,10.11,2.4,Ola TANGEN,21 AUG 1996,NOR,2h1,"Valle Hovin, Oslo (NOR)",16 AUG 2019,1190
2,3,10.2,0.3,Bo VIK-LARSEN,1999,NOR,1,Bergen (NOR) (i),02 FEB 2020,1180
3,4,10.31,,Per DE GROOT,,NED,1,"Hayward, Eugene, OR (USA)",05 JUN 2021,1170
4,5,10.32,,Jan MOE,,NOR,1,"Hayward, Eugene, OR (USA)",05 JUN 2021,1170
"""
FOOTBALL = """\
date,home_team,away_team,home_score,away_score,tournament,city,country,neutral
1999-05-01,Norway,Scotland,2,1,Friendly,Oslo,Norway,FALSE
1999-05-01,Sweden,Denmark,0,0,Friendly,Oslo,Norway,TRUE
"""
SHOOTOUTS = """\
date,home_team,away_team,winner,first_shooter
1999-05-01,Sweden,Denmark,Denmark,
"""
SWIMMING = """\
Location,Year,Distance (in meters),Stroke,Relay?,Gender,Team,Athlete,Results,Rank
Rio,2016,100m,Backstroke,0,Women,NOR,Ida Berg,00:01:00.930000,1
Rio,2016,100m,Backstroke,0,Women,GBR,Ann Hill,Did not start,0
Rio,2016,4x100,Freestyle,1,Women,NOR,"Ida Berg, Liv Dahl, Eva Moe, Tea Lie",00:03:40.100000,2
Rio,2016,100m,Backstroke,0,Women,SWE,Eva Sund,00:01:01.5,4
"""
MEDALLISTS = """\
medal_date,medal_type,medal_code,name,gender,country_code,discipline,event,birth_date,code_athlete,team,team_gender
27-07-2024,Gold Medal,1,BERG Ida,Female,NOR,Judo,Women +78 kg,25-01-2000,11,,
27-07-2024,Gold Medal,1,HILL Ann,Female,GBR,Judo,Women -78 kg,,12,,
28-07-2024,Bronze Medal,3,DAHL Liv,Female,NOR,Rowing,Women's Pair,,13,Norway,W
28-07-2024,Bronze Medal,3,MOE Eva,Female,NOR,Rowing,Women's Pair,,14,Norway,W
"""
OLYMPEDIA = """\
"ID","Name","Sex","Team","NOC","Games","Year","Season","City","Sport","Event","Medal"
"1","Ida Berg","F","Norway","NOR","1992 Summer",1992,"Summer","Barcelona","Judo","Judo Women's Lightweight","Gold"
"2","Ida Berg","F","Norway","NOR","1992 Summer",1992,"Summer","Barcelona","Judo","Judo Women's Middleweight",NA
"3","Ole Vik","M","Norway","NOR","1994 Winter",1994,"Winter","Lillehammer","Curling","Curling Men's Curling","Silver"
"4","Per Lie","M","Norway","NOR","1994 Winter",1994,"Winter","Lillehammer","Curling","Curling Men's Curling","Silver"
"3","Ole Vik","M","Norway","NOR","1998 Winter",1998,"Winter","Nagano","Sailing","Sailing Mixed Skiff","Gold"
"6","Al Do","M","Norway","NOR","1992 Summer",1992,"Summer","Barcelona","Athletics","Athletics Men's 1,500 metres","Gold"
"7","Tor Ro","M","Norway","NOR","1992 Summer",1992,"Summer","Barcelona","Football","Football Men's Football","Gold"
"5","Bo Ek","M","Norway-2","NOR","1992 Summer",1992,"Summer","Barcelona","Rowing","Rowing Men's Coxed Fours","Bronze"
"""
ROAD = """\
name,gender,age,bib,country,official,genderdiv,5k,half
"Berg, Ida",F,30,F1,NOR,140.50,1,16.50,70.10
"Lie, Per",M,41,W2,NOR,95.25,1,11.20,47.40
"Smith, Jo",F,30,310,GBR,199.99,2,23.00,99.90
"Smith, Jo",F,50,311,GBR,210.10,3,24.00,-
"""
OPENTRACK = """\
{"name": "31st Olympic Games", "year": "2016", "city": "Rio de Janeiro", "events": [
 {"name": "100 m Women", "eventCode": "100", "gender": "W", "date": "2016-08-12", "round": "HEAT",
  "roundName": "Heat 2", "wind": "0.3", "result": [
   {"familyName": "Berg", "givenName": "Ida", "country": "NOR", "rank": "1", "performance": "11.20",
    "tpAthleteId": "7", "qualification": "Q"},
   {"familyName": "Hill", "givenName": "Ann", "country": "GBR", "performance": "DNF", "tpAthleteId": "8"}]},
 {"name": "Long jump Women", "eventCode": "LJ", "gender": "W", "date": "2016-08-13", "round": "FINAL",
  "roundName": null, "athlon": "Heptathlon", "result": [
   {"familyName": "Berg", "givenName": "Ida", "country": "NOR", "rank": "1", "performance": "6.10",
    "tpAthleteId": "7", "wind": "2.5"}]}]}
"""
HYTEK = """\
                  Hill Country Invitational - 5/16/2023
Event 1  Women 100 Meter Dash
================================================================================
    Name                    Year School                  Seed     Finals  Wind H# Points
================================================================================
  1 Berg, Ida                 12 Northern               11.95      11.90Q  1.2  2   8
  2 Hill, Ann                 11 Southern                          12.01   1.2  2   4.50
 -- Moe, Eva                  10 Northern Hill          12.30        DNF        1

Event 2  Women 4x400 Meter Relay
================================================================================
    School                                               Seed     Finals  Points
================================================================================
Finals
  1 Northern                                          4:10.00    4:02.55   10
     1) Berg, Ida 12                    2) Moe, Eva 10
     3) Dahl, Liv SR                    4) Lie, Tea 9
 -- Southern                                          4:05.00         DQ

Event 14  Men Long Jump
================================================================================
    Name                    Year School                  Seed     Finals  Points
================================================================================
  1 Vik, Ole                  12 Northern            20-00.00   21-04.25    8
 -- Lie, Per                     Southern            19-00.00       FOUL
"""
WIKIDATA = """\
athlete,athleteLabel,sexLabel,countryLabel,eventLabel,date,cityLabel,rank,time
http://www.wikidata.org/entity/Q111,Ida Berg,female,Norway,1500 metres,1999-05-01T00:00:00Z,Oslo,1,4:05.10
http://www.wikidata.org/entity/Q222,Ann Hill,female,United Kingdom,1500 metres,1999-05-01T00:00:00Z,Oslo,2,4:06.00
"""

HALL = ("--set", "city=Bergen", "--set", "date=2023-05-06", "--set", "athlete_nation=NOR")
READ = [
    ("world_athletics", "men/100-metres.csv", WORLD_ATHLETICS, (), {
        "100m men 2019-08-16 final 2": ["1 Ola Tangen 10.05"],
        "100m men 2019-08-16 heat 1": ["2 Ola Tangen 10.11"],
        "100m men 2020-02-02": ["1 Bo Vik-Larsen 10.20"],
        "100m men 2021-06-05 of jan-moe": ["Jan Moe 10.32"],
        "100m men 2021-06-05 of per-de-groot": ["Per De Groot 10.31"],
    }),
    ("football_internationals", "results.csv", FOOTBALL, (), {
        "football men 1999-05-01": ["Norway 2", "Scotland 1", "Denmark 0", "Sweden 0"],
    }),
    ("swimming", "swim.csv", SWIMMING, (), {
        "100m-backstroke women 2016-08 final": ["1 Ida Berg 1:00.93", "Eva Sund 1:01.5", "Ann Hill DNS"],
        "4x100m-freestyle women 2016-08 final": ["2 Norway 3:40.10"],
    }),
    ("football_internationals", "shootouts.csv", SHOOTOUTS, (), {
        "football men 1999-05-01": ["1 Denmark finished", "2 Sweden finished"],
    }),
    ("paris_medallists", "medallists.csv", MEDALLISTS, (), {
        "judo-over-78-kg women 2024-07-27 final": ["1 Ida Berg finished"],
        "judo-78-kg women 2024-07-27 final": ["1 Ann Hill finished"],
        "rowing-pair women 2024-07-28 final": ["3 Norway finished"],
    }),
    ("olympedia", "athletes.csv", OLYMPEDIA, (), {
        "judo-lightweight women 1992 final": ["1 Ida Berg finished"],
        "1500m men 1992 final": ["1 Al Do finished"],
        "curling men 1994-02 final": ["2 Norway finished"],
        "football men 1992 final": ["1 Norway finished"],
        "rowing-coxed-fours men 1992 final": ["3 Norway-2 finished"],
        "sailing-skiff mixed 1998-02 final": ["1 Ole Vik finished"],
    }),
    ("road_race", "results.csv", ROAD, ("--set", "event=marathon", *HALL[:4]), {
        "marathon women 2023-05-06": ["1 Ida Berg 2:20:30", "2 Jo Smith 3:19:59", "3 Jo Smith 3:30:06"],
        "marathon-wheelchair men 2023-05-06": ["1 Per Lie 1:35:15"],
    }),
    ("opentrack", "results.json", OPENTRACK, (), {
        "100m women 2016-08-12 heat 2": ["1 Ida Berg 11.20", "Ann Hill DNF"],
        "heptathlon-long-jump women 2016-08-13 final": ["1 Ida Berg 6.10"],
    }),
    ("hytek", "meet.txt", HYTEK, (*HALL[:2], *HALL[4:]), {
        "100m women 2023-05-16": ["1 Ida Berg 11.90", "2 Ann Hill 12.01", "Eva Moe DNF"],
        "4x400m women 2023-05-16 final": ["1 Northern 4:02.55", "Southern DQ"],
        "long-jump men 2023-05-16": ["1 Ole Vik 21' 4 1/4\"", "Per Lie NM"],
    }),
    ("wikidata", "query.csv", WIKIDATA, (), {
        "1500m women 1999-05-01": ["1 Ida Berg 4:05.10", "2 Ann Hill 4:06.00"],
    }),
]  # fmt: skip


@pytest.mark.parametrize(("reader", "file", "text", "options", "expected"), READ, ids=[row[1] for row in READ])
def test_a_source_is_read_without_a_mapping(
    reader: str, file: str, text: str, options: tuple[str, ...], expected: dict[str, list[str]], tmp_path: Path
) -> None:
    pack = Pack(tmp_path, {"sources": [{"id": "list", "title": "The list", "family": "list"}]})
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    arguments = ("truth", "add", "--truth", "pack", "--from", file, "--new", "all", "--set", "sources=list", *options)
    run = pack.run(*arguments)
    assert (run.code, run.err) == (0, "")
    assert f"({reader}, " in run.out
    assert pack.races(merged=True) == expected
    again = pack.run(*arguments)
    assert (again.code, again.err) == (0, "")
    assert again.out.endswith("nothing to do\n")


MEMBERS = [
    ("swim.csv", SWIMMING, {"Norway": ["Eva Moe", "Ida Berg", "Liv Dahl", "Tea Lie"]}),
    ("medallists.csv", MEDALLISTS, {"Norway": ["Eva Moe", "Liv Dahl"]}),
    ("meet.txt", HYTEK, {"Northern": ["Eva Moe", "Ida Berg", "Liv Dahl", "Tea Lie"]}),
    ("athletes.csv", OLYMPEDIA, {"Norway": ["Ole Vik", "Per Lie", "Tor Ro"], "Norway-2": ["Bo Ek"]}),
]


@pytest.mark.parametrize(("file", "text", "expected"), MEMBERS, ids=[row[0] for row in MEMBERS])
def test_teams_have_their_members(file: str, text: str, expected: dict[str, list[str]], tmp_path: Path) -> None:
    pack = Pack(tmp_path, {"sources": [{"id": "list", "title": "The list", "family": "list"}]})
    (tmp_path / file).write_text(text, encoding="utf-8")
    options = (*HALL[:2], *HALL[4:]) if file == "meet.txt" else ()
    run = pack.run("truth", "add", "--truth", "pack", "--from", file, "--new", "all", "--set", "sources=list", *options)
    assert (run.code, run.err) == (0, "")
    truth = pack.truth()
    members: dict[str, list[str]] = {}
    for one in truth.results:
        if one.members:
            named = members.setdefault(truth.name(one.athlete), [])
            named[:] = sorted([*named, *map(truth.name, one.members)])
    assert members == expected
    assert {truth.athletes[identity].sex for one in truth.results for identity in one.members} <= {"men", "women"}


def test_who_won_no_medal_was_entered_and_in_no_final(tmp_path: Path) -> None:
    """The table says that they took part, and not in which round: a final made of it would refute "her first final"."""
    pack = Pack(tmp_path, {"sources": [{"id": "list", "title": "The list", "family": "list"}]})
    (tmp_path / "athletes.csv").write_text(OLYMPEDIA, encoding="utf-8")
    pack.run("truth", "add", "--truth", "pack", "--from", "athletes.csv", "--new", "all", "--set", "sources=list")
    (entry,) = pack.truth().entries
    assert pack.truth().name(entry.athlete) == "Ida Berg"
    assert (entry.edition, entry.event, entry.status) == ("olympic-games-1992", "judo-middleweight", "entered")


def test_a_shoot_out_gives_the_drawn_match_its_winner(tmp_path: Path) -> None:
    pack = Pack(tmp_path, {"sources": [{"id": "list", "title": "The list", "family": "list"}]})
    add = ("truth", "add", "--truth", "pack", "--new", "all", "--set", "sources=list", "--from")
    (tmp_path / "results.csv").write_text(FOOTBALL, encoding="utf-8")
    (tmp_path / "shootouts.csv").write_text(SHOOTOUTS, encoding="utf-8")
    assert [pack.run(*add, file).code for file in ("results.csv", "shootouts.csv")] == [0, 0]
    assert pack.races(merged=True)["football men 1999-05-01"] == ["Norway 2", "Scotland 1", "1 Denmark 0", "2 Sweden 0"]
    (tmp_path / "shootouts.csv").write_text(SHOOTOUTS.replace("Denmark,Denmark", "Denmark,Norway"), encoding="utf-8")
    run = pack.run(*add, "shootouts.csv")
    assert run.code == 2
    assert "shootouts.csv:2:27: place: 'Norway' is not a place" in run.err


def source(file: str, text: str) -> SourceFile:
    table = read_table(text.encode(), file)
    return SourceFile(Path(file), text.encode(), table if isinstance(table, Table) else None)


@pytest.mark.parametrize(("reader", "file", "text"), [row[:3] for row in READ], ids=[row[1] for row in READ])
def test_every_reader_knows_its_own_and_no_other(reader: str, file: str, text: str) -> None:
    sure = {name: module.sure(source(file, text)) for name, module in readers().items()}
    assert {name for name, share in sure.items() if share > 0} == {reader}
    found = recognise(source(file, text))
    assert found is not None
    assert found[0] == reader
    assert 0 < found[1] <= 1


def test_every_reader_is_tested_and_says_what_it_reads() -> None:
    assert {row[0] for row in READ} == set(readers())
    assert all(module.TITLE for module in readers().values())


def test_a_plain_table_is_nobodys() -> None:
    assert recognise(source("table.csv", "athlete,mark\nIda Berg,2:00.00\n")) is None


def test_an_unknown_reader_is_named(tmp_path: Path) -> None:
    run = Pack(tmp_path).add("athlete,mark\nIda Berg,2:00.00\n", "--reader", "worldathletics")
    assert run.code == 2
    assert "unknown reader 'worldathletics': did you mean 'world_athletics'?" in run.err


def test_a_meeting_in_json_without_line_ends_has_its_rows_told_apart() -> None:
    raw = json.dumps(json.loads(OPENTRACK)).encode()
    read = readers()["opentrack"].read(SourceFile(Path("results.json"), raw, None))
    assert isinstance(read, Read)
    assert read.table.file == "results.json (objects counted as lines)"
    assert [row[0].line for row in read.table.rows] == list(range(1, len(read.table.rows) + 1))
