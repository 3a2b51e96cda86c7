"""The text report breaks its lines as the standard library does."""

from __future__ import annotations

from textwrap import wrap

from hypothesis import given
from hypothesis import strategies as st

from harness.present.formats._characters import one_line
from harness.present.formats.text import WIDTH, _wrapped

WORDS = st.lists(st.text("abc-é—.", min_size=1, max_size=100) | st.text(max_size=12), max_size=40).map(" ".join)


@given(WORDS, st.sampled_from(["", "  ", "    "]), st.sampled_from(["", "    "]))
def test_lines_are_broken_as_by_textwrap(text: str, indent: str, hanging: str) -> None:
    line = indent + one_line(text)
    broken = wrap(
        line, WIDTH, subsequent_indent=hanging or indent + "  ", break_long_words=False, break_on_hyphens=False
    )
    assert list(_wrapped(text, indent, hanging)) == (broken if len(line) > WIDTH else [line])
