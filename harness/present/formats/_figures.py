"""The figures of each article's text, and those that no claim quotes, in reports for other programs."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import UNSET
from msgspec.structs import replace

from harness.records.model import ArticleReport, FiguresRead, Report


def articles_with_figures(report: Report, figures: Mapping[str, FiguresRead]) -> tuple[ArticleReport, ...]:
    """The articles of the report; where the text of one is known, with its figures."""
    return tuple(replace(article, figures=figures.get(article.id, UNSET)) for article in report.articles)
