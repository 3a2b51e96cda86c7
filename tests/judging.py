"""Judging: claims put through the whole check, in tests that ask for verdicts and not for files."""

from __future__ import annotations

import json
from typing import Any

from arden import article

from harness.checking.load import ClaimFile, read_claims
from harness.checking.run import Checker
from harness.records.model import Finding
from harness.truth.index import Truth

WORDS = {"text": "what is claimed", "quote": "words", "start": 0, "end": 5}


def claim_file(*claims: dict[str, Any], published: str) -> ClaimFile:
    """An article of these claims, which are called claim-0, claim-1 ... unless they have an id."""
    numbered = [{"id": f"claim-{number}", **WORDS, **one} for number, one in enumerate(claims)]
    document = {"article": article() | {"published": published}, "claims": numbered}
    loaded = read_claims(json.dumps(document).encode(), "claims.json")
    assert isinstance(loaded, ClaimFile), loaded
    return loaded


def judge(truth: Truth, *claims: dict[str, Any], published: str, names_of: Truth | None = None) -> list[Finding]:
    """The findings on the claims; names are those of another truth where one is given."""
    checker = Checker(truth)
    if names_of is not None:
        checker.names = Checker(names_of).names
    return checker.check_article(claim_file(*claims, published=published))
