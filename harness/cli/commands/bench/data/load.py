"""harness bench data load: a data set from exported rows."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.options import say


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--output", type=click.Path(path_type=Path), required=True, help="The folder of the data set.")
def command(files: tuple[Path, ...], output: Path) -> None:
    """Write a data set from JSON Lines or Parquet files that `export` wrote.

    The folder then stands for it: `bench run --data FOLDER --split test`. The facts beside the files are brought along.
    """
    from harness.bench.data import NoDataSet, import_rows

    try:
        number = import_rows(files, output)
    except NoDataSet as why:
        raise click.ClickException(str(why)) from None
    say(f"{number} texts and claim files in {output}")
