"""What is promised of intervals and tests: the committed simulation keeps it, the page shows it, cells are redrawn."""

from __future__ import annotations

import json
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import numpy
import pytest

ROOT = Path(__file__).parents[2]
RECORD: dict[str, Any] = json.loads((ROOT / "benchmarks" / "coverage.json").read_text(encoding="utf-8"))


def simulation() -> Any:
    spec = spec_from_file_location("coverage_simulation", ROOT / "benchmarks" / "coverage.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SIMULATION = simulation()
SLACK = 1e-12 if numpy.__version__ == RECORD["numpy"] else 0.03  # another version may draw other articles


def test_the_page_shows_the_committed_figures() -> None:
    page = (ROOT / "docs" / "bench.md").read_text(encoding="utf-8")
    for rows in (SIMULATION.coverage_table(RECORD), SIMULATION.test_table(RECORD)):
        table = "\n".join(rows)
        assert f"\n{table}\n" in page, f"docs/bench.md does not show the figures of benchmarks/coverage.json:\n{table}"


def test_the_promise_is_kept_in_every_cell() -> None:
    """92 to 99.5 % from five articles on, two standard errors allowed; type I error .06 at most, power .75 at least."""
    assert RECORD["runs"] == 1000
    cells = {(cell["articles"], cell["correlation"], cell["accuracy"]) for cell in RECORD["intervals"]}
    assert len(cells) == len(SIMULATION.ARTICLES) * len(SIMULATION.CORRELATIONS) * len(SIMULATION.ACCURACIES) == 112
    assert [row["articles"] for row in RECORD["tests"]] == list(SIMULATION.TESTED)
    assert list(SIMULATION.flaws(RECORD)) == []
    assert max(row["type_one"] for row in RECORD["tests"]) <= 0.06
    outside = [cell for cell in RECORD["intervals"] if cell["articles"] >= 5 and not 0.92 <= cell["covered"] <= 0.995]
    assert len(outside) <= 1, "the page names the one that is"


@pytest.mark.parametrize("place", [33, 47, 50, 63])  # five and seven articles
def test_a_cell_is_what_its_simulation_gives(place: int) -> None:
    """Who changes an interval draws all cells anew, with `--output benchmarks/coverage.json`."""
    cell = RECORD["intervals"][place]
    drawn = SIMULATION.interval_cell(cell["articles"], cell["correlation"], cell["accuracy"], RECORD["runs"])
    assert drawn == pytest.approx(cell, abs=SLACK)


@pytest.mark.parametrize("place", [0, 1])  # five and six articles that differ
def test_a_row_of_the_tests_is_what_its_simulation_gives(place: int) -> None:
    row = RECORD["tests"][place]
    drawn = SIMULATION.test_row(row["articles"], RECORD["runs"])
    assert {name: drawn[name] or 0 for name in row} == pytest.approx({name: row[name] or 0 for name in row}, abs=SLACK)


@pytest.mark.parametrize(
    "change, words",
    [
        ({"intervals": {"articles": 5, "covered": 0.89}}, "coverage"),
        ({"intervals": {"articles": 5, "covered": 1.0}}, "coverage"),
        ({"tests": {"type_one": 0.061}}, "where there is none"),
        ({"tests": {"power": 0.57}}, "called detectable"),
    ],
)
def test_a_promise_that_is_not_kept_is_said(change: dict[str, dict[str, float]], words: str) -> None:
    ((part, figures),) = change.items()
    broken = {**RECORD, part: [{**RECORD[part][-1], **figures}]}
    (flaw,) = SIMULATION.flaws({"intervals": [], "tests": [], "runs": 1000, part: broken[part]})
    assert words in flaw
