"""The roles of a claim's fields, which say what their words are: the resolve stage reads them from the annotations."""

from __future__ import annotations

from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from msgspec import Meta

from harness.claims.claim import Claim, Feat, Scope

FIGURES = frozenset({"mark", "gap", "count", "place", "age", "date", "span"})
NAMES = frozenset({"nation", "event", "competition", "round", "coach", "club", "home"})
PLACES = frozenset({"venue", "birthplace"})
WAY = frozenset({"point", "stretch", "lap", "leg", "score"})
# Kept, since annotations are slow to evaluate: the registry of kinds asks first, and the resolve stage again.
_ROLES_OF: dict[type[Any], Mapping[str, tuple[str, bool]]] = {}
ROLES = tuple(sorted(FIGURES | NAMES | PLACES | WAY | {"athlete", "scope", "feat"}))


def own_fields(kind: type[Any]) -> list[str]:
    """The fields of a claim type, or of Feat, without those that every claim has."""
    return [name for name in kind.__struct_fields__ if name not in Claim.__struct_fields__]


def roles_of(kind: type[Any]) -> Mapping[str, tuple[str, bool]]:
    """The fields of a claim type that have a role, each with the role and whether the field holds several of it."""
    if kind not in _ROLES_OF:
        hints = get_type_hints(kind, include_extras=True)
        _ROLES_OF[kind] = {name: role for name in own_fields(kind) if (role := _role_of(hints[name])) is not None}
    return _ROLES_OF[kind]


def _role_of(hint: Any) -> tuple[str, bool] | None:
    if hint is Scope or hint is Feat:
        return ("scope" if hint is Scope else "feat"), False
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        roles = [part.extra["role"] for part in parts[1:] if isinstance(part, Meta) and part.extra]
        return (roles[0], False) if roles else _role_of(parts[0])
    if origin is tuple:
        inner = _role_of(parts[0])
        return (inner[0], True) if inner else None
    if origin in (Union, UnionType):
        return next((role for part in parts if (role := _role_of(part)) is not None), None)
    return None
