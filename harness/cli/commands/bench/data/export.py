"""harness bench data export: a data set as JSON Lines and Parquet."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.options import say


@click.command()
@click.argument("reference", metavar="NAME[@VERSION]")
@click.option("--output", type=click.Path(path_type=Path), required=True, help="A folder for the files.")
def command(reference: str, output: Path) -> None:
    """Write SPLIT.jsonl and SPLIT.parquet, one row for each text, as Hugging Face's load_dataset reads them.

    The data card, the licence, the citation and the facts go along.
    """
    from harness.bench.data import NoDataSet, export, open_data

    try:
        written = export(open_data(reference), output)
    except NoDataSet as why:
        raise click.UsageError(str(why)) from None
    say(*map(str, written))
