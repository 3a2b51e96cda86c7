"""Positions for a model's claims: the quote is searched for in the context that the model gave, and in the text.

Models print straight quotation marks for curly ones, and plain spaces for other spaces: these count as equal.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_ALIKE = str.maketrans("’‘“”–—‑\u00a0\u202f\n\r\t", "''\"\"---     ")


def placed(claims: Iterable[Any], text: str) -> tuple[list[dict[str, Any]], list[str]]:
    """The claims with ids, places and the quote as the text prints it; and why the others have no place."""
    seen = text.translate(_ALIKE)
    with_places: list[dict[str, Any]] = []
    lost = []
    for number, claim in enumerate(claims):
        if not isinstance(claim, dict) or not isinstance(claim.get("quote"), str) or not claim["quote"].strip():
            lost.append(f"claim {number}: it has no quote")
            continue
        start = _place(claim, seen)
        if start is None:
            lost.append(f"claim {number}: {claim['quote'][:60]!r} is not in the text")
            continue
        with_places.append(_claim(claim, number, start, start + len(claim["quote"]), text))
    return with_places, lost


def _place(claim: dict[str, Any], seen: str) -> int | None:
    quote = claim["quote"].translate(_ALIKE)
    context = str(claim.get("context") or "").translate(_ALIKE)
    around = seen.find(context) if context else -1
    inside = context.find(quote) if around >= 0 else -1
    start = around + inside if inside >= 0 else seen.find(quote, max(around, 0))
    return start if start >= 0 else None


def _claim(claim: dict[str, Any], number: int, start: int, end: int, text: str) -> dict[str, Any]:
    kind = str(claim.get("kind", ""))
    fields = {
        name: value for name, value in claim.items() if name not in ("kind", "context", "quote") and value is not None
    }
    identity = f"{kind.replace('_', '-')}-{number + 1}"
    return {"kind": kind, **fields, "id": identity, "quote": text[start:end], "start": start, "end": end}
