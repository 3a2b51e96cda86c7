"""A report as a notebook shows it: the gate, each article's scores, and the findings worth a look, worst first.

Plain tables without a style of their own, so that they follow the notebook's; every text is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from harness.present.formats._characters import one_line
from harness.present.formats._words import consistency_of, disagreement, interval, ruling, share, texts, that_matter
from harness.records.model import ArticleReport, Finding, Report

ROWS = 20  # a cell's output is looked at, not scrolled through; the tables hold the rest

_ARTICLE = ["article", "claims", "supported", "refuted", "not enough info", "not checkable", "accuracy (95 %)",
            "coverage", "consistency"]  # fmt: skip
_FINDING = ["verdict", "claim", "printed", "official", "print instead", "where"]


def html(report: Report) -> str:
    """The report as a piece of HTML."""
    scored: list[tuple[str, ArticleReport | Report]] = [(article.id, article) for article in report.articles]
    return "".join(
        [
            f"<div><p><strong>{escape(report.gate.message)}</strong></p>",
            _lines("Could not be read", [str(mistake) for mistake in report.mistakes]),
            _table(_ARTICLE, [_article(*row) for row in scored], "articles_frame()", _article("all", report)),
            _lines("Conflicts", [disagreement(conflict, texts(report.findings)) for conflict in report.conflicts]),
            _table(_FINDING, [_finding(row) for row in that_matter(report)], "to_frame()"),
            f"<p><small>{escape(report.signature)}</small></p></div>",
        ]
    )


def _article(name: str, scored: ArticleReport | Report) -> list[str]:
    counts = scored.counts
    numbers = (counts.claims, counts.supported, counts.refuted, counts.not_enough_info, counts.not_checkable)
    shares = (interval(scored.accuracy), share(scored.coverage), consistency_of(scored))
    return [name, *map(str, numbers), *shares]


def _finding(finding: Finding) -> list[str]:
    where = f"{finding.file}:{finding.line}:{finding.column}" if finding.line else finding.file
    return [ruling(finding), finding.text, finding.quote, finding.found or finding.message, finding.suggestion, where]


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], rest: str, last: Sequence[str] | None = None) -> str:
    """A table of the first rows, and of the last one whatever their number; nothing where there are no rows."""
    if not rows:
        return ""
    body = [*rows[:ROWS], last] if last is not None and len(rows) > 1 else rows[:ROWS]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    more = f"<p>and {len(rows) - ROWS} more: <code>{rest}</code></p>" if len(rows) > ROWS else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{_rows(body)}</tbody></table>{more}"


def _rows(rows: Iterable[Sequence[str]]) -> str:
    return "".join("<tr>" + "".join(f"<td>{escape(one_line(cell))}</td>" for cell in row) + "</tr>" for row in rows)


def _lines(title: str, lines: Sequence[str]) -> str:
    if not lines:
        return ""
    items = "".join(f"<li>{escape(one_line(line))}</li>" for line in lines[:ROWS])
    more = f"<li>and {len(lines) - ROWS} more</li>" if len(lines) > ROWS else ""
    return f"<p>{title} ({len(lines)})</p><ul>{items}{more}</ul>"
