"""Which findings may be in a conflict by quantity: those of a quantity with two values, whatever else is there."""

from __future__ import annotations

from collections import defaultdict

import pytest
from findings import finding, judged
from hypothesis import given
from hypothesis import strategies as st

from harness.checking.consistency import ByQuantity
from harness.checking.consistency.conflict_table import ConflictTable
from harness.checking.consistency.contested import Contested
from harness.checking.gathering import conflicts_among
from harness.records.model import Judged
from harness.storage.files import TemporaryFolder
from harness.values import exactly


def given_value(quantity: str, value: int) -> Judged:
    return judged("not_enough_info", "count", exactly(value), None, quantity=quantity)


VALUES = st.lists(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(1, 3)), max_size=3), max_size=12)


@given(VALUES)
def test_they_are_those_of_quantities_with_two_values(values: list[list[tuple[str, int]]]) -> None:
    findings = [
        finding("", "", judged=tuple(given_value(quantity, value) for quantity, value in of_claim))
        for of_claim in values
    ]
    by_quantity: dict[str, set[int]] = defaultdict(set)
    for of_claim in values:
        for quantity, value in of_claim:
            by_quantity[quantity].add(value)
    two = {quantity for quantity, distinct in by_quantity.items() if len(distinct) > 1}
    expected = [number for number, of_claim in enumerate(values) if any(quantity in two for quantity, _ in of_claim)]
    in_memory, in_files, moved = Contested(), TemporaryFolder(), TemporaryFolder()
    in_memory.add_all(findings)
    contested = Contested(in_files, "first", keep=1)
    contested.add_all(findings[:5])
    behind = Contested(in_files, "behind", keep=1)
    behind.add_all(findings[5:8])
    behind.add_all(findings[8:], 3)
    if behind:
        behind.write_out()
        (in_files.path / "behind.values").rename(moved.file("behind.values"))  # as from another machine
        behind.move(moved)
    contested.join(behind, 5)
    assert len(contested) == len(in_memory) == sum(map(len, values))
    for each in (in_memory, contested):
        assert [number for part in each.parts() for number in part.findings] == expected


@given(VALUES)
def test_conflicts_are_the_same_in_however_many_parts_they_are_looked_for(
    values: list[list[tuple[str, int]]],
) -> None:
    findings = [
        finding(
            "", "", claim=f"c{number}", article=f"a{number % 3}", judged=tuple(given_value(*one) for one in of_claim)
        )
        for number, of_claim in enumerate(values)
    ]
    contested = Contested()
    contested.add_all(findings)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("harness.checking.consistency.contested.VALUES_AT_ONCE", 2)
        parts = list(contested.parts())
    quantities = {quantity for of_claim in values for quantity, _ in of_claim}
    assert not parts or all(sum(part.has(quantity) for part in parts) == 1 for quantity in quantities)
    table = ConflictTable()
    for part in parts:
        grouped, chosen = ByQuantity(part.has), [findings[number] for number in part.findings]
        for one in chosen:
            grouped.add(one)
        table.add_by_quantity(grouped.conflicts(chosen))
    assert list(table.settle({"a0", "a1", "a2"})) == list(conflicts_among(findings))
