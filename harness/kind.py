"""The interface of a kind of claim: what every file in kinds/ provides. mypy checks it there, and the registry at
start."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, Protocol, TypeAlias

from msgspec.structs import replace

from harness.claims.claim import ClaimT, Resolved
from harness.records.model import AnyQuantity, Assertion, EvidenceTable, Known, Severity, Unknown, Unreadable
from harness.truth.evidence_tables import from_evidence
from harness.truth.index import Truth
from harness.truth.pack import Competition, Edition
from harness.truth.races import may_be_another_round
from harness.truth.results import Result
from harness.wording import Noun, Wording, in_figures, plain_noun

Deciding: TypeAlias = Callable[[Any, Truth, int], Known | Unknown]  # of a quantity, from a ground truth, as of a day


@dataclass(frozen=True)
class Attribute:
    """One thing that can be asked about a kind: how it is worked out, and how an editor is told.

    `known` obeys the law that fewer facts only widen what is known. `heading` names the quantity where kind and
    attribute do not name it well. `difference` says what is wrong if the values are names. `shareable`: several names
    can be true at once if the ground truth has them all, as for a shared record; otherwise only one of them is true.
    `one_race`: it is about the athlete's race that the scope names, which a day without a round need not tell.
    """

    known: Deciding
    heading: str = ""
    difference: str = "another name"
    shareable: bool = False
    one_race: bool = False


@dataclass(frozen=True)
class Plants:
    """The errors that can be planted in claims of a kind, besides those in marks and names, which any kind may have.

    `number`: the field with a number that can be changed by one. `scope`: whether a word that narrows the scope can be
    left out. `race`: whether what was done in one race can be attributed to another. `of_one`: whether the claim (as
    data) can be true of one athlete only, so that it is wrong when attributed to another.
    """

    number: str = ""
    scope: bool = False
    race: bool = False
    of_one: Callable[[Mapping[str, Any]], bool] = lambda claim: False


class ReportedRace(Protocol):
    """A final with its results in order, as seen by a report that is published some days later."""

    truth: Truth
    competition: Competition
    edition: Edition

    @property
    def results(self) -> Sequence[Result]: ...

    @property
    def scope(self) -> Mapping[str, str]: ...

    def name(self, result: Result) -> str:
        """The athlete's name, as in claims."""

    def ask(self, claim: dict[str, Any]) -> int | str | None:
        """The single known value of the quantity in the claim (as data); None if there is not exactly one."""


class ReportSentence(NamedTuple):
    """A claim (as data) that a report of a race may make, and the sentence patterns for it.

    Patterns are explained in `corpus/sentences.py`; in them the claim is called by its kind's name.
    """

    claim: dict[str, Any]
    patterns: tuple[str, ...]


def _no_sentences(race: ReportedRace) -> Iterator[ReportSentence]:
    yield from ()


def _no_facts(resolved: Resolved[Any]) -> tuple[Result, ...]:
    return ()


def _one_meaning(resolved: Resolved[Any], truth: Truth) -> tuple[tuple[str, Any], ...]:
    return ()


@dataclass(frozen=True)
class Kind(Generic[ClaimT]):
    """Everything about a kind; its file ends with one, called KIND.

    `claim` is the claim's type; its docstring is the manual page, under HEADINGS. `assertions` says which quantities
    the claim's words give which values. `attributes` has an entry for every member of the kind's enumeration.
    `severity` is the severity of an error, or a function of what is claimed and known. `worded` puts into words what
    figures alone do not say, and `tables` shows the evidence in a readable form. `facts` is what a claim would add to a
    ground truth. `meanings` are the claims that its words may stand for, each with what it takes them to be of; none if
    they can stand for one thing only. `timetable`: it is known before a race is run. `in_finals`: it is decided in
    finals, whether or not the scope says so. `sentences` are the claims that an invented report of a race may make,
    with their wording; those that are true are used. `about` names the fields of a scope that are taken from what the
    article is about if a claim leaves them open. `checkable` is false if results can never decide such a claim.
    """

    claim: type[ClaimT]
    assertions: Callable[[Resolved[ClaimT]], tuple[Assertion, ...] | Unknown | Unreadable]
    attributes: Mapping[Any, Attribute]
    severity: Severity | Callable[[Assertion, Known], Severity]
    worded: Callable[[Assertion, Known, Truth], Wording] = in_figures
    noun: Callable[[Any], Noun] = plain_noun
    tables: Callable[[Assertion, Known, Truth], tuple[EvidenceTable, ...]] = from_evidence
    facts: Callable[[Resolved[ClaimT]], tuple[Result, ...]] = _no_facts
    meanings: Callable[[Resolved[ClaimT], Truth], tuple[tuple[str, ClaimT], ...]] = _one_meaning
    plants: Plants = Plants()
    timetable: bool = False
    in_finals: bool = False
    sentences: Callable[[ReportedRace], Iterator[ReportSentence]] = _no_sentences
    about: Callable[[ClaimT], Collection[str]] = lambda claim: ()
    checkable: bool = True

    @property
    def name(self) -> str:
        return str(self.claim.__struct_config__.tag)

    @property
    def manual(self) -> str:
        return inspect.cleandoc(self.claim.__doc__ or "")

    def known(self, quantity: AnyQuantity, truth: Truth, as_of: int) -> Known | Unknown:
        """What the ground truth knows about the quantity on the day."""
        attribute = self.attributes[quantity.attribute]
        known = attribute.known(quantity, truth, as_of)
        if not attribute.one_race or isinstance(known, Unknown) or known.perhaps_more:
            return known
        more = may_be_another_round(truth, quantity.subjects, quantity.setting, as_of)
        return replace(known, perhaps_more=True) if more else known

    def severity_of(self, assertion: Assertion, known: Known) -> Severity:
        """The severity of the assertion, if it is an error."""
        return self.severity(assertion, known) if callable(self.severity) else self.severity

    def heading(self, quantity: AnyQuantity) -> str:
        """The name of the quantity, for the head of a row: "medal count: bronze"."""
        name, attribute = self.name.replace("_", " "), str(quantity.attribute).replace("_", " ")
        return self.attributes[quantity.attribute].heading or (name if attribute == name else f"{name}: {attribute}")


HEADINGS = ("What it claims", "Fields", "How it is judged", "What absence proves", "Example", "Source")
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
