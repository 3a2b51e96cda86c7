"""other: what can be checked in life, but not from results."""

from __future__ import annotations

from enum import StrEnum

from harness.claim import Claim, Resolved
from harness.model import Assertion, Known, Quantity, Unknown
from harness.truth.index import Truth

SEVERITY = "low"
CHECKABLE = False


class Other(Claim, tag="other", frozen=True, kw_only=True):
    """A fact that the harness cannot judge: who led into the last lap, what the weather was, what somebody felt.

    It has no fields of its own. It is counted as not_checkable, shown, and never hidden: an article's share of such
    claims says how much of it the scores do not speak of.

        {"kind": "other", "id": "led-the-race", "text": "He led until 300 m from home", "quote": "300 metres",
         "start": 10, "end": 20}
    """


class OtherAttribute(StrEnum):
    """Nothing is asserted that could be looked up."""


def assertions(resolved: Resolved[Other]) -> tuple[Assertion, ...]:
    return ()


def known(quantity: Quantity[OtherAttribute, None], truth: Truth, as_of: int) -> Known | Unknown:
    return Unknown("results do not tell")
