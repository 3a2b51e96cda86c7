"""An article's own arithmetic: what its claims say about one another, used as a small ground truth of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import combinations
from typing import TypeAlias

from msgspec.structs import replace

from harness.checking.findings import Checked, key_of
from harness.checking.wording import describe_contradiction
from harness.kinds import kinds
from harness.records.model import ClaimRef, Conflict, Contradiction, Finding, Known
from harness.truth.index import Truth
from harness.truth.results import Result
from harness.truth.teams import is_relay, is_team
from harness.values import Range, Value, clear, hull, partial_date

Race: TypeAlias = tuple[str, str, str | None, str]  # one man's: athlete, event, edition, round


def own_arithmetic(checked: Sequence[Checked], claimed: Iterable[Result], truth: Truth) -> list[Finding]:
    """The findings of one article, each with the claims of the same article that it cannot be true with; `claimed` are
    the facts that its claims give.

    The article's claims are used as a small ground truth that is complete in nothing, and the same kinds work out from
    it what the other claims assert: a margin from two marks, a total from its colours, an age from a birth date.
    """
    facts = _by_race(claimed)
    together = {race: reduce(_merge, results) for race, results in facts.items()}
    stated = tuple(
        (judged_claim.finding.claim, assertion) for judged_claim in checked for assertion in judged_claim.assertions
    )
    whole = truth.with_facts(together.values(), stated)
    races = _races_of(facts)
    contested = _contested(facts.values())
    right = {
        judged_claim.finding.claim for judged_claim in checked if judged_claim.finding.verdict == "supported"
    }  # which cannot contradict one another
    findings = []
    for judged_claim in checked:
        own, claim = whole, judged_claim.finding.claim
        if claim in contested:  # what it says itself must not blur what the others say
            own = truth.with_facts(_without(claim, together, {race: facts[race] for race in races[claim]}), stated)
        elif not judged_claim.assertions or (
            len(judged_claim.assertions) == 1 and claim in races
        ):  # at most held against itself alone
            findings.append(judged_claim.finding)
            continue
        against = tuple(
            contradiction
            for contradiction in _against(judged_claim, own)
            if not right.issuperset((claim, *contradiction.claims))
        )
        findings.append(replace(judged_claim.finding, against=against) if against else judged_claim.finding)
    return findings


def _against(judged_claim: Checked, own: Truth) -> Iterator[Contradiction]:
    """What follows from the article's own claims and cannot be true with this one."""
    for assertion in judged_claim.assertions:
        known = kinds()[assertion.quantity.kind].known(assertion.quantity, own, assertion.as_of)
        if (
            isinstance(known, Known)
            and not known.perhaps_more
            and clear(known.value, assertion.outer or assertion.claimed)
        ):
            others = sorted(
                {part for item in known.evidence for part in item.id.split()} - {judged_claim.finding.claim}
            )
            if others:
                message = describe_contradiction(assertion, known, own, "the article's own claims")
                heading = kinds()[assertion.quantity.kind].heading(assertion.quantity)
                yield Contradiction(tuple(others), message, key_of(assertion.quantity, own), heading)


def conflicts_by_arithmetic(finding: Finding) -> list[Conflict]:
    """The finding's contradictions with other claims of its article, as conflicts."""
    return [
        Conflict(
            tuple(ClaimRef(finding.article, claim) for claim in (finding.claim, *against.claims)),
            "article",
            against.quantity,
            against.message,
            heading=against.heading,
        )
        for against in finding.against
    ]


def facts_of_all(checked: Iterable[Checked], truth: Truth, published: int) -> list[Result]:
    """What all claims of an article would add to a ground truth."""
    return [fact for of_claim in checked for fact in claimed_facts(of_claim, truth, published)]


def claimed_facts(judged_claim: Checked, truth: Truth, published: int) -> Iterator[Result]:
    """What a claim would add to a ground truth, under the claim's own id."""
    if judged_claim.resolved is not None:
        for fact in kinds()[judged_claim.finding.kind].facts(judged_claim.resolved):
            if not _moved(fact, truth) and not _is_of_a_member(fact, truth):
                yield _place(fact, truth, published)


