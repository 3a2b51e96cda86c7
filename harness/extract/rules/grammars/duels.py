"""Who beat whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import NUMBER
from harness.extract.rules.reading import Sentence, in_speech
from harness.extract.rules.scopes import scope_at
from harness.extract.rules.whom import is_so, objects, who

_BEAT = re.compile(
    r"\b(?:beat|beats|beating|defeat(?:ed|s|ing)|out-?kick(?:ed|s|ing)|outsprint(?:ed|s|ing)|out-?ran"
    r"|outran|outpac(?:ed|es|ing)|overcame|best(?:ed|ing)"
    r"|(?:victory|triumph|win) over)\b"
)
_TIMES = re.compile(rf"\b(?P<wins>{NUMBER}) wins over\b")


def find(sentence: Sentence) -> Iterator[Draft]:
    for pattern in (_TIMES, _BEAT):
        for found in pattern.finditer(sentence.words):
            others = objects(sentence, found.end(), found.end() + 45)
            one = who(sentence, found.start(), avoid=others[0].person) if others else None
            if one is None or not is_so(sentence, found.start()) or in_speech(sentence, found.start()):
                continue
            wins = found.groupdict().get("wins") or 1
            said = f"{one.printed} beat {others[0].printed}"
            scope = {} if "wins" in found.groupdict() else scope_at(sentence, found.start())
            end = others[0].end - sentence.start
            yield draft(
                sentence,
                "head_to_head",
                (found.start(), end),
                said,
                athlete=one.printed,
                opponent=others[0].printed,
                wins=wins,
                scope=scope,
            )
