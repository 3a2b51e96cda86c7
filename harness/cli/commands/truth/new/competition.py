"""harness truth new competition."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.commands.truth.new import alias_option, id_of, id_option
from harness.cli.options import truth_option
from harness.cli.packs import write_row

LEVELS = ["olympic", "world", "world indoor", "continental", "national", "diamond league", "age group", "meeting"]


@click.command()
@click.argument("name")
@click.option("--level", type=click.Choice(LEVELS), metavar="LEVEL", required=True, help=f"One of {', '.join(LEVELS)}.")
@click.option("--medals", is_flag=True, help="Its finals award medals.")
@alias_option
@click.option("--nation", metavar="CODE", help="The nation of a national championship.")
@id_option
@truth_option
def command(
    name: str,
    level: str,
    medals: bool,
    aliases: tuple[str, ...],
    nation: str | None,
    identity: str | None,
    truth_folder: Path | None,
) -> None:
    """Add the competition NAME: the series as a whole; each time it is held is an edition."""
    row = {
        "id": id_of(name, identity), "name": name, "level": level, "aliases": list(aliases), "nation": nation,
        "medals": True if medals else None,
    }  # fmt: skip
    write_row(truth_folder, "competitions", row)
