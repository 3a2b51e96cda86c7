"""What `harness migrate` writes: a file's text in today's schema, held to it before anything is written."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import msgspec

from harness import strict_json
from harness.checking.load.claims import COLUMNS, read_claims
from harness.checking.load.document import decode_document
from harness.checking.load.flaws import Flaw, placed
from harness.migrations import FIELD, Replacement, brought_up, sort_of, version_flaw
from harness.records.model import Mistake
from harness.schema import PackFile


class Upgrade(NamedTuple):
    """A file, its text as it was and in today's schema, and what was replaced besides its version."""

    path: Path
    before: str
    after: str
    replacements: list[Replacement]


def upgrade_of(path: Path) -> Upgrade | list[Mistake]:
    """What brings the file up to today's schema, or everything that is wrong with it.

    A ground truth file is held to its shape alone, as what it names may stand in another file.
    """
    if path.suffix.lower() == COLUMNS:
        why = "a Parquet file is not brought up but written anew: harness parquet, from this file or from claim files"
        return [Mistake(path.as_posix(), 1, 1, "$", why)]
    raw = strict_json.read(path)
    if isinstance(raw, Mistake):
        return [raw]
    if mistakes := strict_json.mistakes(raw, path.as_posix()):
        return mistakes
    document = msgspec.json.decode(raw)
    if isinstance(document, dict) and (flaw := version_flaw(document.get(FIELD))) is not None:
        return placed([Flaw((FIELD,), flaw)], raw, path.as_posix())
    if not isinstance(document, dict):
        return placed([Flaw((), "a claim file and a ground truth file are objects: {...}")], raw, path.as_posix())
    text, replaced = brought_up(raw)
    new, file = text.encode(), path.as_posix()
    loaded = read_claims(new, file) if sort_of(document) == "claims" else decode_document(new, PackFile, file)
    return loaded if isinstance(loaded, list) else Upgrade(path, raw.decode(), text, replaced)
