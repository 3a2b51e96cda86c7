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
    rf"|[0-9]{{1,3}}) (?:hundredths?|tenths?|thousandths?)(?: of a second)?"
    rf"|[0-9]{{1,2}}\.[0-9]{{1,3}}(?: ?(?:seconds?|secs?|s\b))?|(?:a|one|two|three|half a|{NUMBER}) seconds?"
    rf"|[0-9]{{1,3}} ?(?:cm|centimetres|centimeters)\b"
    r"|a (?:centimetre|metre)|[0-9]{1,2}(?:\.[0-9]{1,2})? ?(?:m\b|metres|meters)|[0-9]{1,4} points)"
)
_BY = re.compile(rf"\bby (?P<gap>{_GAP})", re.I)
_BESIDE = re.compile(
    rf"(?P<gap>{_GAP}) (?P<which>ahead|clear|behind|back|down|in front|slower|faster|adrift|quicker)\b", re.I
)
_TO_SPARE = re.compile(rf"(?P<gap>{_GAP}) to spare (?:on|over|from) ", re.I)
_BETWEEN = re.compile(
    rf"\b(?:gap|margin|difference) between (?P<pair>[^,;:]+?) (?:was|is) (?P<gap>{_GAP})(?! (?:in|at|with)\b)"
    rf"|\b(?P<gap2>{_GAP}) separated (?P<pair2>[^,;:.]+)",
    re.I,
)
_ON_A_MARK = re.compile(r"\b(?:record|best|standard|limit|final|improv\w+|lower\w+)\b[^,;]{0,25}$")  # on no rival
_BEHIND = frozenset({"behind", "back", "down", "slower", "adrift"})
_LOST = re.compile(
    r"\b(?:los(?:t|es|ing)|(?:was|were|been) (?:beaten|pipped|edged)|trail(?:ed|s|ing)|miss(?:ed|es))\b[^,;]*$"
)
_OF_A_RACE = re.compile(
    r"\b(?:w[io]n(?:s|ning)?|victory|beat(?:ing)?|edged|pipped|ahead|behind|clear|separat|finish|lost"
    r"|second|third|silver|bronze"
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
            lost = pattern is _BY and _LOST.search(sentence.words[: found.start()]) is not None
            behind = lost or found.groupdict().get("which", "") in _BEHIND
            if not _OF_A_RACE.search(sentence.words) or not _told(sentence, found):
                continue
            if _ON_A_MARK.search(sentence.words[: found.start()]):
                continue
            one = who(sentence, found.start())
            if one is not None:
                other = _other(sentence, one, found.start())
                ahead, second = (other, one) if behind and other else (one, other)
                if behind and other is None:
                    yield _margin(sentence, found, None, one)
                else:
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
        start, end = (place + sentence.start for place in found.span("pair" if found["pair"] else "pair2"))
        pair = [one for one, _ in sentence.mentions if start <= one.start < end]
        if len(pair) == 2 and pair[0].person != pair[1].person and _told(sentence, found):
            yield _margin(sentence, found, pair[0], pair[1])._replace(order_open=True)


def _told(sentence: Sentence, found: re.Match[str]) -> bool:
    return not in_speech(sentence, found.start()) and is_so(sentence, found.start())


def _margin(sentence: Sentence, found: re.Match[str], ahead: Mention | None, behind: Mention | None) -> Draft:
    """The margin; without the one ahead, whose place tells who that was, it is open."""
    name = "gap" if found["gap"] else "gap2"
    gap, scope = found[name], scope_at(sentence, found.start())
    said = f"{ahead.printed if ahead else 'somebody'} was ahead by {gap}"
    made = draft(
        sentence, "margin", found.span(name), said, (found.span(),), ahead=ahead.printed if ahead else None,
        behind=behind.printed if behind else None, gap=gap, scope=scope,
    )  # fmt: skip
    return made._replace(order_open=ahead is None)


def _other(sentence: Sentence, one: Mention, at: int) -> Mention | None:
    """The one who was beaten: the only other person in the sentence who is an object."""
    others = {m.person: m for m, its in sentence.mentions if its is Role.OBJECT and m.person != one.person}
    return next(iter(others.values())) if len(others) == 1 else None
