"""csv: read back by the csv module and by pandas; cells that a spreadsheet would run."""

from __future__ import annotations

import csv
from io import StringIO

import msgspec
import pandas as pd
import pytest

from harness.present.formats import write
from harness.records.fingerprint import fingerprint
from harness.records.model import Report


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(write(report, "csv"), newline="")))


def test_a_row_for_each_record(arden: Report) -> None:
    records = [row["record"] for row in rows(arden)]
    last = ["conflict"] * 2 + ["mistake", "counts", "scores", "signature", "gate"]
    assert records == ["finding"] * arden.counts.claims + last


def test_a_finding_comes_back(arden: Report) -> None:
    for row, finding in zip(rows(arden), arden.findings, strict=False):
        assert {key: row[key] for key in ("article", "claim", "kind", "verdict", "quote", "message", "found")} == {
            key: getattr(finding, key) for key in ("article", "claim", "kind", "verdict", "quote", "message", "found")
        }
        assert (int(row["line"]), int(row["column"]), row["fingerprint"]) == (
            finding.line, finding.column, fingerprint(finding)
        )  # fmt: skip


def test_pandas_reads_it(arden: Report) -> None:
    frame = pd.read_csv(StringIO(write(arden, "csv")))
    findings = frame[frame["record"] == "finding"]
    assert findings["verdict"].value_counts().to_dict()["refuted"] == arden.counts.refuted
    assert findings["waived_by"].dropna().tolist() == ["Ann Editor"]


@pytest.mark.parametrize(
    "quote, cell",
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),  # some spreadsheets take the full-width signs too
        ("\n=1", "'\n=1"),
        ("\t=1", "\\x09=1"),  # a tab is shown as its escape, and then no formula
        ("-0.69", "-0.69"),  # numbers stay numbers
        ("+1:02.5", "+1:02.5"),
        ("3:30.10", "3:30.10"),
        ("won, by a \"second\"", "won, by a \"second\""),
        ("a=b", "a=b"),
        ("", ""),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(arden: Report, quote: str, cell: str) -> None:
    finding = msgspec.structs.replace(arden.findings[0], quote=quote)
    assert rows(msgspec.structs.replace(arden, findings=(finding,)))[0]["quote"] == cell


def test_lists_are_a_line_each(arden: Report) -> None:
    (margin,) = [row for row in rows(arden) if row["claim"] == "by-a-second"]
    assert len(margin["evidence"].split("\n")) == 2
    assert margin["sources"] == "The Arden results book (https://arden.example)"
