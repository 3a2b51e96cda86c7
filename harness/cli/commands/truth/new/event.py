"""harness truth new event."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from harness.cli.commands.truth.new import id_of, id_option
from harness.cli.options import truth_option
from harness.cli.packs import write_row


@click.command()
@click.argument("name")
@click.option(
    "--measure", type=click.Choice(["time", "distance", "height", "points"]), help="[default: the catalogue's]"
)
@click.option("--plausible", nargs=2, metavar="FROM TO", help="The range of plausible marks.")
@click.option("--better", type=click.Choice(["lower", "higher"]), help="[default: lower for times]")
@click.option("--metres", type=int)
@click.option("--sport", help="The sport, which claims may name instead of the event: swimming.")
@click.option(
    "--group", "groups", multiple=True, help="A group that it belongs to: sprints; if you give one, give all."
)
@click.option("--team", is_flag=True, help="It is a relay or team event.")
@click.option("--alias", "aliases", multiple=True, help="Another name or code.")
@id_option
@truth_option
def command(
    name: str,
    measure: str | None,
    plausible: tuple[str, str] | None,
    better: str | None,
    metres: int | None,
    sport: str | None,
    groups: tuple[str, ...],
    team: bool,
    aliases: tuple[str, ...],
    identity: str | None,
    truth_folder: Path | None,
) -> None:
    """Add the event NAME; a standard event needs nothing else."""
    from harness.curate.catalogue import events
    from harness.names import read_event

    standard = events().get(read_event(name).key)
    row: dict[str, Any] = standard.row() if standard is not None else {"id": id_of(name, identity), "name": name}
    row |= {"id": identity} if identity else {}
    given = {
        "measure": measure,
        "plausible": list(plausible) if plausible else None,
        "better": better,
        "metres": metres,
        "sport": sport,
        "groups": list(groups) or None,
        "team": True if team else None,
    }
    row |= {field: value for field, value in given.items() if value is not None}
    if aliases:
        row["aliases"] = [*row.get("aliases", ()), *aliases]
    missing = [field for field in ("measure", "plausible") if field not in row]
    if missing:
        raise click.UsageError(f"{name!r} is no event of the catalogue: --{' and --'.join(missing)} say what it is")
    row.setdefault("better", "lower" if row["measure"] == "time" else "higher")
    write_row(truth_folder, "events", row)
