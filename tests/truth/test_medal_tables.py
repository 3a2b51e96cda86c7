"""Published medal tables of whole Games: counts, ranks by golds and by totals, and how far they reach."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from judging import judge
from msgspec.structs import replace

from harness.checking.load import default_truth_folder, load_truth
from harness.truth.index import Truth
from harness.truth.medal_tables import read_floor
from harness.truth.pack import MedalTable
from harness.truth.show import list_part, show_entity

PARIS = {"competition": "Paris Olympics"}
AFTER = "2024-08-20"


@cache
def truth() -> Truth:
    loaded = load_truth(default_truth_folder())
    assert isinstance(loaded, Truth), loaded[:3]
    return loaded


def rank(nation: str, place: int | str, by: str, **scope: Any) -> dict[str, Any]:
    return {"kind": "rank", "of": "nations", "by": by, "nation": nation, "rank": place, "scope": PARIS | scope}


def count(nation: str, medal: str, number: int | str) -> dict[str, Any]:
    return {"kind": "medal_count", "nation": nation, "medal": medal, "count": number, "scope": PARIS}


# The table as two papers printed it; the ranks by totals are worked out from the same counts.
BY_GOLDS = ["USA", "China", "Japan", "Australia", "France", "Netherlands", "Britain", "South Korea", "Italy", "Germany",
            "New Zealand", "Canada", "Uzbekistan", "Hungary", "Spain"]  # fmt: skip
BY_MEDALS = ["USA", "China", "Britain", "France", "Australia", "Japan", "Italy", "Netherlands", "Germany",
             "South Korea", "Canada"]  # fmt: skip

CASES = [
    *[(rank(nation, place, "golds"), "supported") for place, nation in enumerate(BY_GOLDS, 1)],
    *[(rank(nation, place, "medals"), "supported") for place, nation in enumerate(BY_MEDALS, 1)],
    (rank("New Zealand", 12, "medals"), "supported"),  # 20 medals, as Brazil has
    (rank("Brazil", 12, "medals"), "supported"),
    (rank("Brazil", 13, "medals"), "refuted"),
    (rank("China", 1, "golds"), "refuted"),  # 40 golds too, and fewer silvers
    (rank("Britain", 3, "golds"), "refuted"),
    (rank("Britain", 3, "medals"), "supported"),
    (rank("Sweden", 15, "golds"), "refuted"),  # behind fifteen for certain
    (rank("Sweden", 16, "golds"), "not_enough_info"),  # beside others with four golds that the pack may lack
    (rank("Kenya", 1, "golds"), "refuted"),
    (rank("Norway", 3, "golds"), "refuted"),  # not in the table: behind all who have five
    (rank("Norway", 18, "golds"), "not_enough_info"),
    (rank("Norway", 13, "medals"), "refuted"),
    (rank("Britain", 7, "golds", event="1500m", sex="men"), "refuted"),  # one event is counted from its places
    (count("USA", "gold", 40), "supported"),
    (count("USA", "any", 126), "supported"),
    (count("USA", "silver", 42), "refuted"),
    (count("Kenya", "bronze", "five"), "supported"),
    (count("Brazil", "any", "at least 20"), "supported"),
    (count("Norway", "gold", "four"), "not_enough_info"),  # one source only: not in the pack
    (count("Norway", "gold", "none"), "refuted"),  # but the 5000 m is
]


@pytest.mark.parametrize(("claim", "verdict"), CASES, ids=lambda value: str(value)[:70])
def test_paris_2024(claim: dict[str, Any], verdict: str) -> None:
    (found,) = judge(truth(), claim, published=AFTER)
    assert found.verdict == verdict, (found.message, found.found)


def test_a_rank_shows_the_row_the_count_and_the_statement() -> None:
    (found,) = judge(truth(), rank("Britain", 7, "golds"), published=AFTER)
    assert [item.id for item in found.evidence] == ["olympic-games-2024/medal-table/gbr"]
    assert "14 gold, 22 silver, 29 bronze" in found.evidence[0].summary
    assert len(found.evidence[0].sources) == 3
    assert found.arithmetic == ("6 nations with more, by golds",)
    assert found.relied_on == ("paris-2024-nations-by-golds",)


@pytest.mark.parametrize("claim", [rank("USA", 1, "golds"), count("USA", "gold", 40)], ids=["rank", "count"])
@pytest.mark.parametrize("published", ["2024-08-01", "2024-08-10"])
def test_before_the_last_day_there_is_no_final_table(claim: dict[str, Any], published: str) -> None:
    (found,) = judge(truth(), claim, published=published)
    assert found.verdict == "not_enough_info"


def test_a_window_that_leaves_out_a_part_of_the_games_is_not_the_table() -> None:
    first_week = count("USA", "gold", 40) | {"scope": PARIS | {"until": "2 August 2024"}}
    (found,) = judge(truth(), first_week, published=AFTER)
    assert found.verdict == "not_enough_info"


def test_a_window_up_to_the_last_day_takes_in_all_of_the_games() -> None:
    whole = count("USA", "gold", 40) | {"scope": PARIS | {"after": "1 July 2024", "until": "11 August 2024"}}
    (found,) = judge(truth(), whole, published=AFTER)
    assert found.verdict == "supported", found


def test_a_person_can_look_the_table_up() -> None:
    assert list(list_part(truth(), "medal_tables")) == [
        "olympic-games-2024  Olympic Games Paris 2024: 31 nations, 2024-08-11 to now"
    ]
    shown = show_entity(truth(), "Olympic Games Paris 2024")
    assert shown[-31] == "    United States 40-44-42"
    assert shown[-32] == "  medal table from 2024-08-11 to now, gold-silver-bronze:"


def revised(**changes: Any) -> Truth:
    """The pack with the table replaced from 1 September on by one in which China has a silver less."""
    (table,) = truth().pack.medal_tables
    rows = tuple(replace(row, silver=row.silver - 1) if row.nation == "CHN" else row for row in table.rows)
    later = replace(table, date="2024-09-01", rows=rows, vouched_until="2025")
    tables = {"first": replace(table, until="2024-09-01"), "later": later} | changes
    return Truth(replace(truth().pack, medal_tables=tuple(one for one in tables.values() if one is not None)))


@pytest.mark.parametrize(
    ("published", "silvers", "verdict"),
    [("2024-08-31", 27, "supported"), ("2024-09-01", 26, "supported"), ("2024-09-02", 27, "refuted")],
)
def test_a_table_stands_until_the_next(published: str, silvers: int, verdict: str) -> None:
    (found,) = judge(revised(), count("China", "silver", silvers), published=published)
    assert found.verdict == verdict


def test_without_the_later_table_the_earlier_one_does_not_come_back() -> None:
    (found,) = judge(revised(later=None), count("China", "silver", 27), published="2024-09-02")
    assert found.verdict == "not_enough_info"


@pytest.mark.parametrize(
    ("down_to", "floor"),
    [("5 golds", ("golds", 5)), ("20 medals", ("medals", 20)), (None, ("medals", 1)), ("5", None), ("0 golds", None)],
)
def test_how_deep_a_table_is_said_to_be(down_to: str | None, floor: tuple[str, int] | None) -> None:
    assert read_floor(down_to) == floor


def test_a_table_of_every_nation_ranks_them_all() -> None:
    pack = truth().pack
    every = [replace(one, down_to=None) for one in pack.completeness if one.id == "paris-2024-nations-by-golds"]
    whole = Truth(replace(pack, completeness=tuple(every)))
    claims = [rank("Sweden", 16, "golds"), rank("Brazil", 18, "golds"), rank("Norway", 31, "medals")]
    found = [one.verdict for one in judge(whole, *claims, published=AFTER)]
    assert found == ["supported", "supported", "refuted"]


def less() -> list[Truth]:
    """The pack less each row of the table in turn, with the statements on it; less the statements; less the table."""
    pack = truth().pack
    (table,) = pack.medal_tables
    fewer = tuple(one for one in pack.completeness if one.covers != "nations")
    tables: list[tuple[MedalTable, ...]] = [
        (replace(table, rows=table.rows[:at] + table.rows[at + 1 :]),) for at in range(len(table.rows))
    ]
    return [Truth(replace(pack, completeness=fewer, medal_tables=some)) for some in (*tables, (table,), ())]


def test_less_of_the_table_turns_no_verdict_over() -> None:
    claims = [claim for claim, _ in CASES]
    before = [verdict for _, verdict in CASES]
    for poorer in less():
        now = [one.verdict for one in judge(poorer, *claims, published=AFTER, names_of=truth())]
        pairs = zip(claims, before, now, strict=True)
        assert [claim for claim, *pair in pairs if set(pair) == {"supported", "refuted"}] == []
