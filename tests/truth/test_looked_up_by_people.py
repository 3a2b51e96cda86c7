"""What a pack holds, in lines for a person: its parts, all there is on one name or day, and names nearly like it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tiny_pack import PACK

from harness.truth.index import Truth
from harness.truth.pack import Horizon, MedalTable, NationMedals
from harness.truth.show import list_part, named_like, show_entity

GAMES_2016 = MedalTable(edition="games-2016", date="2016-08-21", until="2017-05-01", sources=("book",),
                        rows=(NationMedals(nation="ESP", gold=1, silver=0, bronze=0),))  # fmt: skip
GAMES_2024 = replace(GAMES_2016, edition="games-2024", date="2024-08-11", until=None)
BOOK = Horizon(of="records", until="2024-09-01", sources=("book",))
TRUTH = Truth(replace(PACK, medal_tables=(GAMES_2016, GAMES_2024), horizons=(BOOK, replace(BOOK, source="book"))))


@pytest.mark.parametrize(
    "part, number, line",
    [
        pytest.param("sources", 0, "book  The Book of Races", id="by the title"),
        pytest.param("athletes", 1, "ben-clark  Ben Clark", id="by the name"),
        pytest.param("completeness", 2, "best-1500  best-1500", id="by the text"),
        pytest.param("records", 0, "world 1500m men: 3:26.00 Filip Ramos, 2013-07-14 to now", id="a record"),
        pytest.param("records", 1, "world 2 miles indoors men: 8:03.40 Duncan Hill, 2015-02-21 to 2024-02-11",
                     id="a record that was broken, indoors"),
        pytest.param("records", 6, "area of Africa 1500m men: 3:26.34 Cyrus Koech, 2019-08-24 to now",
                     id="a record of an area"),
        pytest.param("medal_tables", 0, "games-2016  Rio 2016: 1 nations, 2016-08-21 to 2017-05-01", id="a table"),
        pytest.param("medal_tables", 1, "games-2024  Paris 2024: 1 nations, 2024-08-11 to now", id="the last table"),
        pytest.param("horizons", 0, "records  vouched for until 2024-09-01 (book)", id="of all"),
        pytest.param("horizons", 1, "records of book  vouched for until 2024-09-01 (book)", id="of one source"),
    ],
)  # fmt: skip
def test_the_lines_of_a_part(part: str, number: int, line: str) -> None:
    assert list(list_part(TRUTH, part))[number] == line


def test_an_athlete_by_name_in_any_case() -> None:
    lines = show_entity(TRUTH, "LENA moss")
    assert lines[0] == "athletes: lena-moss"
    assert {"  name: Lena Moss", "  sex: women", '  nations: [{"value":"GER"}]'} <= set(lines)
    assert lines[-2:] == [
        "  results (1):", "    20 August 2023  worlds-2023/long-jump/final/lena-moss: "
        "Lena Moss, long jump, final, Budapest 2023, 7.14, place 1",
    ]  # fmt: skip


def test_a_nation_by_its_alias() -> None:
    assert show_entity(TRUTH, "britain")[0] == "nations: GBR"


def test_an_edition_with_its_results_and_its_own_medal_table_only() -> None:
    lines = show_entity(TRUTH, "Rio 2016")
    assert lines[0] == "editions: games-2016"
    assert "  results (4):" in lines
    assert lines[-2:] == ["  medal table from 2016-08-21 to 2017-05-01, gold-silver-bronze:", "    Spain 1-0-0"]


@pytest.mark.parametrize(
    "printed, heads",
    [
        pytest.param("2024-05-30", ["editions (1):", "  results (2):"], id="a day"),
        pytest.param("2024-05", ["editions (1):", "  results (6):"], id="a month"),
        pytest.param("2024-05-25", ["  results (4):"], id="a day without a holding"),
        pytest.param("2024-08-10", ["editions (1):"], id="a day without results"),
        pytest.param("2024-12-24", [], id="a day without either"),
        pytest.param("2024-13", [], id="no day"),
        pytest.param("someday", [], id="no name and no day"),
    ],
)
def test_what_was_contested_on_a_day(printed: str, heads: list[str]) -> None:
    assert [line for line in show_entity(TRUTH, printed) if line.endswith(":")] == heads


def test_the_holdings_of_a_day_with_their_days() -> None:
    assert show_entity(TRUTH, "2024-08-10")[1] == "  2024-08-01 to 2024-08-11  games-2024: Paris 2024"


@pytest.mark.parametrize(
    "name, like",
    [
        pytest.param("berg", ["anders-berg", "berg-clark"], id="a part of a name, of a person or a statement"),
        pytest.param("2024 games", ["games-2024", "fjord-2024"], id="every word, in any order"),
        pytest.param("cyrus koesch", ["cyrus-koech"], id="nearly spelt so"),
        pytest.param("xyzzy", [], id="nothing like it"),
        pytest.param(" ", [], id="no word"),
    ],
)
def test_names_that_are_like_one(name: str, like: list[str]) -> None:
    assert named_like(TRUTH, name) == like
