"""Records are what they were when they were made: whoever is handed one may keep it, and cache what follows from it."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

CORE = ("baseline", "checking", "claims", "kinds", "records", "truth", "values")


def structs_below(base: type) -> Iterator[type]:
    for record in base.__subclasses__():
        yield record
        yield from structs_below(record)


@pytest.mark.parametrize("part", CORE)
def test_no_record_of_the_core_can_be_changed(part: str) -> None:
    module = importlib.import_module(f"harness.{part}")
    for inside in pkgutil.walk_packages(getattr(module, "__path__", ()), f"{module.__name__}."):
        importlib.import_module(inside.name)
    records: list[Any] = [
        record for record in structs_below(msgspec.Struct) if f"{record.__module__}.".startswith(f"harness.{part}.")
    ]
    changeable = [record.__name__ for record in records if not record.__struct_config__.frozen]
    assert changeable in ([], ["_Versioned"]), "it only tells a file's version before the file is read"
