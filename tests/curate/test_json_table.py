"""Tables in JSON: lists of objects wherever they stand, JSON Lines, and what is no table; on the command as well."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_pack import MEN, Pack

from harness.curate.json_table import looks_like_json, read_json_table
from harness.curate.table import Table

ROWS = [["name", "mark"], ["Ida", "11.30"], ["Eva", ""]]


@pytest.mark.parametrize(
    "text",
    [
        '[{"name": "Ida", "mark": 11.30}, {"name": " Eva ", "mark": null}]',
        '\ufeff[{"name": "Ida", "mark": "11.30"}, {"name": "Eva"}]',
        '{"meeting": {"title": "Cup", "rows": [{"name": "Ida", "mark": "11.30"}, {"name": "Eva"}]}}',
        '{"name": "Ida", "mark": "11.30"}\r\n\n{"name": "Eva"}\n',
    ],
    ids=["a list", "a byte order mark", "under a key", "lines"],
)
def test_tables(text: str) -> None:
    assert looks_like_json(text.encode())
    table = read_json_table(text.encode(), "in.json")
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in (table.header, *table.rows)] == ROWS


def test_inner_objects_lists_and_answers() -> None:
    text = '[{"who": {"name": "Ida", "nation": "NOR"}, "members": ["Eva", "Tea"], "team": true}]'
    table = read_json_table(text.encode(), "in.json")
    assert isinstance(table, Table)
    assert [cell.text for cell in table.header] == ["who.name", "who.nation", "members", "team"]
    assert [cell.text for cell in table.rows[0]] == ["Ida", "NOR", "Eva; Tea", "yes"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[{"name": "Ida"}', "in.json:1:17"),
        ('[{"name": "Ida", "name": "Eva"}]', "in.json:1:18"),
        ("[1, 2]", "in.json:1:1: $: a table in JSON is one list of objects, each of them a result: there is none"),
        ('{"a": [{"n": 1}], "b": [{"n": 2}]}', "each of them a result: $.a, $.b"),
        ('{"name": "Ida"}\n[1]\n', "in.json:2:1: $: no object"),
        ('{"name": "Ida"}\n{"name"}\n', "in.json:2:8"),
    ],
)
def test_what_is_no_table(text: str, message: str) -> None:
    mistakes = read_json_table(text.encode(), "in.json")
    assert isinstance(mistakes, list)
    assert message in str(mistakes[0])


def test_a_table_in_json_is_added_as_one_in_csv_is(tmp_path: Path) -> None:
    pack = Pack(tmp_path)
    rows = (
        '[\n {"Name": "LUND Ola", "NOC": "NOR", "Time": 1.50},\n {"Name": "EK Bo", "NOC": "GBR", "Time": "1:51.00"}\n]'
    )
    names = ("--map", "Name=athlete", "--map", "NOC=athlete_nation", "--map", "Time=mark")
    run = pack.add(rows, *MEN, "--set", "sources=list", *names, "--partial")
    assert "table.csv:2:2: mark: 1.50 cannot be a mark of 800m" in run.err
    assert pack.races() == {"800m men 2023-05-01": ["Bo Ek 1:51.00"]}
    run = pack.add(rows.replace("1.50", '"1:50.00"'), *MEN, "--set", "sources=list", *names)
    assert (run.code, run.err) == (0, "")
    assert pack.races() == {"800m men 2023-05-01": ["Ola Lund 1:50.00", "Bo Ek 1:51.00"]}


def test_objects_on_one_line_are_told_apart(tmp_path: Path) -> None:
    """All rows were of line 1, so that one race at fault took everything with it."""
    pack = Pack(tmp_path)
    table = (
        '[{"athlete": "Ola Lund", "mark": "1:50.00", "place": 1, "city": "Oslo"},'
        ' {"athlete": "Bo Ek", "mark": "1:51.00", "place": 1, "city": "Leeds"},'
        ' {"athlete": "Per Lie", "mark": "1:52.00", "place": 1, "city": "Leeds"}]'
    )
    options = ("--set", "event=800m", "--set", "sex=men", "--set", "date=2023-05-01", "--set", "athlete_nation=NOR")
    run = pack.add(table, *options, "--set", "sources=list", "--partial")
    assert "table.csv (objects counted as lines):2:1: race: bo-ek and per-lie share place 1" in run.err
    assert pack.races() == {"800m men 2023-05-01": ["1 Ola Lund 1:50.00"]}
