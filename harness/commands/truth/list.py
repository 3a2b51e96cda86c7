"""harness truth list: a part of the pack."""

from __future__ import annotations

from pathlib import Path

import click

from harness.options import open_truth, truth_option

PARTS = [
    "athletes",
    "competitions",
    "completeness",
    "editions",
    "events",
    "medal-tables",
    "nations",
    "records",
    "sources",
]


@click.command()
@click.argument("part", type=click.Choice(PARTS))
@truth_option
def command(part: str, truth_folder: Path | None) -> None:
    """List a part of the pack, a line each."""
    from harness.truth.show import list_part

    for line in list_part(open_truth(truth_folder), part.replace("-", "_")):
        click.echo(line)
