"""Claim files of eight articles that nobody had seen when the language was made: what it cannot say stays rare.

The articles lie beside a clone (`../shared/heldout`), and are no part of the project: without them only the files are
held to what a claim file is.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.checking.load import load_all
from harness.checking.load.sense import check_text
from harness.claims.claim import kind_of

CLAIMS = Path(__file__).parent / "claims"
ARTICLES = Path(__file__).parents[3] / "shared" / "heldout" / "articles"
MOST_OTHER = 8  # of a hundred claims
FILES, MISTAKES = load_all([CLAIMS])


def test_the_files_are_claim_files() -> None:
    assert MISTAKES == []
    assert len(FILES) == 8


def test_few_claims_are_of_no_kind() -> None:
    kinds = [kind_of(claim) for file in FILES for claim in file.claims]
    assert len(kinds) > 200
    assert 100 * kinds.count("other") <= MOST_OTHER * len(kinds)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.article.id)
def test_every_quote_stands_in_its_article(file) -> None:
    path = ARTICLES / f"{file.article.id.removeprefix('heldout-')}.txt"
    if not path.is_file():
        pytest.skip(f"the article is not beside this clone ({path})")
    assert check_text(file, path.read_text(encoding="utf-8")) == []
