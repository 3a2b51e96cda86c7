"""The files of a pack while rows are added: what no row touches is written back unchanged, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from harness.curate.file_layout import Document, read_layout, text_of_file, text_of_row
from harness.truth.pack import Pack

_TABLES = msgspec.json.Decoder(dict[str, msgspec.Raw])
_ROWS = msgspec.json.Decoder(list[msgspec.Raw])


class _AsRead(NamedTuple):
    """A row that no change has touched: its text in the file, and its record."""

    text: msgspec.Raw
    record: Any


class Documents:
    """Every file as tables of rows. A row is changed in place, and whoever does says so (`change`).

    The records of the other rows are those of the pack that was read, so that a row more costs a row, not a pack.
    """

    def __init__(self, raws: Mapping[str, bytes], pack: Pack) -> None:
        """`raws`: the bytes of the pack's files by name; `pack`: all that they hold."""
        read = {name: read_layout(raws[name]) for name in sorted(raws)}
        self.files: dict[str, Document] = {name: document for name, (document, _) in read.items()}
        self._heads = {name: head for name, (_, head) in read.items()}
        self._changed: set[str] = set()
        self._as_read: dict[int, _AsRead] = {}  # by the row's id()
        records = {table: iter(getattr(pack, table)) for table in Pack.__struct_fields__}
        for name, document in self.files.items():
            tables = _TABLES.decode(raws[name])
            for table, rows in document.items():
                for row, text, record in zip(rows, _ROWS.decode(tables[table]), records[table], strict=False):
                    self._as_read[id(row)] = _AsRead(text, record)

    def change(self, file: str, row: dict[str, Any] | None = None) -> None:
        """Mark the file as changed, and with it the row, if one is given."""
        self._changed.add(file)
        self._as_read.pop(id(row), None)

    def rows(self, file: str, table: str) -> list[dict[str, Any]]:
        """The table of the file; an empty one, where it has none."""
        return self.files.setdefault(file, {}).setdefault(table, [])

    def holder_of(self, table: str) -> str | None:
        """The first file that has the table."""
        return next((name for name, document in self.files.items() if table in document), None)

    @property
    def names(self) -> list[str]:
        return sorted(self.files)

    @property
    def is_changed(self) -> bool:
        return bool(self._changed)

    def texts(self) -> dict[str, str]:
        """The new text of every file that changes."""
        return {
            name: text_of_file(self.files[name], self._text_of, self._heads.get(name)) for name in sorted(self._changed)
        }

    def _text_of(self, row: dict[str, Any]) -> str:
        as_read = self._as_read.get(id(row))
        return text_of_row(row) if as_read is None else bytes(as_read.text).decode()

    def pack(self) -> Pack:
        """All that the files hold now. Raises msgspec.ValidationError where a changed row is no record."""
        rows = {table: self._rows_of(table) for table in Pack.__struct_fields__}
        changed = {table: [row for row in some if id(row) not in self._as_read] for table, some in rows.items()}
        fresh = msgspec.convert({table: some for table, some in changed.items() if some}, Pack)
        return Pack(**{table: tuple(self._records(some, getattr(fresh, table))) for table, some in rows.items()})

    def _rows_of(self, table: str) -> list[dict[str, Any]]:
        return [row for name in self.names for row in self.files[name].get(table, ())]

    def _records(self, rows: list[dict[str, Any]], fresh: tuple[Any, ...]) -> list[Any]:
        waiting = iter(fresh)
        return [
            as_read.record if (as_read := self._as_read.get(id(row))) is not None else next(waiting) for row in rows
        ]
