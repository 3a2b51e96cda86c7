"""Sentences with claims in them: patterns whose blanks are the claims' fields, and the position of each claim.

    "{win.athlete} [won|win] the {win.scope.event} in [{time.mark}|time]."

A brace prints a field of a claim; a bracket is the phrase for the claim named after the bar. So an error that is
planted in a claim appears in the printed words, and the gold claim has what is printed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

_PART = re.compile(r"\[(?P<phrase>[^|\]]*)\|(?P<claim>\w+)\]|\{(?P<path>[\w.]+)(?::(?P<form>[^}]*))?\}")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
             "eleventh", "twelfth")  # fmt: skip
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TEENS = (11, 12, 13)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


class WrittenSentence(NamedTuple):
    """A sentence, and the start and end of the phrase that carries each claim, in code points."""

    text: str
    spans: dict[str, tuple[int, int]]


def write(pattern: str, claims: Mapping[str, Mapping[str, Any]]) -> WrittenSentence:
    """The sentence that the pattern makes of the claims; KeyError where it names a claim or field that is not there."""
    sentence = _fill(pattern, claims)
    return WrittenSentence(sentence.text[:1].upper() + sentence.text[1:], sentence.spans)


def _fill(pattern: str, claims: Mapping[str, Mapping[str, Any]]) -> WrittenSentence:
    text, at = "", 0
    spans: dict[str, tuple[int, int]] = {}
    for part in _PART.finditer(pattern):
        text += pattern[at : part.start()]
        at = part.end()
        if part["claim"]:
            phrase = _fill(part["phrase"], claims).text
            spans[part["claim"]] = (len(text), len(text) + len(phrase))
            text += phrase
        else:
            text += _printed(claims, part["path"], part["form"])
    return WrittenSentence(text + pattern[at:], spans)


def ordinal(number: int) -> str:
    """first to twelfth in words, then 13th, 21st."""
    if 0 < number < len(_ORDINALS):
        return _ORDINALS[number]
    ending = "th" if number % 100 in _TEENS else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def _printed(claims: Mapping[str, Mapping[str, Any]], path: str, form: str | None) -> str:
    value: Any = claims
    for name in path.split("."):
        value = value.get(name) if value is not claims else value[name]
    if value is None and form in (None, "ordinal", "number"):
        raise KeyError(path)
    if form == "ordinal":
        return ordinal(value)
    if form == "number":
        return _NUMBERS[value] if value < len(_NUMBERS) else str(value)
    if form is not None:  # a phrase that stands there only where the field says so
        return form if value else ""
    return str(value)
