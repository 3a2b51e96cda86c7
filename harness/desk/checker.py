"""The check as the desk runs it: one ground truth kept open, drafts read by `rules`, claim files checked against it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from threading import RLock
from typing import Any

from harness.baseline import Baseline
from harness.checking.load import ClaimFile
from harness.checking.run import Checker, Question, check_files
from harness.checking.tables import TableMaker
from harness.extract import SourceArticle, extract
from harness.records.model import EvidenceTable, Finding, Mistake, Report
from harness.truth.index import Truth

SYSTEM = "rules"
FOREVER = -1.0  # as a lock has it


class ReadingFailed(Exception):
    """The reader failed on a draft; the message says why."""


class DeskChecker:
    """`truth` is the loaded pack, `pack` the one from which the reader takes names.

    One thread checks at a time, so indexes are built once and no draft is checked twice.
    """

    def __init__(self, truth: Truth, pack: Path) -> None:
        self.truth = truth
        self.pack = pack
        self._tables = TableMaker(Checker(truth))
        self.turn = RLock()
        self._kept: dict[str, tuple[object, Report]] = {}  # each draft's last report, with what it was made of

    def read(self, article: SourceArticle) -> dict[str, Any]:
        """The claim file (as JSON data) that the reader makes of the article. Raises ReadingFailed."""
        extraction = extract(SYSTEM, article, {"lexicon": str(self.pack)})
        if extraction.document is None:
            raise ReadingFailed(extraction.failure)
        return extraction.document

    def check_draft(self, file: ClaimFile, baseline: Baseline) -> Report:
        """The report on one draft alone; if its claims and dismissals are unchanged, it is not checked again."""
        report = self.check_draft_within(FOREVER, file, baseline)
        assert report is not None
        return report

    def check_draft_within(self, seconds: float, file: ClaimFile, baseline: Baseline) -> Report | None:
        """The report on one draft alone; None if it is not available yet because others are still being checked."""
        draft = file.article.id
        own = tuple(entry for entry in baseline.entries if entry.article == draft)
        asked = (file.raw, own, date.today())
        kept = self._kept.get(draft)
        if kept is not None and kept[0] == asked:
            return kept[1]
        if seconds == 0 or not self.turn.acquire(timeout=seconds):
            return None
        try:
            kept = self._kept.get(draft)
            if kept is None or kept[0] != asked:
                kept = self._kept[draft] = (asked, self.check([file], Baseline(entries=own)))
            return kept[1]
        finally:
            self.turn.release()

    def tables(self, file: ClaimFile, finding: Finding) -> tuple[EvidenceTable, ...]:
        """The tables that the finding rests on."""
        with self.turn:
            return self._tables.of_file(file, finding)

    def check(
        self,
        files: Iterable[ClaimFile],
        baseline: Baseline | None = None,
        mistakes: Iterable[Mistake] = (),
        as_of: int | None = None,
    ) -> Report:
        """The report on the files, with what the baseline accepts marked in it; `as_of` is a day ordinal."""
        question = Question(as_of, baseline=baseline, today=date.today().toordinal())
        with self.turn:
            return check_files(list(files), tuple(mistakes), self.truth, question, self._tables.checker)
