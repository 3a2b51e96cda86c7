"""The rows of a Parquet file of claims as data: each with the fields that it has, and what is wrong with its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from harness.checking.load.claim_columns import ARTICLE, article_forms, claim_forms, form_of, forms_of_kind
from harness.migrations import FIELD
from harness.storage.arrow import Arrow
from harness.strict_json import is_plain, mistakes

ROWS = 4_096  # that are read at once
_WHOLE = re.compile(r"-?(?:0|[1-9][0-9]*)")


class BadCell(NamedTuple):
    """Why a cell cannot be read."""

    why: str


class ParquetRow(NamedTuple):
    """A row: the fields of its article and those of its claim, by the names of their columns. Nulls are left out."""

    number: int
    article: dict[str, Any]
    claim: dict[str, Any]


class DamagedFile(Exception):
    """The file is cut short, or bytes in it have changed."""


def opened(stream: Any, pyarrow: Arrow) -> Any:
    """The Parquet file in the stream; DamagedFile if its list of columns, which is its end, cannot be read."""
    with _damage_named(pyarrow):
        return pyarrow.parquet.ParquetFile(stream, page_checksum_verification=True)


@contextmanager
def _damage_named(pyarrow: Arrow) -> Iterator[None]:
    """What pyarrow raises where it reads bytes that nobody wrote, as DamagedFile."""
    try:
        yield
    except (pyarrow.columns.ArrowException, OSError, ValueError) as error:
        raise DamagedFile(" ".join(str(error).split())) from None


def _batches(file: Any, pyarrow: Arrow) -> Iterator[Any]:
    batches = file.iter_batches(batch_size=ROWS, use_threads=False)
    while True:
        with _damage_named(pyarrow):
            batch = next(batches, None)
            if batch is None:
                return
            batch.validate(full=False)
        yield batch


def rows_of(file: Any, pyarrow: Arrow) -> Iterator[ParquetRow]:
    """Every row of the file, from 1; its columns are those that `column_flaws` lets pass. Raises DamagedFile."""
    first = 1
    for batch in _batches(file, pyarrow):
        rows = [ParquetRow(first + number, {}, {}) for number in range(batch.num_rows)]
        for name, column in zip(batch.schema.names, batch.columns, strict=True):
            if column.null_count < len(column):
                of_article = name.startswith(ARTICLE) or name == FIELD
                for row, cell in zip(rows, _cells(name, column, pyarrow), strict=True):
                    if cell is not None:
                        (row.article if of_article else row.claim)[name] = cell
        yield from map(_with_numbers, rows)
        first += batch.num_rows


def _cells(name: str, column: Any, pyarrow: Arrow) -> list[Any]:
    """The cells of one column: JSON texts as what they hold, records without what is null in them."""
    forms = article_forms().get(name) or claim_forms()[name]
    form = form_of(column.type, pyarrow)
    try:
        cells: list[Any] = column.to_pylist()
    except UnicodeDecodeError:
        cells = [_text(cell) for cell in column]
    if form == "text" and "text" not in forms:
        return [_from_json(cell) if isinstance(cell, str) else cell for cell in cells]
    if form == "record":
        return [without_nulls(cell) for cell in cells]
    return [cell.isoformat() if cell is not None else None for cell in cells] if form == "day" else cells


def _text(cell: Any) -> str | BadCell | None:
    try:
        text: str | None = cell.as_py()
    except UnicodeDecodeError:
        return BadCell("not UTF-8")
    return text


@lru_cache(maxsize=10_000)  # the same scope stands in many rows
def _from_json(text: str) -> Any:
    raw = text.encode()
    if not is_plain(raw) and (wrong := mistakes(raw, "")):
        return BadCell(f"not JSON: {wrong[0].message}")
    return msgspec.json.decode(raw)


def _with_numbers(row: ParquetRow) -> ParquetRow:
    """The row with whole numbers where a column of texts has digits and the claim's kind takes numbers there.

    A text of digits that is to stay a text is written as JSON, in quotation marks.
    """
    kind = row.claim.get("kind")
    for name, forms in forms_of_kind(kind).items() if isinstance(kind, str) else ():
        cell = row.claim.get(name) if "number" in forms and "text" in forms else None
        if isinstance(cell, str):
            if _WHOLE.fullmatch(cell) and len(cell) < 20:
                row.claim[name] = int(cell)
            elif cell[:1] == '"' == cell[-1:] and isinstance(text := _from_json(cell), str):
                row.claim[name] = text
    return row


def as_cell(name: str, kind: str, field: Any) -> Any:
    """The cell that is read as this field: a record as its JSON text, and numbers where a column holds texts too."""
    forms = article_forms().get(name) or claim_forms()[name]
    if "record" in forms:
        return None if field is None else msgspec.json.encode(field).decode()
    if isinstance(field, int) and "text" in forms:
        return str(field)
    if isinstance(field, str) and "number" in forms_of_kind(kind).get(name, ()) and _is_special(field):
        return msgspec.json.encode(field).decode()
    return field


def _is_special(text: str) -> bool:
    return _WHOLE.fullmatch(text) is not None or text[:1] == '"' == text[-1:]


def without_nulls(record: Any) -> Any:
    """A record without the fields that are null, which are those that it does not have."""
    if isinstance(record, dict):
        return {name: without_nulls(inner) for name, inner in record.items() if inner is not None}
    return [without_nulls(inner) for inner in record] if isinstance(record, list) else record
