"""The conflicts of a run in a table, in their order: a large run has too many for memory.

First those by quantity, within an article and then between articles; then those that an article's own arithmetic finds;
then those of claims that other articles' claims rule out. While the table is small it is in memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias, overload
from weakref import finalize

from harness.records.model import ClaimRef, Conflict

# The claims that are in conflict between articles on a quantity, sorted.
Between: TypeAlias = Callable[[str], Sequence[ClaimRef]]

_WITHIN, _BETWEEN, _ARITHMETIC, _ACROSS = range(4)
_SCOPES = {_WITHIN: "article", _BETWEEN: "articles", _ARITHMETIC: "article", _ACROSS: "articles"}
_OF_CLAIM, _OF_REF = "\0", "\1"  # what ends an article's id and a claim's: below all that ids have, so texts sort alike
_TABLES = f"""
PRAGMA cache_size = -500;
CREATE TABLE conflict (part INTEGER, number INTEGER, claims BLOB, members BLOB, quantity BLOB, message BLOB,
  heading BLOB);
CREATE INDEX by_members ON conflict (members);
CREATE INDEX by_quantity ON conflict (quantity) WHERE part = {_BETWEEN};
CREATE TABLE settled (part INTEGER, claims BLOB, quantity BLOB, message BLOB, heading BLOB);
"""
_IN_ORDER = f"""
SELECT part, claims, quantity, message, heading FROM conflict
ORDER BY part, CASE part WHEN {_ARITHMETIC} THEN number END, claims, quantity, number
"""


class ConflictTable(Sequence[Conflict]):
    """The conflicts of a run: all are added, then they are settled, then they can be read as often as needed."""

    def __init__(self) -> None:
        self._opened: sqlite3.Connection | None = None
        self._length = 0

    def add_by_quantity(self, conflicts: Iterable[Conflict]) -> None:
        """Add conflicts on one quantity each: at most one between articles, and one within each article."""
        for conflict in conflicts:
            self._insert(_WITHIN if conflict.scope == "article" else _BETWEEN, 0, conflict)

    def add_by_arithmetic(self, conflicts: Iterable[Conflict]) -> None:
        """Add conflicts within articles, in this order, unless the same claims are in one already."""
        found = "SELECT 1 FROM conflict WHERE members = ? AND part IN (?, ?)"
        for number, conflict in enumerate(conflicts):
            if not self._rows(found, _members(conflict), _WITHIN, _ARITHMETIC):
                self._insert(_ARITHMETIC, number, conflict)

    def add_across(self, numbered: Iterable[tuple[int, Conflict]]) -> None:
        """Add conflicts of claims that other articles' claims rule out, each with the number of its first assertion; of
        several with the same claims only the one that is asserted first."""
        found = "SELECT rowid, number FROM conflict WHERE members = ? AND part = ?"
        for number, conflict in numbered:
            for row, before in self._rows(found, _members(conflict), _ACROSS):
                if before <= number:
                    break
                self._table.execute("DELETE FROM conflict WHERE rowid = ?", (row,))
            else:
                self._insert(_ACROSS, number, conflict)

    def between(self, quantity: str) -> Sequence[ClaimRef]:
        """The claims that are in conflict between articles on the quantity."""
        if self._opened is None:
            return ()
        query = f"SELECT claims FROM conflict WHERE quantity = ? AND part = {_BETWEEN}"
        return _found(self._opened, query, quantity)

    def share(self, file: Path) -> None:
        """Write what is in conflict between articles to a file, in which other processes look it up."""
        rows = self._table.execute(f"SELECT quantity, claims FROM conflict WHERE part = {_BETWEEN}")
        with closing(sqlite3.connect(file)) as shared, shared:
            shared.execute("CREATE TABLE conflict (quantity BLOB PRIMARY KEY, claims BLOB) WITHOUT ROWID")
            shared.executemany("INSERT INTO conflict VALUES (?, ?)", rows)

    def settle(self, reported: Container[str]) -> ConflictTable:
        """Note that nothing more will be added. What has no claim of a reported article is left out."""
        if self._opened is not None:
            kept = (row for row in self._opened.execute(_IN_ORDER) if _is_reported(row[1], reported))
            self._length = self._opened.executemany("INSERT INTO settled VALUES (?, ?, ?, ?, ?)", kept).rowcount
            self._opened.execute("DELETE FROM conflict")
        return self

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Conflict]:
        if self._length:
            yield from map(_conflict, self._table.execute("SELECT * FROM settled ORDER BY rowid"))

    @overload
    def __getitem__(self, number: int) -> Conflict: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Conflict, ...]: ...
    def __getitem__(self, number: int | slice) -> Conflict | tuple[Conflict, ...]:
        if isinstance(number, slice):
            return tuple(self[at] for at in range(*number.indices(self._length)))
        row = range(1, self._length + 1)[number]
        return _conflict(self._rows("SELECT * FROM settled WHERE rowid = ?", row)[0])

    def _insert(self, part: int, number: int, conflict: Conflict) -> None:
        words = (_bytes(text) for text in (conflict.quantity, conflict.message, conflict.heading))
        row = (part, number, _claims(conflict.claims), _members(conflict), *words)
        self._table.execute("INSERT INTO conflict VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def _rows(self, query: str, *values: Any) -> list[Any]:
        return self._table.execute(query, values).fetchall()

    @property
    def _table(self) -> sqlite3.Connection:
        if self._opened is None:
            self._opened = sqlite3.connect("", check_same_thread=False)  # a file of SQLite's own, if it is needed
            finalize(self, self._opened.close)
            self._opened.executescript(_TABLES)
        return self._opened


def between_in(file: Path) -> Between:
    """What another process has shared, looked up in its file."""
    opened = sqlite3.connect(file)

    def between(quantity: str) -> Sequence[ClaimRef]:
        return _found(opened, "SELECT claims FROM conflict WHERE quantity = ?", quantity)

    finalize(between, opened.close)
    return between


def _found(opened: sqlite3.Connection, query: str, quantity: str) -> Sequence[ClaimRef]:
    return [ref for (claims,) in opened.execute(query, (_bytes(quantity),)) for ref in _refs(claims)]


def _is_reported(claims: bytes, reported: Container[str]) -> bool:
    return any(ref.article in reported for ref in _refs(claims))


def _conflict(row: tuple[int, bytes, bytes, bytes, bytes]) -> Conflict:
    part, claims, *words = row
    quantity, message, heading = map(_text, words)
    scope: Any = _SCOPES[part]
    return Conflict(tuple(_refs(claims)), scope, quantity, message, heading=heading)


def _members(conflict: Conflict) -> bytes:
    """The claims whatever their order."""
    return _claims(sorted(set(conflict.claims)))


def _claims(refs: Iterable[ClaimRef]) -> bytes:
    return _bytes("".join(f"{ref.article}{_OF_CLAIM}{ref.claim}{_OF_REF}" for ref in refs))


def _refs(claims: bytes) -> Iterator[ClaimRef]:
    for ref in _text(claims).split(_OF_REF)[:-1]:
        article, _, claim = ref.partition(_OF_CLAIM)
        yield ClaimRef(article, claim)


def _bytes(text: str) -> bytes:
    return text.encode(errors="surrogatepass")  # findings that are made in Python may have half of a pair


def _text(raw: bytes) -> str:
    return raw.decode(errors="surrogatepass")
