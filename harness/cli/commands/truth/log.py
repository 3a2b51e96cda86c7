"""harness truth log: who added what, from git."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from harness.cli.options import say, truth_option, wrapped


@click.command()
@click.argument("identity", metavar="[ID]", required=False)
@click.option("-n", "--number", type=click.IntRange(min=1), default=20, show_default=True, help="How many changes.")
@truth_option
def command(identity: str | None, number: int, truth_folder: Path | None) -> None:
    """Show who changed the pack and when: all of it, or the lines in which ID occurs.

    \b
    Exit codes: 0 shown · 2 the pack is not kept in git · 5 no change
    """
    import subprocess

    from harness.checking.load import default_truth_folder

    folder = truth_folder or default_truth_folder()
    form = ["--date=short", "--format=%x00%ad%x09%an%x09%s", "--numstat", f"-{number}"]
    filters = [f'-G"{identity}"'] if identity else []
    run = subprocess.run(
        ["git", "-C", str(folder), "log", *form, *filters, "--", "*.json"],
        capture_output=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if run.returncode != 0:
        raise click.UsageError(f"{folder}: {run.stderr.strip().splitlines()[-1] if run.stderr else 'not kept in git'}")
    changes = [change for change in run.stdout.split("\0") if change.strip()]
    if not changes:
        say("no change" + (f" of {identity!r}" if identity else ""), err=True)
        sys.exit(5)
    for change in changes:
        head, *files = change.strip().splitlines()
        date, author, subject = head.split("\t", 2)
        say(*wrapped(f"{date}  {author}: {subject}"))
        for line in filter(None, files):
            added, removed, name = line.split("\t", 2)
            say(f"    {Path(name).name}: {added} lines added, {removed} removed")
