"""One text under several ids: it tells nothing new, so that it counts once in intervals and tests, and is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from harness.bench.submissions import Gold


def texts_of(gold: Gold, articles: Sequence[str]) -> list[list[int]]:
    """The articles (as places in the list) of each text."""
    groups: dict[str, list[int]] = {}
    for place, name in enumerate(articles):
        groups.setdefault(gold.files[name].article.sha256, []).append(place)
    return list(groups.values())


def by_text(counts: Any, texts: Sequence[Sequence[int]]) -> Any:
    """The counts text by text; of one that is there several times, their mean."""
    import numpy

    return numpy.array([counts[group].mean(axis=0) for group in texts]).reshape(len(texts), *counts.shape[1:])


def copies(gold: Gold) -> tuple[str, ...]:
    """Which articles have one text, a line for each text."""
    names = list(gold.files)
    groups = [[names[place] for place in group] for group in texts_of(gold, names)]
    return tuple(f"{', '.join(group)} have one text (by its sha256)" for group in groups if len(group) > 1)
