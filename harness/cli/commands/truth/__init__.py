"""harness truth: inspect and maintain a ground truth pack."""

from __future__ import annotations

import click

from harness.cli.commands import CommandFolder


@click.group(cls=CommandFolder, package="harness.cli.commands.truth")
def command() -> None:
    """Inspect and maintain a ground truth pack."""
