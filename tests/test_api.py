"""`import harness`: what comes in, what comes out, and how a caller's mistakes are named."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pandas
import pytest
from arden import CLAIMS, RACE, World, article, claim

import harness
from harness.checking.load import load_claims
from harness.present.formats import write
from harness.records.model import Report


@pytest.fixture(autouse=True)
def inside(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(world.root)


DATA = {"article": article(), "claims": CLAIMS}


def test_import_harness_loads_nothing_else() -> None:
    code = (
        "import sys, harness\n"
        "assert [name for name in sys.modules if name.startswith('harness')] == ['harness']\n"
        "assert not {'msgspec', 'pandas', 'numpy', 'click'} & set(sys.modules)\n"
        "assert 'check' in dir(harness)\n"
        "harness.check\n"
        "assert not {'pandas', 'numpy', 'scipy', 'jsonschema', 'rapidfuzz', 'click'} & set(sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_every_public_name_is_there_and_no_other() -> None:
    assert all(getattr(harness, name).__doc__ for name in harness.__all__)
    with pytest.raises(AttributeError, match="module 'harness' has no attribute 'chekc'"):
        harness.chekc  # noqa: B018


@pytest.mark.parametrize("day", [None, "2025-12-31"], ids=["on its own days", "as of a later day"])
def test_the_report_is_the_one_that_the_command_prints(world: World, day: str | None) -> None:
    world.claims(claim("mark", "m", "3:31.00", athlete="Berg", mark="3:31.00", scope=RACE), name="second")
    printed = world.check("--format", "json", *(["--as-of", day] if day else [])).stdout
    assert write(harness.check("claims", truth="truth", as_of=day), "json") == printed != ""


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param("claims", id="a folder"),
        pytest.param("claims/arden.json", id="a file"),
        pytest.param(Path("claims/arden.json"), id="a Path"),
        pytest.param(["claims", "claims/arden.json"], id="the same file twice"),
        pytest.param((path for path in ["claims"]), id="a generator"),
        pytest.param(DATA, id="a dict"),
        pytest.param([DATA], id="a list of dicts"),
        pytest.param({"claims": tuple(CLAIMS), "article": article()}, id="a dict in another order, with a tuple"),
    ],
)
def test_claims_come_in_many_forms(claims: Any) -> None:
    report = harness.check(claims, truth="truth")
    assert {one.claim: one.verdict for one in report.findings}["holt-mark"] == "refuted"
    assert (report.counts.claims, report.counts.supported) == (6, 4)


def test_a_loaded_claim_file_and_a_loaded_truth() -> None:
    truth = harness.open_truth("truth")
    once = harness.check(load_claims("claims/arden.json"), truth)  # type: ignore[arg-type]
    assert once == harness.check("claims", truth)
    assert once.findings[0].line > 0


def test_a_dict_has_no_lines_but_a_number() -> None:
    found = harness.check([DATA], truth="truth").findings[0]
    assert (found.file, found.line, found.column) == ("claims[0]", 0, 0)


def test_the_shipped_truth_is_what_is_asked_by_default() -> None:
    assert harness.check(DATA).signature != harness.check(DATA, truth="truth").signature


@pytest.mark.parametrize(
    "day", ["2024-06-01", date(2024, 6, 1), datetime(2024, 6, 1, 12), pandas.Timestamp("2024-06-01")], ids=repr
)
def test_as_of_a_day_before_the_race(day: Any) -> None:
    verdicts = {one.claim: one.verdict for one in harness.check("claims", "truth", as_of=day).findings}
    assert verdicts["holt-mark"] == "not_enough_info"


@pytest.mark.parametrize("day", ["2024-02-31", "yesterday", "", 20240601], ids=repr)
def test_no_such_day(day: Any) -> None:
    with pytest.raises(harness.BadDate, match=r"as_of: .* is not a day such as '2024-08-02'"):
        harness.check("claims", "truth", as_of=day)


def test_a_bad_truth_says_all_that_is_wrong(world: World) -> None:
    world.write("truth/one.json", '{"athletes": [{"id": 5}]}')
    world.write("truth/two.json", "{")
    with pytest.raises(harness.BadTruth) as caught:
        harness.check("claims", truth="truth")
    assert {mistake.file for mistake in caught.value.mistakes} == {"truth/one.json", "truth/two.json"}
    assert all(str(mistake) in str(caught.value) for mistake in caught.value.mistakes)


def test_no_truth_at_all() -> None:
    with pytest.raises(harness.BadTruth, match=r"nowhere:1:1: .*cannot be read"):
        harness.check("claims", truth="nowhere")


def test_bad_claims_name_every_mistake_and_carry_the_report_on_the_rest(world: World) -> None:
    world.write("claims/broken.json", '{"article": {},\n "claims": [5]}')
    with pytest.raises(harness.BadClaims) as caught:
        harness.check(["claims", "nowhere.json"], truth="truth")
    assert {mistake.file for mistake in caught.value.mistakes} == {"claims/broken.json", "nowhere.json"}
    assert "claims/broken.json:2:13:" in str(caught.value)
    report = caught.value.report
    assert (report.counts.claims, report.gate.exit_code) == (6, 2)
    assert report.mistakes == caught.value.mistakes


@pytest.mark.parametrize(
    "change, said",
    [
        pytest.param({"article": None}, r"claims\[1\]:1:1: \$.article: expected an object", id="no article"),
        pytest.param({"claims": [{**CLAIMS[0], "kind": "marc"}]}, "marc", id="no such kind"),
        pytest.param({"claims": [{**CLAIMS[0], "start": float("nan")}]}, "not what a JSON file can hold", id="nan"),
        pytest.param({"claims": {1, 2}}, "not what a JSON file can hold", id="a set"),
        pytest.param({"claims": [{**CLAIMS[0], "quote": "\ud800"}]}, "surrogate", id="a lone surrogate"),
        pytest.param({}, "the article 'arden' is in ", id="one article twice"),
    ],
)
def test_a_bad_dict_is_named_by_its_number(change: dict[str, Any], said: str) -> None:
    with pytest.raises(harness.BadClaims, match=said) as caught:
        harness.check([DATA, DATA | change], truth="truth")
    assert {mistake.file for mistake in caught.value.mistakes} == {"claims[1]"}


@pytest.mark.parametrize("claims", [5, [5], None, [b"claims"]], ids=repr)
def test_what_is_no_claims_at_all(claims: Any) -> None:
    with pytest.raises(TypeError):
        harness.check(claims, truth="truth")


def test_nothing_to_check_does_not_pass() -> None:
    report = harness.check([], truth="truth")
    assert (report.gate.passed, report.gate.exit_code) == (False, 5)
    assert report.to_frame().empty
    assert "nothing was checked" in report._repr_html_()


def test_the_tables() -> None:
    report = harness.check("claims", truth="truth")
    assert isinstance(report, Report)
    assert report.to_frame().set_index("claim").loc["holt-mark", "suggestion"] == "3:30.12"
    assert report.articles_frame().loc[0, "accuracy"] == pytest.approx(0.8)


def test_a_report_is_a_line_in_a_console_and_survives_the_way_to_another_process() -> None:
    report = harness.check("claims", truth="truth")
    assert repr(report) == "<1 article, 6 claims, gate: failed: 1 claim refuted>"
    assert pickle.loads(pickle.dumps(report)) == report
    assert msgspec.json.decode(msgspec.json.encode(report), type=harness.CheckedReport) == report


def test_bad_claims_survive_it_too(world: World) -> None:
    world.write("claims/broken.json", "{")
    with pytest.raises(harness.BadClaims) as caught:
        harness.check("claims", truth="truth")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.report) == (str(caught.value), caught.value.report)


def test_the_same_bytes_whatever_the_hash_seed_the_zone_and_the_locale(world: World) -> None:
    world.claims(claim("mark", "m", "3:31.00", athlete="Berg", mark="3:33.00", scope=RACE), name="second")
    code = (
        "import sys, harness\n"
        "from harness.present.formats import write\n"
        "report = harness.check('claims', 'truth', as_of='2025-01-01')\n"
        "sys.stdout.buffer.write((write(report, 'json') + report._repr_html_() + report.to_frame().to_csv()).encode())"
    )

    def run(seed: str, zone: str, locale: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        command = [sys.executable, "-c", code]
        return subprocess.run(command, cwd=world.root, capture_output=True, env=environment, check=True).stdout

    first = run("1", "UTC", "C")
    assert first == run("2", "Asia/Tokyo", "C.UTF-8")
    assert first.startswith(world.check("--format", "json", "--as-of", "2025-01-01").stdout.encode())


def test_findings_do_not_depend_on_where_the_claims_come_from() -> None:
    from_file = harness.check("claims", truth="truth")
    from_data = harness.check(json.loads(Path("claims/arden.json").read_text()), truth="truth")
    places = {"file": "", "line": 0, "column": 0}
    assert [msgspec.structs.replace(one, **places) for one in from_file.findings] == [
        msgspec.structs.replace(one, **places) for one in from_data.findings
    ]
