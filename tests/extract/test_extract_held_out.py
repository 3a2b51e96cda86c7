"""The held-out samples: their claim files fit the texts, and whatever the rules find in them stands where they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.checking.load import load_all
from harness.checking.load.texts import check_texts
from harness.extract import SourceArticle, extract, read_articles

HELD_OUT = Path(__file__).parents[2] / "benchmarks" / "samples" / "held-out"
ARTICLES, MISTAKES = read_articles([HELD_OUT / "articles"])


def test_the_quotes_stand_in_the_texts() -> None:
    loaded, mistakes = load_all([HELD_OUT / "claims"])
    assert not mistakes
    assert not MISTAKES
    assert {file.article.id for file in loaded} == {article.id for article in ARTICLES}
    assert check_texts(loaded, HELD_OUT / "articles") == []


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_nothing_that_the_rules_find_is_made_up(article: SourceArticle) -> None:
    extraction = extract("rules", article)
    assert extraction.document is not None, extraction.failure
    assert extraction.log == ""
    for claim in extraction.document["claims"]:
        assert article.text[claim["start"] : claim["end"]] == claim["quote"]
