"""Claims as a Parquet file, a row each, as `parquet_claims` reads them: written in row groups, article by article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from harness.checking.load.claim_columns import ARTICLE, claims_schema_of
from harness.checking.load.claims import ClaimFile
from harness.checking.load.parquet_rows import as_cell
from harness.migrations import CURRENT, FIELD
from harness.storage.arrow import arrow

GROUP = 10_000  # rows of a row group, at least


class ClaimWriter:
    """A Parquet file of claims, to which articles are added. Raises ArrowMissing."""

    def __init__(self, path: Path) -> None:
        self._pyarrow = arrow()
        self._schema = claims_schema_of(self._pyarrow)
        self._writer = self._pyarrow.parquet.ParquetWriter(
            str(path), self._schema, compression="zstd", write_page_checksum=True
        )
        self._rows: list[dict[str, Any]] = []
        self.articles = self.claims = 0

    def __enter__(self) -> ClaimWriter:
        return self

    def __exit__(self, *failure: object) -> None:
        if failure[0] is None:
            self._end_group()
        self._writer.close()

    def add(self, file: ClaimFile) -> None:
        """Add the claims of one more article."""
        self._rows += _rows(file)
        self.articles += 1
        self.claims += len(file.claims)
        if len(self._rows) >= GROUP:
            self._end_group()

    def _end_group(self) -> None:
        if self._rows:
            self._writer.write_table(self._pyarrow.columns.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []


def _rows(file: ClaimFile) -> Iterator[dict[str, Any]]:
    """A row for each claim; of an article without claims, one with its own fields alone."""
    own: dict[str, Any] = {FIELD: CURRENT}
    for name, field in msgspec.to_builtins(file.article).items():
        own[f"{ARTICLE}{name}"] = as_cell(f"{ARTICLE}{name}", "", field)
    for claim in map(msgspec.to_builtins, file.claims):
        yield own | {name: as_cell(name, claim["kind"], field) for name, field in claim.items()}
    if not file.claims:
        yield own
