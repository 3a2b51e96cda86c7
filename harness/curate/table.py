"""A table in CSV: its cells with the place of each in the file. Commas, semicolons or tabs; quotes as in RFC 4180."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from harness.records.model import Mistake

_DELIMITERS = ",;\t"
_LINE_END = re.compile(r"\r\n|\n|\r")
_TOLD_DELIMITER = re.compile(r"sep=([,;\t])(?:\r\n|\n|\r)")  # as spreadsheets write it above the header
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_HEADER = 1 << 16  # letters in which the header ends
_BLANK = " \u00a0"


class Cell(NamedTuple):
    """What a cell says, without blanks around it, and where it begins: line and column from 1, in code points."""

    text: str
    line: int
    column: int


class Table(NamedTuple):
    """The header's cells and the rows below it, blank ones left out, and lines on which the header stands again."""

    file: str
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    repeated: tuple[int, ...] = ()


class _NotCsv(Exception):
    """A place at which the text is no CSV."""

    def __init__(self, line: int, column: int, why: str) -> None:
        self.line, self.column, self.why = line, column, why


def read_table(raw: bytes, file: str) -> Table | list[Mistake]:
    """The table that these bytes are, or why they are none. The text is UTF-8, with or without a byte order mark."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return [Mistake(file, 1, 1, "$", "the file is UTF-16: save it as UTF-8")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8-sig")
        line = len(_LINE_END.findall(before)) + 1
        column = len(_LINE_END.split(before)[-1]) + 1
        return [Mistake(file, line, column, "$", "not UTF-8 (perhaps Latin-1): save the file as UTF-8")]
    if (stated := _TOLD_DELIMITER.match(text)) is not None:
        text = _LINE_END.search(text)[0] + text[stated.end() :]  # type: ignore[index]
    try:
        rows = [
            row
            for row in _rows(text, stated[1] if stated is not None else _delimiter(text))
            if any(cell.text for cell in row)
        ]
    except _NotCsv as error:
        return [Mistake(file, error.line, error.column, "$", error.why)]
    if not rows:
        return [Mistake(file, 1, 1, "$", "the file is empty: its first line names the columns")]
    return Table(file, rows[0], tuple(rows[1:]))


def without_repeated_headers(table: Table) -> Table:
    """The table without rows that are its header again, as tables have that were put together from several."""
    header = [cell.text for cell in table.header]
    again = tuple(row[0].line for row in table.rows if [cell.text for cell in row] == header)
    rows = tuple(row for row in table.rows if row[0].line not in again) if again else table.rows
    return table._replace(rows=rows, repeated=again)


def _delimiter(text: str) -> str:
    """The one that the first line has most of."""
    first = _LINE_END.split(_QUOTED.sub("", text.lstrip("\r\n")[:_HEADER]), maxsplit=1)[0]
    return max(_DELIMITERS, key=first.count)


def _rows(text: str, delimiter: str) -> Iterator[tuple[Cell, ...]]:
    plain = re.compile(f"[^{delimiter}\r\n]*")
    at, line, line_start = 0, 1, 0
    row: list[Cell] = []
    while at < len(text):
        start, start_line, column = at, line, at - line_start + 1
        quoted = _QUOTED.match(text, at)
        if quoted is None and text[at] == '"':
            raise _NotCsv(line, column, "a quote that is never closed")
        cell = quoted or plain.match(text, at)
        assert cell is not None
        at = cell.end()
        for end in _LINE_END.finditer(text, start, at):
            line, line_start = line + 1, end.end()
        content = cell[1].replace('""', '"') if quoted else cell[0]
        row.append(Cell(content.strip(_BLANK), start_line, column))
        end_of_line = _LINE_END.match(text, at)
        if end_of_line is not None or at == len(text):
            yield tuple(row)
            row = []
            at = end_of_line.end() if end_of_line is not None else at
            line, line_start = line + 1, at
        elif text[at] == delimiter:
            at += 1
            if at == len(text):
                row.append(Cell("", line, at - line_start + 1))
        else:
            raise _NotCsv(line, at - line_start + 1, "text after a closing quote: a quote inside a cell is doubled")
    if row:
        yield tuple(row)
