"""What to look at first, over all drafts of a folder; and which articles are no longer true on a later day."""

from __future__ import annotations

from datetime import date

import msgspec

from harness.baseline import Baseline, SignedState, SignOffs, signed_state
from harness.checking.load import ClaimFile, load_claims
from harness.desk.deciding import Desk
from harness.desk.folder import BadFile
from harness.desk.readings import standing_decisions
from harness.model import ArticleReport, Finding, Mistake, Report
from harness.present.page.standing import badness, headline, standing

MOVED = "no longer true"


class QueueLine(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One draft in the queue. `worst` sorts it: what is worst first, then the newest."""

    id: str
    title: str
    publisher: str
    published: str
    headline: str
    signed: SignedState
    worst: tuple[int, ...]
    assigned: tuple[str, ...] = ()


class Queue(msgspec.Struct, frozen=True, gc=False):
    """The drafts in the order to look at them, and the files that could not be read."""

    lines: tuple[QueueLine, ...]
    mistakes: tuple[Mistake, ...]


def queue(desk: Desk) -> Queue:
    """Every draft of the folder, checked as its claim file stands."""
    files, mistakes = _files(desk)
    report = desk.checker.check(files, _baseline(desk, mistakes))
    sign_offs = desk.folder.sign_offs()
    lines = [_line(desk, article, report, sign_offs, mistakes) for article in report.articles]
    lines.sort(key=lambda line: line.published, reverse=True)
    lines.sort(key=lambda line: line.worst)
    return Queue(tuple(lines), tuple(mistakes))


def no_longer_true(desk: Desk, day: date) -> tuple[Finding, ...]:
    """Of all claims that hold on their articles' own days, those that do not on `day`, by article."""
    files, _ = _files(desk)
    own = {_key(finding): finding.verdict for finding in desk.checker.check(files).findings}
    later = desk.checker.check(files, as_of=day.toordinal()).findings
    return tuple(finding for finding in later if finding.verdict == "refuted" and own.get(_key(finding)) == "supported")


def _files(desk: Desk) -> tuple[list[ClaimFile], list[Mistake]]:
    files: list[ClaimFile] = []
    mistakes: list[Mistake] = []
    for draft in desk.folder.drafts():
        path = desk.folder.claims_path(draft)
        loaded = load_claims(path)
        if isinstance(loaded, list):
            mistakes += loaded
        else:
            files.append(loaded)
    return files, mistakes


def _baseline(desk: Desk, mistakes: list[Mistake]) -> Baseline:
    try:
        return desk.folder.baseline()
    except BadFile as bad:
        mistakes += bad.mistakes
        return Baseline()


def _line(
    desk: Desk, article: ArticleReport, report: Report, sign_offs: SignOffs, mistakes: list[Mistake]
) -> QueueLine:
    own = [finding for finding in report.findings if finding.article == article.id]
    waiting = sorted(badness(finding) for finding in own if finding.waiver is None)
    return QueueLine(
        id=article.id,
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        headline=headline(own),
        signed=signed_state(sign_offs, article, own),
        worst=_worst(waiting, own),
        assigned=_assigned(desk, article.id, mistakes),
    )


def _assigned(desk: Desk, draft: str, mistakes: list[Mistake]) -> tuple[str, ...]:
    """To whom findings of the draft were given; what is wrong with its decisions goes to `mistakes`."""
    try:
        decisions = standing_decisions(desk.folder.decisions(draft).decisions)
    except BadFile as bad:
        mistakes += bad.mistakes
        return ()
    names = [decision.words for decision in decisions if decision.action == "assign" and decision.words]
    return tuple(dict.fromkeys(names))


def _worst(waiting: list[tuple[int, int, int]], own: list[Finding]) -> tuple[int, ...]:
    """A key that sorts the draft with the worst open finding first, then the one with more of them."""
    worst = waiting[0] if waiting else (99, 0, 0)
    return (*worst, -sum(1 for finding in own if finding.waiver is None and standing(finding).name == "error"))


def _key(finding: Finding) -> tuple[str, str]:
    return finding.article, finding.claim
