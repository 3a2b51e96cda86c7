"""The JSON report: the contract that other programs rely on."""

from __future__ import annotations

import json

import msgspec
from arden import World

from harness.records.model import Report

CONTRACT = {"article", "claim", "kind", "verdict", "severity", "notes", "text", "quote", "start", "end", "claimed",
            "found", "as_of", "message", "suggestion", "evidence"}  # fmt: skip


def test_the_contract(world: World) -> None:
    report = world.report()
    assert {"signature", "counts", "articles", "findings", "conflicts", "gate"} <= set(report)
    assert {"id", "title", "publisher", "published", "counts", "accuracy", "coverage", "consistency"} <= set(
        report["articles"][0]
    )
    assert set(report["articles"][0]["accuracy"]) == {"value", "low", "high"}
    assert all(set(finding) >= CONTRACT for finding in report["findings"])
    assert {"id", "summary", "sources", "date"} == set(report["findings"][0]["evidence"][0])
    assert {"passed", "exit_code", "message"} == set(report["gate"])


def test_counts_add_up(world: World) -> None:
    report = world.report()
    counts = report["counts"]
    verdicts = ("supported", "refuted", "not_enough_info", "not_checkable", "unreadable")
    assert sum(counts[verdict] for verdict in verdicts) == counts["claims"] == len(report["findings"])
    assert counts["high"] + counts["medium"] + counts["low"] == counts["refuted"]


def test_the_place_of_a_finding_is_that_of_its_claim(world: World) -> None:
    report = world.report()
    lines = (world.root / "claims" / "arden.json").read_text(encoding="utf-8").splitlines()
    for finding in report["findings"]:
        assert lines[finding["line"] - 1][finding["column"] - 1] == "{"
        assert f'"id": "{finding["claim"]}"' in lines[finding["line"] + 1]


def test_a_report_is_read_back_as_it_was(world: World) -> None:
    printed = world.check("--format", "json").stdout.encode()
    report = msgspec.json.decode(printed, type=Report)
    again = msgspec.json.format(msgspec.json.encode(report, order="deterministic"), indent=1) + b"\n"
    assert json.loads(again) == json.loads(printed)
    assert again == printed
