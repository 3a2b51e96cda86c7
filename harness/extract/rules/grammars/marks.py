"""Marks and splits: who ran, jumped or threw a printed figure, and "broke 3:30"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from harness.extract.rules.draft import Draft, draft
from harness.extract.rules.figures import CLOCK, DECIMAL, marks
from harness.extract.rules.people import Mention
from harness.extract.rules.reading import Sentence
from harness.extract.rules.scopes import scope_at, split_at
from harness.extract.rules.sentences import Span
from harness.extract.rules.whom import following, is_so, nearest, who

_BARE = re.compile(rf"(?:{DECIMAL})$")
_BEFORE_BARE = re.compile(
    r"\b(?:in|of|at|with|clock(?:s|ed|ing)|ran|runs?|running|timed at|recorded|posted|jumped|leap(?:t"
    r"|ed)?|threw|cleared|to|a|his|her|and)"
    r" $|\($|'s $|, $"
)
_CLOCK_ONLY = re.compile(r"[0-9]{1,2}:[0-9]{2}$")
_BEFORE_CLOCK = re.compile(r"\b(?:in|of|clock(?:s|ed|ing)|ran|runs?|running|timed at|with|a) $|[\"(]$")
_OF_A_GAP_BEFORE = re.compile(
    r"\b(?:down|(?:gap|margin|lead|advantage|deficit)(?: of| was| is| to)?"
    r"|(?:gap|margin|difference) between [^,;:]+ (?:was|is))(?: (?:just|only|about|over|under))? $"
)
_OF_A_GAP_AFTER = re.compile(r" (?:to spare|in hand)\b")
_BY = re.compile(r" by (?=[A-Z])")
_UNDER = re.compile(
    r"\b(?:br(?:oke|eaks?|oken|eaking)|(?:ran|runs?|running|went|dipped|finished|dipping"
    rf"|going) (?:under|inside|below)) ({CLOCK}|[0-9]{{1,2}} seconds)"
)


def find(sentence: Sentence) -> Iterator[Draft]:
    bounds = list(_UNDER.finditer(sentence.words))
    for found in bounds:
        yield from _mark(sentence, found.span(), f"sub-{found[1]}", who(sentence, found.start()))
    taken = [found.span(1) for found in bounds]
    for found in marks(sentence.words):
        if found.span() not in taken and _is_a_mark(sentence.words, found):
            in_brackets = sentence.words[: found.start()].endswith(("(", "["))
            beside = nearest(sentence, found.start()) if in_brackets else None
            by = (
                following(sentence, found.end() + len(" by "), reach=0)
                if _BY.match(sentence.words, found.end())
                else None
            )
            one = beside or by or who(sentence, found.start())
            yield from _mark(sentence, found.span(), found[0], one, split_at(sentence, found.start()))


def _mark(sentence: Sentence, span: Span, mark: str, one: Mention | None, at: str | None = None) -> Iterator[Draft]:
    if one is not None and is_so(sentence, span[0]):
        said = f"{one.printed}'s mark{f' at {at}' if at else ''}: {mark}"
        scope = scope_at(sentence, *span)
        yield draft(sentence, "mark", span, said, athlete=one.printed, mark=mark, at=at, scope=scope)


def _is_a_mark(words: str, found: re.Match[str]) -> bool:
    """A bare 9.79 or 3:45 needs a word before it that leads to a mark; a gap is none."""
    before = words[: found.start()]
    if _OF_A_GAP_BEFORE.search(before) or _OF_A_GAP_AFTER.match(words, found.end()):
        return False
    if re.search(r"\b(?:sub-?|by|under|inside|below|than|broke|out of) ?$", before):
        return False
    if _BARE.match(found[0]):
        return _BEFORE_BARE.search(before) is not None
    return _CLOCK_ONLY.match(found[0]) is None or _BEFORE_CLOCK.search(before) is not None
