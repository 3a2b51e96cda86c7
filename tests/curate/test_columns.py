"""Columns to fields: by name, by option, from a file; what no column says is said once, and nothing is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.curate.mapping import Columns, Wishes, columns_of
from harness.curate.mapping_file import read_wishes
from harness.curate.table import Table, read_table

CONSTANTS = {"event": "1500m", "sex": "men", "sources": "book", "city": "Arden"}


def columns(
    header: str, mapped: dict[str, str] | None = None, constants: dict[str, str] | None = None
) -> Columns | list[str]:
    table = read_table(header.encode(), "in.csv")
    assert isinstance(table, Table)
    found = columns_of(table, Wishes(mapped or {}, CONSTANTS if constants is None else constants))
    return found if isinstance(found, Columns) else [str(one) for one in found]


def test_a_column_that_is_called_as_a_field_is_that_field() -> None:
    assert columns("athlete,date,split 800m") == Columns({0: "athlete", 1: "date", 2: "split 800m"}, CONSTANTS)


def test_a_column_is_what_it_is_said_to_be_and_may_be_left_out() -> None:
    mapped = {"Name": "athlete", "Day": "date", "Bib": ""}
    assert columns("Bib,Name,Day", mapped) == Columns({1: "athlete", 2: "date"}, CONSTANTS)


WRONG = [
    ("an unknown column", "athlete,date,Bib", {}, None,
     ["in.csv:1:14: header: unknown column 'Bib': --map 'Bib=bib' says what it is, --map 'Bib=' leaves it out"]),
    ("one that looks like a field", "athlete,date,Marks", {}, None,
     ["in.csv:1:14: header: unknown column 'Marks': --map 'Marks=mark' says what it is, --map 'Marks=' leaves it out"]),
    ("two for one field", "athlete,date,day", {"day": "date"}, None,
     ["in.csv:1:14: header: a second column for 'date'"]),
    ("a mapped column that is not there", "athlete,date", {"Nmae": "note"}, None,
     ["in.csv:1:1: header: there is no column 'Nmae'; there are: athlete, date"]),
    ("a field that is none", "athlete,date,x", {"x": "marc"}, None,
     ["in.csv:1:1: header: there is no field 'marc': did you mean 'mark'?"]),
    ("no source", "athlete,date,event,sex,city", {}, {},
     ["in.csv:1:1: header: no column gives 'sources' (ids of sources, with a blank or semicolon between): "
      "--map COLUMN=sources, or --set sources=VALUE for all rows"]),
    ("no place", "athlete,date,event,sex,sources", {}, {},
     ["in.csv:1:1: header: neither an edition nor a city: --map COLUMN=edition, or --set city=NAME for all rows"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("header", "mapped", "constants", "expected"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG]
)
def test_what_is_wrong_with_a_header(
    header: str, mapped: dict[str, str], constants: dict[str, str] | None, expected: list[str]
) -> None:
    assert columns(header, mapped, constants) == expected


FILES = {
    "mapping.toml": '[columns]\nName = "athlete"\n[set]\nevent = "1500m"\n',
    "mapping.json": '{"columns": {"Name": "athlete"}, "set": {"event": "1500m"}}',
}


@pytest.mark.parametrize("name", FILES)
def test_a_mapping_file_and_what_the_command_line_adds(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(FILES[name])
    wishes = read_wishes(path, ["Day=date", "Bib="], ["event=mile", "note=a=b"])
    assert wishes == Wishes({"Name": "athlete", "Day": "date", "Bib": ""}, {"event": "mile", "note": "a=b"})


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[columns\n", "mapping.toml"),
        ("a = " + "[" * 5000 + "]" * 5000, "nested too deep"),
        ("a" + ".b" * 5000 + " = 1", "mapping.toml"),
        ("[rows]\n", "'columns' (column = field)"),
        ("columns = 3\n", "'columns' holds texts"),
        ("[set]\nplace = 1\n", "'set' holds texts"),
    ],
)
def test_a_mapping_file_that_is_none(text: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "mapping.toml"
    path.write_text(text)
    with pytest.raises(ValueError) as error:
        read_wishes(path, [], [])
    assert why in str(error.value)


@pytest.mark.parametrize("text", ["date", "=date"])
def test_an_option_without_an_equals_sign(text: str) -> None:
    with pytest.raises(ValueError, match="is not COLUMN=FIELD"):
        read_wishes(None, [text], [])


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"[" * 5000 + b"]" * 5000, "nested more than 64 deep"),
        (b'{"columns": ' + b'{"a": ' * 5000 + b"1" + b"}" * 5001, "nested more than 64 deep"),
        (b'{"columns": {}, "columns": {}}', "stands twice"),
        (b'{"columns": {}', "1:15"),
        (b"\xff", "not UTF-8"),
        (b'{"columns": {"a": NaN}}', "NaN"),
    ],
)
def test_a_mapping_in_json_is_read_strictly(raw: bytes, why: str, tmp_path: Path) -> None:
    path = tmp_path / "mapping.json"
    path.write_bytes(raw)
    with pytest.raises(ValueError, match=why):
        read_wishes(path, (), ())


def test_a_mapping_in_another_encoding_or_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mapping.toml"
    path.write_bytes(b"# caf\xe9\n")
    with pytest.raises(ValueError, match="not UTF-8 at byte 5"):
        read_wishes(path, (), ())
    if Path("/dev/zero").exists():
        with pytest.raises(ValueError, match="larger than"):
            read_wishes(Path("/dev/zero"), (), ())
