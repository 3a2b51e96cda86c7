"""Claims against each other: which pairs conflict, what an article's own arithmetic says, how few must go."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from arden import RACE, World, claim
from hypothesis import given
from hypothesis import strategies as st

from harness.checking.consistency import ByQuantity, fewest_withdrawals, withdrawals_needed
from harness.checking.gathering import conflict_table
from harness.records.model import ClaimRef, Contradiction, Finding, Judged
from harness.values import Label, Range, Value, clear, exactly, label

MAY, AUGUST = 739037, 739100


def said(
    article: str,
    claim_id: str,
    value: Value,
    *,
    quantity: str = "rank(kerr)",
    as_of: int = MAY,
    found: Value | None = None,
    against: tuple[Contradiction, ...] = (),
    shareable: bool = False,
) -> Finding:
    measure = "label" if isinstance(value, Label) else "count"
    judged = Judged(quantity, measure, as_of, value, found, "not_enough_info", shareable=shareable)
    return Finding(
        article=article, claim=claim_id, kind="rank", verdict="supported", severity=None, text="t", quote="q",
        start=0, end=1, judged=(judged,), against=against,
    )  # fmt: skip


def conflicts(*findings: Finding) -> list[tuple[str, list[str]]]:
    found = conflict_table(findings, ()).settle({finding.article for finding in findings})
    return [(one.scope, [ref.claim for ref in one.claims]) for one in found]


@pytest.mark.parametrize(
    "findings, expected",
    [
        pytest.param([said("a", "x", exactly(4)), said("a", "y", exactly(4))], [], id="the same"),
        pytest.param([said("a", "x", exactly(4)), said("a", "y", Range(2, None))], [], id="at least 2 leaves room"),
        pytest.param(
            [said("a", "x", exactly(1)), said("a", "y", Range(2, None))], [("article", ["x", "y"])], id="inside"
        ),
        pytest.param(
            [said("a", "x", exactly(1)), said("b", "y", exactly(2))], [("articles", ["x", "y"])], id="between"
        ),
        pytest.param(
            [said("a", "x", exactly(1)), said("b", "y", exactly(2), quantity="rank(coe)")], [], id="another quantity"
        ),
        pytest.param(
            [said("a", "x", label("kerr")), said("a", "y", label("coe"))], [("article", ["x", "y"])], id="names"
        ),
        # Both inside article a, and each of them against article b.
        pytest.param(
            [said("a", "x", exactly(1)), said("a", "y", exactly(2)), said("b", "z", exactly(3))],
            [("article", ["x", "y"]), ("articles", ["x", "y", "z"])],
            id="both",
        ),
        # A claim that agrees with one side is not drawn in.
        pytest.param(
            [said("a", "x", exactly(1)), said("b", "y", exactly(3)), said("c", "z", Range(1, 3))],
            [("articles", ["x", "y"])],
            id="a bystander",
        ),
    ],
)
def test_conflicts_by_quantity(findings: list[Finding], expected: list) -> None:
    assert conflicts(*findings) == expected


def test_a_conflict_names_the_values_that_are_in_it() -> None:
    findings = [said("a", "x", exactly(3)), said("b", "y", exactly(1)), said("c", "z", Range(1, 3))]
    grouped = ByQuantity()
    for finding in findings:
        grouped.add(finding)
    assert [conflict.message for conflict in grouped.conflicts(findings)] == ["1 against 3"]


@pytest.mark.parametrize(
    "later, found_then, found_later, expected",
    [
        # Nineteenth in May and twentieth in August: he was passed by one man, and the ground truth knows it.
        pytest.param(20, 19, 20, [], id="moved as known"),
        pytest.param(19, 19, 20, [("articles", ["may", "august"])], id="ought to have moved"),
        pytest.param(2, 19, 20, [("articles", ["may", "august"])], id="cannot have moved so far"),
        pytest.param(2, None, 20, [], id="not known then: nothing is concluded"),
        pytest.param(2, 19, None, [], id="not known later"),
    ],
)
def test_claims_of_two_dates(later: int, found_then: int | None, found_later: int | None, expected: list) -> None:
    then = said("a", "may", exactly(19), found=exactly(found_then) if found_then else None)
    now = said("b", "august", exactly(later), as_of=AUGUST, found=exactly(found_later) if found_later else None)
    assert conflicts(then, now) == expected


def test_where_the_figure_is_not_settled_the_day_tells_two_claims_apart() -> None:
    """Third to fifth in May as in August: third in August is no conflict with fourth in May, third in May is."""
    then = said("a", "third", exactly(3), found=Range(3, 5))
    other = said("b", "fourth", exactly(4), found=Range(3, 5))
    now = said("c", "third later", exactly(3), as_of=AUGUST, found=Range(3, 5))
    assert conflicts(then, other, now) == [("articles", ["third", "fourth"])]


def test_a_title_that_changed_hands_is_no_conflict() -> None:
    then = said("a", "then", label("cheruiyot"), found=label("cheruiyot"))
    now = said("b", "now", label("kerr"), as_of=AUGUST, found=label("kerr"))
    assert conflicts(then, now) == []


def test_a_conflict_that_the_arithmetic_finds_too_is_told_once() -> None:
    same = (Contradiction(("y", "z"), "by arithmetic"), Contradiction(("y",), "by arithmetic"))
    findings = [said("a", "x", exactly(4), against=same), said("a", "y", exactly(5)), said("a", "z", exactly(4))]
    between = conflict_table(findings, findings[:1]).settle({"a"})
    assert [[ref.claim for ref in one.claims] for one in between] == [["x", "y", "z"], ["x", "y"]]


def test_what_is_shared_is_no_conflict() -> None:
    both = label("cheruiyot", "kerr")
    one = said("a", "one", label("kerr"), found=both, shareable=True)
    other = said("a", "other", label("cheruiyot"), found=both, shareable=True)
    nobody = said("b", "third", label("nobody"), found=both, shareable=True)
    assert (conflicts(one, other), fewest_withdrawals([one, other])) == ([], 0)
    assert conflicts(one, nobody) == [("articles", ["one", "third"])]


def test_what_cannot_be_shared_is_one_of_several() -> None:
    both = label("cheruiyot", "kerr")
    one, other = said("a", "one", label("kerr"), found=both), said("a", "other", label("cheruiyot"), found=both)
    assert conflicts(one, other) == [("article", ["one", "other"])]


@pytest.mark.parametrize(
    "quantity, one, other",
    [
        pytest.param("medal.medal(kerr)", label("silver"), label("bronze"), id="sources disagree on one man's medal"),
        pytest.param("date.day(final)", label("2 August", "26 July"), label("3 August", "27 July"), id="two weekdays"),
        pytest.param("advance.advanced(kerr)", label("advanced"), label("out"), id="in and out"),
    ],
)
def test_what_is_not_settled_is_no_less_a_conflict(quantity: str, one: Label, other: Label) -> None:
    """The ground truth knows that it is one of them: they are not both true."""
    either = Label(one.names | other.names)
    pair = [said("a", name, value, found=either, quantity=quantity) for name, value in (("x", one), ("y", other))]
    assert conflicts(*pair) == [("article", ["x", "y"])]
    assert fewest_withdrawals(pair) == 1


@pytest.mark.parametrize(
    "findings, fewest",
    [
        pytest.param([said("a", "x", exactly(1)), said("a", "y", exactly(1))], 0, id="none"),
        pytest.param([said("a", "x", exactly(1)), said("a", "y", exactly(2))], 1, id="either"),
        # One odd claim against two that agree: the odd one goes.
        pytest.param(
            [said("a", "x", exactly(1)), said("a", "y", exactly(2)), said("a", "z", exactly(2))], 1, id="odd one"
        ),
        pytest.param(
            [said("a", "x", exactly(1)), said("a", "y", exactly(2)), said("a", "z", exactly(3))], 2, id="three"
        ),
        # A margin that two marks contradict: taking back any one of the three is enough.
        pytest.param([said("a", "gap", exactly(1), against=(Contradiction(("x", "y"), "m"),))], 1, id="arithmetic"),
        pytest.param(
            [
                said("a", "gap", exactly(1), against=(Contradiction(("x", "y"), "m"),)),
                said("a", "x", exactly(4), quantity="mark"),
                said("a", "z", exactly(5), quantity="mark"),
            ],
            1,
            id="one claim is in both",
        ),
    ],
)
def test_fewest_withdrawals(findings: list[Finding], fewest: int) -> None:
    assert fewest_withdrawals(findings) == fewest


values = st.builds(lambda low, more: Range(low, low + more), st.integers(0, 6), st.integers(0, 3))


@given(st.lists(values, max_size=6))
def test_fewest_withdrawals_is_exact(claimed: list[Range]) -> None:
    """Against trying every subset that could stay."""
    findings = [said("a", f"c{number}", value) for number, value in enumerate(claimed)]

    def agree(kept: tuple[Range, ...]) -> bool:
        return all(max(one.low, other.low) <= min(one.high, other.high) for one, other in combinations(kept, 2))

    most = max(size for size in range(len(claimed) + 1) if any(map(agree, combinations(claimed, size))))
    assert fewest_withdrawals(findings) == len(claimed) - most


@given(st.lists(st.tuples(st.integers(0, 6), st.sampled_from("pqrs"), values), max_size=9))
def test_fewest_withdrawals_is_exact_where_conflicts_hang_together_and_where_they_do_not(
    claimed: list[tuple[int, str, Range]],
) -> None:
    """Claims with values of several quantities, against trying every subset that could go."""
    findings = [said("a", f"c{claim}", value, quantity=quantity) for claim, quantity, value in claimed]
    clashes = {
        (one[0], other[0])
        for one, other in combinations(claimed, 2)
        if one[0] != other[0] and one[1] == other[1] and clear(one[2], other[2])
    }
    everyone = sorted({claim for claim, _, _ in claimed})
    settles = [
        size
        for size in range(len(everyone) + 1)
        if any(all(gone & {*clash} for clash in clashes) for gone in map(set, combinations(everyone, size)))
    ]
    assert fewest_withdrawals(findings) == min(settles)


@given(st.lists(st.tuples(st.sampled_from("abc"), values), max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_findings_changes_nothing(claimed: list, shuffler) -> None:
    findings = [said(article, f"c{number}", value) for number, (article, value) in enumerate(claimed)]
    shuffled = list(findings)
    shuffler.shuffle(shuffled)
    assert conflicts(*findings) == conflicts(*shuffled)


def own(world: World, *claims: dict) -> list[set[str]]:
    world.claims(*claims)
    return [{ref["claim"] for ref in one["claims"]} for one in world.report()["conflicts"]]


MARK = claim("mark", "holt", "3:30.10", athlete="Holt", mark="3:30.10", scope=RACE)
BEHIND = claim("mark", "berg", "3:31.00", athlete="Berg", mark="3:31.00", scope=RACE)


@pytest.mark.parametrize(
    "claims, expected",
    [
        pytest.param(
            [MARK, BEHIND, claim("margin", "gap", "by a second", ahead="Holt", behind="Berg", gap="0.9", scope=RACE)],
            [],
            id="a margin that fits",
        ),
        pytest.param(
            [MARK, BEHIND, claim("margin", "gap", "by a second", ahead="Holt", behind="Berg", gap="0.7", scope=RACE)],
            [{"gap", "holt", "berg"}],
            id="a margin against two marks",
        ),
        pytest.param(
            [
                claim("medal_count", "golds", "first gold", nation="GB", medal="gold", count=5, scope=RACE),
                claim("medal_count", "all", "first", nation="GB", medal="any", count=4, scope=RACE),
            ],
            [{"golds", "all"}],
            id="a total against its colours",
        ),
        pytest.param(
            [
                claim("bio", "age", "25", athlete="Peter Holt", age=25),
                claim("bio", "born", "He", athlete="Peter Holt", birth_date="1 June 1997"),
            ],
            [{"age", "born"}],
            id="an age against a birth date",
        ),
        pytest.param(
            [
                claim("medal", "bronze", "gold", athlete="Holt", medal="bronze", scope=RACE),
                claim("place", "won", "won", athlete="Holt", place=1, scope=RACE),
            ],
            [{"bronze", "won"}],
            id="a medal against a place",
        ),
        pytest.param(  # Berg's own place is in the same claim
            [
                claim("place", "won", "won", athlete="Holt", place=1, scope=RACE),
                claim("place", "third", "Berg", athlete="Berg", place=3, after="Holt", by=1, scope=RACE),
            ],
            [{"third", "won"}],
            id="a place and how far behind whom, against that man's place",
        ),
    ],
)
def test_an_articles_own_arithmetic(world: World, claims: list[dict], expected: list[set[str]]) -> None:
    found = own(world, *claims)
    assert [one for one in expected if one not in found] == []
    assert bool(found) == bool(expected)


def test_a_final_named_and_a_final_meant_are_one_race(world: World) -> None:
    meant = {name: value for name, value in RACE.items() if name != "round"}
    other = claim("mark", "holt-again", "3:30.10", athlete="Holt", mark="3:30.30", scope=meant)
    assert {frozenset(one) for one in own(world, MARK, other)} == {frozenset({"holt", "holt-again"})}


def test_claim_refs_sort_by_article_and_claim() -> None:
    assert sorted([ClaimRef("b", "a"), ClaimRef("a", "b")]) == [ClaimRef("a", "b"), ClaimRef("b", "a")]


def contradicting(*edges: tuple[int, ...]) -> list[Finding]:
    """Findings of which those with these numbers contradict each other, by arithmetic."""
    return [
        said(
            "a",
            f"c{first}",
            exactly(1),
            quantity=f"{number}",
            against=(Contradiction(tuple(f"c{one}" for one in rest), "m"),),
        )
        for number, (first, *rest) in enumerate(edges)
    ]


def linked_triangles(number: int, *, ring: bool) -> list[tuple[int, ...]]:
    """Three claims that contradict each other, one of which contradicts one of the next three, and so on."""
    triangles = [(3 * at + one, 3 * at + other) for at in range(number) for one, other in ((0, 1), (1, 2), (0, 2))]
    return [*triangles, *((3 * at - 1, 3 * at) for at in range(1, number)), *([(0, 3 * number - 1)] if ring else [])]


@pytest.mark.parametrize("ring", [False, True])
@pytest.mark.parametrize("number", [1, 2, 13, 40])
def test_chains_and_rings_of_contradictions_are_exact_and_end(number: int, ring: bool) -> None:
    assert withdrawals_needed(contradicting(*linked_triangles(number, ring=ring))) == (2 * number, True)


def test_of_one_disputed_quantity_all_claims_but_one_go() -> None:
    assert fewest_withdrawals([said("a", f"c{number}", exactly(number)) for number in range(60)]) == 59


@given(st.lists(st.sets(st.integers(0, 7), min_size=2, max_size=3), max_size=12))
def test_fewest_withdrawals_is_exact_where_arithmetic_takes_three_claims(edges: list[set[int]]) -> None:
    goes = (set(gone) for size in range(9) for gone in combinations(range(8), size))
    fewest = next(len(gone) for gone in goes if all(edge & gone for edge in edges))
    assert fewest_withdrawals(contradicting(*(tuple(sorted(edge)) for edge in edges))) == fewest


def test_a_thicket_ends_with_what_is_proved_at_least() -> None:
    """200 contradictions of three claims each among 50: no search goes through all that may go."""
    rng = Random(4)
    edges = [tuple(rng.sample(range(50), 3)) for _ in range(200)]
    least, proved = withdrawals_needed(contradicting(*edges))
    assert not proved
    most = 0
    while edges:  # what suffices: the claim with most contradictions goes, again and again
        gone = max(range(50), key=lambda one: sum(one in edge for edge in edges))
        edges, most = [edge for edge in edges if gone not in edge], most + 1
    assert 0 < least <= most
