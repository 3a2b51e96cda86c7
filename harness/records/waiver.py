"""What a baseline says about a finding: why it is accepted, or why an entry no longer accepts anything."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

Accepts: TypeAlias = Literal["refuted", "undecided", "conflict"]
Change: TypeAlias = Literal["claim changed", "truth changed", "rule changed"]


class Waiver(msgspec.Struct, frozen=True, gc=False):
    """Why a finding is accepted, by whom, and from and until which day ("2024-08-02"; `until` "" has no end)."""

    reason: str
    author: str
    date: str
    until: str = ""


class UnusedWaiver(msgspec.Struct, frozen=True, gc=False):
    """An entry of a baseline that no longer accepts anything, and why."""

    article: str
    claim: str
    quantity: str
    accepts: Accepts
    why: Literal[Change, "claim gone", "conflict gone", "expired"]
    waiver: Waiver
