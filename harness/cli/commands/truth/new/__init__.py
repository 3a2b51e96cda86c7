"""harness truth new: what a pack knows of, made by hand without editing JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from harness.cli.commands import CommandFolder
from harness.cli.options import say, stop_at_mistakes


@click.group(cls=CommandFolder, package="harness.cli.commands.truth.new")
def command() -> None:
    """Add an athlete, competition, edition, event, source, statement or total, or start a pack of your own.

    The row is written only if the pack passes its lint with it. An id that the pack has already is completed: what is
    given takes the place of what was there.
    """


def write_row(folder: Path | None, table: str, row: dict[str, Any]) -> None:
    """Write the row, or end the run with everything that is wrong with it."""
    from harness.cli.commands.truth.add import writable_pack
    from harness.curate.pack_rows import RowRefused, put_row
    from harness.files import replace_file

    pack = writable_pack(folder)
    try:
        texts = put_row(pack, table, row)
    except RowRefused as refused:
        stop_at_mistakes(refused.mistakes)
        raise
    for path, text in texts.items():
        replace_file(path, text)
        say(f"{row.get('id') or row['of']}: written to {path.name}")


def id_of(name: str, chosen: str | None) -> str:
    """The id that is asked for, else one made of the name."""
    from harness.curate.new_events import slug

    identity = chosen or slug(name)
    if not identity:
        raise click.UsageError(f"no id can be made of {name!r}: --id gives one")
    return identity


source_option = click.option("--source", "sources", multiple=True, required=True, metavar="ID")
id_option = click.option("--id", "identity", metavar="ID", help="[default: made of the name]")
alias_option = click.option("--alias", "aliases", multiple=True, help="Another name.")
