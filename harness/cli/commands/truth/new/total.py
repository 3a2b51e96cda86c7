"""harness truth new total: a career or edition total on a given day, as published by a source."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.commands.truth.new import source_option
from harness.cli.options import truth_option
from harness.cli.packs import write_row

COUNTED = [
    "races", "wins", "finals", "medals", "gold", "silver", "bronze", "titles", "records", "appearances", "goals",
    "points", "runs", "caps", "nations", "athletes",
]  # fmt: skip

LEVELS = ["global championship", "major championship", "championship", "Diamond League"]


@click.command()
@click.argument("of", type=click.Choice(COUNTED))
@click.argument("count", type=click.IntRange(min=0))
@click.option("--date", required=True, metavar="DATE", help="The day to which it counts.")
@click.option("--athlete", metavar="ID")
@click.option("--nation", metavar="CODE")
@click.option("--event", "events", multiple=True, metavar="ID")
@click.option("--group", metavar="NAME", help="A group of events or a sport, in place of events.")
@click.option("--individual/--team", default=None, help="Without the events of teams, or those alone.")
@click.option("--competition", metavar="ID")
@click.option("--edition", metavar="ID")
@click.option("--level", type=click.Choice(LEVELS), help="All competitions of the level, in place of one.")
@click.option("--sex", type=click.Choice(["men", "women", "mixed"]), help="Whose events.")
@click.option("--area", metavar="NAME", help="Of which area's nations.")
@source_option
@truth_option
def command(
    of: str,
    count: int,
    date: str,
    athlete: str | None,
    nation: str | None,
    events: tuple[str, ...],
    group: str | None,
    individual: bool | None,
    competition: str | None,
    edition: str | None,
    level: str | None,
    sex: str | None,
    area: str | None,
    sources: tuple[str, ...],
    truth_folder: Path | None,
) -> None:
    """Add a published total: OF what, and its COUNT; of an athlete, a nation, or all who took part in an edition."""
    row = {
        "of": of, "count": count, "date": date, "athlete": athlete, "nation": nation, "events": list(events),
        "group": group, "individual": individual, "competition": competition, "edition": edition, "level": level,
        "sex": sex, "area": area, "sources": list(sources),
    }  # fmt: skip
    write_row(truth_folder, "totals", row)
