"""The ground truth of a store, behind the interface of the index in memory: the same answers, read when asked for."""

from __future__ import annotations

from array import array
from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from sys import byteorder
from typing import Any, Literal, TypeVar, get_type_hints
from zlib import decompress

import msgspec

from harness.records.model import Setting
from harness.truth.birthplaces import BirthplaceParts, Birthplaces
from harness.truth.index import Truth
from harness.truth.list_steps import Cost, ListSteps, StepCounter
from harness.truth.pack import Athlete, Edition, Pack, Race
from harness.truth.results import Result, race_of
from harness.truth.row import LEVELS
from harness.truth.store.file import StoreFile
from harness.truth.store.views import StoredDict, StoredLeads, StoredResults
from harness.truth.store.writer import WHOLE, ListParts, list_key, race_key

_Part = TypeVar("_Part")

MOST_KEPT = 200_000  # results in memory, about 1.2 KB each, before what was read is forgotten between two articles
_BY_ID = ("sources", "nations", "events", "competitions")  # small: dictionaries that are read whole
FEW = 2_000  # results that are read all at once when one of them is asked for
_LONGEST_WINDOW = 40  # years: beyond, results are not looked for year by year
_RESULT = msgspec.msgpack.Decoder(Result)


class StoredTruth(Truth):
    """A compiled ground truth, open for reading. It can be handed to another process, which opens its file again."""

    def __init__(self, store: StoreFile) -> None:
        self.store = store
        self.digest = store.contents.digest
        self.stated = ()
        self.answers = defaultdict(OrderedDict)
        self._read_results: dict[int, Result] = {}
        results: Any = StoredResults(self._part("number of results", int), self._fetch)
        self.results = results
        self.athletes = StoredDict(store, "athletes", msgspec.msgpack.Decoder(Athlete).decode)
        self.editions = StoredDict(store, "editions", msgspec.msgpack.Decoder(Edition).decode)
        held = msgspec.msgpack.Decoder(list[Edition]).decode
        self.editions_by_competition = StoredDict(store, "editions of competitions", held, otherwise=list)
        self.by_athlete = StoredDict(store, "results of athletes", self._results, otherwise=list)
        self._by_race = StoredDict[Any, list[Result]](store, "races of results", self._results, race_key)
        self._pools = StoredDict[str, list[Result]](store, "pools", self._results, otherwise=list)
        for view, key in (("by_edition", "edition"), ("by_event", "event"), ("by_competition", "competition")):
            self.__dict__[view] = _Pools(self._pools, key)

    def __getattr__(self, name: str) -> Any:
        """What is read whole, when it is first asked for."""
        if name == "pack":
            value: Any = Pack(**{table: self._rows(table) for table in Pack.__struct_fields__})
        elif name in _BY_ID:
            value = {row.id: row for row in self._rows(name)}
        elif name in WHOLE:
            value = self._rows(name)
        else:
            raise AttributeError(name)
        self.__dict__[name] = value
        return value

    def _rows(self, table: str) -> tuple[Any, ...]:
        """A table of the pack."""
        if table in ("athletes", "editions"):
            return tuple(getattr(self, table).values())
        if table == "races":
            chunks = self.store.rows("races", range(self.store.contents.tables["races"].length))
            packed = (msgspec.msgpack.decode(value, type=bytes) for _, value in sorted(chunks))
            return tuple(
                race for chunk in packed for race in msgspec.msgpack.decode(decompress(chunk), type=list[Race])
            )
        rows: tuple[Any, ...] = self._part(table, get_type_hints(Pack)[table])
        return rows

    def _part(self, name: str, type_: type[_Part]) -> _Part:
        try:
            return msgspec.msgpack.decode(self.store.part(name), type=type_)
        except msgspec.DecodeError:
            raise self.store.broken(f"{name} cannot be read") from None

    def _fetch(self, numbers: Sequence[int]) -> list[Result]:
        """The results with these numbers; each is one object as long as it is kept."""
        kept = self._read_results
        wanted: Sequence[int] = [number for number in numbers if number not in kept]
        if wanted and not kept and self.store.contents.tables["results"].length <= FEW:
            wanted = range(self.store.contents.tables["results"].length)
        for number, value in self.store.rows("results", wanted):
            kept[number] = _RESULT.decode(value)
        return [kept[number] for number in numbers]

    def _results(self, numbers: msgspec.Raw) -> list[Result]:
        return self._fetch(msgspec.msgpack.decode(numbers, type=list[int]))

    @cached_property
    def of_members(self) -> tuple[Result, ...]:
        return tuple(self._fetch(range(len(self.results), self.store.contents.tables["results"].length)))

    @property
    def is_full(self) -> bool:  # type: ignore[override]
        return len(self._read_results) > MOST_KEPT

    def make_room(self) -> None:
        for table in vars(self).values():
            if isinstance(table, StoredDict):
                table.forget()
        self.__dict__.pop("of_members", None)
        self._read_results.clear()
        self.answers.clear()

    @cached_property
    def by_athlete_edition(self) -> Any:
        return _OfAthleteAndEdition(self)

    def _pool(self, setting: Setting, athlete: str | None) -> list[Result]:
        if athlete is not None:
            return super()._pool(setting, athlete)
        event = f" event {setting.event}" if setting.event is not None else ""
        if setting.edition is not None:
            return self._pools[f"edition {setting.edition}{event}"]
        if setting.competition is not None:
            return self._pools[f"competition {setting.competition}{event}"]
        if setting.nation is not None:
            return self._pools[f"{event} nation {setting.nation}".lstrip()]
        years = range(0)
        if setting.start is not None and setting.end is not None:
            years = range(date.fromordinal(setting.start).year, date.fromordinal(setting.end).year + 1)
        if len(years) in range(1, _LONGEST_WINDOW):
            return [result for year in years for result in self._pools[f"{event} year {year}".lstrip()]]
        if event:
            return self._pools[event.lstrip()]
        if setting.level is not None:
            levels = [result for level in LEVELS[setting.level] for result in self._pools[f"level {level}"]]
            return sorted(levels, key=lambda result: (result.date.high or 0, result.id))
        return self.results

    def race(self, result: Result) -> Sequence[Result]:
        return self._by_race[race_of(result)]

    def list_steps(self, of: str, setting: Setting) -> ListSteps | None:
        key = list_key(of, setting)
        if key is None or key not in self.store.contents.parts:
            return None
        parts = self._part(key, ListParts)
        counts = [StepCounter.of_days(*(_numbers(days, "i") for days in each)) for each in parts.counters]
        return ListSteps.of_parts(
            _numbers(parts.lows, "q"),
            _numbers(parts.highs, "q"),
            (counts[0], counts[-1]),
            parts.lead_changes,
            StoredLeads(parts.leads, self._costs),
        )

    def _costs(self, rows: Sequence[tuple[int, int, int]]) -> list[Cost]:
        results = self._fetch([number for _, _, number in rows])
        return [Cost(low, high, result) for (low, high, _), result in zip(rows, results, strict=True)]

    @cached_property
    def changes(self) -> list[int]:
        return self._part("changes", list[int])

    @cached_property
    def sexes(self) -> dict[str, frozenset[str]]:
        return self._part("sexes", dict[str, frozenset[str]])

    @cached_property
    def of_nobody(self) -> dict[str, int]:
        return self._part("of_nobody", dict[str, int])

    @cached_property
    def teams(self) -> frozenset[str]:
        return self._part("teams", frozenset[str])

    @cached_property
    def named_as_teams(self) -> frozenset[str]:
        return self._part("named_as_teams", frozenset[str])

    @cached_property
    def birthplaces(self) -> Birthplaces:
        return Birthplaces.of_parts(self._part("birthplaces", BirthplaceParts))

    def __reduce__(self) -> Any:
        return StoredTruth, (self.store,)


