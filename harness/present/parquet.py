"""A report as Parquet tables, for databases and data frames: typed columns, written in row groups as findings come.

`findings` has a row for each finding, `judged` one for each value that a claim gives a quantity, `articles` one for
each article with its counts and scores, `conflicts` one for each claim in each conflict, `mistakes` one for each
mistake, and `summary` a single one for the whole report. Columns have the names of the JSON report's fields. The
signature is in the metadata of every file (`harness.signature`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from harness.present.arrow_types import columns_of
from harness.present.formats import all_encodable
from harness.present.formats._characters import with_escaped_surrogates
from harness.records.model import ArticleReport, Conflict, Finding, Judged, Mistake, Report
from harness.storage.arrow import Arrow, arrow
from harness.values import Range, Value

TABLES = ("findings", "judged", "articles", "conflicts", "mistakes", "summary")
BATCH = 1_000  # rows that are held as Python objects
BATCHES = 20  # of a row group, which is held as columns

_Row: TypeAlias = dict[str, Any]
_LARGEST = 2**63
_VALUES = ("claimed", "found", "outer")
_OTHER_TABLES = frozenset({"findings", "articles", "conflicts", "mistakes"})  # these lists of a report
_SHARES = {"accuracy": ("value", "low", "high"), "right": ("low", "high")}


def write_tables(report: Report, folder: Mapping[str, Path]) -> None:
    """Write the tables to the paths that are given by their names. Findings are read once, and none is held for long.

    Raises ArrowMissing.
    """
    pyarrow = arrow()
    metadata = {"harness.signature": report.signature}
    clean = not all_encodable(report)
    with ExitStack() as stack:
        tables = {
            name: stack.enter_context(_Table(folder[name], columns, metadata, pyarrow, clean))
            for name, columns in _columns(pyarrow).items()
        }
        for finding in report.findings:
            tables["findings"].add(_finding(finding))
            for part, judged in enumerate(finding.judged, start=1):
                tables["judged"].add(_judged(finding, part, judged))
        for article in report.articles:
            tables["articles"].add(_flat(msgspec.structs.asdict(article)))
        for number, conflict in enumerate(report.conflicts, start=1):
            tables["conflicts"].add_all(_conflict(number, conflict))
        tables["mistakes"].add_all(map(msgspec.to_builtins, report.mistakes))
        tables["summary"].add(_flat({field: getattr(report, field) for field in report.__struct_fields__}))


class _Table:
    """One Parquet file, written in row groups."""

    def __init__(
        self, path: Path, columns: list[Any], metadata: Mapping[str, str], pyarrow: Arrow, clean: bool
    ) -> None:
        self._pyarrow = pyarrow
        self._schema = pyarrow.columns.schema(columns, metadata)
        self._writer = pyarrow.parquet.ParquetWriter(
            str(path), self._schema, compression="zstd", write_page_checksum=True
        )
        self._clean = clean
        self._rows: list[_Row] = []
        self._batches: list[Any] = []

    def __enter__(self) -> _Table:
        return self

    def __exit__(self, *failure: object) -> None:
        if failure[0] is None:
            self._end_batch()
            self._end_group()
        self._writer.close()

    def add(self, row: _Row) -> None:
        self._rows.append(with_escaped_surrogates(row) if self._clean else row)
        if len(self._rows) == BATCH:
            self._end_batch()
            if len(self._batches) == BATCHES:
                self._end_group()

    def add_all(self, rows: Iterable[_Row]) -> None:
        for row in rows:
            self.add(row)

    def _end_batch(self) -> None:
        if self._rows:
            self._batches.append(self._pyarrow.columns.RecordBatch.from_pylist(self._rows, schema=self._schema))
            self._rows = []

    def _end_group(self) -> None:
        if self._batches:
            self._writer.write_table(self._pyarrow.columns.Table.from_batches(self._batches), BATCH * BATCHES)
            self._batches = []


def _columns(pyarrow: Arrow) -> dict[str, list[Any]]:
    """The columns of every table."""
    types = pyarrow.columns
    field, text, whole = types.field, types.string(), types.int64()
    judged: list[Any] = [field("article", text), field("claim", text), field("part", whole)]
    for column in columns_of(Judged, pyarrow):
        judged.append(field("as_of", types.date32()) if column.name == "as_of" else column)
        if column.name in ("claimed", "found"):
            judged += [field(f"{column.name}_{end}", whole) for end in ("low", "high")]
    of_conflict = columns_of(Conflict, pyarrow, leave_out=frozenset({"claims"}))
    return {
        "findings": columns_of(Finding, pyarrow, leave_out=frozenset({"judged"})),
        "judged": judged,
        "articles": _flat_columns(ArticleReport, pyarrow),
        "conflicts": [field("conflict", whole), field("article", text), field("claim", text), *of_conflict],
        "mistakes": columns_of(Mistake, pyarrow),
        "summary": _flat_columns(Report, pyarrow),
    }


def _flat_columns(record: type[Any], pyarrow: Arrow) -> list[Any]:
    """The columns of a record that has counts and shares, each of which is a column of its own."""
    flat: list[Any] = []
    for column in columns_of(record, pyarrow, leave_out=_OTHER_TABLES):
        if column.name == "counts":
            flat += column.type
        elif column.name in _SHARES:
            share = pyarrow.columns.float64()
            flat += [pyarrow.columns.field(_flat_name(column.name, part), share) for part in _SHARES[column.name]]
        else:
            flat.append(column)
    return flat


def _flat_name(name: str, part: str) -> str:
    return name if part == "value" else f"{name}_{part}"


def _finding(finding: Finding) -> _Row:
    row: _Row = msgspec.to_builtins(msgspec.structs.replace(finding, judged=()))
    return row


def _judged(finding: Finding, part: int, judged: Judged) -> _Row:
    row: _Row = msgspec.structs.asdict(judged)
    row |= {"article": finding.article, "claim": finding.claim, "part": part}
    row |= {"as_of": date.fromordinal(judged.as_of)}
    row |= {name: _bounded(row[name]) for name in ("exact", "step")}
    for name in _VALUES:
        value: Value | None = row[name]
        row[name] = None if value is None else msgspec.json.encode(value, order="deterministic").decode()
        if isinstance(value, Range):
            row |= {f"{name}_low": _bounded(value.low), f"{name}_high": _bounded(value.high)}
    return row


def _bounded(number: int | None) -> int | None:
    """The number, if a column can hold it; a value beyond is in its JSON text only."""
    return number if number is not None and -_LARGEST <= number < _LARGEST else None


def _flat(fields: _Row) -> _Row:
    """The row of a record that has counts and shares."""
    row: _Row = {
        name: None if part is msgspec.UNSET else msgspec.to_builtins(part)
        for name, part in fields.items()
        if name not in _OTHER_TABLES
    }
    row |= row.pop("counts")
    for name, parts in _SHARES.items():
        shares = row.pop(name)
        row |= {_flat_name(name, part): shares[part] for part in parts}
    return row


def _conflict(number: int, conflict: Conflict) -> Iterator[_Row]:
    whole: _Row = msgspec.to_builtins(conflict)
    for ref in whole.pop("claims"):
        yield {"conflict": number, **ref, **whole}
