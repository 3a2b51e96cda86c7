"""harness baseline prune: remove the entries that no longer accept anything."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.commands.baseline import checked
from harness.cli.options import (
    as_of_option,
    baseline_option,
    day_or_today,
    open_baseline,
    paths_argument,
    put_out,
    say,
    today_option,
    truth_option,
)


@click.command()
@paths_argument
@baseline_option("baseline.json")
@today_option
@truth_option
@as_of_option
def command(
    paths: tuple[Path, ...], baseline: Path, today: str | None, truth_folder: Path | None, as_of: str | None
) -> None:
    """Remove the entries that no longer accept anything, and say why for each.

    Entries for articles that are not, and never were, under the paths (default: claims/) are left unchanged.
    """
    from harness.baseline import encoded, migrated, pruned

    old = open_baseline(baseline)
    report = checked(paths, old, baseline.parent, day_or_today(today, "--today"), truth_folder, as_of)
    new = pruned(migrated(old, report.findings), report.unused_waivers)
    if new != old:
        put_out(encoded(new), baseline)
    for unused in report.unused_waivers:
        say(f"{unused.article} {unused.claim}, {unused.accepts}: {unused.why}")
    say(f"{baseline}: {len(report.unused_waivers)} taken out, {len(new.entries)} kept")
