"""harness truth show: everything the pack has on one entity."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.options import open_truth, say, truth_option, wrapped


@click.command()
@click.argument("name")
@truth_option
def command(name: str, truth_folder: Path | None) -> None:
    """Show what the pack has on NAME: an athlete, event, edition, competition, nation, source, statement or day."""
    from harness.truth.show import named_like, show_entity

    truth = open_truth(truth_folder)
    lines = show_entity(truth, name)
    if not lines:
        like = named_like(truth, name)
        hint = f"did you mean {', '.join(like[:10])}?" if like else "see `harness truth list`"
        raise click.UsageError("\n".join(wrapped(f"the pack has nothing called {name!r}: {hint}", 72)))
    say(*(part for line in lines for part in wrapped(line)))
