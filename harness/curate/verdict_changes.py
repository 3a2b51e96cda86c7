"""The verdicts that another pack changes on the same claims, and the facts that cause it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from harness.checking.load import ClaimFile
from harness.checking.run import Checker
from harness.curate.difference import Difference
from harness.records.model import Finding
from harness.truth.index import Truth


class Turned(msgspec.Struct, frozen=True):
    """A claim whose verdict, or the value known of it, differs between two packs.

    `before` and `after` are the verdicts, `knew` and `knows` the known values; `why` is the reason that the second pack
    gives, and `facts` are the changed facts on which either verdict rests.
    """

    article: str
    claim: str
    text: str
    before: str
    after: str
    knew: str
    knows: str
    why: str
    facts: tuple[str, ...]


def turned(files: Sequence[ClaimFile], first: Truth, second: Truth, between: Difference) -> Iterator[Turned]:
    """The claims whose verdicts differ, in the order of the files."""
    before, after = Checker(first), Checker(second)
    differing = sorted({*between.added, *between.removed, *(changed.fact for changed in between.changed)})
    for file in files:
        for old, new in zip(before.check_article(file), after.check_article(file), strict=True):
            if old.verdict != new.verdict:
                yield _turned(old, new, differing, second)


def resting_on_changes(files: Sequence[ClaimFile], first: Checker, second: Checker) -> frozenset[str]:
    """The paths of the claim files of which any finding is another: in its verdict, or in what it rests on."""
    return frozenset(file.path for file in files if first.check_article(file) != second.check_article(file))


def _turned(old: Finding, new: Finding, differing: Sequence[str], truth: Truth) -> Turned:
    rests_on = _cited(old) | _cited(new)
    knew, knows = _moved(old, new, truth)
    return Turned(
        article=new.article,
        claim=new.claim,
        text=new.text,
        before=old.verdict,
        after=new.verdict,
        knew=knew,
        knows=knows,
        why=new.message or "; ".join(new.arithmetic) or "; ".join(item.summary for item in new.evidence[:1]),
        facts=tuple(fact for fact in differing if fact.partition(" ")[2] in rests_on),
    )


def _moved(old: Finding, new: Finding, truth: Truth) -> tuple[str, str]:
    """What was and is known of the first quantity of the claim on which the verdict is another."""
    for earlier, later in zip(old.judged, new.judged, strict=False):
        if earlier.verdict != later.verdict and earlier.quantity == later.quantity:
            before, after = (
                truth.show(each.found, each.measure) if each.found else "nothing" for each in (earlier, later)
            )
            return before, after
    return old.found or old.message, new.found or new.message


def _cited(finding: Finding) -> set[str]:
    """The ids of the facts and statements that the verdict rests on."""
    return {item.id for item in finding.evidence} | set(finding.relied_on)
