"""Which column of a table is which field of a result; what no column says may be said once for all rows."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from harness import strict_json
from harness.curate.table import Cell, Table
from harness.model import Mistake

FIELDS = {
    "event": "the event, by id or name",
    "sex": "men, women or mixed",
    "date": "the day as 2024-08-06, or a month or year",
    "edition": "the holding, by id or name; else the city",
    "round": "final, semifinal 1, heat 3; empty where it is not known",
    "city": "where it was, outside the editions of the pack",
    "country": "the city's nation",
    "venue": "the stadium",
    "indoor": "yes or no",
    "athlete": "the athlete or team, by id or whole name",
    "athlete_nation": "whom the athlete competed for",
    "born": "the birth date of an athlete who is new to the pack",
    "mark": "the mark as published, or DNF, DNS, DQ, NM",
    "place": "the place",
    "qualified": "Q, q, qR or qJ",
    "sources": "ids of sources, with a blank or semicolon between",
    "note": "a remark",
}
REQUIRED = ("event", "sex", "date", "athlete", "sources")
_SPLIT = re.compile(r"split [0-9]+(\.[0-9]+)? ?k?m")


class Columns(NamedTuple):
    """The field of each column (by its number; a column without one is left out), and what holds for every row."""

    fields: dict[int, str]
    constants: dict[str, str]


class Wishes(NamedTuple):
    """What was asked for: column -> field ("" leaves the column out), and field -> value for all rows."""

    columns: dict[str, str]
    constants: dict[str, str]


def read_wishes(path: Path | None, mapped: Iterable[str], constants: Iterable[str]) -> Wishes:
    """The mapping file (TOML or JSON: `columns` and `set`) with what the command line adds; ValueError says what is
    wrong."""
    wishes = Wishes({}, {}) if path is None else _from_file(path)
    for text in mapped:
        wishes.columns.update([_pair(text, "COLUMN=FIELD")])
    for text in constants:
        wishes.constants.update([_pair(text, "FIELD=VALUE")])
    return wishes


def columns_of(table: Table, wishes: Wishes) -> Columns | list[Mistake]:
    """The mapping of the table's header, or everything that is wrong with it. A column named as a field is that one."""
    mistakes = [*_unknown_wishes(table, wishes)]
    fields: dict[int, str] = {}
    for number, cell in enumerate(table.header):
        field = wishes.columns.get(cell.text, cell.text if is_field(cell.text) else None)
        if field is None:
            mistakes.append(_at(table, cell, _unknown_column(cell.text)))
        elif field in fields.values():
            mistakes.append(_at(table, cell, f"a second column for {field!r}"))
        elif field:
            fields[number] = field
    there = {*fields.values(), *wishes.constants}
    missing = [field for field in REQUIRED if field not in there]
    if "edition" not in there and "city" not in there:
        missing.append("edition")
    mistakes += [_at(table, table.header[0], _missing_field(field)) for field in missing if not mistakes]
    return mistakes or Columns(fields, dict(wishes.constants))


def is_field(name: str) -> bool:
    return name in FIELDS or _SPLIT.fullmatch(name) is not None


def _unknown_wishes(table: Table, wishes: Wishes) -> Iterator[Mistake]:
    names = [cell.text for cell in table.header]
    for column in wishes.columns:
        if column not in names:
            yield _at(table, table.header[0], f"there is no column {column!r}{_hint(column, names)}")
    for field in (*wishes.columns.values(), *wishes.constants):
        if field and not is_field(field):
            yield _at(table, table.header[0], f"there is no field {field!r}{_hint(field, FIELDS)}")


def _unknown_column(column: str) -> str:
    close = get_close_matches(column.lower(), FIELDS, n=1)
    field = close[0] if close else "FIELD"
    return f"unknown column {column!r}: --map '{column}={field}' says what it is, --map '{column}=' leaves it out"


def _missing_field(field: str) -> str:
    if field == "edition":
        return "neither an edition nor a city: --map COLUMN=edition, or --set city=NAME for all rows"
    return f"no column gives {field!r} ({FIELDS[field]}): --map COLUMN={field}, or --set {field}=VALUE for all rows"


def _hint(name: str, names: Iterable[str]) -> str:
    names = list(names)
    close = get_close_matches(name, names, n=1)
    return f": did you mean {close[0]!r}?" if close else f"; there are: {', '.join(names)}"


def _at(table: Table, cell: Cell, message: str) -> Mistake:
    return Mistake(table.file, cell.line, cell.column, "header", message)


def _pair(text: str, form: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise ValueError(f"{text!r} is not {form}")
    return name.strip(), value.strip()


def _from_file(path: Path) -> Wishes:
    raw = strict_json.read(path)
    if isinstance(raw, Mistake):
        raise ValueError(str(raw))
    mapping = _json(raw, path) if path.suffix == ".json" else _toml(raw, path)
    if not isinstance(mapping, dict) or mapping.keys() - {"columns", "set"}:
        raise ValueError(f"{path}: a mapping has 'columns' (column = field) and 'set' (field = value)")
    return Wishes(_texts(path, mapping, "columns"), _texts(path, mapping, "set"))


def _json(raw: bytes, path: Path) -> object:
    if mistakes := strict_json.mistakes(raw, str(path)):
        raise ValueError("\n".join(map(str, mistakes)))
    return json.loads(raw)


def _toml(raw: bytes, path: Path) -> object:
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: not UTF-8 at byte {error.start}: save the file as UTF-8") from None
    except RecursionError:
        raise ValueError(f"{path}: nested too deep for a mapping, which has two tables of texts") from None
    except ValueError as error:
        raise ValueError(f"{path}: {error}") from None


def _texts(path: Path, found: Mapping[str, object], part: str) -> dict[str, str]:
    table = found.get(part, {})
    if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
        raise ValueError(f"{path}: {part!r} holds texts by name")
    return dict(table)
