"""`harness compare`: which verdicts flipped and why, what counts as worse, and the exit codes, as real processes."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import msgspec
import pytest
from arden import CLAIMS, PACK, RACE, World, claim
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from harness.compare import compare
from harness.records.model import (
    ClaimRef,
    Conflict,
    Counts,
    Evidence,
    Finding,
    Gate,
    Judged,
    Mistake,
    Ratio,
    Report,
    Waiver,
)
from harness.values import exactly

GOLDEN = Path(__file__).parent / "golden"
NEXT: dict[str, str | None] = {"refuted": "low"}


def finding(claim: str = "c", verdict: str = "supported", **changes: Any) -> Finding:
    judged = Judged("mark.mark(holt)", "time", 738000, exactly(1), exactly(2), verdict)  # type: ignore[arg-type]
    fields: dict[str, Any] = {
        "article": "arden", "claim": claim, "kind": "mark", "verdict": verdict, "severity": NEXT.get(verdict),
        "text": "t", "quote": "q", "start": 0, "end": 1, "as_of": "2024-06-03", "judged": (judged,),
        "evidence": (Evidence("r1", "3:30.12"),), "claim_digest": "a claim",
    }  # fmt: skip
    return Finding(**{**fields, **changes})


def report(*findings: Finding, truth: str = "one", **changes: Any) -> Report:
    fields: dict[str, Any] = {
        "signature": f"harness: 0.1.0 | truth: {truth}", "counts": Counts(claims=len(findings)), "accuracy": Ratio(),
        "coverage": None, "consistency": None, "articles": (), "findings": findings, "conflicts": (), "mistakes": (),
        "gate": Gate(True, 0, "gate: passed"),
    }  # fmt: skip
    return Report(**{**fields, **changes})


FOUND = (Evidence("r1", "3:30.13"),)


@pytest.mark.parametrize(
    "changes, truth, why",
    [
        pytest.param({"claim_digest": "another"}, "one", "claim changed", id="the claim"),
        pytest.param({"claim_digest": "another", "evidence": FOUND}, "two", "claim changed", id="claim and truth"),
        pytest.param({"evidence": FOUND}, "two", "truth changed", id="the truth"),
        pytest.param({"judged": (), "missing": "name: Holt"}, "two", "truth changed", id="an unknown name"),
        # The facts are the same ones: it is the rule that found others among them.
        pytest.param({"evidence": FOUND}, "one", "rule changed", id="what the rule finds"),
        pytest.param({}, "one", "rule changed", id="what the rule makes of it"),
        # Another truth of which this claim saw nothing.
        pytest.param({}, "two", "rule changed", id="the truth of others"),
        pytest.param({"as_of": "2025-01-01", "evidence": FOUND}, "one", "date changed", id="another day"),
        pytest.param({"as_of": "2025-01-01", "claim_digest": "b"}, "one", "claim changed", id="a claim of another day"),
        pytest.param({"claim_digest": ""}, "one", "rule changed", id="a report without the claims' digests"),
    ],
)
def test_why_a_verdict_flipped(changes: dict[str, Any], truth: str, why: str) -> None:
    found = compare(report(finding()), report(finding(verdict="refuted", **changes), truth=truth))
    assert [(one.before, one.after, one.why) for one in found.flips] == [("supported", "refuted", why)]


def test_a_change_without_another_verdict_is_none() -> None:
    found = compare(report(finding()), report(finding(quote="other", evidence=FOUND), truth="two"))
    assert (found.flips, found.unchanged) == ((), 1)


CLASH = Conflict((ClaimRef("a", "one"), ClaimRef("a", "two")), "article", "mark", "3:46 against 3:44")
BROKEN = Mistake("claims/a.json", 1, 1, "$", "cannot be read")
WAIVER = Waiver("known", "Ada", "2024-08-02")


@pytest.mark.parametrize(
    "before, after, worse",
    [
        pytest.param(report(finding()), report(finding()), [], id="nothing"),
        pytest.param(report(finding()), report(finding(verdict="refuted")), ["1 claim turned refuted"], id="refuted"),
        pytest.param(
            report(finding(verdict="not_enough_info")), report(finding(verdict="unreadable")),
            ["1 claim turned unreadable"], id="unreadable",
        ),
        pytest.param(report(finding(verdict="refuted")), report(finding()), [], id="better"),
        pytest.param(
            report(finding(verdict="refuted")), report(finding(verdict="refuted", evidence=FOUND)), [], id="still wrong"
        ),
        # Less is known: the coverage says so, not the claim.
        pytest.param(report(finding()), report(finding(verdict="not_enough_info")), [], id="undecided"),
        pytest.param(report(finding("a")), report(finding("a"), finding("b")), [], id="added and right"),
        pytest.param(
            report(finding("a")), report(finding("a"), finding("b", "refuted")), ["1 added claim refuted"],
            id="added and wrong",
        ),
        pytest.param(report(finding("a"), finding("b")), report(finding("a")), [], id="removed"),
        pytest.param(
            report(finding()), report(finding(verdict="refuted", waiver=WAIVER)), ["1 claim turned refuted"],
            id="accepted and worse all the same",
        ),
        pytest.param(report(finding()), report(finding(), conflicts=(CLASH,)), ["1 new conflict"], id="a conflict"),
        pytest.param(
            report(finding(), conflicts=(CLASH,)), report(finding(), conflicts=(replace(CLASH, message="in words"),)),
            [], id="the same conflict",
        ),
        pytest.param(report(finding(), conflicts=(CLASH,)), report(finding()), [], id="a conflict is gone"),
        pytest.param(
            report(finding()), report(finding(), mistakes=(BROKEN,)), ["1 new mistake in the input"], id="a broken file"
        ),
        pytest.param(
            report(finding(), mistakes=(BROKEN,)), report(finding(), mistakes=(replace(BROKEN, line=2),)), [],
            id="broken as before",
        ),
        pytest.param(
            report(finding(), accuracy=Ratio(0.9, 0.8, 0.95), coverage=0.5, consistency=1.0),
            report(finding(), accuracy=Ratio(0.8999, 0.8, 1.0), coverage=0.4, consistency=0.5),
            ["accuracy fell from 90.00% to 89.99%", "coverage fell from 50.00% to 40.00%",
             "consistency fell from 100.00% to 50.00%"], id="scores fell",
        ),
        pytest.param(
            report(finding(), accuracy=Ratio(0.9, 0.8, 0.95), coverage=0.5), report(finding(), coverage=0.5),
            ["accuracy fell from 90.00% to 0/0"], id="undefined now",
        ),
        pytest.param(
            report(finding()), report(finding(), accuracy=Ratio(0.0, 0.0, 0.5), coverage=0.1), [], id="defined now"
        ),
    ],
)  # fmt: skip
def test_what_is_worse(before: Report, after: Report, worse: list[str]) -> None:
    found = compare(before, after, fail_on_regression=True)
    assert list(found.regressions) == worse
    assert found.gate.exit_code == (1 if worse else 0)
    assert found.gate.message.startswith("compare: failed: " if worse else "compare: passed: ")
    assert compare(before, after).gate.exit_code == 0


VERDICTS = ["supported", "refuted", "not_enough_info", "not_checkable", "unreadable"]
runs = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(VERDICTS)).map(
    lambda made: report(*(finding(name, verdict) for name, verdict in made.items()))
)


@given(runs, runs)
def test_every_claim_is_counted_once_and_back_is_the_mirror_image(one: Report, other: Report) -> None:
    there, back = compare(one, other), compare(other, one)
    assert there.unchanged + len(there.flips) == len({x.claim for x in (*one.findings, *other.findings)})
    assert {(x.claim, x.before, x.after) for x in there.flips} == {(x.claim, x.after, x.before) for x in back.flips}
    assert there.gate.passed == (there.gate.exit_code == 0) == there.gate.message.startswith("compare: passed")


@given(runs)
def test_a_run_against_itself(one: Report) -> None:
    found = compare(one, one, fail_on_regression=True)
    assert (found.flips, found.regressions, found.signature, found.articles) == ((), (), (), ())
    assert found.gate.exit_code == (0 if one.findings else 5)


# -- through the real command


def run_into(world: World, name: str, *arguments: str) -> None:
    world.check("--format", "json", "--output", name, *arguments)


def moved(mark: str) -> dict[str, Any]:
    pack = deepcopy(PACK)
    pack["races"][0]["results"][0]["mark"] = mark
    return pack


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Arden before and after: another official time, another claim, one more and one less, and an article less."""
    world = World(tmp_path_factory.mktemp("twice"))
    (world.root / "none").mkdir()
    world.claims(*CLAIMS)
    world.claims(CLAIMS[1], name="birk")
    run_into(world, "old.json")
    world.write("truth/pack.json", moved("3:30.10"))
    age = claim("bio", "holt-age", "25", athlete="Peter Holt", age=25)
    faster = claim("mark", "berg-faster", "3:31.00", athlete="Berg", mark="3:29.00", scope=RACE)
    world.claims(*CLAIMS[:3], age, faster, CLAIMS[5])
    (world.root / "claims/birk.json").unlink()
    run_into(world, "new.json")
    run_into(world, "empty.json", "none")
    return world


