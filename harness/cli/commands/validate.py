"""harness validate: the structure of claim files, and whether their events can have what is claimed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from harness.cli.configured import Configured
from harness.cli.options import CLAIMS, claims_argument, open_truth, say, stop_at_mistakes, truth_option

if TYPE_CHECKING:
    from harness.storage.remote import AnyPath


@click.command(cls=Configured)
@claims_argument
@click.option(
    "--articles",
    type=click.Path(path_type=Path),
    help="A folder of article texts, to check that every quote is in them.",
)
@truth_option
def command(paths: tuple[AnyPath, ...], articles: Path | None, truth_folder: Path | None) -> None:
    """Check only the structure of claim files: schema, spans, ids, figures, and what the events can have.

    Results are not consulted: a part that an event does not have is a mistake, a mark that nobody ran is not.
    """
    from harness.checking.load import load_all, misread
    from harness.checking.load.doubts import doubts
    from harness.checking.load.texts import by_digest, check_texts, unread_figures
    from harness.checking.structure import misplaced
    from harness.names import Names

    files, mistakes = load_all(paths or (CLAIMS,))
    for file in files:
        mistakes += misread(file)
    if files:
        names = Names(open_truth(truth_folder, cached=True))
        told = {(mistake.file, mistake.path) for mistake in mistakes}
        every = (mistake for file in files for mistake in misplaced(file, names))
        mistakes += [mistake for mistake in every if (mistake.file, mistake.path) not in told]
    if articles is not None:
        mistakes += check_texts(files, articles)
    claims = sum(len(file.claims) for file in files)
    stop_at_mistakes(mistakes)
    if not files:
        say("nothing to validate: no claim files (*.json, *.parquet) were found", err=True)
        sys.exit(5)
    texts = by_digest(articles) if articles is not None else {}
    warnings = [doubt for file in files for doubt in doubts(file, texts.get(file.article.sha256))]
    say(*(f"warning: {doubt}" for doubt in warnings), err=True)
    for line in unread_figures(files, articles) if articles is not None else ():
        say(line)
    say(f"{len(files)} file{'s' * (len(files) != 1)}, {claims} claim{'s' * (claims != 1)}: no mistakes")
