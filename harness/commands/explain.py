"""harness explain: the manual page of a kind of claim."""

from __future__ import annotations

import click

from harness.options import known_name


@click.command()
@click.argument("kind")
def command(kind: str) -> None:
    """Print the manual page of a kind of claim."""
    from harness.kinds import kinds

    known_name(kind, kinds(), "kind")
    click.echo(f"{kind}\n\n{kinds()[kind].manual}")
