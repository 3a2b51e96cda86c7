"""harness bench data: show, export and import named data sets."""

from __future__ import annotations

import click

from harness.cli.commands import CommandFolder


@click.group(cls=CommandFolder, package="harness.cli.commands.bench.data")
def command() -> None:
    """Show a named data set, export it, or import an exported one."""
