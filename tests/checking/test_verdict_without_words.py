"""A verdict is one thing and its wording another: judging puts nothing into words, whatever comes of it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from harness.checking.load import ClaimFile, default_truth_folder, load_all, load_truth
from harness.checking.resolve import ArticleWords
from harness.checking.run import Checker
from harness.truth.index import Truth

CLAIMS = Path(__file__).parents[2] / "claims"
IN_WORDS = ("called", "show_setting", "show", "evidence", "cite")


@pytest.fixture(scope="module")
def shipped() -> tuple[Truth, list[ClaimFile]]:
    truth = load_truth(default_truth_folder())
    assert isinstance(truth, Truth)
    files, mistakes = load_all([CLAIMS])
    assert not mistakes
    return truth, list(files)


def test_judging_the_shipped_claims_makes_no_words(
    shipped: tuple[Truth, list[ClaimFile]], monkeypatch: pytest.MonkeyPatch
) -> None:
    truth, files = shipped
    checker = Checker(truth)
    verdicts: Counter[str] = Counter()
    for file in files:
        published = date.fromisoformat(file.article.published).toordinal()
        words = ArticleWords(checker.names, published, file.claims, None, checker.readings)
        for claim in file.claims:
            words.resolve(claim)  # names are traced in words when they are read, once for all articles
        with monkeypatch.context() as silenced:
            for name in IN_WORDS:
                silenced.setattr(
                    Truth, name, lambda *_, name=name: pytest.fail(f"{name}: a verdict was put into words")
                )
            verdicts.update(checker.verifier.judge(claim, words).ruling.verdict for claim in file.claims)
    assert {"supported", "refuted", "not_enough_info", "not_checkable"} <= verdicts.keys()
