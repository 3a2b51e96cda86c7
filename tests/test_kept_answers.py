"""What is kept from one claim or article to the next changes nothing: it is what would be worked out again."""

from __future__ import annotations

import gc
import weakref
from datetime import date
from functools import cache, reduce
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.checking.consistency import own
from harness.checking.load import ClaimFile, default_truth_folder, load_all, load_truth
from harness.checking.resolve import ArticleWords
from harness.checking.run import Checker
from harness.records.model import Finding, Setting
from harness.truth import lists
from harness.truth.fits import fits
from harness.truth.index import Truth
from harness.truth.remembered import remembered
from harness.truth.results import Result
from harness.values import Range, exactly

ROOT = Path(__file__).parent.parent


@cache
def truth() -> Truth:
    loaded = load_truth(default_truth_folder())
    assert isinstance(loaded, Truth), loaded[:3]
    return loaded


@cache
def files() -> tuple[ClaimFile, ...]:
    loaded, _ = load_all([ROOT / "claims", ROOT / "benchmarks" / "samples" / "claims"])
    return tuple(loaded)


@cache
def alone() -> dict[str, list[Finding]]:
    """The findings of every article, each checked as if there were no other."""
    return {file.path: Checker(truth()).check_article(file) for file in files()}


@cache
def settings_of_claims() -> list[Setting]:
    checker, found = Checker(truth()), dict[Setting, None]()
    for file in files():
        words = ArticleWords(checker.names, date.fromisoformat(file.article.published).toordinal(), file.claims)
        for claim in file.claims:
            for assertion in checker.verifier.judge(claim, words).assertions:
                found[assertion.quantity.setting] = None
    return list(found)


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(len(files()))))
def test_no_article_is_judged_by_what_another_one_said(order: list[int]) -> None:
    checker = Checker(truth())
    for index in order:
        file = files()[index]
        assert checker.check_article(file) == alone()[file.path]


def test_a_claim_that_is_said_again_is_judged_the_same() -> None:
    checker = Checker(truth())
    for file in files():
        assert checker.check_article(file) == checker.check_article(file)


class TestRemembered:
    def test_what_was_asked_longest_ago_goes_first(self) -> None:
        asked: list[int] = []

        @remembered(2)
        def double(_: Truth, number: int) -> int:
            asked.append(number)
            return 2 * number

        assert [double(truth(), number) for number in (1, 2, 1, 3, 1, 2)] == [2, 4, 2, 6, 2, 4]
        assert asked == [1, 2, 3, 2]

    def test_nothing_is_also_an_answer(self) -> None:
        asked: list[int] = []

        @remembered(2)
        def nothing(_: Truth, number: int) -> None:
            asked.append(number)

        assert [nothing(truth(), 1), nothing(truth(), 1)] == [None, None]
        assert asked == [1]

    def test_each_truth_has_its_own_answers_and_takes_them_along(self) -> None:
        @remembered(2)
        def number_of_results(of: Truth) -> int:
            return len(of.results)

        small = truth().with_facts((), ())
        assert (number_of_results(truth()), number_of_results(small)) == (len(truth().results), 0)
        gone = weakref.ref(small)
        del small
        gc.collect()
        assert gone() is None


def days() -> st.SearchStrategy[int]:
    """Days, most of them near one on which results came, went or moved up."""
    moved = {one.was[1] for one in truth().results if one.was} | {one.annulled or 0 for one in truth().results}
    near = st.builds(int.__add__, st.sampled_from(sorted(moved - {0})), st.integers(-2, 2))
    ran = st.builds(int.__add__, st.sampled_from([one.date.high or 0 for one in truth().results]), st.integers(-2, 2))
    return near | ran


@settings(max_examples=300, deadline=None)
@given(days(), st.data())
def test_between_two_changes_all_results_stand_still(day: int, data: st.DataObject) -> None:
    setting, before = data.draw(st.sampled_from(settings_of_claims())), truth().last_change(day)
    assert before <= day
    assert truth().matching(setting, before) == truth().matching(setting, day)
    for result in truth().results[::37]:
        assert (result.exists(day), result.place_as_of(day)) == (result.exists(before), result.place_as_of(before))


@settings(max_examples=100, deadline=None)
@given(days(), st.data())
def test_what_a_setting_holds_is_what_fits_it_one_by_one(day: int, data: st.DataObject) -> None:
    setting = data.draw(st.sampled_from(settings_of_claims()))
    fitting = [one for one in truth().results if one.exists(day) and not one.en_route]
    assert truth().matching(setting, day) == [one for one in fitting if fits(one, setting, day, truth())]


@settings(max_examples=50, deadline=None)
@given(days(), st.sampled_from(["1500m", "mile", "5000m"]), st.booleans())
def test_a_ranking_is_that_of_every_athletes_best_on_the_day(day: int, event: str, indoor: bool) -> None:
    setting = Setting(event=event, sex="men", indoor=indoor)
    listed = lists.ranking(truth(), "athletes", setting, day)
    bests = [lists.best_cost(truth(), athlete, setting, day) for athlete in truth().athletes]
    found = [best for best in bests if best is not None]
    for cost in [best.low for best in found] + [best.high for best in found]:
        assert listed.steps.lows_below(cost, day) == sum(best.low < cost for best in found)
        assert listed.steps.highs_up_to(cost, day) == sum(best.high <= cost for best in found)
    first = min((best.high for best in found), default=0)
    assert set(listed.leaders) == {best for best in found if best.low <= first}


def facts() -> st.SearchStrategy[list[Result]]:
    """What some claims say of two men in two races, each claim at most one thing of a race."""
    race = st.tuples(st.sampled_from(["kerr", "hocker"]), st.sampled_from(["heat 1", "final"]))
    claims = st.dictionaries(st.tuples(st.integers(1, 5), race), st.integers(1, 3), max_size=8)
    return claims.map(lambda said: [fact(*key, place) for key, place in said.items()])


def fact(claim: int, race: tuple[str, str], place: int) -> Result:
    who, round_ = race
    return Result(
        id=f"claim-{claim}", athlete=who, event="1500m", sex="men", edition="paris", round=round_, date=Range(1, 2),
        place=exactly(place),
    )  # fmt: skip


@given(facts())
def test_what_the_others_say_is_what_is_left_without_the_claim(said: list[Result]) -> None:
    by_race = own._by_race(said)
    together = {race: reduce(own._merge, some) for race, some in by_race.items()}
    for claim in {one.id for one in said}:
        left = own._by_race(one for one in said if one.id != claim)
        mine = {race: by_race[race] for race in own._races_of(by_race)[claim]}
        found = {_spelt(one) for one in own._without(claim, together, mine)}
        assert found == {_spelt(reduce(own._merge, some)) for some in left.values()}


def _spelt(result: Result) -> tuple[object, ...]:
    return result.id, result.athlete, result.round, result.place


def test_days_of_change_are_in_order() -> None:
    changes = truth().changes
    assert changes[0] == 0
    assert all(one < other for one, other in pairwise(changes))


@pytest.mark.parametrize("day", [0, 1, 600_000])
def test_before_everything_nothing_stands(day: int) -> None:
    assert truth().last_change(day) == 0
    assert truth().matching(Setting(), day) == []
