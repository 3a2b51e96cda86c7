"""harness bench power: how many planted errors the check catches."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from harness.cli.options import (
    CLAIMS,
    Share,
    known_name,
    open_truth,
    paths_argument,
    put_out,
    say,
    stop_at_mistakes,
    truth_option,
)

FORMATS = ("text", "json")


@click.command()
@paths_argument
@truth_option
@click.option("--format", "format_", default="text", metavar="NAME", help="text or json [default: text].")
@click.option("--min-rate", type=Share(), help="Exit 1 if a lower share of settled errors is caught.")
def command(paths: tuple[Path, ...], truth_folder: Path | None, format_: str, min_rate: float | None) -> None:
    """Plant every type of error in every supported claim, and report how many the check catches.

    Exits 1 if an unaltered claim gets another verdict, or the rate is under --min-rate; 5 if no claim is supported.
    """
    from harness.checking.load import load_all
    from harness.checking.run import Checker
    from harness.corpus.power import power
    from harness.corpus.table import power_json, power_lines

    known_name(format_, FORMATS, "format")
    files, mistakes = load_all(paths or (CLAIMS,))
    stop_at_mistakes(mistakes)
    measured = power(files, Checker(open_truth(truth_folder)))
    if measured.controls == 0:
        say("nothing to measure: no claim is supported", err=True)
        sys.exit(5)
    put_out((power_json(measured) if format_ == "json" else "\n".join(power_lines(measured))) + "\n", None)
    below = min_rate is not None and (measured.rate is None or measured.rate < min_rate)
    sys.exit(1 if measured.refuted_controls or below else 0)
