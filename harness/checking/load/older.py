"""Files that today's types refuse: of an older schema, a newer one, or wrong."""

from __future__ import annotations

from typing import Any

import msgspec

from harness.checking.load.flaws import Flaw
from harness.migrations import FIELD, DocumentSort, is_older, replacements, version_flaw, version_of


def read_older(raw: bytes, sort: DocumentSort, type_: type[Any]) -> Any | list[Flaw]:
    """The document, if migrations can turn it into one of today's; else everything that is wrong with its shape."""
    from harness.checking.load.shape import document_flaws, truth_flaws

    document = msgspec.json.decode(raw)
    flaw = version_flaw(document.get(FIELD) if isinstance(document, dict) else None)
    if flaw is not None:
        return [Flaw((FIELD,), flaw)]
    if is_older(version_of(document)) and replacements(document, sort):
        try:
            return msgspec.convert(document, type_)
        except msgspec.ValidationError:
            pass  # told in words below, of the document as it has become
    return document_flaws(document) if sort == "claims" else truth_flaws(document)
