"""The published schemas that lie beside a clone (`../shared/schemas`): third-party files, no part of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "shared" / "schemas"


def published(name: str) -> Path:
    """The schema's file; the test is skipped where it is missing."""
    if not (FOLDER / name).is_file():
        pytest.skip(f"the published schema {name} is not beside this clone ({FOLDER})")
    return FOLDER / name
