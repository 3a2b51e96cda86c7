"""Which quantities can be in conflict at all, decided from two numbers for each value that claims give.

One pass over the claims stores 16 bytes per value; only the few findings whose quantity has two different values are
examined again, some quantities at a time. If two quantities share a number by chance, they are examined needlessly, but
nothing is missed.
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

VALUES_AT_ONCE = 2_000  # of contested quantities: as many are compared at a time
_LAST_BITS = (1 << 30) - 1
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")


class ContestedPart(NamedTuple):
    """The numbers of the findings that give a value to a contested quantity of the part."""

    findings: Sequence[int]
    part: int = 0
    parts: int = 1

    def has(self, quantity: str) -> bool:
        """Whether the quantity is one of this part."""
        return (_number_of(quantity) & _LAST_BITS) % self.parts == self.part


class Contested:
    """The values of quantities, as numbers: the quantity, the claimed and the known value, the finding's number."""

    def __init__(self) -> None:
        self._quantities, self._values, self._findings = array("i"), array("q"), array("I")

    def add_all(self, findings: Iterable[Finding], first: int = 0) -> None:
        """Add the values of findings, which are numbered from `first`."""
        for number, finding in enumerate(findings, first):
            for judged in finding.judged:
                self._quantities.append(_number_of(judged.quantity))
                self._values.append(_number(_ENCODER.encode((judged.claimed, judged.found)), 8))
                self._findings.append(number)

    def join(self, other: Contested, shift: int) -> None:
        """Add the values of findings that come after `shift` others."""
        self._quantities.extend(other._quantities)
        self._values.extend(other._values)
        self._findings.extend(shift + number for number in other._findings)

    def parts(self) -> Iterator[ContestedPart]:
        """The quantities with two values in parts, each with the numbers of the findings that give them one, in order.

        Claims that give the same value to a quantity with one known value agree, whatever their days.
        """
        if not self._quantities:
            return
        with closing(sqlite3.connect("")) as values:  # a temporary file of its own: what it sorts is not held in memory
            values.execute("CREATE TABLE value (quantity INTEGER, value INTEGER, finding INTEGER)")
            rows = zip(self._quantities, self._values, self._findings, strict=True)
            values.executemany("INSERT INTO value VALUES (?, ?, ?)", rows)
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
        return len(self._findings)


def _number_of(quantity: str) -> int:
    return _number(quantity.encode(errors="surrogatepass"), 4)


def _number(text: bytes, size: int) -> int:
    return int.from_bytes(blake2b(text, digest_size=size).digest(), signed=True)
