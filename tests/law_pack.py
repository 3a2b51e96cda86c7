"""What the laws over the shipped pack have in common: the pack, the shipped articles, and how many seeds are tried."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from harness.checking.load import ClaimFile, default_truth_folder, load_all, load_truth
from harness.truth.index import Truth
from harness.truth.pack import Pack

ROOT = Path(__file__).parent.parent


@cache
def pack() -> Pack:
    truth = load_truth(default_truth_folder())
    assert isinstance(truth, Truth)
    return truth.pack


@cache
def articles() -> tuple[ClaimFile, ...]:
    files, mistakes = load_all([ROOT / "claims"])
    assert mistakes == []
    return tuple(files)


def seeds(short: int, long: int) -> list[Any]:
    """The first few always, all of them in `make law`."""
    return [*range(short), *(pytest.param(seed, marks=pytest.mark.law) for seed in range(short, long))]
