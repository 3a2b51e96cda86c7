"""0.2.0: whoever started is counted among the athletes of a holding; a total of starters had the same meaning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from harness.migrations import Migration, Replacement


def _starters_are_athletes(document: Any) -> Iterator[Replacement]:
    totals = document.get("totals") if isinstance(document, dict) else None
    for number, total in enumerate(totals if isinstance(totals, list) else ()):
        if isinstance(total, dict) and total.get("of") == "starters":
            yield Replacement(("totals", number, "of"), "athletes", "who started is counted among the athletes")


MIGRATIONS = (Migration("0.2.0", "truth", _starters_are_athletes),)
