"""harness truth add: import results from a table into a pack."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from harness.cli.options import day_or_today, known_name, open_truth, say, stop_at_mistakes, truth_option

if TYPE_CHECKING:
    from harness.curate.add import Addition
    from harness.curate.mapping import Columns, Wishes
    from harness.curate.table import Table
    from harness.truth.index import Truth

_MOST_SHOWN = 40  # changes or refusals that are listed one by one
_SAMPLE = 10  # of more changes than that


@click.command()
@click.option("--from", "source", metavar="FILE", type=click.Path(path_type=Path), required=True, help="The table.")
@click.option(
    "--map", "mapped", metavar="COLUMN=FIELD", multiple=True, help="The field of a column; COLUMN= ignores the column."
)
@click.option("--set", "constants", metavar="FIELD=VALUE", multiple=True, help="A value for every row.")
@click.option("--format", "formats", metavar="FIELD=FORMAT", multiple=True, help="The notation of a field.")
@click.option("--reader", help="The reader for a known source [default: the one that fits best]; none: a plain table.")
@click.option("--mapping", type=click.Path(path_type=Path), help="All of these in a file, TOML or JSON.")
@click.option("--into", default="results-added.json", show_default=True, help="The file of the pack for new races.")
@click.option(
    "--new",
    metavar="KIND",
    multiple=True,
    help="Add what the pack lacks: athletes, events, editions, sources; all.",
)
@click.option("--new-athletes", is_flag=True, help="The same as --new athletes; each such row needs a nation.")
@click.option("--same", metavar="NAME=ATHLETE", multiple=True, help="The name means this athlete (the answer is kept).")
@click.option("--another", metavar="NAME", multiple=True, help="The name is another person's (the answer is kept).")
@click.option("--identities", type=click.Path(path_type=Path), help="The file of such answers [default: in the pack].")
@click.option("--extend", metavar="ID=DATE", multiple=True, help="Afterwards move a statement's end to this day.")
@click.option("--words", help="The words of the source that justify it.")
@click.option("--follow-up/--no-follow-up", default=True, hidden=True)
@click.option("--partial", is_flag=True, help="Write the valid rows even if others are refused (exits 1).")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--all", "everything", is_flag=True, help="List every change and every refusal.")
@truth_option
def command(
    source: Path,
    mapped: tuple[str, ...],
    constants: tuple[str, ...],
    formats: tuple[str, ...],
    reader: str | None,
    mapping: Path | None,
    into: str,
    new: tuple[str, ...],
    new_athletes: bool,
    same: tuple[str, ...],
    another: tuple[str, ...],
    identities: Path | None,
    extend: tuple[str, ...],
    words: str | None,
    follow_up: bool,
    partial: bool,
    dry_run: bool,
    everything: bool,
    truth_folder: Path | None,
) -> None:
    """Import results from a table into a pack.

    Every row must be well, or nothing is written; with --partial the others are, without races that contradict
    themselves. What the pack has is never overwritten; where a row differs, both are shown. Repeated rows are counted.
    Statements of completeness that could reach further are named; --extend extends one, with --words.

    \b
    Fields: event category sex date edition competition round section match
    decided where city country venue indoor list athlete given athlete_nation
    athlete_sex athlete_id bib born team member members mark status wind
    assisted ineligible place medal qualified legs attempts tries order
    stopped pacemaker net sets shootout scorers overall sources note, and
    splits such as "split 800m". A column called as a field is that field.

    \b
    Exit codes: 0 all was added (or would be) · 1 added in part (--partial)
    2 refused, nothing is written · 5 no rows
    """
    from harness.cli.extending import statement_of
    from harness.cli.packs import writable_pack
    from harness.curate.add import Request, add
    from harness.curate.identities import FILE, read_identities, with_answers
    from harness.curate.lexicon import KINDS

    if extend and not words:
        raise click.UsageError("--extend needs --words: the words of the source that has everything up to that day")
    folder = writable_pack(truth_folder, dry_run=dry_run)
    if Path(into).name != into or not into.endswith(".json"):
        raise click.BadParameter(f"{into!r} is not the name of a *.json file in the pack", param_hint="--into")
    unknown = [kind for kind in new if kind not in (*KINDS, "all")]
    if unknown:
        raise click.BadParameter(f"{unknown[0]!r} is none of {', '.join(KINDS)}, all", param_hint="--new")
    wanted = frozenset(KINDS if "all" in new else (*new, *(("athletes",) if new_athletes else ())))
    gc.disable()  # all that is read lives to the end: going through it again and again costs more than reading it
    truth = _open(folder)
    for text in extend:
        statement_of(text, truth)
    table, columns = _table(source, reader, mapping, mapped, constants, formats)
    if not table.rows:
        say(f"{source}: no rows below the header", err=True)
        sys.exit(5)
    answers = identities or folder / FILE
    today = day_or_today(None, "--today")
    try:
        request = Request(into, wanted, read_identities(answers, same, another), today, partial)
        kept = with_answers(answers, same, another)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    try:
        addition = add(folder, truth, table, columns, request)
    except (ValueError, KeyError):
        open_truth(folder)  # ends the run where the pack is at fault: a date of its own that is none, an unknown id
        raise
    if addition.pack_flaws:
        open_truth(folder)  # ends the run where they are the pack's own, each at its place in its file
    written = _write(addition, partial=partial, dry_run=dry_run)
    if kept is not None and not dry_run:
        from harness.storage.files import replace_file

        replace_file(answers, kept)
    _show(addition, table, written, dry_run=dry_run, everything=everything)
    if written and not dry_run:
        _extend(truth, folder, extend, words or "", follow_up=follow_up)
    sys.exit(0 if written and not addition.refused else 1 if written else 2)


def _extend(before: Truth, folder: Path, extend: tuple[str, ...], words: str, *, follow_up: bool) -> None:
    """Extends the statements that are named, and tells of the others that the new results could extend."""
    from harness.cli.extending import extend_statement, tell_extendable
    from harness.curate.upkeep import extendable

    for text in extend:
        extend_statement(text, words, folder)
    if follow_up and before.completeness:
        known = set(extendable(before))
        tell_extendable(row for row in extendable(open_truth(folder)) if row not in known)


def _open(folder: Path) -> Truth:
    """The pack, unchecked: what is wrong with it comes out when the addition is checked, once and not twice."""
    from harness.checking.load import read_truth

    truth = read_truth(folder)
    return open_truth(folder) if isinstance(truth, list) else truth


def _table(
    path: Path,
    reader: str | None,
    mapping: Path | None,
    mapped: tuple[str, ...],
    constants: tuple[str, ...],
    formats: tuple[str, ...],
) -> tuple[Table, Columns]:
    """The table and what its columns are; the mistakes of either end the run."""
    from harness.curate.mapping import columns_of
    from harness.curate.mapping_file import read_wishes
    from harness.curate.table import without_repeated_headers

    try:
        wishes = read_wishes(mapping, mapped, constants, formats)
    except (ValueError, OSError) as error:
        raise click.UsageError(str(error)) from None
    table, base = _read(path, reader, mapped=bool(wishes.columns))
    table = without_repeated_headers(table)
    columns = columns_of(table, wishes.over(base) if base is not None else wishes)
    if isinstance(columns, list):
        stop_at_mistakes(columns)
        raise click.ClickException(f"{path}: no columns")
    return table, columns


def _read(path: Path, reader: str | None, *, mapped: bool) -> tuple[Table, Wishes | None]:
    """The table, and what a ready reader says of it: the one asked for, else the surest, where no column is mapped."""
    from harness import strict_json
    from harness.curate.json_table import looks_like_json, read_json_table
    from harness.curate.readers import SourceFile, readers, recognise
    from harness.curate.table import Table, read_table
    from harness.records.model import Mistake
    from harness.statistics import percent

    raw = strict_json.read(path)  # any file, if it is no folder and not endless
    if isinstance(raw, Mistake):
        stop_at_mistakes([raw])
        raise click.ClickException(f"{path}: no file")
    table = read_json_table(raw, str(path)) if looks_like_json(raw) else read_table(raw, str(path))
    source = SourceFile(path, raw, table if isinstance(table, Table) else None)
    name, sure = reader, 1.0
    if name is None and not mapped and (found := recognise(source)) is not None:
        name, sure = found
    if name not in (None, "none"):
        known_name(name, readers(), "reader")
        say(f"read as {readers()[name].TITLE} ({name}, {percent(sure, 0)} sure; --reader none: as a plain table)")
        taken = readers()[name].read(source)
        if isinstance(taken, list):
            stop_at_mistakes(taken)
            raise click.ClickException(f"{path}: no results")
        return taken
    if isinstance(table, list):
        stop_at_mistakes(table)
        raise click.ClickException(f"{path}: no table")
    return table, None


def _write(addition: Addition, *, partial: bool, dry_run: bool) -> bool:
    """Whether all is well enough to write; if it is, and it is no dry run, the files are written."""
    from harness.storage.files import replace_file

    if (
        addition.flaws
        or addition.pack_flaws
        or (addition.refused and not (partial and (addition.texts or addition.already)))
    ):
        return False
    for path, text in addition.texts.items() if not dry_run else ():
        replace_file(path, text)
    return True


def _show(addition: Addition, table: Table, written: bool, *, dry_run: bool, everything: bool) -> None:
    """What changes, file by file and race by race; then what is refused, and what came of it."""
    from harness.curate.mapping import nameless_columns

    _show_changes(addition, everything=everything)
    for name, style in addition.guesses.items():
        say(f"read as {style}: {name} (--format {name.partition(' ')[0]}=FORMAT says otherwise)")
    if table.repeated:
        say(f"the header stands again in line {', '.join(map(str, table.repeated[:8]))}: left out")
    for line in nameless_columns(table):
        say(line)
    _show_refusals(addition, everything=everything)
    rows = len(addition.refused_lines)
    counts = [f"{len(addition.changes)} change{'s' * (len(addition.changes) != 1)}"]
    counts += [f"{addition.already} row{'s' * (addition.already != 1)} there already"] if addition.already else []
    counts += [f"{addition.repeated} repeated in the table"] if addition.repeated else []
    counts += [f"{rows} row{'s' * (rows != 1)} refused"] if rows else []
    idle = written and not addition.texts
    done = (
        "nothing is written" if not written else "nothing to do" if idle
        else "would be written (dry run)" if dry_run else "written"
    )  # fmt: skip
    say(f"{', '.join(counts)}: {done}")


def _show_changes(addition: Addition, *, everything: bool) -> None:
    changes = sorted(addition.changes, key=lambda change: (change.file, change.line))
    hidden = 0
    if not everything and len(changes) > _MOST_SHOWN:  # ten rows as they are written, and the count of the others
        results = [change for change in changes if change.line]
        hidden = len(changes) - len(results[:_SAMPLE])
        changes = results[:_SAMPLE]
    before = ("", "")
    for change in changes:
        if change.file != before[0]:
            say(change.file)
        if (change.file, change.race) != before:
            say(f"  {change.race}")
        say(f"  {change.sign} {change.what}")
        before = (change.file, change.race)
    if hidden:
        say(f"  ... and {hidden} more (--all lists them)")


def _show_refusals(addition: Addition, *, everything: bool) -> None:
    from harness.curate.refusals import summary

    mistakes = (*addition.refused, *addition.flaws, *addition.pack_flaws)
    if everything or len(mistakes) <= _MOST_SHOWN:
        for mistake in mistakes:
            say(str(mistake), err=True)
    else:
        for reason, count, first in summary(mistakes):
            say(f"{count:>6}  {reason}, such as {first}", err=True)
    if addition.flaws or addition.pack_flaws:
        say("with these rows the pack would not pass its lint", err=True)
