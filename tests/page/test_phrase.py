"""The corrected phrase, and the word diff to it."""

from __future__ import annotations

import pytest
from findings import finding, judged
from hypothesis import given
from hypothesis import strategies as st

from harness.present.page.phrase import corrected, word_diff
from harness.values import Range, exactly


@pytest.mark.parametrize(
    "quote, printed, suggestion, phrase",
    [
        pytest.param("3:30.10", "3:30.10", "3:30.12", "3:30.12", id="the figure alone"),
        pytest.param("One week after", "One week", "five days", "Five days after", id="a span"),
        pytest.param("the third-fastest man", "third", "fourth", "the fourth-fastest man", id="an ordinal in words"),
        pytest.param("Third in Oslo", "third", "fourth", "Fourth in Oslo", id="at the head of a sentence"),
        pytest.param("three wins", "3", "4", "four wins", id="a number in words"),
        pytest.param("the third man", "3", "4th", "the fourth man", id="an ordinal that the claim file has in figures"),
        pytest.param("One place behind Berg", "1", "2 places", "Two places behind Berg", id="a noun that follows suit"),
        pytest.param("bronze medal", "bronze", "silver", "silver medal", id="a medal"),
        pytest.param("the bronze medal", "bronze", "no medal", "", id="no medal does not fit"),
        pytest.param("bronze", "bronze", "no medal", "no medal", id="no medal fits alone"),
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


ONE, FOURTH, NINTH, TOP = exactly(1), exactly(4), exactly(9), Range(1, 2)


@pytest.mark.parametrize(
    "quote, suggestion, parts, phrase",
    [
        pytest.param("three medals", "one", [("refuted", "count", exactly(3), ONE, "three")], "", id="a plural"),
        pytest.param("three", "one", [("refuted", "count", exactly(3), ONE, "three")], "one", id="nothing after it"),
        pytest.param("third man", "first", [("refuted", "ordinal", exactly(3), ONE, "third")], "first man", id="nth"),
        # "the two fastest": no one place can stand there for both
        pytest.param(
            "1 or 2", "Holt 4th, Berg 9th",
            [("refuted", "ordinal", TOP, FOURTH, "1 or 2"), ("refuted", "ordinal", TOP, NINTH, "1 or 2")],
            "", id="two athletes",
        ),
        pytest.param(
            "1 or 2", "Berg 9th",
            [("supported", "ordinal", TOP, ONE, "1 or 2"), ("refuted", "ordinal", TOP, NINTH, "1 or 2")],
            "", id="one of two athletes",
        ),
        pytest.param(
            "fifth", "fourth, 3:30.12",
            [("refuted", "ordinal", exactly(5), FOURTH, "fifth"), ("refuted", "time", ONE, FOURTH, "3:30.10")],
            "", id="another figure is wrong too",
        ),
    ],
)  # fmt: skip
def test_what_is_pasted_puts_all_of_it_right(quote: str, suggestion: str, parts: list, phrase: str) -> None:
    parts = [judged(verdict, measure, said, found, printed=printed) for verdict, measure, said, found, printed in parts]
    assert corrected(finding(quote, quote, "refuted", suggestion=suggestion, judged=tuple(parts))) == phrase


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