def _moved(fact: Result, truth: Truth) -> bool:
    """Whether the race's places were changed later: then what is claimed of them holds on the claim's own day only."""
    held = truth.by_athlete_edition.get((fact.athlete, fact.edition or ""), ())
    return any(
        edition.event == fact.event and (edition.was is not None or edition.annulled is not None) for edition in held
    )


def _is_of_a_member(fact: Result, truth: Truth) -> bool:
    """Whether the result is a team's, told of one of its members: they may have run in the heats only, and what several
    of them won is one medal."""
    event = truth.events[fact.event]
    return (event.team or is_relay(event)) and not is_team(truth, fact.athlete)


def _by_race(facts: Iterable[Result]) -> dict[Race, list[Result]]:
    """The facts by the one man and the one race that they are about."""
    by_race: dict[Race, list[Result]] = defaultdict(list)
    for fact in facts:
        by_race[fact.athlete, fact.event, fact.edition, fact.round].append(fact)
    return by_race


def _races_of(facts: dict[Race, list[Result]]) -> dict[str, list[Race]]:
    """The races that each claim gives a fact of."""
    races: dict[str, list[Race]] = defaultdict(list)
    for race, results in facts.items():
        for fact in results:
            races[fact.id].append(race)
    return races


def _without(claim: str, merged: dict[Race, Result], mine: dict[Race, list[Result]]) -> Iterable[Result]:
    """The merged facts, but of the races that the claim speaks of only what the others say."""
    left = {race: [fact for fact in results if fact.id != claim] for race, results in mine.items()}
    others = {race: reduce(_merge, results) for race, results in left.items() if results}
    return (others.get(race, fact) for race, fact in merged.items() if race in others or race not in left)


def _contested(facts: Iterable[list[Result]]) -> set[str]:
    """The claims that give one man two places or two marks in one race."""
    contested: set[str] = set()
    for results in facts:
        if len(results) > 1:
            by_figures: dict[tuple[Range | None, Range | None], list[str]] = defaultdict(list)
            for result in results:
                by_figures[result.place, result.mark].append(result.id)
            for figures, rival in combinations(by_figures, 2):
                if any(a is not None and b is not None and clear(a, b) for a, b in zip(figures, rival, strict=True)):
                    contested.update(by_figures[figures], by_figures[rival])
    return contested


def _place(fact: Result, truth: Truth, published: int) -> Result:
    """The claimed result with what the names' table says of its edition: days, level, whether medals are given."""
    edition = truth.editions[fact.edition or ""]
    competition = truth.competitions[edition.competition]
    first, last = partial_date(edition.start).low or published, partial_date(edition.end).high or published
    return replace(
        fact,
        competition=competition.id,
        level=competition.level,
        gives_medals=competition.medals,
        official=edition.official,
        indoor=fact.indoor or edition.indoor,
        date=fact.date if fact.date.low is not None else Range(min(first, published), min(last, published)),
        nation=truth.nation_of(fact.athlete, first),
    )


def _merge(first: Result, second: Result) -> Result:
    """Two claims on one man in one race: where both give a figure, the article allows either."""
    return replace(
        first,
        id=f"{first.id} {second.id}" if first.id != second.id else first.id,
        place=hull_of_claims((first.place, second.place)),
        mark=hull_of_claims((first.mark, second.mark)),
        splits={**first.splits, **second.splits},
        printed=first.printed or second.printed,
    )


def hull_of_claims(ranges: Iterable[Range | None]) -> Range | None:
    """The smallest range that contains every figure that claims give; None if they give none."""
    whole: Value | None = None
    for figure in ranges:
        if figure is not None:
            whole = figure if whole is None else hull(whole, figure)
    assert whole is None or isinstance(whole, Range)
    return whole
