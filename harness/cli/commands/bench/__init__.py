"""harness bench: measure systems that extract claims, and the harness itself."""

from __future__ import annotations

import click

from harness.cli.commands import CommandFolder


@click.group(cls=CommandFolder, package="harness.cli.commands.bench")
def command() -> None:
    """Measure systems that extract claims, and the harness itself."""
