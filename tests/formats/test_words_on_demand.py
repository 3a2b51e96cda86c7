"""Words on demand: what a report does not show is not put into words, and no format's text is another for that."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from harness.checking import findings
from harness.checking.load import default_truth_folder, load_truth
from harness.checking.run import Question, check
from harness.present.formats import formats, shows_everything, write
from harness.records.model import Report
from harness.truth.index import Truth

CLAIMS = Path(__file__).parents[2] / "claims"


@pytest.fixture(scope="module")
def truth() -> Truth:
    truth = load_truth(default_truth_folder())
    assert isinstance(truth, Truth)
    return truth


@pytest.fixture(scope="module")
def in_full(truth: Truth) -> Report:
    return check([CLAIMS], truth)


@pytest.fixture(scope="module")
def in_outline(truth: Truth) -> Report:
    return check([CLAIMS], truth, Question(in_full=False))


@pytest.mark.parametrize("name", formats())
def test_a_format_is_the_same_without_the_words_that_it_does_not_show(
    in_full: Report, in_outline: Report, name: str
) -> None:
    assert (write(in_full, name) != write(in_outline, name)) == shows_everything(name)


@pytest.mark.parametrize("jobs", [1, 2])
def test_findings_of_a_large_run_are_told_alike(truth: Truth, in_outline: Report, jobs: int) -> None:
    spooled = check([CLAIMS], truth, Question(in_full=False), keep=False, jobs=jobs)
    assert list(spooled.findings) == list(in_outline.findings)


def test_what_is_right_without_a_remark_is_not_put_into_words(truth: Truth, monkeypatch: pytest.MonkeyPatch) -> None:
    described: Counter[str] = Counter()
    describe = findings.describe

    def counted(own: Truth, weighed: object, deciding: object) -> object:
        described[deciding.verdict] += 1  # type: ignore[attr-defined]
        return describe(own, weighed, deciding)  # type: ignore[arg-type]

    monkeypatch.setattr(findings, "describe", counted)
    report = check([CLAIMS], truth, Question(in_full=False))
    remarked = [one for one in report.findings if one.verdict == "supported" and one.notes]
    assert described["refuted"] > 0
    assert described["supported"] <= len(remarked) < report.counts.supported


def test_what_needs_a_look_is_told_in_full(in_full: Report, in_outline: Report) -> None:
    for whole, outline in zip(in_full.findings, in_outline.findings, strict=True):
        if whole.verdict != "supported" or whole.notes:
            assert outline == whole
        else:
            assert (outline.judged, outline.relied_on, outline.quote) == (whole.judged, whole.relied_on, whole.quote)
            assert not outline.evidence
