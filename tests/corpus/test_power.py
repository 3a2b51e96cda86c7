"""The harness measured by itself: on Arden by hand, on the shipped claims by the rate that is promised."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from arden import CLAIMS, RACE, World, claim

from harness.checking.load import default_truth_folder, load_all, load_truth
from harness.checking.run import Checker
from harness.corpus.errors import ERRORS
from harness.corpus.power import Power, power
from harness.truth.index import Truth

ROOT = Path(__file__).parent.parent.parent


@cache
def shipped() -> Power:
    truth = load_truth(default_truth_folder())
    assert isinstance(truth, Truth)
    files, mistakes = load_all([ROOT / "claims"])
    assert not mistakes
    return power(files, Checker(truth))


def test_the_promise_on_the_shipped_claims() -> None:
    measured = shipped()
    assert measured.rate is not None
    assert measured.rate >= 0.99
    assert measured.refuted_controls == ()
    assert measured.controls > 290
    assert sum(one.settled for one in measured.planted) > 900


def test_every_type_of_error_is_planted() -> None:
    kinds = {one.error for one in shipped().planted}
    assert kinds == {error.name for error in ERRORS} - {"first-for-only"}  # no shipped claim says how


def outcomes(world: World, *claims: dict[str, object]) -> list[tuple[str, str, str]]:
    world.claims(*claims)
    report = json.loads(world.run("bench", "power", "claims", "--truth", "truth", "--format", "json").stdout)
    return [(one["error"], one["change"], one["outcome"]) for one in report["planted"]]


def test_what_is_planted_in_one_claim_of_arden(world: World) -> None:
    won = claim("place", "holt-won", "won", athlete="Holt", place=1, scope=RACE)
    assert outcomes(world, won) == [
        ("wrong-athlete", "athlete Holt -> Anders Berg", "caught"),
        ("swapped-places", "athlete Holt -> Anders Berg", "caught"),
        ("off-by-one", "place 1 -> 2", "caught"),
        ("wrong-count", "place 1 -> 3", "caught"),
        ("wrong-count", "place 1 -> 4", "caught"),
        ("rivals-figure", "place 1 -> 2", "caught"),
    ]


def test_a_refuted_claim_is_no_place_for_errors(world: World) -> None:
    report = world.run("bench", "power", "claims", "--truth", "truth", "--format", "json").stdout
    assert {one["claim"] for one in json.loads(report)["planted"]} == {"berg-mark", "holt-won", "holt-age"}


def test_the_table(world: World) -> None:
    printed = world.run("bench", "power", "claims", "--truth", "truth")
    assert printed.returncode == 0
    lines = printed.stdout.splitlines()
    assert lines[1].startswith("caught where the ground truth is complete: 100.0% of ")
    assert max(map(len, lines)) <= 80


def test_a_rate_that_is_asked_for(world: World) -> None:
    assert world.run("bench", "power", "claims", "--truth", "truth", "--min-rate", "1").returncode == 0
    world.claims(claim("bio", "holt-gb", "Holt", athlete="Holt", nation="GBR"))
    undefined = world.run("bench", "power", "claims", "--truth", "truth", "--min-rate", "0.9")
    assert (undefined.returncode, "undefined (0/0)" in undefined.stdout) == (1, True)


def test_nothing_to_measure(world: World) -> None:
    world.claims(CLAIMS[0])
    nothing = world.run("bench", "power", "claims", "--truth", "truth")
    assert (nothing.returncode, nothing.stdout) == (5, "")
    assert "no claim is supported" in nothing.stderr


def test_a_broken_claim_file_stops_it(world: World) -> None:
    (world.root / "claims" / "broken.json").write_text("{", encoding="utf-8")
    assert world.run("bench", "power", "claims", "--truth", "truth").returncode == 2
