"""Gaps: which missing fact would settle how many claims, in what order, and what a person or a program sees of it."""

from __future__ import annotations

import json

import pytest
from arden import RACE, World, claim

from harness.records.model import Finding, Judged, Verdict
from harness.truth.gaps import Gap, gaps, settled_by
from harness.values import exactly

HEAT = {**RACE, "round": "heat 1"}
SEMIFINAL = {**RACE, "round": "semifinal 1"}


def finding(name: str, missing: str, *verdicts: Verdict, article: str = "a") -> Finding:
    """The finding on a claim that asserts a quantity for each verdict; one is missing of the first open one."""
    judged = tuple(Judged(f"q{at}", "count", 1, exactly(1), None, verdict) for at, verdict in enumerate(verdicts))
    worst: Verdict = "refuted" if "refuted" in verdicts else "not_enough_info" if missing else "supported"
    return Finding(article=article, claim=name, kind="mark", verdict=worst, severity=None, text="", quote="", start=0,
                   end=0, missing=missing, judged=judged)  # fmt: skip


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        ([], []),
        ([finding("one", "", "supported")], []),
        ([finding("one", "x", "not_enough_info")], [Gap("x", ("a/one",))]),
        ([finding("one", "x")], [Gap("x", ("a/one",))]),  # a name that nobody answers to: nothing was judged
        (  # the one that settles more comes first; of equals the one that comes first in the alphabet
            [finding("one", "z"), finding("two", "x"), finding("three", "y"), finding("four", "y", article="b")],
            [Gap("y", ("a/three", "b/four")), Gap("x", ("a/two",)), Gap("z", ("a/one",))],
        ),
        (  # one fact of two that are missing settles nothing by itself
            [finding("one", "x", "not_enough_info", "not_enough_info"), finding("two", "y", "not_enough_info")],
            [Gap("y", ("a/two",)), Gap("x", (), ("a/one",))],
        ),
        ([finding("one", "x", "supported", "not_enough_info")], [Gap("x", ("a/one",))]),
        ([finding("one", "x", "refuted", "not_enough_info")], []),  # it is wrong whatever is found out
    ],
    ids=["nothing", "supported", "open", "unresolved", "order", "in part", "half known", "refuted"],
)  # fmt: skip
def test_gaps(findings: list[Finding], expected: list[Gap]) -> None:
    assert gaps(findings) == expected


def test_what_expiry_costs_is_counted_in_claims() -> None:
    before = [
        finding("one", "x", "not_enough_info"),
        finding("two", "y", "not_enough_info"),
        finding("three", "", "refuted"),
    ]
    after = [finding("one", "", "supported"), finding("two", "y", "not_enough_info"), finding("three", "", "refuted")]
    assert settled_by(before, after) == ("a/one",)
    assert settled_by(after, after) == ()


@pytest.fixture
def open_world(world: World) -> World:
    """Two claims on a heat that the pack lacks, one on a semi-final, and one that is decided."""
    world.claims(
        claim("mark", "heat-mark", "3:31.00", athlete="Berg", mark="3:31.00", scope=HEAT),
        claim("place", "heat-place", "Berg", athlete="Berg", place=2, scope=HEAT),
        claim("place", "semi-place", "Berg", athlete="Berg", place=2, scope=SEMIFINAL),
        claim("place", "order-800", "Berg", athlete="Berg", place=1, at="800m", scope=RACE),
        claim("place", "holt-won", "won", athlete="Holt", place=1, scope=RACE),
    )
    return world


def test_the_text(open_world: World) -> None:
    run = open_world.run("truth", "gaps", "--truth", "truth")
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == (
        "   2  result: Anders Berg, 1500 metres, Arden Games 2024, heat 1\n"
        "      arden/heat-mark, arden/heat-place\n"
        "   1  order at 800m: 1500 metres, Arden Games 2024\n"
        "      arden/order-800\n"
        "   1  result: Anders Berg, 1500 metres, Arden Games 2024, semifinal 1\n"
        "      arden/semi-place\n"
    )


def test_the_json(open_world: World) -> None:
    run = open_world.run("truth", "gaps", "--truth", "truth", "claims", "--format", "json", "--output", "gaps.json")
    assert (run.returncode, run.stdout) == (0, "")
    first, *_ = json.loads((open_world.root / "gaps.json").read_text())
    assert first == {
        "missing": "result: Anders Berg, 1500 metres, Arden Games 2024, heat 1",
        "settles": ["arden/heat-mark", "arden/heat-place"],
        "helps": [],
    }


def test_long_lines_fit_a_terminal(world: World) -> None:
    many = [claim("mark", f"the-heat-of-the-long-name-{number}", "3:31.00", athlete="Berg", mark="3:31", scope=HEAT)
            for number in range(20)]  # fmt: skip
    world.claims(*many)
    run = world.run("truth", "gaps", "--truth", "truth")
    assert run.stdout.startswith("  20  result")
    assert max(map(len, run.stdout.splitlines())) <= 80


def test_no_gaps(world: World) -> None:
    world.claims(claim("place", "holt-won", "won", athlete="Holt", place=1, scope=RACE))
    run = world.run("truth", "gaps", "--truth", "truth")
    assert (run.returncode, run.stdout) == (0, "no gaps\n")


def test_what_expiry_costs_stands_at_the_end(world: World) -> None:
    """A nation for which nobody vouches on the article's day, beside a result that is missing at any time."""
    horizon = {"of": "athletes", "until": "2020", "sources": ["book"]}
    (world.root / "truth" / "horizons.json").write_text(json.dumps({"horizons": [horizon]}))
    world.claims(
        claim("bio", "berg-norwegian", "Berg", athlete="Berg", nation="Norway"),
        claim("place", "semi-place", "Berg", athlete="Berg", place=2, scope=SEMIFINAL),
    )
    run = world.run("truth", "gaps", "--truth", "truth")
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.splitlines()[-1] == "open because a horizon is past: 1 (arden/berg-norwegian)"


def test_an_empty_folder_is_nothing_to_check(world: World) -> None:
    (world.root / "nothing").mkdir()
    run = world.run("truth", "gaps", "--truth", "truth", "nothing")
    assert (run.returncode, run.stdout) == (5, "")
    assert "nothing to check" in run.stderr


def test_a_broken_claim_file_is_told(world: World) -> None:
    world.write("claims/broken.json", "[")
    run = world.run("truth", "gaps", "--truth", "truth")
    assert run.returncode == 2
    assert "broken.json:1:2" in run.stderr