@pytest.fixture
def twice(made: World, world: World) -> World:
    """A world of the test's own with the reports of the two runs, and one on nothing."""
    for name in ("old.json", "new.json", "empty.json"):
        (world.root / name).write_bytes((made.root / name).read_bytes())
    return world


def printed(text: str) -> str:
    return re.sub(r"truth: [0-9a-f]{12} -> [0-9a-f]{12}", "truth: ............ -> ............", text)


def test_the_printed_comparison(twice: World) -> None:
    run = twice.run("compare", "old.json", "new.json")
    assert run.returncode == 0, run.stderr
    assert max(map(len, run.stdout.splitlines())) <= 80
    assert printed(run.stdout) == (GOLDEN / "compare.txt").read_text(encoding="utf-8")


def test_the_comparison_as_json(twice: World) -> None:
    run = twice.run("compare", "old.json", "new.json", "--format", "json", "--fail-on-regression")
    found = json.loads(run.stdout)
    assert {(one["claim"], one["before"], one["after"], one["why"]) for one in found["flips"]} == {
        ("holt-mark", "refuted", "supported", "truth changed"),
        ("holt-age", "supported", "refuted", "claim changed"),
        ("berg-faster", None, "refuted", "added"),
        ("by-a-second", "supported", None, "removed"),
        ("berg-mark", "supported", None, "removed"),
    }
    assert [part["name"] for part in found["signature"]] == ["truth"]
    assert [one["article"] for one in found["articles"]] == ["arden", "birk"]
    assert found["articles"][1]["after"] is None
    assert found["total"]["before"]["accuracy"]["low"] < found["total"]["before"]["accuracy"]["value"]
    assert run.returncode == found["gate"]["exit_code"] == 1
    assert run.stderr == found["gate"]["message"] + "\n"


