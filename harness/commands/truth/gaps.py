"""harness truth gaps: the facts that would settle most open claims."""

from __future__ import annotations

from pathlib import Path

import click

from harness.options import CLAIMS, open_truth, paths_argument, stop_at_mistakes, truth_option


@click.command()
@paths_argument
@truth_option
def command(paths: tuple[Path, ...], truth_folder: Path | None) -> None:
    """List the facts that are missing, those that would settle the most claims first."""
    from harness.pipeline import check
    from harness.truth.gaps import gaps

    report = check(paths or (CLAIMS,), open_truth(truth_folder))
    stop_at_mistakes(report.mistakes)
    for missing, claims in gaps(report.findings):
        click.echo(f"{len(claims):>4}  {missing}")
        click.echo(f"      {', '.join(claims)}")
