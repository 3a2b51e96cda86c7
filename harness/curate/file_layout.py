"""The layout of pack files: one row per line, and each result of a race on its own line, so that diffs are small."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from harness.migrations import CURRENT, FIELD

Document = dict[str, list[dict[str, Any]]]
Head = dict[str, str | None]
HEAD = ("$schema", FIELD)  # which schema a file follows, and its version: kept at its top

_INNER = ("results", "rows")  # what a race and a medal table hold, and always their last field


def read_layout(raw: bytes) -> tuple[Document, Head]:
    """The tables of a pack's file, which has passed its lint, and what stands at its head."""
    document = msgspec.json.decode(raw)
    return document, {name: document.pop(name) for name in list(document) if name in HEAD}


def pack_text(document: Document, head: Head | None = None) -> str:
    """The file's text; the tables and the fields of a row stay in the order in which they are.

    `head` is that of the file that it takes the place of; a new file is of today's schema.
    """
    return text_of_file(document, text_of_row, head)


def text_of_file(document: Document, text_of: Callable[[dict[str, Any]], str], head: Head | None = None) -> str:
    """The file's text, each row of a table as `text_of` has it."""
    fields = {FIELD: CURRENT} if head is None else head
    above = [f' "{name}": {_plain(value)}' for name, value in fields.items()]
    tables = (f' "{table}": [\n{_lines(map(text_of, rows), "  ")}\n ]' for table, rows in document.items())
    return "{\n" + ",\n".join([*above, *tables]) + "\n}\n"


def text_of_row(row: dict[str, Any]) -> str:
    """A row of a table: on one line, but for the results of a race."""
    inner = next((field for field in _INNER if field in row), None)
    if inner is None:
        return _plain(row)
    head = _plain({field: value for field, value in row.items() if field != inner})
    opened = head[:-1] + (", " if head != "{}" else "")
    return f'{opened}"{inner}": [\n{_lines(map(text_of_row, row[inner]), "    ")}\n  ]}}'


def _lines(texts: Iterable[str], indent: str) -> str:
    return ",\n".join(indent + text for text in texts)


def _plain(value: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=0).decode()
