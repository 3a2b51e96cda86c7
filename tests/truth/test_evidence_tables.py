"""Evidence as tables: what a claim is about, where it puts it, and what stands around the two."""

from __future__ import annotations

from datetime import date

import pytest
from tiny_pack import PACK

from harness.model import EvidenceTable, Setting
from harness.truth.evidence_tables import list_table, medal_table, race_table, timeline
from harness.truth.index import Truth
from harness.truth.medal_tables import By
from harness.truth.pack import MedalTable, NationMedals
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
    table = list_table(TRUTH, "performances", LIST, {"filip-ramos"}, exactly(12), TODAY)
    ranks = shown(table, 0)
    assert ranks[:3] == ["*1", "2", "3"]
    assert "…" in ranks
    assert ">12" in ranks
    assert list_table(TRUTH, "athletes", Setting(event="1500m", sex="women"), set(), exactly(1), TODAY) is None


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
