"""The law, on the shipped pack and claims: fewer results may open a verdict, and never turn one over.

Every result of the pack is taken away in turn, with exactly the statements that covered it, and all that the claims
assert is weighed again. Who and what is meant by the words stays as it was: only what is known of it shrinks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from harness.checking.load import default_truth_folder, load_all, load_truth
from harness.checking.resolve import ArticleWords
from harness.checking.verdict import Verifier
from harness.claims.claim import Resolved, kind_of
from harness.kinds import kinds
from harness.names import Names
from harness.records.model import Assertion, Known, Unknown, Verdict
from harness.truth.index import Truth
from harness.truth.pack import Completeness, Pack
from harness.truth.races import field
from harness.truth.results import Result
from harness.truth.row import LEVELS
from harness.values import Figure, Range, inside, meet, partial_date, read_mark

ROOT = Path(__file__).parent.parent
FOREVER = 10**7


@cache
def truth() -> Truth:
    loaded = load_truth(default_truth_folder())
    assert isinstance(loaded, Truth), loaded[:3]
    return loaded


@cache
def asserted() -> dict[str, tuple[Assertion, ...]]:
    """What each claim of each article asserts, in the words of the full ground truth."""
    files, mistakes = load_all([ROOT / "claims"])
    assert mistakes == []
    found: dict[str, tuple[Assertion, ...]] = {}
    names = Names(truth())
    for file in files:
        published = date.fromisoformat(file.article.published).toordinal()
        words = ArticleWords(names, published, file.claims, about=file.article.about)
        for claim in file.claims:
            resolved = words.resolve(claim) if kinds()[kind_of(claim)].checkable else None
            assertions = kinds()[kind_of(claim)].assertions(resolved) if isinstance(resolved, Resolved) else ()
            if isinstance(assertions, tuple) and assertions:
                found[f"{file.article.id}/{claim.id}"] = assertions
    return found


def weighed(of: Truth) -> dict[Assertion, tuple[Known | Unknown, Verdict]]:
    """What a truth knows of everything that is asserted, and what it makes of it."""
    verifier = Verifier(of)
    every = dict.fromkeys(one for assertions in asserted().values() for one in assertions)
    return {one: (seen.known, seen.verdict) for one in every if (seen := verifier.weigh(one))}


@cache
def before() -> dict[Assertion, tuple[Known | Unknown, Verdict]]:
    return weighed(truth())


def covered(one: Completeness, gone: Result) -> bool:
    """Whether the statement says that the result is there."""
    span = Range(partial_date(one.start).low, partial_date(one.end).high)
    if (one.events and gone.event not in one.events) or one.sex not in (None, gone.sex):
        return False
    match one.covers:
        case "medals":
            place = gone.was[0] if gone.was else gone.place.low if gone.place else 1
            return gone.competition == one.competition and gone.round in ("final", "") and (place or 1) <= 3
        case "athletes" | "marks":
            early = (gone.date.low or 0) <= (span.high or FOREVER)
            fits = one.nation in (None, gone.nation) and one.indoor == gone.indoor
            return early and fits and gone.mark is not None and _reaches(one, gone)
        case "races":
            return gone.athlete in one.athletes and meet(gone.date, span) is not None
        case "meetings":
            others = {other.athlete for other in field(truth(), gone, FOREVER)}
            return gone.athlete in one.athletes and len(others & set(one.athletes)) > 1
        case "finals":
            levels = {level for name in one.levels for level in LEVELS.get(name, {name})}
            there = gone.competition == one.competition if one.competition else gone.level in levels
            return gone.athlete in one.athletes and gone.round in ("final", "") and there
    return False  # editions and medal tables are not of results


def _reaches(one: Completeness, gone: Result) -> bool:
    """Whether the mark may be no worse than the end of the list."""
    event = truth().events[gone.event]
    end = read_mark(one.down_to or "", event.measure)
    assert isinstance(end, Figure)
    assert end.exact is not None
    assert gone.mark is not None
    return (gone.mark.low or 0) <= end.exact if event.better == "lower" else (gone.mark.high or 0) >= end.exact


def without(gone: Result) -> Pack:
    """The pack less the result, and less every statement that covered it, its race's own among them."""
    pack = truth().pack
    races = []
    for race in pack.races:
        kept = race.results
        if (race.event, race.sex, race.edition, race.en_route) == (gone.event, gone.sex, gone.edition, gone.en_route):
            same_race = race.round == gone.round and (race.edition is not None or race.city == gone.city)
            if same_race and meet(partial_date(race.date), gone.date) is not None:
                kept = tuple(row for row in race.results if row.athlete != gone.athlete)
                race = replace(race, results=kept, finishers_complete=False)
        races.append(race)
    statements = tuple(one for one in pack.completeness if not covered(one, gone))
    return replace(pack, races=tuple(races), completeness=statements)


def moved(poorer: Truth) -> Iterator[str]:
    """Every quantity of which the poorer truth knows something else, or more, than the full one does."""
    for one, (less, _) in weighed(poorer).items():
        full = before()[one][0]
        if isinstance(less, Unknown):
            continue
        if isinstance(full, Unknown):
            yield f"{one.quantity} becomes known: {less.value}"
        elif not inside(full.value, less.value):
            yield f"{one.quantity} moves from {full.value} to {less.value}"


def all_moved(results: Iterable[Result]) -> list[str]:
    return [f"without {gone.id}: {what}" for gone in results for what in moved(Truth(without(gone)))]


def test_the_claims_and_results_are_there() -> None:
    assert len(asserted()) > 300
    assert len(truth().results) > 1000
    assert {verdict for _, verdict in before().values()} == {"supported", "refuted", "not_enough_info"}


def test_every_statement_covers_a_result_or_is_of_none() -> None:
    idle = [
        one.id for one in truth().completeness
        if one.covers not in ("editions", "nations") and not any(covered(one, result) for result in truth().results)
    ]  # fmt: skip
    assert idle == []


@pytest.mark.parametrize("start", range(4))
def test_taking_a_result_away_moves_nothing_that_is_known(start: int) -> None:
    assert all_moved(truth().results[start * 11 :: 44]) == []


@pytest.mark.law
@pytest.mark.parametrize("start", range(8))
def test_taking_any_result_away_moves_nothing_that_is_known(start: int) -> None:
    """All of them, in under a minute: `make law`."""
    assert all_moved(truth().results[start::8]) == []
