"""Evidence as tables: what a claim is about, where it puts it, and what stands around the two."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace
from tiny_pack import PACK

from harness.checking.load import ClaimFile, read_claims
from harness.checking.run import Checker
from harness.checking.tables import TableMaker
from harness.records.model import EvidenceTable, Setting, TableRow
from harness.truth.evidence_tables import _few, list_table, medal_table, race_table, record_table, timeline
from harness.truth.index import Truth
from harness.truth.medal_tables import By
from harness.truth.pack import MedalTable, NationMedals
from harness.truth.record_rows import history
from harness.values import Range, exactly

TRUTH = Truth(PACK)
TODAY = date(2024, 8, 31).toordinal()


def shown(table: EvidenceTable | None, column: int = 1) -> list[str]:
    """One column, with "*" before what the claim is about and ">" before where it puts it."""
    assert table is not None
    signs = {"known": "*", "claimed": ">", "": ""}
    return [signs[row.marked] + row.cells[min(column, len(row.cells) - 1)] for row in table.rows]


def result(athlete: str, edition: str):
    [found] = [one for one in TRUTH.by_athlete_edition[athlete, edition] if one.round == "final"]
    return found


@pytest.mark.parametrize("day, order", [
    (date(2016, 9, 1), ["Filip Ramos 1", "Eric Stone 2", "*Cyrus Koech 3", "Duncan Hill 4"]),
    (date(2018, 1, 1), ["Eric Stone 1", "*Cyrus Koech 2", "Duncan Hill 3"]),  # the winner was struck out in 2017
])  # fmt: skip
def test_a_race_as_it_stood_on_the_day(day: date, order: list[str]) -> None:
    table = race_table(TRUTH, result("cyrus-koech", "games-2016"), {"cyrus-koech"}, day.toordinal())
    places = shown(table, 0)
    names = shown(table)
    assert [f"{name} {place.lstrip('*')}" for name, place in zip(names, places, strict=True)] == order
    assert "*Kenya" in shown(table, 2)


def test_who_did_not_finish_stands_last_with_the_reason() -> None:
    table = race_table(TRUTH, result("eric-stone", "worlds-2023"), {"eric-stone"}, TODAY)
    assert shown(table)[-1] == "Duncan Hill"
    assert table.rows[-1].cells[0] == "DNF"
    assert table.rows[3].cells[0] == "4 to 5"  # where sources disagree


LIST = Setting(event="1500m", sex="men", indoor=False)


def test_the_list_around_the_claimed_and_the_true_rank() -> None:
    table = list_table(TRUTH, "athletes", LIST, {"anders-berg"}, exactly(2), TODAY)
    assert shown(table) == ["Filip Ramos", ">Cyrus Koech", "Eric Stone", "Ben Clark", "*Anders Berg", "Duncan Hill"]


def test_a_long_list_is_cut_where_nothing_is_in_question() -> None:
    of_berg = result("anders-berg", "games-2020").id
    table = list_table(TRUTH, "performances", LIST, {of_berg}, exactly(12), TODAY)
    ranks = shown(table, 0)
    assert sum(rank.startswith("*") for rank in ranks) == 1
    assert "…" in ranks
    assert ">12" in ranks
    assert list_table(TRUTH, "athletes", Setting(event="1500m", sex="women"), set(), exactly(1), TODAY) is None


def test_the_first_three_rows_and_two_on_each_side_of_one_in_question() -> None:
    rows = [TableRow((str(number),), "known" if number == 10 else "") for number in range(1, 21)]
    assert [row.cells[0] for row in _few(rows)] == ["1", "2", "3", "…", "8", "9", "10", "11", "12", "…"]


@pytest.mark.parametrize("in_question, fourth", [(6, "4"), (7, "4"), (8, "…")])
def test_one_row_alone_is_shown_rather_than_left_out(in_question: int, fourth: str) -> None:
    rows = [TableRow((str(number),), "known" if number == in_question else "") for number in range(1, 12)]
    assert [row.cells[0] for row in _few(rows)][:4] == ["1", "2", "3", fourth]


@pytest.mark.parametrize(
    "races", [{}, {"competition": "Olympic Games", "year": 2021}], ids=["by its mark", "by its race"]
)
def test_of_an_athletes_many_performances_the_one_that_is_ranked_is_marked(races: dict[str, Any]) -> None:
    """On the list of all races, also where the words name the one in which it was run."""
    claim = {"kind": "rank", "of": "performances", "athlete": "Berg", "mark": "3:28.32", "rank": 12}
    [table] = tables_of({**claim, "scope": {"event": "1500m", "sex": "men", **races}})
    names = shown(table)
    assert (names.count("*Anders Berg"), names.count("Anders Berg") > 1) == (1, True)
    assert {"*8", ">12"} <= set(shown(table, 0))


def test_equal_marks_share_a_rank() -> None:
    table = list_table(TRUTH, "performances", LIST, set(), exactly(1), TODAY)
    ranks = [row.cells[0] for row in table.rows if row.cells[0] != "…"] if table else []
    assert ranks[0] == "1"
    assert ranks == sorted(ranks, key=int)


COUNTS = {"NOR": (4, 1, 3), "GBR": (5, 2, 0), "KEN": (4, 5, 2), "USA": (1, 9, 9)}
MEDALS = MedalTable(
    edition="games-2024", date="2024-08-11", sources=("book",),
    rows=tuple(NationMedals(nation=nation, gold=gold, silver=silver, bronze=bronze)
               for nation, (gold, silver, bronze) in COUNTS.items()),
)  # fmt: skip


@pytest.mark.parametrize("by, nations", [
    ("golds", [">Great Britain", "Kenya", "*Norway", "United States"]),
    ("medals", [">United States", "Kenya", "*Norway", "Great Britain"]),
])  # fmt: skip
def test_a_medal_table_in_the_order_of_the_claim(by: By, nations: list[str]) -> None:
    table = medal_table(TRUTH, MEDALS, {"NOR"}, exactly(1), by)
    assert shown(table) == nations
    assert table.rows[2].cells == ("3", "Norway", "4", "1", "3", "8")


def test_a_timeline_has_a_day_for_each_row() -> None:
    wins = [result("anders-berg", edition) for edition in ("euros-2024", "games-2020", "euros-2022")]
    since = Range(date(2022, 1, 1).toordinal(), date(2022, 12, 31).toordinal())
    table = timeline(TRUTH, wins, "titles of Anders Berg", since)
    assert shown(table, 0) == ["*7 August 2021", ">18 August 2022", "*12 June 2024"]
    assert list(table.days) == sorted(table.days)


def test_the_history_of_a_record_marks_the_one_in_question() -> None:
    [standing] = [record for record in history(TRUTH, _row("olympic", "3:28.32")) if record.row.mark == "3:28.32"]
    table = record_table(TRUTH, standing)
    assert shown(table, 2) == ["3:32.07", "*3:28.32", "3:27.65"]
    assert [row.cells[3] for row in table.rows] == ["7 August 2021", "6 August 2024", ""]


def _row(level: str, mark: str):
    return next(row for row in PACK.records if (row.level, row.mark) == (level, mark))


@pytest.mark.parametrize("claim, columns", [
    ({"kind": "mark", "athlete": "Clark", "mark": "3:27.99"}, ("place", "athlete", "nation", "mark")),
    ({"kind": "rank", "athlete": "Clark", "rank": 2}, ("rank", "athlete", "nation", "mark", "day")),
    ({"kind": "record", "level": "olympic", "athlete": "Clark"}, ("set", "athlete", "mark", "broken")),
    ({"kind": "count", "of": "wins", "athlete": "Berg", "count": 2}, ("day", "athlete", "race", "mark")),
])  # fmt: skip
def test_each_kind_shows_what_people_would_look_at(claim: dict[str, Any], columns: tuple[str, ...]) -> None:
    scope = {"event": "1500m", "sex": "men"}
    if claim["kind"] in ("mark", "record"):
        scope |= {"competition": "Olympic Games"}
    if claim["kind"] == "mark":
        scope |= {"year": 2024}  # type: ignore[dict-item]
    assert [table.columns for table in tables_of({**claim, "scope": scope})][:1] == [columns]


@pytest.mark.parametrize("claim", [
    {"kind": "mark", "athlete": "Clark", "mark": "3:27.99", "scope": {"event": "mile", "competition": "Rio 2016"}},
    {"kind": "mark", "athlete": "Nobody", "mark": "3:27.99", "scope": {"event": "1500m"}},
    {"kind": "other"},
])  # fmt: skip
def test_what_is_not_known_has_no_table(claim: dict[str, Any]) -> None:
    assert tables_of(claim) == ()


@pytest.mark.parametrize("claim, columns, shows", [
    ({"kind": "rank", "of": "nations", "nation": "Norway", "rank": 1}, ("rank", "nation", "golds"),
     [">Great Britain", "Kenya", "*Norway", "United States"]),
    ({"kind": "medal_count", "nation": "Norway", "medal": "gold", "count": 1}, ("rank", "nation", "golds"),
     ["Great Britain", "Kenya", "*Norway", "United States"]),
])  # fmt: skip
def test_what_a_published_table_decides_is_shown_in_it(
    claim: dict[str, Any], columns: tuple[str, ...], shows: list[str]
) -> None:
    truth = Truth(replace(PACK, medal_tables=(MEDALS,)))
    [table] = tables_of({**claim, "scope": {"competition": "Paris 2024"}}, truth)
    assert (table.caption, table.columns[:3]) == ("Paris 2024", columns)
    assert shown(table) == shows


def test_a_list_of_athletes_whose_sex_is_left_open_is_that_of_the_first() -> None:
    claim = {"kind": "rank", "athletes": ["Clark", "Moss"], "rank": 2, "scope": {"event": "1500m"}}
    [table] = tables_of(claim)
    assert shown(table)[:4] == ["Filip Ramos", ">Cyrus Koech", "Eric Stone", "*Ben Clark"]


def test_a_rank_that_fails_by_its_mark_shows_the_race_of_the_best_one() -> None:
    claim = {"kind": "rank", "athlete": "Clark", "rank": 4, "mark": "3:29.05", "scope": {"event": "1500m"}}
    [table] = tables_of(claim)
    assert table.columns == ("place", "athlete", "nation", "mark")
    assert "*Ben Clark" in shown(table)


def tables_of(claim: dict[str, Any], truth: Truth = TRUTH) -> tuple[EvidenceTable, ...]:
    """The tables of one claim, checked by itself."""
    row = {"id": "it", "text": "x", "quote": "x", "start": 0, "end": 1, **claim}
    article = {"id": "a", "title": "t", "publisher": "p", "url": None, "published": "2024-08-20",
               "published_basis": "b", "characters": 9, "sha256": "0" * 64}  # fmt: skip
    file = read_claims(json.dumps({"article": article, "claims": [row]}).encode(), "a.json")
    assert isinstance(file, ClaimFile), file
    maker = TableMaker(Checker(truth))
    [finding] = maker.checker.check_article(file)
    return maker.of_file(file, finding)


def test_who_has_no_place_stands_by_the_mark() -> None:
    races = [
        replace(race, results=tuple(replace(row, place=None) for row in race.results))
        if (race.edition, race.round) == ("games-2024", "final")
        else race
        for race in PACK.races
    ]
    truth = Truth(replace(PACK, races=tuple(races)))
    [berg] = [one for one in truth.by_athlete_edition["anders-berg", "games-2024"] if one.round == "final"]
    table = race_table(truth, berg, {"anders-berg"}, TODAY)
    assert shown(table) == ["Eric Stone", "Ben Clark", "Cyrus Koech", "*Anders Berg"]


@pytest.mark.parametrize("without", ["lena-moss", "mia-hale"])
def test_a_mark_of_nothing_is_no_better_and_no_worse_than_none(without: str) -> None:
    """Neither has a place: they stand by their names, whoever of them it is that has a mark."""
    races = [
        replace(race, results=tuple(
            replace(row, place=None, mark=None if row.athlete == without else "0.00") for row in race.results
        ))
        if race.event == "long-jump"
        else race
        for race in PACK.races
    ]  # fmt: skip
    truth = Truth(replace(PACK, races=tuple(races)))
    [moss] = truth.by_athlete_edition["lena-moss", "worlds-2023"]
    assert shown(race_table(truth, moss, set(), TODAY)) == ["Lena Moss", "Mia Hale"]
