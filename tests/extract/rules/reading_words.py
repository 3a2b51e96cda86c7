"""What the rules find in a few sentences, told briefly: kind, what the claim says, and the words that say it."""

from __future__ import annotations

from datetime import date
from typing import Any

from harness.checking.load import default_truth_folder
from harness.extract.rules import find
from harness.extract.rules.lexicon import Lexicon, read_lexicon


def lexicon() -> Lexicon:
    return read_lexicon(default_truth_folder())


def claims(text: str, *kinds: str) -> list[dict[str, Any]]:
    """The claims of the kinds (of all, where none is named); every quote stands where its claim says."""
    found = find(text, lexicon(), date(2024, 12, 31))
    for claim in found:
        assert text[claim["start"] : claim["end"]] == claim["quote"]
    return [claim for claim in found if not kinds or claim["kind"] in kinds]


def told(text: str, kind: str, *fields: str) -> list[tuple[Any, ...]]:
    """The fields of each claim of the kind; one of the scope is "scope.event"."""
    return [tuple(_field(claim, field) for field in fields) for claim in claims(text, kind)]


def _field(claim: dict[str, Any], field: str) -> Any:
    outer, _, inner = field.partition(".")
    return claim.get(outer, {}).get(inner) if inner else claim.get(outer)
