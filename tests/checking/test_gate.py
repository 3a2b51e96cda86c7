"""The gate: what passes, what fails, and that deciding nothing never passes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from harness.checking.gate import Demands, FailOn, gate
from harness.checking.score import scores
from harness.records.model import ClaimRef, Conflict, Counts, FiguresRead, Mistake, Waiver

CONFLICT = Conflict((ClaimRef("a", "one"), ClaimRef("a", "two")), "article", "mark", "3:46 against 3:44")
MISTAKE = Mistake("claims/a.json", 3, 7, "$.claims[0].kind", "unknown kind")


def counts(supported: int = 0, refuted: int = 0, open_: int = 0, other: int = 0, unreadable: int = 0) -> Counts:
    return Counts(
        claims=supported + refuted + open_ + other + unreadable,
        supported=supported,
        refuted=refuted,
        not_enough_info=open_,
        not_checkable=other,
        unreadable=unreadable,
    )


@pytest.mark.parametrize(
    "counted, conflicts, mistakes, demands, code",
    [
        pytest.param(counts(5), [], [], Demands(), 0, id="all supported"),
        pytest.param(counts(5, 1), [], [], Demands(), 1, id="one refuted"),
        pytest.param(counts(5, 1), [], [], Demands(("never",)), 0, id="refuted, but nothing fails"),
        pytest.param(counts(5, 1), [], [], Demands(("undecided",)), 0, id="refuted does not fail on undecided"),
        pytest.param(counts(5, 0, 1), [], [], Demands(), 0, id="undecided passes by default"),
        pytest.param(counts(5, 0, 1), [], [], Demands(("undecided",)), 1, id="undecided asked for"),
        pytest.param(counts(5), [CONFLICT], [], Demands(), 0, id="a conflict passes by default"),
        pytest.param(counts(5), [CONFLICT], [], Demands(("refuted", "conflict")), 1, id="conflict asked for"),
        # Deciding nothing is not a pass, however few demands are made.
        pytest.param(counts(), [], [], Demands(("never",)), 5, id="no claims"),
        pytest.param(counts(0, 0, 7), [], [], Demands(), 5, id="none decided"),
        pytest.param(counts(other=4), [], [], Demands(), 5, id="nothing checkable"),
        pytest.param(counts(), [], [], Demands(allow_empty=True), 0, id="empty allowed"),
        # What could not be read outweighs everything else.
        pytest.param(counts(5), [], [MISTAKE], Demands(("never",)), 2, id="a mistake in the input"),
        pytest.param(counts(5, unreadable=1), [], [], Demands(("never",)), 2, id="an unreadable claim"),
        pytest.param(counts(), [], [MISTAKE], Demands(allow_empty=True), 2, id="a mistake is not emptiness"),
        pytest.param(counts(3, 1), [], [], Demands(("never",), min_accuracy=0.75), 0, id="accuracy just reached"),
        pytest.param(counts(3, 1), [], [], Demands(("never",), min_accuracy=0.76), 1, id="accuracy missed"),
        pytest.param(counts(3, 0, 1), [], [], Demands(min_coverage=0.75), 0, id="coverage just reached"),
        pytest.param(counts(3, 0, 1), [], [], Demands(min_coverage=0.8), 1, id="coverage missed"),
        # Undefined is not zero and not one: a demand on it cannot be met.
        pytest.param(counts(0, 0, 1), [], [], Demands(min_accuracy=0.0, allow_empty=True), 1, id="0/0 meets no demand"),
    ],
)
def test_gate(counted: Counts, conflicts: list, mistakes: list, demands: Demands, code: int) -> None:
    result = gate(counted, scores(counted), conflicts, mistakes, demands)
    assert result.exit_code == code
    assert result.passed == (code == 0)
    assert result.message.startswith("gate: passed") == (code == 0)


def test_every_mistake_is_counted() -> None:
    counted = counts(5, unreadable=2)
    assert "3 mistakes" in gate(counted, scores(counted), [], [MISTAKE], Demands()).message


OLD = replace(CONFLICT, waiver=Waiver("known", "Ada", "2024-08-02"))


@pytest.mark.parametrize(
    "counted, conflicts, accepted, fail_on, code, said",
    [
        pytest.param(counts(5, 2), [], Counts(refuted=2), ("new",), 0, "(fails on new; 2 in", id="all old"),
        pytest.param(counts(5, 3), [], Counts(refuted=2), ("new",), 1, "1 new claim refuted (2 in", id="one is new"),
        pytest.param(counts(5, 2), [], Counts(refuted=2), ("refuted",), 0, "2 in the", id="old ones fail nothing"),
        pytest.param(counts(5, 2), [], Counts(), ("refuted",), 1, "2 new claims refuted (0 in", id="an empty baseline"),
        pytest.param(counts(5), [OLD], Counts(), ("new", "conflict"), 0, "1 in the baseline", id="an old conflict"),
        pytest.param(counts(5), [OLD, CONFLICT], Counts(), ("new",), 1, "1 new conflict (1 in", id="a new conflict"),
        pytest.param(counts(5, 0, 3), [], Counts(not_enough_info=3), ("undecided",), 0, "3 in", id="old open ones"),
        pytest.param(counts(5, 0, 3), [], Counts(not_enough_info=2), ("undecided",), 1, "1 new claim und", id="open"),
        pytest.param(counts(5, 0, 3), [], Counts(), ("new",), 0, "fails on new", id="what is open is no error"),
        pytest.param(counts(5, 3, unreadable=1), [], Counts(refuted=3), ("new",), 2, "1 mistake", id="unreadable"),
        pytest.param(counts(0, 0, 3), [], Counts(not_enough_info=3), ("new",), 5, "none of 3", id="nothing decided"),
    ],
)  # fmt: skip
def test_what_a_baseline_accepts_fails_nothing(
    counted: Counts, conflicts: list, accepted: Counts, fail_on: tuple, code: int, said: str
) -> None:
    result = gate(counted, scores(counted), conflicts, [], Demands(fail_on), accepted)
    assert (result.exit_code, result.passed) == (code, code == 0)
    assert said in result.message


def test_a_share_that_is_demanded_is_one_of_all_findings() -> None:
    counted = counts(1, 1)
    result = gate(counted, scores(counted), [], [], Demands(("new",), min_accuracy=0.9), Counts(refuted=1))
    assert result.exit_code == 1
    assert "accuracy 50.0% is under 90.0%" in result.message


@pytest.mark.parametrize(
    "supported, least, said",
    [
        (9998, 0.99999, "accuracy 99.98% is under 99.99%"),
        (9998, 0.9999, "accuracy 99.98% is under 99.99%"),
        (1, 0.9999, "accuracy 0.1% is under 99.9%"),
        (9998, 1.0, "accuracy 99.9% is under 100.0%"),
    ],
)
def test_a_share_under_what_is_demanded_does_not_look_like_it(supported: int, least: float, said: str) -> None:
    """Fault: a demand of .9999 was printed as 100.0 %."""
    counted = counts(supported, 10_000 - supported)
    assert said in gate(counted, scores(counted), [], [], Demands(("never",), min_accuracy=least)).message


def figures(read: int, total: int) -> FiguresRead:
    return FiguresRead(total, tuple((at, at + 1) for at in range(total - read)))


@pytest.mark.parametrize(
    "texts, least, fail_on, code, line",
    [
        pytest.param({"a": figures(31, 38)}, None, "refuted", 0, "gate: passed", id="not asked for"),
        pytest.param({"a": figures(4, 5)}, 0.8, "refuted", 0, "gate: passed", id="just reached"),
        pytest.param({"a": figures(31, 38)}, 0.9, "refuted", 1, "31 of 38 figures read (81.6%), under 90.0%", id="no"),
        pytest.param({"a": figures(0, 1)}, 0.1, "never", 1, "0 of 1 figures read (0.0%), under 10.0%", id="none read"),
        pytest.param({"a": figures(0, 0)}, 1.0, "refuted", 0, "gate: passed", id="no figure is printed"),
        pytest.param({"a": figures(1, 4), "b": figures(6, 6)}, 0.7, "refuted", 0, "gate: passed", id="of all together"),
        pytest.param({"a": figures(1, 4), "b": figures(6, 6)}, 0.8, "refuted", 1, "7 of 10", id="of all, missed"),
        pytest.param({"a": figures(4, 4), "b": None}, 0.0, "refuted", 1,
                     "1 article without a text to count figures in (b)", id="a text that is not there reads nothing"),
    ],
)  # fmt: skip
def test_figures_read(
    texts: dict[str, FiguresRead | None], least: float | None, fail_on: FailOn, code: int, line: str
) -> None:
    counted = counts(5)
    demands = Demands((fail_on,), min_figures_read=least)
    result = gate(counted, scores(counted), [], [], demands, figures=texts)
    assert (result.exit_code, result.passed) == (code, code == 0)
    assert line in result.message
    assert result.message.startswith(LINES[code])


@pytest.mark.parametrize(
    "unsigned, fail_on, code, line",
    [
        ({}, "refuted", 0, "(fails on refuted; signed off)"),
        ({"arden": "not signed off"}, "refuted", 1, "1 article without a sign-off that holds (arden: not signed off)"),
        ({"a": "old", "b": "none"}, "refuted", 1, "2 articles without a sign-off that holds (a: old)"),
        ({"arden": "not signed off"}, "never", 0, "(never fails; 1 article not signed off)"),
        ({}, "never", 0, "(never fails; signed off)"),
    ],
)
def test_what_is_not_signed_off(unsigned: dict[str, str], fail_on: FailOn, code: int, line: str) -> None:
    counted = counts(5)
    result = gate(counted, scores(counted), [], [], Demands((fail_on,)), unsigned=unsigned)
    assert (result.exit_code, result.passed) == (code, code == 0)
    assert line in result.message


few = st.integers(0, 4)
many_words = st.lists(st.sampled_from(["new", "refuted", "conflict", "undecided", "never"]), max_size=3).map(tuple)
shares = st.none() | st.floats(0, 1)
LINES = {0: "gate: passed: ", 1: "gate: failed: ", 2: "gate: could not check", 5: "gate: nothing was checked: "}


@given(
    counted=st.builds(counts, few, few, few, few, few),
    conflicts=st.lists(st.sampled_from([CONFLICT, OLD]), max_size=3),
    mistakes=st.lists(st.just(MISTAKE), max_size=2),
    demands=st.builds(Demands, many_words, shares, shares, st.booleans()),
    waived=st.none() | st.tuples(few, few),
)
def test_the_line_and_the_exit_code_never_disagree(counted, conflicts, mistakes, demands, waived) -> None:
    accepted = None
    if waived is not None:
        accepted = Counts(
            refuted=min(waived[0], counted.refuted), not_enough_info=min(waived[1], counted.not_enough_info)
        )
    result = gate(counted, scores(counted), conflicts, mistakes, demands, accepted)
    assert result.message.startswith(LINES[result.exit_code])
    assert result.passed == (result.exit_code == 0)
    # What must fail, worked out from the inputs alone, as somebody would who only sees the report.
    new = accepted or Counts()
    if mistakes or counted.unreadable:
        expected = 2
    elif counted.supported + counted.refuted == 0 and not demands.allow_empty:
        expected = 5
    else:
        words = set() if "never" in demands.fail_on else set(demands.fail_on)
        failed = [
            words & {"new", "refuted"} and counted.refuted > new.refuted,
            words & {"new", "conflict"} and CONFLICT in conflicts,
            words & {"undecided"} and counted.not_enough_info > new.not_enough_info,
            demands.min_accuracy is not None and (scores(counted).accuracy.value or 0) < demands.min_accuracy,
            demands.min_accuracy is not None and scores(counted).accuracy.value is None,
            demands.min_coverage is not None and (scores(counted).coverage or 0) < demands.min_coverage,
            demands.min_coverage is not None and scores(counted).coverage is None,
        ]
        expected = 1 if any(failed) else 0
    assert result.exit_code == expected


@given(few, few, few, few, few, st.booleans())
def test_a_pass_has_decided_something_unless_emptiness_is_allowed(a, b, c, d, e, allowed) -> None:
    counted = counts(a, b, c, d, e)
    result = gate(counted, scores(counted), [], [], Demands(("never",), allow_empty=allowed))
    if result.passed and not allowed:
        assert a + b > 0
    if e:
        assert result.exit_code == 2
