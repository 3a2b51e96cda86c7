"""What the formats cost: every format of a report of 5,000 findings, one after the other, in one process.

    python benchmarks/formats.py [FINDINGS]

Two reports are measured: one with the findings of the shipped articles over and over, in the mix they have, and one
in which every claim is refuted, which is the most that there can be to say. Every figure is the best of three.
"""

from __future__ import annotations

import sys
import time
from itertools import cycle, islice
from pathlib import Path

from msgspec.structs import replace

from harness.checking.load import default_truth_folder, load_truth
from harness.checking.run import check
from harness.present.formats import View, formats, write
from harness.records.model import Counts, Finding, Report

ROOT = Path(__file__).parent.parent
VIEW = View(root=str(ROOT), line_of=lambda file, line: "  {")


def main() -> None:
    """Check the shipped articles, repeat their findings, measure, print."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    truth = load_truth(default_truth_folder())
    assert not isinstance(truth, list), truth[:3]
    report = check((ROOT / "claims",), truth)
    refuted = [finding for finding in report.findings if finding.verdict == "refuted"]
    reports = (grown(report, report.findings, number), grown(report, refuted, number))
    print(f"{number:,} findings      as they are   all refuted")
    total = [0.0, 0.0]
    for name in formats():
        seconds = [best(one, name) for one in reports]
        total = [before + now for before, now in zip(total, seconds, strict=True)]
        print(row(name, seconds))
    print(row("together", total))


def grown(report: Report, findings: list[Finding] | tuple[Finding, ...], number: int) -> Report:
    """The report with `number` findings, each a claim of its own, and its conflicts as often as before."""
    turns = enumerate(islice(cycle(findings), number))
    more = tuple(replace(one, claim=f"{one.claim}-{turn}") for turn, one in turns)
    verdicts = [finding.verdict for finding in more]
    names = ("supported", "refuted", "not_enough_info", "not_checkable", "unreadable")
    counts = Counts(claims=number, **{name: verdicts.count(name) for name in names})
    return replace(report, findings=more, counts=counts, conflicts=report.conflicts * (number // 421 or 1))


def best(report: Report, name: str) -> float:
    """Seconds of the best of three."""
    seconds = []
    for _ in range(3):
        started = time.perf_counter()
        write(report, name, VIEW)
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def row(name: str, seconds: list[float]) -> str:
    return f"{name:<18}" + "".join(f"{one * 1000:>11.0f} ms" for one in seconds)


if __name__ == "__main__":
    main()
