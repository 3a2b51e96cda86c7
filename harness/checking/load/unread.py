"""The figures and number words of a text that no claim's quote covers: what the reader of the article missed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from harness.records.model import ArticleReport, FiguresRead, Finding

_FIGURE = re.compile(
    r"(?<![\w.])(?:[0-9][0-9,.:]*[0-9]|[0-9])(?:st|nd|rd|th|m|s|km)?(?!\w)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
    r"|twice|half)\b",
    re.IGNORECASE,
)


def figures_in(text: str, quotes: Iterable[tuple[int, int]]) -> FiguresRead:
    """The figures of the text, compared with the quotes of its claims."""
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
            unread.append((figure.start(), figure.end()))
    return FiguresRead(len(every), tuple(unread))


def figures_read(texts: Mapping[str, str], findings: Iterable[Finding]) -> dict[str, FiguresRead]:
    """The figures of every article's text (by article id), compared with the quotes in it."""
    quotes: dict[str, list[tuple[int, int]]] = {article: [] for article in texts}
    for finding in findings:
        text = texts.get(finding.article)
        if text is not None and text[finding.start : finding.end] == finding.quote:
            quotes[finding.article].append((finding.start, finding.end))
    return {article: figures_in(text, quotes[article]) for article, text in texts.items()}


def figures_of(
    articles: Iterable[ArticleReport], by_digest: Mapping[str, str], findings: Iterable[Finding]
) -> dict[str, FiguresRead | None]:
    """The figures of every article's text, identified by its sha256; None for an article whose text is missing."""
    texts = {article.id: by_digest.get(article.sha256) for article in articles}
    counted = figures_read({article: text for article, text in texts.items() if text is not None}, findings)
    return {article: counted.get(article) for article in texts}


def in_words(figures: FiguresRead, text: str) -> str:
    """ "31 of 38 figures read; not read: 55.5 (line 3), third (line 4)"."""
    listed = ", ".join(f"{text[start:end]} (line {text.count(chr(10), 0, start) + 1})" for start, end in figures.unread)
    return f"{figures}" + (f"; not read: {listed}" if listed else "")
