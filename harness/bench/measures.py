"""Precision, recall, F1 and kappa, from counts alone. 0/0 is undefined, and None.

van Rijsbergen, C. J. (1979), Information Retrieval, ch. 7, for F; Cohen, J. (1960), "A coefficient of agreement for
nominal scales", Educational and Psychological Measurement 20, for kappa. Totals are micro averages: counts are summed
over the articles and divided once, so that an article without claims weighs nothing and its false alarms all count.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Hits(NamedTuple):
    """Counts that add up over articles: what of gold was found, what of the predicted was right, and all of each.

    The first two are equal but where only one kind is looked at: a rank found as a mark is a hit of gold's ranks and
    of the predicted marks. They are no whole numbers where half credit is given.
    """

    gold_hits: int | float = 0
    predicted_hits: int | float = 0
    gold: int = 0
    predicted: int = 0

    @property
    def precision(self) -> float | None:
        return self.predicted_hits / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        return self.gold_hits / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two; 0 where one of them is undefined and the other is not."""
        if not self.gold and not self.predicted:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def sum_hits(parts: list[Hits]) -> Hits:
    return Hits(*map(sum, zip(Hits(), *parts, strict=True)))


def kappa(table: Mapping[tuple[str, str], int]) -> float | None:
    """Cohen's kappa of a table (one's label, the other's label) -> count.

    Agreement beyond chance, 1 at most. Undefined without pairs, and where both give one and the same label throughout:
    then chance explains everything.
    """
    total = sum(table.values())
    if total == 0:
        return None
    labels = {label for pair in table for label in pair}
    agreed = sum(table.get((label, label), 0) for label in labels) / total
    chance = sum(_share(table, 0, label) * _share(table, 1, label) for label in labels) / total**2
    return None if chance == 1 else float((agreed - chance) / (1 - chance))


def _share(table: Mapping[tuple[str, str], int], side: int, label: str) -> int:
    return sum(count for pair, count in table.items() if pair[side] == label)
