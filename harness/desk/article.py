"""One draft as the desk shows it: its text read into claims, checked, and combined with the decisions made on it.

The text file is the source. If it is no longer the text that the claim file was made from, it is read again
(readings.py); people's decisions are attached by their anchors.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache, partial
from hashlib import sha256

import msgspec

from harness.checking.load import ClaimFile, read_claims
from harness.checking.load.unread import figures_read
from harness.desk.checker import DeskChecker
from harness.desk.folder import BadFile, Folder
from harness.desk.readings import adopt_hand_edits, article_of, standing_decisions, write_reading
from harness.desk.records import ACCEPTING, VERBS, Decision
from harness.present.formats import Decided, View
from harness.present.page.page import ArticlePage, article_pages
from harness.records.anchors import Span, locate
from harness.records.model import Finding, Mistake, Report


class PlacedDecision(msgspec.Struct, frozen=True, gc=False):
    """A decision in force, by its number in the file, and the present position of its quote; None: an orphan."""

    number: int
    decision: Decision
    span: Span | None
    claim: str | None


class DeskArticle(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Everything known about one draft at one version of its files."""

    id: str
    version: str
    text: str
    file: ClaimFile
    report: Report
    view: View
    page: ArticlePage
    decisions: tuple[PlacedDecision, ...]
    note: str = ""

    @property
    def orphans(self) -> tuple[PlacedDecision, ...]:
        """Decisions whose sentence is gone from the text."""
        return tuple(placed for placed in self.decisions if placed.span is None)

    def finding(self, claim: str) -> Finding:
        """The claim's finding. Raises KeyError."""
        for finding in self.report.findings:
            if finding.claim == claim:
                return finding
        raise KeyError(claim)

    def decided(self, claim: str) -> tuple[PlacedDecision, ...]:
        """The decisions in force on the claim."""
        return tuple(placed for placed in self.decisions if placed.claim == claim)


def open_article(folder: Folder, checker: DeskChecker, draft: str, at: str) -> DeskArticle:
    """The draft according to its files at the moment `at`; if its text is newer than its claims, it is read again
    first. All that is shown is of one version: if a file was written meanwhile, it is loaded again, under the lock."""
    article = _looked_at(folder, checker, draft, at)
    if folder.version(draft) == article.version:
        return article
    with folder.writing():
        return _looked_at(folder, checker, draft, at)


def claim_file(folder: Folder, draft: str) -> ClaimFile:
    """The claim file of a draft that there is. Raises BadFile."""
    raw, path = folder.claims(draft), folder.claims_path(draft)
    if raw is None:
        why = "there is no claim file to this text: put it back, or paste the text as a new draft"
        raise BadFile([Mistake(str(path), 1, 1, "$", why)])
    file = _read(raw, str(path))
    if isinstance(file, list):
        raise BadFile(file)
    if file.article.id != draft:
        raise BadFile(
            [Mistake(str(path), 1, 1, "$.article.id", f"{file.article.id!r}: it must be the file's {draft!r}")]
        )
    return file


@lru_cache(maxsize=256)
def _read(raw: bytes, path: str) -> ClaimFile | list[Mistake]:
    """A queue of many drafts reads each file once, until it is another."""
    return read_claims(raw, path)


def _looked_at(folder: Folder, checker: DeskChecker, draft: str, at: str) -> DeskArticle:
    version = folder.version(draft)
    text, file = folder.text(draft), claim_file(folder, draft)
    if not _is_of(file, text):
        with folder.writing():
            text, file = folder.text(draft), claim_file(folder, draft)
            if not _is_of(file, text):
                adopt_hand_edits(folder, checker, file, text, at)
                decisions = standing_decisions(folder.decisions(draft).decisions)
                write_reading(folder, checker, article_of(file, text), decisions, zone=file.article.zone)
                file = claim_file(folder, draft)
            version = folder.version(draft)
    report = checker.check_draft(file, folder.baseline())
    texts = {file.article.id: text}
    figures = figures_read(texts, report.findings)
    there = {(finding.start, finding.end, finding.kind, finding.claim) for finding in report.findings}
    log = folder.decisions(draft)
    placed = tuple(
        _placed(number, decision, text, there)
        for number, decision in enumerate(log.decisions)
        if decision.undone is None
    )
    accepted = {finding.claim for finding in report.findings if finding.waiver is not None}
    decided = {draft: tuple(_in_words(decision, accepted) for decision in placed)}
    tables = partial(checker.tables, file)
    view = View(texts=texts, figures=figures, tables=tables, decided=decided)
    _, [page] = article_pages(report, view)
    return DeskArticle(
        id=draft,
        version=version,
        text=text,
        file=file,
        report=report,
        view=view,
        page=page,
        decisions=placed,
        note=log.note,
    )


def _is_of(file: ClaimFile, text: str) -> bool:
    return file.article.sha256 == sha256(text.encode()).hexdigest()


def _placed(
    number: int, decision: Decision, text: str, claims: Collection[tuple[int, int, str, str]]
) -> PlacedDecision:
    span = locate(text, decision.anchor)
    stands = span is not None and (*span, decision.kind, decision.claim) in claims
    return PlacedDecision(number, decision, span, decision.claim if stands else None)


def _in_words(placed: PlacedDecision, accepted: Collection[str]) -> Decided:
    """A decision as the page says it; a dismissal that accepts nothing any more is said to."""
    decision = placed.decision
    what, words = VERBS[decision.action], decision.words or ""
    if decision.action == "accept":
        what = f"{what} to “{decision.by}”"
    elif decision.action == "assign":
        what, words = f"{what} {words}", ""
    elif decision.action in ACCEPTING and placed.claim is not None and placed.claim not in accepted:
        what = f"{what}, which holds no longer: the claim, or what is known of it, is another now"
    return Decided(
        quote=decision.replaced or decision.anchor.exact,
        what=what,
        author=decision.author,
        day=decision.at[:10],
        words=words,
        claim=placed.claim or "",
        gone=placed.span is None,
    )
