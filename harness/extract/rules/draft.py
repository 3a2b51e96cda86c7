"""A claim as a grammar finds it: what it says and which words say it, with places counted in its sentence."""

from __future__ import annotations

from typing import Any, NamedTuple

from harness.extract.rules.reading import Sentence, in_speech


class Draft(NamedTuple):
    """One claim to be. `takes` are the words it explains: grammars further down the list leave them alone.

    `order_open`: the words name two, but not which of them was ahead.
    """

    kind: str
    start: int
    end: int
    said: str
    fields: dict[str, Any]
    takes: tuple[tuple[int, int], ...] = ()
    order_open: bool = False


MOST_QUOTED = 60


def draft(
    sentence: Sentence,
    kind: str,
    span: tuple[int, int],
    said: str,
    takes: tuple[tuple[int, int], ...] = (),
    /,
    **fields: Any,
) -> Draft:
    """The draft of a claim on the span, which is cut where it is too long to be quoted; empty fields stay out."""
    start, end = span
    end = min(end, start + MOST_QUOTED)
    while sentence.words[end - 1].isspace():
        end -= 1
    speaker = sentence.carried.speaker if in_speech(sentence, start) else None
    if speaker is not None:
        fields["attributed_to"] = speaker.name
    return Draft(kind, start, end, said, {name: one for name, one in fields.items() if one is not None}, takes)
