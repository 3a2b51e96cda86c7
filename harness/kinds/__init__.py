"""The kinds of claim, one file each: the folder is the registry, and every file ends with its KIND (see kind.py)."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from types import ModuleType
from typing import Any

from harness.claims.claim import Claim
from harness.claims.roles import ROLES, roles_of
from harness.kind import HEADINGS, SEVERITIES, Kind
from harness.registry import BadModule, file_of, load


@cache
def kinds() -> dict[str, Kind[Claim]]:
    """Every kind by name, in alphabetical order; BadModule if a file has mistakes, naming it."""
    names = sorted(entry.name for entry in pkgutil.iter_modules(__path__))
    return {name: checked_kind(load(__name__, name)) for name in names}


def checked_kind(module: ModuleType) -> Kind[Any]:
    """The KIND of the module; BadModule with everything that is wrong with it."""
    kind = getattr(module, "KIND", None)
    if not isinstance(kind, Kind):
        raise BadModule(file_of(module), ["it must end with KIND = Kind(...), see harness/kind.py"])
    if flaws := list(_flaws(module, kind)):
        raise BadModule(file_of(module), flaws)
    return kind


def _flaws(module: ModuleType, kind: Kind[Any]) -> Iterator[str]:
    name = module.__name__.rpartition(".")[2]
    if kind.name != name:
        yield f"it holds the kind {kind.name!r}: the file is named after its kind"
    if not callable(kind.severity) and kind.severity not in SEVERITIES:
        yield f"severity {kind.severity!r} is none of {', '.join(SEVERITIES)}"
    if kind.checkable and not kind.attributes:
        yield "it decides no attribute"
    for enumeration in {type(attribute) for attribute in kind.attributes}:
        members = list(enumeration) if issubclass(enumeration, StrEnum) else []
        for attribute in members:
            if attribute not in kind.attributes:
                yield f"nobody decides the attribute {enumeration.__name__}.{attribute.name}"
    headings = [line.removeprefix("## ") for line in kind.manual.splitlines() if line.startswith("## ")]
    for heading in HEADINGS:
        if heading not in headings:
            yield f"the manual page has no heading {heading!r}"
    if set(headings) == set(HEADINGS) and headings != list(HEADINGS):
        yield f"the headings of the manual page stand in this order: {', '.join(HEADINGS)}"
    for field, (role, _) in roles_of(kind.claim).items():
        if role not in ROLES:
            yield f"field {field!r} has the role {role!r}, which nothing reads; the roles are {', '.join(ROLES)}"
