"""Marked spans against gold: mistakes one to one, tokens as sets, a ladder of strictness, types against types.

Mistakes: two spans of one text match where they share a token, whatever their types; the matches are the most that can
be made one to one. Of one type: both lists are cut down to it first. Tokens: the same over sets of (text, token). A row
that cannot be scored counts as submitted and matches nothing; in gold it is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import msgspec

from harness.bench.assignment import assign
from harness.bench.marked.rows import Span, SpanFile
from harness.bench.measures import Hits, sum_hits

LADDER = ("overlap", "overlap_and_type", "exact_span", "exact_span_and_type")

Spans = Sequence[Span]
Match = Callable[[Span, Span], bool]


class SpanCounts(msgspec.Struct, frozen=True, gc=False):
    """What is found of the mistakes, and of their tokens."""

    mistakes: Hits
    tokens: Hits


class SpanScore(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One system: in all, by type, up the ladder, type against type ("gold -> submitted"), and text by text."""

    name: str
    digest: str
    overall: SpanCounts
    types: dict[str, SpanCounts]
    ladder: dict[str, Hits]
    confusion: dict[str, dict[str, int]]
    texts: dict[str, tuple[Hits, ...]]
    problems: tuple[str, ...]


def score_spans(gold: SpanFile, system: SpanFile) -> SpanScore:
    """The system's counts. A text without gold may be a clean one: what is marked in it counts as submitted."""
    texts = sorted({*gold.texts, *system.texts})
    pairs = {text: (gold.texts.get(text, ()), system.texts.get(text, ())) for text in texts}
    types = sorted({span.type for file in (gold, system) for spans in file.texts.values() for span in spans})
    unusable = sum(system.unusable.values())
    ladders = {text: tuple(_matched(one, other, match) for match in _MATCHES) for text, (one, other) in pairs.items()}
    return SpanScore(
        name=system.name,
        digest=system.digest,
        overall=_counts(list(pairs.values()), unusable),
        types={
            type_: _counts([(_of(one, type_), _of(other, type_)) for one, other in pairs.values()],
                           system.unusable.get(type_, 0))
            for type_ in sorted({*types, *system.unusable})
        },
        ladder={
            rung: _with_unusable(sum_hits([ladder[place] for ladder in ladders.values()]), unusable)
            for place, rung in enumerate(LADDER)
        },
        confusion=_confusion(list(pairs.values())),
        texts=ladders,
        problems=system.problems,
    )  # fmt: skip


def _counts(pairs: Sequence[tuple[Spans, Spans]], unusable: int) -> SpanCounts:
    mistakes = sum_hits([_matched(gold, marked, _overlap) for gold, marked in pairs])
    tokens = sum_hits([_shared_tokens(gold, marked) for gold, marked in pairs])
    return SpanCounts(_with_unusable(mistakes, unusable), tokens)


def _with_unusable(hits: Hits, unusable: int) -> Hits:
    return hits._replace(predicted=hits.predicted + unusable)


def _of(spans: Spans, type_: str) -> Spans:
    return [span for span in spans if span.type == type_]


def _overlap(gold: Span, marked: Span) -> bool:
    return gold.start <= marked.end and marked.start <= gold.end


def _same_span(gold: Span, marked: Span) -> bool:
    return gold[:2] == marked[:2]


_MATCHES: tuple[Match, ...] = (
    _overlap,
    lambda gold, marked: _overlap(gold, marked) and gold.type == marked.type,
    _same_span,
    lambda gold, marked: _same_span(gold, marked) and gold.type == marked.type,
)


def _matched(gold: Spans, marked: Spans, match: Match) -> Hits:
    """The most matches, one to one."""
    hits = sum(len(assign([[int(match(*pair)) for pair in row] for row in rows])) for rows in _clusters(gold, marked))
    return Hits(hits, hits, len(gold), len(marked))


def _clusters(gold: Spans, marked: Spans) -> list[list[list[tuple[Span, Span]]]]:
    """The table of pairs (a row for each gold span) of every stretch that no other span reaches into."""
    stretches: list[tuple[list[Span], list[Span]]] = []
    reached = -1
    for span, side in sorted([(span, 0) for span in gold] + [(span, 1) for span in marked]):
        if span.start > reached:
            stretches.append(([], []))
        stretches[-1][side].append(span)
        reached = max(reached, span.end)
    return [[[(one, other) for other in others] for one in golds] for golds, others in stretches if golds and others]


def _shared_tokens(gold: Spans, marked: Spans) -> Hits:
    """As sets; both lists are clear of overlaps, so that lengths add up and no token need be written down."""
    shared = sum(
        max(0, min(one.end, other.end) - max(one.start, other.start) + 1)
        for rows in _clusters(gold, marked)
        for row in rows
        for one, other in row
    )
    return Hits(shared, shared, _tokens(gold), _tokens(marked))


def _tokens(spans: Spans) -> int:
    return sum(span.end - span.start + 1 for span in spans)


def _confusion(pairs: Sequence[tuple[Spans, Spans]]) -> dict[str, dict[str, int]]:
    """Types of matched spans, gold's -> submitted: of the most matches of a text, the types playing no part.

    Where several choices are as good, the order of the text and `assign` decide. Equal spans are always matched, since
    neither can overlap another of the lists.
    """
    table: dict[str, Counter[str]] = {}
    for gold, marked in pairs:
        for row, column in assign([[int(_overlap(one, other)) for other in marked] for one in gold]):
            table.setdefault(gold[row].type, Counter())[marked[column].type] += 1
    return {type_: dict(sorted(table[type_].items())) for type_ in sorted(table)}
