"""other: asserts nothing, and nothing is known of it."""

from __future__ import annotations

from harness.kinds import kinds
from harness.kinds.other import KIND


def test_nothing_is_asserted(resolved):
    assert KIND.assertions(resolved({"kind": "other"})) == ()
    assert KIND.attributes == {}


def test_it_is_said_to_be_uncheckable():
    assert not kinds()["other"].checkable
    assert all(kind.checkable for name, kind in kinds().items() if name != "other")
