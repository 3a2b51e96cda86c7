"""The shapes of printed figures in running text, as regular expressions that several grammars share."""

from __future__ import annotations

import re

NUMBER_WORD = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty"
)
NUMBER = rf"(?:\d{{1,3}}|{NUMBER_WORD})"
ORDINAL_WORD = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    "|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
)
ORDINAL = rf"(?:{ORDINAL_WORD}|\d{{1,3}}(?:st|nd|rd|th))"

# 3:29.05, 3:29:38, 2:00:35, three minutes, 35.83
CLOCK = r"\d{1,2}:\d{2}(?:[:.]\d{2})?(?:\.\d{1,3})?"
SPELLED_TIME = rf"(?:{NUMBER_WORD}|\d{{1,2}}) minutes?,? (?:and )?\d{{1,2}}(?:\.\d{{1,2}})?(?: seconds?)?"
# 9.79, 56.1s, 47.5 seconds; 8.95m, 90.57 metres; 8,994 points
DECIMAL = r"\d{1,3}\.\d{1,2}"
LENGTH = r"\d{1,3}\.\d{1,2} ?(?:m|metres?|meters?)\b"
POINTS = r"\d{1,2},\d{3} points|\d{4} points"
MARK = rf"(?:{SPELLED_TIME}|{CLOCK}|{POINTS}|{LENGTH}|{DECIMAL}(?:s\b| ?seconds?\b)?)"

# a clock's time of day, a wind reading, money, a score: figures of these shapes that are no marks
NOT_A_MARK_AFTER = re.compile(
    r" ?(?:am|pm|a\.m|p\.m|IST|GMT|BST|CET|CEST|ET|EDT|EST|UTC|local time|%|per cent|percent|m/s|million|billion"
    r"|points? (?:lead|ahead)|km|kilomet|o'clock)(?![a-z])|[-/:]\d|,\d"
)
NOT_A_MARK_BEFORE = re.compile(
    r"(?:[$£€+]|wind:? ?|\(-|[\d:/]|[\d]-|published :? ?.{0,20}|\bRound |\bv)$", re.IGNORECASE
)


def marks(words: str) -> list[re.Match[str]]:
    """Every figure of a mark's shape that is not plainly something else."""
    return [
        found
        for found in re.finditer(rf"(?<![\w.,:+$£€]){MARK}(?![\d])", words)
        if not NOT_A_MARK_AFTER.match(words, found.end()) and not NOT_A_MARK_BEFORE.search(words[: found.start()])
    ]
