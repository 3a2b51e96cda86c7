"""harness truth gaps: the facts that would settle most open claims."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click
import msgspec

from harness.cli.options import (
    CLAIMS,
    keep_inputs,
    open_truth,
    paths_argument,
    put_out,
    say,
    stop_at_mistakes,
    truth_option,
)

if TYPE_CHECKING:
    from harness.records.model import Finding
    from harness.truth.gaps import Gap
    from harness.truth.index import Truth

WIDTH = 80  # columns of the text form


@click.command()
@paths_argument
@truth_option
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--output", type=click.Path(path_type=Path), help="Write to this file instead of the terminal.")
def command(paths: tuple[Path, ...], truth_folder: Path | None, format_: str, output: Path | None) -> None:
    """List the missing facts, those that would settle the most claims first.

    PATHS are claim files, or folders of them [default: claims]. The number is of the claims that the fact would settle
    by itself; "in part" are claims that lack something else as well. At the end stands how many claims are open only
    because the day is past up to which anybody vouches for a record, a medal table, a nation or a coach.
    """
    from harness.checking.run import check
    from harness.truth.gaps import gaps

    keep_inputs([output] if output else [], [*(paths or (CLAIMS,)), *([truth_folder] if truth_folder else [])])
    truth = open_truth(truth_folder)
    report = check(paths or (CLAIMS,), truth)
    stop_at_mistakes(report.mistakes)
    if not report.articles:
        say("nothing to check: no claim files (*.json) were found", err=True)
        sys.exit(5)
    missing = gaps(report.findings)
    if format_ == "json":
        put_out(msgspec.json.format(msgspec.json.encode(missing), indent=1).decode() + "\n", output)
    else:
        lines = [line for gap in missing for line in _lines(gap)] or ["no gaps"]
        lines += _wrapped(_expiry(paths, truth, report.findings), "")
        put_out("".join(f"{line}\n" for line in lines), output)


def _expiry(paths: tuple[Path, ...], truth: Truth, findings: Sequence[Finding]) -> str:
    """How many claims would not be open if everything were vouched for without end."""
    from harness.checking.run import check
    from harness.truth.gaps import settled_by, without_horizons

    settled = settled_by(findings, check(paths or (CLAIMS,), without_horizons(truth)).findings)
    return f"open because a horizon is past: {len(settled)} ({', '.join(settled)})" if settled else ""


def _lines(gap: Gap) -> Iterator[str]:
    yield from _wrapped(gap.missing, f"{len(gap.settles):>4}  ")
    yield from _wrapped(", ".join(gap.settles), "      ")
    yield from _wrapped(", ".join(gap.helps), "      in part: ")


def _wrapped(text: str, before: str) -> list[str]:
    from harness.present.formats._characters import one_line

    indent = " " * 6
    return wrap(one_line(text), WIDTH, initial_indent=before, subsequent_indent=indent, break_on_hyphens=False)
