"""harness bench spans: marked spans of text against gold ones, as the accuracy shared task scores them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from harness.cli.commands.bench import resamples_option
from harness.cli.options import Share, known_name, put_out, say

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.option("--gold", required=True, type=_FILE, help="The gold spans, a CSV file.")
@click.option(
    "--system", "systems", multiple=True, required=True, metavar="[NAME=]FILE", help="Submitted spans (repeatable)."
)
@click.option("--text-column", default="TEXT_ID", help="The column of text ids [default: TEXT_ID].")
@click.option(
    "--start-column", default="DOC_TOKEN_START", help="The column of first tokens [default: DOC_TOKEN_START]."
)
@click.option("--end-column", default="DOC_TOKEN_END", help="The column of last tokens [default: DOC_TOKEN_END].")
@click.option("--type-column", default="TYPE", help="The column of types [default: TYPE].")
@click.option(
    "--sentence-column", default="", help="The column of sentence ids; positions then count within the sentence."
)
@click.option("--end-excluded", is_flag=True, help="The end is the position after the span.")
@click.option("--min-overlap", default=0.5, type=Share(), help="The overlap that its rung requires.")
@click.option("--format", "format_", default="text", metavar="NAME", help="text, markdown, html or json.")
@click.option("--output", type=click.Path(path_type=Path), help="Write to this file instead of stdout.")
@resamples_option
def command(
    gold: Path,
    systems: tuple[str, ...],
    text_column: str,
    start_column: str,
    end_column: str,
    type_column: str,
    sentence_column: str,
    end_excluded: bool,
    min_overlap: float,
    format_: str,
    output: Path | None,
    resamples: int,
) -> None:
    """Score marked spans: mistakes one to one, their tokens, each type, and a ladder of strictness.

    Exits 2 if a row could not be scored; it is named, and counts as submitted.
    """
    from harness.bench.leaderboard import formats, write
    from harness.bench.marked.results import span_results, span_tables
    from harness.bench.marked.rows import SpanColumns, read_spans
    from harness.bench.marked.score import score_spans
    from harness.bench.results import to_json

    known_name(format_, (*formats(), "json"), "format")
    columns = SpanColumns(text_column, start_column, end_column, type_column, not end_excluded, sentence_column)
    gold_file = read_spans("gold", gold, columns)
    files = [read_spans(name, path, columns) for name, path in _named(systems).items()]
    scores = [score_spans(gold_file, file, min_overlap) for file in files]
    results = span_results(gold_file, files, scores, resamples)
    title = "Marked spans against gold"
    written = to_json(results) if format_ == "json" else write(title, span_tables(results), results.signature, format_)
    put_out(written, output)
    if not gold_file.texts and not gold_file.problems:
        say("nothing to score: gold has no spans", err=True)
        sys.exit(5)
    if not results.everything_scored:
        rows = len(results.problems) + sum(len(system.problems) for system in results.systems)
        say(f"could not score everything: {rows} problems in the tables", err=True)
        sys.exit(2)


def _named(systems: tuple[str, ...]) -> dict[str, Path]:
    files: dict[str, Path] = {}
    for system in systems:
        name, equals, file = system.partition("=")
        path = Path(file if equals else system)
        name = name if equals else path.stem
        if not path.is_file():
            raise click.BadParameter(f"{str(path)!r} is no file (NAME=FILE or FILE)", param_hint="--system")
        if name in files:
            raise click.BadParameter(f"two systems are called {name!r}: say NAME=FILE", param_hint="--system")
        files[name] = path
    return files
