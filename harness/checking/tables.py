"""A finding's evidence as tables, made when a report shows them: its claim is judged once more, and nothing is kept."""

from __future__ import annotations

from functools import lru_cache

from harness.checking.load import ClaimFile
from harness.checking.load.claims import load_path
from harness.checking.resolve import ArticleWords
from harness.checking.run import Checker
from harness.kinds import kinds
from harness.records.model import EvidenceTable, Finding, Known
from harness.storage.remote import any_path


class TableMaker:
    """Makes the tables for the findings of one run; `checker` is that of the run."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker
        self._files = lru_cache(maxsize=8)(_by_article)

    def of(self, finding: Finding) -> tuple[EvidenceTable, ...]:
        """The tables of a finding whose claim is in the file that it names; none if that cannot be read."""
        file = self._files(finding.file).get(finding.article)
        return self.of_file(file, finding) if file is not None else ()

    def of_file(self, file: ClaimFile, finding: Finding) -> tuple[EvidenceTable, ...]:
        """The tables; none if nothing is known, or the claim is no longer in the file."""
        claim = next((claim for claim in file.claims if claim.id == finding.claim), None)
        if claim is None or finding.verdict in ("unreadable", "not_checkable"):
            return ()
        checker = self.checker
        words = ArticleWords.of_file(checker.names, file, checker.as_of, checker.readings)
        ruling = checker.verifier.judge(claim, words).ruling
        deciding = ruling.deciding if ruling.weighed else None
        if deciding is None or not isinstance(deciding.known, Known):
            return ()
        return kinds()[finding.kind].tables(deciding.assertion, deciding.known, checker.truth)


def _by_article(path: str) -> dict[str, ClaimFile]:
    """The articles in a file, by their ids."""
    return {file.article.id: file for file in load_path(any_path(path)) if isinstance(file, ClaimFile)}
