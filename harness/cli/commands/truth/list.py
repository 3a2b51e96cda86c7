"""harness truth list: a part of the pack."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.options import open_truth, say, truth_option, wrapped

PARTS = [
    "athletes",
    "competitions",
    "completeness",
    "editions",
    "events",
    "horizons",
    "medal-tables",
    "nations",
    "records",
    "sources",
]


@click.command(help=f"List a PART of the pack, a line each: {', '.join(PARTS)}.")
@click.argument("part", type=click.Choice(PARTS), metavar="PART")
@truth_option
def command(part: str, truth_folder: Path | None) -> None:
    from harness.truth.show import list_part

    lines = list_part(open_truth(truth_folder), part.replace("-", "_"))
    say(*(piece for line in lines for piece in wrapped(line)))
