"""harness check: the whole check, with a report and a gate."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from harness.cli.completion import complete_formats, complete_kinds
from harness.cli.configured import Configured
from harness.cli.diff_base import changes_since_base
from harness.cli.drafts import drafts_among, say_what_was_read
from harness.cli.manuals import documentation_option, with_manuals
from harness.cli.options import (
    CLAIMS,
    Share,
    as_of_option,
    baseline_option,
    claims_argument,
    command_line,
    day_or_today,
    given_option,
    given_options,
    keep_inputs,
    known_name,
    local_paths,
    open_baseline,
    open_sign_offs,
    open_truth,
    outputs,
    read_day,
    say,
    today_option,
    truth_option,
)
from harness.cli.parquet_folder import check_tables_folder
from harness.cli.progress import progress
from harness.cli.reports import put_reports
from harness.cli.source_lines import line_of
from harness.present.formats import View, formats, shows_everything

if TYPE_CHECKING:
    from harness.checking.run import Engine
    from harness.extract.drafts import Drafts
    from harness.storage.remote import AnyPath


@click.command(cls=Configured)
@claims_argument
@click.option(
    "--format",
    "format_",
    default="text",
    metavar="NAME",
    shell_complete=complete_formats,
    help=f"{', '.join(formats())} [default: text].",
)
@click.option(
    "--articles",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder of article texts, found by their sha256: the page (html) marks the claims in them.",
)
@click.option("--output", type=click.Path(path_type=Path), help="Write the report to this file instead of stdout.")
@click.option("--report", "reports", multiple=True, metavar="FORMAT=PATH", help="Write this format too (repeatable).")
@click.option(
    "--parquet",
    "tables",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Write findings, judged values and counts into this folder too, as Parquet tables.",
)
@click.option("--system", metavar="NAME", help="Read drafts (txt, md, html, docx, pdf, -) with this system first.")
@given_option
@click.option(
    "--published", metavar="DAY", help="The day of publication of drafts that do not state one [default: today]."
)
@truth_option
@as_of_option
@click.option(
    "--select",
    multiple=True,
    metavar="KIND",
    shell_complete=complete_kinds,
    help="Check claims of this kind only (repeatable).",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="KIND",
    shell_complete=complete_kinds,
    help="Leave out claims of this kind (repeatable).",
)
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(["new", "refuted", "conflict", "contradicted", "undecided", "never"]),
    help="What fails the gate (repeatable); new: errors that the baseline does not accept [default: refuted].",
)
@baseline_option()
@today_option
@click.option(
    "--require-sign-off",
    "sign_offs",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Fail if an article has no valid sign-off in this file (of `harness desk`).",
)
@click.option(
    "--diff-base",
    metavar="REF",
    help="Check only claim files that changed since this git revision, or that rest on changed facts.",
)
@click.option(
    "--min-accuracy", type=Share(), help="Fail if the accuracy (share of decided claims that are supported) is lower."
)
@click.option(
    "--min-coverage", type=Share(), help="Fail if the coverage (share of checkable claims that are decided) is lower."
)
@click.option(
    "--min-figures-read",
    type=Share(),
    help="Fail if claims quote a lower share of the figures in the texts (needs --articles or --system).",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="The number of processes [default: one per core, if there is enough to do].",
)
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    help="Where the work is done: on this machine, or by the workers of a Dask cluster [default: local].",
)
@click.option("--scheduler", metavar="ADDRESS", help="The Dask scheduler, tcp://host:8786 [default: one started here].")
@documentation_option
@click.option("--allow-empty", is_flag=True, help="Pass even if there was nothing to check or nothing was decided.")
@click.option("--watch", "watched", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C.")
def command(
    paths: tuple[AnyPath, ...],
    format_: str,
    articles: Path | None,
    output: Path | None,
    reports: tuple[str, ...],
    tables: Path | None,
    truth_folder: Path | None,
    as_of: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: tuple[Any, ...],
    baseline: Path | None,
    today: str | None,
    system: str | None,
    given: tuple[str, ...],
    published: str | None,
    sign_offs: Path | None,
    diff_base: str | None,
    min_accuracy: float | None,
    min_coverage: float | None,
    min_figures_read: float | None,
    jobs: int | None,
    engine: str,
    scheduler: str | None,
    documentation: str | None,
    allow_empty: bool,
    watched: bool,
) -> None:
    """Check claim files (or folders of them; default: claims/) and print a report, the gate line last.

    With --system, drafts are read and checked in one step: harness check --system rules draft.txt
    """
    from msgspec.structs import replace

    from harness.baseline import remembered
    from harness.checking.gate import Demands
    from harness.checking.load.texts import match_texts
    from harness.checking.load.unread import figures_read
    from harness.checking.run import Checker, Question, check, check_files
    from harness.checking.tables import TableMaker

    wanted = outputs(format_, output, reports)
    demands = Demands(fail_on or ("refuted",), min_accuracy, min_coverage, allow_empty, min_figures_read)
    if "new" in fail_on and baseline is None:
        raise click.UsageError("--fail-on new needs --baseline FILE: what is new is what the baseline does not accept")
    if min_figures_read is not None:
        _ensure_figures_can_be_counted(articles, system, (*select, *ignore))
    paths = paths or (CLAIMS,)
    local = tuple(local_paths(paths))
    if len(local) < len(paths) and (watched or diff_base is not None):
        raise click.UsageError(f"{'--watch' if watched else '--diff-base'} looks at files of this machine, not at URLs")
    if watched:
        _watch(local, truth_folder, baseline)
    inputs = [*local, *(path for path in (truth_folder, baseline, sign_offs) if path is not None)]
    keep_inputs([path for _, path in wanted if path is not None], inputs)
    if tables is not None:
        check_tables_folder(tables, inputs)
    accepted = open_baseline(baseline) if baseline is not None else None
    truth = open_truth(truth_folder, cached=True)
    gc.freeze()  # the truth stays: it is not looked through for garbage again and again (a tenth of the time)
    gc.set_threshold(50_000, 20, 50)
    question = Question(
        read_day(as_of),
        _chosen_kinds(select, ignore),
        demands,
        today=day_or_today(today, "--today"),
        baseline=accepted,
        remembered=remembered(accepted, baseline.parent, local) if accepted and baseline else frozenset(),
        sign_offs=open_sign_offs(sign_offs) if sign_offs is not None else None,
        changes=changes_since_base(diff_base, local, truth_folder, truth, read_day(as_of))
        if diff_base is not None
        else None,
        in_full=bool(tables or accepted or sign_offs) or any(shows_everything(name) for name, _ in wanted),
    )
    drafts = drafts_among(paths, system, given_options(given), published)
    if min_figures_read is not None:
        question = replace(question, texts=_texts_by_sha256(articles, drafts))
    checker = Checker(truth, question.as_of, question.in_full)
    if drafts is None:
        with _engine(engine, scheduler, truth_folder, jobs) as chosen:
            report = check(paths, truth, question, progress, keep=False, jobs=jobs, engine=chosen, ready=checker)
    else:
        report = check_files(drafts.files, drafts.mistakes, truth, question, checker)
    texts, unmatched = match_texts(report.articles, articles) if articles is not None else ({}, {})
    texts |= drafts.texts if drafts is not None else {}
    for article, why in unmatched.items():
        say(f"{article}: {why}", err=True)
    figures = figures_read(texts, report.findings) if texts and question.kinds is None else {}
    view = View(False, texts, command_line(), str(Path.cwd()), line_of, unmatched, figures=figures)
    view = with_manuals(view, [name for name, _ in wanted], documentation)
    if any(name == "html" for name, _ in wanted):
        view = view._replace(tables=TableMaker(checker).of)
    say_what_was_read(drafts, figures)
    put_reports(report, view, wanted, tables)
    if output is not None or format_ not in ("text", "concise"):
        click.echo(report.gate.message, err=True)
    sys.exit(report.gate.exit_code)


def _ensure_figures_can_be_counted(articles: Path | None, system: str | None, chosen_kinds: tuple[str, ...]) -> None:
    """Refuse --min-figures-read where there are no texts, or where not all claims are checked."""
    if articles is None and system is None:
        raise click.UsageError("--min-figures-read needs --articles FOLDER: the figures are those of the texts")
    if chosen_kinds:
        raise click.UsageError("--min-figures-read counts what all claims quote: leave out --select and --ignore")


def _watch(paths: tuple[Path, ...], truth_folder: Path | None, baseline: Path | None) -> None:
    """Run this command without --watch, again and again, until the user interrupts it; nothing comes after."""
    from harness.cli.watching import watch

    settings = (Path("harness.toml"), Path("pyproject.toml"), truth_folder, baseline)
    arguments = [argument for argument in sys.argv[1:] if argument != "--watch"]
    watch(arguments, paths, [path for path in settings if path is not None])


def _texts_by_sha256(articles: Path | None, drafts: Drafts | None) -> dict[str, str]:
    """The texts whose figures are counted: those of the folder, and the drafts that were read in this run."""
    from hashlib import sha256

    from harness.checking.load.texts import by_digest

    texts = by_digest(articles) if articles is not None else {}
    if drafts is not None:
        texts |= {sha256(text.encode()).hexdigest(): text for text in drafts.texts.values()}
    return texts


@contextmanager
def _engine(name: str, scheduler: str | None, truth_folder: Path | None, jobs: int | None) -> Iterator[Engine | None]:
    """What gathers the outcome of the files; None where the processes of this machine do."""
    if name == "local":
        if scheduler is not None:
            raise click.UsageError("--scheduler needs --engine dask")
        yield None
        return
    from harness.checking.load import default_truth_folder
    from harness.engine.dask import EngineFailed, cluster, gather_on

    try:
        with cluster(scheduler, jobs or 2) as client:
            yield partial(gather_on, client, truth_folder or default_truth_folder())
    except EngineFailed as error:
        raise click.ClickException(str(error)) from None


def _chosen_kinds(select: tuple[str, ...], ignore: tuple[str, ...]) -> frozenset[str] | None:
    if not select and not ignore:
        return None
    from harness.kinds import kinds

    for name in (*select, *ignore):
        known_name(name, kinds(), "kind")
    return frozenset(select or kinds()) - frozenset(ignore)
