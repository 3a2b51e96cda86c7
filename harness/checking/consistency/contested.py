"""Which quantities can be in conflict at all, decided from two numbers for each value that claims give.

One pass over the claims stores 24 bytes per value, in a file if there are many; only the few findings whose quantity
has two different values are examined again, some quantities at a time. If two quantities share a number by chance, they
are examined needlessly, but nothing is missed.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from hashlib import blake2b
from typing import NamedTuple

import msgspec

from harness.records.model import Finding
from harness.storage.files import TemporaryFolder

VALUES_IN_MEMORY = 20_000  # that are held before any is written to a file
VALUES_AT_ONCE = 2_000  # of contested quantities: as many are compared at a time
_LAST_BITS = (1 << 30) - 1
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


class _Block(NamedTuple):
    """Values in a file: from which byte, how many numbers, and what to add to those of their findings."""

    path: str
    start: int
    length: int
    shift: int


class ContestedPart(NamedTuple):
    """The numbers of the findings that give a value to a contested quantity of the part."""

    findings: Sequence[int]
    part: int = 0
    parts: int = 1

    def has(self, quantity: str) -> bool:
        """Whether the quantity is one of this part."""
        return (_number_of(quantity) & _LAST_BITS) % self.parts == self.part


class Contested:
    """The values of quantities, as numbers: the quantity, the claimed and the known value, the finding's number.

    `folder` is where its file is created, `name` what it is called there, `keep` the number of values that stay in
    memory.
    """

    def __init__(
        self, folder: TemporaryFolder | None = None, name: str = "contested", keep: int = VALUES_IN_MEMORY
    ) -> None:
        self._folder, self._name, self._keep = folder, f"{name}.values", keep
        self._held = array("q")
        self._written: list[_Block] = []
        self._length = 0

    def add_all(self, findings: Iterable[Finding], first: int = 0) -> None:
        """Add the values of findings, which are numbered from `first`."""
        for number, finding in enumerate(findings, first):
            for judged in finding.judged:
                value = _number(_ENCODER.encode((judged.claimed, judged.found)))
                self._held.extend((_number_of(judged.quantity), value, number))
                self._length += 1
        if len(self._held) > 3 * self._keep:
            self.write_out()

    def write_out(self) -> None:
        """Move all values to the file."""
        if self._folder is not None and self._held:
            path = self._folder.file(self._name)
            with path.open("ab") as stream:
                self._written.append(_Block(str(path), stream.tell(), len(self._held), 0))
                self._held.tofile(stream)
            self._held = array("q")

    def move(self, folder: TemporaryFolder) -> None:
        """Note that the file is now in this folder, under its old name."""
        self._folder = folder
        self._written = [block._replace(path=str(folder.file(self._name))) for block in self._written]

    def join(self, other: Contested, shift: int) -> None:
        """Add the values of findings that come after `shift` others."""
        self._held.extend(
            number for quantity, value, finding in _threes(other._held) for number in (quantity, value, finding + shift)
        )
        self._written += [block._replace(shift=block.shift + shift) for block in other._written]
        self._length += other._length

    def _values(self) -> Iterator[tuple[int, int, int]]:
        for block in self._written:
            numbers = array("q")
            with open(block.path, "rb") as stream:  # noqa: PTH123 (a reader of its own)
                stream.seek(block.start)
                numbers.fromfile(stream, block.length)
            for quantity, value, finding in _threes(numbers):
                yield quantity, value, finding + block.shift
        yield from _threes(self._held)

    def parts(self) -> Iterator[ContestedPart]:
        """The quantities with two values in parts, each with the numbers of the findings that give them one, in order.

        Claims that give the same value to a quantity with one known value agree, whatever their days.
        """
        if not self._length:
            return
        with closing(sqlite3.connect("")) as values:  # a temporary file of its own: what it sorts is not held in memory
            values.execute("CREATE TABLE value (quantity INTEGER, value INTEGER, finding INTEGER)")
            values.executemany("INSERT INTO value VALUES (?, ?, ?)", self._values())
            values.execute(
                "CREATE TABLE contested AS SELECT quantity, count(*) AS times FROM value"
                " GROUP BY quantity HAVING min(value) <> max(value)"
            )
            ((given,),) = values.execute("SELECT total(times) FROM contested")
            parts = 1 + int(given) // VALUES_AT_ONCE
            values.execute(
                "CREATE TABLE chosen (part INTEGER, finding INTEGER, PRIMARY KEY (part, finding)) WITHOUT ROWID"
            )
            values.execute(
                f"INSERT OR IGNORE INTO chosen SELECT (quantity & {_LAST_BITS}) % ?, finding"
                " FROM value WHERE quantity IN (SELECT quantity FROM contested)",
                (parts,),
            )
            for part in range(parts):
                numbers = values.execute("SELECT finding FROM chosen WHERE part = ? ORDER BY finding", (part,))
                yield ContestedPart(array("q", (number for (number,) in numbers)), part, parts)

    def __len__(self) -> int:
        return self._length


def _threes(numbers: array[int]) -> Iterator[tuple[int, int, int]]:
    return zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)


def _number_of(quantity: str) -> int:
    return _number(quantity.encode(errors="surrogatepass"))


def _number(text: bytes) -> int:
    return int.from_bytes(blake2b(text, digest_size=8).digest(), signed=True)
