"""The sample articles and drafts: their claim files fit the texts, and the errors written into them are refuted."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.checking.load import ClaimFile, default_truth_folder, load_all, load_truth
from harness.checking.load.texts import check_texts
from harness.checking.run import Checker
from harness.truth.index import Truth

SAMPLES = Path(__file__).parent.parent / "benchmarks" / "samples"
DRAFTS = SAMPLES / "drafts"
WRONG = {
    "sample-paris-final": ["ingebrigtsen-fifth"],
    "sample-oregon-final": ["kipsang-eighth"],
    "sample-spring-miles": ["mile-world-record"],
}
WRONG_IN_DRAFTS = {
    "draft-oslo": ["cheruiyot-age", "nader-mark", "nordas-place"],
    "draft-rome": ["verheyden-mark", "habz-place", "mills-mark"],
    "draft-eugene": ["kerr-mark", "wightman-european"],
    "draft-paris": ["farken-gap", "kessler-mark", "mills-place", "budapest-gap"],
}


def files(folder: Path = SAMPLES) -> list[ClaimFile]:
    loaded, mistakes = load_all([folder / "claims"])
    assert not mistakes
    return loaded


@pytest.mark.parametrize("folder", [SAMPLES, DRAFTS], ids=["samples", "drafts"])
def test_the_quotes_stand_in_the_texts(folder: Path) -> None:
    assert check_texts(files(folder), folder / "articles") == []


@pytest.mark.parametrize("article", WRONG)
def test_the_errors_that_were_written_in(article: str) -> None:
    truth = load_truth(default_truth_folder())
    assert isinstance(truth, Truth)
    (file,) = (file for file in files() if file.article.id == article)
    verdicts = {finding.claim: finding.verdict for finding in Checker(truth).check_article(file)}
    assert [claim for claim, verdict in verdicts.items() if verdict == "refuted"] == WRONG[article]
    assert "not_enough_info" not in verdicts.values()
    assert len(verdicts) >= 19


@pytest.mark.parametrize("article", WRONG_IN_DRAFTS)
def test_the_errors_that_were_written_into_the_drafts(article: str) -> None:
    truth = load_truth(default_truth_folder())
    assert isinstance(truth, Truth)
    (file,) = (file for file in files(DRAFTS) if file.article.id == article)
    verdicts = [(finding.claim, finding.verdict) for finding in Checker(truth).check_article(file)]
    assert [claim for claim, verdict in verdicts if verdict == "refuted"] == WRONG_IN_DRAFTS[article]
    assert sum(verdict == "supported" for _, verdict in verdicts) >= 35
