"""Marked spans against gold: mistakes one to one, tokens as sets, a ladder of strictness, types against types.

Mistakes: two spans of one text match if they share a token, whatever their types; as many as possible are matched one
to one. For one type, both lists are first reduced to it. Tokens: the same over sets of (text, token). A row that cannot
be scored counts as submitted in its text and matches nothing; in gold it is left out. Spans may be nested, as names of
proteins and genes are (GENIA): each counts.

Half credit is given for spans that overlap without being the same (MUC-5; "partial" of nervaluate), with the matching
that gives the most; a minimum overlap is a share of the union of tokens.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

import msgspec

from harness.bench.assignment import assign
from harness.bench.marked.rows import Span, SpanFile
from harness.bench.measures import Hits, sum_hits

LADDER = ("overlap", "overlap_and_type", "half_credit", "min_overlap", "exact_span", "exact_span_and_type")
MIN_OVERLAP = 0.5

Spans = Sequence[Span]
Stretch = tuple[Spans, Spans]  # gold's spans and the marked ones of a piece of text into which no other span reaches
Worth = Callable[[Span, Span], int]  # in half hits


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


def score_spans(gold: SpanFile, system: SpanFile, min_overlap: float = MIN_OVERLAP) -> SpanScore:
    """The system's counts. A text without gold may be a clean one: what is marked in it counts as submitted."""
    texts = sorted({*gold.texts, *system.texts, *system.unusable})
    pairs = {text: (gold.texts.get(text, ()), system.texts.get(text, ())) for text in texts}
    stretches = {text: _stretches(*pair) for text, pair in pairs.items()}
    unusable = {text: sum(system.unusable.get(text, {}).values()) for text in texts}
    worths = _worths(min_overlap)
    ladders = {
        text: tuple(_with_unusable(_matched(of_text, worth), unusable[text]) for worth in worths)
        for text, of_text in stretches.items()
    }
    unusable_types = Counter[str]()
    for of_text in system.unusable.values():
        unusable_types.update(of_text)
    every = [stretch for of_text in stretches.values() for stretch in of_text]
    by_type = _by_type(every)
    return SpanScore(
        name=system.name,
        digest=system.digest,
        overall=_counts(every, unusable_types.total()),
        types={
            type_: _counts(by_type.get(type_, ()), unusable_types[type_])
            for type_ in sorted({*by_type, *unusable_types})
        },
        ladder={rung: sum_hits([ladder[place] for ladder in ladders.values()]) for place, rung in enumerate(LADDER)},
        confusion=_confusion([(*pairs[text], of_text) for text, of_text in stretches.items()]),
        texts=ladders,
        problems=system.problems,
    )


def _counts(stretches: Sequence[Stretch], unusable: int) -> SpanCounts:
    mistakes, tokens = _matched(stretches, _overlapping), _shared_tokens(stretches)
    return SpanCounts(_with_unusable(mistakes, unusable), tokens)


def _with_unusable(hits: Hits, unusable: int) -> Hits:
    return hits._replace(predicted=hits.predicted + unusable)


def _by_type(stretches: Iterable[Stretch]) -> dict[str, list[Stretch]]:
    """The stretches of each type alone."""
    by_type: dict[str, list[Stretch]] = defaultdict(list)
    for stretch in stretches:
        golds, others = stretch
        types = {span.type for span in (*golds, *others)}
        for type_ in types:
            by_type[type_].append(stretch if len(types) == 1 else (_of(golds, type_), _of(others, type_)))
    return by_type


def _of(spans: Spans, type_: str) -> Spans:
    return [span for span in spans if span.type == type_]


def _common(gold: Span, marked: Span) -> int:
    """How many tokens both have; those of different sentences are different tokens."""
    if gold.sentence != marked.sentence:
        return 0
    return max(0, min(gold.end, marked.end) - max(gold.start, marked.start) + 1)


def _overlapping(gold: Span, marked: Span) -> int:
    return 2 * (gold.start <= marked.end and marked.start <= gold.end and gold.sentence == marked.sentence)


def _same_span(gold: Span, marked: Span) -> bool:
    return gold[:2] == marked[:2]


