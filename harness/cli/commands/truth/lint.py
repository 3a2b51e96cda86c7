"""harness truth lint: what is wrong with a pack."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.options import open_truth, say, truth_option, wrapped


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@truth_option
def command(folder: Path | None, truth_folder: Path | None) -> None:
    """Find mistakes in a pack, or damage in a file compiled from one; exits 2 if there are any.

    A note tells of what lasts (records, medal tables, lives) without a day up to which anybody vouches for it.
    """
    if folder is not None and truth_folder is not None:
        raise click.UsageError("FOLDER and --truth are the same: one of them is enough")
    from harness.truth.horizons import endless
    from harness.truth.store import StoredTruth

    truth = open_truth(folder or truth_folder)
    if isinstance(truth, StoredTruth):  # which passed its lint when it was built
        truth.store.check()
    for sort in endless(truth):
        note = f"note: {sort.rows} {sort.of} have no day up to which they are vouched for, and stand without end"
        say(*wrapped(f"{note} (a row in `horizons`, or their own `vouched_until`, gives one)"))
    say(f"no mistakes in {len(truth.results)} results (digest {truth.digest})")
