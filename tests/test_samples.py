"""The three sample articles: their claim files fit the texts, and the errors written into them are the ones found."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.checking.load import ClaimFile, default_truth_folder, load_all, load_truth
from harness.checking.load.texts import check_texts
from harness.checking.run import Checker
from harness.truth.index import Truth

SAMPLES = Path(__file__).parent.parent / "benchmarks" / "samples"
WRONG = {
    "sample-paris-final": ["ingebrigtsen-fifth"],
    "sample-oregon-final": ["kipsang-eighth"],
    "sample-spring-miles": ["mile-world-record"],
}


def files() -> list[ClaimFile]:
    loaded, mistakes = load_all([SAMPLES / "claims"])
    assert not mistakes
    return loaded


def test_the_quotes_stand_in_the_texts() -> None:
    assert check_texts(files(), SAMPLES / "articles") == []


@pytest.mark.parametrize("article", WRONG)
def test_the_errors_that_were_written_in(article: str) -> None:
    truth = load_truth(default_truth_folder())
    assert isinstance(truth, Truth)
    (file,) = (file for file in files() if file.article.id == article)
    verdicts = {one.claim: one.verdict for one in Checker(truth).check_article(file)}
    assert [claim for claim, verdict in verdicts.items() if verdict == "refuted"] == WRONG[article]
    assert "not_enough_info" not in verdicts.values()
    assert len(verdicts) >= 19
