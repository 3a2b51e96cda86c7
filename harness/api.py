"""What `import harness` offers: the whole check in one call, for notebooks and scripts.

Invalid input raises an exception named after the mistake. The report is the same that `harness check` prints.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec.structs import replace

from harness.checking.load import ClaimFile, default_truth_folder, load_all, load_truth, read_claims
from harness.checking.run import Question, check_files
from harness.records.model import Mistake, Report
from harness.storage.remote import any_path
from harness.truth.index import Truth
from harness.values import partial_date

if TYPE_CHECKING:
    from pandas import DataFrame

Claims: TypeAlias = str | PathLike[str] | ClaimFile | Mapping[str, Any]


class CheckedReport(Report, frozen=True, gc=False, kw_only=True):
    """A report with its tables. The fields are those of the JSON report (`harness schema report`)."""

    def to_frame(self) -> DataFrame:
        """One row for each finding, typed columns: see `harness.present.frames.findings_frame`."""
        from harness.present.frames import findings_frame

        return findings_frame(self)

    def articles_frame(self) -> DataFrame:
        """One row for each article, scores as floats: see `harness.present.frames.articles_frame`."""
        from harness.present.frames import articles_frame

        return articles_frame(self)

    def __repr__(self) -> str:
        number = len(self.articles)
        return f"<{number} article{'s' * (number != 1)}, {self.counts.claims} claims, {self.gate.message}>"

    def _repr_html_(self) -> str:
        from harness.present.notebook import html

        return html(self)


class BadTruth(ValueError):
    """The ground truth cannot be loaded. `mistakes` lists all reasons, each with file, line and column."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__(mistakes)
        self.mistakes = tuple(mistakes)

    def __str__(self) -> str:
        return _listed(self.mistakes)


class BadClaims(ValueError):
    """Some claim files could not be read. No report is returned, because scores of the others would not be those of
    all.

    `mistakes` lists everything that is wrong, each with file, line and column. `report` covers the files that could be
    read, and includes the mistakes, for callers who want it nevertheless.
    """

    def __init__(self, mistakes: Sequence[Mistake], report: CheckedReport) -> None:
        super().__init__(mistakes, report)
        self.mistakes = tuple(mistakes)
        self.report = report

    def __str__(self) -> str:
        return _listed(self.mistakes)


class BadDate(ValueError):
    """The value given as `as_of` is not a day."""


def check(
    claims: Claims | Iterable[Claims],
    truth: str | PathLike[str] | Truth | None = None,
    as_of: str | date | None = None,
) -> CheckedReport:
    """Check claims against a ground truth, as `harness check` does.

    `claims` is the path or URL of a claim file, a folder (all *.json and *.parquet in it and in its subfolders), a
    claim file as Python data (a dict with `article` and `claims`), a loaded ClaimFile, or several of these. `truth` is
    the folder of a pack or the result of `open_truth`; None is the shipped pack. `as_of` ("2024-08-02" or a date; a
    month or a year means its last day) is the day to judge as of, instead of each article's own.

    Raises BadTruth, BadClaims and BadDate. A claim that could not be decided is not an error but a verdict in the
    report; `report.gate` says whether the run passes.
    """
    question = Question(day(as_of))
    facts = truth if isinstance(truth, Truth) else open_truth(truth)
    several = [claims] if isinstance(claims, str | PathLike | ClaimFile | Mapping) else list(claims)
    paths = [any_path(fspath(source)) for source in several if isinstance(source, str | PathLike)]
    files, mistakes = load_all(paths, _loaded(several))
    checked = check_files(files, mistakes, facts, question)
    report = CheckedReport(**{name: getattr(checked, name) for name in checked.__struct_fields__})
    if mistakes:
        raise BadClaims(mistakes, report)
    return report


def open_truth(folder: str | PathLike[str] | None = None) -> Truth:
    """Load the pack in the folder, or the shipped one, to check with it several times. Raises BadTruth."""
    loaded = load_truth(Path(folder) if folder is not None else default_truth_folder())
    if isinstance(loaded, list):
        raise BadTruth(loaded)
    return loaded


def _loaded(several: Iterable[Claims]) -> Iterator[ClaimFile | list[Mistake]]:
    """Those of the claims that are no paths."""
    for number, source in enumerate(several):
        if isinstance(source, Mapping):
            yield _from_data(source, f"claims[{number}]")
        elif isinstance(source, ClaimFile):
            yield source
        elif not isinstance(source, str | PathLike):
            raise TypeError(f"claims[{number}]: expected a path, a dict or a claim file, not {type(source).__name__}")


def _from_data(data: Mapping[str, Any], name: str) -> ClaimFile | list[Mistake]:
    """A claim file as Python data, held to what a claim file on disk is held to. It has no lines."""
    try:
        raw = json.dumps(data, allow_nan=False).encode()
    except (TypeError, ValueError) as error:
        return [Mistake(name, 1, 1, "$", f"not what a JSON file can hold: {error}")]
    read = read_claims(raw, name)
    if isinstance(read, list):
        return [replace(mistake, line=1, column=1) for mistake in read]
    return replace(read, raw=b"")


def day(as_of: str | date | None) -> int | None:
    """The day's ordinal; for a month or a year that of its last day; None stays None. Raises BadDate."""
    if as_of is None:
        return None
    if isinstance(as_of, date):
        return as_of.toordinal()
    try:
        return partial_date(as_of).high
    except (TypeError, ValueError):
        raise BadDate(f"as_of: {as_of!r} is not a day such as '2024-08-02'") from None


def _listed(mistakes: Sequence[Mistake]) -> str:
    return "\n".join(["", *map(str, mistakes)]) if len(mistakes) > 1 else str(*mistakes)
