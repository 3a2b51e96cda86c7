"""The invented world of the claim language, and `verdict_of`, which puts one claim through the whole check."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from judging import claim_file

from harness.checking.run import Checker
from harness.records.model import Finding
from harness.truth.index import Truth
from harness.truth.lint import lint
from harness.truth.pack import Pack

PUBLISHED = "2024-10-01"
WORLD = sorted(Path(__file__).parent.glob("world*.json"))


@pytest.fixture(scope="session")
def world() -> Truth:
    parts = [msgspec.json.decode(path.read_bytes(), type=Pack) for path in WORLD]
    pack = Pack(**{table: sum((getattr(part, table) for part in parts), ()) for table in Pack.__struct_fields__})
    assert lint(pack) == []
    return Truth(pack)


@pytest.fixture(scope="session")
def checker(world: Truth) -> Checker:
    return Checker(world)


@pytest.fixture(scope="session")
def finding_of(checker: Checker) -> Callable[..., Finding]:
    """finding_of(claim, published="2024-10-01") -> the finding on the claim, given as a record or in JSON."""

    def check(claim: dict[str, Any] | str, published: str = PUBLISHED) -> Finding:
        record = json.loads(claim) if isinstance(claim, str) else claim
        return checker.check_article(claim_file(record, published=published))[0]

    return check