class _Pools:
    """The pools of results of one key of theirs, as a dictionary that is asked and not gone through."""

    def __init__(self, pools: StoredDict[str, list[Result]], key: str) -> None:
        self._pools, self._key = pools, key

    def get(self, name: str, otherwise: Any = None) -> Any:
        return self._pools.get(f"{self._key} {name}", otherwise)

    def __getitem__(self, name: str) -> list[Result]:
        return self._pools[f"{self._key} {name}"]

    def __contains__(self, name: str) -> bool:
        return bool(self.get(name))

    __iter__ = None  # else Python would ask for item after item, without end


class _OfAthleteAndEdition:
    """The results of an athlete in an edition, found among all of the athlete's."""

    def __init__(self, truth: StoredTruth) -> None:
        self._truth = truth

    def get(self, key: tuple[str, str], otherwise: Any = None) -> Any:
        athlete, edition = key
        results = [result for result in self._truth.by_athlete[athlete] if result.edition == edition]
        return results or otherwise


def _numbers(numbers: memoryview, code: Literal["i", "q"]) -> Sequence[int]:
    """The bytes, which are little-endian, as numbers of the array's type code."""
    if byteorder == "little":
        return numbers.cast(code)
    turned = array(code, bytes(numbers))
    turned.byteswap()
    return turned
