"""Whether the quoted words print the claimed figure: decided without a ground truth and without the text.

What counts is how the words can be read: "fifth" prints place 5, "bronze" place 3, "back-to-back" a count of two.
Numbers that measure something else are not a place or a count: years, distances, heats, laps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from harness.checking.load.figures import read_figure
from harness.claims.claim import Claim
from harness.values import Figure, Range, Unread
from harness.values.places import FROM_LAST
from harness.values.scores import Score, read_score

MARKS, NUMBERS, SCORE = ("mark", "gap"), ("place", "count", "age"), "score"
_MOST_WORDS = 4  # of a number: "one hundred and eight"
_TOKEN = re.compile(r"[0-9]+(?:[:.,][0-9]+)*(?:st|nd|rd|th)?|[^\W0-9_]+", re.IGNORECASE)
_MARK = re.compile(r"[0-9]+(?:[:.'’][0-9]+)+|[0-9]{4,}(?= ?(?:points?|pts)\b)")
_SCORE = re.compile(r"[0-9]+ ?[-–—:] ?[0-9]+|[a-z]+(?: to |[-–—])[a-z]+")
_DIGITS = re.compile(r"[0-9]+")
_YEAR = re.compile(r"1[89][0-9]{2}|20[0-9]{2}")
_COLOURS = ("gold", "silver", "bronze")  # as places, in their order
_LED = re.compile(r"\b(?:faster|better|quicker|ahead|beaten|higher|farther|further|more|above|before)\b")
_WON = re.compile(r"\b(?:won|wins?|winning|winners?|victor(?:y|ious)?|triumph(?:ed|s)?)\b")
_ALL = re.compile(r"\b(?:every|each|all)\b")
# Words that are no number by themselves, though a reader of a whole field takes them for one.
_NO_NUMBER = frozenset(
    "a an the in no none never few o win victory victor winner champion last bottom rear single sole lone solitary "
    "both double pair couple handful several triple treble".split()
)
_UNITS = frozenset(
    "m metre metres meter meters km k kilometre kilometres mile miles yard yards foot feet inch inches cm centimetre "
    "centimetres hundred hundreds thousand second seconds minute minutes hour hours half halves quarter quarters tenth "
    "tenths hundredth hundredths thousandth thousandths point points nothing".split()
)
# What a number counts or orders that is no place, no count of successes, and no age.
_OTHER_NOUNS = _UNITS | frozenset(
    "day days week weeks month months year years lap laps heat heats round rounds leg legs semi semis stage stages set "
    "sets game games percent attempt attempts race races consecutive successive straight january february march april "
    "may june july august september october november december man men woman women".split()
)
_ARTICLES = frozenset({"a", "an", "no", "the"})


def prints(quote: str, role: str, printed: Any, published: int) -> bool | None:
    """Whether the quote prints the figure (True), another one of its role (False), or none at all (None)."""
    if role in MARKS:
        return _prints_mark(quote, str(printed))
    if role == SCORE:
        return _prints_score(quote, printed)
    claimed = read_figure(role, printed, published)
    if not isinstance(claimed, Figure):
        return None
    words = quote.lower().replace("runners-up", "runner-up")
    readings = list(_numbers(words, role))
    if any(_meet(reading, claimed.value) for reading, _ in readings) or any(
        FROM_LAST in figure.notes or _meet(figure.value, claimed.value) for figure in _whole(words, role)
    ):
        return True
    if claimed.exact and (_medals(words) == claimed.exact or _said_of_others(words, readings, claimed.exact)):
        return True
    if claimed.exact == 0:  # "the first in six years" says that there was none, and prints another number
        return None
    if role == "place" and not readings and _WON.search(words):
        return claimed.exact in (1, None)
    return False if any(is_of_role for _, is_of_role in readings) else None


def names_no_figure(claim: Claim, role: str, printed: Any, published: int) -> bool:
    """Whether words without a number can claim the figure: a win, none, a place during the race, every one of them."""
    if role in (*MARKS, SCORE):
        return False
    claimed = read_figure(role, printed, published)
    plain = isinstance(claimed, Figure) and claimed.exact is not None and claimed.exact > 1
    return not plain or getattr(claim, "at", None) is not None or _ALL.search(claim.quote.lower()) is not None


def _prints_mark(quote: str, printed: str) -> bool | None:
    """By the digits: they may be grouped in other ways ("3.30.12"), or stand in words beside those that are there."""
    digits, quoted = ("".join(_DIGITS.findall(words)) for words in (printed, quote))
    if not digits or digits in quoted:
        return True
    in_words = any(_is_number_word(token) for token in _tokens(quote.lower()))
    if in_words and quoted in digits:
        return True
    return False if _MARK.search(quote) else None


def _prints_score(quote: str, printed: str) -> bool | None:
    claimed = read_score(printed)
    if isinstance(claimed, Unread):
        return None
    readings = [score for match in _SCORE.finditer(quote.lower()) if isinstance(score := read_score(match[0]), Score)]
    if claimed in readings or claimed.turned in readings:
        return True
    return False if readings else None


def _numbers(quote: str, role: str) -> Iterator[tuple[Range, bool]]:
    """What stretches of the quote can be read as, and whether that cannot be the number of something else."""
    tokens = _tokens(quote)
    colours = [(Range(place, place), True) for place, colour in enumerate(_COLOURS, 1) if colour in tokens]
    if role == "place":
        yield from colours
    start = 0
    while start < len(tokens):
        for end in range(min(len(tokens), start + _MOST_WORDS), start, -1):
            reading = None if tokens[start] in _NO_NUMBER else _reading(" ".join(tokens[start:end]), role)
            if reading is not None:
                yield reading, _is_of_role(tokens, start, end, role)
                start = end - 1
                break
        start += 1


@lru_cache(maxsize=1 << 14)
def _reading(words: str, role: str) -> Range | None:
    figure = read_figure(role, words, 0)
    return figure.value if isinstance(figure, Figure) else None


def _is_of_role(tokens: Sequence[str], start: int, end: int, role: str) -> bool:
    following = tokens[end] if end < len(tokens) else ""
    if role == "age":
        return following not in _OTHER_NOUNS or following in ("year", "years")
    return following not in _OTHER_NOUNS and not _YEAR.fullmatch(tokens[start]) and "hundred" not in tokens[start:end]


def _whole(quote: str, role: str) -> Iterator[Figure]:
    """The figure that each single word or the quote as a whole can be, whatever the words around it."""
    for words in {quote, *quote.split(), *_tokens(quote)} - _ARTICLES:
        figure = read_figure(role, words, 0)
        if isinstance(figure, Figure):
            yield figure


def _said_of_others(quote: str, readings: Sequence[tuple[Range, bool]], claimed: int) -> bool:
    """ "Only three men have run faster" says fourth."""
    before = Range(claimed - 1, claimed - 1)
    return _LED.search(quote) is not None and any(reading == before for reading, _ in readings)


def _is_number_word(token: str) -> bool:
    return token in _UNITS or (token.isalpha() and token not in _NO_NUMBER and _reading(token, "count") is not None)


def _medals(quote: str) -> int:
    """How many medals the quote lists by their colours."""
    return len([token for token in _tokens(quote.lower()) if token in _COLOURS])


def _tokens(quote: str) -> list[str]:
    return _TOKEN.findall(quote)


def _meet(first: Range, second: Range) -> bool:
    low = max(end for end in (first.low, second.low, 0) if end is not None)
    highs = [end for end in (first.high, second.high) if end is not None]
    return not highs or low <= min(highs)
