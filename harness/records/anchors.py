"""Anchors of quotes, by which a quote is found again after its text was edited. A quote is never moved by guesswork.

An anchor holds the quote with the words before and after it (a TextQuoteSelector of the W3C Web Annotation Data Model,
2017, section 4.2.4), as far as its sentence goes. It is found again if the whole sentence occurs exactly once, or, when
the old and the new text are both known, if the edit did not touch the quote. Otherwise it is an orphan.
"""

from __future__ import annotations

import re
from typing import TypeAlias

import msgspec

Span: TypeAlias = tuple[int, int]

NEIGHBOURS = 40  # characters kept of the sentences before and after, which tell two equal sentences apart
LONGEST = 400  # characters of a sentence that are kept on either side

_SENTENCE_END = re.compile(r"(?:[.!?]['\"”’)]*\s+(?=[\"“‘'(]?[A-Z0-9])|\n+)")


class Anchor(msgspec.Struct, frozen=True, gc=False, forbid_unknown_fields=True, omit_defaults=True):
    """A quote (`exact`) with the rest of its sentence on both sides, and a few words of the neighbouring sentences."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    before: str = ""
    after: str = ""


def anchor_at(text: str, start: int, end: int) -> Anchor:
    """The anchor of the quote from `start` to `end` (code points, end excluded) of the text."""
    first, last = _sentence(text, start, end)
    first, last = max(first, start - LONGEST), min(last, end + LONGEST)
    last = end + len(text[end:last].rstrip())
    return Anchor(
        exact=text[start:end],
        prefix=text[first:start],
        suffix=text[end:last],
        before=text[max(0, first - NEIGHBOURS) : first],
        after=text[last : last + NEIGHBOURS],
    )


def locate(text: str, anchor: Anchor) -> Span | None:
    """The position of the anchor's sentence in the text; None if it is gone or occurs more than once."""
    sentence = anchor.prefix + anchor.exact + anchor.suffix
    places = [match.start() for match in re.finditer(f"(?={re.escape(sentence)})", text)] if anchor.exact else []
    if len(places) > 1:  # equal sentences are told apart by what stands around them, or not at all
        places = [place for place in places if _has_neighbours(text, place, place + len(sentence), anchor)]
    if len(places) != 1:
        return None
    start = places[0] + len(anchor.prefix)
    return start, start + len(anchor.exact)


def follow(old: str, new: str, span: Span) -> Span | None:
    """The position in the new text of a span of the old one, if the edit between the two did not touch it.

    The edit is everything between the longest common prefix and the longest common suffix of the two texts.
    """
    start, end = span
    head = _common_head(old, new)
    tail = min(_common_head(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    if end <= head:
        return span
    if start >= len(old) - tail:
        moved = len(new) - len(old)
        return start + moved, end + moved
    return None


def _sentence(text: str, start: int, end: int) -> Span:
    """Where the sentence (or sentences) of a span begins and ends."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    first = max((place for place in ends if place <= start), default=0)
    last = min((place for place in ends if place >= end), default=len(text))
    return first, last


def _has_neighbours(text: str, start: int, end: int, anchor: Anchor) -> bool:
    before = text[max(0, start - len(anchor.before)) : start] if anchor.before else ""
    return before == anchor.before and text[end : end + len(anchor.after)] == anchor.after


def _common_head(first: str, second: str) -> int:
    length = min(len(first), len(second))
    low, high = 0, length
    while low < high:  # equal beginnings are found by halving: a slice compares faster than a loop over characters
        middle = (low + high + 1) // 2
        if first[:middle] == second[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
