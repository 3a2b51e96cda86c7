"""Writing the reports of a run: every format that was asked for, and the tables beside them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from harness.cli.options import in_colour, put_out
from harness.cli.parquet_folder import put_tables
from harness.present.formats import View, pieces

if TYPE_CHECKING:
    from harness.records.model import Report

BUFFERED = 1 << 20  # characters of a rendering that are held before they go to a temporary file


def put_reports(report: Report, view: View, wanted: Sequence[tuple[str, Path | None]], tables: Path | None) -> None:
    """Write the report in each format to its path (None is stdout), and the tables to their folder.

    Every rendering is made before the first is put in its place, so an error leaves the old files as they were.
    """
    from tempfile import SpooledTemporaryFile

    with ExitStack() as stack:
        made = []
        for name, path in wanted:
            draft = stack.enter_context(SpooledTemporaryFile(BUFFERED, "w+", encoding="utf-8", newline=""))
            for piece in pieces(report, name, view._replace(colour=path is None and in_colour())):
                draft.write(piece)  # `writelines` would hold all of it before any goes to the file
            made.append(draft)
        if tables is not None:
            put_tables(report, tables)
        for draft, (_, path) in reversed(list(zip(made, wanted, strict=True))):  # stdout last
            draft.seek(0)
            put_out(iter(partial(draft.read, BUFFERED), ""), path)
