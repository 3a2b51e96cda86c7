"""`check --parquet FOLDER`: where the tables go, refused before the work is done if they could not be written."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from harness.records.model import Report


def check_tables_folder(folder: Path, inputs: Iterable[Path]) -> None:
    """Refuse a folder that the tables could not be written to, or where the next check would take them for claims."""
    from harness.present.formats._characters import one_line
    from harness.storage.arrow import ArrowMissing, arrow

    try:
        arrow()
    except ArrowMissing as missing:
        raise click.ClickException(f"--parquet: {missing}") from None
    above = folder if folder.exists() else folder.parent
    real = Path(os.path.realpath(folder))
    read = [path for path in inputs if path.is_dir() and real.is_relative_to(os.path.realpath(path))]
    if not above.exists():
        why = f"the folder {above} does not exist: make it first"
    elif not above.is_dir():
        why = f"{above} is a file: name a folder"
    elif not os.access(above, os.W_OK):
        why = f"no permission to write in {above}"
    elif read:
        why = f"this run reads the folder {read[0]}, and the next would take the tables for claims: name another folder"
    else:
        return
    raise click.UsageError(one_line(f"--parquet {folder}: {why}"))


def put_tables(report: Report, folder: Path) -> None:
    """Write every table of the report into the folder: all of them are whole, or none is there."""
    from harness.present.parquet import TABLES, write_tables
    from harness.storage.files import replacing

    with replacing([folder / f"{name}.parquet" for name in TABLES]) as files:
        write_tables(report, dict(zip(TABLES, files, strict=True)))
