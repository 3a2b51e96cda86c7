"""Any JSON file that a typed record describes: read strictly, or everything that is wrong with it, in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from harness import strict_json
from harness.checking.load.flaws import Flaw, placed
from harness.records.model import Mistake

_T = TypeVar("_T")


def read_document(path: Path, type_: type[_T]) -> tuple[bytes, _T] | list[Mistake]:
    """The file's bytes and the document in them, or everything that is wrong with it."""
    raw = strict_json.read(path)
    if isinstance(raw, Mistake):
        return [raw]
    document = decode_document(raw, type_, path.as_posix())
    return document if isinstance(document, list) else (raw, document)


def decode_document(raw: bytes, type_: type[_T], file: str) -> _T | list[Mistake]:
    """The document of this type in these bytes, or everything that is wrong with them."""
    try:
        return strict_json.decode(raw, msgspec.json.Decoder(type_), file)
    except msgspec.ValidationError as error:
        return placed(_flaws(msgspec.json.decode(raw), type_) or [Flaw((), str(error))], raw, file)


def _flaws(document: Any, type_: type[Any]) -> list[Flaw]:
    from harness.checking.load.words import described
    from harness.schema import validator

    errors = validator(msgspec.json.schema(type_)).iter_errors(document)
    return [flaw for error in errors for flaw in described(error)]
