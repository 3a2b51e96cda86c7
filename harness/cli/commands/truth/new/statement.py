"""harness truth new statement: a statement of completeness."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.commands.truth.new import id_of, source_option
from harness.cli.options import truth_option
from harness.cli.packs import write_row

COVERS = [
    "medals", "athletes", "marks", "bests", "races", "meetings", "finals", "editions", "nations", "starts", "totals",
    "records",
]  # fmt: skip
LEVELS = ["world", "olympic", "area", "national", "championship", "meeting"]


@click.command()
@click.argument("identity", metavar="ID")
@click.option(
    "--covers",
    type=click.Choice(COVERS),
    metavar="WHAT",
    required=True,
    help=f"What there is all of: {', '.join(COVERS)}.",
)
@click.option("--start", required=True, metavar="DATE")
@click.option("--end", required=True, metavar="DATE")
@click.option("--words", required=True, help="The words of the source that justify it.")
@click.option("--event", "events", multiple=True, metavar="ID")
@click.option("--group", metavar="NAME", help="A group of events or a sport, in place of events.")
@click.option("--sex", type=click.Choice(["men", "women", "mixed"]))
@click.option("--competition", metavar="ID")
@click.option("--level", type=click.Choice(LEVELS), metavar="LEVEL", help=f"Of records, whose: {', '.join(LEVELS)}.")
@click.option("--athlete", "athletes", multiple=True, metavar="ID")
@click.option("--nation", metavar="CODE")
@click.option("--down-to", metavar="MARK", help="How far down it goes: a mark, '5 golds', '20 medals'.")
@click.option("--within", type=click.Choice(["holding", "day"]), help="That many at one edition, or on one day.")
@click.option("--season", type=int, metavar="YEAR")
@click.option("--indoor", is_flag=True)
@click.option("--indoor-too", is_flag=True, help="Indoor and outdoor marks.")
@click.option("--none-before", is_flag=True, help="There was nothing before the start.")
@source_option
@truth_option
def command(
    identity: str,
    covers: str,
    start: str,
    end: str,
    words: str,
    events: tuple[str, ...],
    group: str | None,
    sex: str | None,
    competition: str | None,
    level: str | None,
    athletes: tuple[str, ...],
    nation: str | None,
    down_to: str | None,
    within: str | None,
    season: int | None,
    indoor: bool,
    indoor_too: bool,
    none_before: bool,
    sources: tuple[str, ...],
    truth_folder: Path | None,
) -> None:
    """Add a statement of completeness. It lets absence count as evidence, so the words of a source must justify it."""
    row = {
        "id": id_of(identity, identity), "covers": covers, "start": start, "end": end, "text": words,
        "events": list(events), "sex": sex, "competition": competition, "level": level, "athletes": list(athletes),
        "nation": nation, "down_to": down_to, "group": group, "within": within, "season": season,
        "indoor": True if indoor else None, "indoor_too": True if indoor_too else None,
        "none_before": True if none_before else None, "sources": list(sources),
    }  # fmt: skip
    write_row(truth_folder, "completeness", row)
