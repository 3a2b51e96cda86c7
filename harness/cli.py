"""The commands. Nothing heavy is imported here: each command imports what it runs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from harness.truth.index import Truth

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_PATHS = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
_TRUTH = click.option(
    "--truth", "truth_folder", type=click.Path(path_type=Path), help="The ground truth pack [default: the shipped one]."
)
_AS_OF = click.option("--as-of", metavar="DATE", help="Judge as of this day (2024-08-02) instead of the article's.")


@click.group(context_settings=CONTEXT)
@click.version_option(package_name="harness")
def cli() -> None:
    """Check the facts in sports articles against a curated ground truth.

    \b
    Exit codes: 0 checked, every gate passed · 1 checked, a gate failed
    2 could not check (bad option, missing or invalid file) · 3 a bug in the harness
    5 nothing to check · 130 interrupted
    """


@cli.command()
@_PATHS
@click.option("--format", "format_", default="text", metavar="NAME", help="text or json [default: text].")
@click.option("--output", type=click.Path(path_type=Path), help="Write the report to this file instead of stdout.")
@_TRUTH
@_AS_OF
@click.option("--select", multiple=True, metavar="KIND", help="Check claims of this kind only (repeatable).")
@click.option("--ignore", multiple=True, metavar="KIND", help="Leave out claims of this kind (repeatable).")
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(["refuted", "conflict", "undecided", "never"]),
    help="What fails the gate (repeatable) [default: refuted].",
)
@click.option("--min-accuracy", type=click.FloatRange(0, 1), help="Fail under this share of decided claims.")
@click.option("--min-coverage", type=click.FloatRange(0, 1), help="Fail under this share of checkable claims.")
@click.option("--allow-empty", is_flag=True, help="Pass although nothing was there to be checked or decided.")
def check(
    paths: tuple[Path, ...],
    format_: str,
    output: Path | None,
    truth_folder: Path | None,
    as_of: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: tuple[Any, ...],
    min_accuracy: float | None,
    min_coverage: float | None,
    allow_empty: bool,
) -> None:
    """Check claim files (or folders of them; default: claims/) and print a report, the gate line last."""
    from harness.gate import Demands
    from harness.pipeline import Question
    from harness.pipeline import check as run
    from harness.report import write

    _known_name(format_, _formats(), "format")
    demands = Demands(fail_on or ("refuted",), min_accuracy, min_coverage, allow_empty)
    question = Question(_day(as_of), _chosen_kinds(select, ignore), demands)
    report = run(paths or (Path("claims"),), _open_truth(truth_folder), question)
    on_a_terminal = output is None and sys.stdout.isatty()
    _put_out(write(report, format_, colour=on_a_terminal), output)
    if output is not None or format_ != "text":
        click.echo(report.gate.message, err=True)
    sys.exit(report.gate.exit_code)


@cli.command()
@_PATHS
@click.option(
    "--articles", type=click.Path(path_type=Path), help="A folder of article texts: hold every quote against them."
)
def validate(paths: tuple[Path, ...], articles: Path | None) -> None:
    """Check the structure of claim files only: schema, spans, ids, figures. No ground truth is read."""
    from harness.load import load_all, misread
    from harness.texts import check_texts

    files, mistakes = load_all(paths or (Path("claims"),))
    for file in files:
        mistakes += misread(file)
    if articles is not None:
        mistakes += check_texts(files, articles)
    claims = sum(len(file.claims) for file in files)
    _report_mistakes(mistakes)
    if not files:
        click.echo("nothing to validate: no claim files (*.json) were found", err=True)
        sys.exit(5)
    click.echo(f"{len(files)} files, {claims} claims: no mistakes")


@cli.command()
@click.argument("article")
@click.argument("claim")
@click.option("--claims", "folder", type=click.Path(path_type=Path), default="claims", help="Where claim files are.")
@_TRUTH
@_AS_OF
def why(article: str, claim: str, folder: Path, truth_folder: Path | None, as_of: str | None) -> None:
    """Print how one verdict came about: names, results, arithmetic, completeness, sources."""
    from harness.load import load_all
    from harness.pipeline import Checker
    from harness.report.text import derivation

    files, mistakes = load_all((folder,))
    by_id = {file.article.id: file for file in files}
    if article not in by_id:
        _report_mistakes(mistakes)
    _known_name(article, tuple(by_id), "article")
    findings = {one.claim: one for one in Checker(_open_truth(truth_folder), _day(as_of)).check_article(by_id[article])}
    _known_name(claim, tuple(findings), "claim")
    click.echo(derivation(findings[claim]), nl=False)


@cli.command()
@click.argument("kind")
def explain(kind: str) -> None:
    """Print the manual page of a kind of claim."""
    from harness.kinds import kinds

    _known_name(kind, tuple(kinds()), "kind")
    click.echo(f"{kind}\n\n{kinds()[kind].manual}")


@cli.command("kinds")
def list_kinds() -> None:
    """List the kinds of claim, a line each."""
    from harness.kinds import kinds

    for name, kind in kinds().items():
        click.echo(f"{name:<13} {kind.manual.splitlines()[0]}")


@cli.command()
@click.argument("what", type=click.Choice(["claims", "truth", "report"]))
def schema(what: str) -> None:
    """Print a JSON Schema (2020-12): of claim files, of ground truth files, or of the JSON report."""
    from harness.schema import schema_text

    click.echo(schema_text(what), nl=False)


@cli.group("truth")
def truth_group() -> None:
    """Look into a ground truth pack: lint, list, show, gaps."""


@truth_group.command("lint")
@click.argument("folder", required=False, type=click.Path(path_type=Path))
def truth_lint(folder: Path | None) -> None:
    """Find what is wrong with a pack; exits 2 where anything is."""
    truth = _open_truth(folder)
    click.echo(f"no mistakes in {len(truth.results)} results (digest {truth.digest})")


@truth_group.command("list")
@click.argument(
    "part", type=click.Choice(["athletes", "competitions", "completeness", "editions", "events", "records", "sources"])
)
@_TRUTH
def truth_list(part: str, truth_folder: Path | None) -> None:
    """List a part of the pack, a line each."""
    from harness.truth.show import list_part

    for line in list_part(_open_truth(truth_folder), part):
        click.echo(line)


@truth_group.command("show")
@click.argument("name")
@_TRUTH
def truth_show(name: str, truth_folder: Path | None) -> None:
    """Show all that the pack has on an athlete, an edition, a competition or a statement, by id or name."""
    from harness.truth.show import show_entity

    lines = show_entity(_open_truth(truth_folder), name)
    if not lines:
        raise click.UsageError(f"the pack has nothing called {name!r} (see `harness truth list`)")
    click.echo("\n".join(lines))


@truth_group.command("gaps")
@_PATHS
@_TRUTH
def truth_gaps(paths: tuple[Path, ...], truth_folder: Path | None) -> None:
    """List the facts that are missing, those that would settle the most claims first."""
    from harness.pipeline import check as run
    from harness.truth.gaps import gaps

    report = run(paths or (Path("claims"),), _open_truth(truth_folder))
    _report_mistakes(report.mistakes)
    for missing, claims in gaps(report.findings):
        click.echo(f"{len(claims):>4}  {missing}")
        click.echo(f"      {', '.join(claims)}")


def main() -> None:
    """The command `harness`, with the exit codes that it promises."""
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("interrupted", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(2)
    except OSError as error:
        click.echo(f"{error.filename or 'error'}: {error.strerror or error}", err=True)
        sys.exit(2)
    except Exception as bug:
        import traceback

        traceback.print_exc()
        click.echo(f"this is a bug in the harness ({type(bug).__name__}): please report it", err=True)
        sys.exit(3)


def _open_truth(folder: Path | None) -> Truth:
    from harness.load import default_truth_folder, load_truth

    truth = load_truth(folder or default_truth_folder())
    if isinstance(truth, list):
        _report_mistakes(truth)
        raise click.ClickException("the ground truth is empty")
    return truth


def _report_mistakes(mistakes: Any) -> None:
    if mistakes:
        for mistake in mistakes:
            click.echo(str(mistake), err=True)
        sys.exit(2)


def _put_out(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text, nl=False)
        return
    from harness.files import replace_file

    replace_file(output, text)


def _day(printed: str | None) -> int | None:
    if printed is None:
        return None
    from harness.values import partial_date

    try:
        return partial_date(printed).high
    except ValueError:
        raise click.BadParameter(f"{printed!r} is not a day such as 2024-08-02", param_hint="--as-of") from None


def _chosen_kinds(select: tuple[str, ...], ignore: tuple[str, ...]) -> frozenset[str] | None:
    if not select and not ignore:
        return None
    from harness.kinds import kinds

    for name in (*select, *ignore):
        _known_name(name, tuple(kinds()), "kind")
    return frozenset(select or kinds()) - frozenset(ignore)


def _formats() -> tuple[str, ...]:
    from harness.report import formats

    return formats()


def _known_name(name: str, names: tuple[str, ...], what: str) -> None:
    if name in names:
        return
    from difflib import get_close_matches

    close = get_close_matches(name, names, n=1)
    hint = f": did you mean {close[0]!r}?" if close else f"; there are: {', '.join(sorted(names)) or 'none'}"
    raise click.UsageError(f"unknown {what} {name!r}{hint}")
