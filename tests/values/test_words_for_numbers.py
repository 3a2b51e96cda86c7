"""Words that stand for a number: one row for each that no other table has, by what it is read as."""

from __future__ import annotations

import pytest

from harness.values import Figure, read_age, read_count, read_gap, read_mark, read_place
from harness.values.scores import Score, read_score


def read_ends(figure: object) -> tuple[int | None, int | None]:
    assert isinstance(figure, Figure), figure
    return figure.value.low, figure.value.high


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("zilch", (0, 0)), ("not one", (0, 0)), ("sole", (1, 1)), ("lone", (1, 1)), ("solitary", (1, 1)),
        ("maiden", (1, 1)), ("pair", (2, 2)), ("couple", (2, 2)), ("brace", (2, 2)), ("double", (2, 2)),
        ("back-to-back", (2, 2)), ("thrice", (3, 3)), ("trio", (3, 3)), ("treble", (3, 3)), ("triple", (3, 3)),
        ("three-peat", (3, 3)), ("hat trick", (3, 3)), ("hat-trick", (3, 3)), ("quadruple", (4, 4)),
        ("quartet", (4, 4)), ("quintuple", (5, 5)), ("quintet", (5, 5)), ("sextet", (6, 6)), ("half dozen", (6, 6)),
        ("half a dozen", (6, 6)), ("septet", (7, 7)), ("octet", (8, 8)), ("baker's dozen", (13, 13)),
        ("several", (3, None)), ("a few", (2, 9)), ("few", (0, 9)), ("a handful", (2, 9)), ("handful", (2, 9)),
        ("dozens", (24, None)), ("scores", (40, None)), ("hundreds", (200, None)), ("thousands", (2000, None)),
        ("double figures", (10, 99)), ("double digits", (10, 99)), ("double-figure", (10, 99)),
        ("double-digit", (10, 99)), ("triple figures", (100, 999)), ("triple digits", (100, 999)),
    ],
)  # fmt: skip
def test_counts(words: str, ends: tuple[int, int | None]) -> None:
    assert read_ends(read_count(words)) == ends


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("winner", (1, 1)), ("win", (1, 1)), ("victory", (1, 1)), ("champion", (1, 1)), ("victor", (1, 1)),
        ("the lead", (1, 1)), ("lead", (1, 1)), ("leading", (1, 1)), ("in the lead", (1, 1)), ("in front", (1, 1)),
        ("out in front", (1, 1)), ("top", (1, 1)), ("the top step", (1, 1)), ("on the top step", (1, 1)),
        ("gold", (1, 1)), ("silver", (2, 2)), ("bronze", (3, 3)), ("runner-up", (2, 2)), ("runner up", (2, 2)),
        ("runners-up", (2, 2)), ("podium", (1, 3)), ("on the podium", (1, 3)), ("the podium", (1, 3)),
        ("a podium", (1, 3)), ("among the medals", (1, 3)), ("in the medals", (1, 3)), ("off the podium", (4, None)),
        ("outside the medals", (4, None)), ("out of the medals", (4, None)), ("just outside the medals", (4, 4)),
        ("just off the podium", (4, 4)),
    ],
)  # fmt: skip
def test_places(words: str, ends: tuple[int, int | None]) -> None:
    assert read_ends(read_place(words)) == ends


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("teenage", (13, 19)), ("early teens", (13, 15)), ("mid-teens", (14, 17)), ("late teens", (17, 19)),
        ("in his twenties", (20, 29)), ("thirties", (30, 39)), ("forties", (40, 49)), ("fifties", (50, 59)),
        ("sixties", (60, 69)), ("seventies", (70, 79)), ("eighties", (80, 89)), ("nineties", (90, 99)),
        ("early forties", (40, 44)), ("mid forties", (43, 47)), ("late forties", (45, 49)),
        ("quinquagenarian", (50, 59)), ("sexagenarian", (60, 69)), ("septuagenarian", (70, 79)),
        ("octogenarian", (80, 89)), ("nonagenarian", (90, 99)),
    ],
)  # fmt: skip
def test_ages(words: str, ends: tuple[int, int]) -> None:
    assert read_ends(read_age(words)) == ends


@pytest.mark.parametrize(
    ("words", "milliseconds"),
    [
        ("a tenth of a second", 100), ("a hundredth", 10), ("two hundredths of a second", 20), ("a thousandth", 1),
        ("three thousandths of a second", 3), ("1/10th of a second", 100), ("1/100th of a second", 10),
        ("1/1000th of a second", 1), ("3/10", 300), ("3/100ths", 30), ("3/1000ths", 3), ("half a second", 500),
        ("half-a-second", 500), ("a half-second", 500), ("a quarter of a second", 250),
        ("three quarters of a second", 750), ("three-quarters of a second", 750), ("a second and a half", 1500),
        ("one and a half seconds", 1500), ("a quarter of a minute", 15_000), ("a third of a minute", 20_000),
        ("a fifth of a second", 200), ("two eighths of a second", 250),
    ],
)  # fmt: skip
def test_gaps_in_time(words: str, milliseconds: int) -> None:
    figure = read_gap(words, "time")
    assert isinstance(figure, Figure), figure
    assert figure.exact == milliseconds


@pytest.mark.parametrize(
    ("words", "millimetres"),
    [
        ("1 mile", 1_609_344), ("two miles", 3_218_688), ("1 km", 1_000_000), ("2 kilometres", 2_000_000),
        ("3 kilometers", 3_000_000), ("a kilometre", 1_000_000), ("a kilometer", 1_000_000), ("10 yards", 9_144),
        ("a yard", 914), ("5 yds", 4_572), ("1 yd", 914), ("an inch", 25), ("ten inches", 254),
        ("a quarter of a mile", 402_336), ("three quarters of a mile", 1_207_008),
        ("five centimetres", 50), ("8 cm", 80), ("5 mm", 5), ("six metres thirty", 6_300),
        ("6 metres 5 centimetres", 6_050),
    ],
)  # fmt: skip
def test_lengths(words: str, millimetres: int) -> None:
    figure = read_mark(words, "distance")
    assert isinstance(figure, Figure), figure
    assert figure.exact == millimetres


@pytest.mark.parametrize("nothing", ["nil", "love", "nothing", "zip", "nought", "o", "zero", "0"])
def test_nothing_in_a_score(nothing: str) -> None:
    assert read_score(f"3-{nothing}") == Score(3, 0)
