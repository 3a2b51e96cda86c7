"""A schema validator's errors in words for people: what is wrong, what was expected, what was probably meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from harness.checking.load.flaws import Flaw

_TYPES = {
    "string": "a text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "object": "an object {...}",
    "array": "a list [...]",
    "null": "null",
}


def described(error: Any) -> Iterator[Flaw]:
    """The flaws behind one error of jsonschema."""
    path = tuple(error.absolute_path)
    rule, wanted, value = error.validator, error.validator_value, error.instance
    if rule == "anyOf":
        yield from _closest(error)
    elif rule == "additionalProperties":
        known = error.schema.get("properties", {})
        for field in value:
            if field not in known:
                yield Flaw((*path, field), f"unknown field {field!r}{meant(field, known)}", at_key=True)
    elif rule == "required":
        for field in wanted:
            if field not in value:
                yield Flaw(path, f"missing field {field!r}")
    elif rule != "items":  # one entry too many, which maxItems tells
        yield Flaw(path, _message(rule, wanted, value, error))


def meant(word: str, known: Iterable[str]) -> str:
    """ ": did you mean 'record'?" if something known is close to the word, else ""."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=1)
    return f": did you mean {close[0]!r}?" if close else ""


def _closest(error: Any) -> Iterator[Flaw]:
    """Of several shapes that a value may have: what keeps it from the one whose type it has, else all their types."""
    branches: dict[int, list[Any]] = defaultdict(list)
    for inner in error.context:
        branches[inner.relative_schema_path[0]].append(inner)
    for errors in branches.values():
        if not any(inner.validator == "type" and not inner.relative_path for inner in errors):
            for inner in errors:
                yield from described(inner)
            return
    wanted = [inner.validator_value for errors in branches.values() for inner in errors if inner.validator == "type"]
    yield Flaw(tuple(error.absolute_path), _wrong_type(wanted, error.instance))


def _message(rule: str, wanted: Any, value: Any, error: Any) -> str:
    if rule == "type":
        return _wrong_type(wanted if isinstance(wanted, list) else [wanted], value)
    if rule == "enum":
        return f"{_shown(value)} is none of {', '.join(map(repr, wanted))}{meant(str(value), map(str, wanted))}"
    if rule == "maxLength":
        return f"{len(value)} characters, {wanted} at most"
    if rule == "minLength":
        return "is empty" if not value else f"{len(value)} characters, {wanted} at least"
    if rule == "pattern":
        about = error.schema.get("description")
        return f"{_shown(value)} is not of the form {wanted}" + (f" ({about})" if about else "")
    if rule in ("minimum", "maximum"):
        return f"{_shown(value)} is out of range: {wanted} at {'least' if rule == 'minimum' else 'most'}"
    if rule in ("minItems", "maxItems"):
        return f"{wanted} entries at {'least' if rule == 'minItems' else 'most'}, found {len(value)}"
    return str(error.message)


def _wrong_type(wanted: list[str], value: Any) -> str:
    return f"expected {' or '.join(_TYPES[name] for name in wanted)}, found {_shown(value)}"


def _shown(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    literal = repr(value)
    return literal if len(literal) <= 60 else literal[:57] + "..."
