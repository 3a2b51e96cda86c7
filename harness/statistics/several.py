"""p of several comparisons at once. Holm, S. (1979), Scandinavian Journal of Statistics 6."""

from __future__ import annotations

from collections.abc import Sequence


def holm(raw: Sequence[float]) -> list[float]:
    """Holm's p of each: a value under .05 is significant even though this many comparisons were made."""
    adjusted = [0.0] * len(raw)
    highest = 0.0
    for place, index in enumerate(sorted(range(len(raw)), key=lambda index: raw[index])):
        highest = max(highest, min(1.0, (len(raw) - place) * raw[index]))
        adjusted[index] = highest
    return adjusted
