"""What a report is assembled from: the outcome of claim files, one after the other, in memory or in files.

A gathering is what a process returns for its share of the files, and gatherings of consecutive files can be joined into
one for all. What grows with the number of claims goes to files beyond a limit: the findings, as lines of the json-lines
format, and what claims assert about athletes. Of the judged values, two numbers each stay in memory, which show which
quantities can be in conflict at all.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from harness.checking.consistency import ByQuantity, conflicts_by_arithmetic
from harness.checking.consistency.conflict_table import ConflictTable
from harness.checking.consistency.contested import Contested, ContestedPart
from harness.checking.consistency.cross_article import CrossArticleChecker
from harness.checking.load import ClaimFile
from harness.checking.load.claims import of_new_article
from harness.checking.score import ScoredText, count, headline, scores, total_scores
from harness.records.model import ArticleReport, Conflict, Counts, Finding, Mistake, PublisherReport, Scores
from harness.storage.files import TemporaryFolder
from harness.storage.spool import IN_MEMORY, Spool

if TYPE_CHECKING:
    from harness.checking.run import Checker, Question

OfParts: TypeAlias = Callable[[Iterable[ContestedPart]], Iterable[Iterable[Conflict]]]


class GatheringFolder(msgspec.Struct, frozen=True):
    """Where a gathering writes, the names of its files, and how many findings it holds before it does."""

    folder: TemporaryFolder
    name: str = "whole"
    keep: int = IN_MEMORY


class Gathering:
    """The outcome of files, in order. With `place` None everything stays in memory."""

    def __init__(self, checker: Checker, question: Question, place: GatheringFolder | None = None) -> None:
        self._checker: Checker | None = checker
        self._question: Question | None = question
        folder, name, keep = (None, "whole", sys.maxsize) if place is None else (place.folder, place.name, place.keep)
        self.findings = Spool(folder or TemporaryFolder(), f"{name}.findings", keep)
        # What articles say against each other, they say on their own dates, and those too that are not reported on.
        own = question.as_of is None and question.changes is None
        self.stated = self.findings if own else Spool(folder or TemporaryFolder(), f"{name}.stated", keep)
        self.across = CrossArticleChecker(checker.truth, folder, name)
        self.folder = folder
        self.contested = Contested(folder, name)
        self.contradicting = array("Q")  # the numbers of those of `stated` that their own article is against
        self.articles: list[ArticleReport] = []
        self.relied_on: set[str] = set()
        self.first_files: dict[str, str] = {}
        self.mistakes: list[Mistake] = []
        self.faults: list[Mistake] = []

    def take_all(self, several: Iterable[ClaimFile | list[Mistake]]) -> None:
        """Add what is in one more path."""
        for loaded in several:
            self.take(loaded)

    def take(self, loaded: ClaimFile | list[Mistake]) -> None:
        """Add one more file, or its mistakes; a second file for one article is a mistake."""
        file = loaded if isinstance(loaded, list) else of_new_article(loaded, self.first_files)
        if isinstance(file, list):
            self.mistakes += file
            return
        self.check(file)

    def check(self, file: ClaimFile) -> None:
        """The outcome of one more file."""
        checker, question = self._checker, self._question
        assert checker is not None
        assert question is not None
        dated = question.as_of is not None
        findings = checker.check_article(file, question.kinds, None if dated else self.across)
        stated = checker.on_own_dates().check_article(file, question.kinds, self.across) if dated else findings
        if question.changes is None or question.changes.has(file.path):
            self.articles.append(article_report(file, findings))
            self.findings.add(file.article.id, findings)
            for finding in findings:
                self.relied_on.update(finding.relied_on)
        if self.stated is not self.findings:
            self.stated.add(file.article.id, stated)
        first = len(self.stated) - len(stated)
        self.contradicting.extend(first + number for number, finding in enumerate(stated) if finding.against)
        if self.stated.in_files:
            if not self.contested:  # the first that are written: those that were held before count too
                self.contested.add_all(self.stated)
            else:
                self.contested.add_all(stated, first)

    def finish(self) -> Gathering:
        """Move everything to files, so that it can be handed to another process."""
        assert self._checker is not None
        self.faults = list(self._checker.faults.mistakes)
        self._checker = None
        self.findings.finish()
        self.stated.finish()
        self.across.asserted.write_out()
        self.contested.write_out()
        return self

    def move(self, folder: TemporaryFolder) -> None:
        """Note that the files are now in this folder, under their old names."""
        self.findings.move(folder)
        if self.stated is not self.findings:
            self.stated.move(folder)
        self.across.asserted.move(folder)
        self.contested.move(folder)

    def shares_an_article(self, other: Gathering) -> bool:
        return not self.first_files.keys().isdisjoint(other.first_files)

    def join(self, other: Gathering) -> None:
        """Take over the outcome of the files after these. All of it is in files."""
        shift = len(self.stated)
        self.findings.join(other.findings)
        if self.stated is not self.findings:
            self.stated.join(other.stated)
        self.across.join(other.across)
        self.contested.join(other.contested, shift)
        self.contradicting.extend(shift + number for number in other.contradicting)
        self.articles += other.articles
        self.relied_on |= other.relied_on
        self.first_files |= other.first_files
        self.mistakes += other.mistakes
        self.faults += other.faults

    def conflicts(self, of_parts: OfParts | None = None) -> ConflictTable:
        """Every conflict by quantity and by an article's own arithmetic; with `of_parts` those of the parts are found
        elsewhere."""
        contradicting = (self.stated[number] for number in self.contradicting)
        if not self.stated.in_files:
            return conflict_table(self.stated, contradicting)
        table, parts = ConflictTable(), self.contested.parts()
        for found in of_parts(parts) if of_parts else (conflicts_of_part(self.stated, part) for part in parts):
            table.add_by_quantity(found)
        return _with_arithmetic(table, contradicting)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_checker": None, "_question": None}


class _Chosen(Iterable[Finding]):
    """Some of the findings, to be gone through more than once."""

    def __init__(self, findings: Sequence[Finding], numbers: Sequence[int]) -> None:
        self._findings, self._numbers = findings, numbers

    def __iter__(self) -> Any:
        return (self._findings[number] for number in self._numbers)


def conflicts_of_part(stated: Spool, part: ContestedPart) -> list[Conflict]:
    """The conflicts on the quantities of the part."""
    return list(_conflicts_by_quantity(_Chosen(stated, part.findings), part.has))


def conflicts_among(findings: Sequence[Finding]) -> tuple[Conflict, ...]:
    """Every conflict within and between the articles that can be told from findings, in a fixed order."""
    return tuple(conflict_table(findings, findings).settle({finding.article for finding in findings}))


def conflict_table(findings: Iterable[Finding], contradicting: Iterable[Finding]) -> ConflictTable:
    """What can be told from findings, which are read twice; against those that are `contradicting` is their own
    article."""
    table = ConflictTable()
    table.add_by_quantity(_conflicts_by_quantity(findings))
    return _with_arithmetic(table, contradicting)


def _conflicts_by_quantity(
    findings: Iterable[Finding], has: Callable[[str], bool] = lambda quantity: True
) -> Iterator[Conflict]:
    grouped = ByQuantity(has)
    for finding in findings:
        grouped.add(finding)
    return grouped.conflicts(findings)


def _with_arithmetic(table: ConflictTable, contradicting: Iterable[Finding]) -> ConflictTable:
    table.add_by_arithmetic(conflict for finding in contradicting for conflict in conflicts_by_arithmetic(finding))
    return table


def article_report(file: ClaimFile, findings: Sequence[Finding]) -> ArticleReport:
    """One article's counts and scores."""
    counts = count(findings)
    scored = scores(counts)
    return ArticleReport(
        id=file.article.id,
        title=file.article.title,
        publisher=file.article.publisher,
        published=file.article.published,
        file=str(file.path),
        counts=counts,
        accuracy=scored.accuracy,
        coverage=scored.coverage,
        consistency=scored.consistency,
        url=file.article.url,
        sha256=file.article.sha256,
        read_by=file.article.read_by,
        edited_by=file.article.edited_by,
        headline=headline(counts, scored.right),
        right=scored.right,
    )


def scores_of(articles: Iterable[ArticleReport]) -> Scores:
    """The scores of all articles together, each text once."""
    return total_scores([ScoredText(article.counts, article.sha256) for article in articles])


def publisher_reports(articles: Iterable[ArticleReport]) -> tuple[PublisherReport, ...]:
    """The totals for each publisher's articles, by name."""
    grouped: dict[str, list[ArticleReport]] = {}
    for article in articles:
        grouped.setdefault(article.publisher, []).append(article)
    return tuple(_publisher_report(name, grouped[name]) for name in sorted(grouped))


def _publisher_report(name: str, articles: list[ArticleReport]) -> PublisherReport:
    scored = scores_of(articles)
    return PublisherReport(
        name=name,
        articles=len(articles),
        counts=sum((article.counts for article in articles), Counts()),
        accuracy=scored.accuracy,
        coverage=scored.coverage,
        consistency=scored.consistency,
    )
