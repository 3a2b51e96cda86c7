"""Claims of different articles compared by arithmetic: "his first race of the year", and an earlier one in another
article.

What the articles say about an athlete's races is used as one small ground truth that is complete in nothing, and the
same kinds work out from it what another article's claims assert. An article is compared only with what others say; its
own contradictions are found by `consistency.own_arithmetic`.

Many articles say the same about the same race, so for most articles the statements of all articles equal those of all
others: these are combined and asked once. Only an article that says something about a race that nobody else does, or
was the first to say it, is compared with facts combined for it alone. (Combining them anew for every article was
quadratic: 1,295 us per claim for 800 articles on one final.)

Claims that are ruled out in the same words are one conflict with those that rule them out, the first on each race: a
conflict for each of them with all that tell of its races made 252,000 names in a run of 100,000 claims, over a hundred
times those of 10,000.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from harness.checking.consistency.conflict_table import Between
from harness.checking.consistency.own import Race
from harness.checking.consistency.race_facts import FactClaims, RaceFacts
from harness.checking.consistency.rows import BucketedRows, bucket_of
from harness.checking.findings import Checked, key_of
from harness.checking.wording import describe_contradiction
from harness.kinds import kinds
from harness.records.model import AnyQuantity, Assertion, ClaimRef, Conflict, Known, Unknown
from harness.storage.files import TemporaryFolder
from harness.truth.index import Truth
from harness.truth.results import Result
from harness.values import clear

QUANTITIES_KEPT = 128  # of which it is kept what is in conflict already


class _Asserted(NamedTuple):
    """One part of what a claim asserts, and the athletes that it is about."""

    ref: ClaimRef
    assertion: Assertion
    athletes: tuple[str, ...]
    right: bool  # the ground truth supports the claim


class _RuledOut:
    """The claims of articles that others rule out in the same words, and the races of which those tell.

    `number` is that of the first assertion.
    """

    def __init__(self, number: int, assertion: Assertion) -> None:
        self.number = number
        self._heading = kinds()[assertion.quantity.kind].heading(assertion.quantity)
        self._refs: set[ClaimRef] = set()
        self._races: dict[RaceFacts, str | None] = {}  # the one article that is ruled out, None where several are

    def add(self, ref: ClaimRef, races: Iterable[RaceFacts]) -> None:
        self._refs.add(ref)
        for race in races:
            self._races[race] = ref.article if self._races.get(race, ref.article) == ref.article else None

    def told(self, quantity: str, message: str) -> Conflict:
        """The conflict: the claims that are ruled out, then those of other articles that rule them out."""
        behind = {ref for race, article in self._races.items() for ref in race.first_of_others(article)}
        claims = (*sorted(self._refs), *sorted(behind - self._refs))
        return Conflict(claims, "articles", quantity, message, heading=self._heading)


def _is_stated(ref: ClaimRef, quantity: str, between: Between) -> bool:
    refs = between(quantity)
    at = bisect_left(refs, ref)
    return at < len(refs) and refs[at] == ref


class CrossArticleChecker:
    """What the articles of a run say about athletes, collected article by article."""

    def __init__(self, truth: Truth, folder: TemporaryFolder | None = None, name: str = "asserted") -> None:
        """Assertions go to a file in the folder if there are many."""
        self.truth = truth
        self._races: list[RaceFacts] = []
        self._by_athlete: dict[str, dict[Race, RaceFacts]] = defaultdict(dict)
        self._claims = FactClaims()
        self._decided: dict[str, dict[str, list[RaceFacts]]] = {}  # by article and athlete
        self.asserted: BucketedRows[_Asserted] = BucketedRows(folder, name)
        self._of_all: dict[tuple[str, ...], Truth] = {}
        self._known: dict[tuple[tuple[str, ...], AnyQuantity, int], Known | Unknown] = {}

    def add(self, article: str, checked: Sequence[Checked], claimed: Iterable[Result]) -> None:
        """Add one article's claims, as they were checked on its own date, and the facts that they give."""
        self._decided = {}
        self._claims.begin(article)
        right = {claim.finding.claim for claim in checked if claim.finding.verdict == "supported"}
        for fact in claimed:
            facts = self._race((fact.athlete, fact.event, fact.edition, fact.round))
            facts.add(self._claims.add(fact.id), fact, right=fact.id in right)
        known = self.truth.athletes
        for claim in checked:
            ref = ClaimRef(article, claim.finding.claim)
            for assertion in claim.assertions:
                athletes = tuple(sorted([who for who in assertion.quantity.subjects if who in known]))
                if athletes:
                    self.asserted.add(bucket_of(athletes[0]), _Asserted(ref, assertion, athletes, ref.claim in right))

    def __getstate__(self) -> dict[str, Any]:
        """The state for another process, which has its own truth."""
        return {**self.__dict__, "truth": None, "_of_all": {}, "_known": {}, "_decided": {}}

    def _race(self, race: Race) -> RaceFacts:
        facts = self._by_athlete[race[0]].get(race)
        if facts is None:
            facts = self._by_athlete[race[0]][race] = RaceFacts(len(self._races), race, self._claims)
            self._races.append(facts)
        return facts

    def join(self, other: CrossArticleChecker) -> None:
        """Add what later articles say."""
        self._decided = {}
        shift = self._claims.join(other._claims)
        for facts in other._races:
            self._race(facts.race).join(facts, shift)
        self.asserted.join(other.asserted)

    @property
    def has_one_article(self) -> bool:
        """Whether there are no other articles to compare with."""
        return self._claims.articles < 2

    def conflicts_in(self, bucket: int, between: Between) -> list[tuple[int, Conflict]]:
        """The claims in one part of the assertions that other articles' claims rule out, except those that are already
        in conflict `between` articles on that quantity; each conflict has the number of its first assertion."""
        conflicts: dict[tuple[str, str], _RuledOut] = {}  # by quantity and words
        stated = lru_cache(QUANTITIES_KEPT)(between)  # thousands of claims, where many articles tell of one race
        self._forget()
        for article, group in groupby(self.asserted.rows(bucket), key=lambda row: row[1].ref.article):
            others = _OtherArticles(self, article)
            for number, asserted in group:
                quantity = key_of(asserted.assertion.quantity, self.truth)
                if not _is_stated(asserted.ref, quantity, stated):
                    races, message = self._ruled_out(asserted, others)
                    if races:
                        if (quantity, message) not in conflicts:
                            conflicts[quantity, message] = _RuledOut(number, asserted.assertion)
                        conflicts[quantity, message].add(asserted.ref, races)
        return [(conflict.number, conflict.told(*named)) for named, conflict in conflicts.items()]

    def _forget(self) -> None:
        """Drop what was put together for other parts: most of it is about other athletes."""
        self._of_all.clear()
        self._known.clear()
        for facts in self._races:
            facts.forget()

    def _ruled_out(self, asserted: _Asserted, others: _OtherArticles) -> tuple[list[RaceFacts], str]:
        """The races of which other articles say what rules the claim out, and how to say it; none where they allow
        it."""
        _, assertion, athletes, right = asserted
        truth = others.truth(athletes)
        if truth is None:
            return [], ""
        known = self._work_out(assertion, truth, athletes)
        if not isinstance(known, Known) or known.perhaps_more:
            return [], ""
        if not clear(known.value, assertion.outer or assertion.claimed):
            return [], ""
        races = [race for race in self._races_behind(known) if race.is_told_by_others(others.own)]
        if right and all(race.all_right for race in races):
            return [], ""
        return races, describe_contradiction(assertion, known, truth, "the claims of other articles")

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
        """What all articles say about the athletes, as a ground truth."""
        if athletes not in self._of_all:
            results = [facts.of_all() for facts in self.races_of(athletes)]
            self._of_all[athletes] = self.truth.with_facts(results, ())
        return self._of_all[athletes]

    def races_of(self, athletes: tuple[str, ...]) -> Iterator[RaceFacts]:
        """The races about which any article states a fact."""
        return (facts for athlete in dict.fromkeys(athletes) for facts in self._by_athlete[athlete].values())

    def facts_of(self, article: str) -> range:
        """The numbers of the facts that the article states."""
        return self._claims.of_article(article)

    def decided_by(self, article: str) -> Mapping[str, Sequence[RaceFacts]]:
        """By athlete, the races that would be told otherwise without the article."""
        if not self._decided:
            for facts in self._races:
                for decisive in dict.fromkeys(facts.decisive()):
                    self._decided.setdefault(decisive, {}).setdefault(facts.athlete, []).append(facts)
        return self._decided.get(article, {})

    def _races_behind(self, known: Known) -> list[RaceFacts]:
        """The races that the known value rests on; none where it rests on anything else."""
        races: list[RaceFacts] = []
        for item in known.evidence:
            _, _, number = item.id.rpartition(" ")
            if not number.isdecimal() or int(number) >= len(self._races):
                return []
            races.append(self._races[int(number)])
        return races


class _OtherArticles:
    """What all articles but one say."""

    def __init__(self, checker: CrossArticleChecker, article: str) -> None:
        self._checker = checker
        self.own = checker.facts_of(article)
        self._truths: dict[tuple[str, ...], Truth | None] = {}
        self._decided = checker.decided_by(article)

    def truth(self, athletes: tuple[str, ...]) -> Truth | None:
        """What they say of the athletes, as a ground truth; None where they say nothing."""
        if athletes not in self._truths:
            self._truths[athletes] = self._put_together(athletes)
        return self._truths[athletes]

    def _put_together(self, athletes: tuple[str, ...]) -> Truth | None:
        decided = [facts for athlete in dict.fromkeys(athletes) for facts in self._decided.get(athlete, ())]
        if not decided:
            of_all = self._checker.of_all(athletes)
            return of_all if of_all.results else None
        differing = {facts.number: facts.of_others(self.own) for facts in decided}
        races = self._checker.races_of(athletes)
        results = (differing[facts.number] if facts.number in differing else facts.of_all() for facts in races)
        known = [result for result in results if result is not None]
        return self._checker.truth.with_facts(known, ()) if known else None
