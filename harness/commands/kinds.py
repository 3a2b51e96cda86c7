"""harness kinds: what kinds of claim there are."""

from __future__ import annotations

import click


@click.command()
def command() -> None:
    """List the kinds of claim, a line each."""
    from harness.kinds import kinds

    for name, kind in kinds().items():
        click.echo(f"{name:<13} {kind.manual.splitlines()[0]}")
