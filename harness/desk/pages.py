"""The desk's pages: the queue, one draft, and the parts of a draft that a change updates."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from harness.baseline import SignedState
from harness.checking.load.sense import NOT_LENIENT
from harness.desk.article import DeskArticle
from harness.desk.deciding import digest_of
from harness.desk.outputs import signed_in_words
from harness.desk.queue import NoLongerTrue, Queue
from harness.desk.uploads import ENDINGS, TYPED
from harness.present.page.cards import Card
from harness.present.page.page import environment, page_style, tamed
from harness.truth.index import Truth

TEMPLATES = Path(__file__).parent / "templates"
# fields of a claim that are no part of what its words are read as
NO_READING = NOT_LENIENT | {"hedge", "kind"}

__all__ = ["draft", "evergreen", "home", "page_style", "parts", "queue_lines"]


class DeskCard(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A card with the possible actions. `fields` is the reading as JSON, for the form that changes it; `shown` is the
    digest of what is shown."""

    card: Card
    fields: str
    shown: str
    dismissable: bool


def home(queue: Queue, change_token: str) -> str:
    """The queue, and the form for a new draft."""
    parts = queue_lines(queue)
    return _render("queue.html", queue=queue, parts=parts, endings=ENDINGS, change_token=change_token)


def queue_lines(queue: Queue) -> dict[str, Any]:
    """The part of the queue's page that fills while drafts are checked, and how many are not yet."""
    return {"html": _render("lines.html", queue=queue), "unchecked": len(queue.unchecked)}


def evergreen(articles: tuple[NoLongerTrue, ...], day: str) -> str:
    """The articles that were correct on their own days and are not on `day`."""
    return _render("evergreen.html", articles=articles, day=day)


def problem(message: str) -> str:
    """What went wrong where a page was asked for."""
    return _render("problem.html", message=message)


def draft(article: DeskArticle, signed: SignedState, truth: Truth, change_token: str, author: str) -> str:
    """One draft: the text in the middle, the cards beside it."""
    return _render(
        "draft.html",
        article=article,
        parts=parts(article, signed),
        names=_names(truth),
        change_token=change_token,
        author=author,
        typed=TYPED,
    )


def parts(article: DeskArticle, signed: SignedState) -> dict[str, Any]:
    """The parts of a draft's page that a change updates, as HTML by their ids, with the version that they show."""
    cards = [_desk_card(article, card) for card in article.page.cards]
    values: dict[str, Any] = {
        "article": article,
        "page": article.page,
        "titles": {article.id: article.page.article.title},
        "signed": signed,
        "signed_in_words": signed_in_words(signed),
        "waiting": [card for card in cards if card.card.finding.waiver is None],
        "decisions": list(zip(article.decisions, article.page.decided, strict=True)),
        "several": False,
        "level": 2,
    }
    rendered = {name: _render(f"{name}.html", **values) for name in ("summary", "text", "cards", "decided")}
    return {"version": article.version, "text": article.text, "parts": rendered}


def _desk_card(article: DeskArticle, card: Card) -> DeskCard:
    [claim] = [claim for claim in article.file.claims if claim.id == card.finding.claim]
    fields = {name: value for name, value in msgspec.to_builtins(claim).items() if name not in NO_READING}
    return DeskCard(
        card=card,
        fields=json.dumps(fields, ensure_ascii=False),
        shown=digest_of(card.finding),
        dismissable=card.finding.verdict in ("refuted", "not_enough_info"),
    )


def _names(truth: Truth) -> Mapping[str, list[str]]:
    """Names to choose from when a reading is changed."""
    return {
        "athletes": sorted(athlete.name for athlete in truth.athletes.values()),
        "events": sorted(event.name for event in truth.events.values()),
        "competitions": sorted({edition.name for edition in truth.editions.values()}),
        "nations": sorted(nation.name for nation in truth.nations.values()),
    }


def _render(template: str, **values: Any) -> str:
    return tamed(environment(TEMPLATES).get_template(template).render(**values))
