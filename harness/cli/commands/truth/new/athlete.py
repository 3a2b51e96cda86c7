"""harness truth new athlete."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import click

from harness.cli.commands.truth.new import alias_option, id_of, id_option, source_option
from harness.cli.options import truth_option
from harness.cli.packs import write_row


@click.command()
@click.argument("name")
@click.option("--sex", type=click.Choice(["men", "women", "mixed"]), required=True)
@click.option(
    "--nation", "nations", multiple=True, metavar="CODE[@DATE]", help="The nation, since a day: KEN, USA@2011-04-01."
)
@click.option("--born", metavar="DATE")
@click.option("--died", metavar="DATE")
@click.option("--home", "homes", multiple=True, help="Where they live or come from: Indianapolis.")
@alias_option
@source_option
@id_option
@truth_option
def command(
    name: str,
    sex: str,
    nations: tuple[str, ...],
    born: str | None,
    died: str | None,
    homes: tuple[str, ...],
    aliases: tuple[str, ...],
    sources: tuple[str, ...],
    identity: str | None,
    truth_folder: Path | None,
) -> None:
    """Add the athlete or team NAME."""
    row = {
        "id": id_of(name, identity), "name": name, "sex": sex, "aliases": list(aliases), "nations": _periods(nations),
        "born": born, "died": died, "homes": [{"value": home} for home in homes], "sources": list(sources),
    }  # fmt: skip
    write_row(truth_folder, "athletes", row)


def _periods(nations: tuple[str, ...]) -> list[dict[str, str]]:
    """Each nation until the next one begins."""
    split = [text.partition("@") for text in nations]
    periods = [{"value": code} | ({"start": start} if start else {}) for code, _, start in split]
    for period, following in pairwise(periods):
        if "start" not in following:
            raise click.BadParameter("of several nations each but the first begins on a day: USA@2011-04-01")
        period["end"] = following["start"]
    return periods
