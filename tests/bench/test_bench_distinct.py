"""A claim that gold repeats at words that overlap counts once in the intervals and tests of a bench run."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from arden import CLAIMS, World, article
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from harness.bench.align import detect, detected
from harness.bench.copies import times_said
from harness.bench.invented import Claims, check, gold, perfect, weaker
from harness.bench.outcomes import submission
from harness.bench.reading import ReadClaim
from harness.bench.results import Results
from harness.bench.run import FlaggingCheck, run
from harness.bench.submissions import gold_of
from harness.checking.load import ClaimFile
from harness.claims.claim import Scope
from harness.kinds import kinds

FEW = [f"article-{number}" for number in range(6)]
PLACES = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 6)), max_size=6)


def scored(right: Claims, poor: Claims) -> Results:
    """A system that says all of gold, and one that says less of it."""
    files = gold().files
    given_gold = gold_of(ClaimFile("", files[name].article, claims) for name, claims in right.items())
    systems = [submission("right", right), submission("poor", poor)]
    return run(given_gold, systems, FlaggingCheck(check, "invented"), 200)


def few(claims: Claims) -> Claims:
    return {name: claims[name] for name in FEW}


def repeated(claims: Claims, claim: Any, times: int) -> Claims:
    """Every copy begins and ends at other letters, and each overlaps the one before."""
    again = tuple(
        replace(claim, id=f"again-{number}", start=claim.start + number % 5, end=claim.end + number)
        for number in range(1, times)
    )
    return {**claims, FEW[0]: (*claims[FEW[0]], *again)}


def error_and_others() -> list[Any]:
    """A claim that both systems read rightly, and the error that the poor one reads too, in the first article."""
    both = [claim for claim in few(weaker())[FEW[0]] if claim in perfect(gold())[FEW[0]]]
    return [both[0], next(claim for claim in both if claim.text.startswith("wrong"))]


@pytest.mark.parametrize("claim", error_and_others(), ids=lambda claim: str(claim.text))
def test_one_claim_forty_times_makes_nothing_surer(claim: Any) -> None:
    """Fault: forty copies in one article narrowed the intervals, and moved p and the difference."""
    right, poor = few(perfect(gold())), few(weaker())
    once, often = scored(right, poor), scored(repeated(right, claim, 40), repeated(poor, claim, 40))
    assert often.claims == once.claims + 39
    for test, copied_test in zip(once.comparisons[0].tests, often.comparisons[0].tests, strict=True):
        found = (copied_test.p, copied_test.difference, copied_test.detectable)
        assert found == (test.p, test.difference, test.detectable)
    figures = [
        (system.ladder, flags.errors) for results in (once, often) for system, flags in zip(
            results.systems, results.flagged, strict=False)
    ]  # fmt: skip
    for (ladder, errors), (ladder_often, errors_often) in zip(figures[:2], figures[2:], strict=True):
        for before, after in zip((*ladder, errors), (*ladder_often, errors_often), strict=True):
            for share in ("precision", "recall", "f1"):
                one, copied = getattr(before, share), getattr(after, share)
                assert copied.value >= one.value, "every copy counts in the figure itself"
                assert (copied.low, copied.high) == (min(one.low, copied.value), max(one.high, copied.value))
    assert once.blind is not None
    assert often.blind is not None
    assert often.blind.hits.gold == once.blind.hits.gold + 39
    assert once.copies == ()
    assert often.copies == ("article-0: 40 claims say one thing at the same words (again-1, again-10, again-11, ...)",)


def test_one_of_twelve_copies_found_is_a_twelfth_of_one_claim() -> None:
    right = few(perfect(gold()))
    claim = right[FEW[0]][0]
    results = scored(repeated(right, claim, 12), right)
    poor = next(system for system in results.systems if system.name == "poor").articles[0]
    number = len(right[FEW[0]])
    assert poor.distinct[0] == (float(number - 1 + Fraction(1, 12)), number, float(number - 1 + Fraction(1, 12)))
    assert poor.distinct[-1] == poor.distinct[0], "detection alone finds no more"
    assert poor.ladder[0].gold == number + 11


def test_who_repeats_a_prediction_pays_for_each_in_the_test_too() -> None:
    right = few(perfect(gold()))
    results = scored(right, {name: (*claims, *_again(claims)) for name, claims in right.items()})
    doubled = next(system for system in results.systems if system.name == "poor")
    assert doubled.ladder[0].precision.value == 0.5
    assert (doubled.ladder[0].precision.high or 1.0) < 0.7
    assert results.comparisons[0].tests[0].p == pytest.approx(2 / 2**6)


def _again(claims: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(replace(claim, id=f"{claim.id}-again", end=claim.end + 1) for claim in claims)


MARK = kinds()["mark"].claim(
    id="a", text="t", quote="3:31.05", start=10, end=17, athlete="Kerr", mark="3:31.05", scope=Scope(event="1500m")
)  # type: ignore[call-arg]
OTHER = kinds()["other"].claim(id="a", text="he led", quote="led", start=10, end=13)


@pytest.mark.parametrize(
    "claim, changes, times",
    [
        pytest.param(MARK, {"start": 11, "end": 18}, 2, id="a letter later"),
        pytest.param(MARK, {"text": "in other words"}, 2, id="paraphrased otherwise"),
        pytest.param(MARK, {"gold_verdict": "refuted"}, 2, id="another verdict"),
        pytest.param(MARK, {"start": 17, "end": 24}, 1, id="words beside it"),
        pytest.param(MARK, {"mark": "3:31.06"}, 1, id="another figure"),
        pytest.param(MARK, {"athlete": "Nuguse"}, 1, id="another athlete"),
        pytest.param(MARK, {"scope": Scope(event="mile")}, 1, id="another event"),
        pytest.param(MARK, {"hedge": "about"}, 1, id="a hedge"),
        pytest.param(OTHER, {"start": 11, "end": 14}, 2, id="what has only its text"),
        pytest.param(OTHER, {"text": "he felt strong"}, 1, id="and another text"),
    ],
)
def test_which_claims_are_one(claim: Any, changes: dict[str, Any], times: int) -> None:
    assert times_said([claim, replace(claim, id="b", **changes)]) == {"a": times, "b": times}


def test_two_kinds_at_one_place_are_two_claims() -> None:
    place = kinds()["place"].claim(id="b", text="t", quote="won", start=10, end=17, athlete="Kerr", place=1)  # type: ignore[call-arg]
    assert times_said([MARK, place]) == {"a": 1, "b": 1}


@given(PLACES, PLACES, st.data())
def test_different_claims_are_preferred_and_no_pair_is_lost(
    gold_places: list[tuple[int, int]], places: list[tuple[int, int]], data: st.DataObject
) -> None:
    claims, predicted = (
        [ReadClaim("other", start, start + length, {}, {}, ()) for start, length in spans]
        for spans in (gold_places, places)
    )
    times = data.draw(st.lists(st.integers(1, 4), min_size=len(claims), max_size=len(claims)))
    found = detected(claims, predicted, times)
    assert len(set(found)) == len(found) == detect(claims, predicted)


def test_the_run_says_which_claims_gold_repeats(world: World) -> None:
    shifted = {**CLAIMS[1], "id": "berg-mark-again", "compound": "shifted", "end": CLAIMS[1]["end"] + 1}
    shifted["quote"] = f"{shifted['quote']}."
    world.write("claims/arden.json", {"article": article("arden"), "claims": [*CLAIMS, shifted]})
    world.write("same/arden.json", {"article": article("arden"), "claims": CLAIMS})
    printed = world.run("bench", "run", "--truth", "truth", "--resamples", "100", "--system", "same=same", "claims")
    assert printed.returncode == 0, printed.stderr
    assert "\nCopies\n" in printed.stdout
    assert "2 claims say one thing at the same words" in " ".join(printed.stdout.split())
    assert max(map(len, printed.stdout.splitlines())) <= 80
