"""The corrections draft: an article's corrections as plain text, to be pasted into a message or a note to readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from harness.present.page.cards import Card
from harness.present.page.standing import CONFIRMED, ERROR, printed_figure
from harness.records.model import ArticleReport


def draft(article: ArticleReport, cards: Sequence[Card]) -> str:
    """One numbered entry for each error or slip that nobody has accepted; "" if there is nothing to correct."""
    wrong = [card for card in cards if card.finding.waiver is None and _needs_correction(card)]
    placed = {_slip(card) for card in wrong if card.correction}
    wrong = [card for card in wrong if card.correction or card.standing is ERROR or _slip(card) not in placed]
    if not wrong:
        return ""
    head = f"Corrections to “{article.title}” ({article.publisher}, {article.published})"
    return "\n\n".join([head, *(f"{number}. {_entry(card)}" for number, card in enumerate(wrong, start=1))]) + "\n"


def _needs_correction(card: Card) -> bool:
    return card.standing is ERROR or (card.standing is CONFIRMED and bool(card.finding.suggestion))


def _slip(card: Card) -> tuple[str, str]:
    """A figure and what it should be: a slip that is put right in one quote need not be told of another."""
    return printed_figure(card.finding), card.finding.suggestion


def _entry(card: Card) -> str:
    return "\n   ".join(_lines(card))


def _lines(card: Card) -> Iterator[str]:
    finding = card.finding
    if card.correction:
        yield f"“{finding.quote}” should read “{card.correction}”."
    elif finding.suggestion and card.standing is CONFIRMED:
        yield f"“{printed_figure(finding)}” (at “{finding.quote}”) should read “{finding.suggestion}”."
    elif finding.suggestion:
        yield f"“{finding.quote}”: the right figure is {finding.suggestion}."
    elif finding.found:
        yield f"“{finding.quote}” is not right. The official results: {finding.found}."
    else:
        yield f"“{finding.quote}” is not right: {finding.message}."
    yield f"The claim: {finding.text}."
    for fact in card.facts[:1]:
        yield "It rests on: " + "; ".join(part for part in (fact.summary, fact.date) if part) + "."
        for source in fact.sources[:1]:
            yield f"Source: {source.title}{f', {source.url}' if source.url else ''}"
