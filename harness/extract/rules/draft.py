"""A claim as a grammar finds it: what it says and which words say it, with places counted in its sentence."""

from __future__ import annotations

from typing import Any, NamedTuple

from harness.extract.rules.mentions import Reference
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import ReadScope
from harness.extract.rules.sentences import Span

MOST_QUOTED = 60


class Draft(NamedTuple):
    """A claim that a grammar proposes. `takes` are the words that it explains: later grammars leave them alone.

    `inferred` are the fields that the words at the place do not print. `order_open`: the words name two people, but not
    which of them was ahead.
    """

    kind: str
    start: int
    end: int
    summary: str
    fields: dict[str, Any]
    inferred: tuple[str, ...] = ()
    takes: tuple[Span, ...] = ()
    order_open: bool = False


def draft(
    sentence: Sentence, kind: str, span: Span, summary: str, takes: tuple[Span, ...] = (), /, **fields: Any
) -> Draft:
    """The draft of a claim on the span, which is cut where it is too long to be quoted; empty fields stay out.

    A field may be whom a claim is about, or a scope: what these hold that is not printed is noted as inferred.
    """
    start, end = span
    end = min(end, start + MOST_QUOTED)
    while sentence.words[end - 1].isspace():
        end -= 1
    speaker = sentence.state.people.speaker if sentence.in_speech(start) else None
    if speaker is not None:
        fields["attributed_to"] = speaker.name
    plain: dict[str, Any] = {}
    inferred: list[str] = []
    for name, value in fields.items():
        if isinstance(value, Reference):
            plain[name] = value.printed
            inferred += [] if value.firm else [name]
        elif isinstance(value, list) and value and isinstance(value[0], Reference):
            plain[name] = [reference.printed for reference in value]
            inferred += [] if all(reference.firm for reference in value) else [name]
        elif isinstance(value, ReadScope):
            plain[name] = value.fields
            inferred += [f"{name}.{field}" for field in sorted(value.inferred)]
        elif value is not None:
            plain[name] = value
    return Draft(kind, start, end, summary, plain, tuple(inferred), takes)
