"""harness truth lint: what is wrong with a pack."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.options import open_truth, say


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def command(folder: Path | None) -> None:
    """Find what is wrong with a pack; exits 2 where anything is."""
    truth = open_truth(folder)
    say(f"no mistakes in {len(truth.results)} results (digest {truth.digest})")
