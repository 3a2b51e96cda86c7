"""Who beat whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.coreference import names_between, objects_between, resolve_subject
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import NUMBER
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import ReadScope, scope_at

_BEAT = re.compile(
    r"\b(?:beat|beats|beating|defeat(?:ed|s|ing)|out-?kick(?:ed|s|ing)|outsprint(?:ed|s|ing)|out-?ran"
    r"|outran|outpac(?:ed|es|ing)|overcame|best(?:ed|ing)"
    r"|(?:victory|triumph|win) over(?! the (?:distance|mile|[0-9])))\b"
)
_LOST = re.compile(
    r"\b(?:lost (?:(?:out|the [a-z0-9]{2,12}) )?to|(?:was|been|were) (?:beaten|outkicked|outsprinted|edged out"
    r"|pipped)\b[^,;]{0,40}? by)\b"
)
_TIMES = re.compile(rf"\b(?P<wins>{NUMBER}) wins over\b")
_WITHIN = 45


def find(sentence: Sentence) -> Iterator[Draft]:
    for pattern in (_TIMES, _BEAT):
        for match in pattern.finditer(sentence.words):
            others = objects_between(sentence, match.end(), match.end() + _WITHIN)
            winner = resolve_subject(sentence, match.start(), avoid=others[0].person) if others else None
            if winner is None or not _is_told(sentence, match):
                continue
            wins = match.groupdict().get("wins")
            scope = ReadScope({}) if wins else scope_at(sentence, match.start(), others[0].end)
            yield draft(
                sentence, "head_to_head", (match.start(), others[0].end), f"{winner.printed} beat {others[0].printed}",
                athlete=winner, opponent=others[0], wins=f"at least {wins}" if wins else "at least 1", scope=scope,
            )  # fmt: skip
    for match in _LOST.finditer(sentence.words):
        others = names_between(sentence, match.end(), match.end() + _WITHIN)
        loser = resolve_subject(sentence, match.start(), avoid=others[0].person) if others else None
        if loser is not None and _is_told(sentence, match):
            yield draft(
                sentence, "head_to_head", (match.start(), others[0].end),
                f"{loser.printed} lost to {others[0].printed}", athlete=loser, opponent=others[0], losses="at least 1",
                scope=scope_at(sentence, match.start(), others[0].end),
            )  # fmt: skip


def _is_told(sentence: Sentence, match: re.Match[str]) -> bool:
    return is_asserted(sentence.words, match.start()) and not sentence.in_speech(match.start())
