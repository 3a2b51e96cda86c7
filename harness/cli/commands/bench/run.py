"""harness bench run: score systems against gold, and compare them."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from harness.cli.commands.bench import resamples_option
from harness.cli.options import (
    SYSTEM_NAME,
    as_of_option,
    given_option,
    given_options,
    known_name,
    open_truth,
    put_out,
    read_day,
    say,
    truth_option,
)

if TYPE_CHECKING:
    from harness.bench.extraction import ArticleText
    from harness.bench.flagged import Outcome
    from harness.bench.results import Results
    from harness.bench.run import FlaggingCheck
    from harness.bench.submissions import Gold, Submission
    from harness.checking.load import ClaimFile

TITLE = "Extraction systems against gold"
FILES = {
    "json": "results.json",
    "text": "leaderboard.txt",
    "markdown": "leaderboard.md",
    "html": "leaderboard.html",
}
ANY_DAY = "2000-01-01"  # of texts that tell none: gold's day is the one that counts
DEFAULT = ("rules",)  # the system that ships


@click.command()
@click.argument("gold_paths", metavar="[GOLD]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--data",
    "reference",
    is_flag=False,
    flag_value="",
    metavar="NAME@VERSION",
    help="A named data set instead of GOLD, with its texts and facts.",
)
@click.option("--split", default="", help="The split of the data set [default: all of it].")
@click.option(
    "--system",
    "systems",
    multiple=True,
    metavar="NAME[=FOLDER]",
    help="An extraction system, or a name for a folder with the claim files of one (repeatable) [default: rules].",
)
@given_option
@click.option("--articles", type=click.Path(path_type=Path), help="The articles' texts, for systems without a folder.")
@click.option("--output", type=click.Path(path_type=Path), help="Keep results and leaderboards here; resumes there.")
@click.option(
    "--leaderboard", type=click.Path(path_type=Path), help="Keep one line for each system of --data in this file."
)
@click.option("--format", "format_", default="text", metavar="NAME", help="text, markdown, html or json to stdout.")
@click.option("--check/--no-check", default=True, help="Whether to count flagged errors [default: yes].")
@resamples_option
@truth_option
@as_of_option
def command(
    gold_paths: tuple[Path, ...],
    reference: str | None,
    split: str,
    systems: tuple[str, ...],
    given: tuple[str, ...],
    articles: Path | None,
    output: Path | None,
    leaderboard: Path | None,
    format_: str,
    check: bool,
    resamples: int,
    truth_folder: Path | None,
    as_of: str | None,
) -> None:
    """Score systems against GOLD, claim files or folders of them, and print a leaderboard.

    Exits 2 if anything could not be scored; it still counts as missed or as wrong.
    """
    from harness.bench.extraction import read_folder
    from harness.bench.leaderboard import formats
    from harness.bench.run import FlaggingCheck, run
    from harness.bench.submissions import read_gold

    known_name(format_, (*formats(), "json"), "format")
    named, options = _named(systems or DEFAULT), given_options(given)
    if reference is not None:
        gold_paths, articles, truth_folder, source = _data_set(reference, split, gold_paths, articles, truth_folder)
    elif not gold_paths or split:
        raise click.UsageError("GOLD is missing: claim files, or --data NAME@VERSION (and then --split)")
    else:
        source = ""
    gold = read_gold(gold_paths)
    if not gold.files:
        say(*gold.problems, "nothing to score: gold has no articles", err=True)
        sys.exit(2 if gold.problems else 5)
    checked = _checked(truth_folder, as_of) if check else FlaggingCheck()
    with TemporaryDirectory() as not_kept:
        written_to = output or Path(not_kept)
        folders = {name: folder or _extracted(name, gold, articles, written_to, options) for name, folder in named}
        submissions = [read_folder(name, folder, gold) for name, folder in folders.items()]
    if articles is not None:
        texts = _texts(articles)
        submissions = [_with_figures_read(gold, submission, texts) for submission in submissions]
    results = run(gold, submissions, checked, resamples, output / "scores" if output else None)
    if source:
        results = replace(results, signature=f"{source} | {results.signature}")
    if leaderboard is not None:
        from harness.bench.ranking import add_to_leaderboard

        if not source:
            raise click.UsageError("--leaderboard is of a named data set: --data NAME@VERSION")
        add_to_leaderboard(leaderboard, results, source.removeprefix("data: "))
    _put_out(results, format_, output)
    if output is not None:
        from harness.bench.viewer import viewer_page

        put_out(viewer_page(TITLE, results, gold, submissions, _texts(articles)), output / "viewer.html")
    if not results.everything_scored:
        say(f"could not score everything: {results.unscored}", err=True)
        sys.exit(2)


def _data_set(
    reference: str, split: str, gold_paths: tuple[Path, ...], articles: Path | None, truth_folder: Path | None
) -> tuple[tuple[Path, ...], Path, Path, str]:
    """What a data set stands in for: gold, texts, facts, and what the signature says of it."""
    from harness.bench.data import SHIPPED, NoDataSet, gold_of_split, open_data

    if not reference:
        there_are = f"there are {', '.join(SHIPPED)}, and any folder with a dataset.json"
        raise click.UsageError(f"--data needs a name, as in --data {SHIPPED[0]}@1.0; {there_are}")
    if gold_paths:
        raise click.UsageError("--data names the gold: leave GOLD out")
    try:
        data = open_data(reference)
        gold = tuple(gold_of_split(data, split))
    except NoDataSet as why:
        raise click.UsageError(str(why)) from None
    facts = truth_folder or data.folder / "facts"
    named = f"data: {data.name}@{data.version}, {split or 'every split'}"
    return gold, articles or data.folder / "articles", facts, named


def _with_figures_read(gold: Gold, submission: Submission, texts: dict[str, str]) -> Submission:
    """The submission with how many of the figures in each text its claims quote."""
    from harness.checking.load.unread import figures_in

    read = {
        name: figures_in(
            texts[file.article.sha256], ((claim.start, claim.end) for claim in submission.predictions[name].claims)
        )
        for name, file in gold.files.items()
        if file.article.sha256 in texts and name in submission.predictions
    }
    return replace(submission, figures_read=read)


def _texts(articles: Path | None) -> dict[str, str]:
    """The texts in the folder by sha256; none without a folder."""
    from harness.checking.load.texts import by_digest

    return by_digest(articles) if articles is not None and articles.is_dir() else {}


def _named(systems: Sequence[str]) -> list[tuple[str, Path | None]]:
    folders: dict[str, Path | None] = {}
    for system in systems:
        name, equals, folder = system.partition("=")
        if not SYSTEM_NAME.fullmatch(name):
            raise click.BadParameter(f"{name!r} is no name: letters, digits, '.', '_' and '-', 32 at most")
        if name in folders:
            raise click.BadParameter(f"two systems are called {name!r}")
        if equals and not Path(folder).is_dir():
            raise click.BadParameter(f"{folder!r} is no folder (NAME=FOLDER)")
        folders[name] = Path(folder) if equals else None
    return list(folders.items())


def _checked(truth_folder: Path | None, as_of: str | None) -> FlaggingCheck:
    """The whole check as the bench is handed it: verdicts by article and claim."""
    from harness.bench.flagged import verdicts_of
    from harness.bench.run import FlaggingCheck
    from harness.checking.resolve.quantities import quantities_of
    from harness.checking.run import Checker, stream

    truth = open_truth(truth_folder)
    checker = Checker(truth, read_day(as_of))

    def check(files: Iterable[ClaimFile]) -> dict[str, dict[str, Outcome]]:
        return verdicts_of(finding for _, findings in stream(files, checker) for finding in findings)

    return FlaggingCheck(check, f"{truth.digest}, as of {as_of or 'each claim'}", quantities_of(checker.names))


def _put_out(results: Results, format_: str, output: Path | None) -> None:
    """The leaderboard to stdout; with --output the results and every form of the leaderboard to files."""
    from harness.bench.leaderboard import formats, write
    from harness.bench.results import to_json
    from harness.bench.standings import tables

    leaderboard = tables(results)
    written = {name: write(TITLE, leaderboard, results.signature, name) for name in formats()}
    written["json"] = to_json(results)
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
        for name, file in FILES.items():
            put_out(written[name], output / file)
    put_out(written[format_], None)


def _extracted(name: str, gold: Gold, articles: Path | None, output: Path, options: dict[str, str]) -> Path:
    """The folder of claim files that the extractor has written; what it wrote before is not written again."""
    from harness.bench.extraction import by_digest, extract_missing
    from harness.bench.keeping import code_digest

    extractors = importlib.import_module("harness.extract")
    known_name(name, extractors.systems(), "system")
    if articles is None:
        where = "--articles says where their texts are"
        raise click.UsageError(f"the system {name!r} reads the articles itself: {where} (or say {name}=FOLDER)")
    read, mistakes = extractors.read_articles([articles], {"published": ANY_DAY})
    for mistake in mistakes:
        say(str(mistake), err=True)
    folder = output / "extracted" / name
    own = {option: value for option, value in options.items() if option in extractors.options_of(name)}

    def extract(texts: Sequence[ArticleText]) -> Iterable[Any]:
        return extractors.extract_all(name, [_as_given(extractors, text) for text in texts], own)  # type: ignore[no-any-return]

    version = f"{name} {sorted(own.items())} {code_digest()}"
    try:
        count = extract_missing(gold, by_digest(article.text for article in read), folder, version, extract)
    except extractors.BadOption as error:
        raise click.UsageError(str(error)) from None
    say(f"{name}: {count} of {len(gold.files)} articles read now", err=True)
    return folder


def _as_given(extractors: Any, text: ArticleText) -> Any:
    """The article as extractors take it: of gold's date and name, whatever its text's file is called."""
    shared = ("id", "title", "publisher", "published", "published_basis", "url")
    return extractors.SourceArticle(text=text.text, **{name: getattr(text.article, name) for name in shared})
