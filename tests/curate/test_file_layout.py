"""The layout of pack files: the shipped ones have it, so that an addition changes only the lines that it adds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.curate.file_layout import pack_text, read_layout
from harness.migrations import CURRENT, FIELD

ROOT = Path(__file__).parent.parent.parent
FILES = sorted([*(ROOT / "ground_truth").glob("*.json"), *(ROOT / "tests" / "other_sports").glob("*.json")])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_pack_file_is_laid_out_as_the_command_lays_it_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert pack_text(*read_layout(text.encode())) == text


values = st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3))
rows = st.dictionaries(st.text(max_size=5), values, max_size=3)
races = st.tuples(rows, st.lists(rows, max_size=2)).map(lambda pair: {**pair[0], "results": pair[1]})


@given(st.dictionaries(st.sampled_from(["races", "athletes", "sources"]), st.lists(rows | races, max_size=3)))
def test_nothing_is_lost(document: dict[str, list[dict[str, object]]]) -> None:
    assert json.loads(pack_text(document)) == {FIELD: CURRENT, **document}
    assert json.loads(pack_text(document, {})) == document
