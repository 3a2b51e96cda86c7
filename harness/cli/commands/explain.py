"""harness explain: the manual page of a kind of claim, and its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap
from typing import Any

import click

from harness.cli.completion import complete_kinds
from harness.cli.options import known_name, say

WIDTH = 80
# A row of a table starts a line with a word and two spaces; the lines below it that start with spaces go on with it.
_ROW = re.compile(r"\n(?=\S+ {2})")
_LABEL = re.compile(r"\S+ {2,}")
_TYPES = {"boolean": "true or false", "integer": "a whole number", "string": ""}


@click.command()
@click.argument("kind", shell_complete=complete_kinds)
@click.argument("field", required=False)
def command(kind: str, field: str | None) -> None:
    """Print the manual page of a kind of claim, and its fields (`harness kinds` lists the kinds).

    With a FIELD ("gap", "scope", "scope.part"), what that field is for, what it takes and an example.
    """
    from harness.kinds import kinds

    known_name(kind, kinds(), "kind")
    if field is None:
        say(kind, "", *_manual(kinds()[kind].manual), *_fields(kinds()[kind].claim))
    else:
        say(*_one_field(kinds()[kind].claim, field))


def _manual(text: str) -> Iterator[str]:
    """The docstring at 80 columns: its paragraphs and tables flow anew, its example stays as it is."""
    for block in text.split("\n\n"):
        if block.startswith(" "):
            yield from block.splitlines()
        else:
            yield from (line for row in _ROW.split(block) for line in _flowing(row))
        yield ""


def _flowing(text: str) -> list[str]:
    label = _LABEL.match(text)
    start = label[0] if label else ""
    rest = " ".join(text[len(start) :].split())
    return wrap(rest, WIDTH, initial_indent=start, subsequent_indent=" " * len(start), break_on_hyphens=False)


def _fields(claim: type[Any]) -> Iterator[str]:
    """The fields that the kind has of its own, in words, and those that every claim has."""
    from harness.claims.claim import Claim

    parts = _parts(claim)
    shared, whole = Claim.__struct_fields__, parts[claim.__name__]
    own = {name: schema for name, schema in whole["properties"].items() if name not in (*shared, "kind")}
    yield "fields" if own else "no fields of its own"
    yield from _rows(own, whole["required"], parts)
    may = [name for name in shared if name not in whole["required"]]
    yield ""
    must = [name for name in shared if name in whole["required"]]
    text = f"Every claim has kind, {', '.join(must)}, and may have {', '.join(may)} (docs/annotation.md)."
    yield from wrap(text, WIDTH)


def _one_field(claim: type[Any], path: str) -> Iterator[str]:
    """What a field is for, by its name or by the names that lead to it; and the fields inside it."""
    parts = _parts(claim)
    inside, schema = parts[claim.__name__], {}
    for name in path.split("."):
        fields = {field: one for field, one in inside.get("properties", {}).items() if field != "kind"}
        known_name(name, fields, "field")
        required, schema = name in inside["required"], fields[name]
        reference = _reference(schema)
        inside = parts[reference] if reference else {}
    yield from _rows({path: schema}, [path] if required else [], parts)
    if inside:
        yield ""
        yield from _rows(inside["properties"], inside.get("required", []), parts)


def _parts(claim: type[Any]) -> dict[str, Any]:
    import msgspec

    definitions: dict[str, Any] = msgspec.json.schema(claim)["$defs"]
    return definitions


def _rows(fields: dict[str, Any], required: list[str], parts: dict[str, Any]) -> Iterator[str]:
    """A paragraph a field: its purpose, what it takes, an example."""
    import json

    wide = max(map(len, fields), default=0)
    for name, schema in fields.items():
        takes = _takes(schema, parts)
        words = [*filter(None, [schema.get("description"), takes])]
        examples = [json.dumps(example, ensure_ascii=False) for example in schema.get("examples", ())]
        printed = f"; for example {', '.join(examples)}" if examples else ""
        needed = "" if name in required else " (may be left out)"
        yield from wrap(f"{': '.join(words)}{printed}{needed}", WIDTH, initial_indent=f"  {name:<{wide}}  ",
                        subsequent_indent=" " * (wide + 4), break_on_hyphens=False)  # fmt: skip


def _takes(schema: dict[str, Any], parts: dict[str, Any]) -> str:
    """What a field takes, said in words from its JSON Schema; nothing where its purpose and example say it."""
    if "anyOf" in schema:
        taken = (_word(part, parts) for part in schema["anyOf"] if part != {"type": "null"})
        return " or ".join(filter(None, taken))
    return _word({name: part for name, part in schema.items() if name != "description"}, parts)


def _word(schema: dict[str, Any], parts: dict[str, Any]) -> str:
    if "description" in schema:
        return str(schema["description"])
    if "enum" in schema:
        return "one of " + ", ".join(map(str, schema["enum"]))
    if (reference := _reference(schema)) is not None:
        return "an object with any of " + ", ".join(parts[reference]["properties"])
    if schema.get("type") == "array":
        each = _word(schema["items"], parts)
        return f"a list, each {each}" if each else "a list"
    return _TYPES.get(schema.get("type", ""), "")


def _reference(schema: dict[str, Any]) -> str | None:
    """The part of the whole schema that a field refers to, if it is an object of its own."""
    for part in (schema, *schema.get("anyOf", ()), *schema.get("allOf", ())):
        if "$ref" in part:
            return str(part["$ref"]).rpartition("/")[2]
    return None
