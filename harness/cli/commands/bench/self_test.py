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

    found = outcomes()
    rows = tuple((one.trick, one.stated, "holds" if one.holds else "FAILS") for one in found)
    failed = [one for one in found if not one.holds]
    table = FigureTable("Tricks", "", ("trick", "must give", ""), rows, 3)
    put_out(write("Self-test of the bench", [table], f"{len(found)} tricks, invented gold", "text"), None)
    for one in failed:
        say(f"{one.trick}: must give {one.stated}; found {one.found}", err=True)
    sys.exit(1 if failed else 0)
