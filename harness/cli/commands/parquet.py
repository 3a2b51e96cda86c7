"""harness parquet: claim files as one Parquet file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from harness.cli.options import CLAIMS, check_writable, claims_argument, keep_inputs, local_paths, say, stop_at_mistakes

if TYPE_CHECKING:
    from harness.storage.remote import AnyPath


@click.command()
@claims_argument
@click.option("--output", type=click.Path(path_type=Path), required=True, help="The Parquet file.")
def command(paths: tuple[AnyPath, ...], output: Path) -> None:
    """Write claim files (or folders of them) as one Parquet file, a row for each claim.

    It is checked like the files that it was made from. Nothing is written if one of them has a mistake.
    """
    from harness.checking.load.claims import ClaimFile, claim_paths, load_path, of_new_article
    from harness.checking.load.parquet_writer import ClaimWriter
    from harness.records.model import Mistake
    from harness.storage.arrow import ArrowMissing
    from harness.storage.files import replacing

    paths = paths or (CLAIMS,)
    check_writable(output)
    keep_inputs([output], local_paths(paths))
    if output.suffix != ".parquet":
        raise click.UsageError(f"--output {output}: the name of a Parquet file of claims ends in .parquet")
    mistakes: list[Mistake] = []
    first_files: dict[str, str] = {}
    try:
        with replacing([output]) as (file,), ClaimWriter(file) as writer:
            for path in claim_paths(paths):
                for loaded in load_path(path):
                    only = of_new_article(loaded, first_files) if isinstance(loaded, ClaimFile) else loaded
                    if isinstance(only, ClaimFile):
                        writer.add(only)
                    else:
                        mistakes += only
            stop_at_mistakes(mistakes)
            if not writer.articles:
                say("nothing to write: no claim files (*.json, *.parquet) were found", err=True)
                sys.exit(5)
    except ArrowMissing as missing:
        raise click.ClickException(str(missing)) from None
    say(f"{writer.claims:,} claims of {writer.articles:,} articles in {output}")
