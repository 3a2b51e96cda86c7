"""The row that reads scopes by the ground truth: other wording is forgiven, a vague scope or another race is not."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from harness.bench.rungs import LADDER, MEASURES
from harness.bench.scoring import Quantities, score_article
from harness.bench.submissions import Prediction
from harness.checking.load import ClaimFile, default_truth_folder, load_all, load_truth
from harness.checking.resolve.quantities import quantities_of
from harness.claims.claim import Scope
from harness.kinds import kinds
from harness.names import Names
from harness.truth.index import Truth

SAMPLES = Path(__file__).parents[2] / "benchmarks" / "samples" / "claims"
OREGON = {"event": "1500m", "competition": "world", "year": 2022, "round": "final"}


@cache
def quantities() -> Quantities:
    truth = load_truth(default_truth_folder())
    assert isinstance(truth, Truth)
    return quantities_of(Names(truth))


@cache
def samples() -> tuple[ClaimFile, ...]:
    loaded, mistakes = load_all([SAMPLES])
    assert not mistakes
    return tuple(loaded)


def gold(article: str = "sample-oregon-final") -> ClaimFile:
    return next(file for file in samples() if file.article.id == article)


def about(kind: str, **fields: Any) -> Any:
    words = {"id": "c", "text": "made up", "quote": "x", "start": 0, "end": 1, "athlete": "Wightman", **fields}
    (found,) = quantities()(gold(), [msgspec.convert(words, kinds()[kind].claim)])
    return found


@pytest.mark.parametrize(
    "scope",
    [
        OREGON,
        {**OREGON, "competition": "World Championships Oregon 2022"},
        {**OREGON, "competition": "Oregon worlds"},
        {**OREGON, "event": "men's 1,500 metres"},
        {"event": "1500m", "competition": "world", "year": 2022},  # a race without a round is the final
        {**OREGON, "indoor": False},  # the holding says so
        {**OREGON, "competition": "Eugene"},  # the other meeting there had no 1500m
    ],
    ids=str,
)
def test_other_words_for_one_race(scope: dict[str, Any]) -> None:
    assert about("mark", mark="3:29.23", scope=scope) == about("mark", mark="3:30", scope=OREGON) is not None


@pytest.mark.parametrize(
    "scope",
    [
        {},
        {"event": "1500m"},
        {"event": "1500m", "competition": "world"},  # which?
        {**OREGON, "competition": "Eugene", "event": "mile"},
        {**OREGON, "year": 2023},
        {**OREGON, "round": "semi-final"},
        {**OREGON, "event": "5000m"},
        {**OREGON, "competition": "Arden Games"},  # nobody knows it
    ],
    ids=str,
)
def test_a_vaguer_scope_or_another_race_is_another_quantity(scope: dict[str, Any]) -> None:
    assert about("mark", mark="3:29.23", scope=scope) != about("mark", mark="3:29.23", scope=OREGON)


def test_whom_and_where_on_the_way_count() -> None:
    plain = about("mark", mark="3:29.23", scope=OREGON)
    assert about("mark", mark="3:29.23", scope=OREGON, athlete="Jake Wightman") == plain
    assert about("mark", mark="3:29.23", scope=OREGON, athlete="Kerr") != plain
    assert about("mark", mark="2:30", scope=OREGON, at="1000m") != plain
    assert about("mark", mark="3:29.23", scope=OREGON, as_of="1 July 2022") != plain


def test_a_medal_is_won_in_a_final() -> None:
    without = {name: one for name, one in OREGON.items() if name != "round"}
    assert about("medal", medal="gold", scope=OREGON) == about("medal", medal="gold", scope=without)
    assert about("place", place=1, scope={**OREGON, "round": "heat"}) != about("place", place=1, scope=without)


def test_a_count_of_finals_alone_is_not_one_of_all_rounds() -> None:
    met = {"opponent": "Kerr", "meetings": 2}
    in_finals, in_all = {"event": "1500m", "round": "final"}, {"event": "1500m"}
    assert about("head_to_head", scope=in_finals, **met) != about("head_to_head", scope=in_all, **met)


def test_the_place_of_a_race_is_that_of_its_competition() -> None:
    words = {"id": "c", "text": "made up", "quote": "x", "start": 0, "end": 1, "place": "Eugene"}
    scopes = [OREGON, {"competition": "Oregon worlds"}, {**OREGON, "year": 2023}]
    venues = [msgspec.convert({**words, "scope": scope}, kinds()["venue"].claim) for scope in scopes]
    one, whole, other = quantities()(gold(), venues)
    assert one == whole != other


def test_nothing_is_known_of_what_no_results_settle() -> None:
    file, claim = gold(), gold().claims[0]
    other = kinds()["other"].claim(id="o", text="t", quote="q", start=0, end=1)
    assert quantities()(file, [other, replace(claim, athlete="Nobody Atall")]) == [None, None]


def hits(file: ClaimFile, claims: Iterable[Any], given: Quantities | None) -> dict[str, int]:
    score = score_article(file, Prediction(tuple(claims)), given)
    return {name: one.gold_hits for name, one in zip(MEASURES, score.ladder, strict=True)}


@pytest.mark.parametrize("article", [file.article.id for file in samples()])
def test_no_trick_gains_by_it(article: str) -> None:
    """Scopes left out or made one for all, somebody else's name, and the ladder itself: nothing moves but wording."""
    file = gold(article)
    assert set(hits(file, file.claims, quantities()).values()) == {len(file.claims)}
    for scope in (Scope(), Scope(competition="Olympic Games"), Scope(event="1500m", year=2024)):
        vague = [replace(one, scope=scope) if hasattr(one, "scope") else one for one in file.claims]
        literal, read = hits(file, vague, None), hits(file, vague, quantities())
        assert read["quantity"] == literal["subject"] == literal["quantity"]
        assert {rung: read[rung] for rung in LADDER} == {rung: literal[rung] for rung in LADDER}
    others = [replace(one, athlete="Steve Cram") if hasattr(one, "athlete") else one for one in file.claims]
    assert hits(file, others, quantities())["quantity"] == hits(file, others, None)["subject"]
