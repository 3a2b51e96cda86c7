"""harness why: how one verdict came about."""

from __future__ import annotations

from pathlib import Path

import click

from harness.cli.completion import complete_articles, complete_claims
from harness.cli.configured import Configured
from harness.cli.options import (
    CLAIMS,
    as_of_option,
    known_name,
    open_truth,
    put_out,
    read_day,
    stop_at_mistakes,
    truth_option,
)


@click.command(cls=Configured)
@click.argument("article", shell_complete=complete_articles)
@click.argument("claim", shell_complete=complete_claims)
@click.option(
    "--claims", "folder", type=click.Path(path_type=Path), default=CLAIMS, help="The folder of the claim files."
)
@truth_option
@as_of_option
def command(article: str, claim: str, folder: Path, truth_folder: Path | None, as_of: str | None) -> None:
    """Explain how one verdict came about: names, results, arithmetic, completeness, sources."""
    from harness.checking.load import load_all
    from harness.checking.run import Checker
    from harness.present.formats.text import derivation
    from harness.truth.completeness import statements

    files, mistakes = load_all((folder,))
    by_id = {file.article.id: file for file in files}
    if article not in by_id:
        stop_at_mistakes(mistakes)
    known_name(article, by_id, "article")
    checker = Checker(open_truth(truth_folder, cached=True), read_day(as_of))
    findings = {one.claim: one for one in checker.check_article(by_id[article])}
    known_name(claim, findings, "claim")
    finding, truth = findings[claim], checker.truth
    relied_on = statements(truth, finding.relied_on)
    put_out(derivation(finding, checker.quantities(by_id[article]), truth.show, relied_on), None)
