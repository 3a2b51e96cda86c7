"""The editor's page as a whole: what the templates show, and what keeps untrusted text harmless.

The template engine escapes every text. A content security policy allows only the page's own style and script, by their
sha256. Characters that would hide or reverse the text around them are shown as visible marks.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from harness.present.formats import Decided, View
from harness.present.formats._characters import BIDI, RTL_NAME, escaped
from harness.present.formats._words import waived
from harness.present.page import overview
from harness.present.page.cards import Card, SameQuantity, anchor, card, has_card, target
from harness.present.page.draft import draft
from harness.present.page.figures import figures
from harness.present.page.marks import MarkedText, place
from harness.present.page.pairs import ConflictPair, Pairs
from harness.present.page.standing import NOT_CHECKABLE, NOT_COVERED, WORST_FIRST, badness, headline, many, standing
from harness.present.page.timeline import WIDTH as TIMELINE_WIDTH
from harness.present.page.timeline import timeline
from harness.records.model import ArticleReport, ClaimRef, Evidence, Finding, Report

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"
# controls but tab and newlines, what turns text around, a byte order mark, halves of a pair
_UNRULY = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{BIDI}\ufeff\ud800-\udfff\ufffe\uffff]")
# A text between two tags; what is no text for people is matched first, as a whole.
_TEXT = re.compile(r"<(script|style|title|textarea)\b.*?</\1>|>[^<]+", re.DOTALL)
_LETTER = re.compile(r"[^\W0-9_]")


class ArticlePage(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One article's part of the page. `placed` is None if its text is missing; `why_no_text` may then say why."""

    article: ArticleReport
    row: overview.OverviewRow
    headline: str
    placed: MarkedText | None
    why_no_text: str
    cards: tuple[Card, ...]
    uncovered: dict[str, list[Finding]]
    outside: tuple[Finding, ...]
    conflicts: tuple[ConflictPair, ...]
    draft: str
    claims: tuple[Finding, ...]
    decided: tuple[Decided, ...] = ()
    signed: str = ""

    def decided_on(self, claim: str) -> list[Decided]:
        """What was decided on the claim of this id."""
        return [decided for decided in self.decided if decided.claim == claim]


def page(report: Report, view: View) -> str:
    """The whole page: an index if there are several articles, then each article."""
    pairs = pairs_of(report)
    rows, pages = article_pages(report, view, pairs)
    written: str = (
        environment()
        .get_template("page.html")
        .render(
            report=report,
            command=view.command,
            headline=headline(report.findings),
            bar=overview.bar(_sum(row.tally for row in rows)),
            rows=overview.worst_first(rows),
            publishers=overview.worst_first(overview.publisher_rows(report.publishers, rows)),
            between=pairs.between,
            pages=pages,
            titles={article.id: article.title for article in report.articles},
            style=_asset("style.css"),
            script=_asset("script.js"),
        )
    )
    return tamed(written)


def pairs_of(report: Report) -> Pairs:
    """The report's conflicts, as the page shows them."""
    return Pairs(report.conflicts, {ClaimRef(finding.article, finding.claim): finding for finding in report.findings})


def article_pages(
    report: Report, view: View, pairs: Pairs | None = None
) -> tuple[tuple[overview.OverviewRow, ...], list[ArticlePage]]:
    """Every article's line in the index and its part of the page, in the report's order."""
    pairs = pairs_of(report) if pairs is None else pairs
    by_article: dict[str, list[Finding]] = {}
    for finding in report.findings:
        by_article.setdefault(finding.article, []).append(finding)
    rows = overview.article_rows(report.articles, by_article)
    same = SameQuantity(report.findings)
    statements = {statement.id: statement for statement in report.statements}
    return rows, [_article(row, by_article, view, statements, pairs, same) for row in rows]


def tamed(written: str) -> str:
    """The page with characters that would hide or turn the words around them shown instead of obeyed, and names from
    right-to-left scripts isolated in sentences of another script."""
    visible = _UNRULY.sub(escaped, written)
    return _TEXT.sub(_isolated, visible) if RTL_NAME.search(visible) else visible


def _isolated(text: re.Match[str]) -> str:
    first = _LETTER.search(text[0])
    if text[1] or first is None or RTL_NAME.match(first[0]):
        return text[0]
    return RTL_NAME.sub(r"<bdi>\g<0></bdi>", text[0])


def _article(
    row: overview.OverviewRow,
    by_article: dict[str, list[Finding]],
    view: View,
    statements: dict[str, Evidence],
    pairs: Pairs,
    same: SameQuantity,
) -> ArticlePage:
    article = row.scored
    assert isinstance(article, ArticleReport)
    claims = sorted(by_article.get(article.id, ()), key=lambda card_of: (card_of.start, card_of.end, card_of.claim))
    text = view.texts.get(article.id)
    to_look_at = sorted(filter(has_card, claims), key=badness)
    cards = tuple(card(finding, text, same.of(finding), statements, view.tables(finding)) for finding in to_look_at)
    return ArticlePage(
        article=article,
        row=row,
        headline=headline(claims),
        placed=None if text is None else place(text, claims, view.figures.get(article.id)),
        why_no_text=view.unmatched.get(article.id, ""),
        cards=cards,
        uncovered=_grouped(claim for claim in claims if standing(claim) is NOT_COVERED),
        outside=tuple(claim for claim in claims if standing(claim) is NOT_CHECKABLE),
        conflicts=pairs.of(article.id),
        draft=draft(article, cards),
        claims=tuple(claims),
        decided=view.decided.get(article.id, ()),
        signed=view.signed.get(article.id, ""),
    )


def _grouped(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """What is not covered, by why."""
    grouped: dict[str, list[Finding]] = {}
    for finding in findings:
        grouped.setdefault(finding.message or "nothing is known of it", []).append(finding)
    return grouped


def _sum(tallies: Iterable[dict[str, int]]) -> dict[str, int]:
    total = {standing.name: 0 for standing in WORST_FIRST}
    for numbers in tallies:
        for name, number in numbers.items():
            total[name] += number
    return total


@cache
def environment(*folders: Path) -> Environment:
    """The template engine with the page's parts and filters; templates of `folders` are found before the page's own."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader([*folders, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    filters: Sequence[Callable[..., Any]] = (
        anchor, target, standing, has_card, figures, waived, many, overview.accuracy, overview.ends, overview.share,
        day, timeline, policy_hash,
    )  # fmt: skip
    made.filters.update({function.__name__: function for function in filters})
    made.globals.update(standings=WORST_FIRST, width=overview.WIDTH, timeline_width=TIMELINE_WIDTH)
    return made


def day(iso: str) -> str:
    """ "2 August 2024" for "2024-08-02"; anything that is not such a day is unchanged."""
    from harness.values import partial_date, show

    try:
        return show(partial_date(iso), "date")
    except ValueError:
        return iso


def policy_hash(text: str) -> str:
    """The hash of this style or script for a content security policy."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def page_style() -> str:
    """The page's style sheet, for servers that deliver the page's parts as separate files."""
    return str(_asset("style.css"))


@cache
def _asset(name: str) -> str:
    """A style or script of the page's own, safe as it stands."""
    from markupsafe import Markup

    return Markup((TEMPLATES / name).read_text(encoding="utf-8"))
