"""Alignment: optimal, one to one, whatever the order; and a ladder that never rises."""

from __future__ import annotations

from itertools import permutations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from harness.bench.align import Pair, align, detect
from harness.bench.reading import ReadClaim, read_claim
from harness.bench.rungs import LADDER, QUANTITY, RUNGS, fields_alike, overlap, passed
from harness.kinds import kinds

ATHLETES, MARKS = ("Kerr", "Josh Kerr", "Ingebrigtsen"), ("3:29.05", "3:29.5", "3:30")


def mark(start: int, length: int = 5, athlete: str = "Kerr", printed: str = "3:29.05", name: str = "a") -> ReadClaim:
    claim: Any = kinds()["mark"].claim(
        id=name, text="t", quote="x", start=start, end=start + length, athlete=athlete, mark=printed
    )  # type: ignore[call-arg]
    return read_claim(claim, 738_000)


def other(start: int, length: int = 5) -> ReadClaim:
    return read_claim(kinds()["other"].claim(id="o", text="t", quote="x", start=start, end=start + length), 738_000)


readings = st.builds(
    mark, st.integers(0, 12), st.integers(1, 6), st.sampled_from(ATHLETES), st.sampled_from(MARKS)
) | st.builds(other, st.integers(0, 12), st.integers(1, 6))  # fmt: skip
claims = st.lists(readings, max_size=5)


def worth(gold: ReadClaim, predicted: ReadClaim) -> tuple[int, int, int]:
    rungs = passed(gold, predicted)
    if not rungs[0]:
        return 0, 0, 0
    return sum(rungs[:QUANTITY]), sum(fields_alike(gold, predicted).values()), overlap(gold, predicted)


def summed(worths: list[tuple[int, int, int]]) -> tuple[int, ...]:
    return tuple(map(sum, zip((0, 0, 0), *worths, strict=True)))


def profile(gold: list[ReadClaim], predicted: list[ReadClaim]) -> list[tuple[Any, Any, Any]]:
    """The alignment in the claims' own words."""
    return sorted(((gold[one.gold], predicted[one.predicted], one.passed) for one in align(gold, predicted)), key=repr)


@given(claims, claims)
def test_no_other_alignment_is_worth_more(gold: list[ReadClaim], predicted: list[ReadClaim]) -> None:
    ours = summed([worth(gold[one.gold], predicted[one.predicted]) for one in align(gold, predicted)])
    shorter, longer = sorted((gold, predicted), key=len)
    for way in permutations(range(len(longer)), len(shorter)):
        pairs = [(shorter[place], longer[chosen]) for place, chosen in enumerate(way)]
        assert ours >= summed([worth(*(pair if shorter is gold else pair[::-1])) for pair in pairs])


@given(claims, claims)
def test_one_to_one_and_overlapping(gold: list[ReadClaim], predicted: list[ReadClaim]) -> None:
    pairs = align(gold, predicted)
    assert len({one.gold for one in pairs}) == len({one.predicted for one in pairs}) == len(pairs)
    assert all(overlap(gold[one.gold], predicted[one.predicted]) > 0 for one in pairs)


@given(claims, claims, st.randoms())
def test_order_plays_no_part(gold: list[ReadClaim], predicted: list[ReadClaim], random: Any) -> None:
    before = profile(gold, predicted)
    random.shuffle(gold)
    random.shuffle(predicted)
    assert profile(gold, predicted) == before


@given(claims, claims)
def test_a_stricter_rung_never_scores_higher(gold: list[ReadClaim], predicted: list[ReadClaim]) -> None:
    pairs = align(gold, predicted)
    counts = [sum(pair.passed[rung] for pair in pairs) for rung in range(len(RUNGS))]
    ladder = counts[: len(LADDER)]
    assert ladder == sorted(ladder, reverse=True)
    assert counts[1] >= counts[-1] >= counts[RUNGS.index("value")]


@given(claims)
def test_claims_against_themselves_are_exact(gold: list[ReadClaim]) -> None:
    assert align(gold, gold[::-1]) != [] or not gold
    assert all(all(pair.passed) for pair in align(gold, gold))
    assert len(align(gold, gold)) == len(gold)


@given(claims, claims, readings)
def test_one_claim_more_finds_no_fewer(gold: list[ReadClaim], predicted: list[ReadClaim], more: ReadClaim) -> None:
    assert len(align(gold, [*predicted, more])) >= len(align(gold, predicted))


def test_of_two_that_fit_the_better_is_taken() -> None:
    gold = [mark(0, athlete="Kerr"), mark(3, athlete="Ingebrigtsen")]
    predicted = [mark(2, athlete="Ingebrigtsen"), mark(2, athlete="Kerr")]
    assert [(one.gold, one.predicted) for one in align(gold, predicted)] == [(0, 1), (1, 0)]


def test_detection_is_more_than_found_where_the_alignment_gives_a_pair_up() -> None:
    """One predicted claim says what the first gold claim does and reaches over both; another overlaps the first only.

    All four overlap in two pairs. The alignment takes the one pair that says the same, and leaves two claims alone.
    """
    gold = [mark(0, 10), other(12, 10)]
    predicted = [mark(5, 12), other(0, 4)]
    assert [(pair.gold, pair.predicted) for pair in align(gold, predicted)] == [(0, 0)]
    assert detect(gold, predicted) == 2


@given(claims, claims)
def test_detection_is_the_most_pairs_that_can_overlap(gold: list[ReadClaim], predicted: list[ReadClaim]) -> None:
    shorter, longer = sorted((gold, predicted), key=len)
    most = max(
        sum(overlap(shorter[place], longer[chosen]) > 0 for place, chosen in enumerate(way))
        for way in permutations(range(len(longer)), len(shorter))
    )
    assert detect(gold, predicted) == most >= len(align(gold, predicted))


def test_fields_then_characters_settle_what_rungs_leave_open() -> None:
    near, nearer = mark(4, printed="3:31"), mark(1, printed="3:31")
    assert align([mark(0)], [near, nearer]) == [Pair(0, 1, (True, True, True, False, False, False, True))]
    alike = mark(4, athlete="Ingebrigtsen", printed="3:29.05")  # the figure alike, few characters in common
    assert [one.predicted for one in align([mark(0)], [mark(0, athlete="Cram", printed="9:99"), alike])] == [1]
