"""harness bench data: the named data sets, in and out."""

from __future__ import annotations

import click

from harness.cli.commands import CommandFolder


@click.group(cls=CommandFolder, package="harness.cli.commands.bench.data")
def command() -> None:
    """Look at a named data set, export it, or bring an exported one in."""
