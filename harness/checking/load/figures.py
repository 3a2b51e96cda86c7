"""Printed figures that no grammar can parse, found without a ground truth: for authors of claim files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, TypeAlias

from harness.checking.load.claims import ClaimFile
from harness.checking.load.flaws import Flaw
from harness.claims.claim import Claim
from harness.claims.roles import WAY
from harness.records.model import Mistake
from harness.strict_json import JsonPath
from harness.values import (
    Figure,
    Range,
    Unread,
    read_age,
    read_count,
    read_date,
    read_gap,
    read_mark,
    read_place,
    read_span,
)
from harness.values.on_the_way import read_point, read_stretch
from harness.values.scores import read_score

_READERS = {"count": read_count, "place": read_place, "age": read_age}
MEASURES = ("time", "distance", "height", "points")
_Printed: TypeAlias = tuple[JsonPath, str, Any]  # where in the claim, the role, the words


def misread(file: ClaimFile) -> list[Mistake]:
    """Every mark, gap, count, date and duration in the file's claims that no grammar can parse.

    Only the ground truth knows how marks of an event are written; here a mark may be one of any event.
    """
    published = date.fromisoformat(file.article.published).toordinal()
    flaws = [flaw for index, claim in enumerate(file.claims) for flaw in _claim(claim, ("claims", index), published)]
    return file.mistakes(flaws)


def _claim(claim: Claim, path: JsonPath, published: int) -> Iterator[Flaw]:
    from harness.checking.verdict import looser

    for inner, why in _unread(claim, published):
        yield Flaw((*path, *inner), why)
    if claim.lenient is not None:
        for inner, why in _unread(looser(claim), published):
            if inner[0] in claim.lenient:
                yield Flaw((*path, "lenient", *inner), why)


def _unread(claim: Claim, published: int) -> Iterator[tuple[JsonPath, str]]:
    """Path inside the claim, and why. A hedge belongs to the claim's first figure."""
    from harness.checking.resolve.fields import fields_of

    fields = fields_of(type(claim))
    figures: list[_Printed] = [(("as_of",), "date", claim.as_of)]
    for field in fields.scopes:
        scope = getattr(claim, field.name)
        figures += [((field.name, name), "date", getattr(scope, name, None)) for name in ("after", "until", "on")]
    own: list[_Printed] = []
    for field in fields.figures:
        printed = getattr(claim, field.name)
        if field.many:
            own += [((field.name, number), field.role, value) for number, value in enumerate(printed)]
        else:
            own.append(((field.name,), field.role, printed))
    for field in fields.way:
        printed = getattr(claim, field.name)
        several = enumerate(printed) if field.many else ()
        figures += [((field.name, number), field.role, value) for number, value in several]
        figures += [] if field.many else [((field.name,), field.role, printed)]
    for name, inner in fields.feats:
        feat = getattr(claim, name)
        own += [((name, value.name), value.role, getattr(feat, value.name, None)) for value in inner.figures]
    hedge = claim.hedge
    for path, role, printed in own:
        if printed is not None:
            figures.append((path, role, f"{hedge} {printed}" if hedge is not None else printed))
            hedge = None
    for path, role, printed in figures:
        reading = read_figure(role, printed, published) if printed is not None else None
        if isinstance(reading, Unread):
            yield path, reading.why


def _read_way(role: str, printed: str) -> object:
    """A point without digits may be the part of a combined event, and a leg is one of its relay: both are for the
    ground truth to say."""
    if role == "leg":
        return printed
    if role in ("stretch", "score"):
        return read_stretch(printed) if role == "stretch" else read_score(printed)
    return read_point(printed) if any(letter.isdigit() for letter in printed) else printed


def read_figure(role: str, printed: str | int, published: int) -> Figure | Unread:
    """The figure that a field with this role prints; for a mark or a gap, by the first measure that can parse it."""
    if role in ("mark", "gap"):
        read = read_mark if role == "mark" else read_gap
        readings = [read(str(printed), measure) for measure in MEASURES]
        return next((reading for reading in readings if isinstance(reading, Figure)), readings[0])
    if role in WAY:
        way = _read_way(role, str(printed))
        return way if isinstance(way, Unread) else Figure(Range(), printed=str(printed))
    if role == "date":
        return read_date(str(printed), published)
    if role == "span":
        return read_span(str(printed))
    return _READERS[role](printed)
