"""Options that several commands share, and how their values are read. Nothing heavy is imported."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from harness.baseline import Baseline, SignOffs
    from harness.records.model import Mistake
    from harness.storage.remote import AnyPath
    from harness.truth.index import Truth

CLAIMS = Path("claims")
# Of a system that is scored: a row of our own, such as "(all is well)", is never called so.
SYSTEM_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")


def dash_is_stdin(context: click.Context, parameter: click.Parameter, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    from harness.strict_json import STDIN

    return tuple(STDIN if path == Path("-") else path for path in paths)


def _path_or_url(context: click.Context, parameter: click.Parameter, paths: tuple[str, ...]) -> tuple[AnyPath, ...]:
    from harness.storage.remote import any_path
    from harness.strict_json import STDIN

    return tuple(STDIN if path == "-" else any_path(path) for path in paths)


# A path, or the URL of a file that fsspec reaches: the type leaves the words as they are.
claims_argument = click.argument("paths", nargs=-1, type=click.Path(), callback=_path_or_url)
paths_argument = click.argument("paths", nargs=-1, type=click.Path(path_type=Path), callback=dash_is_stdin)
truth_option = click.option(
    "--truth",
    "truth_folder",
    type=click.Path(path_type=Path),
    help="The ground truth: a pack, or a file of `truth build` [default: the shipped pack].",
)
as_of_option = click.option(
    "--as-of", metavar="DATE", help="Judge as of this day (2024-08-02) instead of the article's."
)


given_option = click.option(
    "-o", "--option", "given", multiple=True, metavar="NAME=VALUE", help="An option of the system (repeatable)."
)


def given_options(given: Iterable[str]) -> dict[str, str]:
    """The values of `-o NAME=VALUE`, by name."""
    wrong = next((text for text in given if "=" not in text), None)
    if wrong is not None:
        raise click.UsageError(f"-o {wrong}: an option of a system is given as NAME=VALUE")
    return dict(text.split("=", 1) for text in given)


class Share(click.FloatRange):
    """A number from 0 to 1. "nan" is refused: no share is lower, so a gate with it could never fail."""

    def __init__(self) -> None:
        super().__init__(0, 1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        share = super().convert(value, param, ctx)
        return share if share == share else self.fail(f"{value!r} is not a number from 0 to 1", param, ctx)


def baseline_option(default: str | None = None) -> Callable[[Any], Any]:
    """`--baseline FILE`, with a default or without."""
    shown = f" [default: {default}]" if default else ""
    return click.option(
        "--baseline", default=default, type=click.Path(path_type=Path), help=f"The file of accepted findings{shown}."
    )


today_option = click.option(
    "--today", metavar="DATE", help="The day with which the baseline's end dates are compared [default: the clock's]."
)


def open_baseline(file: Path) -> Baseline:
    """The baseline in the file; if it cannot be loaded, the run ends with its mistakes."""
    from harness.baseline import read_baseline

    baseline = read_baseline(file)
    if isinstance(baseline, list):
        stop_at_mistakes(baseline)
        raise click.ClickException("the baseline is empty")
    return baseline


def open_sign_offs(file: Path) -> SignOffs:
    """The sign-offs in the file; if they cannot be loaded, the run ends with their mistakes."""
    from harness.baseline import read_sign_offs

    sign_offs = read_sign_offs(file)
    if isinstance(sign_offs, list):
        stop_at_mistakes(sign_offs)
        raise click.ClickException("the file of sign-offs is empty")
    return sign_offs


def open_truth(folder: Path | None, *, revisions: bool = False, cached: bool = False) -> Truth:
    """The pack in the folder, or the shipped one; if it cannot be loaded, the run ends with its mistakes.

    `cached`: the shipped one may come from the user's cache folder, where it was compiled after it had passed its lint.
    With `revisions`, "REF:folder" is the pack that the folder held in a git revision, where no folder is called so.
    """
    from harness.checking.load import default_truth_folder, load_truth, load_truth_at, shipped_truth
    from harness.checking.load.git import GitFailed

    revision, colon, inside = str(folder or "").rpartition(":")
    try:
        if revisions and colon and revision and folder is not None and not folder.exists():
            truth = load_truth_at(revision, Path(inside or "."))
        else:
            truth = shipped_truth() if cached and folder is None else load_truth(folder or default_truth_folder())
    except GitFailed as error:
        raise click.ClickException(str(error)) from None
    if isinstance(truth, list):
        stop_at_mistakes(truth)
        raise click.ClickException("the ground truth is empty")
    return truth


def stop_at_mistakes(mistakes: Iterable[Mistake]) -> None:
    """Print every mistake, one per line, and end the run with exit code 2; do nothing if there are none."""
    printed = [str(mistake) for mistake in mistakes]
    if printed:
        say(*printed, err=True)
        sys.exit(2)


def say(*lines: str, err: bool = False) -> None:
    """Print lines for people: control characters and line breaks within them are shown as escapes."""
    from harness.present.formats._characters import indented_line

    _print("".join(f"{indented_line(line)}\n" for line in lines), err=err)


def wrapped(line: str, width: int = 80) -> list[str]:
    """The line broken at words to fit a terminal, with continuation lines indented."""
    from textwrap import wrap

    indent = line[: len(line) - len(line.lstrip(" "))]
    further = f"{indent}    "
    if len(line) <= width:
        return [line]
    return wrap(line, width, subsequent_indent=further, break_long_words=False, break_on_hyphens=False)


def local_paths(paths: Iterable[AnyPath]) -> list[Path]:
    """Those of the paths that are no URLs."""
    return [path for path in paths if isinstance(path, Path)]


def put_out(text: str | Iterable[str], output: Path | None) -> None:
    """Write to stdout, or to a file that is replaced as a whole or not at all; long texts are written in pieces."""
    if output is None:
        if isinstance(text, str) or sys.stdout.isatty() or not hasattr(sys.stdout, "buffer"):
            _print("".join(text))
            return
        for piece in text:
            _print(piece)
        return
    from harness.storage.files import replace_file

    replace_file(output, text)


def _print(text: str, *, err: bool = False) -> None:
    """Print bytes, so that no locale changes them; a terminal (or a stand-in) is told the text, as far as it can."""
    from harness.present.formats._characters import for_a_terminal

    stream = sys.stderr if err else sys.stdout
    if stream.isatty() or not hasattr(stream, "buffer"):
        encoding = stream.encoding or "utf-8"
        printable = for_a_terminal(text).encode(encoding, "backslashreplace").decode(encoding)
        click.echo(printable, nl=False, err=err)
    else:
        click.echo(text.encode(errors="backslashreplace"), nl=False, err=err)


def in_colour() -> bool:
    """Whether stdout is a terminal with colours, and they are not switched off (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def command_line() -> str:
    """The command line, quoted for a shell."""
    import shlex

    return shlex.join(["harness", *sys.argv[1:]])


def outputs(format_: str, output: Path | None, reports: Iterable[str]) -> list[tuple[str, Path | None]]:
    """Every requested rendering, as (format, file or stdout); names and files are checked now, not after the run."""
    from harness.present.formats import formats

    known_name(format_, formats(), "format")
    wanted: list[tuple[str, Path | None]] = [(format_, output)]
    for report in reports:
        name, _, file = report.partition("=")
        known_name(name, formats(), "format")
        if not file:
            raise click.BadParameter(f"{report!r} is not FORMAT=PATH, such as {name}=report.txt", param_hint="--report")
        wanted.append((name, Path(file)))
    taken: set[str] = set()
    for path in (path for _, path in wanted if path is not None):
        check_writable(path)
        if os.path.realpath(path) in taken:
            raise click.UsageError(f"{path}: two reports cannot go into one file")
        taken.add(os.path.realpath(path))
    return wanted


def check_writable(path: Path) -> None:
    """Refuse a file that a report could not be written to, before the work is done."""
    real = Path(os.path.realpath(path)) if path.is_symlink() else path
    folder = real.parent
    if real.is_symlink():
        why = "the link leads back to itself"
    elif real.is_dir():
        why = "this is a folder: name a file in it"
    elif not folder.exists():
        why = f"the folder {folder} does not exist: make it first"
    elif not folder.is_dir():
        why = f"{folder} is not a folder"
    elif real.exists() and not os.access(real, os.W_OK):
        why = "no permission to write to it"
    elif (real.is_file() or not real.exists()) and not os.access(folder, os.W_OK):
        why = f"no permission to write in the folder {folder}"  # where the new file is made, whole, before the old goes
    else:
        return
    from harness.present.formats._characters import one_line

    raise click.UsageError(one_line(f"cannot write {path}: {why}"))


def keep_inputs(outputs: Iterable[Path], inputs: Iterable[Path], *, deep: bool = True) -> None:
    """Refuse an output that would overwrite an input, or a claim file in a folder of inputs (or below)."""
    read = [Path(os.path.realpath(path)) for path in inputs]
    for path in outputs:
        real = Path(os.path.realpath(path))
        folders = () if real.suffix not in (".json", ".parquet") else real.parents if deep else real.parents[:1]
        if real.is_file() and any(one == real or one in folders for one in read):
            raise click.UsageError(f"cannot write {path}: this run reads it, and it would be lost: name another file")


def day_or_today(printed: str | None, option: str) -> int:
    """The day ordinal of the option, or else of the clock: the only place where the clock is read."""
    from datetime import date

    day = read_day(printed, option)
    return date.today().toordinal() if day is None else day


def read_day(printed: str | None, option: str = "--as-of") -> int | None:
    """The day ordinal of the option; for a month or a year that of its last day."""
    if printed is None:
        return None
    from harness.values import partial_date

    try:
        return partial_date(printed).high
    except ValueError:
        raise click.BadParameter(f"{printed!r} is not a day such as 2024-08-02", param_hint=option) from None


def known_name(name: str, names: Iterable[str], what: str) -> None:
    """Refuse a name that is not among the names, and suggest the closest one."""
    names = tuple(names)
    if name in names:
        return
    from difflib import get_close_matches

    close = get_close_matches(name, names, n=1)
    hint = f": did you mean {close[0]!r}?" if close else f"; there are: {', '.join(sorted(names)) or 'none'}"
    raise click.UsageError(f"unknown {what} {name!r}{hint}")
