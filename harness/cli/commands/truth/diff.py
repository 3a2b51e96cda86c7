"""harness truth diff: what another pack has that this one has not, and which verdicts it changes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click
import msgspec

from harness.cli.options import keep_inputs, open_truth, put_out, say, stop_at_mistakes

if TYPE_CHECKING:
    from harness.curate.difference import Difference
    from harness.curate.verdict_changes import Turned

WIDTH = 80  # columns of the text form
_LONGEST = 28  # of a value in it


@click.command()
@click.argument("first", type=click.Path(path_type=Path))
@click.argument("second", type=click.Path(path_type=Path))
@click.argument("claims", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--output", type=click.Path(path_type=Path), help="Write to this file instead of the terminal.")
def command(first: Path, second: Path, claims: tuple[Path, ...], format_: str, output: Path | None) -> None:
    """Show what the SECOND ground truth pack changes: facts, and verdicts on CLAIMS (files or folders).

    \b
    Exit codes: 0 the packs tell the same · 1 they differ
    2 a pack or a claim file cannot be read · 5 CLAIMS hold no claim file
    """
    from harness.checking.load import load_all
    from harness.curate.difference import difference
    from harness.curate.verdict_changes import turned

    keep_inputs([output] if output else [], [first, second, *claims])
    one, other = open_truth(first), open_truth(second)
    files, mistakes = load_all(claims)
    stop_at_mistakes(mistakes)
    if claims and not files:
        say("nothing to check: no claim files (*.json) were found", err=True)
        sys.exit(5)
    between = difference(one, other)
    verdicts = list(turned(files, one, other, between))
    if format_ == "json":
        whole = msgspec.json.encode({"facts": between, "verdicts": verdicts})
        put_out(msgspec.json.format(whole, indent=1).decode() + "\n", output)
    else:
        checked = sum(len(file.claims) for file in files)
        put_out("\n".join((*_facts(between), *_verdicts(verdicts, checked))) + "\n", output)
    sys.exit(1 if between else 0)


def _facts(between: Difference) -> Iterator[str]:
    yield f"facts: {len(between.added)} added, {len(between.removed)} removed, {len(between.changed)} changed"
    yield from (f"+ {fact}" for fact in between.added)
    yield from (f"- {fact}" for fact in between.removed)
    for changed in between.changed:
        yield f"~ {changed.fact}"
        for field, (old, new) in changed.fields.items():
            yield f"    {field}: {_shown(old)} -> {_shown(new)}"


def _verdicts(verdicts: list[Turned], checked: int) -> Iterator[str]:
    if not checked:
        return
    yield f"verdicts: {len(verdicts)} of {checked} changed"
    for one in verdicts:
        yield f"~ {one.article}/{one.claim}: {one.before} -> {one.after}"
        yield from _wrapped(one.text)
        yield from _wrapped(f"known: {one.knew or 'nothing'} -> {one.knows or 'nothing'}")
        yield from _wrapped(f"why: {one.why}" if one.why else "")
        yield from (f"    by: {fact}" for fact in one.facts)


def _wrapped(text: str) -> list[str]:
    from harness.present.formats._characters import one_line

    return wrap(one_line(text), WIDTH, initial_indent="    ", subsequent_indent="      ", break_on_hyphens=False)


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
