"""harness baseline: the findings that are accepted, so that old errors do not block new work."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from harness.cli.commands import CommandFolder
from harness.cli.options import CLAIMS, open_truth, read_day, say, stop_at_mistakes

if TYPE_CHECKING:
    from harness.baseline import Baseline
    from harness.records.model import Report


@click.group(cls=CommandFolder, package="harness.cli.commands.baseline")
def command() -> None:
    """Accept findings, each with a reason, so that old errors do not block new work."""


def checked(
    paths: tuple[Path, ...], baseline: Baseline, beside: Path, today: int, truth_folder: Path | None, as_of: str | None
) -> Report:
    """The report that a baseline is made from: of every claim under the paths. Where something could not be read, or
    there is nothing, the run ends here and nothing is written. `beside` is the folder of the baseline's file."""
    from harness.baseline import remembered
    from harness.checking.gate import COULD_NOT_CHECK, NOTHING_TO_CHECK
    from harness.checking.run import Question, check

    paths = paths or (CLAIMS,)
    expected = remembered(baseline, beside, paths)
    question = Question(read_day(as_of), baseline=baseline, today=today, remembered=expected)
    report = check(paths, open_truth(truth_folder), question)
    stop_at_mistakes(report.mistakes)
    unread = [finding for finding in report.findings if finding.verdict == "unreadable"]
    for mistake in unread:
        say(f"{mistake.file}:{mistake.line}:{mistake.column}: {mistake.claim}: {mistake.message}", err=True)
    if unread or not report.articles:
        say(report.gate.message, err=True)
        sys.exit(COULD_NOT_CHECK if unread else NOTHING_TO_CHECK)
    return report
