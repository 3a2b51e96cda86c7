"""What the fields of a claim type hold: read from their annotations, once for each type."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from msgspec import Meta

from harness.claim import Claim, Feat, Scope

_FIGURES = frozenset({"mark", "gap", "count", "date", "span"})
_NAMES = frozenset({"nation", "event", "round", "coach", "club"})
_PLACES = frozenset({"venue", "birthplace"})


class Field(NamedTuple):
    """A field, what its words are, and whether it holds several; in a Feat's field, `key` is "feat.mark"."""

    name: str
    role: str
    many: bool = False
    key: str = ""


class Fields(NamedTuple):
    """The fields of a type that are people, other names, places, printed figures, scopes and feats.

    `meaning` takes from a claim all that its reading depends on: two claims that are alike in it are read alike.
    """

    people: tuple[Field, ...]
    names: tuple[Field, ...]
    places: tuple[Field, ...]
    figures: tuple[Field, ...]
    scopes: tuple[Field, ...]
    feats: tuple[tuple[str, Fields], ...]
    has_at: bool
    meaning: Callable[[Any], tuple[Any, ...]]


@cache
def fields_of(kind: type[Any], prefix: str = "") -> Fields:
    """What the fields of a claim type (or of Feat) hold; those that every claim has are not among them."""
    own = [name for name in kind.__struct_fields__ if name not in Claim.__struct_fields__]
    hints = get_type_hints(kind, include_extras=True)
    found = [Field(name, *role, prefix + name) for name in own if (role := _role(hints[name])) is not None]
    return Fields(
        tuple(field for field in found if field.role == "athlete"),
        tuple(field for field in found if field.role in _NAMES),
        tuple(field for field in found if field.role in _PLACES),
        tuple(field for field in found if field.role in _FIGURES),
        tuple(field for field in found if field.role == "scope"),
        tuple((field.name, fields_of(Feat, f"{field.name}.")) for field in found if field.role == "feat"),
        "at" in own,
        attrgetter("__class__", *(name for name in ("as_of", "hedge", *own) if name in kind.__struct_fields__)),
    )


def _role(hint: Any) -> tuple[str, bool] | None:
    if hint is Scope or hint is Feat:
        return ("scope" if hint is Scope else "feat"), False
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        roles = [part.extra["role"] for part in parts[1:] if isinstance(part, Meta) and part.extra]
        return (roles[0], False) if roles else _role(parts[0])
    if origin is tuple:
        inner = _role(parts[0])
        return (inner[0], True) if inner else None
    if origin in (Union, UnionType):
        return next((role for part in parts if (role := _role(part)) is not None), None)
    return None


def people_in(claim: Claim) -> list[str]:
    """Every mention of a person in a claim, in whatever field."""
    fields = fields_of(type(claim))
    parts: list[tuple[Any, Fields]] = [(claim, fields)]
    parts += [(feat, inner) for name, inner in fields.feats if (feat := getattr(claim, name)) is not None]
    found: list[str] = []
    for part, held in parts:
        for field in held.people:
            mention = getattr(part, field.name)
            found += mention if field.many else [mention] if mention is not None else []
    return found
