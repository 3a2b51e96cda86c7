"""Teams with their members, and who was entered for an event; new editions, of which a table tells some days only."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_pack import HALL, MEN, Pack

SOURCE = ("--set", "sources=list")
RELAY = (*MEN, *SOURCE, "--set", "team=yes")
CUP = ("--set", "event=boxing-71", "--set", "sex=men", "--set", "edition=cup-2023", *SOURCE)
HEADER = "athlete,athlete_nation,member,born,mark,place\n"


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return Pack(tmp_path)


def line_ups(pack: Pack) -> dict[str, list[str]]:
    truth = pack.truth()
    return {truth.name(one.athlete): sorted(map(truth.name, one.members)) for one in truth.results}


LINE_UPS = [
    ("all in one cell", "athlete,athlete_nation,members,mark\n"
     "Norway,NOR,\"Al Roe, Jan Dal and Ola Viken\",1:50.00\nGreat Britain,GBR,Bo Ek; Una Holt,1:51.00\n",
     {"Norway": ["Al Roe", "Jan Dal", "Ola Viken"], "Great Britain": ["Bo Ek", "Una Holt"]}),
    ("a row each", f"{HEADER}Norway,NOR,Al Roe,1990-02-03,1:50.00,1\nNorway,NOR,Jan Dal,,1:50.00,1\n",
     {"Norway": ["Al Roe", "Jan Dal"]}),
    ("a team without members", f"{HEADER}Norway,NOR,,,1:50.00,1\n", {"Norway": []}),
]  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), [row[1:] for row in LINE_UPS], ids=[row[0] for row in LINE_UPS])
def test_a_team_has_its_members(table: str, expected: dict[str, list[str]], pack: Pack) -> None:
    run = pack.add(table, *RELAY)
    assert (run.code, run.err) == (0, "")
    assert line_ups(pack) == expected
    assert pack.add(table, *RELAY).out.endswith("nothing to do\n")


def test_teams_by_the_codes_of_their_nations(pack: Pack) -> None:
    run = pack.add("athlete,mark\nNOR,1:50.00\nGBR,1:51.00\n", *RELAY)
    assert (run.code, run.err) == (0, "")
    assert sorted(line_ups(pack)) == ["Great Britain", "Norway"]


def test_three_capitals_are_no_nation_where_no_teams_compete(pack: Pack) -> None:
    run = pack.add("athlete,mark\nNOR,1:50.00\n", *MEN, *SOURCE)
    assert "'NOR' is new to the pack: a new athlete needs an athlete_nation" in run.err


def test_a_members_birth_is_theirs_and_the_known_athlete_is_meant(pack: Pack) -> None:
    pack.add(f"{HEADER}Norway,NOR,Ola Viken,1990-02-03,1:50.00,1\n", *RELAY)
    athletes = pack.truth().athletes
    assert athletes["ola-viken"].born == "1990-02-03"
    assert athletes["norway"].born is None


def test_a_member_who_is_asked_about_leaves_the_team_without_line_up(pack: Pack) -> None:
    """A line-up says by its silence that nobody else competed: half of one would refute that the other did."""
    table = f"{HEADER}Norway,NOR,Al Roe,,1:50.00,1\nNorway,NOR,Ola Vyken,,1:50.00,1\n"
    run = pack.add(table, *RELAY, "--partial")
    assert run.code == 1
    assert "table.csv:3:12: athlete: 'Ola Vyken': is it Ola Viken (ola-viken)?" in run.err
    assert line_ups(pack) == {"Norway": []}
    run = pack.add(table, *RELAY, "--same", "Ola Vyken=ola-viken")
    assert (run.code, run.err) == (0, "")
    assert line_ups(pack) == {"Norway": ["Al Roe", "Ola Viken"]}


def test_more_members_than_legs_are_kept_in_words(pack: Pack) -> None:
    """Who swam in the heats has the medal too: which four were in the final the table does not say."""
    names = ["Al Roe", "Bo Ek", "Jan Dal", "Ola Viken", "Per Lie"]
    table = f'athlete,athlete_nation,members,mark\nNorway,NOR,"{", ".join(names)}",3:20.00\n'
    options = (*RELAY[2:], "--set", "event=4x100 m freestyle", "--new", "events")
    for ending in ("written\n", "nothing to do\n"):
        run = pack.add(table, *options)
        assert (run.code, run.err) == (0, "")
        assert run.out.endswith(ending)
    (result,) = pack.truth().results
    assert set(names) <= {athlete.name for athlete in pack.truth().athletes.values()}
    assert (result.members, result.note) == ((), f"members, heats included: {', '.join(names)}")


def test_a_team_of_another_nation_than_its_member_is_left_out_and_the_member_is_not(pack: Pack) -> None:
    """Sources write today's nation for the relays of nations that are no more: the runners' own rows tell."""
    table = "athlete,athlete_nation,member,team,mark,round\nJan Dal,GDR,,,1:44.00,heat 1\n"
    table += "Germany,GER,Jan Dal,yes,1:50.00,final\nGermany,GER,Bo Ek,yes,1:50.00,final\n"
    run = pack.add(table, *MEN, *SOURCE, "--partial")
    assert run.code == 1
    assert "3:1: athlete: Jan Dal is of this team of Germany and is for East Germany (line 2) at that time" in run.err
    assert line_ups(pack) == {"Jan Dal": []}
    assert [person[0] for person in pack.people()] == ["Jan Dal"]


REFUSED = [
    ("members of no team", "athlete,athlete_nation,members,mark\nBo Ek,NOR,Al Roe,1:50.00\n", (*MEN, *SOURCE),
     "'Bo Ek' has members and is no team"),
    ("a mixed team's member of unknown sex",
     "athlete,athlete_nation,member,mark,sex\nNorway,NOR,Al Roe,1:50.00,mixed\n",
     ("--set", "event=800m", *HALL, *SOURCE, "--set", "team=yes"), "this member of a mixed team is not given"),
    ("a woman in a men's race", "athlete,athlete_nation,athlete_sex,mark\nAda Noe,NOR,F,1:50.00\n", (*MEN, *SOURCE),
     "the athlete competes with the women, this row is of the men"),
    ("an entry for no edition", "athlete,athlete_nation,status\nAl Roe,NOR,entered\n", (*MEN, *SOURCE),
     "entered without a result: the row needs an edition, and none is given"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "options", "why"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_is_no_team_and_no_entry_is_refused(table: str, options: tuple[str, ...], why: str, pack: Pack) -> None:
    run = pack.add(table, *options)
    assert run.code == 2
    assert why in run.err


def test_an_athlete_of_a_mixed_race_keeps_their_sex(pack: Pack) -> None:
    rows = "athlete,athlete_nation,athlete_sex,place\nAda Noe,NOR,F,1\nAl Roe,GBR,M,2\n"
    run = pack.add(rows, *CUP[:2], "--set", "sex=mixed", *CUP[4:])
    assert (run.code, run.err) == (0, "")
    assert [person[:2] for person in pack.people()] == [("Ada Noe", "women"), ("Al Roe", "men")]
    assert {result.sex for result in pack.truth().results} == {"mixed"}


def test_mixed_relays_in_one_cell_keep_their_names_in_words(pack: Pack) -> None:
    table = 'athlete,athlete_nation,members,mark,sex\nNorway,NOR,"Al Roe, Ada Noe",1:50.00,mixed\n'
    assert pack.add(table, "--set", "event=800m", *HALL, *SOURCE, "--set", "team=yes").code == 0
    assert [result.note for result in pack.truth().results] == ["members: Al Roe, Ada Noe"]


def test_entries_are_kept_as_entries_and_once(pack: Pack) -> None:
    table = "athlete,athlete_nation,status,sources\nAl Roe,NOR,entered,list\nAl Roe,NOR,entered,web\n"
    table += "Bo Ek,GBR,Withdrew,web\n"
    run = pack.add(table, *CUP[:6])
    assert (run.code, run.err) == (0, "")
    assert run.out.endswith("1 repeated in the table: written\n")
    entries = pack.truth().entries
    assert [(one.athlete, one.status, one.sources) for one in entries] == [
        ("al-roe", "entered", ("list", "web")), ("bo-ek", "withdrew", ("web",)),
    ]  # fmt: skip
    assert pack.truth().results == []
    assert pack.add(table, *CUP[:6]).out.endswith("3 rows there already: nothing to do\n")
    run = pack.add("athlete,athlete_nation,status,sources\nBo Ek,GBR,withdrew,list\n", *CUP[:6])
    assert "~      Bo Ek  withdrew" in run.out


def test_a_new_edition_is_of_its_year_and_its_races_keep_day_and_city(pack: Pack) -> None:
    """From when to when it was held no row tells: "it began on 5 July" must not come out refuted."""
    table = "athlete,athlete_nation,competition,date,city,mark\nAl Roe,NOR,Games of the North,2023-07-08,Oslo,1:50.00\n"
    run = pack.add(table, "--set", "event=800m", "--set", "sex=men", *SOURCE, "--new", "editions")
    assert (run.code, run.err) == (0, "")
    (edition,) = (one for one in pack.truth().editions.values() if one.competition == "games-of-the-north")
    assert (edition.start, edition.end) == ("2023", "2023")
    (race,) = pack.truth().pack.races
    assert (race.date, race.city) == ("2023-07-08", "Oslo")
