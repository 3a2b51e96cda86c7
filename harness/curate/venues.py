"""A place in one cell: "Stadium, City, ST (USA) (i)", as World Athletics and its copies write it."""

from __future__ import annotations

import re
from typing import Any

from harness.curate.catalogue import nation_codes
from harness.names import fold

_TAIL = re.compile(r"\s*\(([^()]*)\)\s*\Z")
_REGION = re.compile(r"[A-Z]{2,3}")


def read_where(text: str) -> dict[str, Any]:
    """venue, city, country and indoor, as far as the cell tells them; ValueError where it names no city."""
    values: dict[str, Any] = {}
    while (tail := _TAIL.search(text)) is not None:
        inside = tail[1].strip()
        if inside.lower() in ("i", "indoor", "indoors"):
            values["indoor"] = True
        elif inside.lower() in ("a", "o", "ot"):
            pass  # altitude, outdoors, an oversized track: nothing of where
        elif "country" not in values and fold(inside) in nation_codes():
            values["country"] = nation_codes()[fold(inside)]
        else:
            break
        text = text[: tail.start()]
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) > 1 and _REGION.fullmatch(parts[-1]):  # a state: Eugene, OR
        parts.pop()
    if not parts:
        raise ValueError("no city")
    values["city"] = parts[-1]
    if len(parts) > 1:
        values["venue"] = ", ".join(parts[:-1])
    return values
