"""Claims marked in the article's text: paragraphs are cut into pieces, so that quotes may overlap, nest or cross lines.

A claim whose quote is not found from its `start` to its `end` is an orphan: it is never attached by guesswork.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from harness.present.page.standing import badness
from harness.records.model import FiguresRead, Finding


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A run of text under the same claims. `claim` is the one that it is marked as (the worst, then the shortest);
    `signs` are the claims whose quotes end with it, `claim` first if it is one of them. `unread`: a figure that no
    claim was read from."""

    text: str
    claim: Finding | None = None
    signs: tuple[Finding, ...] = ()
    unread: bool = False


class MarkedText(msgspec.Struct, frozen=True, gc=False):
    """An article's paragraphs, in pieces, and the claims that are not in them. `figures` are those of the text, as far
    as it was asked which of them were read."""

    paragraphs: tuple[tuple[Piece, ...], ...]
    orphans: tuple[Finding, ...]
    figures: FiguresRead | None = None


class _Span(msgspec.Struct, frozen=True, gc=False):
    start: int
    end: int
    claim: Finding

    @property
    def rank(self) -> tuple[object, ...]:
        return (badness(self.claim), self.end - self.start, self.start, self.claim.claim)


def place(text: str, findings: Sequence[Finding], figures: FiguresRead | None = None) -> MarkedText:
    """Every quote that is where its claim says, marked in the text, and every figure outside of them; offsets count
    code points."""
    spans, orphans = [], []
    for finding in findings:
        words = finding.quote.rstrip()
        if words.strip() and finding.end <= len(text) and text[finding.start : finding.end] == finding.quote:
            spans.append(_Span(finding.start, finding.start + len(words), finding))
        else:
            orphans.append(finding)
    spans.sort(key=lambda span: (span.start, span.end, span.claim.claim))
    unread = () if figures is None else figures.unread
    return MarkedText(tuple(_paragraphs(text, spans, unread)), tuple(orphans), figures)


def _paragraphs(text: str, spans: list[_Span], unread: Sequence[tuple[int, int]]) -> Iterator[tuple[Piece, ...]]:
    cuts = sorted(
        {edge for span in spans for edge in (span.start, span.end)} | {edge for ends in unread for edge in ends}
    )
    starts = [start for start, _ in unread]
    waiting, under = 0, []
    for first, last in _lines(text):
        pieces = []
        inner = cuts[bisect_right(cuts, first) : bisect_left(cuts, last)]
        for low, high in pairwise((first, *inner, last)):
            while waiting < len(spans) and spans[waiting].start <= low:
                under.append(spans[waiting])
                waiting += 1
            under = [span for span in under if span.end > low]
            at = bisect_right(starts, low) - 1
            pieces.append(_piece(text[low:high], under, high, at >= 0 and low < unread[at][1]))
        yield tuple(pieces)


def _piece(text: str, under: list[_Span], end: int, unread: bool) -> Piece:
    if not under:
        return Piece(text, unread=unread)
    ranked = sorted(under, key=lambda span: span.rank)
    return Piece(text, ranked[0].claim, tuple(span.claim for span in ranked if span.end == end))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line that is not blank."""
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1
