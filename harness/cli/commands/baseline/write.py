"""harness baseline write: accept everything that is wrong or open now."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from harness.cli.commands.baseline import checked
from harness.cli.options import (
    as_of_option,
    baseline_option,
    day_or_today,
    known_name,
    open_baseline,
    paths_argument,
    put_out,
    read_day,
    say,
    truth_option,
)

if TYPE_CHECKING:
    from harness.records.model import Report
    from harness.records.waiver import Accepts, Waiver

ACCEPTS: tuple[Accepts, ...] = ("refuted", "undecided", "conflict")


@click.command()
@paths_argument
@baseline_option("baseline.json")
@click.option("--reason", "--because", required=True, help="Why these findings are accepted.")
@click.option(
    "--only",
    metavar="ARTICLE/CLAIM",
    help="Accept the finding on this claim only, and leave all other entries unchanged.",
)
@click.option("--author", help="Who accepts them [default: git's user.name].")
@click.option("--date", "day", metavar="DATE", help="The date of acceptance [default: today].")
@click.option("--until", metavar="DATE", help="The last day on which they are accepted [default: no end].")
@click.option(
    "--accept", multiple=True, type=click.Choice(ACCEPTS), help="Accept these only (repeatable) [default: all three]."
)
@truth_option
@as_of_option
def command(
    paths: tuple[Path, ...],
    baseline: Path,
    reason: str,
    only: str | None,
    author: str | None,
    day: str | None,
    until: str | None,
    accept: tuple[Accepts, ...],
    truth_folder: Path | None,
    as_of: str | None,
) -> None:
    """Accept every current refuted claim, undecided claim and conflict.

    Entries that still apply keep their reason, author and dates; those that no longer do are removed.
    """
    from harness.baseline import Baseline, encoded, migrated, rewritten

    today = day_or_today(day, "--date")
    waiver = _waiver(reason, author, today, read_day(until, "--until"))
    old = open_baseline(baseline) if baseline.exists() else Baseline()
    report = checked(paths, old, baseline.parent, today, truth_folder, as_of)
    unused = report.unused_waivers if only is None else ()
    chosen = None if only is None else _chosen(only, report)
    accepted = accept or ACCEPTS
    new = rewritten(old, report.findings, report.conflicts, unused, waiver, accepted, baseline.parent, chosen)
    if only is not None and len(new.entries) == len(old.entries):
        raise click.ClickException(f"nothing of {only} is left to accept: it holds, or is accepted already")
    put_out(encoded(new), baseline)
    kept = len(old.entries) - len(unused)
    say(f"{baseline}: {len(new.entries) - kept} added, {kept} kept, {len(unused)} taken out")
    if renamed := sum(a.key != b.key for a, b in zip(old.entries, migrated(old, report.findings).entries, strict=True)):
        say(f"{baseline}: {renamed} of those kept are known by new keys: what is claimed is part of no key any more")


def _chosen(only: str, report: Report) -> tuple[str, str]:
    """The article and the claim that are named, which must be there."""
    article, _, claim = only.partition("/")
    if not claim:
        raise click.BadParameter(f"{only!r} is not ARTICLE/CLAIM", param_hint="--only")
    known_name(article, [scored.id for scored in report.articles], "article")
    known_name(claim, [finding.claim for finding in report.findings if finding.article == article], "claim")
    return article, claim


def _waiver(reason: str, author: str | None, day: int, until: int | None) -> Waiver:
    from harness.checking.load.git import user_name
    from harness.records.waiver import Waiver

    author = user_name() if author is None else author
    for option, text in (("--reason", reason), ("--author", author)):
        if not text.strip():
            raise click.UsageError(f"{option} is missing: an entry says why it is accepted, and by whom")
        if len(text) > 300 or not text.isprintable():
            raise click.BadParameter("at most 300 printable characters, on one line", param_hint=option)
    if until is not None and until < day:
        raise click.BadParameter("the last day is before the first", param_hint="--until")
    last = date.fromordinal(until).isoformat() if until is not None else ""
    return Waiver(reason, author, date.fromordinal(day).isoformat(), last)
