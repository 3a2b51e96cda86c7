"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from arden import CLAIMS, World
from hypothesis import HealthCheck, settings

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no mistake
settings.register_profile("new examples", UNHURRIED)
settings.register_profile("same examples every time", UNHURRIED, derandomize=True)  # nothing fails by chance
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "new examples"))

pytest_plugins = ["pytester"]


@pytest.fixture
def world(tmp_path: Path) -> World:
    """The Arden world on disk, with its one article's claims."""
    made = World(tmp_path)
    made.claims(*CLAIMS)
    return made
