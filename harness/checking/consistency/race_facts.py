"""What articles say about one athlete's one race, by the figures that they give: all articles, and all but one."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest
from itertools import islice
from typing import TypeAlias

import msgspec
from msgspec.structs import replace

from harness.checking.consistency.own import Race, hull_of_claims
from harness.records.model import ClaimRef
from harness.truth.results import Result
from harness.values import Range

MOST_OF_A_RACE = 20  # claims on it that a conflict names: a large run has thousands, which say the same

# place, mark, the mark as printed, splits, and the days and the place that the race is taken to be in
Figures: TypeAlias = tuple[Range | None, Range | None, str, tuple[tuple[str, Range], ...], Range, bool]


class _Fact(msgspec.Struct, frozen=True, gc=False, order=True):
    """A claim that gives figures of an athlete's race; `position` counts the race's facts in the articles' order."""

    position: int
    ref: ClaimRef


class RaceFacts:
    """What the articles say about one athlete's one race, by the figures that they give."""

    def __init__(self, number: int, race: Race) -> None:
        self.number = number
        self.race = race
        self.athlete = race[0]
        self.size = 0
        self.all_right = True  # every claim on it is known to be right: they contradict nothing that is right as well
        self.by_figures: dict[Figures, list[_Fact]] = {}
        self.results: dict[Figures, Result] = {}
        self._figures: dict[Figures, Figures] = {}  # each once, however many articles give them
        self._of_all: Result | None = None

    def add(self, ref: ClaimRef, result: Result, *, right: bool) -> Figures:
        """Add what a claim says, and return its figures; `right`: the ground truth supports the claim."""
        self.all_right = self.all_right and right
        splits = tuple(result.splits.items())
        figures = (result.place, result.mark, result.printed, splits, result.date, result.indoor)
        figures = self._figures.setdefault(figures, figures)
        self._take(figures, result, [ref])
        return figures

    def join(self, other: RaceFacts) -> None:
        """Add what later articles say."""
        self.all_right = self.all_right and other.all_right
        behind = sorted(
            (fact.position, figures, fact.ref) for figures, facts in other.by_figures.items() for fact in facts
        )
        for _, figures, ref in behind:
            self._take(figures, other.results[figures], [ref])

    def _take(self, figures: Figures, result: Result, refs: Iterable[ClaimRef]) -> None:
        self.results.setdefault(figures, result)
        facts = self.by_figures.setdefault(figures, [])
        for ref in refs:
            facts.append(_Fact(self.size, ref))
            self.size += 1
        self._of_all = None

    def of_all(self) -> Result:
        """What all articles together say."""
        if self._of_all is None:
            merged = self._merged([(figures, facts[0], facts[-1]) for figures, facts in self.by_figures.items()])
            assert merged is not None
            self._of_all = merged
        return self._of_all

    def of_others(self, article: str, own: Iterable[Figures]) -> Result | None:
        """What the articles other than this one say, which gives its `own` figures; the same object as for all articles
        if that makes no difference."""
        if not any(self._is_end(figures, article) for figures in own):
            return self.of_all()
        ends: list[tuple[Figures, _Fact, _Fact]] = []
        for figures, facts in self.by_figures.items():
            first = next((fact for fact in facts if fact.ref.article != article), None)
            if first is not None:
                ends.append((figures, first, next(fact for fact in reversed(facts) if fact.ref.article != article)))
        return self._merged(ends)

    def _is_end(self, figures: Figures, article: str) -> bool:
        """Whether the article is the first to give the figures, or the last, where that plays a part."""
        first, last = self.by_figures[figures][0], self.by_figures[figures][-1]
        return first.ref.article == article or (bool(self.results[figures].splits) and last.ref.article == article)

    def first_of_others(self, article: str | None) -> list[ClaimRef]:
        """The first claims on the race of other articles (None: of all), in the articles' order."""
        others = ((fact for fact in facts if fact.ref.article != article) for facts in self.by_figures.values())
        first = (fact for facts in others for fact in islice(facts, MOST_OF_A_RACE))
        return [fact.ref for fact in nsmallest(MOST_OF_A_RACE, first)]

    def is_told_by_others(self, article: str) -> bool:
        """Whether any other article has a claim on the race."""
        return any(fact.ref.article != article for facts in self.by_figures.values() for fact in facts)

    def _merged(self, ends: list[tuple[Figures, _Fact, _Fact]]) -> Result | None:
        """The facts as one, from the first and the last fact with each figures: the first says what is not a figure,
        and the last what a split is."""
        if not ends:
            return None
        firsts = [self.results[figures] for figures, first, _ in sorted(ends, key=lambda end: end[1].position)]
        lasts = [self.results[figures] for figures, _, last in sorted(ends, key=lambda end: end[2].position)]
        ref = min(first for _, first, _ in ends).ref
        return replace(
            firsts[0],
            id=f"{ref.article}/{ref.claim} {self.number}",
            place=hull_of_claims(result.place for result in firsts),
            mark=hull_of_claims(result.mark for result in firsts),
            splits={at: split for result in lasts for at, split in result.splits.items()},
            printed=next((result.printed for result in firsts if result.printed), ""),
        )
