"""harness truth: look into a ground truth pack, and look after it."""

from __future__ import annotations

import click

from harness.cli.commands import CommandFolder


@click.group(cls=CommandFolder, package="harness.cli.commands.truth")
def command() -> None:
    """Look into a ground truth pack, and look after it."""
