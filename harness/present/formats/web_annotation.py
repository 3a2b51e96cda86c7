"""web-annotation: the W3C Web Annotation model in JSON-LD, to lay verdicts over the articles themselves.

Each finding is an annotation of its quote, found again by the quote (with the words around it, where the article's text
was given) and by its place in code points. The verdict is a tag, the reasons are a comment, the correction an edit.
Conflicts link their quotes; mistakes are remarks on a file.
https://www.w3.org/TR/annotation-model/
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from harness.present.formats import View
from harness.present.formats._documents import document
from harness.present.formats._places import uri_from
from harness.present.formats._words import because, disagreement, footer, matters, remark, texts
from harness.records.fingerprint import conflict_fingerprint, fingerprint, mistake_fingerprint
from harness.records.model import ArticleReport, ClaimRef, Conflict, Finding, Mistake, Report

OUTLINES_WHAT_IS_RIGHT = True
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32


def render(report: Report, view: View) -> str:
    """One collection with one page of annotations; its labels are the counts, the signature and the gate line."""
    items = list(_annotations(report, view))
    page = {"type": "AnnotationPage", "startIndex": 0, "items": items}
    labels = list(footer(report, view.figures).values())
    return document(
        {"@context": _CONTEXT, "type": "AnnotationCollection", "label": labels, "total": len(items), "first": page}
    )


def _annotations(report: Report, view: View) -> Iterator[dict[str, Any]]:
    articles = {article.id: article for article in report.articles}
    targets: dict[ClaimRef, dict[str, Any]] = {}
    for finding in report.findings:
        target = _target(finding, articles.get(finding.article), view)
        targets[ClaimRef(finding.article, finding.claim)] = target
        yield _finding(finding, target)
    said = texts(report.findings)
    yield from (_conflict(conflict, targets, said) for conflict in report.conflicts)
    yield from (_mistake(mistake, view) for mistake in report.mistakes)


def _finding(finding: Finding, target: dict[str, Any]) -> dict[str, Any]:
    group = "check this" if finding.contradicted_as_read else ""
    tags = [finding.verdict, finding.severity or "", group, "waived" if finding.waiver else "", *finding.notes]
    body = [_body("tagging", tag) for tag in tags if tag]
    body.append(_body("assessing", "; ".join((f"{remark(finding.verdict)}: {finding.text}", *because(finding)))))
    if finding.suggestion and matters(finding):
        body.append(_body("editing", finding.suggestion))
    return _annotation(fingerprint(finding), "assessing", body, target)


def _conflict(conflict: Conflict, targets: dict[ClaimRef, dict[str, Any]], said: dict[ClaimRef, str]) -> dict[str, Any]:
    body = [_body("tagging", "conflict"), _body("commenting", disagreement(conflict, said))]
    quotes = [targets.get(ref) or {"source": _urn("article", ref.article)} for ref in conflict.claims]
    return _annotation(conflict_fingerprint(conflict), "linking", body, quotes)


def _mistake(mistake: Mistake, view: View) -> dict[str, Any]:
    body = [_body("tagging", "mistake"), _body("commenting", str(mistake))]
    return _annotation(mistake_fingerprint(mistake), "commenting", body, uri_from(view, mistake.file))


def _target(finding: Finding, article: ArticleReport | None, view: View) -> dict[str, Any]:
    source = article.url if article is not None and article.url else _urn("article", finding.article)
    quote = {"type": "TextQuoteSelector", "exact": finding.quote, **_around(finding, view)}
    place = {"type": "TextPositionSelector", "start": finding.start, "end": finding.end}
    return {"source": source, "selector": [quote, place]}


def _around(finding: Finding, view: View) -> dict[str, str]:
    """The words before and after the quote; none where the quote does not stand in the text where it should."""
    text, start, end = view.texts.get(finding.article, ""), finding.start, finding.end
    if text[start:end] != finding.quote:
        return {}
    return {"prefix": text[max(start - _AROUND, 0) : start], "suffix": text[end : end + _AROUND]}


def _annotation(known_by: str, motivation: str, body: list[dict[str, str]], target: object) -> dict[str, Any]:
    identity = _urn("annotation", known_by)
    return {"id": identity, "type": "Annotation", "motivation": motivation, "body": body, "target": target}


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value}


def _urn(what: str, name: str) -> str:
    return f"urn:x-harness:{what}:{name}"
