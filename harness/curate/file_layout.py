"""The layout of pack files: a row a line, and each result of a race a line of its own, so that changes are small."""

from __future__ import annotations

import json
from typing import Any

Document = dict[str, list[dict[str, Any]]]

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode
_INNER = ("results", "rows")  # what a race and a medal table hold, and always their last field


def pack_text(document: Document) -> str:
    """The file's text; the tables and the fields of a row stay in the order in which they are."""
    tables = (f' "{table}": [\n{_lines(rows, "  ")}\n ]' for table, rows in document.items())
    return "{\n" + ",\n".join(tables) + "\n}\n"


def _lines(rows: list[dict[str, Any]], indent: str) -> str:
    return ",\n".join(indent + _row(row) for row in rows)


def _row(row: dict[str, Any]) -> str:
    inner = next((field for field in _INNER if field in row), None)
    if inner is None:
        return _plain(row)
    head = _plain({field: value for field, value in row.items() if field != inner})
    opened = head[:-1] + (", " if head != "{}" else "")
    return f'{opened}"{inner}": [\n{_lines(row[inner], "    ")}\n  ]}}'


def _plain(value: Any) -> str:
    return _ENCODE(value)
