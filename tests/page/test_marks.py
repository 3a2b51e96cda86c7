"""Claims in the article's text: overlaps, nesting, lines, orphans; no character is lost or moved."""

from __future__ import annotations

import pytest
from findings import finding
from hypothesis import given
from hypothesis import strategies as st

from harness.checking.load.unread import figures_read
from harness.present.page.marks import MarkedText, place
from harness.records.model import Finding

TEXT = "Holt won in 3:30.10.\n\nBerg was second."


def drawn(placed: MarkedText) -> list[str]:
    """Each paragraph as a line: marked pieces in brackets, then the signs that stand after them."""
    return [
        "".join(
            piece.text if piece.claim is None else f"[{piece.text}]" + "".join(f"^{one.quote}" for one in piece.signs)
            for piece in paragraph
        )
        for paragraph in placed.paragraphs
    ]


def marked(*quotes: str, text: str = TEXT) -> list[str]:
    return drawn(place(text, [finding(text, quote) for quote in quotes]))


@pytest.mark.parametrize(
    "quotes, paragraphs",
    [
        pytest.param([], ["Holt won in 3:30.10.", "Berg was second."], id="none"),
        pytest.param(["won", "second"], ["Holt [won]^won in 3:30.10.", "Berg was [second]^second."], id="apart"),
        pytest.param(
            ["won in 3:30.10", "3:30.10"],
            ["Holt [won in ][3:30.10]^3:30.10^won in 3:30.10.", "Berg was second."],
            id="one inside the other, the shorter one marked",
        ),
        pytest.param(
            ["Holt won", "won in"],
            ["[Holt ][won]^Holt won[ in]^won in 3:30.10.", "Berg was second."],
            id="overlapping",
        ),
        pytest.param(
            ["3:30.10.\n\nBerg"], ["Holt won in [3:30.10.]", "[Berg]^3:30.10.\n\nBerg was second."], id="across lines"
        ),
        pytest.param(["Holt"], ["[Holt]^Holt won in 3:30.10.", "Berg was second."], id="at the very start"),
        pytest.param(["second."], ["Holt won in 3:30.10.", "Berg was [second.]^second."], id="at the very end"),
        pytest.param(["won "], ["Holt [won]^won  in 3:30.10.", "Berg was second."], id="a blank at its end"),
    ],
)
def test_pieces(quotes: list[str], paragraphs: list[str]) -> None:
    assert marked(*quotes) == paragraphs


def read_in(text: str, *quotes: str) -> MarkedText:
    claims = [finding(text, quote) for quote in quotes]
    return place(text, claims, figures_read({"arden": text}, claims)["arden"])


@pytest.mark.parametrize(
    "quotes, unread, line",
    [
        pytest.param([], ["3:30.10", "second"], "0 of 2 figures read", id="no claim"),
        pytest.param(["won in 3:30.10"], ["second"], "1 of 2 figures read", id="a quote around the figure"),
        pytest.param(["won"], ["3:30.10", "second"], "0 of 2 figures read", id="a quote beside it"),
        pytest.param(["3:30.10", "Berg was second"], [], "2 of 2 figures read", id="all"),
        pytest.param(["not there 3:30.10"], ["3:30.10", "second"], "0 of 2 figures read", id="an orphan reads nothing"),
    ],
)
def test_figures_that_no_claim_was_read_from(quotes: list[str], unread: list[str], line: str) -> None:
    placed = read_in(TEXT, *quotes)
    assert [piece.text for paragraph in placed.paragraphs for piece in paragraph if piece.unread] == unread
    assert str(placed.figures) == line


@given(
    st.text(alphabet="12 \n.:stAa", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)), max_size=4)
)
def test_every_character_is_read_unread_or_no_figure_and_none_is_lost(text: str, spans: list[tuple[int, int]]) -> None:
    claims = [
        finding(text, text[start : start + length], start=start, end=start + length, claim=f"c{number}")
        for number, (start, length) in enumerate(spans)
        if text[start : start + length].strip() and start + length <= len(text)
    ]
    figures = figures_read({"arden": text}, claims)["arden"]
    placed = place(text, claims, figures)
    pieces = [piece for paragraph in placed.paragraphs for piece in paragraph]
    assert "\n".join("".join(piece.text for piece in paragraph) for paragraph in placed.paragraphs) == "\n".join(
        line for line in text.split("\n") if line.strip()
    )
    assert [piece.text for piece in pieces if piece.unread] == [text[start:end] for start, end in figures.unread]
    assert not any(piece.unread and piece.claim for piece in pieces)


def test_without_the_figures_none_is_marked() -> None:
    placed = place(TEXT, [])
    assert placed.figures is None
    assert not any(piece.unread for paragraph in placed.paragraphs for piece in paragraph)


def test_the_same_words_claimed_twice_have_two_signs() -> None:
    twice = [finding(TEXT, "won", claim="a"), finding(TEXT, "won", claim="b")]
    (piece,) = [piece for paragraph in place(TEXT, twice).paragraphs for piece in paragraph if piece.claim]
    assert [one.claim for one in piece.signs] == ["a", "b"]


def test_where_claims_overlap_the_worst_is_marked() -> None:
    right, wrong = finding(TEXT, "3:30.10"), finding(TEXT, "won in 3:30.10", "refuted")
    pieces = place(TEXT, [right, wrong]).paragraphs[0]
    assert [piece.claim for piece in pieces if piece.claim] == [wrong, wrong]
    assert pieces[2].signs == (wrong, right)


@pytest.mark.parametrize(
    "start, end, quote",
    [
        pytest.param(0, 3, "won", id="the words stand elsewhere"),
        pytest.param(500, 503, "won", id="beyond the end"),
        pytest.param(5, 8, "Won", id="in other letters"),
        pytest.param(20, 22, "\n\n", id="nothing to be seen"),
        pytest.param(5, 9, "won", id="a longer span"),
    ],
)
def test_a_quote_that_is_not_in_its_place_is_an_orphan(start: int, end: int, quote: str) -> None:
    lost = finding(TEXT, "won", quote=quote, start=start, end=end)
    placed = place(TEXT, [lost])
    assert placed.orphans == (lost,)
    assert drawn(placed) == marked()


def test_places_count_code_points() -> None:
    assert marked("won", text="🥇 Holt won") == ["🥇 Holt [won]^won"]


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=8)


@given(text=st.text(alphabet="ab \n🥇", max_size=60), spans=SPANS)
def test_no_character_is_lost_and_every_claim_is_told_once(text: str, spans: list[tuple[int, int]]) -> None:
    claims = [
        finding(text, "?", claim=f"c{n}", quote=text[start : start + size] or "?", start=start,
                end=start + len(text[start : start + size] or "?"))
        for n, (start, size) in enumerate(spans)
    ]  # fmt: skip
    placed = place(text, claims)
    lines = ["".join(piece.text for piece in paragraph) for paragraph in placed.paragraphs]
    assert lines == [line for line in text.split("\n") if line.strip()]
    told: list[Finding] = [sign for paragraph in placed.paragraphs for piece in paragraph for sign in piece.signs]
    assert sorted(one.claim for one in (*told, *placed.orphans)) == sorted(one.claim for one in claims)
