"""harness bench data show: what is in a data set."""

from __future__ import annotations

import click

from harness.cli.options import say


@click.command()
@click.argument("reference", metavar="NAME[@VERSION]")
def command(reference: str) -> None:
    """List the articles of a data set, by split."""
    from harness.bench.data import NoDataSet, open_data

    try:
        data = open_data(reference)
    except NoDataSet as why:
        raise click.UsageError(str(why)) from None
    say(f"{data.name}@{data.version} ({data.licence}) in {data.folder}")
    for entry in data.articles:
        say(f"{entry.split:<6} {entry.sport:<22} {entry.style:<12} {'errors' if entry.errors else '':<7} {entry.id}")
