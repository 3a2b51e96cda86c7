"""Mappings as given by the user: options of the command line, and files in TOML or JSON."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from harness import strict_json
from harness.curate import date_notations, mark_notations, person_names
from harness.curate.mapping import Wishes
from harness.records.model import Mistake

PARTS = ("columns", "join", "set", "formats", "values", "each")
STYLES = {
    "date": date_notations.STYLES, "born": date_notations.STYLES, "mark": mark_notations.STYLES,
    "athlete": person_names.STYLES,
}  # fmt: skip


def read_wishes(
    path: Path | None, mapped: Iterable[str], constants: Iterable[str], formats: Iterable[str] = ()
) -> Wishes:
    """The mapping file (TOML or JSON) with what the command line adds; ValueError says what is wrong with it."""
    wishes = Wishes({}, {}) if path is None else _from_file(path)
    for text in mapped:
        wishes.columns.update([_pair(text, "COLUMN=FIELD")])
    for text in constants:
        wishes.constants.update([_pair(text, "FIELD=VALUE")])
    styles = dict(wishes.formats)
    for text in formats:
        field, style = _pair(text, "FIELD=FORMAT")
        _check_style(field, style)
        styles[field] = style
    return wishes._replace(formats=styles)


def _pair(text: str, form: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise ValueError(f"{text!r} is not {form}")
    return name.strip(), value.strip()


def _check_style(field: str, style: str) -> None:
    if field not in STYLES:
        raise ValueError(f"{field!r} has no formats; these have: {', '.join(STYLES)}")
    if style not in STYLES[field]:
        raise ValueError(f"{style!r} is no format of {field!r}: {', '.join(STYLES[field])}")


def _from_file(path: Path) -> Wishes:
    raw = strict_json.read(path)
    if isinstance(raw, Mistake):
        raise ValueError(str(raw))
    whole = _json(raw, path) if path.suffix == ".json" else _toml(raw, path)
    if not isinstance(whole, dict) or whole.keys() - {*PARTS, "$schema"}:
        raise ValueError(
            f"{path}: a mapping has 'columns' (column = field), 'set' (field = value), and where they are needed"
            " 'join', 'formats', 'values' and 'each'"
        )
    formats = _texts(path, whole, "formats")
    for field, style in formats.items():
        _check_style(field, style)
    meanings = whole.get("values", {})
    if not isinstance(meanings, dict):
        raise ValueError(f"{path}: 'values' holds a table for each field")
    groups = whole.get("each", [])
    if not isinstance(groups, list):
        raise ValueError(f"{path}: 'each' is a list: [[each]]")
    return Wishes(
        _texts(path, whole, "columns"),
        _texts(path, whole, "set"),
        _texts(path, whole, "join"),
        formats,
        {field: _texts(path, meanings, field) for field in meanings},
        tuple(_texts(path, {"each": group}, "each") for group in groups),
    )


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


def _texts(path: Path, tables: Mapping[str, Any], part: str) -> dict[str, str]:
    table = tables.get(part, {})
    if not isinstance(table, dict) or not all(isinstance(value, str) for value in table.values()):
        raise ValueError(f"{path}: {part!r} holds texts by name")
    return dict(table)
