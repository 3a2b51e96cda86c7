"""harness truth lint: what is wrong with a pack."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.options import open_truth, say, truth_option


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@truth_option
def command(folder: Path | None, truth_folder: Path | None) -> None:
    """Find what is wrong with a pack, or damaged in a file that was compiled from one; exits 2 where anything is."""
    if folder is not None and truth_folder is not None:
        raise click.UsageError("FOLDER and --truth are the same: one of them is enough")
    from harness.truth.store import StoredTruth

    truth = open_truth(folder or truth_folder)
    if isinstance(truth, StoredTruth):  # which passed its lint when it was built
        truth.store.check()
    say(f"no mistakes in {len(truth.results)} results (digest {truth.digest})")
