"""What is wrong with the shape of a file that the typed decoder refused: everything, in words for people.

A claim is checked with its own kind's schema, so that a slip in one field is not reported against every other kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import msgspec

from harness.checking.load.flaws import Flaw
from harness.checking.load.sense import article_flaws, claim_flaws
from harness.checking.load.words import described, meant
from harness.claims.claim import Article, Claim, Scope
from harness.kinds import kinds
from harness.schema import claims_schema, truth_schema, validator
from harness.strict_json import JsonPath


class _Validators(NamedTuple):
    """The file without its claims, and a claim of each kind."""

    file: Any
    kinds: dict[str, Any]


def document_flaws(document: Any) -> list[Flaw]:
    """Everything wrong with a claim file, decoded without types; what is well formed in it is also checked for
    sense."""
    flaws = [flaw for error in _validators().file.iter_errors(document) for flaw in described(error)]
    if not isinstance(document, dict):
        return flaws
    article = _converted(document.get("article"), Article)
    flaws += article_flaws(article) if article is not None else ()
    items = document.get("claims")
    good: list[tuple[int, Claim]] = []
    other_ids: set[str] = set()
    for index, item in enumerate(items if isinstance(items, list) else ()):
        claim = _as_claim(item)
        if isinstance(claim, Claim):
            good.append((index, claim))
            continue
        flaws += list(_item_flaws(item, ("claims", index))) or [Flaw(("claims", index), claim)]
        other_ids.add(str(item.get("id")) if isinstance(item, dict) else "")
    return [*flaws, *claim_flaws(article, good, other_ids)]


def truth_flaws(document: Any) -> list[Flaw]:
    """Everything wrong with the shape of a ground truth file, decoded without types."""
    return [flaw for error in _truth_validator().iter_errors(document) for flaw in described(error)]


def lenient_flaws(claim: Claim, path: JsonPath) -> Iterator[Flaw]:
    """What is wrong with the fields that the claim's looser reading uses instead of its own."""
    fields: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(claim))  # lists are lists, as in a file
    changes = fields.pop("lenient")
    scope = changes.get("scope")
    if isinstance(scope, dict):
        changes = {**changes, "scope": {**fields.get("scope", {}), **scope}}
    for flaw in _of_kind({**fields, **changes}, fields["kind"]):
        yield flaw._replace(path=(*path, "lenient", *flaw.path))


def _item_flaws(item: Any, path: JsonPath) -> Iterator[Flaw]:
    if not isinstance(item, dict):
        yield Flaw(path, 'a claim is an object: {"kind": ..., "id": ..., ...}')
        return
    kind = item.get("kind")
    names = ", ".join(kinds())
    if "kind" not in item:
        yield Flaw(path, f"missing field 'kind': one of {names}")
    elif not isinstance(kind, str) or kind not in kinds():
        yield Flaw((*path, "kind"), f"unknown kind {kind!r}{meant(str(kind), kinds()) or f': there are {names}'}")
    else:
        for flaw in _of_kind(item, kind):
            yield flaw._replace(path=(*path, *flaw.path))


def _of_kind(item: dict[str, Any], kind: str) -> Iterator[Flaw]:
    own = kinds()[kind].claim.__struct_fields__
    for error in _validators().kinds[kind].iter_errors(item):
        for flaw in described(error):
            field = flaw.path[-1] if flaw.at_key else None
            if len(flaw.path) == 1 and field in Scope.__struct_fields__ and "scope" in own:
                flaw = flaw._replace(message=f"unknown field {field!r}: it belongs in 'scope'")
            yield flaw


def _as_claim(item: Any) -> Claim | str:
    """The claim, or why it is none: what the typed decode says."""
    kind = kinds().get(str(item.get("kind"))) if isinstance(item, dict) else None
    if kind is None:
        return "not a claim"
    try:
        return msgspec.convert(item, kind.claim)
    except msgspec.ValidationError as error:
        return str(error)


def _converted(value: Any, type_: type[Article]) -> Article | None:
    try:
        return msgspec.convert(value, type_)
    except msgspec.ValidationError:
        return None


@cache
def _validators() -> _Validators:
    schema = claims_schema()
    definitions = schema["$defs"]
    file = definitions["ClaimFile"]
    without_claims = {**file, "properties": {**file["properties"], "claims": {"type": "array"}}, "$defs": definitions}
    of_kinds = file["properties"]["claims"]["items"]["discriminator"]["mapping"]
    return _Validators(
        validator(without_claims),
        {kind: validator({"$ref": where, "$defs": definitions}) for kind, where in of_kinds.items()},
    )


@cache
def _truth_validator() -> Any:
    return validator(truth_schema())
