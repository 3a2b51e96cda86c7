"""sarif: the published schema, what is a result and of which kind, places, fingerprints, suppressions."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import jsonschema
import msgspec
import pytest
from arden import World
from shared_schemas import published

from harness.cli.manuals import published_at
from harness.present.formats import View, write
from harness.records.fingerprint import fingerprint
from harness.records.model import Finding, Report


def run_of(report: Report, view: View = View()) -> dict[str, Any]:  # noqa: B008
    (run,) = json.loads(write(report, "sarif", view))["runs"]
    return run


def result_of(report: Report, claim: str, view: View = View()) -> dict[str, Any]:  # noqa: B008
    (found,) = [one for one in run_of(report, view)["results"] if one.get("properties", {}).get("claim") == claim]
    return found


def finding_of(report: Report, claim: str) -> Finding:
    (found,) = [one for one in report.findings if one.claim == claim]
    return found


@pytest.mark.parametrize("change", [{}, {"findings": ()}, {"mistakes": (), "conflicts": ()}], ids=str)
def test_the_published_schema(arden: Report, change: dict[str, Any]) -> None:
    schema = json.loads(published("sarif-2.1.0.json").read_text(encoding="utf-8"))
    log = json.loads(write(msgspec.structs.replace(arden, **change), "sarif"))
    jsonschema.Draft7Validator(schema).validate(log)
    assert not jsonschema.Draft7Validator(schema).is_valid({**log, "version": "2.0.0"})


def test_columns_are_code_points_and_places_relative(arden: Report) -> None:
    assert run_of(arden)["columnKind"] == "unicodeCodePoints"
    finding = finding_of(arden, "holt-second")
    (location,) = result_of(arden, "holt-second")["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "claims/arden.json", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": finding.line, "startColumn": finding.column},
    }


@pytest.mark.parametrize(
    "file, uri",
    [
        ("claims/a b#1?.json", "claims/a%20b%231%3F.json"),
        ("claims/größe.json", "claims/gr%C3%B6%C3%9Fe.json"),
        ("c:a.json", "c%3Aa.json"),  # else a URI of the scheme "c"
        ("/work/claims/a.json", "claims/a.json"),
        ("/other/a b.json", "file:///other/a%20b.json"),
    ],
)
def test_paths_are_uris(arden: Report, file: str, uri: str) -> None:
    moved = msgspec.structs.replace(finding_of(arden, "holt-second"), file=file)
    report = msgspec.structs.replace(arden, findings=(moved,))
    (location,) = result_of(report, "holt-second", View(root="/work"))["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == uri


@pytest.mark.parametrize(
    "claim, kind, level",
    [
        ("holt-second", "fail", "error"),
        ("odd-mark", "fail", "error"),
        ("berg-misprint", "fail", "warning"),
        ("berg-heat", "open", "none"),  # SARIF 3.27.10: a level is for what failed
    ],
)
def test_kinds_and_levels(arden: Report, claim: str, kind: str, level: str) -> None:
    result = result_of(arden, claim)
    assert (result["kind"], result["level"]) == (kind, level)


def test_what_holds_is_counted_and_not_listed(arden: Report) -> None:
    verdicts = [one["properties"]["verdict"] for one in run_of(arden)["results"] if "properties" in one]
    assert "not_checkable" not in verdicts
    assert verdicts.count("supported") == 1  # the misprint
    assert run_of(arden)["properties"]["counts"]["supported"] == arden.counts.supported > 1


def test_fingerprints_stay_when_the_claim_moves(arden: Report) -> None:
    moved = tuple(msgspec.structs.replace(one, line=one.line + 7) for one in arden.findings)
    after = msgspec.structs.replace(arden, findings=moved)
    assert [one["partialFingerprints"] for one in run_of(arden)["results"]] == [
        one["partialFingerprints"] for one in run_of(after)["results"]
    ]
    known_by = [one["partialFingerprints"]["harness/v1"] for one in run_of(arden)["results"]]
    assert fingerprint(finding_of(arden, "holt-second")) in known_by
    assert len(set(known_by)) == len(known_by)


def test_a_waiver_is_a_suppression(arden: Report) -> None:
    waived, new = result_of(arden, "holt-mark"), result_of(arden, "holt-second")
    assert (waived["baselineState"], new["baselineState"]) == ("unchanged", "new")
    assert waived["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "the book is wrong here",
            "properties": {"author": "Ann Editor", "date": "2024-06-05", "until": "2024-12-31"},
        }
    ]
    # SARIF 3.27.23: once one result says so, an empty list is "not suppressed", and all say it.
    assert all("suppressions" in one for one in run_of(arden)["results"])


def test_without_a_baseline_nothing_is_said_of_one(arden: Report) -> None:
    bare = tuple(msgspec.structs.replace(one, waiver=None) for one in arden.findings)
    results = run_of(msgspec.structs.replace(arden, findings=bare))["results"]
    assert not [one for one in results if "suppressions" in one or "baselineState" in one]


def test_a_conflict_names_every_place(arden: Report) -> None:
    first = next(one for one in run_of(arden)["results"] if one["ruleId"] == "conflict")
    places = [*first["locations"], *first["relatedLocations"]]
    lines = [one["physicalLocation"]["region"]["startLine"] for one in places]
    claims = [ref.claim for ref in arden.conflicts[0].claims]
    assert lines == [finding_of(arden, claim).line for claim in claims]


def test_rules_are_named_by_index(arden: Report) -> None:
    run = run_of(arden)
    rules = [one["id"] for one in run["tool"]["driver"]["rules"]]
    assert [rules[one["ruleIndex"]] for one in run["results"]] == [one["ruleId"] for one in run["results"]]
    assert {"mark", "place", "conflict", "mistake"} == set(rules)


def test_a_run_that_could_not_check_everything_says_so(arden: Report) -> None:
    (invocation,) = run_of(arden)["invocations"]
    assert invocation == {
        "executionSuccessful": False, "exitCode": 2, "exitCodeDescription": arden.gate.message
    }  # fmt: skip


def test_a_result_ends_where_its_claim_ends(world: World) -> None:
    run = world.check("--format", "sarif")
    lines = (world.root / "claims/arden.json").read_text(encoding="utf-8").split("\n")
    results = json.loads(run.stdout)["runs"][0]["results"]
    assert results
    for result in results:
        region = result["locations"][0]["physicalLocation"]["region"]
        first, last = region["startLine"] - 1, region["endLine"] - 1
        text = "\n".join([lines[first][region["startColumn"] - 1 :], *lines[first + 1 : last],
                          lines[last][: region["endColumn"] - 1]])  # fmt: skip
        assert json.loads(text)["id"] == result["properties"]["claim"]


def test_a_claim_on_one_line_and_a_broken_file_have_an_end(world: World) -> None:
    path = world.root / "claims/arden.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8"))), encoding="utf-8")
    world.write("claims/broken.json", '{\n "article": 5, }')
    for result in json.loads(world.check("--format", "sarif").stdout)["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startLine"] == region["endLine"]
        assert region["startColumn"] < region["endColumn"]


def rules_of(run: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}


def test_a_rule_has_the_manual_of_its_kind_and_no_invented_link(world: World) -> None:
    place = rules_of(json.loads(world.check("--format", "sarif").stdout)["runs"][0])["mark"]
    assert place["help"]["text"] == place["help"]["markdown"]
    assert "## How it is judged" in place["help"]["text"]
    assert "helpUri" not in place


def test_a_rule_links_to_where_the_documentation_is_published(world: World) -> None:
    """The address is typed, or stands in the configuration, or in the installed distribution's metadata."""
    expected = "https://docs.arden.example/harness/reference/kinds/#mark"
    typed = world.check("--format", "sarif", "--documentation", "https://docs.arden.example/harness/").stdout
    assert rules_of(json.loads(typed)["runs"][0])["mark"]["helpUri"] == expected
    world.write("harness.toml", '[check]\ndocumentation = "https://docs.arden.example/harness"\n')
    configured = world.check("--format", "sarif").stdout
    assert rules_of(json.loads(configured)["runs"][0])["mark"]["helpUri"] == expected
    refused = world.check("--format", "sarif", "--documentation", "docs.arden.example")
    assert (refused.returncode, "begins with https://" in refused.stderr) == (2, True)


@pytest.mark.parametrize(
    ("urls", "address"),
    [
        (["Source, https://a.example", "Documentation, https://b.example/h"], "https://b.example/h"),
        (["Source, https://a.example"], ""),
        (None, ""),
    ],
)
def test_the_distribution_may_name_its_documentation(
    monkeypatch: pytest.MonkeyPatch, urls: list[str] | None, address: str
) -> None:
    monkeypatch.setattr("importlib.metadata.metadata", lambda name: SimpleNamespace(get_all=lambda field: urls))
    assert published_at() == address
