"""JSON documents as renderings write them: keys in the order they were put in, one to a line."""

from __future__ import annotations

import msgspec


def document(content: object) -> str:
    """Indented by one space, with a newline at the end. The order of the keys is the caller's."""
    return msgspec.json.format(msgspec.json.encode(content), indent=1).decode() + "\n"
