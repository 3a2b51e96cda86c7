"""other: asserts nothing, and nothing is known of it."""

from __future__ import annotations

from harness.kinds import kinds
from harness.kinds.other import OtherAttribute, assertions, known
from harness.model import Quantity, Setting, Unknown


def test_nothing_is_asserted_and_nothing_known(resolved, tiny_truth):
    assert assertions(resolved({"kind": "other"})) == ()
    assert isinstance(known(Quantity("other", OtherAttribute, (), Setting(), None), tiny_truth, 0), Unknown)


def test_it_is_said_to_be_uncheckable():
    assert not kinds()["other"].checkable
    assert all(kind.checkable for name, kind in kinds().items() if name != "other")
