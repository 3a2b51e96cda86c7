"""The corrected phrase, and the word diff to it."""

from __future__ import annotations

import pytest
from findings import finding
from hypothesis import given
from hypothesis import strategies as st

from harness.review.phrase import corrected, word_diff


@pytest.mark.parametrize(
    "quote, printed, suggestion, phrase",
    [
        pytest.param("3:30.10", "3:30.10", "3:30.12", "3:30.12", id="the figure alone"),
        pytest.param("One week after", "One week", "5 days", "5 days after", id="a span"),
        pytest.param("Two days after", "Two days", "5 days", "5 days after", id="words of more than one stay figures"),
        pytest.param("the third-fastest man", "third", "4th", "the fourth-fastest man", id="an ordinal in words"),
        pytest.param("Third in Oslo", "third", "4th", "Fourth in Oslo", id="at the head of a sentence"),
        pytest.param("three wins", "three", "4", "four wins", id="a number in words"),
        pytest.param("nine wins", "nine", "12", "12 wins", id="from ten on in figures"),
        pytest.param("in 3:30.1, he", "3:30.1", "3:30.12", "in 3:30.12, he", id="a comma after it"),
        pytest.param("3 of 13 wins", "3", "4", "4 of 13 wins", id="not within another number"),
        pytest.param("1:13:30", "13", "14", "", id="not a part of a time"),
        pytest.param("previous bronze finishes", "at least 2", "1", "", id="not in the quote"),
        pytest.param("won", "won", "", "", id="nothing to suggest"),
        pytest.param("4th", "4th", "4th", "", id="nothing to change"),
        pytest.param("Ole (NOR)", "(NOR)", "(GBR)", "Ole (GBR)", id="characters that patterns use"),
    ],
)
def test_the_corrected_phrase(quote: str, printed: str, suggestion: str, phrase: str) -> None:
    assert corrected(finding(quote, quote, "refuted", claimed=printed, suggestion=suggestion)) == phrase


@pytest.mark.parametrize(
    "old, new, changes",
    [
        ("One week after", "5 days after", ["-One week", "+5 days", "= after"]),
        ("the third man", "the fourth man", ["=the ", "-third", "+fourth", "= man"]),
        ("3:30.10", "3:30.12", ["-3:30.10", "+3:30.12"]),
        ("won gold", "won", ["=won", "- gold"]),
        ("won", "won", ["=won"]),
    ],
)
def test_the_word_diff(old: str, new: str, changes: list[str]) -> None:
    signs = {"old": "-", "new": "+", "same": "="}
    assert [signs[change.how] + change.words for change in word_diff(old, new)] == changes


@given(st.text("ab \n"), st.text("ab \n"))
def test_a_diff_holds_both_phrases(old: str, new: str) -> None:
    diff = word_diff(old, new)
    assert "".join(change.words for change in diff if change.how != "new") == old
    assert "".join(change.words for change in diff if change.how != "old") == new
