"""harness truth new source."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.commands.truth.new import id_of
from harness.cli.options import truth_option
from harness.cli.packs import write_row


@click.command()
@click.argument("title")
@click.option("--id", "identity", metavar="ID", help="[default: made of the title]")
@click.option("--family", metavar="ID", help="Sources of one family count as one [default: its id].")
@click.option("--url")
@click.option("--licence", help="The licence under which its data may be used: CC BY 4.0.")
@truth_option
def command(
    title: str,
    identity: str | None,
    family: str | None,
    url: str | None,
    licence: str | None,
    truth_folder: Path | None,
) -> None:
    """Add the source called TITLE."""
    made = id_of(title, identity)
    row = {"id": made, "title": title, "family": family or made, "url": url, "licence": licence}
    write_row(truth_folder, "sources", row)
