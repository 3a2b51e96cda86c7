"""The contents of a claim type's fields: read from their annotations, once for each type."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from harness.claims.claim import Claim, Feat, kind_of
from harness.claims.roles import FIGURES, NAMES, PLACES, WAY, own_fields, roles_of

AGES = ("youngest", "oldest")


class Field(NamedTuple):
    """A field, the role of its words, and whether it holds several; in a Feat's field, `key` is "feat.mark"."""

    name: str
    role: str
    many: bool = False
    key: str = ""


class Fields(NamedTuple):
    """The fields of a type by role: people, other names, places, printed figures, scopes, feats and parts of a race.

    `meaning` takes from a claim everything that its interpretation depends on, so equal claims are interpreted once.
    """

    people: tuple[Field, ...]
    names: tuple[Field, ...]
    places: tuple[Field, ...]
    figures: tuple[Field, ...]
    scopes: tuple[Field, ...]
    feats: tuple[tuple[str, Fields], ...]
    way: tuple[Field, ...]
    meaning: Callable[[Any], tuple[Any, ...]]


@cache
def fields_of(kind: type[Any], prefix: str = "") -> Fields:
    """The contents of the fields of a claim type (or of Feat), without those that every claim has."""
    own = own_fields(kind)
    fields = [Field(name, role, many, prefix + name) for name, (role, many) in roles_of(kind).items()]
    return Fields(
        tuple(field for field in fields if field.role == "athlete"),
        tuple(field for field in fields if field.role in NAMES),
        tuple(field for field in fields if field.role in PLACES),
        tuple(field for field in fields if field.role in FIGURES),
        tuple(field for field in fields if field.role == "scope"),
        tuple((field.name, fields_of(Feat, f"{field.name}.")) for field in fields if field.role == "feat"),
        tuple(field for field in fields if field.role in WAY),
        attrgetter("__class__", *(name for name in ("as_of", "hedge", *own) if name in kind.__struct_fields__)),
    )


def is_against_others(claim: Claim) -> bool:
    """Whether the claim compares somebody with everybody else: as the first, the only one, the one with the most."""
    return kind_of(claim) in ("only", "since") or getattr(claim, "by", None) in (
        "golds",
        "golds alone",
        "medals",
        *AGES,
    )


def people_in(claim: Claim) -> list[str]:
    """Every mention of a person in a claim, in whatever field."""
    fields = fields_of(type(claim))
    parts: list[tuple[Any, Fields]] = [(claim, fields)]
    parts += [(feat, inner) for name, inner in fields.feats if (feat := getattr(claim, name)) is not None]
    mentions: list[str] = []
    for part, held in parts:
        for field in held.people:
            mention = getattr(part, field.name)
            mentions += mention if field.many else [mention] if mention is not None else []
    return mentions
