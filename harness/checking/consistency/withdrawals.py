"""How many claims of an article must go, at the fewest, until it contradicts itself no more."""

from __future__ import annotations

from collections import defaultdict
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
    for quantity, said in by_quantity.items():
        for (one, claims), (other, others) in combinations(said.values(), 2) if len(said) > 1 else ():
            if disagree(quantity, one, other):
                edges.update(frozenset(pair) for pair in product(claims, others) if pair[0] != pair[1])
    return sum(_smallest_hitting_set(sorted(part, key=_by_size)) for part in _connected(edges))


def _connected(edges: Iterable[frozenset[str]]) -> list[list[frozenset[str]]]:
    """The edges in groups that share no claim: what must go in one has no bearing on the others."""
    groups: list[tuple[frozenset[str], list[frozenset[str]]]] = []
    for edge in edges:
        touched = [group for group in groups if not group[0].isdisjoint(edge)]
        groups = [group for group in groups if group[0].isdisjoint(edge)]
        groups.append(
            (edge.union(*(claims for claims, _ in touched)), [edge, *(e for _, part in touched for e in part)])
        )
    return [part for _, part in groups]


def _by_size(edge: frozenset[str]) -> tuple[int, list[str]]:
    return len(edge), sorted(edge)


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
