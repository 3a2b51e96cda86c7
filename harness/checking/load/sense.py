"""Checks that a schema cannot express: spans that fit, distinct ids, existing dates, quotes in place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import msgspec

from harness.checking.load.flaws import Flaw
from harness.claims.claim import Article, Claim, Scope, kind_of
from harness.records.model import Mistake
from harness.strict_json import JsonPath

if TYPE_CHECKING:
    from harness.checking.load.claims import ClaimFile

# what a looser reading leaves alone: which words they are, and where
NOT_LENIENT = frozenset(Claim.__struct_fields__) - {"as_of", "hedge"}

_RIGHT_VERDICTS = "'other' is not_checkable; every other kind is supported, refuted or not_enough_info"


def article_flaws(article: Article) -> Iterator[Flaw]:
    try:
        date.fromisoformat(article.published)
    except ValueError:
        yield Flaw(("article", "published"), f"there is no such day: {article.published}")


def claim_flaws(
    article: Article | None, claims: Iterable[tuple[int, Any]], other_ids: Collection[str] = ()
) -> Iterator[Flaw]:
    """What is wrong with the claims, which come with their index; `other_ids` are those of claims that could not be
    read."""
    first: dict[str, int] = {}
    repeats: list[tuple[int, Any]] = []
    characters = article.characters if article is not None else None
    for index, claim in claims:
        if first.setdefault(claim.id, index) != index:
            message = f"a second claim {claim.id!r} (the first is claims[{first[claim.id]}]): ids must differ"
            yield Flaw(("claims", index, "id"), message)
        start, end = claim.start, claim.end
        if end - start != len(claim.quote) or (characters is not None and end > characters):
            yield _span_flaw(claim, ("claims", index), characters)
        if claim.lenient is not None:
            yield from _lenient_flaws(claim, ("claims", index))
        if claim.gold_verdict is not None:
            yield from _gold_verdict_flaw(claim, ("claims", index, "gold_verdict"))
        if claim.inferred:
            yield from _inferred_flaws(article, claim, ("claims", index, "inferred"))
        if claim.repeats is not None:
            repeats.append((index, claim))
    for index, claim in repeats:
        yield from _repeats_flaw(claim, ("claims", index, "repeats"), {*first, *other_ids})


def _span_flaw(claim: Claim, path: JsonPath, characters: int | None) -> Flaw:
    start, end, length = claim.start, claim.end, len(claim.quote)
    if end <= start:
        message = f"end ({end}) must be greater than start ({start}): it is the place after the quote's last character"
    elif end - start != length:
        message = (
            f"start to end is {end - start} characters, the quote has {length}: "
            f"with this start, end is {start + length} (code points, end excluded)"
        )
    else:
        message = f"end ({end}) lies outside the text, which has {characters} characters (article.characters)"
    return Flaw((*path, "end"), message)


def _repeats_flaw(claim: Claim, path: JsonPath, ids: Collection[str]) -> Iterator[Flaw]:
    if claim.repeats == claim.id:
        yield Flaw(path, f"{claim.id!r} repeats itself: name the claim that says it first")
    elif claim.repeats not in ids:
        from harness.checking.load.words import meant

        yield Flaw(path, f"no claim {claim.repeats!r} in this file{meant(str(claim.repeats), ids)}")


def _gold_verdict_flaw(claim: Claim, path: JsonPath) -> Iterator[Flaw]:
    """What cannot be checked has no other verdict, and what can be has not that one."""
    if (claim.gold_verdict == "not_checkable") != (kind_of(claim) == "other"):
        yield Flaw(path, f"{claim.gold_verdict!r} contradicts the kind {kind_of(claim)!r}: {_RIGHT_VERDICTS}")


def _inferred_flaws(article: Article | None, claim: Claim, path: JsonPath) -> Iterator[Flaw]:
    """Only a machine infers, and only fields that the claim could have."""
    if article is not None and article.read_by is None:
        why = "only a machine infers fields: name it in article.read_by, or leave `inferred` out"
        yield Flaw(path, why)
    own = {*claim.__struct_fields__} - NOT_LENIENT
    scopes = {name for name in own if name in ("scope", "relative_to")}
    known = {"kind", *own, *(f"{scope}.{field}" for scope in scopes for field in Scope.__struct_fields__)}
    for number, field in enumerate(claim.inferred):
        if field not in known:
            from harness.checking.load.words import meant

            yield Flaw((*path, number), f"a {kind_of(claim)} has no field {field!r}{meant(field, known)}")


def _lenient_flaws(claim: Claim, path: JsonPath) -> Iterator[Flaw]:
    """The claim as its looser reading would have it must be a claim too, and on the same words."""
    from harness.checking.verdict import looser

    assert claim.lenient is not None
    fixed = sorted(NOT_LENIENT & claim.lenient.keys())
    for field in fixed:
        yield Flaw((*path, "lenient", field), f"{field!r} cannot be read otherwise: it is the same words", at_key=True)
    try:
        looser(claim)
    except (msgspec.ValidationError, TypeError):
        from harness.checking.load.shape import lenient_flaws

        yield from lenient_flaws(claim, path)


def check_text(file: ClaimFile, text: str) -> list[Mistake]:
    """Whether this is the article's text, and every quote is in it from `start` to `end`."""
    return file.mistakes(_text_flaws(file, text))


def _text_flaws(file: ClaimFile, text: str) -> Iterator[Flaw]:
    digest = sha256(text.encode()).hexdigest()
    if digest != file.article.sha256:
        yield Flaw(("article", "sha256"), f"the text's sha256 is {digest}: it is another text, or it was changed")
        return
    if len(text) != file.article.characters:
        yield Flaw(("article", "characters"), f"the text has {len(text)} characters (code points)")
    for index, claim in enumerate(file.claims):
        stands = text[claim.start : claim.end]
        if stands != claim.quote:
            message = f"at {claim.start} the text reads {stands!r}: {_elsewhere(claim, text)}"
            yield Flaw(("claims", index, "quote"), message)
        yield from _printed_but_inferred(claim, ("claims", index, "inferred"))


def _printed_but_inferred(claim: Claim, path: JsonPath) -> Iterator[Flaw]:
    """A field whose value the quote prints is not inferred: it would be let off where it is wrong.

    "Olympic record" names a list, not the Games of the race.
    """
    for number, field in enumerate(claim.inferred):
        outer, _, inner = field.partition(".")
        value: Any = getattr(claim, outer, None)
        value = getattr(value, inner, None) if inner else value
        if (
            not isinstance(value, str | int)
            or isinstance(value, bool)
            or (kind_of(claim), inner) == ("record", "competition")
        ):
            continue
        if re.search(rf"(?<!\w){re.escape(str(value))}(?!\w)", claim.quote):
            why = (
                f"the quote prints {field} ({value!r}): leave it out of `inferred`, which is for what stands elsewhere"
            )
            yield Flaw((*path, number), why)


def _elsewhere(claim: Claim, text: str) -> str:
    before, after = text.rfind(claim.quote, 0, claim.start), text.find(claim.quote, claim.start)
    starts = [at for at in (before, after) if at >= 0]
    if not starts:
        return "the quote is nowhere in the text"
    return f"the quote stands at {min(starts, key=lambda at: abs(at - claim.start))}"
