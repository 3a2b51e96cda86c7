"""Fixtures that every test may use."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from arden import CLAIMS, World
from hypothesis import settings

settings.register_profile("same examples every time", derandomize=True)  # a run that must not fail by chance
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

pytest_plugins = ["pytester"]


@pytest.fixture
def world(tmp_path: Path) -> World:
    """The Arden world on disk, with its one article's claims."""
    made = World(tmp_path)
    made.claims(*CLAIMS)
    return made
