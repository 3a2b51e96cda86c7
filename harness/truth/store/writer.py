"""Writing a compiled ground truth: all that the index in memory holds, and what it would work out on demand."""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from sys import byteorder
from typing import Any
from zlib import compress

import msgspec

from harness import __version__
from harness.records.model import Setting
from harness.truth.completeness import one_list
from harness.truth.index import Truth
from harness.truth.list_steps import ListSteps
from harness.truth.lists import Of, steps_of
from harness.truth.pack import Pack
from harness.truth.results import Result, race_of
from harness.truth.store.file import APPLICATION, VERSION, Contents, PackFiles, StoredTable, bucket_of, sealed

BY_KEY = ("athletes", "editions")  # the tables of a pack that are looked up row by row
WHOLE = tuple(name for name in Pack.__struct_fields__ if name not in (*BY_KEY, "races"))
RACES_AT_ONCE = 500
KEYS_A_BUCKET = 4


class ListParts(msgspec.Struct, frozen=True, array_like=True):
    """A list's steps: costs and days as little-endian bytes of 8 and of 4 each, and leaders as the ends of their costs
    with the numbers of their results. Where lowest and highest costs are in one order, there is one counter."""

    lows: memoryview
    highs: memoryview
    counters: list[list[memoryview]]
    lead_changes: list[int]
    leads: list[list[tuple[int, int, int]]]


class StoreWriter:
    """A store that is being written: tables of keys, tables of rows, and parts that are read whole."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF", f"user_version = {VERSION}"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute(f"PRAGMA application_id = {APPLICATION}")
        self._connection.execute("BEGIN")
        self._tables: dict[str, StoredTable] = {}
        self._parts: dict[str, int] = {}
        for table in ("contents", "parts"):
            self._create(table)

    def part(self, name: str, value: Any) -> None:
        """Something that is read whole; bytes stay as they are."""
        number = self._parts[name] = len(self._parts)
        self._insert("parts", [(number, value if isinstance(value, bytes) else msgspec.msgpack.encode(value))])

    def rows(self, table: str, values: Iterable[Any]) -> None:
        """Values by their numbers, from 0."""
        self._create(table)
        length = self._insert(table, ((number, msgspec.msgpack.encode(value)) for number, value in enumerate(values)))
        self._tables[table] = StoredTable(length)

    def keys(self, table: str, entries: Iterable[tuple[str, Any]], *, ordered: bool = True) -> None:
        """Values by keys, each there once; the order of the keys is kept, unless nobody will go through them."""
        encoded = {key: msgspec.Raw(msgspec.msgpack.encode(value)) for key, value in entries}
        buckets: list[dict[str, msgspec.Raw]] = [{} for _ in range(len(encoded) // KEYS_A_BUCKET + 1)]
        for key, value in encoded.items():
            buckets[bucket_of(key, len(buckets))][key] = value
        if ordered:
            self.part(f"keys of {table}", list(encoded))
        self._create(table)
        self._insert(table, ((number, msgspec.msgpack.encode(bucket)) for number, bucket in enumerate(buckets)))
        self._tables[table] = StoredTable(len(encoded), len(buckets))

    def finish(self, digest: str, pack: PackFiles | None) -> None:
        """Say what is in the store, and close it."""
        contents = Contents(__version__, digest, pack, self._tables, self._parts)
        self._insert("contents", [(0, msgspec.msgpack.encode(contents))])
        self._connection.execute("COMMIT")
        self.close()

    def close(self) -> None:
        self._connection.close()

    def _create(self, table: str) -> None:
        self._connection.execute(f'CREATE TABLE "{table}" (number INTEGER PRIMARY KEY, value BLOB NOT NULL)')

    def _insert(self, table: str, values: Iterable[tuple[int, bytes]]) -> int:
        rows = ((number, sealed(table, number, value)) for number, value in values)
        return self._connection.executemany(f'INSERT INTO "{table}" VALUES (?, ?)', rows).rowcount


def write_truth(truth: Truth, writer: StoreWriter) -> None:
    """All tables of the truth."""
    for name in WHOLE:
        writer.part(name, list(getattr(truth.pack, name)))
    for name in BY_KEY:
        writer.keys(name, getattr(truth, name).items())
    writer.rows("races", _packed(truth.pack.races))
    writer.keys("editions of competitions", truth.editions_by_competition.items())
    numbers = {id(result): number for number, result in enumerate(every_result(truth))}
    writer.rows("results", every_result(truth))
    writer.keys("results of athletes", _numbered(truth.by_athlete, numbers))
    writer.keys("races of results", ((race_key(race), own) for race, own in _races(truth, numbers)))
    writer.keys("pools", _pools(truth.results).items())
    writer.part("number of results", len(truth.results))
    writer.part("changes", truth.changes)
    for name in ("sexes", "of_nobody", "teams", "named_as_teams"):
        writer.part(name, getattr(truth, name))
    writer.part("birthplaces", truth.birthplaces.parts)
    for of, setting in _lists(truth):
        writer.part(list_key(of, setting) or "", _list_parts(steps_of(truth, of, setting), numbers))


def race_key(race: tuple[object, ...]) -> str:
    """A race as a key of the store."""
    return msgspec.json.encode(race).decode()


def list_key(of: str, setting: Setting) -> str | None:
    """The name of a list in the store; None for one that is narrowed by anything but event, sex and indoors or out."""
    plain = Setting(event=setting.event, sex=setting.sex, indoor=setting.indoor)
    return f"list {of} {setting.event} {setting.sex} {setting.indoor}" if setting == plain else None


def every_result(truth: Truth) -> Iterator[Result]:
    """All results, and behind them those of teams once more as their members'."""
    yield from truth.results
    yield from truth.of_members


