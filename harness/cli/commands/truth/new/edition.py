"""harness truth new edition."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.commands.truth.new import alias_option, id_of, id_option, source_option
from harness.cli.options import open_truth, truth_option
from harness.cli.packs import write_row

_OF_ONE_DAY = ("meeting", "diamond league")


@click.command()
@click.argument("name")
@click.option("--competition", required=True, metavar="ID", help="The competition of which this is an edition.")
@click.option("--start", required=True, metavar="DATE", help="Its first day.")
@click.option("--end", metavar="DATE", help="Its last day [default: the first, of a one-day meeting].")
@click.option("--city")
@click.option("--nation", metavar="CODE")
@click.option("--venue")
@click.option("--indoor", is_flag=True)
@alias_option
@source_option
@id_option
@truth_option
def command(
    name: str,
    competition: str,
    start: str,
    end: str | None,
    city: str | None,
    nation: str | None,
    venue: str | None,
    indoor: bool,
    aliases: tuple[str, ...],
    sources: tuple[str, ...],
    identity: str | None,
    truth_folder: Path | None,
) -> None:
    """Add the edition NAME of a competition, with its first and last day."""
    series = open_truth(truth_folder).competitions.get(competition)
    if end is None and series is not None and series.level not in _OF_ONE_DAY:
        raise click.UsageError(
            f"--end: {series.name} lasts longer than a day, and one that is left out would be refuted"
        )
    row = {
        "id": id_of(name, identity), "competition": competition, "name": name, "aliases": list(aliases), "start": start,
        "end": end or start, "city": city, "nation": nation, "venue": venue, "indoor": True if indoor else None,
        "sources": list(sources),
    }  # fmt: skip
    write_row(truth_folder, "editions", row)
