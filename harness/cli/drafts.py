"""Drafts on the command line of `check`: read by a system first, or how to read them is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from harness.cli.options import known_name, local_paths, say

if TYPE_CHECKING:
    from harness.extract.drafts import Drafts
    from harness.records.model import FiguresRead
    from harness.storage.remote import AnyPath

_LEFT_OUT, _UNREAD, _LISTED = "left out: ", "not read: ", 5


def drafts_among(
    paths: tuple[AnyPath, ...], system: str | None, options: Mapping[str, str], published: str | None
) -> Drafts | None:
    """The drafts among the paths, read by the system, and the claim files; None where all are claim files.

    Standard input is a claim file, and with a system an article; so is a file with a suffix that no claim file has.
    """
    if system is None:
        if options:
            raise click.UsageError("-o is an option of a system that reads drafts: say which, with --system")
        _refuse_articles(paths)
        return None
    from harness.checking.load import load_all
    from harness.extract import BadOption, systems
    from harness.extract.drafts import read_drafts
    from harness.strict_json import STDIN

    known_name(system, systems(), "system")
    texts = [path for path in local_paths(paths) if path == STDIN or _is_article(path)]
    day = {"published": published} if published else {"today": date.today().isoformat()}
    try:
        read = read_drafts(texts, system, options, day)
    except BadOption as error:
        raise click.UsageError(str(error)) from None
    files, mistakes = load_all([path for path in paths if path not in texts])
    return read._replace(files=[*files, *read.files], mistakes=[*mistakes, *read.mistakes])


def _refuse_articles(paths: Iterable[AnyPath]) -> None:
    """End where an article stands among the claim files; what reads articles is imported only where that may be."""
    named = [path for path in local_paths(paths) if _is_article(path)]
    if not named:
        return
    from harness.extract.articles import DRAFTS

    for path in named:
        if path.suffix.lower() in DRAFTS:
            name = click.format_filename(path)
            raise click.UsageError(
                f"{name} is an article and no claim file. To read and check it in one go: "
                f"harness check --system rules {name}; to write its claims down first: harness extract"
            )


def _is_article(path: Path) -> bool:
    from harness.checking.load.claims import SUFFIXES

    return path.suffix.lower() not in ("", *SUFFIXES) and not path.is_dir()


def left_out(log: str) -> list[str]:
    """What a system did not read, how many claims it left out, and why, as its log tells."""
    unread = [f"  {line}" for line in log.splitlines() if line.startswith(_UNREAD)]
    if len(unread) > _LISTED:
        unread[_LISTED:] = [f"  and {len(unread) - _LISTED} paragraphs more"]
    lines = [line.removeprefix(_LEFT_OUT) for line in log.splitlines() if line.startswith(_LEFT_OUT)]
    more = [f"  and {len(lines) - _LISTED} more"] if len(lines) > _LISTED else []
    head = [f"  {len(lines)} claim{'s' * (len(lines) != 1)} left out:"] if lines else []
    return [*unread, *head, *(f"  {line}" for line in lines[:_LISTED]), *more]


def say_what_was_read(drafts: Drafts | None, figures: Mapping[str, FiguresRead]) -> None:
    """What is to be known of each draft, and how many of its figures stand in a claim, on standard error."""
    if drafts is None:
        return
    for article in drafts.texts:
        if article in drafts.notes:
            say(f"{article}: {drafts.notes[article]}", err=True)
        if article in figures:
            say(f"{article}: {figures[article]}", err=True)
        if lines := left_out(drafts.logs.get(article, "")):
            say(f"{article}:", *lines, err=True)
