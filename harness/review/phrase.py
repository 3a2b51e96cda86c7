"""The corrected phrase: the quote with its wrong figure replaced, and the word diff from the one to the other."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

import msgspec

from harness.model import Finding
from harness.review.standing import printed_figure

_CARDINALS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_SMALL = re.compile(r"([0-9])(st|nd|rd|th)?\b")
_WORDS = re.compile(r"\s+|[^\s]+")


class Change(msgspec.Struct, frozen=True, gc=False):
    """A run of words that both phrases have ("same"), or that only one of them has ("old", "new")."""

    how: str
    words: str


def corrected(finding: Finding) -> str:
    """The quote as it should read; "" where the figure to replace does not stand in it word for word.

    A small number that the article writes in words is written in words: "third" becomes "fourth", not "4th".
    """
    printed, quote = printed_figure(finding), finding.quote
    if not finding.suggestion or not printed:
        return ""
    found = re.search(rf"(?<![\w.,:]){re.escape(printed)}(?!\w|[.,:]\w)", quote, re.IGNORECASE)
    if found is None:
        return ""
    suggestion = _in_words(finding.suggestion) if printed.isalpha() else finding.suggestion
    if found[0][:1].isupper():
        suggestion = suggestion[:1].upper() + suggestion[1:]
    phrase = quote[: found.start()] + suggestion + quote[found.end() :]
    return "" if phrase == quote else phrase


def word_diff(old: str, new: str) -> tuple[Change, ...]:
    """The changes that make the new phrase of the old one, word by word; words side by side change together."""
    one, other = _WORDS.findall(old), _WORDS.findall(new)
    changes: list[Change] = []
    gone, come = "", ""
    for how, start, end, new_start, new_end in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        words = "".join(one[start:end])
        if how == "equal" and (words.strip() or not (gone or come) or end == len(one)):
            changes += _changed(gone, come)
            changes.append(Change("same", words))
            gone, come = "", ""
        else:
            gone, come = gone + words, come + "".join(other[new_start:new_end])
    return (*changes, *_changed(gone, come))


def _changed(gone: str, come: str) -> list[Change]:
    return [Change(how, words) for how, words in (("old", gone), ("new", come)) if words]


def _in_words(suggestion: str) -> str:
    small = _SMALL.match(suggestion)
    if small is None or small.end() not in (len(suggestion), suggestion.find(" ")):
        return suggestion
    word = (_ORDINALS if small[2] else _CARDINALS)[int(small[1])]
    return word + suggestion[small.end() :] if word else suggestion
