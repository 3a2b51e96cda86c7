"""harness validate: the structure of claim files, without any ground truth."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from harness.cli.configured import Configured
from harness.cli.options import CLAIMS, paths_argument, say, stop_at_mistakes


@click.command(cls=Configured)
@paths_argument
@click.option(
    "--articles", type=click.Path(path_type=Path), help="A folder of article texts: hold every quote against them."
)
def command(paths: tuple[Path, ...], articles: Path | None) -> None:
    """Check the structure of claim files only: schema, spans, ids, figures. No ground truth is read."""
    from harness.checking.load import load_all, misread
    from harness.checking.load.doubts import doubts
    from harness.checking.load.texts import by_digest, check_texts, unread_figures

    files, mistakes = load_all(paths or (CLAIMS,))
    for file in files:
        mistakes += misread(file)
    if articles is not None:
        mistakes += check_texts(files, articles)
    claims = sum(len(file.claims) for file in files)
    stop_at_mistakes(mistakes)
    if not files:
        say("nothing to validate: no claim files (*.json) were found", err=True)
        sys.exit(5)
    texts = by_digest(articles) if articles is not None else {}
    warnings = [doubt for file in files for doubt in doubts(file, texts.get(file.article.sha256))]
    say(*(f"warning: {doubt}" for doubt in warnings), err=True)
    for line in unread_figures(files, articles) if articles is not None else ():
        say(line)
    say(f"{len(files)} file{'s' * (len(files) != 1)}, {claims} claim{'s' * (claims != 1)}: no mistakes")
