"""The law, on the shipped pack and claims: fewer results may open a verdict, and never turn one over."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from harness.load import ClaimFile, default_truth_folder, load_all, load_truth
from harness.pipeline import Checker
from harness.truth.index import Truth
from harness.truth.pack import Pack

ROOT = Path(__file__).parent.parent
SAMPLE = 40


@cache
def truth() -> Truth:
    loaded = load_truth(default_truth_folder())
    assert isinstance(loaded, Truth), loaded[:3]
    return loaded


@cache
def files() -> list[ClaimFile]:
    loaded, mistakes = load_all([ROOT / "claims"])
    assert mistakes == []
    return loaded


def verdicts(checker: Checker) -> dict[tuple[str, str], str]:
    found = (finding for file in files() for finding in checker.check_article(file))
    return {(finding.article, finding.claim): finding.verdict for finding in found}


@cache
def before() -> dict[tuple[str, str], str]:
    return verdicts(Checker(truth()))


def used() -> list[str]:
    """The results that verdicts rest on: taking another one away could change nothing."""
    checker = Checker(truth())
    ids = {item.id for file in files() for finding in checker.check_article(file) for item in finding.evidence}
    return sorted(ids & {result.id for result in truth().results})


def without(result_id: str) -> Pack:
    """The pack without one result and every statement that may have covered it."""
    pack, gone = truth().pack, next(one for one in truth().results if one.id == result_id)
    races = []
    for race in pack.races:
        same = race.event == gone.event and race.edition == gone.edition and race.round == gone.round
        if same and (race.edition is not None or race.city == gone.city):
            kept = tuple(row for row in race.results if row.athlete != gone.athlete)
            race = replace(race, results=kept, finishers_complete=False)
        races.append(race)
    statements = [one for one in pack.completeness if one.events and gone.event not in one.events]
    statements += [one for one in pack.completeness if one.covers == "editions"]
    return replace(pack, races=tuple(races), completeness=tuple(statements))


@pytest.mark.parametrize("result_id", random.Random(1500).sample(used(), SAMPLE))
def test_taking_a_result_away_turns_no_verdict_over(result_id: str) -> None:
    poorer = Checker(Truth(without(result_id)))
    poorer.names = Checker(truth()).names  # who is meant stays as it was: only what is known of them shrinks
    turned = {
        claim: (was, now)
        for claim, now in verdicts(poorer).items()
        if {was := before()[claim], now} == {"supported", "refuted"}
    }
    assert turned == {}
