"""The difference between two packs: facts added, removed and changed, however they are distributed over files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from harness.truth.index import Truth
from harness.truth.medal_tables import MedalTableRow
from harness.truth.record_rows import record_id
from harness.truth.results import results_of

Fields = dict[str, Any]

_TABLES = ("sources", "nations", "events", "athletes", "competitions", "editions", "completeness")


class Changed(msgspec.Struct, frozen=True):
    """A fact that both have and tell otherwise: field -> what the first and what the second has (null: nothing)."""

    fact: str
    fields: dict[str, tuple[Any, Any]]


class Difference(msgspec.Struct, frozen=True):
    """The facts by which the second pack differs from the first, in the order of their names."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[Changed, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def difference(first: Truth, second: Truth) -> Difference:
    """The facts of the second pack beside those of the first."""
    old, new = dict(facts(first)), dict(facts(second))
    return Difference(
        tuple(sorted(new.keys() - old.keys())),
        tuple(sorted(old.keys() - new.keys())),
        tuple(
            Changed(fact, _fields(old[fact], new[fact]))
            for fact in sorted(old)
            if old[fact] != new.get(fact, old[fact])
        ),
    )


def facts(truth: Truth) -> Iterator[tuple[str, Fields]]:
    """Every fact of the pack with what it says, named by its table and by the id that it has as evidence."""
    seen: Counter[str] = Counter()
    for name, fields in _named(truth):
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} #{seen[name]}", fields


def _named(truth: Truth) -> Iterator[tuple[str, Fields]]:
    for table in _TABLES:
        for row in getattr(truth.pack, table):
            yield f"{table} {row.id}", _said(row)
    for race in truth.pack.races:
        whole = {f"race {field}": value for field, value in _said(race).items() if field not in ("results", "sources")}
        for row, result in zip(race.results, results_of(race, truth), strict=True):
            yield f"results {result.id}", {**whole, **_said(row), "sources": sorted(result.sources)}
    for record in truth.pack.records:
        yield f"records {record_id(record)}", _said(record)
    for medals in truth.pack.medal_tables:
        whole = {f"table {field}": value for field, value in _said(medals).items() if field not in ("rows", "sources")}
        for row in medals.rows:
            sources = sorted({*row.sources, *medals.sources})
            yield f"medal_tables {MedalTableRow(medals, row).id}", {**whole, **_said(row), "sources": sources}


def _said(row: msgspec.Struct) -> Fields:
    """The fields that say something, as they stand in the file."""
    fields: Fields = msgspec.to_builtins(row)
    return fields


def _fields(old: Fields, new: Fields) -> dict[str, tuple[Any, Any]]:
    every = dict.fromkeys((*old, *new))
    return {field: (old.get(field), new.get(field)) for field in every if old.get(field) != new.get(field)}
