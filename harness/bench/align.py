"""Which predicted claim corresponds to which gold claim: one to one, the best for the whole article, in any file order.

Pairs must overlap. Of all ways to pair the claims, the alignment is the one that reaches the most rungs of the ladder
in total; then the one with the most equal fields, then with the most common characters. Remaining ties are broken by
the claims' own words, never by their order in the file. One alignment serves every rung: the pairs that reach a rung
are among those that reach the rung below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import lcm
from typing import NamedTuple

import msgspec

from harness.bench.assignment import assign
from harness.bench.reading import ReadClaim
from harness.bench.rungs import QUANTITY, count_alike, overlap, passed

RULE = "one to one, most rungs, then fields, then characters; spans overlap by 1 character"
_ENCODER = msgspec.json.Encoder(order="deterministic")


class Pair(NamedTuple):
    """A gold claim and a predicted one, by their places in the article's lists, and the rungs that they reach."""

    gold: int
    predicted: int
    passed: tuple[bool, ...]


class _Worth(NamedTuple):
    """What a pair is worth: the earlier part always outweighs the later ones."""

    rungs: int
    fields: int
    characters: int


def align(gold: Sequence[ReadClaim], predicted: Sequence[ReadClaim]) -> list[Pair]:
    """The alignment of one article's claims, in the order of the gold list."""
    pairs: list[Pair] = []
    for golds, others in _clusters(gold, predicted):
        pairs += _align_cluster(golds, others, gold, predicted)
    return sorted(pairs)


def detect(gold: Sequence[ReadClaim], predicted: Sequence[ReadClaim]) -> int:
    """How many pairs can overlap at most, one to one: the alignment gives some of them up for better ones."""
    return len(detected(gold, predicted))


def detected(gold: Sequence[ReadClaim], predicted: Sequence[ReadClaim], times: Sequence[int] = ()) -> list[int]:
    """The gold claims of as many overlapping pairs as there can be, one to one.

    `times` says how often gold has each claim: of several choices, the one with the most different claims is taken.
    """
    whole = lcm(*times)
    weights = [whole // number for number in times] or [1] * len(gold)
    return [
        golds[row]
        for golds, others in _clusters(gold, predicted)
        if golds and others
        for row, _ in assign(
            [[weights[at] * (overlap(gold[at], predicted[against]) > 0) for against in others] for at in golds]
        )
    ]


def _clusters(gold: Sequence[ReadClaim], predicted: Sequence[ReadClaim]) -> Iterator[tuple[list[int], list[int]]]:
    """The claims (as indexes) of each stretch of text that no span of the others touches, in an order of their own."""
    spans = [(claim.start, claim.end, 0, _words(claim), index) for index, claim in enumerate(gold)]
    spans += [(claim.start, claim.end, 1, _words(claim), index) for index, claim in enumerate(predicted)]
    sides: tuple[list[int], list[int]] = ([], [])
    reached = 0
    for start, end, side, _, index in sorted(spans):
        if start >= reached and any(sides):
            yield sides
            sides = ([], [])
        sides[side].append(index)
        reached = max(reached, end)
    yield sides


def _words(claim: ReadClaim) -> bytes:
    return _ENCODER.encode((claim.kind, claim.printed))


def _align_cluster(
    golds: Sequence[int], others: Sequence[int], gold: Sequence[ReadClaim], predicted: Sequence[ReadClaim]
) -> list[Pair]:
    if not golds or not others:
        return []
    if len(golds) == len(others) == 1:
        reached = passed(gold[golds[0]], predicted[others[0]])
        return [Pair(golds[0], others[0], reached)] if reached[0] else []
    rungs = {(wanted, claimed): passed(gold[wanted], predicted[claimed]) for wanted in golds for claimed in others}
    worths = [
        [_worth(gold[wanted], predicted[claimed], rungs[wanted, claimed]) for claimed in others] for wanted in golds
    ]
    return [
        Pair(golds[row], others[column], rungs[golds[row], others[column]])
        for row, column in assign(_weights(worths, min(len(golds), len(others))))
    ]


def _worth(gold: ReadClaim, predicted: ReadClaim, rungs: tuple[bool, ...]) -> _Worth:
    if not rungs[0]:
        return _Worth(0, 0, 0)
    return _Worth(sum(rungs[:QUANTITY]), count_alike(gold, predicted), overlap(gold, predicted))


def _weights(worths: Sequence[Sequence[_Worth]], pairs: int) -> list[list[int]]:
    """Each worth as one whole number, scaled so that no sum of later parts over that many pairs outweighs an earlier
    part."""
    per_field = pairs * max(worth.characters for row in worths for worth in row) + 1
    most_fields = max(worth.fields for row in worths for worth in row)
    per_rung = per_field * (pairs * most_fields + 1)
    return [[worth.rungs * per_rung + worth.fields * per_field + worth.characters for worth in row] for row in worths]
