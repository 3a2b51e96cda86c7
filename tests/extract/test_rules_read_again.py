"""A text that was edited is read as by one who never saw it before: what is kept of the last reading is exact."""

from __future__ import annotations

from datetime import date

import pytest

from harness.checking.load import default_truth_folder
from harness.extract import rules
from harness.extract.rules.lexicon import read_lexicon

DAY = date(2024, 8, 7)
SENTENCES = (
    "Cole Hocker won the men's 1500m at the 2024 Olympic Games in Paris in 3:27.65.",
    "Josh Kerr was second in 3:27.79.",
    "He is 26 and had won the world title in Budapest in 3:29.38.",
    "Jakob Ingebrigtsen finished fourth in the final.",
    "He had won there in 3:28.32.",
    "Josh Kerr was second in 3:27.79.",
)
EDITS = {
    "another person before a pronoun": (1, "Yared Nuguse was third in 3:27.80."),
    "another competition": (
        0,
        "Jake Wightman won the men's 1500m at the 2022 World Championships in Eugene in 3:29.23.",
    ),
    "a sentence that is gone": (2, ""),
    "two equal ones that stand elsewhere": (3, "Josh Kerr was second in 3:27.79."),
    "another paragraph": (4, "\n\nHe had won there in 3:28.32."),
    "nothing": (4, SENTENCES[4]),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_is_kept_of_the_last_reading_changes_nothing(edit: str) -> None:
    place, instead = EDITS[edit]
    lexicon = read_lexicon(default_truth_folder())
    edited = " ".join((*SENTENCES[:place], instead, *SENTENCES[place + 1 :]))
    rules._KEPT.clear()
    fresh = rules.find(edited, lexicon, DAY)
    rules._KEPT.clear()
    rules.find(" ".join(SENTENCES), lexicon, DAY)
    assert rules.find(edited, lexicon, DAY) == fresh


def test_the_grammars_are_asked_only_of_what_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon = read_lexicon(default_truth_folder())
    rules._KEPT.clear()
    rules.find(" ".join(SENTENCES[:-1]), lexicon, DAY)
    asked: list[str] = []
    monkeypatch.setattr(rules, "grammars", lambda: (lambda sentence: asked.append(sentence.words) or iter(()),))
    rules.find(" ".join((*SENTENCES[:-1], "It rained.")), lexicon, DAY)
    assert asked == ["It rained."]


def test_a_sentence_that_stands_twice_is_two_sentences() -> None:
    """Its claims are held together within each; else an article that repeats one costs the square of that."""
    one = "Josh Kerr won the 1500m final at the Paris Olympics in 3:27.79. "
    claims = rules.find(one * 3, read_lexicon(default_truth_folder()), DAY)
    assert len({claim["compound"] for claim in claims}) == 3
    for name in {claim["compound"] for claim in claims}:
        places = [claim["start"] for claim in claims if claim["compound"] == name]
        assert max(places) - min(places) < len(one)
