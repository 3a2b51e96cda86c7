"""A report as pandas tables, for counting and plotting: typed columns, one row for each finding or article.

pandas is imported only when a table is requested.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from harness.records.model import Report

if TYPE_CHECKING:
    from pandas import DataFrame

_TEXTS = ["article", "claim", "text", "quote", "claimed", "found", "message", "suggestion", "missing", "file"]
_CATEGORIES = {
    "verdict": ["supported", "refuted", "not_enough_info", "not_checkable", "unreadable"],
    "severity": ["low", "medium", "high"],
}
_COLUMNS = ["article", "claim", "kind", "verdict", "severity", "as_of", "claimed", "found", "text", "quote", "start",
            "end", "notes", "message", "suggestion", "missing", "evidence", "file", "line", "column"]  # fmt: skip


def findings_frame(report: Report) -> DataFrame:
    """One row for each finding, in report order. `verdict` and `severity` are ordered categories, `as_of` is a date
    (NaT if no date matters), `notes` are joined by spaces and `evidence` counts the facts behind the verdict."""
    import pandas

    rows = {
        name: [getattr(finding, name) for finding in report.findings]
        for name in _COLUMNS
        if name not in ("notes", "evidence")
    }
    rows["notes"] = [" ".join(finding.notes) for finding in report.findings]
    rows["evidence"] = [len(finding.evidence) for finding in report.findings]
    frame = pandas.DataFrame(rows, columns=_COLUMNS)
    frame["as_of"] = pandas.to_datetime(frame["as_of"].replace("", None), format="ISO8601")
    for name, values in _CATEGORIES.items():
        frame[name] = pandas.Categorical(frame[name], categories=values, ordered=True)
    return frame.astype({**dict.fromkeys(_TEXTS, "string"), "kind": "category", "notes": "string"})


def articles_frame(report: Report) -> DataFrame:
    """One row for each article: its counts, and its scores as floats (NaN if a score is undefined)."""
    import pandas

    rows = [
        {
            "article": article.id,
            "publisher": article.publisher,
            "published": pandas.Timestamp(article.published),
            **{name: getattr(article.counts, name) for name in article.counts.__struct_fields__},
            "accuracy": article.accuracy.value,
            "accuracy_low": article.accuracy.low,
            "accuracy_high": article.accuracy.high,
            "coverage": article.coverage,
            "consistency": article.consistency,
        }
        for article in report.articles
    ]
    frame = pandas.DataFrame(rows)
    scores = [name for name in ("accuracy", "accuracy_low", "accuracy_high", "coverage", "consistency") if rows]
    return frame.astype(dict.fromkeys(scores, "float64"))
