"""The versions of what claim files and ground truth files may hold, and what brings older files up: one file a step.

A file says its version in `schema_version`; without one it is of the first. A migration changes what today's types
refuse. So a name never gets another meaning, and what still loads means what it meant: new fields need no migration.
"""

from __future__ import annotations

import json
import pkgutil
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import accumulate
from typing import Annotated, Any, Literal, NamedTuple

from msgspec import Meta

from harness.registry import BadModule, file_of, load
from harness.strict_json import FilePositions, JsonPath

FIRST = "0.1.0"
CURRENT = "0.2.0"
FIELD = "schema_version"

SchemaVersion = Annotated[str, Meta(pattern="^[0-9]{1,4}([.][0-9]{1,4}){2}$", description="three numbers: 0.2.0")]
DocumentSort = Literal["claims", "truth"]
_VERSION = re.compile("[0-9]{1,4}([.][0-9]{1,4}){2}")
_OPENING = re.compile(r"\s*\{(\s*)")


class Replacement(NamedTuple):
    """A value of an older file, where it stands, what takes its place, and why."""

    path: JsonPath
    value: Any
    why: str


class Migration(NamedTuple):
    """What a version changed: the replacements that bring a document of the version before it up to it."""

    version: str
    of: DocumentSort
    replacements: Callable[[Any], Iterator[Replacement]]


@cache
def migrations() -> tuple[Migration, ...]:
    """Every migration, oldest first; BadModule where a file of the folder is at fault."""
    modules = [load(__name__, entry.name) for entry in pkgutil.iter_modules(__path__)]
    for module in modules:
        steps = getattr(module, "MIGRATIONS", None)
        if not isinstance(steps, tuple) or not all(isinstance(step, Migration) for step in steps):
            raise BadModule(file_of(module), ["it must end with MIGRATIONS = (Migration(...), ...)"])
    every = (step for module in modules for step in module.MIGRATIONS)
    return tuple(sorted(every, key=lambda step: _number(step.version)))


def sort_of(document: Any) -> DocumentSort:
    """A claim file has an article or claims; everything else is taken for a part of a ground truth."""
    return "claims" if isinstance(document, dict) and ("article" in document or "claims" in document) else "truth"


def version_of(document: Any) -> str:
    """The version that the document says, which `version_flaw` passes; else the first."""
    return str(document.get(FIELD) or FIRST) if isinstance(document, dict) else FIRST


def is_older(version: str) -> bool:
    """Whether files of the version are behind today's schema."""
    return _number(version) < _number(CURRENT)


def version_flaw(version: Any) -> str | None:
    """What keeps a file of the version from being read here; None is a file that says none."""
    if version is None:
        return None
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        return f"{version!r} is no version: three numbers such as {CURRENT!r}"
    if _number(version) > _number(CURRENT):
        return f"the file follows schema {version}, and this harness reads up to {CURRENT}: use a newer harness"
    return None


def replacements(document: Any, sort: DocumentSort) -> list[Replacement]:
    """What brings the document up to today's schema, step by step; the document itself is changed on the way."""
    old = _number(version_of(document))
    made: list[Replacement] = []
    for step in migrations():
        if step.of == sort and old < _number(step.version):
            for replacement in list(step.replacements(document)):
                _put(document, replacement)
                made.append(replacement)
    return made


def brought_up(raw: bytes) -> tuple[str, list[Replacement]]:
    """The text of the file in today's schema, and what changed in it; all else stands as it stood, to the letter."""
    text = raw.decode()
    document = json.loads(text)
    if not is_older(version_of(document)):
        return text, []
    made = replacements(document, sort_of(document))
    places = FilePositions(raw)
    starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
    last = {replacement.path: replacement.value for replacement in made}
    if FIELD in document:
        last[FIELD,] = CURRENT
    spots = []
    for path, value in last.items():
        line, column = places.locate(path)
        spots.append((starts[line - 1] + column - 1, value))
    for start, value in sorted(spots, key=lambda spot: spot[0], reverse=True):
        _, end = json.JSONDecoder().raw_decode(text, start)
        text = text[:start] + json.dumps(value, ensure_ascii=False) + text[end:]
    return (text if FIELD in document else _stamped(text, empty=not document)), made


def _stamped(text: str, *, empty: bool) -> str:
    """The text with the version as its first field, set as the field after it is."""
    opening = _OPENING.match(text)
    assert opening is not None
    version = f'"{FIELD}": "{CURRENT}"'
    return text[: opening.end()] + version + ("" if empty else f",{opening[1] or ' '}") + text[opening.end() :]


def _put(document: Any, replacement: Replacement) -> None:
    *way, last = replacement.path
    for step in way:
        document = document[step]
    document[last] = replacement.value


def _number(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
