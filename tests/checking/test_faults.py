"""One bad claim silences no run: what cannot be held is unreadable, what breaks the harness is shown as its bug."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from arden import CLAIMS, RACE, World, article, claim

from harness.api import check, open_truth
from harness.checking import run as running
from harness.checking.consistency.cross_article import CrossArticleChecker
from harness.checking.findings import FindingWriter
from harness.records.model import Report

BEYOND = [
    ("9000 years away", "2024-06-03"), ("99999999999 days from now", "2024-06-03"), ("around 9999", "2024-06-03"),
    ("about December 9999", "2024-06-03"), ("8000 years from now", "2024-06-03"), ("yesterday", "0001-01-01"),
    ("last week", "0001-01-01"), ("last month", "0001-01-01"), ("last winter", "0001-01-01"),
    ("3 years ago", "0001-06-01"), ("tomorrow", "9999-12-31"), ("next week", "9999-12-31"), ("Saturday", "0001-01-01"),
    ("99999999999999999999 years ago", "2024-06-03"), ("99999999999999999999999 days away", "2024-06-03"),
    ("the 9990s", "9999-12-31"), ("next weekend", "9999-12-31"), ("early 9999", "2024-06-03"), ("0000", "2024-06-03"),
]  # fmt: skip


def whole_report(world: World, claims: list[dict[str, Any]], published: str = "2024-06-03") -> Report:
    return check({"article": {**article(), "published": published}, "claims": claims}, world.root / "truth")


@pytest.mark.parametrize(("printed", "published"), BEYOND)
@pytest.mark.parametrize("place", ["date", "as_of", "scope"])
def test_a_date_beyond_what_can_be_held_silences_nothing(
    world: World, printed: str, published: str, place: str
) -> None:
    on_its_day = {"event": "1500m", "competition": "Arden Games", "round": "final"}
    bad = {
        "date": claim("date", "bad", "25", scope=on_its_day, date=printed),
        "as_of": claim("mark", "bad", "3:30.10", athlete="Holt", mark="3:30.10", scope=RACE, as_of=printed),
        "scope": claim("mark", "bad", "3:30.10", athlete="Holt", mark="3:30.10", scope={**on_its_day, "on": printed}),
    }[place]
    report = whole_report(world, [bad, *CLAIMS[:2]], published)
    assert not report.mistakes
    assert [finding.claim for finding in report.findings] == ["bad", "holt-mark", "berg-mark"]
    json.dumps([str(finding) for finding in report.findings])


BREAK = """
import sys
from dataclasses import replace
from harness.kinds import kinds
from harness.kinds.margin import MarginAttribute
def broken(*_): raise OverflowError("made up")
margin, attribute = kinds()["margin"], MarginAttribute.MARGIN
known = {{attribute: replace(margin.attributes[attribute], known=broken)}}
changes = {{"assertions": dict(assertions=broken), "known": dict(attributes=known)}}
kinds()["margin"] = replace(margin, **changes["{function}"])
sys.argv = ["harness", *sys.argv[1:]]
from harness.cli.main import main
main()
"""


@pytest.mark.parametrize(
    ("function", "format_"),
    [("assertions", "json"), ("known", "json"), *(("known", name) for name in ("text", "sarif", "junit", "html"))],
)
def test_what_breaks_in_one_claim_is_shown_as_a_bug_and_the_others_are_reported(
    world: World, function: str, format_: str
) -> None:
    command = [sys.executable, "-W", "error", "-c", BREAK.format(function=function), "check", "--truth", "truth"]
    run = subprocess.run([*command, "--format", format_], cwd=world.root, capture_output=True, text=True, check=False)
    assert run.returncode == 3
    assert "Traceback" not in run.stderr
    printed = " ".join((run.stdout + run.stderr).replace("%0A", " ").split())
    assert "gate: could not check everything: 1 bug in the harness" in printed
    assert "OverflowError: made up" in printed.replace("\\", "")
    if format_ == "json":
        report = json.loads(run.stdout)
        verdicts = {finding["claim"]: finding["verdict"] for finding in report["findings"]}
        assert verdicts.pop("by-a-second") == "unreadable"
        assert sorted(verdicts.values()) == ["not_checkable", "refuted", "supported", "supported", "supported"]
        (mistake,) = report["mistakes"]
        assert (mistake["bug"], mistake["path"]) == (True, "$.claims[3]")
        assert "please report it" in mistake["message"]


@pytest.mark.usefixtures("told_as_bugs")
@pytest.mark.parametrize(
    "owner, step", [(running, "own_arithmetic"), (running, "with_turning_point"), (running.ArticleWords, "of_file")]
)
def test_what_breaks_in_one_article_does_not_silence_another(
    world: World, monkeypatch: pytest.MonkeyPatch, owner: Any, step: str
) -> None:
    whole = getattr(owner, step)

    def breaks_on_the_first(*arguments: Any, **options: Any) -> Any:
        if not broken:
            broken.append(True)
            raise RecursionError("made up")
        return whole(*arguments, **options)

    broken: list[bool] = []
    world.claims(*CLAIMS, name="brook")
    monkeypatch.setattr(owner, step, staticmethod(breaks_on_the_first))
    report = check(world.root / "claims", open_truth(world.root / "truth"), as_of="2024-12-31")
    assert [finding.article for finding in report.findings] == ["arden"] * 6 + ["brook"] * 6
    assert [mistake.bug for mistake in report.mistakes] == [True]
    assert report.mistakes[0].file.endswith("arden.json")
    assert report.gate.exit_code == 3
    assert {finding.verdict for finding in report.findings if finding.article == "brook"} >= {"supported", "refuted"}


@pytest.mark.usefixtures("told_as_bugs")
def test_what_breaks_between_articles_leaves_their_own_findings(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any) -> None:
        raise KeyError("made up")

    monkeypatch.setattr(CrossArticleChecker, "conflicts_in", broken)
    world.claims(*CLAIMS)
    world.claims(*CLAIMS, name="brook")
    report = check(world.root / "claims", open_truth(world.root / "truth"))
    assert len(report.findings) == 2 * len(CLAIMS)
    assert [mistake.file for mistake in report.mistakes] == ["what articles say against each other"]
    assert report.gate.exit_code == 3


def test_what_breaks_fails_every_other_test(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a test expects "unreadable", nothing that breaks passes for it."""

    def broken(*_: Any) -> None:
        raise KeyError("made up")

    monkeypatch.setattr(FindingWriter, "check", broken)
    with pytest.raises(KeyError, match="made up"):
        whole_report(world, CLAIMS)
