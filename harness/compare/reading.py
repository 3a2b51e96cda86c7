"""A JSON report, read back strictly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from harness.checking.load.document import read_document
from harness.checking.load.flaws import Flaw, placed
from harness.records.model import Mistake, Report


def read_report(path: Path) -> Report | list[Mistake]:
    """The report that `harness check --format json` wrote into the file, or everything that is wrong with it.

    Fields that this version does not know are passed over: a newer report has more of them.
    """
    document = read_document(path, Report)
    if isinstance(document, list):
        return document
    raw, report = document
    return placed(_flaws(report), raw, str(path)) or report


def _flaws(report: Report) -> Iterator[Flaw]:
    first: dict[tuple[str, str], int] = {}
    for number, finding in enumerate(report.findings):
        before = first.setdefault((finding.article, finding.claim), number)
        if before != number:
            yield Flaw(("findings", number), f"{finding.article} {finding.claim} is in findings[{before}] already")
