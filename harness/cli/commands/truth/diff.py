"""harness truth diff: the facts in which another pack differs, and the verdicts that change."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from harness.cli.options import keep_inputs, open_truth, put_out, say, stop_at_mistakes


@click.command()
@click.argument("first", type=click.Path(path_type=Path))
@click.argument("second", type=click.Path(path_type=Path))
@click.argument("claims", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@click.option("--output", type=click.Path(path_type=Path), help="Write to this file instead of the terminal.")
def command(first: Path, second: Path, claims: tuple[Path, ...], format_: str, output: Path | None) -> None:
    """Show what the SECOND ground truth pack changes: facts, and verdicts on CLAIMS (files or folders).

    A pack is a folder, or a folder in a git revision: origin/main:ground_truth.

    \b
    Exit codes: 0 the packs are the same · 1 they differ
    2 a pack or a claim file cannot be read · 5 CLAIMS hold no claim file
    """
    from harness.checking.load import load_all
    from harness.curate.difference import difference
    from harness.curate.difference_text import as_markdown, as_text
    from harness.curate.verdict_changes import turned

    keep_inputs([output] if output else [], [first, second, *claims])
    old, new = open_truth(first, revisions=True), open_truth(second, revisions=True)
    files, mistakes = load_all(claims)
    stop_at_mistakes(mistakes)
    if claims and not files:
        say("nothing to check: no claim files (*.json) were found", err=True)
        sys.exit(5)
    changes = difference(old, new)
    verdicts = list(turned(files, old, new, changes))
    checked = sum(len(file.claims) for file in files)
    if format_ == "json":
        whole = msgspec.json.encode({"facts": changes, "verdicts": verdicts})
        put_out(msgspec.json.format(whole, indent=1).decode() + "\n", output)
    else:
        put_out((as_markdown if format_ == "markdown" else as_text)(changes, verdicts, checked), output)
    sys.exit(1 if changes else 0)
