"""harness truth show: all that the pack has on one thing."""

from __future__ import annotations

from pathlib import Path

import click

from harness.options import open_truth, truth_option


@click.command()
@click.argument("name")
@truth_option
def command(name: str, truth_folder: Path | None) -> None:
    """Show all that the pack has on an athlete, an edition, a competition or a statement, by id or name."""
    from harness.truth.show import show_entity

    lines = show_entity(open_truth(truth_folder), name)
    if not lines:
        raise click.UsageError(f"the pack has nothing called {name!r} (see `harness truth list`)")
    click.echo("\n".join(lines))
