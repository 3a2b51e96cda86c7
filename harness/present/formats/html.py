"""html: the editor's page, one file that opens from disk: the articles with their claims marked, a card for each
error."""

from __future__ import annotations

from harness.present.formats import View
from harness.records.model import Report


def render(report: Report, view: View) -> str:
    """The page on the whole report; the articles' texts are marked where the view has them."""
    from harness.present.page.page import page

    return page(report, view)
