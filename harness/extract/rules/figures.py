"""The shapes of printed figures in running text, as regular expressions that several grammars share."""

from __future__ import annotations

import re
from functools import lru_cache

NUMBER_WORD = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty"
)
_UNIT = "one|two|three|four|five|six|seven|eight|nine"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SPELLED_NUMBER = rf"(?<![\w-])(?:(?:{_TENS})(?:-(?:{_UNIT}))?|{NUMBER_WORD})(?![\w-])"  # not the "one" of "thirty-one"
NUMBER = rf"(?:[0-9]{{1,3}}|{_SPELLED_NUMBER})"
ORDINAL_WORD = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth"
    "|sixteenth|seventeenth|eighteenth|nineteenth|twentieth"
)
ORDINAL = rf"(?:{ORDINAL_WORD}|[0-9]{{1,3}}(?:st|nd|rd|th))"

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTH = rf"(?:{'|'.join(MONTHS)})"

# 3:29.05, 3:29:38, 2:00:35, 3'29"05, 3.29.05, 2h09'56", three minutes, 35.83
_WITH_PRIMES = r"(?:[0-9]{1,2}h[0-9]{2}'[0-5][0-9](?![0-9])\"?|[0-9]{1,2}'[0-5][0-9](?:\"|''|\.)[0-9]{1,3})"
_WITH_STOPS = r"(?<!\bon )[0-9]{1,2}\.[0-5][0-9][.,][0-9]{2}(?![.,]?[0-9])"  # "on 12.07.24" is a day
CLOCK = rf"(?:[0-9]{{1,2}}:[0-9]{{2}}(?:[:.][0-9]{{2}})?(?:\.[0-9]{{1,3}})?|{_WITH_PRIMES}|{_WITH_STOPS})"
_SPELLED = rf"(?:{_SPELLED_NUMBER}|[0-9]{{1,2}})"
SPELLED_TIME = (
    rf"(?:{_SPELLED} hours?,? (?:and )?(?:a mere )?(?:{_SPELLED} minutes?,? (?:and )?)?{_SPELLED} seconds?"
    rf"|{_SPELLED} minutes?,? (?:and )?(?:[0-9]{{1,2}}(?:\.[0-9]{{1,2}})?|{_SPELLED})(?: seconds?)?)"
)
# two hours and 10 minutes, four minutes: a barrier, and no mark of anybody's
SPELLED_BARRIER = (
    rf"{_SPELLED} hours?(?:,? (?:and )?{_SPELLED} minutes?)?(?!,? and [0-9a-z]+ seconds)|{_SPELLED} minutes"
)
# 9.79, 56.1s, 47.5 seconds; 8.95m, 90.57 metres; 8,994 points
DECIMAL = r"[0-9]{1,3}\.[0-9]{1,2}"
LENGTH = r"[0-9]{1,3}\.[0-9]{1,2} ?(?:m|metres?|meters?)\b"
_BEFORE_POINTS = (
    "PB of", "record of", "best of", "score of", "total of", "second with", "third with", "fourth with", "fifth with",
    "scored", "scoring",
)  # fmt: skip
_SCORED = "|".join(rf"(?<=\b{words} )" for words in _BEFORE_POINTS)
POINTS = rf"[0-9]{{1,2}},[0-9]{{3}} points|[0-9]{{4}} points|(?:{_SCORED})[4-9][0-9]{{3}}(?![0-9:.,]?[0-9m])"
MARK = rf"(?:{SPELLED_TIME}|{CLOCK}|{POINTS}|{LENGTH}|{DECIMAL}(?:s\b| ?seconds?\b)?)"

# a clock's time of day, a wind reading, money, a score: figures of these shapes that are no marks
NOT_A_MARK_AFTER = re.compile(
    r" ?(?:am|pm|a\.m|p\.m|IST|GMT|BST|CET|CEST|ET|EDT|EST|UTC|local time|%|per cent|percent|m/s|million|billion"
    r"|points? (?:lead|ahead)|km|kilomet|o'clock)(?![a-z])|[-/:][0-9]|,[0-9]"
)
NOT_A_MARK_BEFORE = re.compile(
    r"(?:[$£€+]|wind:? ?|\(-|[0-9:/]|[0-9]-|published :? ?.{0,20}|\bRound |\bv)$", re.IGNORECASE
)


_MARK = re.compile(rf"(?<![\w.,:+$£€]){MARK}(?![0-9])")
_NEAR = 40


def marks(words: str) -> list[re.Match[str]]:
    """Every figure of a mark's shape that is not plainly something else."""
    return list(_marks(words))


@lru_cache(maxsize=64)
def _marks(words: str) -> tuple[re.Match[str], ...]:
    """Kept for the sentence that is being read: every grammar asks anew."""
    return tuple(
        match
        for match in _MARK.finditer(words)
        if not NOT_A_MARK_AFTER.match(words, match.end())
        and not NOT_A_MARK_BEFORE.search(words[max(0, match.start() - _NEAR) : match.start()])
    )
