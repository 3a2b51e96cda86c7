"""harness truth build: a pack as one file that opens in milliseconds."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.options import keep_inputs, open_truth, say, truth_option


@click.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
@truth_option
@click.option(
    "--to", "target", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The file to write."
)
def command(folder: Path | None, truth_folder: Path | None, target: Path) -> None:
    """Compile a pack into FILE, which --truth accepts in its place.

    The pack must pass its lint. Where FILE is a folder, the file in it is called truth-DIGEST.sqlite. Once the pack has
    changed, the file is refused until it is built anew.
    """
    from harness.checking.load import default_truth_folder
    from harness.checking.load.store import build_store, pack_files

    if folder is not None and truth_folder is not None:
        raise click.UsageError("FOLDER and --truth are the same: one of them is enough")
    chosen = folder or truth_folder or default_truth_folder()
    if not chosen.is_dir():
        raise click.UsageError(f"{chosen} is no folder: a compiled ground truth is built from a pack")
    keep_inputs([target], [chosen])
    files = pack_files(chosen)  # before it is read: what changes in between makes the store stale
    truth = open_truth(chosen)
    path = build_store(truth, target, files)
    size = path.stat().st_size / 1e6
    say(f"{path}: {len(truth.results)} results, {size:.1f} MB (digest {truth.digest})")
