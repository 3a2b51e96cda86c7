"""The quantities that claims are about, according to the ground truth: two scopes in different words may mean one race.

"Eugene", "the Oregon worlds" and "World Championships" with the year 2022 are one edition, and a race without a round
is the final. The people are those named by gold's claims, so that nothing a system prints elsewhere changes what its
claim means. Values are not used: only names, places and days of the competitions. The command passes this to the bench.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from harness.checking.load import ClaimFile
from harness.checking.resolve import ArticleWords, Readings
from harness.claims.claim import Claim, Resolved, kind_of
from harness.kind import Kind
from harness.kinds import kinds
from harness.names import Names
from harness.records.model import Assertion, Setting


def quantities_of(names: Names) -> Callable[[ClaimFile, Sequence[Claim]], list[Hashable]]:
    """A function that gives the quantities of a claim on the article of gold's file; None if the names do not settle
    it."""
    readings = Readings()

    def read(gold: ClaimFile, claims: Sequence[Claim]) -> list[Hashable]:
        words = ArticleWords.of_file(names, gold, readings=readings)
        return [_quantities(words, claim) for claim in claims]

    return read


def _quantities(words: ArticleWords, claim: Claim) -> Hashable:
    kind = kinds()[kind_of(claim)]
    resolved = words.resolve(claim) if kind.checkable else None
    asserted = kind.assertions(resolved) if isinstance(resolved, Resolved) else None
    return _about(asserted) if isinstance(asserted, tuple) else None


def _about(asserted: Iterable[Assertion]) -> tuple[Any, ...]:
    return tuple(
        (_plain(kinds()[assertion.quantity.kind], assertion.quantity.setting), _rest(assertion))
        for assertion in asserted
    )


def _plain(kind: Kind[Claim], setting: Setting) -> Setting:
    """The setting without what its holding says already."""
    if setting.edition is not None:
        setting = replace(setting, competition=None, level=None, indoor=None)
    return replace(setting, round=None) if kind.in_finals and setting.round == "final" else setting


def _rest(assertion: Assertion) -> tuple[Any, ...]:
    return assertion.quantity.attribute, assertion.quantity.subjects, assertion.quantity.qualifier, assertion.as_of
