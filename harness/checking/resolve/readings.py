"""The meaning of printed words that does not depend on the article: computed once for all articles of a run, and
bounded.

A scope that names neither a competition nor a date means the same in every article. One that gives no date means the
same in all articles of one period, in which no holding begins that it may mean, and any other in all of one day. A name
that only one person has means that person, whoever else an article names. Nations, events and places depend on nothing
but the name.
"""

from __future__ import annotations

from typing import NamedTuple, TypeVar

from harness.checking.resolve.people import Whom
from harness.checking.resolve.scopes import Scoped
from harness.claims.claim import Scope
from harness.records.model import Unknown
from harness.values import Location

MOST = 5_000  # of each sort

_Key = TypeVar("_Key")
_Meant = TypeVar("_Meant")


class Named:
    """The meaning of a name that is not a person's, and how that was decided."""

    __slots__ = ("entities", "trace")

    def __init__(self, entities: tuple[str, ...], trace: tuple[str, ...]) -> None:
        self.entities, self.trace = entities, trace


class Placed(NamedTuple):
    """Where a place is, and how that was decided."""

    location: Location
    trace: tuple[str, ...]


class Readings:
    """The interpretations that the articles of one run share. Beside a scope stands the number of the days on which it
    means the same (`scopes.period_of`)."""

    def __init__(self) -> None:
        self.scopes: dict[tuple[Scope, bool, int | None], Scoped] = {}
        self.people: dict[str, Whom] = {}
        self.names: dict[tuple[str, str], Named | Unknown] = {}
        self.places: dict[tuple[str, str], Placed | Unknown] = {}


def keep(table: dict[_Key, _Meant], key: _Key, reading: _Meant) -> _Meant:
    """Store an interpretation; if there are too many, drop them and compute again what is needed."""
    if len(table) >= MOST:
        table.clear()
    table[key] = reading
    return reading
