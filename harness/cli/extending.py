"""Statements of completeness that reach further: told, and extended on request, by `truth add` and `truth upkeep`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from harness.cli.options import open_truth, say, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

    from harness.curate.upkeep import Extendable
    from harness.truth.index import Truth
    from harness.truth.pack import Completeness


def tell_extendable(statements: Iterable[Extendable]) -> None:
    """Each statement behind whose end the pack has results of its kind, and how it is extended."""
    for row in statements:
        later = "1 later result" if row.results == 1 else f"{row.results} later results"
        say(*wrapped(f"{row.statement} ends {row.end}; the pack has {later} of its kind:"))
        say(*wrapped(f"    --extend {row.statement}={row.last} --words '...', if a source has all of them"))


def statement_of(text: str, truth: Truth) -> Completeness:
    """The statement that "ID=DATE" names; there must be one."""
    identity, equals, _ = text.partition("=")
    statement = next((row for row in truth.completeness if row.id == identity), None)
    if not equals or statement is None:
        raise click.BadParameter(f"{text!r} is not ID=DATE, with the id of a statement", param_hint="--extend")
    return statement


def extend_statement(text: str, words: str, folder: Path) -> None:
    """Moves the end of the statement that "ID=DATE" names, with the words of the source that license it."""
    from harness.cli.packs import write_row

    statement, (identity, _, end) = statement_of(text, open_truth(folder)), text.partition("=")
    write_row(folder, "completeness", {"id": identity, "end": end, "text": f"{statement.text}; to {end}: {words}"})
