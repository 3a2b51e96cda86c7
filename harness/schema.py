"""The JSON Schemas (2020-12) of claim files, ground truth files and the report, generated from the types.

The committed copies are in harness/schemas; `python -m harness.schema` rewrites them. A schema accepts what the typed
decoder accepts, with one exception that JSON Schema cannot express: a whole number written 5.0 is refused here.
"""

from __future__ import annotations

import inspect
import json
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Union

import msgspec

from harness.claims.claim import Article
from harness.kinds import kinds
from harness.migrations import CURRENT, FIRST, SchemaVersion
from harness.records.explained import explained
from harness.records.model import Report
from harness.storage.files import replace_file
from harness.truth.pack import Pack

DRAFT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS = Path(__file__).parent / "schemas"
NAMED_SCHEMA = explained("the schema of the file, by which an editor finds it", "../build/claims.schema.json")
VERSION = explained(f"the version of the schema that the file follows; {FIRST} where none is named", CURRENT)
_ARTICLE = {
    "id": "paris-final", "title": "Hocker wins in Paris", "publisher": "Arden Post", "url": None,
    "published": "2024-08-07", "published_basis": "the publisher's site", "characters": 2510, "sha256": "0" * 64,
}  # fmt: skip
_CLAIM = {"kind": "other", "id": "mood", "text": "Kerr was pleased", "quote": "pleased", "start": 10, "end": 17}


def schema_field() -> Any:
    """`$schema`, by which a code editor finds the schema of the file: allowed everywhere, without any effect here."""
    return msgspec.field(default=None, name="$schema")


class PackFile(Pack, frozen=True, kw_only=True):
    """One file of a ground truth: facts of any sort, put together with those of the other files."""

    schema: Annotated[str | None, NAMED_SCHEMA] = msgspec.field(default=None, name="$schema")
    schema_version: Annotated[SchemaVersion | None, VERSION] = None


@cache
def claim_document() -> Any:
    """The type of a claim file: its article, and claims of every kind, distinguished by `kind`."""
    any_kind: Any = Union[tuple(kind.claim for kind in kinds().values())]  # noqa: UP007  (made at run time)
    return msgspec.defstruct(
        "ClaimFile",
        [
            ("article", Annotated[Article, explained("which article it is", _ARTICLE)]),
            ("claims", Annotated[tuple[any_kind, ...], explained("the claims cut from it", [_CLAIM])]),
            ("schema", Annotated[str | None, NAMED_SCHEMA], schema_field()),
            ("schema_version", Annotated[SchemaVersion | None, VERSION], None),
        ],
        namespace={"__doc__": "One article and the claims cut from it; `kind` comes first in each claim."},
        frozen=True,
        forbid_unknown_fields=True,
    )


def claims_schema() -> dict[str, Any]:
    return schema_of(claim_document(), "claims", "A claim file")


def truth_schema() -> dict[str, Any]:
    return schema_of(PackFile, "truth", "A ground truth file")


def report_schema() -> dict[str, Any]:
    return schema_of(Report, "report", "The JSON report")


_SCHEMAS = {"claims": claims_schema, "truth": truth_schema, "report": report_schema}


def schema_text(what: str) -> str:
    """The text of the schema file of "claims", "truth" or "report"."""
    return as_text(_SCHEMAS[what]())


def as_text(schema: dict[str, Any]) -> str:
    """The schema as the text of a file."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def write_schemas(folder: Path = SCHEMAS) -> None:
    """Write every schema into the folder, which is created if it is missing."""
    folder.mkdir(exist_ok=True)
    for what in _SCHEMAS:
        replace_file(folder / f"{what}.json", schema_text(what))


def validator(schema: dict[str, Any]) -> Any:
    """A jsonschema validator that treats whole numbers like the typed decoder; building it is slow, so build it
    once."""
    from jsonschema import Draft202012Validator, validators  # type: ignore[import-untyped]

    types = Draft202012Validator.TYPE_CHECKER.redefine(
        "integer", lambda _, value: isinstance(value, int) and not isinstance(value, bool)
    )
    return validators.extend(Draft202012Validator, type_checker=types)(schema)


def schema_of(type_: Any, name: str, title: str) -> dict[str, Any]:
    """The JSON Schema of a type, with its name and title."""
    generated: dict[str, Any] = _tidied(msgspec.json.schema(type_))
    return {"$schema": DRAFT, "$id": f"urn:sports-claims-harness:{name}", "title": title, **generated}


def _tidied(part: Any) -> Any:
    """The schema with its descriptions, which are docstrings, without their indentation."""
    if isinstance(part, list):
        return [_tidied(item) for item in part]
    if not isinstance(part, dict):
        return part
    return {
        key: inspect.cleandoc(value) if key == "description" and isinstance(value, str) else _tidied(value)
        for key, value in part.items()
    }


if __name__ == "__main__":
    write_schemas()
