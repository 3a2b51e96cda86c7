"""A place in one cell: "Stadium, City, ST (USA) (i)", as World Athletics and its copies write it."""

from __future__ import annotations

import re
from typing import Any

from harness.curate.catalogue import nation_codes
from harness.names import fold

_TAIL = re.compile(r"\s*\(([^()]*)\)\s*\Z")
_REGION = re.compile(r"[A-Z]{2,3}")

_STATES = ("georgia",)  # and a nation: which of the two is not told
# Nations that are called as a city of theirs: "National Stadium, Singapore" names the city.
_CITIES = frozenset({
    "andorra", "djibouti", "gibraltar", "guatemala", "hong kong", "kuwait", "luxembourg", "macau", "mexico", "monaco",
    "panama", "san marino", "sao tome", "singapore",
})  # fmt: skip


def _nation_at_the_end(part: str) -> str | None:
    """The nation that the last part names, whole or by a code of three letters: CA and DE are states as well."""
    folded = fold(part)
    if len(folded) < 3 or (len(folded) == 3 and not part.isupper()) or folded in _CITIES or folded in _STATES:
        return None
    return nation_codes().get(folded)


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
    if len(parts) > 1 and (nation := _nation_at_the_end(parts[-1])) is not None:  # Oslo, Norway
        values.setdefault("country", nation)
        parts.pop()
    if len(parts) > 1 and (_REGION.fullmatch(parts[-1]) or fold(parts[-1]) in _STATES):  # a state: Eugene, OR
        parts.pop()
    if not parts:
        raise ValueError("no city")
    values["city"] = parts[-1]
    if len(parts) > 1:
        values["venue"] = ", ".join(parts[:-1])
    return values


def same_city(first: str, second: str) -> bool:
    """Whether the one is the other, or a part of its name: "Budapest" and "Budapest (HUN)"."""
    first_city, two = fold(first), fold(second)
    return first_city == two or first_city in two.split() or two.startswith(first_city)
