"""The fewest claims of an article that must be withdrawn until it no longer contradicts itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations, product
from typing import NamedTuple

from harness.checking.consistency.quantities import disagree
from harness.records.model import Finding, Judged
from harness.values import Value

MOST_BRANCHES = 2_000  # of one group of claims that hang together; beyond that a proved number is a bound


class Withdrawals(NamedTuple):
    """How many claims must go; `proved` that no fewer will do and that so many do, else at least so many."""

    number: int
    proved: bool = True


def fewest_withdrawals(findings: Iterable[Finding]) -> int:
    """How many of one article's claims must go, at the fewest, until no conflict inside it is left."""
    return withdrawals_needed(findings).number


def withdrawals_needed(findings: Iterable[Finding]) -> Withdrawals:
    """How many of one article's claims must be withdrawn, at the fewest, until no conflict inside it is left.

    Exact for everything that real articles contain; for a tangle of contradictions that would take too long, a lower
    bound.
    """
    edges: set[frozenset[str]] = set()
    by_quantity: dict[str, dict[tuple[int, Value, Value | None], tuple[Judged, set[str]]]] = defaultdict(dict)
    for finding in findings:
        for judged in finding.judged:
            value = (judged.as_of, judged.claimed, judged.found)
            by_quantity[judged.quantity].setdefault(value, (judged, set()))[1].add(finding.claim)
        edges.update(frozenset((finding.claim, *against.claims)) for against in finding.against)
    for judged_of_quantity in by_quantity.values():
        for (first, claims), (second, others) in (
            combinations(judged_of_quantity.values(), 2) if len(judged_of_quantity) > 1 else ()
        ):
            if disagree(first, second):
                edges.update(frozenset(pair) for pair in product(claims, others) if pair[0] != pair[1])
    parts = [_smallest_hitting_set(sorted(part, key=_by_size)) for part in _connected(edges)]
    return Withdrawals(sum(part.number for part in parts), all(part.proved for part in parts))


def _connected(edges: Iterable[frozenset[str]]) -> list[list[frozenset[str]]]:
    """The edges in groups that share no claim: what must go in one has no bearing on the others."""
    parent: dict[str, str] = {}

    def root(claim: str) -> str:
        while (above := parent.setdefault(claim, claim)) != claim:
            parent[claim] = parent[above]
            claim = above
        return claim

    edges = list(edges)
    for edge in edges:
        first, *rest = edge
        for claim in rest:
            parent[root(claim)] = root(first)
    groups: dict[str, list[frozenset[str]]] = defaultdict(list)
    for edge in edges:
        groups[root(next(iter(edge)))].append(edge)
    return list(groups.values())


def _by_size(edge: frozenset[str]) -> tuple[int, list[str]]:
    return len(edge), sorted(edge)


def _smallest_hitting_set(edges: list[frozenset[str]]) -> Withdrawals:
    """Size of the smallest set of claims that meets every edge: exact, by branching on the claim with most edges.

    Before each branch, claims whose rivals all contradict each other are settled (`_settled`), and groups that share no
    claim are looked at singly: so what hangs together in chains of pairs, triangles and larger cliques needs no branch.
    After `MOST_BRANCHES` it is the greatest number that is proved: so many must go at least.
    """
    branches = 0

    def fewest(left: list[frozenset[str]], most: int) -> int:
        """How many must go, or some number from `most` on where no fewer than that will do."""
        nonlocal branches
        taken, left = _settled(left)
        for part in _connected(left):
            taken += one_group(sorted(part, key=_by_size), most - taken)
        return taken

    def one_group(left: list[frozenset[str]], most: int) -> int:
        nonlocal branches
        least, best = _at_least(left), _most_contradicted_first(left)
        if least >= min(best, most):
            return least
        branches += 1
        if branches > MOST_BRANCHES:
            return least
        times = Counter(claim for edge in left for claim in edge)
        claim = min(times, key=lambda claim: (-times[claim], claim))
        best = min(best, 1 + fewest([edge for edge in left if claim not in edge], best - 1))
        kept = {rival for edge in left if len(edge) == 2 and claim in edge for rival in edge} - {claim}  # these must go
        narrowed = {edge - {claim} for edge in left if edge.isdisjoint(kept)}  # none is empty: see `_settled`
        best = min(best, len(kept) + fewest(sorted(narrowed, key=_by_size), best - len(kept)))
        return max(best, least)

    number = fewest(edges, len(edges))  # a claim from every edge will do
    return Withdrawals(number, branches <= MOST_BRANCHES)


def _settled(edges: list[frozenset[str]]) -> tuple[int, list[frozenset[str]]]:
    """How many claims go for certain, and the edges that are left without them.

    Where the rivals of a claim all contradict each other, all of them but one must go whatever is done, and the claim
    itself may stay: so all of them go. A claim that stands alone in an edge goes.
    """
    taken = 0
    while True:
        rivals: dict[str, set[str]] = defaultdict(set)
        in_larger: set[str] = set()
        for edge in edges:
            if len(edge) == 2:
                first, second = edge
                rivals[first].add(second)
                rivals[second].add(first)
            else:
                in_larger |= edge
        gone = {claim for edge in edges if len(edge) == 1 for claim in edge}
        for claim in sorted(rivals, key=lambda claim: (len(rivals[claim]), claim)) if not gone else ():
            own = rivals[claim]
            if claim not in in_larger and all(own - {rival} <= rivals[rival] for rival in own):
                gone = own
                break
        if not gone:
            return taken, edges
        taken += len(gone)
        edges = [edge for edge in edges if edge.isdisjoint(gone)]


def _most_contradicted_first(edges: list[frozenset[str]]) -> int:
    """How many claims go when always the one goes that meets the most edges that are left."""
    edges_of: dict[str, set[int]] = defaultdict(set)
    for number, edge in enumerate(edges):
        for claim in edge:
            edges_of[claim].add(number)
    taken = 0
    while edges_of:
        claim = min(edges_of, key=lambda claim: (-len(edges_of[claim]), claim))
        for number in edges_of.pop(claim):
            for partner in edges[number] - {claim}:  # each is there: it meets this edge, which was left until now
                edges_of[partner].discard(number)
        edges_of = {claim: numbers for claim, numbers in edges_of.items() if numbers}
        taken += 1
    return taken


def _at_least(edges: list[frozenset[str]]) -> int:
    """A number of claims that must go whatever is done: of claims that contradict each other pair by pair all but one,
    and one of every other edge that shares no claim with them."""
    rivals: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        if len(edge) == 2:
            first, second = edge
            rivals[first].add(second)
            rivals[second].add(first)
    left, count = dict.fromkeys(sorted(rivals, key=lambda claim: (-len(rivals[claim]), claim))), 0
    while left:
        clique: list[str] = []
        common: set[str] | None = None
        for claim in left:
            if common is None or claim in common:
                clique.append(claim)
                common = set(rivals[claim]) if common is None else common & rivals[claim]
        for claim in clique:
            del left[claim]
        count += len(clique) - 1
    used = set(rivals)
    for edge in edges:
        if used.isdisjoint(edge):
            used |= edge
            count += 1
    return count
