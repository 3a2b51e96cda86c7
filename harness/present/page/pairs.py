"""Conflicts as quotes side by side: which words say one thing, which the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from harness.present.page.standing import deciding
from harness.records.model import ClaimRef, Conflict, Finding
from harness.values import show

MEMBERS_SHOWN = 8  # of a conflict between more claims, an article's part of the page names the article's own only


class ConflictSide(msgspec.Struct, frozen=True, gc=False):
    """The claims that give one value, which is "" if they do not state the quantity itself; `more` are not shown."""

    value: str
    claims: tuple[Finding, ...]
    more: int = 0


class ConflictPair(msgspec.Struct, frozen=True, gc=False):
    """One conflict. `known` is what the ground truth has for the quantity, if anything; `more` claims are on sides that
    are not shown, and `anchor` is where the page lists all members ("": here)."""

    message: str
    known: str
    sides: tuple[ConflictSide, ...]
    anchor: str = ""
    more: int = 0


class Pairs:
    """The conflicts of a report, each assembled once. A claim that is not among the findings is left out."""

    def __init__(self, conflicts: Sequence[Conflict], findings: Mapping[ClaimRef, Finding]) -> None:
        self._whole: list[ConflictPair] = []
        self._of_article: dict[str, list[int]] = defaultdict(list)
        self.between: list[ConflictPair] = []
        for number, conflict in enumerate(conflicts):
            anchor = f"conflict.{number}" if conflict.scope == "articles" else ""
            pair = _pair(conflict, [findings[ref] for ref in conflict.claims if ref in findings], anchor)
            self._whole.append(pair)
            if conflict.scope == "articles":
                self.between.append(pair)
            for article in dict.fromkeys(ref.article for ref in conflict.claims):
                self._of_article[article].append(number)

    def of(self, article: str) -> tuple[ConflictPair, ...]:
        """The article's conflicts: its own claims, and from other articles as many as fit at a glance."""
        return tuple(_seen_from(article, self._whole[number]) for number in self._of_article[article])


def _pair(conflict: Conflict, claims: list[Finding], anchor: str) -> ConflictPair:
    sides: dict[str, list[Finding]] = {}
    known = ""
    for finding in claims:
        value, found = _said(finding, conflict.quantity)
        known = known or found
        sides.setdefault(value, []).append(finding)
    return ConflictPair(
        conflict.message,
        known,
        tuple(ConflictSide(value, tuple(statements)) for value, statements in sides.items()),
        anchor,
    )


def _seen_from(article: str, pair: ConflictPair) -> ConflictPair:
    """The pair as the article's part of the page shows it: of many claims its own, and how many others there are."""
    if sum(len(side.claims) for side in pair.sides) <= MEMBERS_SHOWN or not pair.anchor:
        return msgspec.structs.replace(pair, anchor="")
    sides, more = [], 0
    for side in pair.sides:
        own = tuple(finding for finding in side.claims if finding.article == article)
        if own:
            sides.append(ConflictSide(side.value, own, len(side.claims) - len(own)))
        else:
            more += len(side.claims)
    if not more and not any(side.more for side in sides):
        return msgspec.structs.replace(pair, anchor="")
    message = " against ".join([*(side.value for side in sides if side.value), "other articles" if more else ""])
    return ConflictPair(message.removesuffix(" against "), pair.known, tuple(sides), pair.anchor, more)


def _said(finding: Finding, quantity: str) -> tuple[str, str]:
    """What the finding's claim gives the quantity, and what is known of it."""
    for judged in finding.judged:
        if judged.quantity == quantity:
            known = "" if judged.found is None else show(judged.found, judged.measure)
            if judged is deciding(finding) and not judged.printed:  # no figure, but words: they say it best
                return finding.claimed, finding.found or known
            return show(judged.claimed, judged.measure), known
    return "", ""
