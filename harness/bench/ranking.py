"""The leaderboard file of a data set: one line for each system and split, small enough to read in a diff and to cite.

It contains the run's signature, so that the figures can be reproduced; it contains no claim of a test split.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from harness.bench.results import Results
from harness.records.model import Ratio
from harness.statistics import share
from harness.storage.files import replace_file


class Ranked(msgspec.Struct, frozen=True, kw_only=True):
    """One system's figures on one split of a data set."""

    system: str
    data: str
    digest: str
    signature: str
    flagged_errors: Ratio
    false_alarms_per_article: float | None
    f1: dict[str, Ratio]


def add_to_leaderboard(path: Path, results: Results, data: str) -> None:
    """Put the run's systems into the file; what it had of the same systems on the same data is replaced."""
    kept = [
        row
        for row in read_leaderboard(path)
        if (row.data, row.system) not in {(data, system.name) for system in results.systems}
    ]
    rows = sorted(
        [*kept, *_rows(results, data)], key=lambda row: (row.data, -(row.flagged_errors.value or 0.0), row.system)
    )
    lines = ",\n ".join(msgspec.json.encode(row).decode() for row in rows)
    replace_file(path, f"[\n {lines}\n]\n")


def read_leaderboard(path: Path) -> list[Ranked]:
    return msgspec.json.decode(path.read_bytes(), type=list[Ranked]) if path.exists() else []


def _rows(results: Results, data: str) -> list[Ranked]:
    flagged = {flags.system: flags for flags in results.flagged}
    return [
        Ranked(
            system=system.name,
            data=data,
            digest=system.digest,
            signature=results.signature,
            flagged_errors=_short(flagged[system.name].errors.f1) if system.name in flagged else Ratio(),
            false_alarms_per_article=flagged[system.name].false_alarms_per_article if system.name in flagged else None,
            f1={figures.measure: _short(figures.f1) for figures in system.ladder},
        )
        for system in results.systems
    ]


def _short(ratio: Ratio) -> Ratio:
    return Ratio(*(None if value is None else float(share(value, 4)) for value in (ratio.value, ratio.low, ratio.high)))
