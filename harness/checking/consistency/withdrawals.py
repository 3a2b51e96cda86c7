"""How many claims of an article must go, at the fewest, until it contradicts itself no more."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import combinations, product

from harness.checking.consistency.quantities import disagree
from harness.model import Finding, Judged
from harness.values import Value


def fewest_withdrawals(findings: Iterable[Finding]) -> int:
    """How many of one article's claims must go, at the fewest, until no conflict inside it is left."""
    edges: set[frozenset[str]] = set()
    by_quantity: dict[str, dict[tuple[int, Value, Value | None], tuple[Judged, set[str]]]] = defaultdict(dict)
    for finding in findings:
        for judged in finding.judged:
            value = (judged.as_of, judged.claimed, judged.found)
            by_quantity[judged.quantity].setdefault(value, (judged, set()))[1].add(finding.claim)
        edges.update(frozenset((finding.claim, *against.claims)) for against in finding.against)
    for said in by_quantity.values():
        for (one, claims), (other, others) in combinations(said.values(), 2) if len(said) > 1 else ():
            if disagree(one, other):
                edges.update(frozenset(pair) for pair in product(claims, others) if pair[0] != pair[1])
    return sum(_smallest_hitting_set(sorted(part, key=_by_size)) for part in _connected(edges))


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


def _smallest_hitting_set(edges: list[frozenset[str]]) -> int:
    """Size of the smallest set of claims that meets every edge: exact, by branching on the claim with most edges.

    Taking away the most contradicted claim, again and again, is often the fewest already; a lower bound proves it.
    (Claims on one quantity that all give different values contradict each other pair by pair: branching on the pairs
    alone tries 2^n ways for n of them.)
    """
    best = _most_contradicted_first(edges)

    def search(left: list[frozenset[str]], taken: int) -> None:
        nonlocal best
        if not left:
            best = min(best, taken)
        if taken + _at_least(left) >= best:
            return
        times = Counter(claim for edge in left for claim in edge)
        claim = min(times, key=lambda claim: (-times[claim], claim))
        search([edge for edge in left if claim not in edge], taken + 1)
        kept = {other for edge in left if len(edge) == 2 and claim in edge for other in edge} - {claim}  # these must go
        narrowed = {edge - {claim} for edge in left if edge.isdisjoint(kept)}
        if frozenset() not in narrowed:
            search(sorted(narrowed, key=_by_size), taken + len(kept))

    search(edges, 0)
    return best


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
            for partner in edges[number] - {claim}:
                if partner in edges_of:
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
