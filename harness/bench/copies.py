"""Duplicates add no information: they count once in intervals and tests, and are reported.

One text may appear under several ids, and one claim several times at the same words of a text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

import msgspec

from harness.bench.submissions import Gold
from harness.checking.load import ClaimFile
from harness.records.model import Ratio

Weight: TypeAlias = int | Fraction  # exact, so that what is taken out of a sum leaves nothing behind

_ENCODER = msgspec.json.Encoder(order="deterministic")
_NO_STATEMENT = frozenset({
    "id", "text", "quote", "start", "end", "reading", "repeats", "compound", "gold_verdict",
})  # fmt: skip
_NAMED = 3  # claims of a repeat that are named


def texts_of(gold: Gold, articles: Sequence[str]) -> list[list[int]]:
    """The articles (as places in the list) of each text."""
    groups: dict[str, list[int]] = {}
    for place, name in enumerate(articles):
        groups.setdefault(gold.files[name].article.sha256, []).append(place)
    return list(groups.values())


def by_text(counts: Any, texts: Sequence[Sequence[int]]) -> Any:
    """The counts of each text: the mean of its articles' counts, if several articles have this text."""
    import numpy

    return numpy.array([counts[group].mean(axis=0) for group in texts]).reshape(len(texts), *counts.shape[1:])


def around(value: float | None, interval: Ratio) -> Ratio:
    """The figure over everything with an interval computed without copies, which is widened if it would exclude the
    figure."""
    if value is None or interval.low is None or interval.high is None:
        return Ratio(value)
    return Ratio(value, min(value, interval.low), max(value, interval.high))


def weight_of(times: int) -> Weight:
    """The weight of each of so many copies: together they weigh 1."""
    return 1 if times == 1 else Fraction(1, times)


def copies(gold: Gold) -> tuple[str, ...]:
    """Which articles have one text, a line for each text."""
    names = list(gold.files)
    groups = [[names[place] for place in group] for group in texts_of(gold, names)]
    return tuple(f"{', '.join(group)} have one text (by its sha256)" for group in groups if len(group) > 1)


def repeated(files: Mapping[str, ClaimFile]) -> tuple[str, ...]:
    """Which claims say one thing at the same words, a line for each."""
    return tuple(
        f"{name}: {len(ids)} claims say one thing at the same words ({', '.join(ids[:_NAMED])}"
        f"{', ...' if len(ids) > _NAMED else ''})"
        for name, file in sorted(files.items())
        for group in _groups(file.claims)
        if len(ids := sorted(file.claims[place].id for place in group)) > 1
    )


def times_said(claims: Sequence[Any]) -> dict[str, int]:
    """By its id, how many claims of the article say the same as this one at the same words."""
    return {claims[place].id: len(group) for group in _groups(claims) for place in group}


def _groups(claims: Sequence[Any]) -> Iterator[list[int]]:
    """The claims (as places in the list) that say the same at words that overlap, even through others between them."""
    open_groups: dict[bytes, list[int]] = {}
    reached: dict[bytes, int] = {}
    alone = _alone(claims)
    yield from ([place] for place in alone)
    for place in sorted(set(range(len(claims))) - alone, key=lambda place: (claims[place].start, claims[place].end)):
        claim = claims[place]
        statement = _statement(claim)
        if claim.start < reached.get(statement, 0):
            open_groups[statement].append(place)
        else:
            if statement in open_groups:
                yield open_groups[statement]
            open_groups[statement] = [place]
        reached[statement] = max(claim.end, reached.get(statement, 0))
    yield from open_groups.values()


def _alone(claims: Sequence[Any]) -> set[int]:
    """The claims (as places in the list) whose words no other claim shares: what they say need not be compared."""
    alone = set(range(len(claims)))
    reached, last = -1, -1
    for place in sorted(alone, key=lambda place: (claims[place].start, claims[place].end)):
        if claims[place].start < reached:
            alone -= {place, last}
        if claims[place].end > reached:
            reached, last = claims[place].end, place
    return alone


def _statement(claim: Any) -> bytes:
    """What the claim says, whatever it is called: its kind and the fields that can be wrong.

    Of a claim without fields of its own, the text is all that tells it from another at words that overlap.
    """
    fields = msgspec.to_builtins(claim)
    no_statement = _NO_STATEMENT - {"text"} if fields["kind"] == "other" else _NO_STATEMENT
    return _ENCODER.encode({name: value for name, value in fields.items() if name not in no_statement})
