"""What all articles say is put together once: the conflicts are those of putting it together for every article anew."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from test_between import BUDAPEST, GOLD, METRIC, NO_MEDAL, ONE_MEDAL, OSLO, SILVER, TOKYO, WON, file
from tiny_pack import PACK

from harness.checking.consistency import claimed_facts, facts_of_all
from harness.checking.consistency.conflict_table import ConflictTable
from harness.checking.consistency.cross_article import CrossArticleChecker
from harness.checking.consistency.own import hull_of_claims
from harness.checking.findings import Checked
from harness.checking.jobs import add_conflicts_across
from harness.checking.load import ClaimFile
from harness.checking.run import Checker
from harness.checking.wording import describe_contradiction
from harness.kinds import kinds
from harness.records.model import Known
from harness.truth.index import Truth
from harness.truth.results import Result
from harness.values import clear

TRUTH = Truth(PACK)
CHECKER = Checker(TRUTH)
RAN = {"kind": "mark", "athlete": "Clark", "mark": "3:29.38", "scope": BUDAPEST}
CLAIMS: list[dict[str, Any]] = [
    WON, WON | {"place": 2}, WON | {"place": 3}, GOLD, SILVER, GOLD | {"scope": TOKYO}, NO_MEDAL, ONE_MEDAL,
    ONE_MEDAL | {"athlete": "Berg"}, RAN, RAN | {"mark": "3:29.50"}, RAN | {"mark": "3:30.12"},
    RAN | {"at": "800m", "mark": "1:52.0"}, RAN | {"at": "800m", "mark": "1:53.1"},
    WON | {"athlete": "Berg", "place": 2}, WON | {"athlete": "Berg", "place": 3},
    {"kind": "margin", "ahead": "Clark", "behind": "Berg", "gap": "0.40", "scope": BUDAPEST},
    {"kind": "head_to_head", "athlete": "Berg", "opponent": "Clark", "wins": 1, "scope": BUDAPEST},
    {"kind": "since", "athlete": "Berg", "feat": {"race": "any"}, "scope": OSLO | {"season": 2024}},
    {"kind": "mark", "athlete": "Berg", "mark": "3:31.95", "scope": METRIC | {"competition": "Rome 2024"}},
]  # fmt: skip
ARTICLES = st.lists(
    st.tuples(st.lists(st.sampled_from(CLAIMS), min_size=1, max_size=4), st.sampled_from(["2023-08-22", "2024-08-20"])),
    min_size=2,
    max_size=6,
)


def everything_anew(articles: list[tuple[ClaimFile, list[Checked], int]]) -> set[tuple[frozenset[str], frozenset[str]]]:
    """The claims that are ruled out in the same words, with all that rule them out: each article held against all that
    the others say, put together for it alone."""
    found: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
    for mine, checked, _ in articles:
        races: dict[Any, Result] = {}
        for other, claims, published in articles:
            if other is mine:
                continue
            for claim in claims:
                for fact in claimed_facts(claim, TRUTH, published):
                    name = f"{other.article.id}/{claim.finding.claim}"
                    key = (fact.athlete, fact.event, fact.edition, fact.round)
                    races[key] = merge(races[key], fact, name) if key in races else replace(fact, id=name)
        for claim in checked:
            for assertion in claim.assertions:
                about = [result for result in races.values() if result.athlete in assertion.quantity.subjects]
                if not about:
                    continue
                others = TRUTH.with_facts(about, ())
                known = kinds()[assertion.quantity.kind].known(assertion.quantity, others, assertion.as_of)
                if isinstance(known, Known) and clear(known.value, assertion.claimed):
                    names = {name for item in known.evidence for name in item.id.split()}
                    if names:
                        words = describe_contradiction(assertion, known, others, "the claims of other articles")
                        ruled_out, behind = found.setdefault((str(assertion.quantity), words), (set(), set()))
                        ruled_out.add(f"{mine.article.id}/{claim.finding.claim}")
                        behind |= names
    return {(frozenset(ruled_out), frozenset(ruled_out | behind)) for ruled_out, behind in found.values()}


def merge(before: Result, fact: Result, name: str) -> Result:
    return replace(
        before,
        id=before.id if name in before.id.split() else f"{before.id} {name}",
        place=hull_of_claims((before.place, fact.place)),
        mark=hull_of_claims((before.mark, fact.mark)),
        splits={**before.splits, **fact.splits},
        printed=before.printed or fact.printed,
    )


SPLIT, ANOTHER = (RAN | {"at": "800m", "mark": printed} for printed in ("1:52.0", "1:53.1"))
# The rest of the race after the first split; the other split is the last that other articles give.
REST = RAN | {"stretch": "last 700m", "mark": "1:37.38"}


@settings(max_examples=150, deadline=None)
@example([([SPLIT, RAN], "2024-08-20"), ([ANOTHER], "2024-08-20"), ([SPLIT, REST], "2024-08-20")])
@given(ARTICLES)
def test_once_for_all_is_anew_for_every_article(articles: list[tuple[list[dict[str, Any]], str]]) -> None:
    between, told = CrossArticleChecker(TRUTH), []
    for number, (claims, published) in enumerate(articles):
        read = file(f"article-{number}", *claims, published=published)
        day = date.fromisoformat(published).toordinal()
        checked = CHECKER._checked(read)
        between.add(read.article.id, checked, facts_of_all(checked, TRUTH, day))
        told.append((read, checked, day))
    table = ConflictTable()
    add_conflicts_across(between, table, None)
    found = table.settle({file.article.id for file, _, _ in told})
    conflicts = [[f"{ref.article}/{ref.claim}" for ref in one.claims] for one in found]
    expected = everything_anew(told)
    assert {frozenset(claims) for claims in conflicts} == {claims for _, claims in expected}
    assert all(
        any(ruled_out == frozenset(claims[: len(ruled_out)]) for ruled_out, all_ in expected if all_ == {*claims})
        for claims in conflicts
    ), "those that are ruled out come first"


def test_what_several_articles_say_of_a_race_is_called_by_the_first_claim_on_it() -> None:
    """So races of which the day is not known stand in the order of the claims."""
    across = CrossArticleChecker(TRUTH)
    published = "2024-08-20"
    day = date.fromisoformat(published).toordinal()
    articles: list[list[dict[str, Any]]] = [[WON, GOLD], [RAN, GOLD | {"scope": TOKYO}]]
    for number, claims in enumerate(articles):
        read = file(f"article-{number}", *claims, published=published)
        checked = CHECKER._checked(read)
        across.add(read.article.id, checked, facts_of_all(checked, TRUTH, day))
    told = {result.edition: result.id for result in across.of_all(("ben-clark",)).results}
    assert told == {"worlds-2023": "article-0/c0 0", "games-2020": "article-1/c1 1"}


def test_what_is_in_conflict_already_is_looked_up_once_for_each_quantity() -> None:
    """Of a famous race it is thousands of claims, and as many claims ask for it."""
    across, asked = CrossArticleChecker(TRUTH), []
    day = date(2024, 8, 20).toordinal()
    for number in range(4):
        read = file(f"article-{number}", WON, WON | {"place": 2}, GOLD)
        checked = CHECKER._checked(read)
        across.add(read.article.id, checked, facts_of_all(checked, TRUTH, day))
    for bucket in across.asserted.buckets():
        across.conflicts_in(bucket, lambda quantity: asked.append(quantity) or ())
    assert len(asked) == len(set(asked)) > 1
