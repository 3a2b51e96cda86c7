"""harness bench self-test: tricks that worked on other scorers must not work here."""

from __future__ import annotations

import sys

import click

from harness.cli.options import put_out, say


@click.command()
def command() -> None:
    """Try the known ways to cheat on the bench; exits 1 if one of them works."""
    from harness.bench.leaderboard import write
    from harness.bench.self_test import outcomes
    from harness.bench.tables import FigureTable

    tricks = outcomes()
    rows = tuple((trick.trick, trick.stated, "holds" if trick.holds else "FAILS") for trick in tricks)
    failed = [trick for trick in tricks if not trick.holds]
    table = FigureTable("Tricks", "", ("trick", "must give", ""), rows, 3)
    put_out(write("Self-test of the bench", [table], f"{len(tricks)} tricks, invented gold", "text"), None)
    for trick in failed:
        say(f"{trick.trick}: must give {trick.stated}; found {trick.found}", err=True)
    sys.exit(1 if failed else 0)
