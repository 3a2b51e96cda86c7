"""harness truth add: results from a CSV file into a pack."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from harness.cli.options import open_truth, say, stop_at_mistakes, truth_option

if TYPE_CHECKING:
    from harness.curate.add import Addition
    from harness.curate.mapping import Columns
    from harness.curate.table import Table


@click.command()
@click.option("--from", "source", metavar="FILE.csv", type=click.Path(path_type=Path), required=True, help="The table.")
@click.option("--map", "mapped", metavar="COLUMN=FIELD", multiple=True, help="What a column is; COLUMN= leaves it out.")
@click.option("--set", "constants", metavar="FIELD=VALUE", multiple=True, help="What holds for every row.")
@click.option(
    "--mapping", type=click.Path(path_type=Path), help="Both of these in a file: [columns] and [set], TOML or JSON."
)
@click.option("--into", default="results-added.json", show_default=True, help="The pack's file that takes new races.")
@click.option("--new-athletes", is_flag=True, help="Add athletes whom the pack does not know; each row needs a nation.")
@click.option("--partial", is_flag=True, help="Write what is well although other rows are refused (exits 1).")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@truth_option
def command(
    source: Path,
    mapped: tuple[str, ...],
    constants: tuple[str, ...],
    mapping: Path | None,
    into: str,
    new_athletes: bool,
    partial: bool,
    dry_run: bool,
    truth_folder: Path | None,
) -> None:
    """Bring results from a CSV file into a pack.

    Every row must be well, or nothing is written: known names, an ISO date, a mark that can be one of the event, a
    source. What the pack has already is never overwritten; where a row says otherwise, the two stand side by side.

    \b
    Fields: event sex date edition round city country venue indoor athlete
    athlete_nation born mark place qualified sources note, and splits such
    as "split 800m". A column that is called as a field is that field.

    \b
    Exit codes: 0 added (or would be) · 1 added in part (--partial)
    2 refused, nothing is written · 5 no rows
    """
    from harness.checking.load import default_truth_folder
    from harness.curate.add import add

    folder = truth_folder or default_truth_folder()
    if Path(into).name != into or not into.endswith(".json"):
        raise click.BadParameter(f"{into!r} is not the name of a *.json file in the pack", param_hint="--into")
    truth = open_truth(folder)
    table, columns = _table(source, mapping, mapped, constants)
    if not table.rows:
        say(f"{source}: no rows below the header", err=True)
        sys.exit(5)
    addition = add(folder, truth, table, columns, into, new_athletes=new_athletes)
    written = _write(addition, partial=partial, dry_run=dry_run)
    _show(addition, written, dry_run=dry_run)
    sys.exit(0 if written and not addition.refused else 1 if written else 2)


def _table(
    source: Path, mapping: Path | None, mapped: tuple[str, ...], constants: tuple[str, ...]
) -> tuple[Table, Columns]:
    """The table and what its columns are; the mistakes of either end the run."""
    from harness import strict_json
    from harness.curate.mapping import columns_of, read_wishes
    from harness.curate.table import read_table
    from harness.model import Mistake

    raw = strict_json.read(source)  # any file, if it is no folder and not endless
    table = [raw] if isinstance(raw, Mistake) else read_table(raw, str(source))
    if isinstance(table, list):
        stop_at_mistakes(table)
        raise click.ClickException(f"{source}: no table")
    try:
        columns = columns_of(table, read_wishes(mapping, mapped, constants))
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if isinstance(columns, list):
        stop_at_mistakes(columns)
        raise click.ClickException(f"{source}: no columns")
    return table, columns


def _write(addition: Addition, *, partial: bool, dry_run: bool) -> bool:
    """Whether all is well enough to write; if it is, and it is no dry run, the files are written."""
    from harness.files import replace_file

    if not addition.texts or addition.flaws or (addition.refused and not partial):
        return False
    for path, text in addition.texts.items() if not dry_run else ():
        replace_file(path, text)
    return True


def _show(addition: Addition, written: bool, *, dry_run: bool) -> None:
    """What changes, file by file and race by race; then what is refused, and what came of it."""
    before = ("", "")
    for change in sorted(addition.changes, key=lambda one: one.file):
        if change.file != before[0]:
            say(change.file)
        if (change.file, change.contest) != before:
            say(f"  {change.contest}")
        say(f"  {change.sign} {change.what}")
        before = (change.file, change.contest)
    for mistake in (*addition.refused, *addition.flaws):
        say(str(mistake), err=True)
    if addition.flaws:
        say("with these rows the pack would not pass its lint", err=True)
    rows = len({mistake.line for mistake in addition.refused})
    refused = f", {rows} row{'s' * (rows != 1)} refused" * bool(rows)
    done = "nothing is written" if not written else "would be written (dry run)" if dry_run else "written"
    say(f"{len(addition.changes)} change{'s' * (len(addition.changes) != 1)}{refused}: {done}")