@pytest.mark.parametrize(
    "arguments, code, said",
    [
        pytest.param(["old.json", "old.json", "--fail-on-regression"], 0, "compare: passed: 0 flipped", id="same"),
        pytest.param(["old.json", "new.json"], 0, "compare: passed: 2 flipped", id="worse, and nothing fails"),
        pytest.param(["old.json", "new.json", "--fail-on-regression"], 1, "compare: failed: ", id="worse"),
        pytest.param(["empty.json", "empty.json"], 5, "compare: nothing to compare", id="nothing"),
        pytest.param(["old.json", "empty.json", "--fail-on-regression"], 1, "fell from", id="all is gone"),
        pytest.param(["empty.json", "old.json"], 0, "7 added", id="all is new"),
        pytest.param(["old.json"], 2, "NEW", id="one file"),
        pytest.param(["old.json", "nowhere.json"], 2, "nowhere.json:1:1", id="no such file"),
        pytest.param(["claims", "old.json"], 2, "claims:1:1", id="a folder"),
        pytest.param(["old.json", "claims/arden.json"], 2, "missing field 'signature'", id="no report"),
        pytest.param(["old.json", "new.json", "--format", "yaml"], 2, "yaml", id="no such format"),
        pytest.param(["old.json", "new.json", "--output", "no/such.txt"], 2, "such.txt", id="no such folder"),
    ],
)
def test_exit_codes(twice: World, arguments: list[str], code: int, said: str) -> None:
    run = twice.run("compare", *arguments)
    assert run.returncode == code, run.stderr
    assert said in " ".join((run.stdout + run.stderr).split())
    assert "Traceback" not in run.stderr
    if code in (0, 1, 5):
        assert ("compare: passed" in run.stdout) == (code == 0)
        assert ("compare: failed" in run.stdout) == (code == 1)


