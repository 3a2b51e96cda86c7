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
_TYPES = {"boolean": "true or false", "integer": "a whole number", "string": "words"}


@click.command()
@click.argument("kind", shell_complete=complete_kinds)
def command(kind: str) -> None:
    """Print the manual page of a kind of claim, and its fields (`harness kinds` lists the kinds)."""
    from harness.kinds import kinds

    known_name(kind, kinds(), "kind")
    say(kind, "", *_manual(kinds()[kind].manual), *_fields(kinds()[kind].claim))


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
    import msgspec

    from harness.claim import Claim

    parts = msgspec.json.schema(claim)["$defs"]
    shared, whole = Claim.__struct_fields__, parts[claim.__name__]
    own = {name: words for name, words in whole["properties"].items() if name not in (*shared, "kind")}
    wide = max(map(len, own), default=0)
    yield "fields" if own else "no fields of its own"
    for name, words in own.items():
        needed = "" if name in whole["required"] else " (may be left out)"
        yield from wrap(f"{_words(words, parts)}{needed}", WIDTH, initial_indent=f"  {name:<{wide}}  ",
                        subsequent_indent=" " * (wide + 4), break_on_hyphens=False)  # fmt: skip
    may = [name for name in shared if name not in whole["required"]]
    yield ""
    must = [name for name in shared if name in whole["required"]]
    text = f"Every claim has kind, {', '.join(must)}, and may have {', '.join(may)} (docs/annotation.md)."
    yield from wrap(text, WIDTH)


def _words(schema: dict[str, Any], parts: dict[str, Any]) -> str:
    """What a field takes, said in words from its JSON Schema."""
    if "description" in schema:
        return str(schema["description"])
    if "anyOf" in schema:
        return " or ".join(_words(one, parts) for one in schema["anyOf"] if one != {"type": "null"})
    if "enum" in schema:
        return "one of " + ", ".join(map(str, schema["enum"]))
    if "$ref" in schema:
        return "an object with any of " + ", ".join(parts[schema["$ref"].rpartition("/")[2]]["properties"])
    if schema.get("type") == "array":
        return f"a list, each {_words(schema['items'], parts)}"
    return _TYPES.get(schema.get("type", ""), "any value")
