"""The report that every format is held against: the Arden world with one of everything in it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from arden import CLAIMS, RACE, World, claim

from harness.records.model import Finding, Report, Waiver

WAIVER = Waiver("the book is wrong here", "Ann Editor", "2024-06-05", "2024-12-31")


@pytest.fixture(scope="session")
def arden(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Refuted (one waived), undecided, remarked, unreadable and uncheckable claims, conflicts, a broken file."""
    world = World(tmp_path_factory.mktemp("arden"))
    world.claims(
        *CLAIMS,
        claim("place", "holt-second", "won", athlete="Holt", place=2, scope=RACE, attributed_to="Anders Berg"),
        claim("mark", "berg-heat", "3:31.00", athlete="Berg", mark="3:31.00", scope={**RACE, "round": "heat 1"}),
        claim("mark", "berg-misprint", "Berg (3:31.00)", athlete="Anders Berg", mark="3:31:00", scope=RACE),
        claim("mark", "odd-mark", "3:30.10", athlete="Holt", mark="three-ish", scope=RACE),
    )
    world.write("claims/broken.json", '{"article": {},\n "claims": [\n')
    run = world.check("--format", "json")
    report = msgspec.json.decode(run.stdout, type=Report)
    findings = tuple(_waived(one) if one.claim == "holt-mark" else one for one in report.findings)
    signature = "harness: 1 | truth: arden"  # the real one changes with every field of every kind
    return msgspec.structs.replace(report, findings=findings, signature=signature)


def _waived(finding: Finding) -> Finding:
    return msgspec.structs.replace(finding, waiver=WAIVER)


@pytest.fixture
def golden() -> Path:
    return Path(__file__).parent / "golden"
