"""rdjson: the published schema, severities, and columns in bytes of UTF-8."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import msgspec
import pytest
from arden import CLAIMS, World, article
from shared_schemas import published

from harness.present.formats import View, write
from harness.records.model import Report


def diagnostics(report: Report, view: View = View()) -> list[dict[str, Any]]:  # noqa: B008
    found: list[dict[str, Any]] = json.loads(write(report, "rdjson", view))["diagnostics"]
    return found


def test_the_published_schema(arden: Report) -> None:
    schema = json.loads(published("rdjson.json").read_text(encoding="utf-8"))
    result = json.loads(write(arden, "rdjson", View(line_of=lambda file, line: " " * 80)))
    jsonschema.Draft4Validator(schema).validate(result)
    assert not jsonschema.Draft4Validator(schema).is_valid({"diagnostics": [{"severity": "LOUD"}]})


def test_no_key_that_readers_would_refuse(arden: Report) -> None:
    known = {"message", "location", "severity", "code", "related_locations"}
    assert set(json.loads(write(arden, "rdjson"))) == {"source", "diagnostics"}
    assert all(set(one) <= known for one in diagnostics(arden))


@pytest.mark.parametrize(
    "line, column, start",
    [
        pytest.param("  {", 3, {"line": 7, "column": 3}, id="plain"),
        pytest.param('{"é": {', 7, {"line": 7, "column": 8}, id="two bytes"),
        pytest.param("a𐐀b", 3, {"line": 7, "column": 6}, id="four bytes, the example of the schema"),
        pytest.param("a", 2, {"line": 7, "column": 2}, id="at the end"),
        pytest.param("a", 3, {"line": 7}, id="the file was changed: no column"),
        pytest.param("", 3, {"line": 7}, id="no line at hand"),
    ],
)
def test_columns_are_bytes(arden: Report, line: str, column: int, start: dict[str, int]) -> None:
    finding = msgspec.structs.replace(arden.findings[0], line=7, column=column)
    report = msgspec.structs.replace(arden, findings=(finding,), mistakes=(), conflicts=())
    found = diagnostics(report, View(line_of=lambda file, number: line if number == 7 else ""))
    assert found[0]["location"]["range"]["start"] == start


def test_bytes_through_the_command(world: World) -> None:
    """All claims on one line, a name of two-byte letters before the second: 5 letters, 5 bytes more."""
    odd = {**CLAIMS[5], "attributed_to": "ÅÄÖØÉ"}
    world.write("claims/arden.json", json.dumps({"article": article(), "claims": [odd, CLAIMS[0]]}, ensure_ascii=False))
    (finding,) = [one for one in world.report()["findings"] if one["claim"] == "holt-mark"]
    run = world.check("--format", "rdjson")
    start = json.loads(run.stdout)["diagnostics"][0]["location"]["range"]["start"]
    assert start == {"line": 1, "column": finding["column"] + 5}


def test_severities_and_the_worst_first(arden: Report) -> None:
    severities = [one["severity"] for one in diagnostics(arden)]
    # mistake, unreadable, refuted; remark; open and waived; conflicts; the gate
    assert severities == ["ERROR"] * 3 + ["WARNING"] + ["INFO"] * 2 + ["WARNING"] * 2 + ["ERROR"]


def test_a_conflict_points_to_its_other_claims(arden: Report) -> None:
    (conflict, *_) = [one for one in diagnostics(arden) if one["code"]["value"] == "conflict"]
    others = [one["message"] for one in conflict["related_locations"]]
    assert others == [ref.claim for ref in arden.conflicts[0].claims[1:]]
