"""json-lines: the report as a stream, one JSON object a line, for jq, databases and runs too large to hold.

Every object says what it is in `record`: the findings come first, then conflicts, mistakes and articles, each with the
fields of the JSON report, and one `summary` last.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from harness.present.formats import View
from harness.present.formats._figures import articles_with_figures
from harness.records.model import Report
from harness.storage.spool import finding_line, record_line, spool_of

_LISTS = {"finding": "findings", "conflict": "conflicts", "mistake": "mistakes", "article": "articles"}


def render(report: Report, view: View) -> str:
    """One record per line; what is not a list in the report is in the summary."""
    return "".join(chunks(report, view))


def chunks(report: Report, view: View) -> Iterator[str]:
    """Line by line."""
    spool = spool_of(report)
    for line in map(finding_line, report.findings) if spool is None else spool.lines():
        yield line.decode()
    shown = msgspec.structs.replace(report, articles=articles_with_figures(report, view.figures))
    for record, field in _LISTS.items():
        if record != "finding":
            for row in getattr(shown, field):
                fields = msgspec.structs.asdict(row)
                known = {name: value for name, value in fields.items() if value is not msgspec.UNSET}
                yield record_line(record, known).decode()
    whole = {field: getattr(report, field) for field in report.__struct_fields__ if field not in _LISTS.values()}
    yield record_line("summary", whole).decode()
