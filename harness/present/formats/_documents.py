"""JSON documents as renderings write them: keys in the order of insertion, one per line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

_ITEMS = "@items@"
ITEMS = [_ITEMS]  # the list in a document that `document_of` fills


def document_of(content: object, items: Iterable[object]) -> Iterator[str]:
    """The document, piece by piece, with the items in the place of its list ITEMS."""
    head, tail = document(content).split(f'"{_ITEMS}"')
    start, indent = head.rstrip(), "\n" + " " * (len(head) - len(head.rstrip()) - 1)
    before = start + indent
    for item in items:
        yield before + msgspec.json.format(msgspec.json.encode(item), indent=1).decode().replace("\n", indent)
        before = "," + indent
    yield tail if before.startswith(",") else start + tail.lstrip()


def document(content: object) -> str:
    """Indented by one space, with a newline at the end. The order of the keys is the caller's."""
    return msgspec.json.format(msgspec.json.encode(content), indent=1).decode() + "\n"
