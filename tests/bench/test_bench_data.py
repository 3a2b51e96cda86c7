"""The data set sports-claims: its files hold together, and the check turns no gold verdict over."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from harness.checking.load import ClaimFile, load_all, load_truth
from harness.checking.load.texts import check_texts
from harness.checking.run import Checker
from harness.truth.index import Truth

DATA = Path(__file__).parents[2] / "benchmarks" / "sports-claims"
SPLITS = {"test": 12}


def files() -> list[ClaimFile]:
    loaded, mistakes = load_all([DATA / "claims"])
    assert not mistakes
    return loaded


@cache
def document(name: str) -> Any:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def test_the_quotes_stand_in_the_texts() -> None:
    assert check_texts(files(), DATA / "articles") == []


def test_the_split_is_fixed() -> None:
    articles = document("dataset.json")["articles"]
    assert Counter(article["split"] for article in articles) == SPLITS
    assert {article["id"] for article in articles} == {file.article.id for file in files()}


@pytest.mark.parametrize("split", SPLITS)
def test_a_split_has_many_sports_and_styles_and_errors_in_half_of_its_articles(split: str) -> None:
    articles = [article for article in document("dataset.json")["articles"] if article["split"] == split]
    assert len({article["sport"] for article in articles}) >= 6
    assert {article["style"] for article in articles} == {"agency", "blog", "broadcast", "table-heavy", "local"}
    assert 0.4 <= sum(article["errors"] for article in articles) / len(articles) <= 0.6


def test_every_claim_has_a_gold_verdict_and_every_error_is_a_claim_that_is_not_supported() -> None:
    verdicts = {(file.article.id, claim.id): claim.gold_verdict for file in files() for claim in file.claims}
    assert None not in verdicts.values()
    errors = {(article, error["claim"]) for article, rows in document("errors.json").items() for error in rows}
    assert {key for key, verdict in verdicts.items() if verdict == "refuted"} <= errors
    assert {verdicts[error] for error in errors} <= {"refuted", "not_enough_info"}


def test_the_check_turns_no_gold_verdict_over() -> None:
    truth = load_truth(DATA / "facts")
    assert isinstance(truth, Truth), truth
    checker = Checker(truth)
    turned = {"supported": "refuted", "refuted": "supported"}
    wrong = []
    for file in files():
        gold = {claim.id: claim.gold_verdict for claim in file.claims}
        for finding in checker.check_article(file):
            if finding.verdict == turned.get(gold[finding.claim] or ""):
                wrong.append((finding.article, finding.claim, finding.verdict))
    assert wrong == []
