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
from harness.claims.claim import Claim, Resolved, kind_of
from harness.claims.scope import Scope
from harness.kinds import kinds
from harness.names import Names
from harness.records.model import Mistake, Setting, Unreadable
from harness.strict_json import JsonPath
from harness.truth.on_the_way import metres_of


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


def _laps_too_many(claim: Claim, resolved: Resolved[Any], names: Names) -> Unreadable | None:
    """Laps that are longer together than the race: the first that ends beyond it. Without their length, of its own."""
    setting = resolved.settings.get("scope", Setting())
    event = names.truth.events.get(setting.event or "")
    each = resolved.names.get("each", ("1lap",))[0]
    unit = each.lstrip("0123456789")
    if event is None or event.metres is None:
        return None
    edition = names.truth.editions.get(setting.edition or "")
    indoor = bool(setting.indoor) or (edition is not None and edition.indoor)
    for field in fields_of(type(claim)).figures:
        laps = getattr(claim, field.name) if field.many and field.role == "mark" else ()
        for number in range(1, len(laps) + 1):
            point = f"{int(each.removesuffix(unit)) * number}{unit}"
            end = metres_of(names.truth, event.id, indoor, point)
            if (end or 0) > event.metres or (end is None and unit == "quarter"):
                return Unreadable(f"{field.name}.{number - 1}", f"so many laps are longer than the {event.name}")
    return None


def _unreadable(claim: Claim, words: ArticleWords) -> Unreadable | None:
    resolved = words.resolve(claim)
    if isinstance(resolved, Unreadable):
        return resolved
    if isinstance(resolved, Resolved):
        impossible = _ahead_of_themselves(claim, resolved) or _laps_too_many(claim, resolved, words.names)
        if impossible is not None:
            return impossible
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
