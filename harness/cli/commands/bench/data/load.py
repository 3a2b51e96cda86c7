"""harness bench data load: texts and claim files from exported rows."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.options import say


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--output", type=click.Path(path_type=Path), required=True, help="A folder: articles/ and claims/.")
def command(files: tuple[Path, ...], output: Path) -> None:
    """Write articles/ and claims/ from JSON Lines or Parquet files that `export` wrote."""
    from harness.bench.data import NoDataSet, import_rows

    try:
        number = import_rows(files, output)
    except NoDataSet as why:
        raise click.ClickException(str(why)) from None
    say(f"{number} texts and claim files in {output}")
