"""The signature of a run: one line that says by what it was checked, and that a comparison reads again."""

from __future__ import annotations

from tiny_pack import PACK

from harness.checking.signature import parts_of, sign
from harness.truth.index import Truth

TRUTH = Truth(PACK, "0123456789ab")


def test_its_parts_are_read_again() -> None:
    parts = parts_of(sign(TRUTH, 739_200, frozenset({"mark", "bio"}), "cafe", "beef"))
    assert (parts["truth"], parts["as-of"], parts["kinds"]) == ("0123456789ab", "2024-11-10", "bio,mark")
    assert (parts["baseline"], parts["changed-since"]) == ("cafe", "beef")


def test_what_there_is_none_of_is_not_named() -> None:
    parts = parts_of(sign(TRUTH, None, None, None, None))
    assert (parts["as-of"], parts["kinds"]) == ("each claim's own", "all")
    assert parts.keys() & {"baseline", "changed-since"} == set()


def test_a_line_that_is_none_has_no_parts() -> None:
    assert parts_of("of an unknown run") == {}
