"""What a kind of claim is: the interface of every file in kinds/, which mypy checks there and the registry at start."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, Protocol, TypeAlias

from harness.claim import ClaimT, Resolved
from harness.model import AnyQuantity, Assertion, EvidenceTable, Known, Severity, Unknown, Unreadable
from harness.truth.evidence_tables import from_evidence
from harness.truth.index import Truth
from harness.truth.pack import Competition, Edition
from harness.truth.results import Result
from harness.wording import Noun, Wording, in_figures, plain_noun

Deciding: TypeAlias = Callable[[Any, Truth, int], Known | Unknown]  # of a quantity, from a ground truth, as of a day


@dataclass(frozen=True)
class Attribute:
    """What can be asked of a kind: how it is worked out, and what an editor is told of it.

    `known` obeys the law that fewer facts only widen what is known. `heading` says what the quantity is where its kind
    and attribute do not say it best. `difference` names what is wrong where the values are names. `shareable`: several
    names are true at once where the ground truth has them all, as a record may be shared; else they are one of which.
    """

    known: Deciding
    heading: str = ""
    difference: str = "another name"
    shareable: bool = False


@dataclass(frozen=True)
class Plants:
    """Which errors can be planted in claims of a kind, beside those in the marks and names that any kind may have.

    `number`: the field with a number that may be one off. `scope`: a word that narrows the scope may be left out.
    `race`: what was done in one race may be printed of another. `of_one`: whether what the claim (as data) says holds
    of one athlete alone, so that printed of another it is wrong.
    """

    number: str = ""
    scope: bool = False
    race: bool = False
    of_one: Callable[[Mapping[str, Any]], bool] = lambda claim: False


class ReportedRace(Protocol):
    """A final with its results in order, as a report printed some days later sees it."""

    truth: Truth
    competition: Competition
    edition: Edition

    @property
    def results(self) -> Sequence[Result]: ...

    @property
    def scope(self) -> Mapping[str, str]: ...

    def name(self, result: Result) -> str:
        """The athlete's name, as claims have it."""

    def ask(self, claim: dict[str, Any]) -> int | str | None:
        """The one value that is known of what the claim (as data) asks; None where there is not one."""


class ReportSentence(NamedTuple):
    """A claim (as data) that a report of a race may make, and the patterns in which it may be said.

    A pattern is as in `corpus/sentences.py`; the claim goes by its kind's name there.
    """

    claim: dict[str, Any]
    patterns: tuple[str, ...]


def _no_sentences(race: ReportedRace) -> Iterator[ReportSentence]:
    yield from ()


def _no_facts(resolved: Resolved[Any]) -> tuple[Result, ...]:
    return ()


@dataclass(frozen=True)
class Kind(Generic[ClaimT]):
    """Everything that is said of a kind; its file ends with one, called KIND.

    `claim` is the claim's type, whose docstring is the manual page, under HEADINGS. `assertions` says which quantities
    its words give which values; `attributes` holds every member of the kind's enumeration. `severity` is what an error
    costs, or a function of what is claimed and known. `worded` tells an editor what figures alone do not, and `tables`
    shows the evidence as people would rather see it; `facts` is what a claim would add to a ground truth. `timetable`:
    it is known before a race is run. `in_finals`: it is decided in finals, whether the scope says so or not.
    `sentences` are what an invented report of a race may say: those that hold are said.
    `about` names the fields of a scope that mean what the article is about where a claim leaves them open.
    `checkable` is false where results cannot tell by nature.
    """

    claim: type[ClaimT]
    assertions: Callable[[Resolved[ClaimT]], tuple[Assertion, ...] | Unknown | Unreadable]
    attributes: Mapping[Any, Attribute]
    severity: Severity | Callable[[Assertion, Known], Severity]
    worded: Callable[[Assertion, Known, Truth], Wording] = in_figures
    noun: Callable[[Any], Noun] = plain_noun
    tables: Callable[[Assertion, Known, Truth], tuple[EvidenceTable, ...]] = from_evidence
    facts: Callable[[Resolved[ClaimT]], tuple[Result, ...]] = _no_facts
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
        """What the ground truth knows of the quantity on the day."""
        return self.attributes[quantity.attribute].known(quantity, truth, as_of)

    def severity_of(self, assertion: Assertion, known: Known) -> Severity:
        """What the error costs that the assertion is."""
        return self.severity(assertion, known) if callable(self.severity) else self.severity

    def heading(self, quantity: AnyQuantity) -> str:
        """What is asked, for the head of a row: "medal count: bronze"."""
        name, attribute = self.name.replace("_", " "), str(quantity.attribute).replace("_", " ")
        return self.attributes[quantity.attribute].heading or (name if attribute == name else f"{name}: {attribute}")


HEADINGS = ("What it claims", "Fields", "How it is judged", "What absence proves", "Example", "Source")
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
