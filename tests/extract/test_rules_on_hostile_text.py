"""Text that was written to be slow to read: time grows with its length, and the time for one article ends."""

from __future__ import annotations

import time
from datetime import date

import pytest

from harness.checking.load import default_truth_folder
from harness.extract import BadOption, SourceArticle, extract
from harness.extract.rules import find
from harness.extract.rules.lexicon import read_lexicon

PIECES = (
    "a", " ", "word ", "Josh Kerr, ", "3:29.38, ", "Kerr and ", '"Kerr ', "Kerr, who won, ", "1", "1500m and ",
    "the first Briton to win gold since 1988 ", "1. Josh Kerr (GBR) 3:29.38\n", "ABCDE FGHIJ ", "1 | Kerr ",
)  # fmt: skip
LENGTH = 4_000
MOST = 2.6  # times as long for a text twice as long, and some room for what else runs
SHORT = 0.02  # seconds: too short to be compared


def _seconds(piece: str, length: int) -> float:
    text = (piece * (length // len(piece) + 1))[:length]
    began = time.process_time()
    find(text, read_lexicon(default_truth_folder()), date(2024, 8, 7))
    return time.process_time() - began


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(piece: str) -> None:
    first = _seconds(piece, LENGTH)
    for _ in range(3):  # a busy machine is given another chance
        ratio = _seconds(piece, 2 * LENGTH) / max(first, SHORT)
        if ratio <= MOST:
            return
        first = _seconds(piece, LENGTH)
    raise AssertionError(f"{ratio:.1f} times as long")


def test_the_time_for_one_article_ends() -> None:
    article = SourceArticle(
        id="slow", title="Slow", publisher="Arden Post", published="2024-08-07", text="Kerr ran 3:29.38. " * 400
    )
    found = extract("rules", article, {"timeout": "0.001"})
    assert found.document is None
    assert found.failure.startswith("reading it took longer than 0.001 s (7,200 characters): read it in parts")
    with pytest.raises(BadOption, match="above 0"):
        extract("rules", article, {"timeout": "none"})
