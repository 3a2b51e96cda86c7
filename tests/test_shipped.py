"""What the project ships is what its commands write: the reports and the README's output; and its claim files hold."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from harness.checking.gate import Demands
from harness.checking.load import default_truth_folder, load_all, load_truth
from harness.checking.run import Question, check
from harness.present.formats import write
from harness.records.model import Report

ROOT = Path(__file__).parent.parent
TEXTS = ROOT.parent / "shared" / "articles"
NEVER = Question(demands=Demands(("never",)))


@cache
def report() -> Report:
    """The report that `make check` writes."""
    truth = load_truth(default_truth_folder())
    assert not isinstance(truth, list), truth[:3]
    return check((Path("claims"),), truth, NEVER)


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def test_no_championship_is_said_to_have_been_one_day_long() -> None:
    """The day of the only race that the pack has of it would refute its true days: such days are a month or a year."""
    truth = load_truth(default_truth_folder())
    assert not isinstance(truth, list)
    for edition in truth.editions.values():
        several = truth.competitions[edition.competition].level not in ("meeting", "diamond league", "national")
        assert not several or edition.start != edition.end or len(edition.start) < len("2012-08-07"), edition.id


def test_what_findings_rely_on_is_said_in_words_and_sourced() -> None:
    made = report()
    relied_on = {one for finding in made.findings for one in finding.relied_on}
    assert relied_on == {one.id for one in made.statements}
    assert all(one.summary and one.sources for one in made.statements)


@pytest.mark.parametrize("format_, name", [("text", "articles.txt"), ("json", "articles.json")])
def test_committed_reports_are_current(format_: str, name: str) -> None:
    committed = (ROOT / "reports" / name).read_text(encoding="utf-8")
    assert write(report(), format_) == committed, "run `make check` and commit reports/"


def test_the_readme_shows_real_output() -> None:
    """HARNESS_WRITE_GOLDEN=1 writes the README's output anew, from the committed report."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    whole = re.sub(
        r"(<!-- report -->\n```\n).*?(```\n<!-- /report -->)",
        lambda around: (
            around[1] + shortened((ROOT / "reports" / "articles.txt").read_text(encoding="utf-8")) + around[2]
        ),
        readme,
        flags=re.DOTALL,
    )
    if os.environ.get("HARNESS_WRITE_GOLDEN"):
        (ROOT / "README.md").write_text(whole, encoding="utf-8")
        readme = whole
    assert "[...]\n" in whole
    assert "\nIN ALL\n  320 of 434 claims confirmed, 4 wrong, 20 open" in whole, "what an editor asks comes first"
    assert "articles like these" in whole
    assert readme == whole, "run this test with HARNESS_WRITE_GOLDEN=1 and commit README.md"


def shortened(printed: str) -> str:
    """The first two findings of a printed report, and its end from the headline on."""
    third = [found.start() for found in re.finditer(r"^  (?:high|medium|low) ", printed, re.MULTILINE)][2]
    return f"{printed[:third]}[...]\n\n{printed[printed.index('IN ALL') :]}"


def test_nothing_shipped_is_unreadable_and_no_file_has_a_mistake() -> None:
    assert report().mistakes == ()
    assert report().counts.unreadable == 0
    assert [article.id for article in report().articles if article.counts.claims < 20] == []


def test_the_errors_that_the_articles_are_known_to_have() -> None:
    refuted = {f"{one.article}/{one.claim}" for one in report().findings if one.verdict == "refuted"}
    assert {
        "essentiallysports-2024-05-31/oslo-one-week-after",  # five days
        "essentiallysports-2024-05-31/kerr-bronzes-before",  # one bronze, not several
        "olympics-com-2024-07/two-fastest",  # fourth and twentieth
        "olympics-com-2024-07/kerr-season-opener",  # he had raced three times
    } <= refuted


def test_misprints_and_misspelt_names_are_noted_and_supported() -> None:
    noted = {
        (note, one.verdict) for one in report().findings for note in one.notes if note in ("misprint", "misspelt_name")
    }
    assert {("misprint", "supported"), ("misspelt_name", "supported")} <= noted


def test_every_undecided_claim_names_what_is_missing() -> None:
    silent = [one.claim for one in report().findings if one.verdict == "not_enough_info" and not one.missing]
    assert silent == []


def test_coverage_is_what_the_pack_is_for() -> None:
    assert (report().coverage or 0) >= 0.85


def test_every_verdict_names_its_sources() -> None:
    bare = [
        f"{one.article}/{one.claim}"
        for one in report().findings
        if one.verdict in ("supported", "refuted") and not one.relied_on and not any(e.sources for e in one.evidence)
    ]
    assert bare == []


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the articles' texts are not part of the project")
def test_every_quote_stands_where_its_claim_says() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "harness", "validate", "claims", "--articles", str(TEXTS)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr


def test_claim_files_hold_no_sentences_of_the_articles() -> None:
    files, _ = load_all((Path("claims"),))
    for file in files:
        for claim in file.claims:
            assert len(claim.quote) <= 60
            assert len(claim.quote.split()) < 9, claim.id


def test_the_shipped_json_report_keeps_to_its_schema() -> None:
    import jsonschema

    schema = json.loads((ROOT / "harness" / "schemas" / "report.json").read_text(encoding="utf-8"))
    committed = json.loads((ROOT / "reports" / "articles.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(committed)


def test_an_earlier_day_knows_nothing_of_later_results() -> None:
    truth = load_truth(default_truth_folder())
    assert not isinstance(truth, list)
    day = min(one.date.low or 0 for one in truth.results if one.edition == "olympic-games-2024")
    before = check((Path("claims"),), truth, Question(as_of=day - 1, demands=Demands(("never",))))
    timetable = ("date", "venue")  # a day and a stadium are known before anybody has run
    resting = [
        f"{one.claim}: {item.id}"
        for one in before.findings
        for item in one.evidence
        if one.kind not in timetable and item.id.startswith("olympic-games-2024/")
    ]
    assert resting == []