def _packed(races: tuple[Any, ...]) -> Iterator[bytes]:
    for start in range(0, len(races), RACES_AT_ONCE):
        yield compress(msgspec.msgpack.encode(races[start : start + RACES_AT_ONCE]), 1)


def _numbered(groups: dict[str, list[Result]], numbers: dict[int, int]) -> Iterator[tuple[str, list[int]]]:
    for key, results in groups.items():
        yield key, [numbers[id(result)] for result in results]


def _races(truth: Truth, numbers: dict[int, int]) -> Iterator[tuple[tuple[object, ...], list[int]]]:
    grouped: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for result in truth.results:
        grouped[race_of(result)].append(numbers[id(result)])
    yield from grouped.items()


def _pools(results: Iterable[Result]) -> dict[str, list[int]]:
    """The numbers of results by what a setting may name, oldest first."""
    pools: dict[str, list[int]] = defaultdict(list)
    for number, result in enumerate(results):
        for key in pool_keys(result):
            pools[key].append(number)
    return pools


def pool_keys(result: Result) -> Iterator[str]:
    """The pools of a result: the smallest that a setting names is looked through."""
    year = date.fromordinal(result.date.high).year if result.date.high is not None else None
    for whole in (f"edition {result.edition}", f"competition {result.competition}"):
        yield whole
        yield f"{whole} event {result.event}"
    yield f"event {result.event}"
    yield f"event {result.event} nation {result.nation}"
    yield f"event {result.event} year {year}"
    yield f"nation {result.nation}"
    yield f"year {year}"
    yield f"level {result.level}"


def _lists(truth: Truth) -> Iterator[tuple[Of, Setting]]:
    """The lists that are not narrowed: of each event and sex, indoors, outdoors, and both where that is one list."""
    indoors = {(result.event, result.sex) for result in truth.results if result.indoor}
    for event, sexes in truth.sexes.items():
        for sex in sorted(sexes):
            outdoors = Setting(event=event, sex=sex, indoor=False)
            settings = [outdoors]
            if (event, sex) in indoors:
                settings.append(Setting(event=event, sex=sex, indoor=True))
            if one_list(truth, outdoors):
                settings.append(Setting(event=event, sex=sex))
            for setting in settings:
                yield "athletes", setting
                yield "performances", setting


def _list_parts(steps: ListSteps, numbers: dict[int, int]) -> ListParts:
    counters = [steps.count_lows.days()]
    if steps.lows != steps.highs:
        counters.append(steps.count_highs.days())
    return ListParts(
        lows=_bytes(array("q", steps.lows)),
        highs=_bytes(array("q", steps.highs)),
        counters=[[_bytes(days) for days in each] for each in counters],
        lead_changes=list(steps.lead_changes),
        leads=[[(cost.low, cost.high, numbers[id(cost.result)]) for cost in lead] for lead in steps.leads],
    )


def _bytes(numbers: array[int]) -> memoryview:
    if byteorder == "big":
        numbers.byteswap()
    return memoryview(numbers.tobytes())