def _worths(min_overlap: float) -> tuple[Worth, ...]:
    """What a pair is worth at each rung, in the order of `LADDER`."""

    def enough(gold: Span, marked: Span) -> int:
        either = _tokens([gold, marked]) - _common(gold, marked)
        return 2 * (_common(gold, marked) >= max(min_overlap * either, 1))

    return (
        _overlapping,
        lambda gold, marked: _overlapping(gold, marked) if gold.type == marked.type else 0,
        lambda gold, marked: 2 if _same_span(gold, marked) else _overlapping(gold, marked) // 2,
        enough,
        lambda gold, marked: 2 * _same_span(gold, marked),
        lambda gold, marked: 2 * (_same_span(gold, marked) and gold.type == marked.type),
    )


def _matched(stretches: Iterable[Stretch], worth: Worth) -> Hits:
    """The matches that are worth the most, one to one."""
    halves = gold = marked = 0
    for golds, others in stretches:
        gold, marked = gold + len(golds), marked + len(others)
        if len(golds) == len(others) == 1:
            halves += worth(golds[0], others[0])
        elif golds and others:
            weights = [[worth(wanted, predicted) for predicted in others] for wanted in golds]
            halves += sum(weights[row][column] for row, column in assign(weights))
    hits = halves // 2 if halves % 2 == 0 else halves / 2
    return Hits(hits, hits, gold, marked)


def _stretches(gold: Spans, marked: Spans) -> list[Stretch]:
    """The spans of both in the pieces of the text that overlap no other."""
    stretches: list[tuple[list[Span], list[Span]]] = []
    reached: tuple[str, int] = ("", -1)
    marks = [(span.sentence, span, 0) for span in gold] + [(span.sentence, span, 1) for span in marked]
    for sentence, span, side in sorted(marks):
        if not stretches or sentence != reached[0] or span.start > reached[1]:
            stretches.append(([], []))
            reached = (sentence, -1)
        stretches[-1][side].append(span)
        reached = (sentence, max(reached[1], span.end))
    return list(stretches)


def _shared_tokens(stretches: Iterable[Stretch]) -> Hits:
    """As sets: spans that lie in each other are joined, so that lengths add up and no token need be written down."""
    shared = in_gold = in_marked = 0
    for stretch in stretches:
        golds, others = (spans if len(spans) < 2 else _joined(spans) for spans in stretch)
        shared += sum(_common(wanted, predicted) for wanted in golds for predicted in others)
        in_gold, in_marked = in_gold + _tokens(golds), in_marked + _tokens(others)
    return Hits(shared, shared, in_gold, in_marked)


def _joined(spans: Spans) -> Spans:
    """The stretches that the spans cover, none reaching into another."""
    joined: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.sentence, span)):
        last = joined[-1] if joined else None
        if last is not None and last.sentence == span.sentence and span.start <= last.end:
            joined[-1] = last._replace(end=max(last.end, span.end))
        else:
            joined.append(span)
    return joined


def _tokens(spans: Spans) -> int:
    return sum(span.end - span.start + 1 for span in spans)


def _confusion(texts: Iterable[tuple[Spans, Spans, Sequence[Stretch]]]) -> dict[str, dict[str, int]]:
    """Types of matched spans, gold's -> submitted: of the most matches of a text, those with the most equal spans.

    Types play no part, so that the diagonal is not flattered. Where several choices are as good, the order of the text
    and `assign` decide, as in the shared task's own tables.
    """
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for gold, marked, stretches in texts:
        for row, column in assign(_nearness(gold, marked, stretches)):
            table[gold[row].type][marked[column].type] += 1
    return {type_: dict(sorted(table[type_].items())) for type_ in sorted(table)}


def _nearness(gold: Spans, marked: Spans, stretches: Sequence[Stretch]) -> list[list[int]]:
    """The worth of every pair of a text, which only spans of one stretch have: a match outweighs all equal spans."""
    most = len(gold) + 1
    rows, columns = ({span: number for number, span in enumerate(spans)} for spans in (gold, marked))
    weights = [[0] * len(marked) for _ in gold]
    for golds, others in stretches:
        for wanted in golds:
            for predicted in others:
                if _common(wanted, predicted):
                    weights[rows[wanted]][columns[predicted]] = most + _same_span(wanted, predicted)
    return weights
