"""Rows that are collected in one order and read in another: by bucket, from memory or from a temporary file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Generic, TypeVar
from zlib import crc32

from harness.storage.files import TemporaryFolder

BUCKETS = 16
IN_MEMORY = 5_000  # rows that are held before they are written out

_Row = TypeVar("_Row")


def bucket_of(name: str) -> int:
    """The same in every process."""
    return crc32(name.encode(errors="surrogatepass")) % BUCKETS


class BucketedRows(Generic[_Row]):
    """Rows by bucket, each with its number in the order in which they were added; without a folder all are in
    memory."""

    def __init__(self, folder: TemporaryFolder | None = None, name: str = "rows", keep: int = IN_MEMORY) -> None:
        self._folder = folder
        self._name = f"{name}.rows"
        self._keep = keep
        self._held: dict[int, list[tuple[int, _Row]]] = defaultdict(list)
        self._in_memory = 0
        self._written: dict[int, list[tuple[str, int, int, int]]] = defaultdict(
            list
        )  # file, offset, size, first number
        self._length = 0

    def add(self, bucket: int, row: _Row) -> None:
        self._held[bucket].append((self._length, row))
        self._length += 1
        self._in_memory += 1
        if self._folder is not None and self._in_memory > self._keep:
            self.write_out()

    def write_out(self) -> None:
        """Move all rows to the file."""
        if self._folder is None or not self._held:
            return
        import pickle  # rarely: what few claims need is not loaded for all

        path = self._folder.file(self._name)
        with path.open("ab") as stream:
            for bucket, rows in self._held.items():
                block = pickle.dumps(rows, pickle.HIGHEST_PROTOCOL)
                self._written[bucket].append((str(path), stream.tell(), len(block), 0))
                stream.write(block)
        self._held.clear()
        self._in_memory = 0

    def join(self, other: BucketedRows[_Row]) -> None:
        """Take over the rows of another one; they come after those already here."""
        for bucket, blocks in other._written.items():
            self._written[bucket] += [(path, at, size, self._length + first) for path, at, size, first in blocks]
        for bucket, rows in other._held.items():
            self._held[bucket] += [(self._length + number, row) for number, row in rows]
        self._in_memory += other._in_memory
        self._length += other._length

    def move(self, folder: TemporaryFolder) -> None:
        """Note that the file is now in this folder, under its old name."""
        self._folder = folder
        for bucket, blocks in self._written.items():
            self._written[bucket] = [(str(folder.file(self._name)), at, size, first) for _, at, size, first in blocks]

    def buckets(self) -> list[int]:
        return sorted({*self._held, *self._written})

    def rows(self, bucket: int) -> Iterator[tuple[int, _Row]]:
        """The bucket's rows with their numbers, in order."""
        for path, at, size, first in self._written.get(bucket, ()):
            import pickle

            with open(path, "rb") as stream:  # noqa: PTH123 (a reader of its own)
                stream.seek(at)
                block: list[tuple[int, Any]] = pickle.loads(stream.read(size))
            for number, row in block:
                yield first + number, row
        yield from self._held.get(bucket, ())

    @property
    def in_files(self) -> bool:
        """Whether any rows are written out."""
        return bool(self._written)
