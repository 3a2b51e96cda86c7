"""other: facts that can be checked in principle, but not from results."""

from __future__ import annotations

from harness.claims.claim import Claim, Resolved
from harness.kind import Kind
from harness.records.model import Assertion


class Other(Claim, tag="other", frozen=True, kw_only=True):
    """A fact that the harness cannot judge: who led into the last lap, what the weather was, what somebody felt.

    ## What it claims

    Nothing that results can show.

    ## Fields

    It has no fields of its own. It is counted as not_checkable, shown, and never hidden: an article's share of such
    claims says how much of it the scores do not cover.

    ## How it is judged

    not_checkable     always

    ## What absence proves

    Nothing.

    ## Example

        {"kind": "other", "id": "led-the-race", "text": "He led until 300 m from home", "quote": "300 metres",
         "start": 10, "end": 20}

    ## Source

    The article itself, read by a person.
    """


def assertions(resolved: Resolved[Other]) -> tuple[Assertion, ...]:
    return ()


KIND = Kind(claim=Other, assertions=assertions, attributes={}, severity="low", checkable=False)
