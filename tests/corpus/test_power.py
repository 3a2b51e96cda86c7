"""The harness measured by itself: on Arden by hand, on the shipped claims by the rate that is promised."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

from arden import CLAIMS, RACE, World, article, claim

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
    """No shipped claim that holds compares, is of a leg, a match or a ratified record, or has a tally, a list, or a
    series that the pack knows."""
    planted = {one.error for one in shipped().planted}
    absent = {"wrong-sum", "wrong-list", "wrong-series", "turned-comparison"}
    absent |= {"wrong-leg", "wrong-score", "wrong-ratification", "other-set"}
    assert planted == {error.name for error in ERRORS} - absent


def test_the_headline_counts_scope_as_well() -> None:
    """What holds after the change is no error and is in no share; all else is, dropped scope too."""
    measured = shipped()
    dropped = [one for one in measured.errors if one.error == "dropped-scope"]
    assert len(dropped) > 20
    assert all(one.outcome in ("caught", "open") for one in dropped)
    assert len(measured.errors) == len(measured.planted) - sum(one.outcome == "holds" for one in measured.planted)
    assert measured.caught is not None
    assert 0.8 < measured.caught < measured.rate


def test_sums_and_lists_of_another_world(world: World) -> None:
    """A tally and laps of the claim language's world: every figure that is one too high is refuted."""
    for part in (ROOT / "tests" / "language").glob("world*.json"):
        world.write(f"language/{part.name}", part.read_text(encoding="utf-8"))
    games = {"competition": "Grand Games", "year": 2024}
    claims = [
        claim("medal_count", "tally", "gold", nation="Norway", golds=16, silvers=5, bronzes=5, total=26, scope=games),
        claim("mark", "laps", "3:30.10", athlete="Berg", laps=["56.00", "58.00", "56.40"],
              scope={"event": "1500m", "sex": "men", **games}),
    ]  # fmt: skip
    world.write("claims/arden.json", {"article": article() | {"published": "2024-10-01"}, "claims": claims})
    report = json.loads(world.run("bench", "power", "claims", "--truth", "language", "--format", "json").stdout)
    counts = Counter((one["error"], one["outcome"]) for one in report["planted"])
    assert {pair: count for pair, count in counts.items() if pair[0] in ("wrong-list", "wrong-sum")} == {
        ("wrong-list", "caught"): 3, ("wrong-sum", "caught"): 4,
    }  # fmt: skip


def outcomes(world: World, *claims: dict[str, object]) -> list[tuple[str, str, str]]:
    world.claims(*claims)
    report = json.loads(world.run("bench", "power", "claims", "--truth", "truth", "--format", "json").stdout)
    return [(one["error"], one["change"], one["outcome"]) for one in report["planted"]]


RACE_2024 = "event=1500m sex=men competition=Arden Games year=2024 round=final"


def test_what_is_planted_in_one_claim_of_arden(world: World) -> None:
    won = claim("place", "holt-won", "won", athlete="Holt", place=1, scope=RACE)
    assert outcomes(world, won) == [
        ("wrong-athlete", "athlete Holt -> Anders Berg", "caught"),
        ("swapped-places", "athlete Holt -> Anders Berg", "caught"),
        ("off-by-one", "place 1 -> 2", "caught"),
        ("wrong-count", "place 1 -> 3", "caught"),
        ("wrong-count", "place 1 -> 4", "caught"),
        ("rivals-figure", "place 1 -> 2", "caught"),
        ("other-scope", f"scope {RACE_2024} -> {RACE_2024.replace('2024', '2023')}", "open"),
        ("other-scope", f"scope {RACE_2024} -> {RACE_2024.replace('final', 'semi-final')}", "open"),
    ]


def test_a_refuted_claim_is_no_place_for_errors(world: World) -> None:
    report = world.run("bench", "power", "claims", "--truth", "truth", "--format", "json").stdout
    assert {one["claim"] for one in json.loads(report)["planted"]} == {
        "berg-mark", "holt-won", "holt-age", "by-a-second",
    }  # fmt: skip


def test_the_table(world: World) -> None:
    printed = world.run("bench", "power", "claims", "--truth", "truth")
    assert printed.returncode == 0
    lines = printed.stdout.splitlines()
    assert lines[0] == "25 changes in 4 supported claims, of which 0 hold as well"
    assert lines[1] == "caught: 76.0% of 25 errors, dropped scope among them"
    assert lines[2].startswith("caught where the ground truth is complete: 100.0% of ")
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
