"""The lines that findings are kept as: those of the json-lines format, whatever is in them."""

from __future__ import annotations

import msgspec
import pytest

from harness.records.model import Evidence, Finding
from harness.storage.spool import finding_line, record_line

PLAIN = Finding(
    article="a", claim="c", kind="mark", verdict="supported", severity=None, text="It is so", quote="so", start=1, end=3
)


@pytest.mark.parametrize("text", ["plain", "Hälsa", "a\u2028b\u2029c\x85d", '"\\\n'])
def test_a_findings_line_is_the_record_of_its_fields_by_name(text: str) -> None:
    finding = msgspec.structs.replace(PLAIN, text=text, notes=(text,), evidence=(Evidence("e", text),))
    line = finding_line(finding)
    assert line == record_line("finding", msgspec.structs.asdict(finding))
    assert list(msgspec.json.decode(line)) == sorted(("record", *Finding.__struct_fields__))
    assert len(line.decode().splitlines()) == 1
