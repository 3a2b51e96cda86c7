"""Fixtures that every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest
from arden import CLAIMS, World

pytest_plugins = ["pytester"]


@pytest.fixture
def world(tmp_path: Path) -> World:
    """The Arden world on disk, with its one article's claims."""
    made = World(tmp_path)
    made.claims(*CLAIMS)
    return made
