"""The grammars, one file each, in the order in which they take words.

A grammar's `find(sentence) -> Iterator[Draft]` gives the claims that the sentence makes of its kinds.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

ORDER = (
    "listings", "laps", "most_medals", "comparisons", "rankings", "ranks", "firsts", "counts", "titles", "improvements",
    "past_records", "records", "margins", "medal_counts", "medals",
)  # fmt: skip
"""These explain words that others would read too ("third-fastest", "gold medallist"); the rest come after them."""


@cache
def grammars() -> tuple[Callable[[Any], Iterator[Any]], ...]:
    names = sorted(entry.name for entry in pkgutil.iter_modules(__path__))
    ordered = [*ORDER, *(name for name in names if name not in ORDER)]
    return tuple(importlib.import_module(f"{__name__}.{name}").find for name in ordered)
