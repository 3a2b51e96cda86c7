"""The small truth that the kinds are tested against, and `judge`, which weighs one claim against it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace
from tiny_pack import PACK
from weighing import PUBLISHED, Judgement, judge_claim, resolve_claim, the_kind

from harness.claims.claim import Resolved
from harness.records.model import Assertion
from harness.truth.index import Truth
from harness.truth.pack import Completeness, Dispute, Race
from harness.truth.results import Result
from harness.values import exactly, read_mark


@pytest.fixture(scope="session")
def tiny_truth() -> Truth:
    """The invented ground truth of tiny_pack.py."""
    return Truth(PACK)


@pytest.fixture
def judge(tiny_truth: Truth) -> Callable[..., Judgement]:
    """judge(claim, published="2024-08-20", truth=tiny_truth) -> (verdict, known, assertion)."""

    def weigh(claim: dict[str, Any], published: str = PUBLISHED, truth: Truth | None = None) -> Judgement:
        return judge_claim(claim, tiny_truth if truth is None else truth, published)

    return weigh


@pytest.fixture
def resolved(tiny_truth: Truth) -> Callable[..., Resolved]:
    """resolved(claim, published) -> the claim, its names and figures read."""

    def read(claim: dict[str, Any], published: str = PUBLISHED) -> Resolved:
        found = resolve_claim(claim, tiny_truth, published)
        assert isinstance(found, Resolved), found
        return found

    return read


@pytest.fixture
def truth_with() -> Callable[..., Truth]:
    """truth_with(edition, event, athlete, field=value, ...) -> the truth with another final's result of the athlete."""

    def change(edition: str, event: str, athlete: str, **fields: Any) -> Truth:
        if "disputes" in fields:
            rows = [Dispute(field=field, value=value, sources=("book",)) for field, value in fields["disputes"]]
            fields["disputes"] = tuple(rows)
        races = []
        for race in PACK.races:
            if (race.edition, race.event, race.round) == (edition, event, "final"):
                rows = [replace(row, **fields) if row.athlete == athlete else row for row in race.results]
                race = replace(race, results=tuple(rows))
            races.append(race)
        return Truth(replace(PACK, races=tuple(races)))

    return change


def covered(one: Completeness, result: Result, truth: Truth) -> bool:
    """Whether a statement speaks of the result: with the result gone, it is false."""
    if one.events and result.event not in one.events:
        return False
    if one.covers in ("athletes", "marks"):
        reading = read_mark(one.down_to or "", truth.events[result.event].measure)
        ours = one.nation in (None, result.nation) and one.indoor == result.indoor
        return ours and result.mark is not None and result.mark.low <= reading.exact
    if one.covers == "medals":
        places = (result.place, exactly(result.was[0]) if result.was else None)
        return one.competition == result.competition and any(place and place.low <= 3 for place in places)
    if one.covers == "finals":
        return result.athlete in one.athletes and result.level in one.levels and result.round == "final"
    return result.athlete in one.athletes


def without(result: Result, race: Race, truth: Truth) -> Truth:
    """The truth less one result, and less every statement that spoke of it."""
    left = tuple(row for row in race.results if row.athlete != result.athlete)
    poorer = replace(race, results=left, finishers_complete=False)
    kept = tuple(one for one in PACK.completeness if not covered(one, result, truth))
    races = tuple(poorer if one is race else one for one in PACK.races)
    return Truth(replace(PACK, races=races, completeness=kept))


@pytest.fixture(scope="session")
def poorer_truths(tiny_truth: Truth) -> list[tuple[str, Truth]]:
    """The tiny truth less each of its results in turn, with the statements that spoke of it."""
    poorer = []
    for race in PACK.races:
        for row in race.results:
            (result,) = Truth(replace(PACK, races=(replace(race, results=(row,)),))).results
            poorer.append((result.id, without(result, race, tiny_truth)))
    return poorer


@pytest.fixture
def own_truth(tiny_truth: Truth) -> Callable[..., Truth]:
    """own_truth(claim, ...) -> the claims of one article read as a truth of its own; their ids are "0", "1" ..."""

    def read(*claims: dict[str, Any], published: str = PUBLISHED) -> Truth:
        stated = []
        for number, claim in enumerate(claims):
            found = resolve_claim(claim, tiny_truth, published)
            assert isinstance(found, Resolved), found
            stated += [(str(number), assertion) for assertion in the_kind(claim["kind"]).assertions(found)]
        return tiny_truth.with_facts((), stated)

    return read


@pytest.fixture
def asserted(tiny_truth: Truth) -> Callable[..., tuple[Any, tuple[Assertion, ...]]]:
    """asserted(claim, published) -> its kind, and what its words assert."""

    def read(claim: dict[str, Any], published: str = PUBLISHED) -> tuple[Any, tuple[Assertion, ...]]:
        found = resolve_claim(claim, tiny_truth, published)
        assert isinstance(found, Resolved), found
        kind = the_kind(claim["kind"])
        return kind, kind.assertions(found)

    return read
