"""json: the stable interface for other programs; its schema is `harness schema report`."""

from __future__ import annotations

import msgspec

from harness.present.formats import View
from harness.present.formats._figures import articles_with_figures
from harness.records.model import Report
from harness.storage.spool import held


def render(report: Report, view: View) -> str:
    """The whole report as one JSON object; equal reports give the same bytes."""
    articles = articles_with_figures(report, view.figures)
    report = msgspec.structs.replace(held(report), articles=articles)
    return msgspec.json.format(msgspec.json.encode(report, order="deterministic"), indent=1).decode() + "\n"
