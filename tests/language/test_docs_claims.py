"""docs/claims.md: every row of its table is judged as it says, and is what a claim file may hold."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.records.model import Finding

DOCS = Path(__file__).parents[2] / "docs" / "claims.md"
ROW = re.compile(r"^\| (.+?) \| `(\{\"kind.+?\})` \| ([a-z_]+) \|$", re.MULTILINE)
ROWS = ROW.findall(DOCS.read_text(encoding="utf-8"))


def test_the_table_is_read() -> None:
    assert len(ROWS) > 30
    assert {verdict for _, _, verdict in ROWS} == {"supported", "refuted"}


@pytest.mark.parametrize(("sentence", "claim", "verdict"), ROWS, ids=[row[0] for row in ROWS])
def test_every_row_is_judged_as_it_says(
    sentence: str, claim: str, verdict: str, finding_of: Callable[..., Finding]
) -> None:
    finding = finding_of(json.loads(claim), published="2024-10-01")
    assert finding.verdict == verdict, finding
