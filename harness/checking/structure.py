"""Claims that no ground truth could decide: a part that the event does not have, a leg beyond the relay's, and the
like.

Each claim is resolved with the pack's names and events, as in a check; results are not used.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from harness.checking.load import ClaimFile
from harness.checking.load.flaws import Flaw
from harness.checking.resolve import ArticleWords
from harness.checking.resolve.fields import fields_of
from harness.checking.verdict import looser
from harness.claim import Claim, Resolved, kind_of
from harness.kinds import kinds
from harness.model import Mistake, Unreadable
from harness.names import Names
from harness.scope import Scope
from harness.strict_json import JsonPath


def misplaced(file: ClaimFile, names: Names) -> list[Mistake]:
    """Every claim of the file that asks what its event, or its own fields, cannot answer, with the field in
    question."""
    words = ArticleWords.of_file(names, file)
    flaws = [flaw for index, claim in enumerate(file.claims) for flaw in _flaws(claim, ("claims", index), words)]
    return file.mistakes(flaws)


def _flaws(claim: Claim, path: JsonPath, words: ArticleWords) -> Iterator[Flaw]:
    for field in fields_of(type(claim)).scopes:
        group = getattr(getattr(claim, field.name), "group", None)
        if group is not None and words.names.group(group) is None:  # a check leaves it open: the pack may be too small
            yield Flaw((*path, field.name, "group"), f"no event is of a group or sport {group!r}")
        yield from _of_teams(getattr(claim, field.name), (*path, field.name), words.names)
    unreadable = _unreadable(claim, words)
    if unreadable is not None:
        yield Flaw((*path, *_inside(claim, unreadable.field)), unreadable.why)
    elif claim.lenient is not None and (loose := _unreadable(looser(claim), words)) is not None:
        yield Flaw((*path, "lenient"), loose.why)


def _of_teams(scope: Scope | None, path: JsonPath, names: Names) -> Iterator[Flaw]:
    """A relay among individual events only, or an individual event among those of teams."""
    if scope is None or scope.individual is None or scope.event is None:
        return
    event = names.event(scope.event)
    row = names.truth.events.get(event) if isinstance(event, str) else None
    if row is not None and row.team == scope.individual:
        yield Flaw((*path, "individual"), f"{row.name} is {'a team' if row.team else 'an individual'} event")


def _ahead_of_themselves(claim: Claim, resolved: Resolved[Any]) -> Unreadable | None:
    """Who did it by finishing ahead of themselves."""
    own = {who for field in fields_of(type(claim)).people for who in resolved.names.get(field.key, ())}
    for name, inner in fields_of(type(claim)).feats:
        if any(own & {*resolved.names.get(field.key, ())} for field in inner.people):
            return Unreadable(f"{name}.beats", "nobody finishes ahead of themselves")
    return None


def _unreadable(claim: Claim, words: ArticleWords) -> Unreadable | None:
    resolved = words.resolve(claim)
    if isinstance(resolved, Unreadable):
        return resolved
    if isinstance(resolved, Resolved) and (themselves := _ahead_of_themselves(claim, resolved)) is not None:
        return themselves
    kind = kinds()[kind_of(claim)]
    asserted = kind.assertions(resolved) if kind.checkable and isinstance(resolved, Resolved) else None
    return asserted if isinstance(asserted, Unreadable) else None


def _inside(claim: Claim, field: str) -> JsonPath:
    """The field's place in the claim, as far as it is there: what is missing is told of the claim."""
    place: list[str | int] = []
    part: object = claim
    for name in field.split("."):
        part = part[int(name)] if name.isdigit() and isinstance(part, tuple) else getattr(part, name, None)
        if part is None:
            break
        place.append(int(name) if name.isdigit() else name)
    return tuple(place)
