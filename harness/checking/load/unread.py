"""The figures and number words of a text that no claim's quote covers: what a reader of the article passed over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_FIGURE = re.compile(
    r"(?<![\w.])(?:[0-9][0-9,.:]*[0-9]|[0-9])(?:st|nd|rd|th|m|s|km)?(?!\w)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|twice|half)\b",
    re.IGNORECASE,
)


class Figures(NamedTuple):
    """How many figures a text prints, and which of them no quote covers (start, end, as printed)."""

    total: int
    unread: tuple[tuple[int, int, str], ...]

    @property
    def read(self) -> int:
        """How many of them stand in a quote."""
        return self.total - len(self.unread)


def figures_in(text: str, quotes: Iterable[tuple[int, int]]) -> Figures:
    """The figures of the text held against the quotes of its claims."""
    spans: Sequence[tuple[int, int]] = sorted(quotes)
    every = list(_FIGURE.finditer(text))
    unread = []
    at = 0
    furthest = -1
    for figure in every:
        while at < len(spans) and spans[at][0] < figure.end():
            furthest = max(furthest, spans[at][1])
            at += 1
        if furthest <= figure.start():
            unread.append((figure.start(), figure.end(), figure[0]))
    return Figures(len(every), tuple(unread))


def in_words(figures: Figures, text: str) -> str:
    """ "31 of 38 figures read; not read: 55.5 (line 3), third (line 4)"."""
    listed = ", ".join(f"{printed} (line {text.count(chr(10), 0, start) + 1})" for start, _, printed in figures.unread)
    return f"{figures.read} of {figures.total} figures read" + (f"; not read: {listed}" if listed else "")
