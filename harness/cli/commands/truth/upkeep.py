"""harness truth upkeep: import the week's results, and show what follows from them."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from harness.cli.options import day_or_today, open_truth, say, stop_at_mistakes, truth_option, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harness.checking.load import ClaimFile
    from harness.truth.index import Truth

VOUCHED = {"records": "records", "athletes": "athletes", "medal-tables": "medal tables"}


@click.command()
@click.argument("claims", nargs=-1, type=click.Path(path_type=Path))
@click.option("--from", "sources", multiple=True, type=click.Path(path_type=Path), help="A table of new results.")
@click.option("--set", "constants", metavar="FIELD=VALUE", multiple=True, help="A value for every row.")
@click.option("--mapping", type=click.Path(path_type=Path), help="The fields of the columns, as for `truth add`.")
@click.option("--new", metavar="KIND", multiple=True, help="Add what the pack lacks, as `truth add` does.")
@click.option("--extend", metavar="ID=DATE", multiple=True, help="Move a statement's end to this day.")
@click.option("--words", help="The words of the source that justify it.")
@click.option(
    "--vouch", metavar="WHAT=DATE", multiple=True, help="Move the horizon of records, athletes or medal-tables."
)
@click.option("--source", "cited", metavar="ID", multiple=True, help="The sources that vouch for it.")
@click.option("--today", metavar="DATE", help="The day on which CLAIMS are read again [default: the clock's].")
@truth_option
def command(
    claims: tuple[Path, ...],
    sources: tuple[Path, ...],
    constants: tuple[str, ...],
    mapping: Path | None,
    new: tuple[str, ...],
    extend: tuple[str, ...],
    words: str | None,
    vouch: tuple[str, ...],
    cited: tuple[str, ...],
    today: str | None,
    truth_folder: Path | None,
) -> None:
    """Import the week's results, and show what follows for statements, verdicts and the articles of the archive.

    Rows that are refused are told and left out. A statement is extended only with words that license it, a horizon
    moved only with a source that vouches for the records and tables that stand, or for the nations, coaches and clubs;
    WHAT:SOURCE=DATE moves that of the rows of one source.

    \b
    Exit codes: 0 done · 1 done, and rows were refused
    2 a file or option cannot be used
    """
    from harness.checking.load import load_all
    from harness.cli.extending import extend_statement
    from harness.cli.packs import writable_pack

    folder = writable_pack(truth_folder)
    if extend and not words:
        raise click.UsageError("--extend needs --words: the words of the source that has everything up to that day")
    if vouch and not cited:
        raise click.UsageError("--vouch needs --source: a source of that day which has them as they stand")
    before = open_truth(folder)
    files, mistakes = load_all(claims)
    stop_at_mistakes(mistakes)
    refused = [path for path in sources if _bring_in(path, constants, mapping, new, folder)]
    for text in extend:
        extend_statement(text, words or "", folder)
    for text in vouch:
        _vouch(text, cited, folder)
    _report(files, before, folder, day_or_today(today, "--today"))
    sys.exit(1 if refused else 0)


def _bring_in(path: Path, constants: tuple[str, ...], mapping: Path | None, new: tuple[str, ...], folder: Path) -> bool:
    """Whether rows were refused."""
    from harness.cli.commands.truth.add import command as add

    say(f"{path}:")
    arguments = ["--from", str(path), "--truth", str(folder), "--partial", "--no-follow-up"]
    arguments += [part for text in constants for part in ("--set", text)]
    arguments += [part for kind in new for part in ("--new", kind)]
    arguments += ["--mapping", str(mapping)] if mapping is not None else []
    try:
        add.main(arguments, standalone_mode=False)
    except SystemExit as stop:
        if stop.code not in (0, 1, 5):
            raise
        return stop.code == 1
    return False


def _vouch(text: str, cited: tuple[str, ...], folder: Path) -> None:
    from harness.cli.packs import write_row

    named, equals, until = text.partition("=")
    of, _, source = named.partition(":")
    if not equals or of not in VOUCHED:
        choices = ", ".join(f"{name}=DATE" for name in VOUCHED)
        raise click.BadParameter(f"{text!r} is none of {choices}", param_hint="--vouch")
    horizon = {"of": VOUCHED[of], "until": until, "sources": list(cited)}
    write_row(folder, "horizons", horizon | ({"source": source} if source else {}))


def _report(files: Sequence[ClaimFile], before: Truth, folder: Path, today: int) -> None:
    from harness.cli.extending import tell_extendable
    from harness.curate.difference import difference
    from harness.curate.upkeep import behind_horizons, extendable, overtaken
    from harness.curate.verdict_changes import turned
    from harness.truth.agreement import broken_since

    after = open_truth(folder)
    between = difference(before, after)
    _say(f"facts: {len(between.added)} added, {len(between.removed)} removed, {len(between.changed)} changed")
    tell_extendable(extendable(after))
    for record, result in broken_since(after):
        day = date.fromordinal(result.date.high or 1).isoformat()
        _say(f"broken: {record.mark} of {record.date}, the {record.level} record of {after.events[record.event].name}")
        _say(f"    ({record.sex}): {after.called(result)} in {result.printed}, {day}")
        _say("    its row needs `until`, and the new record a row, if a source has it as ratified")
    for horizon in behind_horizons(after, today):
        of = horizon.of.replace(" ", "-") + (f":{horizon.source}" if horizon.source else "")
        rows = "1 row of" if horizon.rows == 1 else str(horizon.rows)
        verb = "is" if horizon.rows == 1 else "are"
        _say(f"{rows} {horizon.of} {verb} vouched for until {horizon.until}, and open after that day:")
        _say(f"    --vouch {of}=DATE --source ID, if a source has them as they stand")
    verdicts = list(turned(files, before, after, between)) if files else []
    for change in verdicts:
        _say(f"now {change.after} (was {change.before}): {change.article}/{change.claim}")
    late = list(overtaken(files, after, today))
    for claim in late:
        _say(f"no longer true: {claim.article}/{claim.claim}: {claim.text} (known: {claim.known})")
    if files:
        _say(f"{len(verdicts)} verdicts changed, {len(late)} claims no longer true today")


def _say(line: str) -> None:
    say(*wrapped(line))
