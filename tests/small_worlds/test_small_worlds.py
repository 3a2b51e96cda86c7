"""Claims on small worlds: what is true is never refuted, and what is known to be wrong is not left open."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import msgspec
import pytest
from arden import article
from building import SUPPORTED, Case, Expected
from findings import all_conflicts
from judging import WORDS

from harness.checking.consistency.cross_article import CrossArticleChecker
from harness.checking.load import ClaimFile, read_claims
from harness.checking.run import Checker
from harness.records.model import Conflict
from harness.truth.index import Truth
from harness.truth.lint import lint
from harness.truth.pack import Pack

TABLES = sorted(path.stem for path in Path(__file__).parent.glob("worlds_*.py"))
CASES: list[Case] = [case for table in TABLES for case in import_module(table).CASES]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name.replace(" ", "-")) for case in CASES])
def test_small_world(case: Case) -> None:
    pack = msgspec.convert(case.pack, Pack)
    assert lint(pack) == []
    truth = Truth(pack)
    findings = Checker(truth).check_article(_claims(case, case.claims))
    wrong = [
        (row.claim, finding.verdict, finding.message)
        for row, finding in zip(case.claims, findings, strict=True)
        if finding.verdict not in row.verdicts
    ]
    assert wrong == [], case.why
    assert list(_conflicts(case, truth)) == [], "what is right is no conflict"


def _conflicts(case: Case, truth: Truth) -> Sequence[Conflict]:
    """The conflicts among the claims that are right: in one article, and in an article each."""
    right = [row for row in case.claims if row.verdicts == {SUPPORTED}]
    checker, between = Checker(truth), CrossArticleChecker(truth)
    findings = checker.check_article(_claims(case, right), between=between)
    for number, row in enumerate(right):
        findings += checker.check_article(_claims(case, [row], f"article-{number}"), between=between)
    return all_conflicts(findings, between)


def _claims(case: Case, rows: Sequence[Expected], name: str = "whole") -> ClaimFile:
    numbered = [{"id": f"claim-{number}", **WORDS, **row.claim} for number, row in enumerate(rows)]
    about = article() | {"id": name, "published": case.published, **({"zone": case.zone} if case.zone else {})}
    claims = read_claims(json.dumps({"article": about, "claims": numbered}).encode(), "claims.json")
    assert isinstance(claims, ClaimFile), claims
    return claims


def test_each_table_has_six_worlds_and_more_than_one_verdict_in_each() -> None:
    for table in TABLES:
        cases: list[Case] = import_module(table).CASES
        assert len(cases) >= 6, table
        for case in cases:
            assert len({row.verdicts for row in case.claims}) > 1, case.name
    assert len({case.name for case in CASES}) == len(CASES)
