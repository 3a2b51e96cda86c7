"""The table of conflicts: in which order they are read, which of them are told once, and what other processes see."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from hypothesis import example, given
from hypothesis import strategies as st

from harness.checking.consistency.conflict_table import ConflictTable, between_in
from harness.records.model import ClaimRef, Conflict

REFS = st.builds(ClaimRef, st.sampled_from(["a", "a-b", "a0", "b"]), st.sampled_from(["c", "c-1", "c1", "d"]))
CLAIMS = st.lists(REFS, min_size=1, max_size=3, unique=True)
QUANTITIES = st.sampled_from(["mark", "mark 2", "place", "half \ud800 a pair"])


def conflict(claims: list[ClaimRef], quantity: str, scope: Literal["article", "articles"]) -> Conflict:
    return Conflict(tuple(claims), scope, quantity, f"{quantity}: no", heading=quantity.upper())


BY_QUANTITY = st.builds(
    conflict, CLAIMS.map(sorted), QUANTITIES, st.sampled_from(["article", "articles"])
)  # fmt: skip
BY_ARITHMETIC = st.builds(conflict, CLAIMS, QUANTITIES, st.just("article"))
ACROSS = st.builds(conflict, CLAIMS, QUANTITIES, st.just("articles"))


ONE, OTHER = ClaimRef("a", "c"), ClaimRef("b", "d")


THERE, BACK = conflict([ONE, OTHER], "mark", "articles"), conflict([OTHER, ONE], "mark", "articles")


@example([], [], [(1, THERE), (2, BACK)], {"a"})
@example([], [], [(2, THERE), (1, BACK)], {"a"})  # found later, and asserted earlier
@given(
    st.lists(BY_QUANTITY, max_size=8, unique_by=lambda one: (one.scope, one.claims, one.quantity)),
    st.lists(BY_ARITHMETIC, max_size=8),
    st.lists(st.tuples(st.integers(0, 5), ACROSS), max_size=8, unique_by=lambda numbered: numbered[0]),
    st.sets(st.sampled_from(["a", "a-b", "a0", "b"])),
)
def test_they_come_in_a_fixed_order_and_each_once(
    by_quantity: list[Conflict],
    by_arithmetic: list[Conflict],
    across: list[tuple[int, Conflict]],
    reported: set[str],
) -> None:
    table = ConflictTable()
    table.add_by_quantity(by_quantity)
    table.add_by_arithmetic(by_arithmetic)
    table.add_across(across)
    expected = sorted(by_quantity, key=lambda one: (one.scope, one.claims, one.quantity))
    seen = {frozenset(one.claims) for one in expected if one.scope == "article"}
    for one in by_arithmetic:
        if frozenset(one.claims) not in seen:
            seen.add(frozenset(one.claims))
            expected.append(one)
    first: dict[frozenset[ClaimRef], Conflict] = {}
    for _, one in sorted(across, key=lambda numbered: numbered[0]):
        first.setdefault(frozenset(one.claims), one)
    expected += sorted(first.values(), key=lambda one: (one.claims, one.quantity))
    expected = [one for one in expected if any(ref.article in reported for ref in one.claims)]
    settled = table.settle(reported)
    assert list(settled) == list(settled) == expected, "it is read as often as needed"
    assert (len(settled), settled[:], list(reversed(settled))) == (len(expected), tuple(expected), expected[::-1])


def test_what_is_in_conflict_between_articles_is_looked_up_here_and_in_other_processes(tmp_path: Path) -> None:
    table, shared = ConflictTable(), tmp_path / "between.sqlite"
    refs = [ClaimRef("a", "c"), ClaimRef("b", "d")]
    assert table.between("mark") == ()
    table.add_by_quantity([conflict(refs, "mark", "articles"), conflict(refs[:1], "place", "article")])
    table.add_across([(0, conflict(refs, "place", "articles"))])
    table.share(shared)
    for between in (table.between, between_in(shared)):
        assert (list(between("mark")), list(between("place"))) == (refs, []), "within an article is not between two"


def test_without_conflicts_there_is_nothing_to_read() -> None:
    settled = ConflictTable().settle({"a"})
    assert (len(settled), list(settled), settled[:]) == (0, [], ())
