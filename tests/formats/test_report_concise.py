"""concise: one line each, at a place that editors can jump to, the gate line last."""

from __future__ import annotations

import re

import msgspec
from arden import World

from harness.present.formats import write
from harness.records.model import Report


def test_one_line_each_and_the_gate_line_last(arden: Report) -> None:
    *lines, counts, scores, signature, gate = write(arden, "concise").splitlines()
    assert len(lines) == len(arden.mistakes) + 5 + len(arden.conflicts)
    assert all(re.match(r"claims/\w+\.json:\d+:\d+: ", line) for line in lines)
    assert (counts[:10], scores[:8], signature[:9], gate) == ("10 claims:", "accuracy", "signature", arden.gate.message)


def test_the_worst_first_and_the_waived_last(arden: Report) -> None:
    verdicts = [line.split(": ")[1] for line in write(arden, "concise").splitlines()[:-4]]
    assert verdicts == ["mistake", "unreadable", "refuted (high)", "supported (with a remark)", "not enough info",
                        "refuted (low, waived)", "conflict", "conflict"]  # fmt: skip


def test_lines_stay_lines(arden: Report) -> None:
    findings = tuple(msgspec.structs.replace(one, quote="a\nb\r\n\tc") for one in arden.findings)
    written = write(msgspec.structs.replace(arden, findings=findings), "concise")
    assert written.count("\n") == write(arden, "concise").count("\n")
    assert '"a b c"' in written


def test_the_gate_line_is_printed_once(world: World) -> None:
    run = world.check("--format", "concise")
    assert run.stdout.splitlines()[-1].startswith("gate: failed")
    assert run.stderr == ""
