"""What changed between two reports, and what of it is worse.

A regression is a claim that is refuted or unreadable and was not (or was not there), a conflict or a mistake in the
input that was not there, or a score of the whole that fell: accuracy, coverage or consistency. A score that was defined
and is 0/0 now fell. What a baseline accepts is compared like everything else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from harness.checking.gate import FAILED, NOTHING_TO_CHECK, PASSED
from harness.checking.signature import parts_of
from harness.compare.records import Comparison, Flip, Part, ScoreChange, Side, Why
from harness.records.fingerprint import digests, what_changed
from harness.records.model import ArticleReport, Conflict, Finding, Gate, Report, Verdict
from harness.statistics import percent, told_apart

WORST_FIRST: tuple[Verdict | None, ...] = (
    "unreadable", "refuted", "not_enough_info", "not_checkable", "supported", None,
)  # fmt: skip
_BAD: tuple[Verdict, ...] = ("unreadable", "refuted")


def compare(old: Report, new: Report, *, fail_on_regression: bool = False) -> Comparison:
    """What changed from the old report to the new one; regressions fail the gate where that is asked for."""
    before, after = _parts(old), _parts(new)
    flips = sorted(
        _flips(old, new, same_truth=before.get("truth") == after.get("truth")),
        key=lambda flip: (WORST_FIRST.index(flip.after), flip.article, flip.claim),
    )
    new_conflicts, gone_conflicts = _without(new.conflicts, old.conflicts), _without(old.conflicts, new.conflicts)
    worse = tuple(_regressions(old, new, flips, new_conflicts))
    both = len({(finding.article, finding.claim) for finding in (*old.findings, *new.findings)})
    return Comparison(
        signature=tuple(
            Part(name, before.get(name, ""), after.get(name, ""))
            for name in dict.fromkeys((*before, *after))
            if before.get(name) != after.get(name)
        ),
        flips=tuple(flips),
        unchanged=both - len(flips),
        new_conflicts=new_conflicts,
        gone_conflicts=gone_conflicts,
        total=ScoreChange("", _side(old), _side(new)),
        articles=tuple(_articles(old, new)),
        regressions=worse,
        gate=_gate(flips, both, worse, fail_on_regression),
    )


def _gate(flips: list[Flip], claims: int, worse: tuple[str, ...], fail_on_regression: bool) -> Gate:
    if not claims:
        return Gate(False, NOTHING_TO_CHECK, "compare: nothing to compare: neither report has a claim")
    if worse and fail_on_regression:
        return Gate(False, FAILED, f"compare: failed: {'; '.join(worse)}")
    whys = [flip.why for flip in flips]
    added, removed = whys.count("added"), whys.count("removed")
    counted = (
        f"{len(flips) - added - removed} flipped, {added} added, {removed} removed, {claims - len(flips)} as before"
    )
    return Gate(True, PASSED, f"compare: passed: {counted}" + (f" (worse: {'; '.join(worse)})" if worse else ""))


def _flips(old: Report, new: Report, *, same_truth: bool) -> Iterator[Flip]:
    before = {(finding.article, finding.claim): finding for finding in old.findings}
    for finding in new.findings:
        was = before.pop((finding.article, finding.claim), None)
        if was is None:
            yield _flip(finding, None, finding.verdict, "added")
        elif was.verdict != finding.verdict:
            yield _flip(finding, was.verdict, finding.verdict, _why(was, finding, same_truth))
    for was in before.values():
        yield _flip(was, was.verdict, None, "removed")


def _flip(finding: Finding, before: Verdict | None, after: Verdict | None, why: Why) -> Flip:
    return Flip(
        article=finding.article,
        claim=finding.claim,
        kind=finding.kind,
        before=before,
        after=after,
        why=why,
        text=finding.text,
        quote=finding.quote,
        message=finding.message if after is not None else "",
        accepted=after is not None and finding.waiver is not None,
        file=finding.file,
        line=finding.line,
        column=finding.column,
    )


def _why(was: Finding, now: Finding, same_truth: bool) -> Why:
    """Why the verdict is another one. What rests on other facts of the same ground truth was found by another rule."""
    if not (was.claim_digest and now.claim_digest):  # a report of a harness that did not write them yet
        was, now = replace(was, claim_digest=""), replace(now, claim_digest="")
    change = what_changed(digests(was), digests(now))
    if change == "claim changed":
        return change
    if was.as_of and now.as_of and was.as_of != now.as_of:
        return "date changed"
    return "truth changed" if change == "truth changed" and not same_truth else "rule changed"


def _regressions(old: Report, new: Report, flips: Iterable[Flip], conflicts: tuple[Conflict, ...]) -> Iterator[str]:
    flips = list(flips)
    for verdict in _BAD:
        turned = sum(flip.after == verdict and flip.before is not None for flip in flips)
        added = sum(flip.after == verdict and flip.before is None for flip in flips)
        if turned:
            yield f"{_many(turned, 'claim')} turned {verdict}"
        if added:
            yield f"{_many(added, 'added claim')} {verdict}"
    if conflicts:
        yield _many(len(conflicts), "new conflict")
    known = {(mistake.file, mistake.message) for mistake in old.mistakes}
    mistakes = sum((mistake.file, mistake.message) not in known for mistake in new.mistakes)
    if mistakes:
        yield f"{_many(mistakes, 'new mistake')} in the input"
    scores = {"accuracy": (old.accuracy.value, new.accuracy.value), "coverage": (old.coverage, new.coverage)}
    for name, (before, after) in {**scores, "consistency": (old.consistency, new.consistency)}.items():
        if before is not None and (after is None or after < before):
            yield f"{name} fell from {_fall(before, after)}"


def _articles(old: Report, new: Report) -> Iterator[ScoreChange]:
    before, after = ({article.id: _side(article) for article in report.articles} for report in (old, new))
    for article in sorted({*before, *after}):
        if before.get(article) != after.get(article):
            yield ScoreChange(article, before.get(article), after.get(article))


def _side(scored: Report | ArticleReport) -> Side:
    return Side(scored.counts, scored.accuracy, scored.coverage, scored.consistency)


def _without(conflicts: Iterable[Conflict], others: Iterable[Conflict]) -> tuple[Conflict, ...]:
    """The conflicts that are not among the others: between other claims, or on another quantity."""
    known = {(conflict.scope, conflict.quantity, conflict.claims) for conflict in others}
    return tuple(
        conflict for conflict in conflicts if (conflict.scope, conflict.quantity, conflict.claims) not in known
    )


def _parts(report: Report) -> dict[str, str]:
    return parts_of(report.signature)


def _fall(before: float, after: float | None) -> str:
    shares = (percent(before, 2), "0/0") if after is None else told_apart(before, after, 2)
    return " to ".join(shares)


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
