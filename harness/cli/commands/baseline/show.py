"""harness baseline show: what is accepted, why, by whom and until when."""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

import click

from harness.cli.options import baseline_option, day_or_today, open_baseline, say, today_option


@click.command()
@baseline_option("baseline.json")
@today_option
def command(baseline: Path, today: str | None) -> None:
    """List the entries: what each accepts, for which quantity, and why. No claim is checked."""
    day = day_or_today(today, "--today")
    entries = open_baseline(baseline).entries
    for entry in sorted(entries, key=lambda entry: entry.key):
        until = f" until {entry.until}" if entry.until else ""
        expired = " (expired)" if entry.expired(day) else ""
        say(f"{entry.article} {entry.claim}: {entry.accepts}, accepted {entry.date}{until}{expired}")
        for text in (f"{entry.reason} ({entry.author})", f"on {entry.quantity or 'nothing that could be read'}"):
            say(*wrap(text, 80, initial_indent="  ", subsequent_indent="    ", break_long_words=False))
    say(f"{baseline}: {len(entries)} accepted, {sum(entry.expired(day) for entry in entries)} of them expired")
