"""A claim made comparable, without a ground truth: printed figures as the ranges they denote, names folded.

`about` is what a claim is about: its people, its nation, the point during the race, its feat, its scopes and its date.
`value` is what it says about them: every other field. A nation given with an athlete is a statement about the athlete.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeAlias

import msgspec

from harness.checking.load.figures import read_figure
from harness.checking.resolve.fields import Fields, fields_of
from harness.claims.claim import Claim, Feat, Scope, kind_of
from harness.names import fold, read_event, read_round
from harness.values import Figure, Unread
from harness.values.on_the_way import read_point, read_stretch

Read: TypeAlias = dict[str, Hashable]
ReadField: TypeAlias = tuple[str, Hashable]

# what an annotator adds to a claim: its name, our words for it, how it hangs together with others, what is so
NOT_PRINTED = frozenset(
    {"id", "text", "quote", "start", "end", "reading", "lenient", "repeats", "compound", "gold_verdict"}
)
_YEAR = re.compile(r"\b(?:18|19|20|21)[0-9]{2}\b")
_DATES = ("after", "until", "on")


class PrintedPeople(NamedTuple):
    """Names as lists of words, in the order of their last words; they stand for the same where one ends the other."""

    names: tuple[tuple[str, ...], ...]


class ReadClaim(NamedTuple):
    """One claim: its span, its fields as read, and `printed`, all that a system has to print alike to be exact.

    `quantity` is what a ground truth takes it to be about; None where there is none, or its names do not settle it.
    """

    kind: str
    start: int
    end: int
    about: Read
    value: Read
    printed: tuple[Any, ...]
    quantity: Hashable = None


def read_claim(claim: Claim, published: int) -> ReadClaim:
    """The claim made comparable; `published` is the day ordinal that relative dates count from."""
    fields = fields_of(type(claim))
    about: Read = {}
    value: Read = {}
    of_an_athlete = any(getattr(claim, field.name) for field in fields.people)
    about.update(_people(claim, fields))
    about.update(_scopes(claim, fields, published))
    for field in fields.names:
        if printed := getattr(claim, field.name):
            subject = field.role == "nation" and not of_an_athlete
            names = printed if field.many else (printed,)
            (about if subject else value)[field.key] = tuple(sorted(_name(field.role, name) for name in names))
    value.update(_figures(claim, fields, published, claim.hedge or ""))
    for name, inner in fields.feats:
        if (feat := getattr(claim, name)) is not None:
            about.update(_feat(feat, name, inner, published))
    for field in fields.way:
        if (printed := getattr(claim, field.name)) is not None:
            way = read_stretch(printed) if field.role == "stretch" else read_point(printed)
            about[field.key] = fold(printed) if isinstance(way, Unread) else way
    value.update(_settings(claim, fields))
    printed = tuple(getattr(claim, name) for name in claim.__struct_fields__ if name not in NOT_PRINTED)
    return ReadClaim(kind_of(claim), claim.start, claim.end, about, value, printed)


def agree(gold: Hashable, predicted: Hashable) -> bool:
    """Whether two fields say the same. "Kerr" and "Josh Kerr" do: a name may be printed with more words before it."""
    if gold == predicted:
        return True
    if not (isinstance(gold, PrintedPeople) and isinstance(predicted, PrintedPeople)):
        return False
    if len(gold.names) != len(predicted.names):
        return False
    return all(
        _ends(gold_name, predicted_name) for gold_name, predicted_name in zip(gold.names, predicted.names, strict=True)
    )


def _ends(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    shared = min(len(shorter), len(longer))
    return shorter[-shared:] == longer[-shared:]


def _people(part: Any, fields: Fields) -> Iterator[ReadField]:
    for field in fields.people:
        if mention := getattr(part, field.name):
            yield field.key, _as_people(mention if field.many else (mention,))


@lru_cache(maxsize=1 << 14)
def _as_people(mentions: tuple[str, ...]) -> PrintedPeople:
    names = (tuple(_folded(mention).split()) for mention in mentions)
    return PrintedPeople(tuple(sorted(names, key=lambda words: words[::-1])))


def _folded(printed: str) -> str:
    """Folded; what folding leaves nothing of, as it stands."""
    return fold(printed) or printed


def _scopes(claim: Claim, fields: Fields, published: int) -> Iterator[ReadField]:
    if claim.as_of is not None:
        yield "as_of", _figure("date", claim.as_of, published)
    for field in fields.scopes:
        scope = getattr(claim, field.name)
        if scope is not None:
            for name, read in _scope(scope, published).items():
                yield f"{field.name}.{name}", read


@lru_cache(maxsize=1 << 14)
def _scope(scope: Scope, published: int) -> Read:
    """The scope's fields; what an event's or a competition's name says of sex, indoors and year counts as said."""
    read: Read = {name: value for name in scope.__struct_fields__ if (value := getattr(scope, name)) not in (None, ())}
    if scope.event is not None:
        event = read_event(scope.event)
        read["event"] = event.key
        read |= {"sex": scope.sex or event.sex, "indoor": event.indoor if scope.indoor is None else scope.indoor}
    if scope.competition is not None:
        folded = _folded(scope.competition)
        years = _YEAR.findall(folded)
        read["competition"] = " ".join(_YEAR.sub(" ", folded).split()) or folded
        read["year"] = scope.year or (int(years[0]) if len(years) == 1 else None)
    for role in ("round", "nation"):
        if role in read:
            read[role] = _name(role, str(read[role]))
    for name in _DATES:
        if name in read:
            read[name] = _figure("date", str(read[name]), published)
    return {name: value for name, value in read.items() if value is not None}


def _name(role: str, printed: str) -> str:
    if role == "event":
        return read_event(printed).key
    return (role == "round" and read_round(printed)) or _folded(printed)


def _figures(part: Any, fields: Fields, published: int, hedge: str) -> Iterator[ReadField]:
    """A hedge belongs to the first figure: "about" beside "50" is "about 50"."""
    for field in fields.figures:
        printed = getattr(part, field.name)
        if printed is not None:
            yield field.key, _figure(field.role, f"{hedge} {printed}" if hedge else printed, published)
            hedge = ""


def _figure(role: str, printed: str | int, published: int) -> Hashable:
    """The range that the figure stands for; its words, where no grammar reads them."""
    figure = read_figure(role, printed, published)
    return figure.value if isinstance(figure, Figure) else _folded(str(printed))


def _feat(feat: Feat, name: str, fields: Fields, published: int) -> Iterator[ReadField]:
    yield from _people(feat, fields)
    yield from _figures(feat, fields, published, "")
    read = {field.name for field in (*fields.people, *fields.figures)}
    for field in feat.__struct_fields__:
        if field not in read and (value := getattr(feat, field)) is not None:
            yield f"{name}.{field}", value


def _settings(claim: Claim, fields: Fields) -> Iterator[ReadField]:
    """The fields that no role reads, where they are not as they are when nothing is said."""
    for name, default in _plain_fields(type(claim), fields):
        value = getattr(claim, name)
        if value is not None and value != default:
            yield name, _folded(value) if isinstance(value, str) else value


@cache
def _plain_fields(kind: type[Claim], fields: Fields) -> tuple[tuple[str, Any], ...]:
    with_roles = {field.name for field in (*fields.people, *fields.names, *fields.figures, *fields.scopes)}
    with_roles |= {"at", *(name for name, _ in fields.feats), *Claim.__struct_fields__}
    return tuple((field.name, field.default) for field in msgspec.structs.fields(kind) if field.name not in with_roles)
