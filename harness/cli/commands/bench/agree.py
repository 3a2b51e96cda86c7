"""harness bench agree: how well annotators agree, and a page to settle their differences."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from harness.cli.options import as_of_option, known_name, open_truth, put_out, read_day, say, truth_option

if TYPE_CHECKING:
    from harness.bench.submissions import Gold
    from harness.checking.run import Checker

_PATH = click.Path(exists=True, path_type=Path)


@click.command()
@click.argument("annotators", metavar="[NAME=]FOLDER...", nargs=-1, required=True)
@click.option("--articles", type=_PATH, help="The articles' texts, for the page.")
@click.option(
    "--page", type=click.Path(path_type=Path), help="Write a page for settling the differences of the first two."
)
@click.option(
    "--check/--no-check", default=False, help="Whether our check gives the verdicts that no person gave [default: no]."
)
@click.option("--format", "format_", default="text", metavar="NAME", help="text, markdown, html or json.")
@click.option("--output", type=click.Path(path_type=Path), help="Write to this file instead of stdout.")
@truth_option
@as_of_option
def command(
    annotators: tuple[str, ...],
    articles: Path | None,
    page: Path | None,
    check: bool,
    format_: str,
    output: Path | None,
    truth_folder: Path | None,
    as_of: str | None,
) -> None:
    """Compare the claim files of two or more annotators: FOLDERs for the same articles, annotated independently.

    Exits 2 if articles could not be compared; they are named.
    """
    from harness.bench.agreement import agreement
    from harness.bench.agreement_tables import agreement_tables
    from harness.bench.leaderboard import formats, write
    from harness.bench.results import to_json
    from harness.bench.submissions import read_gold

    known_name(format_, (*formats(), "json"), "format")
    if find_spec("krippendorff") is None:
        raise click.ClickException("agreement needs krippendorff: pip install 'sports-claims-harness[bench]'")
    named = _named(annotators)
    readings = {name: read_gold([path]) for name, path in named.items()}
    signature = ""
    if check:
        from harness.checking.run import Checker

        truth = open_truth(truth_folder)
        checker = Checker(truth, read_day(as_of))
        record, _ = agreement({name: _judged(gold, checker) for name, gold in readings.items()})
        _, units = agreement(readings)
        signature = f" | truth: {truth.digest}, as of {as_of or 'each claim'}"
    else:
        record, units = agreement(readings)
    signature = f"{record.articles} articles, {len(units)} units{signature}"
    tables = agreement_tables(record)
    put_out(to_json(record) if format_ == "json" else write("Agreement", tables, signature, format_), output)
    if page is not None:
        from harness.bench.adjudication import adjudication_page

        shared = {unit.article for unit in units}
        files = {name: file for name, file in readings[next(iter(named))].files.items() if name in shared}
        put_out(adjudication_page(tuple(named), files, units, _texts(articles, files)), page)
    if record.problems:
        say(*record.problems, f"could not compare everything: {len(record.problems)} problems", err=True)
        sys.exit(2)
    if not record.articles:
        say("nothing to compare: no articles", err=True)
        sys.exit(5)


def _judged(gold: Gold, checker: Checker) -> Gold:
    """The readings with our check's verdict of each claim of which no person says anything."""
    from harness.bench.flagged import verdicts_of
    from harness.bench.submissions import gold_of
    from harness.checking.load import ClaimFile
    from harness.checking.run import stream

    verdicts = verdicts_of(f for _, findings in stream(gold.files.values(), checker) for f in findings)
    files = [
        ClaimFile(
            file.path,
            file.article,
            tuple(replace(c, gold_verdict=c.gold_verdict or verdicts[name][c.id]) for c in file.claims),
        )
        for name, file in gold.files.items()
    ]
    return gold_of(files, gold.problems)


def _texts(folder: Path | None, files: dict[str, Any]) -> dict[str, str]:
    """The texts in the folder that are an article's, by its id."""
    from hashlib import sha256

    if folder is None:
        return {}
    raw_texts = {
        sha256(data).hexdigest(): data for path in folder.iterdir() if path.is_file() for data in [path.read_bytes()]
    }
    return {
        name: raw_texts[file.article.sha256].decode()
        for name, file in files.items()
        if file.article.sha256 in raw_texts
    }


def _named(annotators: tuple[str, ...]) -> dict[str, Path]:
    named: dict[str, Path] = {}
    for text in annotators:
        name, equals, folder = text.partition("=")
        path = Path(folder if equals else text)
        name = name if equals else path.name
        if not path.exists():
            raise click.BadParameter(f"there is no {str(path)!r}", param_hint="FOLDER")
        if not name.strip():
            raise click.BadParameter(f"{text!r}: the annotator has no name (NAME=FOLDER)", param_hint="FOLDER")
        if name in named:
            raise click.BadParameter(f"two annotators are called {name!r}: say NAME=FOLDER", param_hint="FOLDER")
        named[name] = path
    if len(named) < 2:
        raise click.UsageError("agreement is between two annotators at least")
    return named
