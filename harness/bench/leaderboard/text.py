"""text: the tables for a terminal, at most 80 columns wide if the names allow it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from harness.bench.tables import FigureTable

WIDTH = 80


def render(title: str, tables: Sequence[FigureTable], signature: str) -> str:
    """Every table under its heading, columns lined up; words left, figures right."""
    parts = [title, *("\n".join(_table(table)) for table in tables)]
    return "\n\n".join([*parts, textwrap.fill(f"signature: {signature}", WIDTH, subsequent_indent="  ")]) + "\n"


def _table(table: FigureTable) -> Iterator[str]:
    yield table.title
    rows = [[" ".join(cell.split()) for cell in row] for row in (table.header, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = zip(row, widths, strict=True)
        lined_up = (_cell(*cell, is_words=place < table.words) for place, cell in enumerate(cells))
        yield from _wrapped("  " + "  ".join(lined_up), 2 + sum(widths[:-1]) + 2 * len(widths[:-1]), table)
    if table.note:
        yield textwrap.fill(table.note, WIDTH, initial_indent="  ", subsequent_indent="  ")


def _wrapped(line: str, last: int, table: FigureTable) -> Iterator[str]:
    """The line, whose last column begins at `last`; words there that are too long go on below each other."""
    if len(line.rstrip()) <= WIDTH or table.words < len(table.header) or last > WIDTH // 2:
        yield line.rstrip()
        return
    lines = textwrap.wrap(line[last:], WIDTH - last, break_on_hyphens=False)
    yield line[:last] + lines[0]
    yield from (" " * last + more for more in lines[1:])


def _cell(text: str, width: int, *, is_words: bool) -> str:
    return text.ljust(width) if is_words else text.rjust(width)
