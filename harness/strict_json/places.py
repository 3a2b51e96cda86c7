"""The places of the values in a JSON file: from a path to line and column, looked up only on demand."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

import msgspec

JsonPath: TypeAlias = tuple[str | int, ...]

_BETWEEN = re.compile(rb"[ \t\n\r,:]*")
_KEY = re.compile(rb'"(?:[^"\\]|\\.)*"')
_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*", re.ASCII)
_ARRAY = msgspec.json.Decoder(list[msgspec.Raw])
_OBJECT = msgspec.json.Decoder(dict[str, msgspec.Raw])


class FilePosition(NamedTuple):
    """A point in a file: line and column count from 1, the column in code points; `offset` is in bytes."""

    offset: int = 0
    line: int = 1
    column: int = 1


class Member(NamedTuple):
    """A value inside another: where its key starts (in a list: the value), where it starts, and its bytes."""

    key: FilePosition
    value: FilePosition
    raw: memoryview


class FilePositions:
    """The places of one file's values. `raw` must be strict JSON; each object or list is scanned at most once."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        start = _skip(raw, 0)
        self._root = Member(
            _forward(raw, FilePosition(), start), _forward(raw, FilePosition(), start), memoryview(raw)[start:]
        )
        self._members: dict[JsonPath, dict[str | int, Member]] = {}

    def locate(self, path: JsonPath, *, key: bool = False) -> tuple[int, int]:
        """(line, column) of the value at the path, or of its key; if it is missing, of the object that lacks it."""
        member = self._root
        for depth, step in enumerate(path):
            inner = self._inside(path[:depth], member).get(step)
            if inner is None:
                return member.value[1:]
            member = inner
        return (member.key if key else member.value)[1:]

    def inside(self, path: JsonPath) -> list[tuple[int, int]]:
        """(line, column) of every value inside the list or object at the path, in file order, in one pass."""
        member = self._root
        for depth, step in enumerate(path):
            member = self._inside(path[:depth], member)[step]
        if bytes(member.raw[:1]) == b"[":
            return _starts(self._raw, member)
        return [inner.value[1:] for inner in self._inside(path, member).values()]

    def _inside(self, path: JsonPath, member: Member) -> dict[str | int, Member]:
        members = self._members.get(path)
        if members is None:
            opening = bytes(member.raw[:1])
            members = {}
            if opening == b"{":
                members.update(_objects(self._raw, member))
            elif opening == b"[":
                members.update(_items(self._raw, member))
            self._members[path] = members
        return members


def locate(raw: bytes, path: JsonPath) -> tuple[int, int]:
    """(line, column) of one value; to look up several, keep a `Places`."""
    return FilePositions(raw).locate(path)


def show_path(path: JsonPath) -> str:
    """A JSON path for people: $.claims[3].mark, with unusual keys in brackets: $.splits["800m"]."""
    return "$" + "".join(_step(step) for step in path)


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if _PLAIN_KEY.fullmatch(step) else f"[{json.dumps(step, ensure_ascii=False)}]"


def _items(raw: bytes, whole: Member) -> Iterator[tuple[int, Member]]:
    place, end = whole.value, whole.value.offset + 1
    for number, item in enumerate(_ARRAY.decode(whole.raw)):
        start, inner = _skip(raw, end), memoryview(item)
        place, end = _forward(raw, place, start), start + inner.nbytes
        yield number, Member(place, place, inner)


def _starts(raw: bytes, whole: Member) -> list[tuple[int, int]]:
    """(line, column) of every item of a list: what `_items` tells, of long lists and in one go."""
    (at, line, column), end = whole.value, whole.value.offset + 1
    narrow, starts = raw.isascii(), []
    for item in _ARRAY.decode(whole.raw):
        start = _skip(raw, end)
        if lines := raw.count(b"\n", at, start):
            line, column, at = line + lines, 1, raw.rfind(b"\n", at, start) + 1
        column += start - at if narrow else len(raw[at:start].decode())
        starts.append((line, column))
        at, end = start, start + len(memoryview(item))
    return starts


def _objects(raw: bytes, whole: Member) -> Iterator[tuple[str, Member]]:
    place, end = whole.value, whole.value.offset + 1
    for name, item in _OBJECT.decode(whole.raw).items():
        key, inner = _KEY.search(raw, end), memoryview(item)
        assert key is not None, "the object has been decoded: every value has its key"
        before = _forward(raw, place, key.start())
        start = _skip(raw, key.end())
        place, end = _forward(raw, before, start), start + inner.nbytes
        yield name, Member(before, place, inner)


def _skip(raw: bytes, offset: int) -> int:
    between = _BETWEEN.match(raw, offset)
    return between.end() if between else offset


def _forward(raw: bytes, place: FilePosition, offset: int) -> FilePosition:
    """The place at `offset`, counted on from an earlier one, so that going through a file stays one pass."""
    passed = raw[place.offset : offset]
    last = passed.rfind(b"\n")
    if last < 0:
        return FilePosition(offset, place.line, place.column + len(passed.decode()))
    return FilePosition(offset, place.line + passed.count(b"\n"), len(passed[last + 1 :].decode()) + 1)
