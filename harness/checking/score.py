"""Scores, all derived from counts. Accuracy never comes without coverage, and 0/0 is undefined, not zero.

What an editor asks is how many claims are right: this is counted, with the open ones taken as wrong and as right
(`Scores.right`). How accuracy would vary with other articles is another question; its interval treats whole articles as
the unit (`statistics`). Copies add no information: a claim that repeats another at the same words, and an article whose
text another also has, are in every count, and only once in the intervals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from harness.checking.consistency import withdrawals_needed
from harness.records.model import Bounds, Counts, Finding, Scores
from harness.statistics import share_interval, told_apart


class ScoredText(msgspec.Struct, frozen=True, gc=False):
    """An article's counts and what identifies its text; without a digest it is not a copy of any other."""

    counts: Counts
    sha256: str = ""


def count(findings: Iterable[Finding]) -> Counts:
    """The counts of one article."""
    findings = list(findings)
    tally = dict.fromkeys(Counts.__struct_fields__, 0)
    tally["claims"] = len(findings)
    for finding in findings:
        tally[finding.verdict] += 1
        tally["contradicted"] += finding.contradicted_as_read
        if finding.severity is not None:
            tally[finding.severity] += 1
    fewest = withdrawals_needed(findings)
    tally["withdrawn"], tally["unproved"] = fewest.number, int(not fewest.proved)
    comparable = sum(bool(finding.judged) for finding in findings)
    tally["comparable"] = comparable if comparable > 1 else 0
    for finding in _repeats(findings):
        if finding.verdict in ("supported", "refuted"):
            tally[f"repeated_{finding.verdict}"] += 1
    return Counts(**tally)


def _repeats(findings: Sequence[Finding]) -> list[Finding]:
    """The claims that give a quantity the value that an earlier claim gives it at words that overlap theirs."""
    reached: dict[object, int] = {}
    repeats = []
    for finding in sorted(findings, key=lambda finding: (finding.start, finding.end, finding.claim)):
        if not finding.judged:
            continue
        key = (finding.kind, *((judged.quantity, judged.claimed) for judged in finding.judged))
        if finding.start < reached.get(key, 0):
            repeats.append(finding)
        reached[key] = max(finding.end, reached.get(key, 0))
    return repeats


def scores(counts: Counts) -> Scores:
    """The scores of one article, from its counts alone."""
    return total_scores([ScoredText(counts)])


def total_scores(articles: Sequence[ScoredText]) -> Scores:
    """The scores of all articles together; the interval says how accuracy would vary with other articles like these."""
    total = sum((article.counts for article in articles), Counts())
    decided = total.supported + total.refuted
    checkable = decided + total.not_enough_info + total.unreadable
    accuracy = share_interval([_distinct(article.counts) for article in _once(articles)])
    if decided and accuracy.low is not None and accuracy.high is not None:
        value = total.supported / decided
        accuracy = msgspec.structs.replace(
            accuracy, value=value, low=min(value, accuracy.low), high=max(value, accuracy.high)
        )
    return Scores(
        accuracy=accuracy,
        coverage=decided / checkable if checkable else None,
        consistency=1 - total.withdrawn / total.comparable if total.comparable else None,
        right=Bounds(total.supported / checkable, (checkable - total.refuted) / checkable) if checkable else Bounds(),
    )


def _distinct(counts: Counts) -> tuple[int, int]:
    """How many different claims are right, of how many that are decided."""
    supported = counts.supported - counts.repeated_supported
    return supported, supported + counts.refuted - counts.repeated_refuted


def _once(articles: Sequence[ScoredText]) -> list[ScoredText]:
    """Every text once: of several articles with one text, the one with the most claims (of as many, the most right)."""
    kept: dict[str, ScoredText] = {}
    for place, article in enumerate(articles):
        key = article.sha256 or f"without a digest {place}"
        if key not in kept or _size(article) > _size(kept[key]):
            kept[key] = article
    return list(kept.values())


def _size(article: ScoredText) -> tuple[int, int, int]:
    return article.counts.claims, article.counts.supported, article.counts.refuted


def copies(articles: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """From (id, sha256): the ids of the articles whose text another also has."""
    listed = list(articles)
    times = Counter(digest for _, digest in listed if digest)
    return tuple(sorted(article for article, digest in listed if times[digest] > 1))


def headline(counts: Counts, right: Bounds) -> str:
    """The answer for an editor, in one sentence: how many claims are confirmed, wrong and open, and the possible
    shares."""
    claims = f"{counts.claims} claim" + ("" if counts.claims == 1 else "s")
    parts = [f"{counts.supported} of {claims} confirmed", f"{counts.refuted} wrong", f"{counts.not_enough_info} open"]
    parts += [f"{counts.unreadable} unreadable"] if counts.unreadable else []
    parts += [f"{counts.not_checkable} not checkable"]
    if right.low is None or right.high is None:
        return ", ".join(parts)
    checkable = counts.claims - counts.not_checkable
    ends = [end.replace("%", " %") for end in told_apart(right.low, right.high)]
    share = f"{ends[0]} are right" if right.low == right.high else f"between {ends[0]} and {ends[1]} are right"
    return f"{', '.join(parts)}; of the {checkable} checkable, {share}"
