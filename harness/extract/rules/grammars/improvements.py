"""A mark held against a record or a best: "three seconds off his best", "a second inside Hall's record"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.coreference import carried_topic, resolve_subject
from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import MARK, NUMBER, SPELLED_TIME
from harness.extract.rules.mentions import Reference
from harness.extract.rules.modality import is_asserted
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import scope_at

_HEDGE = r"(?:(?:just|only|less than|more than|under|over|nearly|almost|about|around|some) )?"
_GAP = (
    rf"(?P<gap>{_HEDGE}(?:{SPELLED_TIME}|[0-9]{{1,2}}\.[0-9]{{1,2}} ?(?:seconds?|secs?|s\b|m\b|metres)"
    rf"|(?:{NUMBER}|a|an|half a) (?:full )?(?:hundredths?|tenths?|seconds?|minutes?|centimetres?|metres?|cm|points)"
    r"(?: of a second)?))"
)
_LEVEL = (
    r"(?P<level>personal best|PB|lifetime best|career best|season's best|SB|(?:world|Olympic|European|national|course"
    r"|championship|meeting|meet)(?: indoor)?(?: [0-9][0-9,]*m)? (?:record|best|mark))\b(?! holder)"
)
_WHOSE = r"(?:(?:his|her|the|[A-Z][\w'.-]+(?: [A-Z][\w'.-]+){0,2}'s?) )?(?:own |previous |old |existing |then )?"
_BETTER = re.compile(rf"{_GAP} (?:better|faster|quicker|longer|further|higher) than {_WHOSE}{_LEVEL}")
_BEYOND = re.compile(rf"{_GAP} (?:inside|under|beyond|above|ahead of|clear of) {_WHOSE}{_LEVEL}")
_TAKEN_OFF = re.compile(
    r"\b(?:took|takes|taking|taken|knock\w+|cut\w*|slic\w+|chop\w+|shav\w+|carv\w+|lopp\w+|hack\w+)"
    rf"(?: [a-z]+)? {_GAP} (?:off|from) {_WHOSE}{_LEVEL}"
)
_BY = re.compile(
    r"\b(?:improv|lower|broke|break|shatter|smash|beat|better|eras|eclips|rais|add)[a-z]*"
    rf" {_WHOSE}{_LEVEL}(?: of {MARK})? by {_GAP}"
)
_FELL = re.compile(rf"\b{_WHOSE}(?P<level>(?:[a-z]+ )?record)\b[^.;]{{0,60}}? (?:fell|was (?:broken|beaten)) by {_GAP}")
_SLOWER = re.compile(rf"{_GAP} (?:slower than|outside|short of|shy of|off|adrift of|behind) {_WHOSE}{_LEVEL}(?! pace)")
_OUTDOOR = re.compile(r"\b(?:outdoor|from (?:18|19|20)[0-9][0-9])\b")
_OF_A_BEST = re.compile(r"record|best\b|mark\b|PB\b|SB\b")
_LEVELS = {
    "world": "world", "olympic": "olympic", "european": "area", "national": "national", "course": "meeting",
    "meeting": "meeting", "meet": "meeting", "championship": "championship", "season's": "season", "sb": "season",
}  # fmt: skip


def find(sentence: Sentence) -> Iterator[Draft]:
    if not _OF_A_BEST.search(sentence.words):
        return  # the patterns below are slow
    taken: list[tuple[int, int]] = []
    for pattern, better in (
        (_TAKEN_OFF, True),
        (_BETTER, True),
        (_BEYOND, True),
        (_BY, True),
        (_FELL, True),
        (_SLOWER, False),
    ):
        for match in pattern.finditer(sentence.words):
            seen = any(a < match.end() and match.start() < b for a, b in taken)
            if seen or sentence.in_speech(match.start()) or not is_asserted(sentence.words, match.start()):
                continue
            taken.append(match.span())
            athlete = _whose_mark(sentence, match, pattern)
            if athlete is not None and not _OUTDOOR.search(
                sentence.words, match.end("gap"), match.end() + len(" from 1981")
            ):
                yield _improvement(sentence, match, athlete, better=better)


def _whose_mark(sentence: Sentence, match: re.Match[str], pattern: re.Pattern[str]) -> Reference | None:
    """Who made the mark; "Hall's record fell" is told of whoever was spoken of before."""
    return carried_topic(sentence) if pattern is _FELL else resolve_subject(sentence, match.start())


def _improvement(sentence: Sentence, match: re.Match[str], athlete: Reference, *, better: bool) -> Draft:
    level = _LEVELS.get(match["level"].split()[0].lower(), "personal")
    if level == "personal" and "record" in match["level"]:
        level = "world"
    side = {"ahead" if better else "behind": athlete}
    summary = f"{athlete.printed}: {match['gap']} {'inside' if better else 'outside'} the {match['level']}"
    span = (match.start("gap"), match.end("level") if match.end("level") > match.start("gap") else match.end("gap"))
    made = draft(
        sentence, "margin", span, summary, (match.span("gap"),), gap=match["gap"], against=level,
        scope=scope_at(sentence, match.start("gap")), **side,
    )  # fmt: skip
    if pattern_is_vague(match["level"]):
        return made._replace(inferred=tuple(sorted({*made.inferred, "scope.competition"})))
    return made


def pattern_is_vague(level: str) -> bool:
    """Whether the words do not say whose record it was: "her record fell by two minutes"."""
    return level == "record" or level.endswith(("previous record", "old record"))
