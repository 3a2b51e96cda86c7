"""What lint works with: a flaw, the rows of a pack that can be read, and when one mark is better than another."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from harness.truth.index import Truth
from harness.truth.pack import Completeness, MedalTable, Race, Record
from harness.values import Range, Unread, read_mark


class PackFlaw(msgspec.Struct, frozen=True, order=True):
    """One thing wrong: `path` says where in the pack ("races[3].results[2].mark"), `message` what.

    `results` are the ids of the results at fault, where the path does not lead to them.
    """

    path: str
    message: str
    results: tuple[str, ...] = ()


class Sound(NamedTuple):
    """The rows of a pack that can be read, with their paths, and the truth made of them."""

    truth: Truth
    races: list[tuple[str, Race]]
    records: list[tuple[str, Record]]
    completeness: list[tuple[str, Completeness]]
    medal_tables: list[tuple[str, MedalTable]]


def lower_is_better(truth: Truth, event: str) -> bool:
    return truth.events[event].better == "lower"


def better(one: Range | None, other: Range | None, lower: bool) -> bool:
    """Whether a mark is certainly better than another one."""
    first, second = (one, other) if lower else (other, one)
    if first is None or second is None or first.high is None or second.low is None:
        return False
    return first.high < second.low


def exact_mark(truth: Truth, event: str, printed: str) -> Range | None:
    """The mark as a range of one value; None where it is not exact."""
    reading = read_mark(printed.rstrip("h"), truth.events[event].measure)
    if isinstance(reading, Unread) or reading.exact is None:
        return None
    return Range(reading.exact, reading.exact)
