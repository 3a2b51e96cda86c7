"""A pytest plug-in: of what was collected only the tests named in the file that CHOSEN_TESTS names, in its order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    names = Path(os.environ["CHOSEN_TESTS"]).read_text(encoding="utf-8").splitlines()
    places = {name: place for place, name in enumerate(names)}
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in places])
    items[:] = sorted((item for item in items if item.nodeid in places), key=lambda item: places[item.nodeid])
