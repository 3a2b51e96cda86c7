"""The file of a compiled ground truth: its header, its tables of buckets and rows, and what can be wrong with it.

Every value has a checksum, over the name of its table and its number too. A look-up by key reads the one bucket in
which the key must stand: a bucket that is not there is damage, and a key that is not in it was never written.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from weakref import finalize
from zlib import crc32

import msgspec

from harness.broken import StoreBroken

VERSION = 2  # of the tables: other ones are refused
APPLICATION = 0x53434854  # the header's mark of what kind of file it is
CHECKSUM = 4  # bytes before every value
SMALL = 500  # buckets of a table that is read whole
AT_ONCE = 500  # rows that one statement reads
LOCK_SECONDS = 2.0

_HEADER = 100  # bytes, see sqlite.org/fileformat.html
_MAGIC = b"SQLite format 3\x00"
_BUCKET = msgspec.msgpack.Decoder(dict[str, msgspec.Raw])
_inherited: list[sqlite3.Connection] = []  # of the process that forked this one: neither used here nor closed


class PackFiles(msgspec.Struct, frozen=True):
    """The files that a store was built from: where they were, and of each its size, its last change (in nanoseconds)
    and the sha256 of its bytes."""

    folder: str
    files: dict[str, tuple[int, int, str]]


class StoredTable(msgspec.Struct, frozen=True):
    """How much there is of a table: keys (or rows), and the buckets that they stand in (0 for rows)."""

    length: int
    buckets: int = 0


class Contents(msgspec.Struct, frozen=True):
    """What a store says of itself: who wrote it, from what, and what is in it. `parts` are numbers by their names."""

    harness: str
    digest: str
    pack: PackFiles | None
    tables: dict[str, StoredTable]
    parts: dict[str, int]


def sealed(table: str, number: int, value: bytes) -> bytes:
    """The value behind its checksum."""
    return crc32(value, _seed(table, number)).to_bytes(CHECKSUM, "little") + value


def bucket_of(key: str, buckets: int) -> int:
    return crc32(key.encode("utf-8", "surrogatepass")) % buckets


def is_store(path: Path) -> bool:
    """Whether the file is a compiled ground truth, of any version, whole or not."""
    try:
        with path.open("rb") as stream:
            header = stream.read(_HEADER)
    except OSError:
        return False
    return header[:16] == _MAGIC and int.from_bytes(header[68:72], "big") == APPLICATION


class StoreFile:
    """A store that is opened for reading: once in each process that uses it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._process = os.getpid()
        self._read_whole: dict[str, dict[str, msgspec.Raw]] = {}
        self._connection = self._connect()
        self.contents = self._contents()

    def value(self, table: str, key: str) -> msgspec.Raw | None:
        """What stands under the key. A small table is read whole when it is first asked."""
        if self.contents.tables[table].buckets <= SMALL:
            return self._whole(table).get(key)
        number = bucket_of(key, self.contents.tables[table].buckets)
        return _BUCKET.decode(self.row(table, number)).get(key)

    def values(self, table: str, keys: Iterable[str]) -> Iterator[msgspec.Raw]:
        """What stands under those of the keys that are there, in any order."""
        wanted: dict[int, list[str]] = {}
        for key in keys:
            wanted.setdefault(bucket_of(key, self.contents.tables[table].buckets), []).append(key)
        for number, bucket in self.rows(table, wanted):
            values = _BUCKET.decode(bucket)
            yield from (values[key] for key in wanted[number] if key in values)

    def row(self, table: str, number: int) -> bytes:
        """The row (or bucket) with this number."""
        return next(self.rows(table, (number,)))[1]

    def rows(self, table: str, numbers: Iterable[int]) -> Iterator[tuple[int, bytes]]:
        """The rows with these numbers, in any order."""
        wanted = list(numbers)
        for start in range(0, len(wanted), AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            marks = ",".join("?" * len(some))
            rows = self._ask(f'SELECT number, value FROM "{table}" WHERE number IN ({marks})', some)
            if len(rows) != len(set(some)):
                raise self.broken("a part of it is missing")
            for number, value in rows:
                yield number, self._opened(table, number, value)

    def _whole(self, table: str) -> dict[str, msgspec.Raw]:
        values = self._read_whole.get(table)
        if values is None:
            values = self._read_whole[table] = {}
            for _, bucket in self.rows(table, range(self.contents.tables[table].buckets)):
                values.update(_BUCKET.decode(bucket))
        return values

    def part(self, name: str) -> bytes:
        """What was written whole under the name."""
        return self.row("parts", self.contents.parts[name])

    def keys(self, table: str) -> list[str]:
        """The keys of a table, in the order in which they were written."""
        return msgspec.msgpack.decode(self.part(f"keys of {table}"), type=list[str])

    def broken(self, why: str) -> StoreBroken:
        return StoreBroken(self.path, f"the compiled ground truth is damaged: {why}")

    def check(self) -> int:
        """Read all of it, which takes time; the number of rows. Raises StoreBroken."""
        number = 0
        for table in (*self.contents.tables, "parts"):
            expected = self.contents.tables.get(table)
            here = 0
            for row, value in self._ask(f'SELECT number, value FROM "{table}"'):
                self._opened(table, row, value)
                here += 1
            if expected is not None and here != (expected.buckets or expected.length):
                raise self.broken(f"a part of {table} is missing")
            number += here
        return number

    def _opened(self, table: str, number: int, value: Any) -> bytes:
        if isinstance(value, bytes):
            content = value[CHECKSUM:]
            if crc32(content, _seed(table, number)) == int.from_bytes(value[:CHECKSUM], "little"):
                return content
        raise self.broken(f"a checksum of {table} does not fit")

    def _contents(self) -> Contents:
        try:
            rows = self._ask("SELECT value FROM contents WHERE number = 0")
            return msgspec.msgpack.decode(self._opened("contents", 0, rows[0][0]), type=Contents)
        except (IndexError, msgspec.DecodeError):
            raise self.broken("its table of contents is missing") from None

    def _ask(self, statement: str, values: Iterable[int] = ()) -> list[tuple[Any, ...]]:
        if self._process != os.getpid():
            _inherited.append(self._connection)
            self._close.detach()
            self._process, self._connection = os.getpid(), self._connect()
        try:
            return self._connection.execute(statement, tuple(values)).fetchall()
        except sqlite3.Error as error:
            raise self._refused(error) from None

    def _connect(self) -> sqlite3.Connection:
        """A connection that holds the file against writers as long as it lives."""
        self._look_at_the_header()
        try:
            address = f"{self.path.absolute().as_uri()}?mode=ro"
            connection = sqlite3.connect(
                address, uri=True, isolation_level=None, check_same_thread=False, timeout=LOCK_SECONDS
            )
            self._close = finalize(self, connection.close)
            connection.execute("BEGIN")
            connection.execute("SELECT number FROM contents").fetchall()
        except sqlite3.Error as error:
            raise self._refused(error) from None
        return connection

    def _look_at_the_header(self) -> None:
        """Raises StoreBroken where the first bytes or the size say that it is something else, or not all of it."""
        try:
            with self.path.open("rb") as stream:
                header = stream.read(_HEADER)
            size = self.path.stat().st_size
        except OSError as error:
            raise StoreBroken(
                self.path, f"the compiled ground truth cannot be read: {error.strerror}", "is the path right?"
            ) from None
        if not is_store(self.path):
            what_to_do = "--truth takes the folder of a pack, or a file that `harness truth build` wrote"
            raise StoreBroken(self.path, "this is not a compiled ground truth", what_to_do)
        version = int.from_bytes(header[60:64], "big")
        if version != VERSION:
            raise StoreBroken(self.path, f"compiled in version {version}, and this harness reads version {VERSION}")
        page = int.from_bytes(header[16:18], "big")
        expected = int.from_bytes(header[28:32], "big") * (65_536 if page == 1 else page)
        if size != expected:
            raise self.broken(f"it has {size:,} of {expected:,} bytes")

    def _refused(self, error: sqlite3.Error) -> StoreBroken:
        if "locked" in str(error):
            what_to_do = "wait until whatever writes into it has ended, or build one of your own"
            return StoreBroken(self.path, "the compiled ground truth is locked by another program", what_to_do)
        return self.broken(str(error))

    def __reduce__(self) -> tuple[type[StoreFile], tuple[Path]]:
        return StoreFile, (self.path,)


def _seed(table: str, number: int) -> int:
    return _of_table(table) ^ (number & 0xFFFFFFFF)


@cache
def _of_table(table: str) -> int:
    return crc32(table.encode())
