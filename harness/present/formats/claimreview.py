"""claimreview: schema.org ClaimReview in JSON-LD, to publish verdicts for search engines and archives.

The scale is declared: 3 supported, 2 supported with a remark, 1 refuted; an undecided claim has a rating in words only.
The publisher of a review adds its `url`, `author` and `datePublished`, which a report does not know. A node of type
Report has the counts, the gate line, the signature, and conflicts and mistakes as comments.
https://schema.org/ClaimReview
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from harness.present.formats import View
from harness.present.formats._documents import document
from harness.present.formats._words import because, disagreement, reading, remarked, scores, tally, texts
from harness.records.fingerprint import fingerprint
from harness.records.model import ArticleReport, Finding, Report

_WORST, _BEST = 1, 3
_WORDS = {
    "supported": "True",
    "refuted": "False",
    "not_enough_info": "Not enough information",
    "not_checkable": "Not checkable",
    "unreadable": "Not readable",
}


def render(report: Report, view: View) -> str:
    """The report's own node, then a review for every claim."""
    articles = {article.id: _article(article) for article in report.articles}
    reviews = [_review(finding, articles.get(finding.article, {"@type": "Article"})) for finding in report.findings]
    return document({"@context": "https://schema.org", "@graph": [_whole(report, view), *reviews]})


def _whole(report: Report, view: View) -> dict[str, Any]:
    return {
        "@type": "Report",
        "name": report.gate.message,
        "abstract": "; ".join((tally(report), scores(report), *reading(report, view.figures))),
        "identifier": report.signature,
        "comment": [{"@type": "Comment", "text": text} for text in _comments(report)],
    }


def _comments(report: Report) -> Iterator[str]:
    yield from (f"mistake: {mistake}" for mistake in report.mistakes)
    said = texts(report.findings)
    yield from (f"conflict: {disagreement(conflict, said)}" for conflict in report.conflicts)


def _article(article: ArticleReport) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": article.publisher}
    node = {"@type": "Article", "headline": article.title, "datePublished": article.published, "publisher": publisher}
    return {**node, "url": article.url} if article.url else node


def _review(finding: Finding, article: dict[str, Any]) -> dict[str, Any]:
    speaker = {"@type": "Person", "name": finding.attributed_to} if finding.attributed_to else article.get("publisher")
    claim = {"@type": "Claim", "text": finding.quote, "appearance": article}
    review = {
        "@type": "ClaimReview",
        "identifier": fingerprint(finding),
        "claimReviewed": finding.text,
        "reviewBody": "; ".join((_WORDS[finding.verdict], *because(finding))),
        "reviewRating": _rating(finding),
        "itemReviewed": {**claim, "author": speaker} if speaker else claim,
        "isBasedOn": [{"@type": "CreativeWork", "name": source} for source in _sources(finding)],
    }
    return {**review, "keywords": "waived"} if finding.waiver else review


def _rating(finding: Finding) -> dict[str, Any]:
    words = _WORDS[finding.verdict] + (", with a remark" if remarked(finding) else "")
    words += ", check this" if finding.contradicted_as_read else ""
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": words}
    if finding.verdict in ("supported", "refuted"):
        value = 1 if finding.verdict == "refuted" else 2 if remarked(finding) else 3
        rating |= {"ratingValue": value, "worstRating": _WORST, "bestRating": _BEST}
    return rating


def _sources(finding: Finding) -> Iterator[str]:
    yield from dict.fromkeys(source for item in finding.evidence for source in item.sources)
