"""Which paragraphs of a text are not in English, recognised by the function words that every English sentence has.

Words that other languages have too ("in", "on", "was") count for less. A list of results has hardly any function words
in any language, and is not taken for another language: only a paragraph with enough other words is tested.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from harness.extract.rules.sentences import Span

_ENGLISH = frozenset(
    """
    the and of his her with from who that by had has is it its their after when while than which this then they been
    were are be have not but she him them into over only just before behind ahead also where both who's didn't wasn't
    it's he's she's won ran finished first second third fourth fifth win time race year years last next more most out up
    off down through against during between under since until about around because though although would could should
    did does do back two three four five seven eight nine ten men women men's women's world record title champion final
    season best ever other another all each every no-one nobody we you your our my there here now still again what how
    """.split()
)
_ELSEWHERE_TOO = frozenset("a i an as at by for he in is me no on or so to us was will die men if up all but".split())
_WORD = re.compile(r"(?<![\w'’])[a-zà-öø-ÿāăąćčđēęěğıłńňőřśşšťūůűźżž][\w'’]*")
_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*(?:\n|\Z)))*")
_LINE = re.compile(r"\S[^\n]*")
_LONG_LINES = 130  # characters a line, on average: lines as long as that are paragraphs, and not a page's width
_DIFFERENT_WORDS, _LETTERS = 9, 12
_LEAST_SHARE, _LEAST_SHARE_OF_ALL = 0.08, 0.2


def not_in_english(text: str) -> list[Span]:
    """Where the paragraphs stand that are in another language, as far as they have enough words to tell."""
    return [span for span in _paragraphs(text) if _is_foreign(text[slice(*span)])]


def without(text: str, spans: list[Span]) -> str:
    """The text with spaces for what stands in the spans, so that all else keeps its place."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
        at = end
    return "".join((*pieces, text[at:]))


def lines_of(text: str, spans: list[Span]) -> Iterator[str]:
    """In words, on which lines of the text each of the spans stands."""
    line, at = 1, 0
    for start, end in spans:
        line += text.count("\n", at, start)
        last = line + text.count("\n", start, end)
        at = start
        yield f"line {line}" if line == last else f"what stands in lines {line} to {last}"


def _paragraphs(text: str) -> Iterator[Span]:
    for paragraph in _PARAGRAPH.finditer(text):
        lines = paragraph[0].count("\n") + 1
        if lines == 1 or len(paragraph[0]) < _LONG_LINES * lines:
            yield paragraph.span()
        else:
            yield from (line.span() for line in _LINE.finditer(text, *paragraph.span()))


def _is_foreign(paragraph: str) -> bool:
    letters = [letter for letter in paragraph if letter.isalpha()]
    if len(letters) >= _LETTERS and 2 * sum(not _is_latin(letter) for letter in letters) > len(letters):
        return True
    words = [word.replace("’", "'") for word in _WORD.findall(paragraph)]
    english = sum(word in _ENGLISH for word in words)
    likely = sum(word in _ENGLISH or word in _ELSEWHERE_TOO for word in words)
    few = english < _LEAST_SHARE * len(words) and likely < _LEAST_SHARE_OF_ALL * len(words)
    return few and len(set(words)) >= _DIFFERENT_WORDS


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or unicodedata.name(letter, "").startswith("LATIN")
