"""Findings and reports made by hand, for tests of what is shown of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from harness.checking.consistency.cross_article import CrossArticleChecker
from harness.checking.gathering import conflict_table
from harness.checking.jobs import add_conflicts_across
from harness.records.model import ArticleReport, ClaimRef, Conflict, Counts, Finding, Gate, Judged, Ratio, Report
from harness.values import Value


def all_conflicts(findings: Sequence[Finding], between: CrossArticleChecker) -> Sequence[Conflict]:
    """Those that can be told from the findings, and those by what the articles say of each other's races."""
    table = conflict_table(findings, findings)
    add_conflicts_across(between, table, None)
    return table.settle({finding.article for finding in findings})


def judged(verdict: str, measure: str, claimed: Value, found: Value | None, **more: Any) -> Judged:
    key = more.pop("quantity", "mark.mark(holt; event=1500m)")
    more.setdefault("heading", "mark")
    return Judged(key, measure, 738000, claimed, found, verdict, **more)  # type: ignore[arg-type]


def finding(text: str, quote: str, verdict: str = "supported", /, **more: Any) -> Finding:
    """A finding on the first place of the quote in the text; not in it, the quote stands where it cannot."""
    start = text.find(quote) if quote in text else 10_000
    fields: dict[str, Any] = {
        "article": "arden", "claim": f"at-{start}-{len(quote)}", "kind": "mark", "verdict": verdict,
        "severity": "low" if verdict == "refuted" else None, "text": f"says {quote}", "quote": quote, "start": start,
        "end": start + len(quote), "file": "arden.json", "line": 3, "column": 5,
    }  # fmt: skip
    return Finding(**{**fields, **more})


def article(identity: str = "arden", **more: Any) -> ArticleReport:
    fields: dict[str, Any] = {
        "id": identity, "title": "An invented report", "publisher": "Arden Post", "published": "2024-06-03",
        "file": f"{identity}.json", "counts": Counts(), "accuracy": Ratio(), "coverage": None, "consistency": None,
    }  # fmt: skip
    return ArticleReport(**{**fields, **more})


def report(*findings: Finding, **more: Any) -> Report:
    articles = tuple(article(one) for one in dict.fromkeys(finding.article for finding in findings))
    fields: dict[str, Any] = {
        "signature": "harness: 0", "counts": Counts(claims=len(findings)), "accuracy": Ratio(), "coverage": None,
        "consistency": None, "articles": articles, "findings": findings, "conflicts": (), "mistakes": (),
        "gate": Gate(False, 1, "gate: failed: 1 claim refuted"),
    }  # fmt: skip
    return Report(**{**fields, **more})


def conflict(*claims: Finding, quantity: str, message: str = "one against another", heading: str = "") -> Conflict:
    refs = tuple(ClaimRef(one.article, one.claim) for one in claims)
    scope = "articles" if len({ref.article for ref in refs}) > 1 else "article"
    return Conflict(refs, scope, quantity, message, heading=heading)  # type: ignore[arg-type]
