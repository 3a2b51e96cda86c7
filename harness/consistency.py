"""Claims against each other: by quantity, inside and between articles, and by an article's own arithmetic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import msgspec
from msgspec.structs import replace

from harness.kinds import kinds
from harness.model import Against, ClaimRef, Conflict, Finding, Judged, Known, Measure
from harness.truth.index import Truth
from harness.truth.results import Result
from harness.values import Label, Range, Value, clear, hull, minus, partial_date, plus, show
from harness.verify import Checked


class Said(msgspec.Struct, frozen=True, gc=False):
    """A value that claims give a quantity, on a date, and what the ground truth knew of the quantity then."""

    as_of: int
    measure: Measure
    claimed: Value
    found: Value | None


class ByQuantity:
    """The group-by that finds conflicts. It keeps the distinct values of each quantity, not the claims.

    A first pass over the findings fills it (`add`); `conflicts` goes over the same findings once more, to name the
    claims behind the few quantities that are in conflict: so memory follows the quantities, not the claims.
    """

    def __init__(self) -> None:
        self._values: dict[str, dict[tuple[int, Value], Said]] = {}

    def add(self, finding: Finding) -> None:
        for judged in finding.judged:
            self._values.setdefault(judged.quantity, {}).setdefault((judged.as_of, judged.claimed), _said(judged))

    def conflicts(self, findings: Iterable[Finding]) -> list[Conflict]:
        """At most one conflict a quantity between articles, and one a quantity and article inside; in a fixed order."""
        rivals = {quantity: clash for quantity, said in self._values.items() if (clash := _rivals(said))}
        holders: dict[str, dict[tuple[int, Value], set[ClaimRef]]] = {quantity: {} for quantity in rivals}
        for finding in findings:
            for judged in finding.judged:
                if judged.quantity in rivals:
                    value = (judged.as_of, judged.claimed)
                    holders[judged.quantity].setdefault(value, set()).add(ClaimRef(finding.article, finding.claim))
        found = [
            conflict
            for quantity, clash in rivals.items()
            for conflict in _conflicts_on(quantity, self._values[quantity], clash, holders[quantity])
        ]
        return sorted(found, key=lambda conflict: (conflict.scope, conflict.claims, conflict.quantity))


def disagree(one: Said, other: Said) -> bool:
    """Whether two claims on one quantity cannot both be true.

    On different dates the quantity may have moved: the later claim is compared with the earlier one shifted by as much
    as the ground truth knows it to have moved, and where that is not known, nothing is concluded.
    """
    if one.as_of == other.as_of:
        return clear(one.claimed, other.claimed)
    if one.found is None or other.found is None:
        return False
    if isinstance(one.claimed, Label) or isinstance(other.claimed, Label):
        return one.found == other.found and clear(one.claimed, other.claimed)
    assert isinstance(one.found, Range)
    assert isinstance(other.found, Range)
    return clear(plus(one.claimed, minus(other.found, one.found)), other.claimed)


def own_arithmetic(checked: Sequence[Checked], truth: Truth, published: int) -> list[Finding]:
    """The findings of one article, each with the claims of the same article that it cannot be true with.

    The article's claims are read as a small ground truth that is complete in nothing, and the same kinds work out
    from it what the other claims assert: a margin from two marks, a total from its colours, an age from a birth date.
    """
    registry = kinds()
    facts = [fact for one in checked for fact in claimed_facts(one, truth, published)]
    stated = [(one.finding.claim, assertion) for one in checked for assertion in one.assertions]
    whole = truth.with_facts(merged(facts), stated)
    contested, plain = _contested(facts), {fact.id for fact in facts}
    findings = []
    for one in checked:
        own, claim = whole, one.finding.claim
        if claim in contested:  # what it says itself must not blur what the others say
            own = truth.with_facts(merged(fact for fact in facts if fact.id != claim), stated)
        elif len(one.assertions) == 1 and claim in plain:  # it would be held against itself alone
            findings.append(one.finding)
            continue
        against = []
        for assertion in one.assertions:
            known = registry[assertion.quantity.kind].known(assertion.quantity, own, assertion.as_of)
            if isinstance(known, Known) and clear(known.value, assertion.claimed):
                others = sorted({part for item in known.evidence for part in item.id.split()} - {claim})
                if others:
                    printed = assertion.printed or truth.show(assertion.claimed, assertion.measure)
                    follows = truth.show(known.value, assertion.measure)
                    against.append(
                        Against(tuple(others), f"printed {printed}, the article's own claims give {follows}")
                    )
        findings.append(replace(one.finding, against=tuple(against)) if against else one.finding)
    return findings


def conflicts_by_arithmetic(finding: Finding) -> list[Conflict]:
    """The finding's contradictions with other claims of its article, as conflicts."""
    quantity = finding.judged[0].quantity if finding.judged else ""
    return [
        Conflict(
            tuple(ClaimRef(finding.article, claim) for claim in (finding.claim, *against.claims)),
            "article",
            quantity,
            against.message,
        )
        for against in finding.against
    ]


