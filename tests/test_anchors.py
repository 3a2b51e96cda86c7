"""Anchors: a quote is found again where its sentence stands, and is an orphan wherever that would be a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.records.anchors import anchor_at, follow, locate

TEXT = "Arden won in 3:29.05. Brook came second.\nIt was her third medal. Brook came second in Oslo too."


def of(text: str, quote: str, number: int = 0):
    start = -1
    for _ in range(number + 1):
        start = text.index(quote, start + 1)
    return anchor_at(text, start, start + len(quote))


def quoted(text: str, anchor) -> str | None:
    span = locate(text, anchor)
    return None if span is None else text[span[0] - 6 : span[1]]


@pytest.mark.parametrize(
    "new, where",
    [
        (TEXT, TEXT.index("second")),
        ("A headline.\n" + TEXT, TEXT.index("second") + len("A headline.\n")),  # a paragraph before it
        (TEXT.replace("It was her third medal. ", ""), TEXT.index("second")),  # another sentence gone
        (TEXT.replace("Brook came second.\n", "Brook came third.\n"), None),  # its own sentence was changed
        (TEXT.replace("Brook came second.\n", "\n"), None),  # gone, though "second" stands in another sentence
        ("Brook came second.\nBrook came second.\n", None),  # twice, and nothing tells the two apart
        ("", None),
    ],
)
def test_a_quote_is_found_again_by_its_sentence(new: str, where: int | None) -> None:
    found = locate(new, of(TEXT, "second"))
    assert (found and found[0]) == where


def test_equal_sentences_are_told_apart_by_their_neighbours() -> None:
    text = "Heat one. She won.\nHeat two. She won.\n"
    second = of(text, "won", 1)
    assert locate(text, second) == (text.rindex("won"), text.rindex("won") + 3)


def test_a_quote_over_two_sentences_keeps_both() -> None:
    start, end = TEXT.index("3:29.05"), TEXT.index("second") + 6
    anchor = anchor_at(TEXT, start, end)
    assert anchor.exact == "3:29.05. Brook came second"
    assert locate(TEXT, anchor) == (start, end)


texts = st.text(alphabet="ab. \nA", max_size=40)


@given(texts, st.data())
def test_what_is_found_is_the_quote_in_its_sentence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    anchor, new = anchor_at(text, start, end), data.draw(texts)
    assert anchor.prefix + anchor.exact + anchor.suffix in text
    found = locate(new, anchor)
    if found is not None:
        assert new[found[0] - len(anchor.prefix) : found[1] + len(anchor.suffix)] == (
            anchor.prefix + anchor.exact + anchor.suffix
        )


@given(texts, texts, texts, st.data())
def test_an_edit_elsewhere_is_followed_exactly(head: str, old: str, tail: str, data: st.DataObject) -> None:
    """What is followed reads as it did."""
    new = data.draw(texts)
    start = data.draw(st.integers(0, len(tail)))
    end = data.draw(st.integers(start, len(tail)))
    before, after = head + old + tail, head + new + tail
    span = (len(head + old) + start, len(head + old) + end)
    found = follow(before, after, span)
    if found is not None:
        assert after[found[0] : found[1]] == before[span[0] : span[1]]


@given(texts, texts, st.data())
def test_what_is_added_at_the_end_moves_nothing(text: str, more: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert follow(text, text + more, (start, end)) == (start, end)


def test_what_is_put_in_front_moves_everything_by_its_length() -> None:
    start = TEXT.index("second")
    assert follow(TEXT, "A headline.\n" + TEXT, (start, start + 6)) == (start + 12, start + 18)


def test_a_span_that_the_edit_touches_is_not_followed() -> None:
    old, new = "Arden won in 3:29.05.", "Arden won in 3:29.50."
    start = old.index("3:29.05")
    assert follow(old, new, (start, start + 7)) is None
    assert follow(old, new, (0, 5)) == (0, 5)
