"""harness kinds: the kinds of claim."""

from __future__ import annotations

from textwrap import wrap

import click

from harness.cli.options import say

WIDTH = 80


@click.command()
def command() -> None:
    """List the kinds of claim, each with the first sentence of its manual page (`harness explain KIND`)."""
    from harness.kinds import kinds

    for name, kind in kinds().items():
        say(*wrap(kind.manual.splitlines()[0], WIDTH, initial_indent=f"{name:<13} ", subsequent_indent=" " * 14))
