"""Text that was written to be slow to read: time grows with its length, and the time for one article ends."""

from __future__ import annotations

import itertools
import time
from datetime import date

import pytest

from harness.checking.load import default_truth_folder
from harness.extract import BadOption, SourceArticle, extract
from harness.extract.articles import MOST_CHARACTERS
from harness.extract.rules import find
from harness.extract.rules.lexicon import read_lexicon

PIECES = (
    "a", " ", "word ", "Josh Kerr, ", "3:29.38, ", "Kerr and ", '"Kerr ', "Kerr, who won, ", "1", "1500m and ",
    "the first Briton to win gold since 1988 ", "1. Josh Kerr (GBR) 3:29.38\n", "ABCDE FGHIJ ", "1 | Kerr ",
    ", who ", "Kerr's ", "he ", "at the Olympics in ", "ahead of Kerr ", "as he was held in Paris, ",
)  # fmt: skip
LENGTH = 4_000
MONOTONOUS = ("a", "1", ",", "A", '"', "(", "\n", "and ", "-")
LONGEST = MOST_CHARACTERS
MOST = 2.6  # times as long for a text twice as long, and some room for what else runs
SHORT = 0.02  # seconds: too short to be compared


def _seconds(text: str) -> float:
    began = time.process_time()
    find(text, read_lexicon(default_truth_folder()), date(2024, 8, 7), seconds=float("inf"))
    return time.process_time() - began


def _repeated(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def _hold(most: float, shorter: str, longer: str) -> None:
    """Holds the time for the longer text to so many times that for the shorter; a busy machine has three chances."""
    ratios = []
    for _ in range(3):
        ratios.append(_seconds(longer) / max(_seconds(shorter), SHORT))
        if ratios[-1] <= most:
            return
    raise AssertionError(f"{min(ratios):.1f} times as long for {len(longer) / len(shorter):g} times the text")


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(piece: str) -> None:
    _hold(MOST, _repeated(piece, LENGTH), _repeated(piece, 2 * LENGTH))


@pytest.mark.parametrize("piece", MONOTONOUS)
def test_a_million_characters_take_ten_times_as_long_as_a_hundred_thousand(piece: str) -> None:
    _hold(12.5, _repeated(piece, LONGEST // 10), _repeated(piece, LONGEST))


def test_names_that_are_all_different_take_no_longer() -> None:
    letters = "bcdfglmnprst"
    words = [f"{a.upper()}a{b}o{c}e{d}i" for a, b, c, d in itertools.product(letters, repeat=4)]
    people = [f"{first} {last} won in {place} 1996. " for first, last, place in zip(*[iter(words)] * 3, strict=True)]
    _hold(5.2, "".join(people[: len(people) // 4]), "".join(people))


def test_the_time_for_one_article_ends() -> None:
    article = SourceArticle(
        id="slow", title="Slow", publisher="Arden Post", published="2024-08-07", text="Kerr ran 3:29.38. " * 400
    )
    found = extract("rules", article, {"timeout": "0.001"})
    assert found.document is None
    assert found.failure.startswith("reading it took longer than 0.001 s (7,200 characters): read it in parts")
    with pytest.raises(BadOption, match="above 0"):
        extract("rules", article, {"timeout": "none"})
