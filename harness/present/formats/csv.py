"""csv: one row for each finding, for spreadsheets and data frames, in UTF-8 following RFC 4180, lines ended by a
newline.

The column `record` distinguishes findings from the rows that follow them: conflicts, mistakes, counts, scores,
signature and gate. A cell that a spreadsheet would run as a formula is prefixed with an apostrophe.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import Any

from harness.present.formats import View
from harness.present.formats._characters import visible
from harness.present.formats._places import Places, path_from
from harness.present.formats._words import between, footer
from harness.records.fingerprint import fingerprint
from harness.records.model import Conflict, Finding, Mistake, Report, Waiver

COLUMNS = (
    "record", "article", "claim", "kind", "verdict", "severity", "quote", "text", "claimed", "found", "suggestion",
    "near_misses", "message", "missing", "notes", "attributed_to", "as_of", "start", "end", "evidence", "sources",
    "waived_by", "waived_on", "waived_until", "waived_because", "file", "line", "column", "fingerprint",
    "inferred", "read_as", "check_this",
)  # fmt: skip
# https://owasp.org/www-community/attacks/CSV_Injection; a plain number with its sign is no formula.
_FORMULA = re.compile(r"\s*(?:[=@\uff1d\uff0b\uff0d\uff20]|[+\-](?![0-9]+(?:[.,:][0-9]+)*\s*%?$))")


def render(report: Report, view: View) -> str:
    """A header and a row for every finding, conflict and mistake, and for the report as a whole."""
    return "".join(chunks(report, view))


def chunks(report: Report, view: View) -> Iterator[str]:
    """Row by row."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in _rows(report, view):
        writer.writerow([_cell(row.get(column)) for column in COLUMNS])
        yield out.getvalue()
        out.seek(0)
        out.truncate()


def _rows(report: Report, view: View) -> Iterator[dict[str, Any]]:
    places = Places(report)
    yield from (_finding(finding, view) for finding in report.findings)
    yield from (_conflict(conflict, places, view) for conflict in report.conflicts)
    yield from (_mistake(mistake, view) for mistake in report.mistakes)
    for record, message in footer(report, view.figures).items():
        yield {"record": record, "message": message}


def _finding(finding: Finding, view: View) -> dict[str, Any]:
    row = {column: getattr(finding, column, None) for column in COLUMNS}
    row |= {
        "record": "finding",
        "evidence": "\n".join(item.id for item in finding.evidence),
        "sources": "\n".join(dict.fromkeys(source for item in finding.evidence for source in item.sources)),
        "file": path_from(view, finding.file),
        "near_misses": "\n".join(finding.near_misses),
        "fingerprint": fingerprint(finding),
        "inferred": "\n".join(finding.inferred),
        "read_as": "\n".join(finding.read_as),
        "check_this": "yes" if finding.contradicted_as_read else None,
    }
    return row | _waiver(finding.waiver)


def _waiver(waiver: Waiver | None) -> dict[str, str]:
    if waiver is None:
        return {}
    by = {"waived_by": waiver.author, "waived_on": waiver.date, "waived_until": waiver.until}
    return {**by, "waived_because": waiver.reason}


def _conflict(conflict: Conflict, places: Places, view: View) -> dict[str, Any]:
    place = places.of_conflict(conflict)
    return {
        "record": "conflict",
        "article": "\n".join(ref.article for ref in conflict.claims),
        "claim": "\n".join(ref.claim for ref in conflict.claims),
        "text": conflict.quantity,
        "message": conflict.message,
        "notes": between(conflict),
        "file": path_from(view, place.file),
        "line": place.line,
        "column": place.column,
        **_waiver(conflict.waiver),
    }


def _mistake(mistake: Mistake, view: View) -> dict[str, Any]:
    return {
        "record": "mistake",
        "text": mistake.path,
        "message": mistake.message,
        "file": path_from(view, mistake.file),
        "line": mistake.line,
        "column": mistake.column,
    }


def _cell(value: Any) -> Any:
    """What is no text stays as it is; a list of texts is one cell, a line each."""
    if isinstance(value, tuple):
        value = "\n".join(value)
    if not isinstance(value, str):
        return value
    text = visible(value)
    return f"'{text}" if _FORMULA.match(text) else text
