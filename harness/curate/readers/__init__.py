"""Readers for known sources, whose tables need no mapping. One file each; the folder is the registry.

A reader's module has a TITLE, `sure(source)`, from 0 to 1, how certainly the source is one of its kind, and
`read(source)`, the table with the meaning of its columns. A mapping by the user takes precedence over the reader's.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Sequence, Set
from functools import cache
from pathlib import Path
from typing import NamedTuple, Protocol

from harness.curate.mapping import Wishes
from harness.curate.table import Cell, Table
from harness.records.model import Mistake


class SourceFile(NamedTuple):
    """A file as it came: its path, its bytes, and the table that it is, if it is one."""

    path: Path
    raw: bytes
    table: Table | None

    @property
    def columns(self) -> frozenset[str]:
        return frozenset(cell.text for cell in self.table.header) if self.table is not None else frozenset()


class Read(NamedTuple):
    """A source as a reader takes it."""

    table: Table
    wishes: Wishes


class Reader(Protocol):
    """What a module of this folder has."""

    TITLE: str

    def sure(self, source: SourceFile) -> float: ...

    def read(self, source: SourceFile) -> Read | list[Mistake]: ...


@cache
def readers() -> dict[str, Reader]:
    """Every reader by its module's name."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    return {name: importlib.import_module(f"{__name__}.{name}") for name in names}


def recognise(source: SourceFile) -> tuple[str, float] | None:
    """The reader that is surest of the source, and how sure; None where none is."""
    sureness = [(reader.sure(source), name) for name, reader in readers().items()]
    sure, name = max(sureness)
    return (name, sure) if sure > 0 else None


def made_table(file: str, header: list[str], rows: list[tuple[int, list[str]]]) -> Table:
    """A table that a reader puts together: each row with the line of the file that it comes from."""
    cells = tuple(Cell(name, 1, number + 1) for number, name in enumerate(header))
    return Table(file, cells, tuple(tuple(Cell(text.strip(), line, 1) for text in texts) for line, texts in rows))


RowText = Callable[[str], str]  # the text that a row has in a column


def with_columns(table: Table, names: Sequence[str], made: Callable[[RowText], Sequence[str]], beside: str) -> Table:
    """The table with columns more, whose texts `made` works out of each row; they are told at the column `beside`.

    A row of another length stays as it is, to be refused by its length.
    """
    at = {cell.text: number for number, cell in enumerate(table.header)}
    rows = []
    for row in table.rows:
        texts = made(_texts(row, at)) if len(row) == len(table.header) else ()
        rows.append((*row, *(row[at[beside]]._replace(text=text) for text in texts)))
    header = (*table.header, *(Cell(name, 1, 1) for name in names))
    return table._replace(header=header, rows=tuple(rows))


def _texts(row: tuple[Cell, ...], at: dict[str, int]) -> RowText:
    return lambda column: row[at[column]].text if column in at else ""


def share_of(columns: frozenset[str], needed: set[str], usual: Set[str] = frozenset()) -> float:
    """How sure a header makes the reader: 0 if a needed column is missing, else 0.8 to 0.99, the more of the usual
    columns there are."""
    if not needed <= columns:
        return 0.0
    return 0.8 + 0.19 * (len(usual & columns) / len(usual) if usual else 1)
