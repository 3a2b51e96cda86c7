"""harness extract: an extraction system reads articles and writes claim files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from harness.cli.configured import Configured
from harness.cli.drafts import left_out
from harness.cli.options import (
    dash_is_stdin,
    given_option,
    given_options,
    keep_inputs,
    known_name,
    say,
    stop_at_mistakes,
)


@click.command(cls=Configured)
@click.argument("articles", nargs=-1, type=click.Path(path_type=Path), callback=dash_is_stdin)
@click.option("--system", metavar="NAME", help="The system that reads the articles; --list shows all of them.")
@given_option
@click.option("--output-dir", type=click.Path(path_type=Path), help="Where claim files go [default: extracted/NAME].")
@click.option("-j", "--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="Articles at a time.")
@click.option("--published", metavar="DAY", help="The day of publication of articles that do not state one.")
@click.option("--publisher", metavar="NAME", help="The publisher of articles that do not state one.")
@click.option("--list", "listed", is_flag=True, help="List the systems and their options, and exit.")
def command(
    articles: tuple[Path, ...],
    system: str | None,
    given: tuple[str, ...],
    output_dir: Path | None,
    jobs: int,
    published: str | None,
    publisher: str | None,
    listed: bool,
) -> None:
    """Read articles (txt, md, html, docx, pdf, json, folders of them, or - for stdin) with a system; write claim files.

    An article that could not be read counts as failed, is shown, and has no claim file; the run goes on, and ends with
    exit code 2; where no claim was read at all, with 5. Beside the claim files stands extraction.jsonl: what each
    article took.
    """
    from harness.extract import BadOption, extract_all, read_articles, systems
    from harness.extract.keeping import keep

    if listed:
        _list()
        return
    if system is None:
        raise click.UsageError(f"which system? --system {' or '.join(systems())}")
    known_name(system, systems(), "system")
    stated = {name: value for name, value in (("published", published), ("publisher", publisher)) if value}
    read, mistakes = read_articles(articles, stated)
    if not read and not mistakes:
        say("nothing to extract: name articles, or a folder of them", err=True)
        sys.exit(5)
    folder = output_dir or Path("extracted") / system
    keep_inputs([folder / f"{article.id}.json" for article in read], articles, deep=False)
    failed = claims = 0
    try:
        for article, extraction in zip(read, extract_all(system, read, given_options(given), jobs), strict=True):
            keep(article, extraction, folder)
            failed += bool(extraction.failure)
            claims += len(extraction.document["claims"]) if extraction.document else 0
            say(f"{article.id}: {_said(extraction)}", err=bool(extraction.failure))
            say(*([f"  {article.note}"] if article.note else []), *left_out(extraction.log), err=True)
    except BadOption as error:
        raise click.UsageError(str(error)) from None
    say(f"{len(read) - failed} of {len(read) + len(mistakes)} articles read: {folder}")
    stop_at_mistakes(mistakes)
    if not failed and not claims:
        say("no claim was read in any article: nothing is there to be checked", err=True)
        sys.exit(5)
    sys.exit(2 if failed else 0)


def _said(extraction: Any) -> str:
    if extraction.failure:
        return f"failed: {extraction.failure}"
    claims = len(extraction.document["claims"])
    return f"{claims} claim{'s' * (claims != 1)}"


def _list() -> None:
    from textwrap import fill

    from harness.extract import options_of, systems

    for name in systems():
        click.echo(name)
        for option, meaning in options_of(name).items():
            click.echo(fill(meaning, 80, initial_indent=f"  {option:<12} ", subsequent_indent=" " * 15))
