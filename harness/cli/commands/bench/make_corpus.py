"""harness bench make-corpus: articles with known errors, written from the ground truth."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.options import Share, open_truth, say, truth_option


@click.command()
@click.option("--articles", type=click.IntRange(1, 100_000), default=20, show_default=True, help="How many articles.")
@click.option("--errors", type=Share(), default=0.1, show_default=True, help="The share of sentences with an error.")
@click.option("--seed", type=int, default=0, show_default=True, help="The same seed gives the same corpus.")
@click.option(
    "--output", type=click.Path(path_type=Path), required=True, help="A new folder: articles/, claims/, errors.json."
)
@truth_option
def command(articles: int, errors: float, seed: int, output: Path, truth_folder: Path | None) -> None:
    """Write articles from the ground truth, with gold claim files, and plant errors in them, each recorded."""
    from harness.checking.run import Checker
    from harness.corpus.folder import write_corpus
    from harness.corpus.make import make_corpus

    checker = Checker(open_truth(truth_folder))
    try:
        number = write_corpus(make_corpus(checker, articles, errors, seed), output)
    except ValueError as nothing:
        raise click.ClickException(str(nothing)) from None
    say(f"{number} articles in {output}", err=True)
