"""The leaderboard of a bench run: its tables, and one file for each output format."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from functools import cache

from harness.bench.tables import FigureTable


@cache
def formats() -> tuple[str, ...]:
    """The names of the ways to print tables, in alphabetical order."""
    return tuple(sorted(entry.name for entry in pkgutil.iter_modules(__path__)))


def write(title: str, tables: Sequence[FigureTable], signature: str, name: str) -> str:
    """The tables under the title and above the signature, in the format called `name`."""
    text: str = importlib.import_module(f"{__name__}.{name}").render(title, tables, signature)
    return text
