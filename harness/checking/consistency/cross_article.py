"""Claims of different articles against each other by arithmetic: "his first race of the year", and an earlier one.

What the articles say of an athlete's races is read as one small ground truth that is complete in nothing, and the same
kinds work out from it what another article's claims assert. An article is held against what others say only: what it
says against itself is found in it alone (`consistency.own_arithmetic`).

Many articles say the same of the same race, so that what all of them say is, for most articles, what all others say:
it is put together and asked once. Only an article that says of a race what nobody else does, or was the first to, is
held against facts put together for it alone. (Putting them together for every article anew was quadratic: 1,295 us a
claim for 800 articles on one final.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from msgspec.structs import replace

from harness.checking.consistency.own import Race, claimed_facts, hull_of_claims
from harness.checking.findings import Checked, key_of
from harness.checking.wording import describe_contradiction
from harness.kinds import kinds
from harness.model import AnyQuantity, Assertion, ClaimRef, Conflict, Known, Unknown
from harness.truth.index import Truth
from harness.truth.results import Result
from harness.values import Range, clear

Figures: TypeAlias = tuple[Range | None, Range | None, str, tuple[tuple[str, Range], ...]]


class _Asserted(NamedTuple):
    """One part of what a claim asserts, and the athletes that it is about."""

    ref: ClaimRef
    assertion: Assertion
    athletes: tuple[str, ...]


class _Fact(NamedTuple):
    """What a claim says of an athlete's race; `position` counts the facts of the race in the order of the articles."""

    position: int
    ref: ClaimRef
    result: Result


class _RaceFacts:
    """What the articles say of one athlete's one race, by the figures that they give."""

    def __init__(self, number: int, athlete: str) -> None:
        self.number = number
        self.athlete = athlete
        self.size = 0
        self.by_figures: dict[Figures, list[_Fact]] = defaultdict(list)
        self._of_all: Result | None = None

    def add(self, ref: ClaimRef, result: Result) -> Figures:
        """Takes in what a claim says; its figures come back."""
        figures = (result.place, result.mark, result.printed, tuple(result.splits.items()))
        self.by_figures[figures].append(_Fact(self.size, ref, result))
        self.size += 1
        self._of_all = None
        return figures

    def of_all(self) -> Result:
        """What all articles together say."""
        if self._of_all is None:
            merged = self._merged([(facts[0], facts[-1]) for facts in self.by_figures.values()])
            assert merged is not None
            self._of_all = merged
        return self._of_all

    def of_others(self, article: str, own: Iterable[Figures]) -> Result | None:
        """What the articles but this one say, which gives its `own` figures; the very result of all where it makes no
        difference."""
        if not any(self._is_end(self.by_figures[figures], article) for figures in own):
            return self.of_all()
        ends: list[tuple[_Fact, _Fact]] = []
        for facts in self.by_figures.values():
            first = next((fact for fact in facts if fact.ref.article != article), None)
            if first is not None:
                ends.append((first, next(fact for fact in reversed(facts) if fact.ref.article != article)))
        return self._merged(ends)

    def _is_end(self, facts: list[_Fact], article: str) -> bool:
        """Whether the article is the first to give the figures, or the last, where that plays a part."""
        return facts[0].ref.article == article or (bool(facts[-1].result.splits) and facts[-1].ref.article == article)

    def refs_of_others(self, article: str) -> set[ClaimRef]:
        """The claims of other articles on the race."""
        return {fact.ref for facts in self.by_figures.values() for fact in facts if fact.ref.article != article}

    def _merged(self, ends: list[tuple[_Fact, _Fact]]) -> Result | None:
        """The facts as one, from the first and the last fact with each figures: the first says what is not a figure,
        and the last what a split is."""
        if not ends:
            return None
        firsts = [fact for fact, _ in sorted(ends)]
        lasts = [fact for _, fact in sorted(ends, key=lambda pair: pair[1].position)]
        ref = firsts[0].ref
        return replace(
            firsts[0].result,
            id=f"{ref.article}/{ref.claim} {self.number}",
            place=hull_of_claims(fact.result.place for fact in firsts),
            mark=hull_of_claims(fact.result.mark for fact in firsts),
            splits={at: split for fact in lasts for at, split in fact.result.splits.items()},
            printed=next((fact.result.printed for fact in firsts if fact.result.printed), ""),
        )


