"""Sentences from patterns: what is printed, and where each claim's phrase stands in it."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.corpus.patterns import PATTERNS
from harness.corpus.sentences import ordinal, write

CLAIMS = {
    "win": {"athlete": "Ole Åsen", "place": 1, "scope": {"event": "1500m", "indoor": True}},
    "time": {"mark": "3:31.05", "scope": {"event": "1500m"}},
}


@pytest.mark.parametrize(
    "pattern, text, phrases",
    [
        pytest.param("{win.athlete} [won|win] in [{time.mark}|time].", "Ole Åsen won in 3:31.05.",
                     {"win": "won", "time": "3:31.05"}, id="phrases of words and of fields"),
        pytest.param("[{win.place:ordinal}|win] was {win.athlete}", "First was Ole Åsen", {"win": "First"},
                     id="a sentence begins with a capital"),
        pytest.param("it was [{win.place:ordinal} place|win]", "It was first place", {"win": "first place"},
                     id="a phrase inside does not"),
        pytest.param("an {win.scope.indoor:indoor }race", "An indoor race", {}, id="words for what is set"),
        pytest.param("an {time.scope.indoor:indoor }race", "An race", {}, id="and none for what is not"),
        pytest.param("{win.place:number} win", "One win", {}, id="a number in words"),
    ],
)  # fmt: skip
def test_what_is_written(pattern: str, text: str, phrases: dict[str, str]) -> None:
    written = write(pattern, CLAIMS)
    assert written.text == text
    assert {name: text[start:end] for name, (start, end) in written.spans.items()} == phrases


@pytest.mark.parametrize("pattern", ["{lost.athlete}", "{win.medal}", "{time.scope.competition}"])
def test_a_blank_that_cannot_be_filled(pattern: str) -> None:
    with pytest.raises(KeyError):
        write(pattern, CLAIMS)


@pytest.mark.parametrize(
    "number, word",
    [(1, "first"), (12, "twelfth"), (13, "13th"), (21, "21st"), (22, "22nd"), (103, "103rd"), (111, "111th")],
)
def test_ordinals(number: int, word: str) -> None:
    assert ordinal(number) == word


def test_every_pattern_of_a_beat_carries_the_same_claims() -> None:
    for beat, patterns in PATTERNS.items():
        carried = {frozenset(part.partition("]")[0] for part in pattern.split("|")[1:]) for pattern in patterns}
        assert len(carried) == 1, f"{beat}: {carried}"


@given(st.text(string.ascii_letters + " ÅØé", min_size=1), st.text(string.ascii_letters + "ł", min_size=1))
def test_spans_hold_whatever_the_names_are(athlete: str, mark: str) -> None:
    claims = {"win": {"athlete": athlete}, "time": {"mark": mark}}
    written = write("When {win.athlete} [won|win], the clock said [{time.mark}|time].", claims)
    assert [written.text[slice(*written.spans[name])] for name in ("win", "time")] == ["won", mark]
