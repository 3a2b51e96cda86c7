"""harness compare: the differences between two JSON reports."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from harness.cli.options import keep_inputs, put_out, stop_at_mistakes


@click.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="[default: text]")
@click.option("--output", type=click.Path(path_type=Path), help="Write to this file instead of stdout.")
@click.option(
    "--fail-on-regression",
    is_flag=True,
    help="Fail if a claim is newly refuted or unreadable, a conflict or mistake is new, or a score fell.",
)
def command(old: Path, new: Path, format_: str, output: Path | None, fail_on_regression: bool) -> None:
    """Compare two JSON reports: verdicts that flipped and why, and the scores side by side."""
    import msgspec

    from harness.compare import compare, read_report
    from harness.compare.text import render
    from harness.records.model import Report

    keep_inputs([output] if output else [], [old, new])
    before, after = read_report(old), read_report(new)
    stop_at_mistakes([mistake for report in (before, after) if isinstance(report, list) for mistake in report])
    assert isinstance(before, Report)
    assert isinstance(after, Report)
    comparison = compare(before, after, fail_on_regression=fail_on_regression)
    if format_ == "json":
        encoded = msgspec.json.encode(comparison, order="deterministic")
        put_out(msgspec.json.format(encoded, indent=1).decode() + "\n", output)
    else:
        put_out(render(comparison), output)
    if output is not None or format_ != "text":
        click.echo(comparison.gate.message, err=True)
    sys.exit(comparison.gate.exit_code)
