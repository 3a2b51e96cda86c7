"""What to look at first, over all drafts of a folder; and which articles are no longer true on a later day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from time import monotonic
from typing import TypeVar

import msgspec

from harness.baseline import Baseline, SignedState, SignOffs, signed_state
from harness.checking.load import ClaimFile
from harness.claims.claim import Article
from harness.desk.article import claim_file
from harness.desk.checker import FOREVER
from harness.desk.deciding import Desk
from harness.desk.folder import BadFile, OutsideFolder
from harness.desk.readings import standing_decisions
from harness.desk.records import Decisions
from harness.present.page.cards import has_card
from harness.present.page.standing import ERROR, badness, headline, standing
from harness.records.model import ArticleReport, Finding, Mistake, Report

Content = TypeVar("Content")

NOTHING_WAITS = 99  # after every standing


class QueueLine(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One draft in the queue; `first` is the finding to look at first, by which it is sorted, if there is one."""

    id: str
    title: str
    publisher: str
    published: str
    headline: str
    signed: SignedState
    first: Finding | None
    errors: int
    assigned: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, ...]:
        """Sorted by the severity of its worst finding, how certain that is, the number of errors, and the newest
        first."""
        worst = urgency(self.first) if self.first is not None else (NOTHING_WAITS,)
        return (*worst, -self.errors, -date.fromisoformat(self.published).toordinal())


class NoLongerTrue(msgspec.Struct, frozen=True, gc=False):
    """An article, and those of its claims that were correct on its own day and are not on a later one."""

    article: ArticleReport
    findings: tuple[Finding, ...]


class Queue(msgspec.Struct, frozen=True, gc=False):
    """The drafts in the order to look at them, those not checked yet, and the files that could not be read."""

    lines: tuple[QueueLine, ...]
    mistakes: tuple[Mistake, ...]
    unchecked: tuple[Article, ...] = ()

    @property
    def drafts(self) -> int:
        """How many there are, checked or not."""
        return len(self.lines) + len(self.unchecked)


def queue(desk: Desk, patience: float | None = None) -> Queue:
    """Every draft of the folder, checked with its present claim file.

    If that takes longer than `patience` (seconds), the rest is listed as unchecked: nothing outdated is ever shown
    about a draft. Asked again, the queue continues where it stopped.
    """
    mistakes: list[Mistake] = []
    baseline = _or_told(desk.folder.baseline, Baseline(), mistakes)
    files = _files(desk, mistakes)
    end = None if patience is None else monotonic() + patience
    reports, unchecked = [], []
    for file in files:
        left = FOREVER if end is None else max(0.0, end - monotonic())
        report = desk.checker.check_draft_within(left, file, baseline)
        if report is None:
            unchecked.append(file.article)
        else:
            reports.append(report)
    sign_offs = _or_told(desk.folder.sign_offs, SignOffs(), mistakes)
    lines = [_line(desk, report, sign_offs, mistakes) for report in reports]
    return Queue(tuple(sorted(lines, key=lambda line: line.order)), tuple(mistakes), tuple(unchecked))


def urgency(finding: Finding) -> tuple[int, ...]:
    """The sort key of findings: by severity, then by certainty (what is printed at that place before what a machine
    took from elsewhere, then by the number of sources)."""
    sources = {source for item in finding.evidence for source in item.sources}
    return (*badness(finding), int(bool(finding.inferred)), -len(sources))


def no_longer_true(desk: Desk, day: date) -> tuple[NoLongerTrue, ...]:
    """The articles with claims that are correct on their own days and not on `day`, the newest first."""
    waiting = []
    for file in _files(desk, []):
        before = {finding.claim: finding.verdict for finding in desk.checker.check_draft(file, Baseline()).findings}
        later = desk.checker.check([file], as_of=day.toordinal())
        turned = [
            finding
            for finding in later.findings
            if finding.verdict == "refuted" and before[finding.claim] == "supported"
        ]
        if turned:
            waiting.append(NoLongerTrue(later.articles[0], tuple(turned)))
    return tuple(sorted(waiting, key=lambda changed: changed.article.published, reverse=True))


def _files(desk: Desk, mistakes: list[Mistake]) -> list[ClaimFile]:
    """The claim files of all drafts; what cannot be read goes to `mistakes`."""
    files: list[ClaimFile] = []
    for draft in desk.folder.drafts():
        file = _or_told(partial(claim_file, desk.folder, draft), None, mistakes)
        if file is not None:
            files.append(file)
    return files


def _or_told(read: Callable[[], Content], instead: Content, mistakes: list[Mistake]) -> Content:
    """What is read; where it cannot be, why is told among the mistakes, and the other drafts are shown all the same."""
    try:
        return read()
    except BadFile as bad:
        mistakes += bad.mistakes
    except OutsideFolder as outside:
        mistakes.append(Mistake(str(outside.path), 1, 1, "$", str(outside)))
    except OSError as error:
        mistakes.append(Mistake(str(error.filename), 1, 1, "$", error.strerror or str(error)))
    return instead


def _line(desk: Desk, report: Report, sign_offs: SignOffs, mistakes: list[Mistake]) -> QueueLine:
    [article], own = report.articles, report.findings
    waiting = [finding for finding in own if finding.waiver is None and has_card(finding)]
    return QueueLine(
        id=article.id,
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        headline=headline(own),
        signed=signed_state(sign_offs, article, own),
        first=min(waiting, key=urgency, default=None),
        errors=sum(1 for finding in waiting if standing(finding) is ERROR),
        assigned=_assigned(desk, article.id, mistakes),
    )


def _assigned(desk: Desk, draft: str, mistakes: list[Mistake]) -> tuple[str, ...]:
    """To whom findings of the draft were given; what is wrong with its decisions goes to `mistakes`."""
    log = _or_told(partial(desk.folder.decisions, draft), Decisions(), mistakes)
    decisions = standing_decisions(log.decisions)
    names = [decision.words for decision in decisions if decision.action == "assign" and decision.words]
    return tuple(dict.fromkeys(names))
