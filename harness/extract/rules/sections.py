"""Headings that say of which competition the lines below them tell: "TOKYO, AUGUST 2021:", "Oslo, 2023", "1984"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from harness.extract.rules.competitions import competitions
from harness.extract.rules.discourse import CompetitionContext
from harness.extract.rules.figures import MONTH
from harness.extract.rules.lexicon import Lexicon
from harness.extract.rules.occasions import in_context
from harness.extract.rules.years import series_held_in

if TYPE_CHECKING:
    from harness.extract.rules.reading import Sentence

_LONGEST, _INDENT = 60, 5  # characters
_SEVERAL = 2
_OF_NO_MATTER = re.compile(
    rf"\b(?:{MONTH}|the|in|of|at|and|men|women|s|final|race|[0-9]{{1,4}}(?:st|nd|rd|th|m)?|metres|Games|Olympics"
    r"|[Ww]orld|Olympic|European|[Cc]hampionships?|Diamond|League)\b|[\W_]+"
)
_RUN_IN = re.compile(r"[A-Z][\w' -]+(?:, [0-9]{4})?\.")  # "Lima. Hall won ..."
_ONLY_A_YEAR = re.compile(r"(?P<year>(?:18|19|20)[0-9]{2})[.:]?")


def sections(
    seen: str, bare: Sequence[Sentence], main: CompetitionContext | None, lexicon: Lexicon, published: date
) -> dict[int, CompetitionContext | None]:
    """Where in the text another competition is the one that is told of: below each of several headings.

    What stands further below the last of them than one paragraph may be of any (None).
    """
    changes: dict[int, CompetitionContext | None] = {}
    last, is_alone = 0, False
    for sentence in bare:
        alone = _is_a_line(seen, sentence.start, sentence.start + len(sentence.words))
        opens = seen[max(0, sentence.start - 1) : sentence.start] in ("", "\n") and _RUN_IN.fullmatch(sentence.words)
        head = sentence.words if alone or opens else sentence.words[: sentence.dateline]
        heading = _heading(head, main, lexicon, published) if head else None
        if heading is not None:
            changes[sentence.start] = heading
            last, is_alone = sentence.start, alone
    if len(set(changes.values())) < _SEVERAL:
        return {}
    starts = [sentence.start for sentence in bare if sentence.start >= last]
    paragraphs = [start for before, start in pairwise(starts) if "\n" in seen[before:start]]
    over = paragraphs[1:] if is_alone else paragraphs
    return {**changes, over[0]: None} if over else changes


def _is_a_line(seen: str, start: int, end: int) -> bool:
    """Whether nothing else stands in the line but some spaces."""
    before, behind = seen[max(0, start - _INDENT) : start].rstrip(" "), seen[end : end + _INDENT].lstrip(" ")
    return (before.endswith("\n") or (start < _INDENT and not before)) and behind[:1] in ("", "\n")


def _heading(
    words: str, main: CompetitionContext | None, lexicon: Lexicon, published: date
) -> CompetitionContext | None:
    """The holding that the words name, where they name nothing else but when it was."""
    year = _ONLY_A_YEAR.fullmatch(words.strip())
    if year is not None and main is not None:
        series = series_held_in(main.printed, main.year, int(year["year"]), lexicon)
        return CompetitionContext(series, int(year["year"])) if series else None
    named = competitions(words, lexicon) if len(words) <= _LONGEST else []
    mentions = in_context(words, named, lexicon, published, ())
    if not mentions or any(mention.to_come or mention.unknown for mention in mentions):
        return None
    rest = words
    for mention in reversed(mentions):
        rest = rest[: mention.start] + " " + rest[mention.end :]
    first = mentions[0]
    held = lexicon.holdings(first.printed)
    return CompetitionContext(first.printed, first.year) if held and not _OF_NO_MATTER.sub("", rest) else None
