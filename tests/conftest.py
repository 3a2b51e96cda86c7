"""Fixtures that every test may use."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

import pytest
from arden import CLAIMS, World
from browser import CHROMIUM
from hypothesis import HealthCheck, settings
from systems import POSIX_ONLY

from harness.checking.faults import Faults

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no mistake
settings.register_profile("new examples", UNHURRIED)
settings.register_profile("same examples every time", UNHURRIED, derandomize=True)  # nothing fails by chance
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "new examples"))

pytest_plugins = ["pytester"]

collect_ignore = list(POSIX_ONLY) if sys.platform == "win32" else []


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--store", action="store_true", help="read every ground truth from a compiled store (make store)")


_note = Faults.note


def _fail(self: Faults, bug: Exception, *where: object) -> str:
    """A claim that breaks the check is told as unreadable, which tests expect of others: so here it fails the test."""
    raise bug


def pytest_configure(config: pytest.Config) -> None:
    Faults.note = _fail  # type: ignore[method-assign]
    os.environ["XDG_CACHE_HOME"] = os.environ["LOCALAPPDATA"] = mkdtemp(prefix="harness-cache-")
    config.add_cleanup(lambda: rmtree(os.environ["XDG_CACHE_HOME"], ignore_errors=True))
    if config.getoption("--store"):
        from compiled import compile_every_truth

        compile_every_truth()


def pytest_report_header() -> str:
    return f"left out on this system: {', '.join(collect_ignore)}" if collect_ignore else ""


@pytest.fixture
def told_as_bugs(monkeypatch: pytest.MonkeyPatch) -> None:
    """What breaks the check is told as a bug, as it is outside the tests, and fails no test."""
    monkeypatch.setattr(Faults, "note", _note)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """The browser; what asks for it is skipped where it or its driver is missing."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def world(tmp_path: Path) -> World:
    """The Arden world on disk, with its one article's claims."""
    made = World(tmp_path)
    made.claims(*CLAIMS)
    return made
