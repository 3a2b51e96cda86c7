"""Many articles at a glance: one row for each article, one for each publisher, and the numbers behind the small
charts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

import msgspec

from harness.present.page.standing import (
    CHECK_THIS,
    CONFIRMED,
    ERROR,
    NOT_CHECKABLE,
    NOT_COVERED,
    TO_DECIDE,
    UNREADABLE,
    ClaimStatus,
    tally,
)
from harness.records.model import ArticleReport, Finding, PublisherReport, Ratio
from harness.statistics import bare_percent, percent

WIDTH = 240  # of a chart, in its own units
_BAR_ORDER = (ERROR, CHECK_THIS, UNREADABLE, TO_DECIDE, CONFIRMED, NOT_COVERED, NOT_CHECKABLE)


class Slice(msgspec.Struct, frozen=True, gc=False):
    """One standing's part of a bar."""

    standing: ClaimStatus
    number: int
    start: float
    width: float


class OverviewRow(msgspec.Struct, frozen=True, gc=False):
    """One line of a table: an article's or a publisher's scores, and how its claims stand."""

    scored: ArticleReport | PublisherReport
    tally: dict[str, int]
    bar: tuple[Slice, ...]


def article_rows(
    articles: Iterable[ArticleReport], findings: Mapping[str, Sequence[Finding]]
) -> tuple[OverviewRow, ...]:
    """The articles in the order of the report."""
    return tuple(_row(article, tally(findings.get(article.id, ()))) for article in articles)


def worst_first(rows: Iterable[OverviewRow]) -> list[OverviewRow]:
    """The rows with the most errors first; of those with as many, the ones with the worse errors."""
    return sorted(rows, key=_errors, reverse=True)


def _errors(row: OverviewRow) -> tuple[int, ...]:
    counts = row.scored.counts
    return (counts.refuted, counts.high, counts.medium, row.tally.get(TO_DECIDE.name, 0))


def publisher_rows(publishers: Iterable[PublisherReport], articles: Iterable[OverviewRow]) -> tuple[OverviewRow, ...]:
    """The publishers by name, with the sums of their articles' standings."""
    sums: dict[str, dict[str, int]] = {}
    for row in articles:
        assert isinstance(row.scored, ArticleReport)
        own = sums.setdefault(row.scored.publisher, dict.fromkeys(row.tally, 0))
        for name, number in row.tally.items():
            own[name] += number
    return tuple(_row(publisher, sums.get(publisher.name, {})) for publisher in publishers)


def bar(numbers: Mapping[str, int]) -> tuple[Slice, ...]:
    """The standings as parts of one bar of WIDTH, errors first; a standing that nothing has is left out."""
    total = sum(numbers.values())
    bars = [(standing, numbers[standing.name]) for standing in _BAR_ORDER if numbers.get(standing.name)]
    widths = [WIDTH * number / total for _, number in bars]
    starts = accumulate(widths, initial=0.0)
    return tuple(
        Slice(standing, number, round(start, 2), round(width, 2))
        for (standing, number), start, width in zip(bars, starts, widths, strict=False)
    )


def accuracy(ratio: Ratio) -> str:
    """ "98.7% (95% interval 96.7 to 99.5)"; it is never shown without its coverage."""
    if ratio.value is None or ratio.low is None or ratio.high is None:
        return "undefined (0/0)"
    return f"{percent(ratio.value)} (95% interval {ends(ratio)})"


def ends(ratio: Ratio) -> str:
    """ "96.7 to 99.5": the interval in per cent; nothing of a ratio that has none."""
    if ratio.low is None or ratio.high is None:
        return ""
    return " to ".join(bare_percent(end) for end in (ratio.low, ratio.high))


def share(value: float | None) -> str:
    """ "92.1%"; 0/0 is undefined, and printed as such."""
    return "undefined (0/0)" if value is None else percent(value)


def _row(scored: ArticleReport | PublisherReport, numbers: dict[str, int]) -> OverviewRow:
    return OverviewRow(scored, numbers, bar(numbers))
