"""json-lines: the report as a stream, one JSON object a line, for jq, databases and runs too large to hold.

Every object says what it is in `record`: the findings come first, then conflicts, mistakes and articles, each with the
fields of the JSON report, and one `summary` last.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from harness.model import Report
from harness.present.formats import View

# JSON leaves these in texts as they are, and many readers of lines take them for the end of one.
_LINE_ENDS = {"\x85": rb"\u0085", "\u2028": rb"\u2028", "\u2029": rb"\u2029"}
_LISTS = {"finding": "findings", "conflict": "conflicts", "mistake": "mistakes", "article": "articles"}


def render(report: Report, view: View) -> str:
    """One record a line; what is no list of the report is the summary."""
    lines = msgspec.json.Encoder(order="deterministic").encode_lines(list(_records(report)))
    for character, escape in _LINE_ENDS.items():
        lines = lines.replace(character.encode(), escape)
    return lines.decode()


def _records(report: Report) -> Iterator[dict[str, Any]]:
    for record, field in _LISTS.items():
        for one in getattr(report, field):
            yield {"record": record, **msgspec.structs.asdict(one)}
    whole = msgspec.structs.asdict(report)
    yield {"record": "summary", **{field: value for field, value in whole.items() if field not in _LISTS.values()}}
