"""CSV as people save it: encodings, delimiters, quotes, line ends; every cell knows where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.curate.table import Cell, Table, read_table


def texts(raw: bytes | str) -> list[list[str]]:
    table = read_table(raw.encode() if isinstance(raw, str) else raw, "in.csv")
    assert isinstance(table, Table), table
    return [[cell.text for cell in row] for row in (table.header, *table.rows)]


def mistake(raw: bytes) -> str:
    found = read_table(raw, "in.csv")
    assert isinstance(found, list), found
    assert len(found) == 1
    return str(found[0])


PLAIN = [["name", "mark"], ["Kerr", "3:27.79"]]


@pytest.mark.parametrize(
    ("raw", "rows"),
    [
        (b"name,mark\nKerr,3:27.79\n", PLAIN),
        (b"name,mark\nKerr,3:27.79", PLAIN),  # no line end at the end
        (b"name,mark\r\nKerr,3:27.79\r\n", PLAIN),
        (b"name,mark\rKerr,3:27.79\r", PLAIN),
        (b"\xef\xbb\xbfname,mark\nKerr,3:27.79\n", PLAIN),  # a byte order mark
        (b"name;mark\nKerr;3:27.79\n", PLAIN),
        (b"name\tmark\nKerr\t3:27.79\n", PLAIN),
        (b"sep=;\r\nname;mark\r\nKerr;3:27.79\r\n", PLAIN),  # as spreadsheets say it above the header
        (b"\n\nname,mark\n\nKerr,3:27.79\n,\n", PLAIN),  # blank lines, and one of empty cells
        (b" name , mark\nKerr ,\xc2\xa03:27.79\n", PLAIN),  # blanks, one of them unbreakable
        (b'"name","mark"\n"Kerr","3:27.79"\n', PLAIN),
        (b'name;mark\n"Kerr, Josh";8,31\n', [["name", "mark"], ["Kerr, Josh", "8,31"]]),
        (b'"a;b;c",mark\nKerr,1\n', [["a;b;c", "mark"], ["Kerr", "1"]]),  # what is quoted is no delimiter
        (b'name,note\nKerr,"said ""yes"""\n', [["name", "note"], ["Kerr", 'said "yes"']]),
        (b'"na;\nme","note"\nKerr,x\n', [["na;\nme", "note"], ["Kerr", "x"]]),  # a header of two lines
        (b'name,note\nKerr,"two\nlines"\n', [["name", "note"], ["Kerr", "two\nlines"]]),
        (b"name,mark,\nKerr,,\n", [["name", "mark", ""], ["Kerr", "", ""]]),
        (b"name,mark\nKerr,", [["name", "mark"], ["Kerr", ""]]),
        ("name,mark\nMehdi Baâla,3:28.98\n".encode(), [["name", "mark"], ["Mehdi Baâla", "3:28.98"]]),
    ],
)
def test_rows(raw: bytes, rows: list[list[str]]) -> None:
    assert texts(raw) == rows


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "in.csv:1:1: $: the file is empty: its first line names the columns"),
        (b"\xef\xbb\xbf\n\n", "in.csv:1:1: $: the file is empty: its first line names the columns"),
        (b"name,mark\nBa\xe2la,3:28.98\n", "in.csv:2:3: $: not UTF-8 (perhaps Latin-1): save the file as UTF-8"),
        ("name\n".encode("utf-16"), "in.csv:1:1: $: the file is UTF-16: save it as UTF-8"),
        (b'name,mark\nKerr,"3:27.79\n', "in.csv:2:6: $: a quote that is never closed"),
        (b'name,mark\n"Kerr" Josh,3:27.79\n',
         "in.csv:2:7: $: text after a closing quote: a quote inside a cell is doubled"),
    ],
)  # fmt: skip
def test_what_is_no_table(raw: bytes, message: str) -> None:
    assert mistake(raw) == message


def test_cells_know_where_they_begin() -> None:
    table = read_table('name,note,mark\n"Ba\nâla",x,"1"\nKerr,y,2\n'.encode(), "in.csv")
    assert isinstance(table, Table)
    assert table.header == (Cell("name", 1, 1), Cell("note", 1, 6), Cell("mark", 1, 11))
    assert table.rows[0] == (Cell("Ba\nâla", 2, 1), Cell("x", 3, 6), Cell("1", 3, 8))
    assert table.rows[1] == (Cell("Kerr", 4, 1), Cell("y", 4, 6), Cell("2", 4, 8))


cells = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12).map(
    lambda text: text.strip(" \u00a0")
)


@given(st.lists(st.lists(cells, min_size=2, max_size=2), min_size=1, max_size=5))
def test_what_is_quoted_comes_back(rows: list[list[str]]) -> None:
    lines = [",".join('"' + text.replace('"', '""') + '"' for text in row) for row in rows]
    expected = [row for row in rows if any(row)]
    if expected:
        assert texts("\ufeff" + "\r\n".join(lines)) == expected
