"""What printed words mean wherever they stand: read once for all articles of a run, and bounded.

A scope that is told without the article's date means the same in every article, any other in all of one day. A name
that only one person bears means that person, whoever else an article names. Nations, events and places are names alone.
"""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from harness.checking.resolve.people import Whom
from harness.checking.resolve.scopes import Scoped
from harness.claim import Scope
from harness.model import Unknown
from harness.values import Location

MOST = 5_000  # of each sort

_Key = TypeVar("_Key")
_Meant = TypeVar("_Meant")


class Named:
    """What a name that is nobody's means, and how that was settled."""

    __slots__ = ("entities", "trace")

    def __init__(self, entities: tuple[str, ...], trace: tuple[str, ...]) -> None:
        self.entities, self.trace = entities, trace


class Placed(NamedTuple):
    """Where a place lies, and how that was settled."""

    location: Location
    trace: tuple[str, ...]


class Readings:
    """The readings that the articles of one run share. A scope's day is None where it does not matter."""

    def __init__(self) -> None:
        self.scopes: dict[tuple[Scope, bool, int | None], Scoped] = {}
        self.people: dict[str, Whom] = {}
        self.names: dict[tuple[str, str], Named | Unknown] = {}
        self.places: dict[tuple[str, str], Placed | Unknown] = {}


def keep(table: dict[_Key, _Meant], key: _Key, reading: _Meant) -> _Meant:
    """Keeps a reading; where there are too many, what is needed again is read again."""
    if len(table) >= MOST:
        table.clear()
    table[key] = reading
    return reading
