"""Medals won and medal tables, as of a day, and the statements that make them complete."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from msgspec.structs import replace

from harness.model import Setting
from harness.truth.feats import PLACES, Wanted, complete, occurrences
from harness.truth.index import Truth
from harness.truth.medal_tables import By, score
from harness.truth.remembered import remembered
from harness.truth.results import Result
from harness.values import Range


class Won(NamedTuple):
    """The medals that the ground truth has, how many there are, and the statements by which these are all (or none)."""

    results: list[Result]
    number: Range
    relied_on: tuple[str, ...]


def won(truth: Truth, who: str, colour: str, setting: Setting, as_of: int) -> Won:
    """The medals of the colour ("any": of all) that an athlete or a nation has won in the setting.

    A place that is not settled may or may not be a medal; a nation that is not known may be any.
    """
    nation = who in truth.nations
    athlete, within = (None, replace(setting, nation=who)) if nation else (who, setting)
    medal = Wanted(PLACES[colour], final=True, medal=True)
    found, licence = occurrences(truth, medal, within, as_of, athlete), complete(truth, medal, within, as_of, athlete)
    return Won(found.certain, found.number(licence), licence.statements if licence else ())


@remembered(256)
def tally(truth: Truth, setting: Setting, as_of: int) -> dict[str, Counter[str]]:
    """The medals of every nation that has one, by colour."""
    counted: dict[str, Counter[str]] = {}
    for result in truth.matching(replace(setting, medal="any", nation=None), as_of):
        if result.nation is not None:
            counted.setdefault(result.nation, Counter())[result.medal_as_of(as_of) or ""] += 1
    return counted


def table(truth: Truth, setting: Setting, as_of: int, by: By) -> dict[str, int]:
    """The rank of every nation with a medal, in the order of `medal_tables.score`."""
    scores = {
        nation: score(medals["gold"], medals["silver"], medals["bronze"], by)
        for nation, medals in tally(truth, setting, as_of).items()
    }
    return {nation: 1 + sum(other > mine for other in scores.values()) for nation, mine in scores.items()}
