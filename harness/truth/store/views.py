"""What a store holds, as the dictionaries and lists of the index in memory: each value is read when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar, overload

from msgspec import Raw

from harness.truth.results import Result
from harness.truth.store.file import StoreFile

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_MOST_KEPT = 1 << 16  # values of one dictionary


class StoredDict(dict[_Key, _Value]):
    """A table of the store as a dictionary: `text` makes a key of the table from one of the dictionary, `read` a value.

    What was read is kept. Where `otherwise` is given, it makes the value of a key that is not there.
    """

    def __init__(
        self,
        store: StoreFile,
        table: str,
        read: Callable[[Raw], _Value],
        text: Callable[[Any], str] = str,
        otherwise: Callable[[], _Value] | None = None,
    ) -> None:
        super().__init__()
        self._store, self._table, self._read, self._text, self._otherwise = store, table, read, text, otherwise
        self._absent: set[_Key] = set()

    def __missing__(self, key: _Key) -> _Value:
        if self._is_there(key):
            return super().__getitem__(key)
        if self._otherwise is None:
            raise KeyError(key)
        return self._otherwise()

    def __contains__(self, key: object) -> bool:
        return super().__contains__(key) or self._is_there(key)  # type: ignore[arg-type]

    def get(self, key: _Key, otherwise: Any = None) -> Any:
        return super().__getitem__(key) if self._is_there(key) else otherwise

    def _is_there(self, key: _Key) -> bool:
        """Whether the key is in the store; its value is in the dictionary then."""
        if super().__contains__(key):
            return True
        if key in self._absent:
            return False
        raw = self._store.value(self._table, self._text(key))
        if max(super().__len__(), len(self._absent)) >= _MOST_KEPT:
            self.forget()
        if raw is None:
            self._absent.add(key)
            return False
        super().__setitem__(key, self._read(raw))
        return True

    def forget(self) -> None:
        """Keep nothing of what was read."""
        super().clear()
        self._absent.clear()

    def __len__(self) -> int:
        return self._store.contents.tables[self._table].length

    def __iter__(self) -> Iterator[_Key]:
        """The keys as the table has them, in the order in which they were written."""
        return iter(self._store.keys(self._table))  # type: ignore[arg-type]

    def keys(self) -> Any:
        return list(self)

    def values(self) -> Any:
        return [self[key] for key in self]

    def items(self) -> Any:
        return [(key, self[key]) for key in self]

    def __reduce__(self) -> Any:
        raise TypeError("a table of a store is not handed to another process: its store is")


class StoredResults(Sequence[Result]):
    """All results, in the order of the index in memory."""

    def __init__(self, length: int, fetch: Callable[[Sequence[int]], list[Result]]) -> None:
        self._length, self._fetch = length, fetch

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, number: int) -> Result: ...
    @overload
    def __getitem__(self, number: slice) -> list[Result]: ...
    def __getitem__(self, number: int | slice) -> Result | list[Result]:
        chosen = range(self._length)[number]
        return self._fetch(chosen) if isinstance(chosen, range) else self._fetch((chosen,))[0]

    def __iter__(self) -> Iterator[Result]:
        for start in range(0, self._length, 500):
            yield from self._fetch(range(start, min(start + 500, self._length)))


class StoredLeads(Sequence[list[Any]]):
    """Who leads a list, read where it is asked for: `rows` are numbers of results behind the ends of their costs."""

    def __init__(
        self, rows: list[list[tuple[int, int, int]]], read: Callable[[list[tuple[int, int, int]]], list[Any]]
    ) -> None:
        self._rows, self._read = rows, read

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, number: Any) -> Any:
        return self._read(self._rows[number])
