"""An article's counts with every claim of gold once, however often gold repeats it: for intervals and tests.

The copies of a claim share the weight of one. A predicted claim weighs as much as the gold claim that it is paired
with, and 1 if it is paired with none, so that whoever repeats a prediction still pays for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from harness.bench.align import Pair, detected
from harness.bench.copies import Weight, weight_of
from harness.bench.reading import ReadClaim
from harness.bench.rungs import RUNGS

Triple: TypeAlias = tuple[float, float, float]  # hits, gold, predicted


def distinct_ladder(
    gold: Sequence[ReadClaim],
    predicted: Sequence[ReadClaim],
    pairs: Sequence[Pair],
    times: Sequence[int],
    unusable: int,
) -> tuple[Triple, ...]:
    """One count for each of `MEASURES`; `times` says how often each gold claim is there."""
    weights = [weight_of(number) for number in times]
    total, aligned = sum(weights), sum(weights[pair.gold] for pair in pairs)
    alone = len(predicted) - len(pairs) + unusable
    return (
        *(
            triple(sum(weights[pair.gold] for pair in pairs if pair.passed[rung]), total, aligned + alone)
            for rung in range(len(RUNGS))
        ),
        distinct_detection(gold, predicted, times, unusable),
    )


def distinct_detection(
    gold: Sequence[ReadClaim], predicted: Sequence[ReadClaim], times: Sequence[int], unusable: int = 0
) -> Triple:
    """Detection alone: as many pairs as can overlap, for as many different claims as possible."""
    places = detected(gold, predicted, times)
    hits = sum(weight_of(times[place]) for place in places)
    return triple(hits, sum(map(weight_of, times)), hits + len(predicted) - len(places) + unusable)


def triple(hits: Weight, gold: Weight, predicted: Weight) -> Triple:
    """Hits, gold and predicted as plain numbers, for sums that are complete."""
    return float(hits), float(gold), float(predicted)
