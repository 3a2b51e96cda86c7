"""What a field of a file is for, with an example: in its annotation, for `harness explain` and the JSON Schemas."""

from __future__ import annotations

from typing import Any

from msgspec import Meta


def explained(purpose: str, example: Any) -> Meta:
    """The note on a field: what it says, and a value that it may have as it stands in a file."""
    return Meta(description=purpose, examples=[example])
