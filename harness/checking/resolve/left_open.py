"""What a claim's words leave open, and what settles it: the people it names, or what its article is about."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from msgspec.structs import replace

from harness.checking.resolve.claim_reading import ClaimReading
from harness.checking.resolve.fields import Fields, is_against_others
from harness.claims.article import About
from harness.claims.claim import Claim, Scope
from harness.truth.index import Truth


def narrowed(claim: Claim, about: About | None, open_fields: Collection[str]) -> Claim:
    """The claim, with what its scope leaves open filled in from its article's headline or opening.

    `open_fields` are those of the scope that may be filled in for the claim. A competition is taken over only if the
    claim names no time or place of its own; a year only together with a competition.
    """
    scope: Any = getattr(claim, "scope", None)
    if about is None or not isinstance(scope, Scope):
        return claim
    narrowed: dict[str, Any] = {}
    if "event" in open_fields and not (scope.event or scope.events or scope.group or scope.part):
        narrowed["event"] = about.event
    dated = any(words is not None for words in (scope.year, scope.season, scope.after, scope.until, scope.on))
    if "competition" in open_fields and not dated and scope.level is None:
        if scope.competition is None:
            narrowed["competition"] = about.competition
        narrowed["season"] = about.season
    return replace(claim, scope=replace(scope, **narrowed)) if any(narrowed.values()) else claim


def settle_sex(
    claim: Claim, fields: Fields, reading: ClaimReading, truth: Truth, about: About | None, open_fields: Collection[str]
) -> None:
    """If a scope leaves the sex open, it is that of the athletes the claim is about, else that of the article.

    If the claim compares them with others it is not that of the athletes: "the first person to win it twice" is the
    first of men and women, unless the article is about one of them.
    """
    scope = reading.settings.get("scope")
    if scope is None or scope.sex is not None:
        return
    people = [athlete for field in fields.people for athlete in reading.names.get(field.key, ())]
    sexes: set[str] = {truth.athletes[athlete].sex for athlete in people}
    article_sex = about.sex if about is not None and "sex" in open_fields else None
    if is_against_others(claim):
        sexes = {article_sex} if article_sex is not None and sexes <= {article_sex} else set()
    elif not people and article_sex is not None:
        sexes = {article_sex}
    if len(sexes) == 1:
        (sex,) = sexes
        mixed = scope.event is not None and truth.sexes.get(scope.event, frozenset()) == {"mixed"}
        reading.settings["scope"] = replace(scope, sex="mixed" if mixed else sex)
