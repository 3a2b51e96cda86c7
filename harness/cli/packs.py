"""Packs that a command changes: which folder may be written, and a row written into it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from harness.cli.options import say, stop_at_mistakes


def writable_pack(folder: Path | None, *, dry_run: bool = False) -> Path:
    """The pack's folder; an installed package is never modified."""
    from harness.checking.load import default_truth_folder

    chosen = folder or default_truth_folder()
    if chosen.is_file():
        raise click.UsageError(f"{chosen} is compiled: change its pack, and build it anew with `harness truth build`")
    if folder is None and not dry_run and {"site-packages", "dist-packages"} & set(chosen.resolve().parts):
        raise click.UsageError(
            "the shipped pack is part of the installed package and stays as it is: "
            "`harness truth new pack FOLDER` copies it, and --truth FOLDER takes the copy"
        )
    return chosen


def write_row(folder: Path | None, table: str, row: dict[str, Any]) -> None:
    """Write the row, or end the run with everything that is wrong with it."""
    from harness.curate.pack_rows import RowRefused, put_row
    from harness.storage.files import replace_file

    pack = writable_pack(folder)
    try:
        texts = put_row(pack, table, row)
    except RowRefused as refused:
        stop_at_mistakes(refused.mistakes)
        raise
    for path, text in texts.items():
        replace_file(path, text)
        say(f"{row.get('id') or row['of']}: written to {path.name}")
