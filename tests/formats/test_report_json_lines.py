"""json-lines: every record on its line, the fields of the JSON report, one summary last."""

from __future__ import annotations

import json

from harness.present.formats import write
from harness.records.model import Report


def test_the_stream_holds_what_the_report_holds(arden: Report) -> None:
    records = [json.loads(line) for line in write(arden, "json-lines").splitlines()]
    whole = json.loads(write(arden, "json"))
    lists = {"finding": "findings", "conflict": "conflicts", "mistake": "mistakes", "article": "articles"}
    for record, field in lists.items():
        found = [{key: value for key, value in one.items() if key != "record"} for one in records
                 if one["record"] == record]  # fmt: skip
        assert found == whole.pop(field)
    assert records[-1] == {"record": "summary", **whole}
