"""harness bench: measure systems that extract claims, and the harness itself."""

from __future__ import annotations

import click

from harness.cli.commands import CommandFolder


@click.group(cls=CommandFolder, package="harness.cli.commands.bench")
def command() -> None:
    """Measure systems that extract claims, and the harness itself."""


resamples_option = click.option(
    "--resamples",
    default=10_000,
    type=click.IntRange(100, 1_000_000),
    help="The number of resamples in tests [default: 10000].",
)
