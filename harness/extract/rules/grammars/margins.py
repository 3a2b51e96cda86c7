"""Margins: "by 69 hundredths of a second", "0.03 seconds ahead", "0.44 seconds to spare on Kerr"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import NUMBER
from harness.extract.rules.people import Mention
from harness.extract.rules.reading import Sentence, in_speech
from harness.extract.rules.scopes import scope_at
from harness.extract.rules.subjects import Role
from harness.extract.rules.whom import following, is_so, who

_GAP = (
    rf"(?:(?:just|only|less than|more than|under|over|nearly|almost|about) )?(?:(?:{NUMBER}|a|an|half a"
    rf"|\d{{1,3}}) (?:hundredths?|tenths?|thousandths?)(?: of a second)?"
    rf"|\d{{1,2}}\.\d{{1,3}}(?: ?(?:seconds?|secs?|s\b))?|(?:a|one|two|three|half a|{NUMBER}) seconds?"
    rf"|\d{{1,3}} ?(?:cm|centimetres|centimeters)\b"
    r"|a (?:centimetre|metre)|\d{1,2}(?:\.\d{1,2})? ?(?:m\b|metres|meters)|\d{1,4} points)"
)
_BY = re.compile(rf"\bby (?P<gap>{_GAP})", re.I)
_BESIDE = re.compile(
    rf"(?P<gap>{_GAP}) (?P<which>ahead|clear|behind|back|in front|separated|slower|faster|adrift|quicker)\b", re.I
)
_TO_SPARE = re.compile(rf"(?P<gap>{_GAP}) to spare (?:on|over|from) ", re.I)
_BETWEEN = re.compile(
    rf"\b(?:gap|margin|difference) between (?P<pair>[^,;:]+?) (?:was|is) (?P<gap>{_GAP})(?! (?:in|at|with)\b)", re.I
)
_OF_A_RACE = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|victory|beat(?:ing)?|edged|pipped|ahead|behind|clear|separat|finish|lost"
    r"|defeat|title|gold|win|missed)",
    re.I,
)


def find(sentence: Sentence) -> Iterator[Draft]:
    yield from _ahead_or_behind(sentence)
    yield from _to_spare(sentence)
    yield from _between(sentence)


def _ahead_or_behind(sentence: Sentence) -> Iterator[Draft]:
    for pattern in (_BY, _BESIDE):
        for found in pattern.finditer(sentence.words):
            behind = found.groupdict().get("which", "") in ("behind", "back", "slower", "adrift")
            if not _OF_A_RACE.search(sentence.words) or not _told(sentence, found):
                continue
            if re.search(r"\b(?:record|best|improv\w+|lower\w+)\b[^,;]{0,25}$", sentence.words[: found.start()]):
                continue
            one = who(sentence, found.start())
            if one is not None:
                other = _other(sentence, one, found.start())
                ahead, second = (other, one) if behind and other else (one, other)
                if not behind or other:
                    yield _margin(sentence, found, ahead, second)


def _to_spare(sentence: Sentence) -> Iterator[Draft]:
    """Time in hand on somebody who is named; time in hand on a standard or a clock is no margin."""
    for found in _TO_SPARE.finditer(sentence.words):
        one, other = who(sentence, found.start()), following(sentence, found.end())
        if one is not None and other is not None and one.person != other.person and _told(sentence, found):
            yield _margin(sentence, found, one, other)


def _between(sentence: Sentence) -> Iterator[Draft]:
    """Two who are named; which of them was ahead is for other sentences to say."""
    for found in _BETWEEN.finditer(sentence.words):
        start, end = (place + sentence.start for place in found.span("pair"))
        pair = [one for one, _ in sentence.mentions if start <= one.start < end]
        if len(pair) == 2 and pair[0].person != pair[1].person and _told(sentence, found):
            yield _margin(sentence, found, pair[0], pair[1])._replace(order_open=True)


def _told(sentence: Sentence, found: re.Match[str]) -> bool:
    return not in_speech(sentence, found.start()) and is_so(sentence, found.start())


def _margin(sentence: Sentence, found: re.Match[str], ahead: Mention, behind: Mention | None) -> Draft:
    gap, scope = found["gap"], scope_at(sentence, found.start())
    return draft(
        sentence, "margin", found.span("gap"), f"{ahead.printed} was ahead by {gap}", (found.span(),),
        ahead=ahead.printed, behind=behind.printed if behind else None, gap=gap, scope=scope,
    )  # fmt: skip


def _other(sentence: Sentence, one: Mention, at: int) -> Mention | None:
    """The one who was beaten: the only other person in the sentence who is an object."""
    others = {m.person: m for m, its in sentence.mentions if its is Role.OBJECT and m.person != one.person}
    return next(iter(others.values())) if len(others) == 1 else None