def fewest_withdrawals(findings: Iterable[Finding]) -> int:
    """How many of one article's claims must go, at the fewest, until no conflict inside it is left."""
    edges: set[frozenset[str]] = set()
    by_quantity: dict[str, list[tuple[str, Said]]] = defaultdict(list)
    for finding in findings:
        for judged in finding.judged:
            by_quantity[judged.quantity].append((finding.claim, _said(judged)))
        edges.update(frozenset((finding.claim, *against.claims)) for against in finding.against)
    for said in by_quantity.values():
        if len(said) > 1:
            edges.update(
                frozenset((claim, other_claim))
                for (claim, one), (other_claim, other) in combinations(said, 2)
                if claim != other_claim and disagree(one, other)
            )
    return _smallest_hitting_set(sorted(edges, key=lambda edge: (len(edge), sorted(edge)))) if edges else 0


def _smallest_hitting_set(edges: list[frozenset[str]]) -> int:
    """Size of the smallest set of claims that meets every edge: exact, by branching on the first edge not yet met."""
    best = len(edges)

    def search(left: list[frozenset[str]], taken: int) -> None:
        nonlocal best
        if taken + _disjoint(left) >= best:
            return
        if not left:
            best = taken
            return
        for claim in sorted(left[0], key=lambda claim: (-sum(claim in edge for edge in left), claim)):
            search([edge for edge in left if claim not in edge], taken + 1)

    search(edges, 0)
    return best


def _disjoint(edges: list[frozenset[str]]) -> int:
    """A number of edges that share no claim: each needs a withdrawal of its own, so it bounds the search."""
    used: set[str] = set()
    count = 0
    for edge in edges:
        if used.isdisjoint(edge):
            used |= edge
            count += 1
    return count


def _rivals(said: dict[tuple[int, Value], Said]) -> dict[tuple[int, Value], set[tuple[int, Value]]]:
    """Of the values given to one quantity: which cannot be true together with which."""
    rivals: dict[tuple[int, Value], set[tuple[int, Value]]] = {}
    for one, other in combinations(said, 2) if len(said) > 1 else ():
        if disagree(said[one], said[other]):
            rivals.setdefault(one, set()).add(other)
            rivals.setdefault(other, set()).add(one)
    return rivals


def _conflicts_on(
    quantity: str,
    said: dict[tuple[int, Value], Said],
    rivals: dict[tuple[int, Value], set[tuple[int, Value]]],
    holders: dict[tuple[int, Value], set[ClaimRef]],
) -> Iterator[Conflict]:
    inside: dict[str, set[ClaimRef]] = defaultdict(set)
    between: set[ClaimRef] = set()
    for value, clash in rivals.items():
        articles = {ref.article for rival in clash for ref in holders.get(rival, ())}
        for ref in holders.get(value, ()):
            if ref.article in articles:
                inside[ref.article].add(ref)
            if articles - {ref.article}:
                between.add(ref)
    values = " against ".join(sorted({show(said[value].claimed, said[value].measure) for value in rivals}))
    for refs in inside.values():
        yield Conflict(tuple(sorted(refs)), "article", quantity, values)
    if between:
        yield Conflict(tuple(sorted(between)), "articles", quantity, values)


def _said(judged: Judged) -> Said:
    return Said(judged.as_of, judged.measure, judged.claimed, judged.found)


def claimed_facts(one: Checked, truth: Truth, published: int) -> Iterator[Result]:
    """What a claim would add to a ground truth, under the claim's own id."""
    facts = kinds()[one.finding.kind].facts
    if facts is not None and one.resolved is not None:
        for fact in facts(one.resolved):
            yield _place(fact, truth, published)


def _same_race(fact: Result) -> tuple[object, ...]:
    return (fact.athlete, fact.event, fact.edition, fact.round)


def merged(facts: Iterable[Result]) -> list[Result]:
    merged: dict[tuple[object, ...], Result] = {}
    for fact in facts:
        key = _same_race(fact)
        merged[key] = _merge(merged[key], fact) if key in merged else fact
    return list(merged.values())


def _contested(facts: Iterable[Result]) -> set[str]:
    """The claims that give one man two places or two marks in one race."""
    by_race: dict[tuple[object, ...], list[Result]] = defaultdict(list)
    for fact in facts:
        by_race[_same_race(fact)].append(fact)
    return {
        result.id
        for results in by_race.values()
        for pair in combinations(results, 2)
        if any(one is not None and other is not None and clear(one, other) for one, other in _figures(*pair))
        for result in pair
    }


def _figures(one: Result, other: Result) -> tuple[tuple[Range | None, Range | None], ...]:
    return ((one.place, other.place), (one.mark, other.mark))


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
        date=Range(min(first, published), min(last, published)),
        nation=truth.nation_of(fact.athlete, first),
    )


def _merge(one: Result, other: Result) -> Result:
    """Two claims on one man in one race: where both give a figure, the article allows either."""
    return replace(
        one,
        id=f"{one.id} {other.id}" if one.id != other.id else one.id,
        place=_either(one.place, other.place),
        mark=_either(one.mark, other.mark),
        splits={**one.splits, **other.splits},
        printed=one.printed or other.printed,
    )


def _either(one: Range | None, other: Range | None) -> Range | None:
    if one is None or other is None:
        return one or other
    both = hull(one, other)
    assert isinstance(both, Range)
    return both
