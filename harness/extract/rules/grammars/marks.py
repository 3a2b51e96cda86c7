"""Marks and splits: who ran, jumped or threw a printed figure, and "broke 3:30"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import CLOCK, DECIMAL, marks
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import scope_at, split_at
from harness.extract.rules.whom import is_so, nearest, who

_BARE = re.compile(rf"(?:{DECIMAL})$")
_BEFORE_BARE = re.compile(
    r"\b(?:in|of|at|with|clock(?:s|ed|ing)|ran|runs?|running|timed at|recorded|posted|jumped|leap(?:t"
    r"|ed)?|threw|cleared|to|a|his|her|and)"
    r" $|\($|'s $|, $"
)
_CLOCK_ONLY = re.compile(r"\d{1,2}:\d{2}$")
_BEFORE_CLOCK = re.compile(r"\b(?:in|of|clock(?:s|ed|ing)|ran|runs?|running|timed at|with|a) $|[\"(]$")
_UNDER = re.compile(
    r"\b(?:br(?:oke|eaks?|oken|eaking)|(?:ran|runs?|running|went|dipped|finished|dipping"
    rf"|going) (?:under|inside|below)) ({CLOCK}|\d{{1,2}} seconds)"
)


def find(sentence: Sentence) -> Iterator[Draft]:
    bounds = [found.span(1) for found in _UNDER.finditer(sentence.words)]
    for found in _UNDER.finditer(sentence.words):
        one = who(sentence, found.start())
        if one is not None and is_so(sentence, found.start()):
            mark = f"sub-{found[1]}"
            scope = scope_at(sentence, found.start())
            yield draft(
                sentence,
                "mark",
                found.span(),
                f"{one.printed} ran faster than {found[1]}",
                athlete=one.printed,
                mark=mark,
                scope=scope,
            )
    for found in marks(sentence.words):
        if found.span() in bounds or not _is_a_mark(sentence.words, found) or not is_so(sentence, found.start()):
            continue
        in_brackets = sentence.words[: found.start()].endswith(("(", "["))
        one = (nearest(sentence, found.start()) if in_brackets else None) or who(sentence, found.start())
        if one is None:
            continue
        at = split_at(sentence, found.start())
        scope = scope_at(sentence, *found.span())
        where = f" at {at}" if at else ""
        yield draft(
            sentence,
            "mark",
            found.span(),
            f"{one.printed}'s mark{where}: {found[0]}",
            athlete=one.printed,
            mark=found[0],
            at=at,
            scope=scope,
        )


def _is_a_mark(words: str, found: re.Match[str]) -> bool:
    """A bare 9.79 or 3:45 needs a word before it that leads to a mark."""
    before = words[: found.start()]
    if re.search(r"\b(?:sub-?|by|under|inside|below|than|broke|out of) ?$", before):
        return False
    if _BARE.match(found[0]):
        return _BEFORE_BARE.search(before) is not None
    return _CLOCK_ONLY.match(found[0]) is None or _BEFORE_CLOCK.search(before) is not None