class CrossArticleChecker:
    """What the articles of a run say of athletes, gathered article by article."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth
        self._races: list[_RaceFacts] = []
        self._by_athlete: dict[str, dict[Race, _RaceFacts]] = defaultdict(dict)
        self._by_article: dict[str, dict[_RaceFacts, set[Figures]]] = {}
        self._asserted: list[_Asserted] = []
        self._of_all: dict[tuple[str, ...], Truth] = {}
        self._known: dict[tuple[tuple[str, ...], AnyQuantity, int], Known | Unknown] = {}

    def add(self, article: str, checked: Sequence[Checked], published: int) -> None:
        """One article's claims, as they were checked on its own date."""
        told = self._by_article[article] = defaultdict(set)
        for claim in checked:
            ref = ClaimRef(article, claim.finding.claim)
            for fact in claimed_facts(claim, self.truth, published):
                race = (fact.athlete, fact.event, fact.edition, fact.round)
                facts = self._by_athlete[fact.athlete].get(race)
                if facts is None:
                    facts = self._by_athlete[fact.athlete][race] = _RaceFacts(len(self._races), fact.athlete)
                    self._races.append(facts)
                told[facts].add(facts.add(ref, fact))
            for assertion in claim.assertions:
                athletes = tuple(sorted(who for who in assertion.quantity.subjects if who in self.truth.athletes))
                if athletes:
                    self._asserted.append(_Asserted(ref, assertion, athletes))

    def conflicts(self, known: Iterable[Conflict]) -> list[Conflict]:
        """Every claim that other articles' claims rule out, in a fixed order; those between articles that are `known`
        say it already where they are on one quantity."""
        stated = {
            (ref, conflict.quantity) for conflict in known if conflict.scope == "articles" for ref in conflict.claims
        }
        by_claims: dict[frozenset[ClaimRef], Conflict] = {}
        for article, group in groupby(self._asserted, key=lambda asserted: asserted.ref.article):
            others = _OtherArticles(self, article)
            for asserted in group:
                if (asserted.ref, key_of(asserted.assertion.quantity)) not in stated:
                    conflict = self._conflict(asserted, others)
                    if conflict is not None:
                        by_claims.setdefault(frozenset(conflict.claims), conflict)
        return sorted(by_claims.values(), key=lambda conflict: (conflict.claims, conflict.quantity))

    def _conflict(self, asserted: _Asserted, others: _OtherArticles) -> Conflict | None:
        """The claim with those of other articles that it cannot be true with; None where they allow it."""
        ref, assertion, athletes = asserted
        truth = others.truth(athletes)
        if truth is None:
            return None
        known = self._work_out(assertion, truth, athletes)
        if not isinstance(known, Known) or not clear(known.value, assertion.outer or assertion.claimed):
            return None
        refs = self._refs(known, ref.article)
        if not refs:
            return None
        message = describe_contradiction(assertion, known, truth, "the claims of other articles")
        heading = kinds()[assertion.quantity.kind].heading(assertion.quantity)
        return Conflict((ref, *refs), "articles", key_of(assertion.quantity), message, heading=heading)

    def _work_out(self, assertion: Assertion, truth: Truth, athletes: tuple[str, ...]) -> Known | Unknown:
        """The quantity, from what the other articles say; where that is what all say, it is worked out once."""
        quantity, as_of = assertion.quantity, assertion.as_of
        if truth is not self._of_all.get(athletes):
            return kinds()[quantity.kind].known(quantity, truth, as_of)
        key = (athletes, quantity, as_of)
        if key not in self._known:
            self._known[key] = kinds()[quantity.kind].known(quantity, truth, as_of)
        return self._known[key]

    def of_all(self, athletes: tuple[str, ...]) -> Truth:
        """What all articles say of the athletes, as a ground truth."""
        if athletes not in self._of_all:
            results = [facts.of_all() for facts in self.races_of(athletes)]
            self._of_all[athletes] = self.truth.with_facts(results, ())
        return self._of_all[athletes]

    def races_of(self, athletes: tuple[str, ...]) -> Iterator[_RaceFacts]:
        """The races that any article gives a fact of."""
        return (facts for athlete in dict.fromkeys(athletes) for facts in self._by_athlete[athlete].values())

    def told_by(self, article: str) -> dict[_RaceFacts, set[Figures]]:
        """The races that the article gives facts of, and the figures that it gives."""
        return self._by_article[article]

    def _refs(self, known: Known, article: str) -> tuple[ClaimRef, ...]:
        """The claims that the known value rests on; none where it rests on anything else."""
        refs: set[ClaimRef] = set()
        for item in known.evidence:
            _, _, number = item.id.rpartition(" ")
            if not number.isdecimal() or int(number) >= len(self._races):
                return ()
            refs |= self._races[int(number)].refs_of_others(article)
        return tuple(sorted(refs))


class _OtherArticles:
    """What all articles but one say."""

    def __init__(self, checker: CrossArticleChecker, article: str) -> None:
        self._checker = checker
        self._truths: dict[tuple[str, ...], Truth | None] = {}
        self._differing: dict[str, dict[int, Result | None]] = defaultdict(dict)  # where it is not what all say
        for facts, figures in checker.told_by(article).items():
            of_others = facts.of_others(article, figures)
            if of_others is not facts.of_all():
                self._differing[facts.athlete][facts.number] = of_others

    def truth(self, athletes: tuple[str, ...]) -> Truth | None:
        """What they say of the athletes, as a ground truth; None where they say nothing."""
        if athletes not in self._truths:
            self._truths[athletes] = self._put_together(athletes)
        return self._truths[athletes]

    def _put_together(self, athletes: tuple[str, ...]) -> Truth | None:
        if not any(athlete in self._differing for athlete in athletes):
            of_all = self._checker.of_all(athletes)
            return of_all if of_all.results else None
        results = [
            self._differing.get(facts.athlete, {}).get(facts.number, facts.of_all())
            for facts in self._checker.races_of(athletes)
        ]
        known = [result for result in results if result is not None]
        return self._checker.truth.with_facts(known, ()) if known else None
