"""One claim weighed against a truth, kind and all, without the command around it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, NamedTuple

import msgspec

from harness.checking.resolve import ArticleWords
from harness.checking.verdict import Verifier, worst
from harness.claims.claim import Claim, Resolved
from harness.kinds import kinds
from harness.names import Names
from harness.records.model import Assertion, Known, Unknown, Unreadable, Verdict
from harness.truth.index import Truth

PUBLISHED = "2024-08-20"

BASE = {"id": "claim", "text": "what is claimed", "quote": "words", "start": 0, "end": 5}


class Judgement(NamedTuple):
    """The verdict on a claim, and the assertion that decided it beside what is known of it."""

    verdict: Verdict
    known: Known | Unknown | Unreadable
    assertion: Assertion | None


def the_kind(name: str) -> Any:
    return kinds()[name]


def decode(claim: dict[str, Any]) -> Claim:
    """A claim from its own fields; the fields that every claim has are filled in."""
    return msgspec.convert({**BASE, **claim}, the_kind(claim["kind"]).claim)


@cache
def names_of(truth: Truth) -> Names:
    return Names(truth)


def resolve_claim(claim: dict[str, Any], truth: Truth, published: str) -> Resolved | Unknown | Unreadable:
    decoded = decode(claim)
    words = ArticleWords(names_of(truth), date.fromisoformat(published).toordinal(), [decoded])
    return words.resolve(decoded)


def judge_claim(claim: dict[str, Any], truth: Truth, published: str = PUBLISHED) -> Judgement:
    """The verdict on a claim of an article of that day."""
    kind = the_kind(claim["kind"])
    resolved = resolve_claim(claim, truth, published)
    if not isinstance(resolved, Resolved):
        return Judgement("unreadable" if isinstance(resolved, Unreadable) else "not_enough_info", resolved, None)
    assertions = kind.assertions(resolved)
    if not isinstance(assertions, tuple):
        return Judgement("unreadable" if isinstance(assertions, Unreadable) else "not_enough_info", assertions, None)
    judged = []
    for assertion in assertions:
        weighed = Verifier(truth).weigh(assertion)
        judged.append(Judgement(weighed.verdict, weighed.known, assertion))
    verdict = worst(one.verdict for one in judged)
    return next(one for one in judged if one.verdict == verdict)