def damaged(report: dict[str, Any]) -> str:
    report["findings"][0]["verdict"] = "true"
    report["findings"][1]["line"] = "3"
    report["findings"].append(report["findings"][2])
    del report["gate"]
    return json.dumps(report)


@pytest.mark.parametrize(
    "damage, expected",
    [
        pytest.param(damaged, ["'true' is none of", "expected a whole number", "'gate'"], id="all"),
        pytest.param(
            lambda report: json.dumps({**report, "findings": report["findings"] * 2})[:-1] + ', "gate": {}}',
            ["the key 'gate' stands twice"], id="a key twice",
        ),
        pytest.param(
            lambda report: json.dumps({**report, "findings": report["findings"][:1] * 3}),
            ["is in findings[0] already"] * 2, id="a claim three times",
        ),
        pytest.param(lambda report: json.dumps({"signature": "s"})[:-2], ["old.json:1:"], id="cut off"),
        pytest.param(lambda report: json.dumps(report).replace("3:31.00", "\\ud800"), ["surrogate"], id="half a pair"),
        pytest.param(lambda report: "", ["old.json:1:1"], id="empty"),
    ],
)  # fmt: skip
def test_reports_that_are_refused(twice: World, damage: Any, expected: list[str]) -> None:
    twice.write("old.json", damage(json.loads((twice.root / "old.json").read_text(encoding="utf-8"))))
    run = twice.run("compare", "old.json", "new.json", "--output", "out.txt")
    assert (run.returncode, run.stdout) == (2, "")
    assert len(run.stderr.splitlines()) == len(expected)
    for said in expected:
        assert said in run.stderr
    assert not (twice.root / "out.txt").exists()


def test_the_mistakes_of_both_reports_are_named(twice: World) -> None:
    twice.write("old.json", "{")
    twice.write("new.json", "[")
    assert [line.split(":")[0] for line in twice.run("compare", "old.json", "new.json").stderr.splitlines()] == [
        "old.json",
        "new.json",
    ]


def test_a_report_of_an_earlier_or_later_version_is_read(twice: World) -> None:
    """Before baselines there was no waiver, no claim's digest; a later version may say more."""
    old = json.loads((twice.root / "old.json").read_text(encoding="utf-8"))
    del old["unused_waivers"]
    for one in old["findings"]:
        del one["waiver"], one["claim_digest"]
    twice.write("older.json", {**old, "of_tomorrow": 1})
    whys = {
        name: {(one["claim"], one["why"]) for one in json.loads(run.stdout)["flips"]}
        for name in ("old", "older")
        if (run := twice.run("compare", f"{name}.json", "new.json", "--format", "json"))
    }
    # Where only a field was edited, an earlier report does not tell that the claim is another.
    assert whys["older"] == whys["old"] - {("holt-age", "claim changed")} | {("holt-age", "rule changed")}


def test_same_inputs_same_bytes(twice: World) -> None:
    import os

    def run(seed: str, zone: str) -> bytes:
        command = [sys.executable, "-m", "harness", "compare", "old.json", "new.json", "--format", "json"]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        return subprocess.run(command, cwd=twice.root, capture_output=True, env=environment, check=False).stdout

    assert run("1", "UTC") == run("2", "Asia/Tokyo") != b""


def test_as_of_another_day_is_told_from_changed_facts(world: World) -> None:
    run_into(world, "old.json")
    run_into(world, "new.json", "--as-of", "2025-12-31")
    found = json.loads(world.run("compare", "old.json", "new.json", "--format", "json").stdout)
    assert [(one["claim"], one["why"]) for one in found["flips"]] == [("holt-age", "date changed")]
    assert found["signature"] == [{"name": "as-of", "before": "each claim's own", "after": "2025-12-31"}]


def test_a_comparison_is_read_back_as_it_was(twice: World) -> None:
    from harness.compare import Comparison

    printed = twice.run("compare", "old.json", "new.json", "--format", "json").stdout.encode()
    again = msgspec.json.encode(msgspec.json.decode(printed, type=Comparison), order="deterministic")
    assert msgspec.json.format(again, indent=1) + b"\n" == printed
