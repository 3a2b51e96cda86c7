"""Medals won and medal tables, as of a day, and the statements that make them complete."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from msgspec.structs import replace

from harness.model import Setting
from harness.truth import completeness
from harness.truth.index import Truth
from harness.truth.medal_tables import By, score
from harness.truth.remembered import remembered
from harness.truth.results import Result


class Won(NamedTuple):
    """The medals that the ground truth has, and the statements (None: none) by which these are all there are."""

    results: list[Result]
    relied_on: tuple[str, ...] | None


def won(truth: Truth, who: str, setting: Setting, as_of: int) -> Won:
    """The medals of `setting.medal`'s colour ("any": of all) that an athlete or a nation has won in the setting."""
    nation = who in truth.nations
    within = replace(setting, medal=None)
    results = truth.matching(replace(setting, nation=who) if nation else setting, as_of, None if nation else who)
    complete = completeness.medals(truth, within, as_of)
    if complete is None and not nation and (every_final := completeness.finals(truth, who, within, as_of)):
        complete = (every_final,)
    return Won(results, complete)


@remembered(256)
def tally(truth: Truth, setting: Setting, as_of: int) -> dict[str, Counter[str]]:
    """The medals of every nation that has one, by colour."""
    counted: dict[str, Counter[str]] = {}
    for result in truth.matching(replace(setting, medal="any", nation=None), as_of):
        if result.nation is not None:
            counted.setdefault(result.nation, Counter())[result.medal_as_of(as_of) or ""] += 1
    return counted


def table(truth: Truth, setting: Setting, as_of: int, by: By) -> dict[str, int]:
    """The rank of every nation with a medal: by golds, then silvers, then bronzes; or by all medals together."""
    scores = {
        nation: score(medals["gold"], medals["silver"], medals["bronze"], by)
        for nation, medals in tally(truth, setting, as_of).items()
    }
    return {nation: 1 + sum(other > mine for other in scores.values()) for nation, mine in scores.items()}
