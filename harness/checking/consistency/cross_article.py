"""Claims of different articles against each other by arithmetic: "his first race of the year", and an earlier one.

What the articles say of an athlete's races is read as one small ground truth that is complete in nothing, and the same
kinds work out from it what another article's claims assert. An article is held against what others say only: what it
says against itself is found in it alone (`consistency.own_arithmetic`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from harness.checking.consistency import claimed_facts, merged
from harness.checking.verdict import Checked
from harness.kinds import kinds
from harness.model import Assertion, ClaimRef, Conflict, Known
from harness.truth.index import Truth
from harness.truth.results import Result
from harness.values import clear
from harness.wording import follows


class _Asserted(NamedTuple):
    """One part of what a claim asserts, and the athletes that it is about."""

    ref: ClaimRef
    assertion: Assertion
    athletes: tuple[str, ...]


class Between:
    """What the articles of a run say of athletes, gathered article by article."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth
        self._facts: dict[str, list[tuple[str, Result]]] = defaultdict(list)  # athlete: article, fact
        self._ids: dict[str, ClaimRef] = {}
        self._asserted: list[_Asserted] = []
        self._truths: dict[tuple[tuple[str, ...], str], Truth | None] = {}

    def add(self, article: str, checked: Sequence[Checked], published: int) -> None:
        """One article's claims, as they were checked on its own date."""
        for one in checked:
            ref = ClaimRef(article, one.finding.claim)
            for fact in claimed_facts(one, self.truth, published):
                name = f"{ref.article}/{ref.claim}"
                self._ids[name] = ref
                self._facts[fact.athlete].append((article, replace(fact, id=name)))
            for assertion in one.assertions:
                athletes = tuple(sorted(who for who in assertion.quantity.who if who in self.truth.athletes))
                if athletes:
                    self._asserted.append(_Asserted(ref, assertion, athletes))

    def conflicts(self, known: Iterable[Conflict]) -> list[Conflict]:
        """Every claim that other articles' claims rule out, in a fixed order; those between articles that are `known`
        say it already where they are on one quantity."""
        said = {(ref, one.quantity) for one in known if one.scope == "articles" for ref in one.claims}
        found: dict[frozenset[ClaimRef], Conflict] = {}
        for conflict in filter(None, map(self._against, self._asserted)):
            if (conflict.claims[0], conflict.quantity) not in said:
                found.setdefault(frozenset(conflict.claims), conflict)
        return sorted(found.values(), key=lambda conflict: (conflict.claims, conflict.quantity))

    def _against(self, one: _Asserted) -> Conflict | None:
        """The claim with those of other articles that it cannot be true with; None where they allow it."""
        others = self._others(one.athletes, one.ref.article)
        if others is None:
            return None
        kind = kinds()[one.assertion.quantity.kind]
        known = kind.known(one.assertion.quantity, others, one.assertion.as_of)
        if not isinstance(known, Known) or not clear(known.value, one.assertion.claimed):
            return None
        refs = self._refs(known)
        if not refs:
            return None
        message = follows(one.assertion, known, others, kind.worded, "the claims of other articles")
        return Conflict((one.ref, *refs), "articles", str(one.assertion.quantity), message)

    def _others(self, athletes: tuple[str, ...], article: str) -> Truth | None:
        """What the other articles say of the athletes, as a ground truth; None where they say nothing."""
        key = (athletes, article)
        if key not in self._truths:
            said = [
                fact
                for athlete in dict.fromkeys(athletes)
                for teller, fact in self._facts[athlete]
                if teller != article
            ]
            self._truths[key] = self.truth.with_facts(merged(said), ()) if said else None
        return self._truths[key]

    def _refs(self, known: Known) -> tuple[ClaimRef, ...]:
        """The claims that the known value rests on; none where it rests on anything else."""
        parts = {part for item in known.evidence for part in item.id.split()}
        return tuple(sorted(self._ids[part] for part in parts)) if parts <= self._ids.keys() else ()
