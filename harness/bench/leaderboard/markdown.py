"""markdown: the tables as GitHub's Markdown; no text can break out of its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from harness.bench.tables import FigureTable

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~])")


def render(title: str, tables: Sequence[FigureTable], signature: str) -> str:
    """A heading for each table, the table, its remark."""
    parts = [f"# {_plain(title)}", *("\n".join(_table(table)) for table in tables), f"Signature: {_plain(signature)}"]
    return "\n\n".join(parts) + "\n"


def _table(table: FigureTable) -> Iterator[str]:
    yield f"## {_plain(table.title)}\n"
    yield _row(table.header)
    yield _row(["---" if place < table.words else "---:" for place in range(len(table.header))], escape=False)
    for row in table.rows:
        yield _row(row)
    if table.note:
        yield f"\n{_plain(table.note)}"


def _row(cells: Sequence[str], *, escape: bool = True) -> str:
    return f"| {' | '.join(_plain(cell) if escape else cell for cell in cells)} |"


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
