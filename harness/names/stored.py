"""The names of a ground truth in its compiled store: written once as indexed, and read on demand.

A misspelt name is found by deleting from it, and from each family name, as many letters as may be wrong: two names that
are that close have a remainder in common. (Garbe 2012, "symmetric delete"; here over buckets.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from harness.names.index import MOST_KEPT, IndexedName, NameIndex, slips_allowed
from harness.names.meetings import Meetings, Words
from harness.truth.store import StoredTruth, StoreFile, StoreWriter
from harness.truth.store.views import StoredDict
from harness.values import Range

if TYPE_CHECKING:
    from harness.names.mentions import Names

_Value = TypeVar("_Value")
_FAMILIES = msgspec.msgpack.Decoder(list[str])

BEGINNING = 9  # letters: of more there are too many rests, and of fewer too many names that have one in common

_OF_NAMES = ("nation_names", "competition_names", "demonyms", "event_keys", "place_names")
_OF_PLACES_AND_PEOPLE = ("cities", "coach_names", "club_names", "home_names")
_OF_MEETINGS = ("series", "by_level", "named", "held_at")


def write_names(names: Names, writer: StoreWriter) -> None:
    """All tables of the names."""
    people, meetings = names.athletes, names.meetings
    writer.keys("names in full", people.exact.items())
    writer.keys("family names", people.families.items())
    writer.keys("words of names", ((token, None) for token in sorted(people.tokens)))
    writer.keys("printed names", people.printed.items())
    writer.keys("slips", _rests_of(people.families), ordered=False)
    for table in _OF_NAMES:
        writer.keys(table, getattr(names, table).items())
    writer.keys("around", names.around.items())
    writer.keys("birthplace_names", names.birthplace_names.items())
    for table in _OF_PLACES_AND_PEOPLE:
        writer.keys(table, ((name, None) for name in sorted(getattr(names, table))))
    for table in _OF_MEETINGS:
        writer.keys(table, ((_text(words), ids) for words, ids in getattr(meetings, table).items()))
    for table in ("words", "years", "days", "announced", "held"):
        writer.keys(table, getattr(meetings, table).items())


def read_names(names: Names, truth: StoredTruth) -> None:
    """Give the names their tables."""
    store = truth.store
    names.meetings = meetings = Meetings(truth)
    names.athletes = StoredNameIndex(store)
    for table in _OF_NAMES:
        setattr(names, table, _table(store, table, tuple[str, ...]))
    for table in _OF_PLACES_AND_PEOPLE:
        setattr(names, table, _table(store, table, None))
    names.birthplace_names = _table(store, "birthplace_names", str)
    names.around = _table(store, "around", set[str], otherwise=set)
    for table in _OF_MEETINGS:
        setattr(meetings, table, _table(store, table, set[str], _text, set))
    meetings.words = _table(store, "words", frozenset[str])
    meetings.years = _table(store, "years", frozenset[int])
    meetings.days = _table(store, "days", Range)
    meetings.announced = _table(store, "announced", int)
    meetings.held = _table(store, "held", set[tuple[str, str]], otherwise=set)


class StoredNameIndex(NameIndex):
    """People's names in a store."""

    def __init__(self, store: StoreFile) -> None:
        self.exact = _table(store, "names in full", set[str])
        self.families = _table(store, "family names", list[IndexedName])
        self.tokens = _table(store, "words of names", None)
        self.printed = _table(store, "printed names", str)
        self._store = store
        self.find = lru_cache(maxsize=MOST_KEPT)(self._find)
        self.names_in_full = lru_cache(maxsize=MOST_KEPT)(self._names_in_full)
        self.nearest = lru_cache(maxsize=MOST_KEPT)(self._nearest)

    def _choices_near(self, word: str, allowed: int) -> list[str]:
        near = self._store.values("slips", _rests(word, allowed))
        return list({family for families in near for family in _FAMILIES.decode(families)})


def _rests_of(families: Any) -> Iterator[tuple[str, list[str]]]:
    """What is left of the family names when letters that may be off are taken out, and of which names."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for family in families:
        if allowed := slips_allowed(family):
            for rest in _rests(family, allowed):
                grouped[rest].append(family)
    yield from grouped.items()


def _rests(word: str, allowed: int) -> set[str]:
    """The beginning of the word without up to so many of its letters: of two words that are so near, the beginnings
    are as near, and have a rest in common."""
    letters = word[:BEGINNING]
    sizes = range(len(letters) - allowed, len(letters) + 1)
    return {"".join(rest) for size in sizes for rest in combinations(letters, size)}


def _table(
    store: StoreFile,
    name: str,
    type_: type[_Value] | Any,
    text: Callable[[Any], str] = str,
    otherwise: Callable[[], _Value] | None = None,
) -> Any:
    return StoredDict[Any, _Value](store, name, msgspec.msgpack.Decoder(type_).decode, text, otherwise)


def _text(words: Words) -> str:
    return " ".join(sorted(words))
