"""harness bench verdicts: compare the verdicts of checkers with a person's."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from harness.cli.commands.bench import resamples_option
from harness.cli.options import (
    SYSTEM_NAME,
    as_of_option,
    known_name,
    open_truth,
    put_out,
    read_day,
    say,
    truth_option,
)

if TYPE_CHECKING:
    from harness.bench.judged import GoldVerdicts, SystemVerdicts

_PATH = click.Path(exists=True, path_type=Path)


@click.command()
@click.argument("gold_path", metavar="GOLD", type=_PATH)
@click.option("--system", "systems", multiple=True, metavar="NAME=FILE", help="A checker's verdicts (repeatable).")
@click.option("--check/--no-check", default=None, help="Whether our own check takes part [default: if it can].")
@click.option(
    "--of", "form", default="", metavar="FORM", help="claims, fever or averitec [default: recognised from GOLD]."
)
@click.option("--format", "format_", default="text", metavar="NAME", help="text, markdown, html or json.")
@click.option("--output", type=click.Path(path_type=Path), help="Write to this file instead of stdout.")
@resamples_option
@truth_option
@as_of_option
def command(
    gold_path: Path,
    systems: tuple[str, ...],
    check: bool | None,
    form: str,
    format_: str,
    output: Path | None,
    resamples: int,
    truth_folder: Path | None,
    as_of: str | None,
) -> None:
    """Score verdicts against GOLD: claim files with gold_verdict, FEVER's JSON Lines, or AVeriTeC's list.

    Exits 2 if something could not be scored; it is named, and a missing verdict counts as wrong.
    """
    from harness.bench import judged
    from harness.bench.leaderboard import formats, write
    from harness.bench.results import to_json
    from harness.bench.verdicts import verdict_results, verdict_tables

    known_name(format_, (*formats(), "json"), "format")
    form = form or judged.form_of(gold_path)
    known_name(form, judged.forms(), "form")
    gold = judged.read_gold(form, gold_path)
    if not gold.items:
        say(*gold.problems, f"nothing to score: {gold_path} has no verdict of a person", err=True)
        sys.exit(2 if gold.problems else 5)
    scored = {name: judged.read_system(form, path, gold) for name, path in _named(systems).items()}
    if form == "claims" and check is not False:
        scored["harness"] = _checked(gold_path, truth_folder, as_of)
    if not scored:
        raise click.UsageError("no verdicts to score: --system NAME=FILE")
    problems = [*gold.problems, *(problem for system in scored.values() for problem in system.problems)]
    results = verdict_results(
        gold.items,
        {name: system.verdicts for name, system in scored.items()},
        resamples,
        problems,
        {name: system.proven for name, system in scored.items() if system.proven is not None},
        gold.copies,
    )
    written = (
        to_json(results) if format_ == "json" else write("Verdicts", verdict_tables(results), _signed(gold), format_)
    )
    put_out(written, output)
    if problems:
        say(*problems, f"could not score everything: {len(problems)} problems", err=True)
        sys.exit(2)


def _signed(gold: GoldVerdicts) -> str:
    from hashlib import sha256

    from harness import __version__

    digest = sha256(repr(sorted(gold.items.items())).encode()).hexdigest()[:12]
    return f"harness: {__version__} | gold: {digest}, {len(gold.items)} items"


def _named(systems: tuple[str, ...]) -> dict[str, Path]:
    named: dict[str, Path] = {}
    for text in systems:
        name, equals, file = text.partition("=")
        if not equals or not Path(file).exists():
            raise click.BadParameter(f"{text!r}: there is no such file (NAME=FILE)", param_hint="--system")
        if not SYSTEM_NAME.fullmatch(name):
            why = f"{name!r} is no name: letters, digits, '.', '_' and '-', 32 at most (NAME=FILE)"
            raise click.BadParameter(why, param_hint="--system")
        if name in named or name == "harness":
            raise click.BadParameter(f"two checkers are called {name!r}", param_hint="--system")
        named[name] = Path(file)
    return named


def _checked(gold_path: Path, truth_folder: Path | None, as_of: str | None) -> SystemVerdicts:
    """What our own check says of the gold claims; it does not read what a person found."""
    from harness.bench.judged import SystemVerdicts
    from harness.bench.judged.claims import key
    from harness.bench.submissions import read_gold
    from harness.checking.run import Checker, stream

    files = read_gold([gold_path]).files.values()
    checker = Checker(open_truth(truth_folder), read_day(as_of))
    findings = (finding for _, of_file in stream(files, checker) for finding in of_file)
    return SystemVerdicts({key(finding.article, finding.claim): finding.verdict for finding in findings})
