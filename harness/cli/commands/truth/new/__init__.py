"""harness truth new: what a pack knows of, made by hand without editing JSON."""

from __future__ import annotations

import click

from harness.cli.commands import CommandFolder


@click.group(cls=CommandFolder, package="harness.cli.commands.truth.new")
def command() -> None:
    """Add an athlete, competition, edition, event, source, statement or total, or start a pack of your own.

    The row is written only if the pack passes its lint with it. An id that the pack has already is completed: what is
    given takes the place of what was there.
    """


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
