"""Ready readers: each recognises its own kind of table and no other's, and reads it without a mapping. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_pack import Pack

from harness.curate.readers import SourceFile, readers, recognise
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
                  Hill Country Invitational - 5/6/2023
Event 1  Women 100 Meter Dash
================================================================
    Name                    Year School                  Finals
================================================================
  1 Berg, Ida                 12 Northern                 11.90   1.2  8
  2 Hill, Ann                 11 Southern                 12.01   1.2  6
 -- Moe, Eva                  10 Northern                   DNF

Event 14  Men Long Jump
================================================================
  1 Vik, Ole                  12 Northern               21-04.25
 -- Lie, Per                     Southern                   FOUL
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
    ("paris_medallists", "medallists.csv", MEDALLISTS, (), {
        "judo-over-78-kg women 2024-07-27 final": ["1 Ida Berg finished"],
        "judo-78-kg women 2024-07-27 final": ["1 Ann Hill finished"],
        "rowing-pair women 2024-07-28 final": ["3 Norway finished"],
    }),
    ("olympedia", "athletes.csv", OLYMPEDIA, (), {
        "judo-lightweight women 1992 final": ["1 Ida Berg finished"],
        "judo-middleweight women 1992 final": ["Ida Berg finished"],
        "curling-curling men 1994-02 final": ["2 Norway finished"],
    }),
    ("road_race", "results.csv", ROAD, ("--set", "event=marathon", *HALL[:4]), {
        "marathon women 2023-05-06": ["1 Ida Berg 2:20:30", "2 Jo Smith 3:19:59", "3 Jo Smith 3:30:06"],
        "marathon-wheelchair men 2023-05-06": ["1 Per Lie 1:35:15"],
    }),
    ("opentrack", "results.json", OPENTRACK, (), {
        "100m women 2016-08-12 heat 2": ["1 Ida Berg 11.20", "Ann Hill DNF"],
        "heptathlon-long-jump women 2016-08-13 final": ["1 Ida Berg 6.10"],
    }),
    ("hytek", "meet.txt", HYTEK, HALL, {
        "100m women 2023-05-06": ["1 Ida Berg 11.90", "2 Ann Hill 12.01", "Eva Moe DNF"],
        "long-jump men 2023-05-06": ["1 Ole Vik 21' 4 1/4\"", "Per Lie NM"],
    }),
    ("wikidata", "query.csv", WIKIDATA, (), {
        "1500m women 1999-05-01": ["1 Ida Berg 4:05.10", "2 Ann Hill 4:06.00"],
    }),
]  # fmt: skip


@pytest.mark.parametrize(("reader", "file", "text", "options", "expected"), READ, ids=[row[0] for row in READ])
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


def source(file: str, text: str) -> SourceFile:
    table = read_table(text.encode(), file)
    return SourceFile(Path(file), text.encode(), table if isinstance(table, Table) else None)


@pytest.mark.parametrize(("reader", "file", "text"), [row[:3] for row in READ], ids=[row[0] for row in READ])
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
