"""Two marks told as a score: "won from Bell, 3:29.26 to 3:31.38", "lost by 36 points, 6880 to 6844".

The better of the two is the winner's. Where the words do not tell who won, or from whom, the figures are nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from harness.extract.rules.coreference import named_after, objects_between, resolve_subject
from harness.extract.rules.figures import marks
from harness.extract.rules.mentions import Reference
from harness.extract.rules.reading import Sentence
from harness.extract.rules.sentences import Span

_BETWEEN = re.compile(r",? (?:to|against) (?:the )?")
_OF_POINTS = re.compile(r"\b(?P<first>[4-9],?[0-9]{3}) to (?P<second>[4-9],?[0-9]{3})\b(?![.:,]?[0-9m])")
_IMPROVES = re.compile(r"\b(?:from|down|record|best|mark)(?: [\w']+){0,3} $")  # "from 3:27.14 to 3:26.73"
_LOST = re.compile(
    r"\b(?:lost|lose|loses|losing|(?<!had )(?<!has )(?<!having )beaten|behind|trail\w*|(?<!a )second|runner-up|silver"
    r"|third|pipped"
    r"|(?:was|were) edged)\b[^;]*$"
)
_WON = re.compile(r"\b(?:w[io]n|wins|winning|beat|beating|victory|got the better|gold|title|catch|caught|ahead)\b")
_FOR = re.compile(r" (?:for|by|of) ")
_A_TIME = re.compile(r"[:'h]|[0-9]\.[0-9]{2}s?$|seconds?$")
_DIGITS = re.compile(r"[0-9]+(?:\.[0-9]+)?")


class MarkOfAScore(NamedTuple):
    """A mark of a score, and whose it is."""

    span: Span
    printed: str
    athlete: Reference | None


def scores(sentence: Sentence) -> Iterator[MarkOfAScore]:
    """Both marks of every score in the sentence; without an athlete where the words do not tell whose they are."""
    words = sentence.words
    pairs = [(match.span("first"), match.span("second")) for match in _OF_POINTS.finditer(words)]
    pairs += [
        (first.span(), second.span()) for first, second in pairwise(marks(words))
        if _BETWEEN.fullmatch(words, first.end(), second.start()) and not _IMPROVES.search(words[: first.start()])
    ]  # fmt: skip
    for first, second in pairs:
        winner, loser = _winner_and_loser(sentence, first, second)
        is_first = _is_better(words[slice(*first)], words[slice(*second)])
        for span, athlete in ((first, winner if is_first else loser), (second, loser if is_first else winner)):
            yield MarkOfAScore(span, words[slice(*span)], athlete)


def _winner_and_loser(sentence: Sentence, first: Span, second: Span) -> tuple[Reference | None, Reference | None]:
    """The subject and the one rival of the clause; the subject alone where nobody else is named."""
    words, start = sentence.words, sentence.words.rfind(";", 0, first[0]) + 1
    rivals = objects_between(sentence, start, first[0])
    behind = _FOR.match(words, second[1])
    if behind is not None and (close := named_after(sentence, behind.end(), reach=0)):
        rivals = [close]
    subject = resolve_subject(sentence, rivals[0].start if rivals and rivals[0].end <= first[0] else first[0])
    rivals = [rival for rival in rivals if subject is not None and rival.person != subject.person]
    people = {rival.person for rival in rivals}
    told = words[start : first[0]]
    is_carried = subject is not None and subject.end == 0 and rivals  # "the title got away, to Bell": from whom?
    if subject is None or is_carried or len(people) > 1 or not (_WON.search(told) or _LOST.search(told) or people):
        return None, None
    rival = rivals[0] if rivals else None
    return (rival, subject) if _LOST.search(told) else (subject, rival)


def _is_better(first: str, second: str) -> bool:
    """Whether the first mark beats the second: a shorter time, a longer throw, more points."""
    one, other = _size(first), _size(second)
    return one < other if _A_TIME.search(first) else one > other


def _size(printed: str) -> tuple[float, ...]:
    """The figure as numbers that compare as it does, with the leading unit first."""
    parts = _DIGITS.findall(printed.replace(",", "").replace('"', ".").replace("''", "."))
    return tuple(float(part) for part in parts)
