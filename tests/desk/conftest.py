"""Fixtures of the desk's tests."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from arden import World
from desk_browser import Open, opening
from desk_process import RunningDesk
from desk_world import arden_truth, desk_on

from harness.desk.deciding import Desk

pytest.importorskip(
    "starlette", reason="the desk needs starlette and uvicorn: pip install 'sports-claims-harness[desk]'"
)


@pytest.fixture
def desk(world: World, tmp_path: Path) -> Desk:
    return desk_on(tmp_path / "desk", arden_truth(world))


@pytest.fixture
def opened(chromium: Any, desk: RunningDesk) -> Open:
    """Opens watched pages of the test's own running desk."""
    return partial(opening, chromium, desk)
