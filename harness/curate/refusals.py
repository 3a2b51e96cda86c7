"""Refusals grouped by reason, so that thousands fit into a few lines. `docs/importing.md` explains each reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from harness.records.model import Mistake


def summary(refused: Iterable[Mistake]) -> list[tuple[str, int, Mistake]]:
    """The refusals by reason: what it is in a word, how many, and the first one."""
    counts: Counter[str] = Counter()
    first: dict[str, Mistake] = {}
    for mistake in refused:
        reason = reason_of(mistake)
        counts[reason] += 1
        first.setdefault(reason, mistake)
    return [(reason, count, first[reason]) for reason, count in counts.most_common()]


_UNREAD = "a cell that cannot be read"
# Beginnings and parts of messages, and what they are called in the summary (docs/importing.md lists them).
_REASONS = (
    ("this row of the", "the athlete or the event is of the other sex"),
    ("this row is of the", "the athlete or the event is of the other sex"),
    ("Answer once", "it is not clear who is meant"), ("Answer there", "it is not clear who is meant"),
    ("the pack has no '", "an athlete whom the pack does not know"),
    ("needs an athlete_nation", "a new athlete without a nation"),
    ("contradict one another", "the table contradicts itself"), ("a second result of", "the table contradicts itself"),
    ("not taken", "the pack says otherwise"), ("the pack has", "the pack says otherwise"),
    ("every starter", "the pack says otherwise"), ("cannot be a mark", "a mark that the event cannot have"),
    ("is not an exact", "a mark that cannot be read"), ("is not a date", "a date that cannot be read"),
    ("no such date", "a date that cannot be read"), ("which says", "a date that cannot be read"),
    ("in both orders", "a date that cannot be read"), ("century", "a date that cannot be read"),
    ("is not a place", "a place that cannot be read"), ("has no nation", "a nation that nobody knows"),
    ("no event", "an event that the pack lacks"), ("no edition of", "an edition that the pack lacks"),
    ("ran that day in", "the table contradicts itself"),
    ("is placed behind", "the table contradicts itself"), ("share place", "the table contradicts itself"),
    ("mixes alphabets", "letters of two alphabets"), ("columns, this row", "a row of another length"),
    ("nothing is given", "a cell is empty"), ("none of the pack's sources", "a source that the pack lacks"),
    ("is not a day of", "a day outside the edition"), ("is still to come", "a day that is still to come"),
    ("is not a plain name", "an invalid name"), ("has a character that is not a letter", "an invalid name"),
    ("has members and is no team", "a team and its members"), ("of a mixed team", "a team and its members"),
    ("the row needs an edition", "an edition that the pack lacks"),
    ("nothing tells whether its marks", "an event that the pack lacks"),
)  # fmt: skip


def reason_of(mistake: Mistake) -> str:
    return next((reason for part, reason in _REASONS if part in mistake.message), _UNREAD)


def reasons() -> frozenset[str]:
    """Every reason that there is."""
    return frozenset({_UNREAD, *(reason for _, reason in _REASONS)})
