"""A table in JSON: a list of objects, at the top or under a key, or an object on each line (JSON Lines).

The columns are the keys in the order in which they first stand; inner objects give columns such as "athlete.name", and
lists of texts are joined with semicolons. Each row is where its object begins; where several begin on one line, they
are counted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from harness import strict_json
from harness.curate.table import Cell, Table
from harness.records.model import Mistake

# Rows are told apart by their lines, and in a file without line ends all are of one.
OBJECTS_AS_LINES = " (objects counted as lines)"
_MARK = b"\xef\xbb\xbf"  # a byte order mark


def looks_like_json(raw: bytes) -> bool:
    return raw.removeprefix(_MARK).lstrip()[:1] in (b"{", b"[")


def read_json_table(raw: bytes, file: str) -> Table | list[Mistake]:
    """The table that the bytes are in JSON, or why they are none."""
    raw = raw.removeprefix(_MARK)
    lines = raw.split(b"\n")
    first = lines[0].strip()
    if first.startswith(b"{") and first.endswith(b"}") and any(line.strip() for line in lines[1:]):
        return _json_lines(lines, file)
    if mistakes := strict_json.mistakes(raw, file):
        return mistakes
    document = _parsed(raw)
    lists = dict(_lists_of_objects(document, ()))
    if len(lists) != 1:
        there = ", ".join(map(strict_json.show_path, lists)) or "there is none"
        return [Mistake(file, 1, 1, "$", f"a table in JSON is one list of objects, each of them a result: {there}")]
    ((path, records),) = lists.items()
    places = strict_json.FilePositions(raw).inside(path)
    if len({line for line, _ in places}) < len(places):
        return _table(file + OBJECTS_AS_LINES, records, [(number, 1) for number in range(1, len(places) + 1)])
    return _table(file, records, places)


def _json_lines(lines: list[bytes], file: str) -> Table | list[Mistake]:
    records, places = list[dict[str, Any]](), list[tuple[int, int]]()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if mistakes := strict_json.mistakes(line, file):
            return [replace(mistake, line=number) for mistake in mistakes]
        record = _parsed(line)
        if not isinstance(record, dict):
            return [Mistake(file, number, 1, "$", "no object: in JSON Lines each line is one")]
        records.append(record)
        places.append((number, 1))
    return _table(file, records, places)


def _parsed(raw: bytes) -> Any:
    """Numbers stay as they are written: 10.50 is not 10.5."""
    return json.loads(raw, parse_int=str, parse_float=str)


def _lists_of_objects(node: Any, path: strict_json.JsonPath) -> Iterator[tuple[strict_json.JsonPath, Any]]:
    """The outermost lists that hold nothing but objects."""
    if isinstance(node, list) and node and all(isinstance(record, dict) for record in node):
        yield path, node
    elif isinstance(node, dict):
        for key, inner in node.items():
            yield from _lists_of_objects(inner, (*path, key))


def _table(file: str, records: list[dict[str, Any]], places: list[tuple[int, int]]) -> Table:
    flat = [dict(_cells_of(record, "")) for record in records]
    names = list(dict.fromkeys(name for record in flat for name in record))
    header = tuple(Cell(name, *places[0]) for name in names)
    rows = tuple(
        tuple(Cell(record.get(name, ""), line, column) for name in names)
        for record, (line, column) in zip(flat, places, strict=True)
    )
    return Table(file, header, rows)


def _cells_of(record: dict[str, Any], before: str) -> Iterator[tuple[str, str]]:
    for key, inner in record.items():
        if isinstance(inner, dict):
            yield from _cells_of(inner, f"{before}{key}.")
        else:
            yield f"{before}{key}", _text(inner)


def _text(node: Any) -> str:
    if isinstance(node, list):
        return "; ".join(_text(inner) if not isinstance(inner, dict) else json.dumps(inner) for inner in node)
    return {None: "", True: "yes", False: "no"}[node] if node is None or isinstance(node, bool) else str(node).strip()
