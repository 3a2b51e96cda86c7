"""A report as pandas tables."""

from __future__ import annotations

import msgspec
import pandas
import pytest
from arden import World

from harness.present.frames import articles_frame, findings_frame
from harness.records.model import Counts, Gate, Ratio, Report


@pytest.fixture
def report(world: World) -> Report:
    return msgspec.json.decode(world.check("--format", "json").stdout.encode(), type=Report)


def test_one_row_a_finding_with_typed_columns(report: Report) -> None:
    frame = findings_frame(report)
    assert list(frame["claim"]) == [one.claim for one in report.findings]
    assert frame["verdict"].value_counts()["supported"] == report.counts.supported == 4
    assert frame["severity"].cat.ordered
    assert frame.loc[frame["severity"] >= "low", "claim"].tolist() == ["holt-mark"]
    assert frame.loc[0, "as_of"] == pandas.Timestamp("2024-06-03")
    assert pandas.isna(frame.loc[5, "as_of"])  # a mood has no date
    assert frame.loc[3, "evidence"] == 2


def test_counts_by_kind_are_one_line(report: Report) -> None:
    table = pandas.crosstab(findings_frame(report)["kind"], findings_frame(report)["verdict"])
    assert table.loc["mark", "refuted"] == 1
    assert table.loc["margin", "supported"] == 1


def test_one_row_an_article(report: Report) -> None:
    frame = articles_frame(report)
    assert frame.loc[0, ["article", "supported", "refuted"]].tolist() == ["arden", 4, 1]
    assert frame.loc[0, "accuracy"] == pytest.approx(0.8)
    assert frame["published"].dt.year.tolist() == [2024]


def test_nothing_checked_is_an_empty_table() -> None:
    empty = Report(
        signature="", counts=Counts(), accuracy=Ratio(), coverage=None, consistency=None, articles=(), findings=(),
        conflicts=(), mistakes=(), gate=Gate(False, 5, ""),
    )  # fmt: skip
    assert findings_frame(empty).empty
    assert articles_frame(empty).empty


def test_an_undefined_score_is_nan(world: World) -> None:
    world.write("claims/none.json", {"article": {**_ARTICLE, "id": "none"}, "claims": []})
    report = msgspec.json.decode(world.check("--format", "json").stdout.encode(), type=Report)
    frame = articles_frame(report).set_index("article")
    assert pandas.isna(frame.loc["none", "accuracy"])
    assert frame["accuracy"].dtype == "float64"


_ARTICLE = {
    "id": "none", "title": "Nothing claimed", "publisher": "Arden Post", "url": None, "published": "2024-06-03",
    "published_basis": "invented", "characters": 1, "sha256": "0" * 64,
}  # fmt: skip
