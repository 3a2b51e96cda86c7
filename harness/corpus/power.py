"""Measuring the check: every type of error is planted in every supported claim, and the caught ones are counted.

A planted error is *caught* if the check refutes the claim, cannot parse its figure, or gives it the expected remark. It
is *open* if the ground truth cannot settle the altered claim, and *missed* if the altered claim is supported. If a
claim is still supported after a change of scope, it *holds*: a British record is still a record, and no error was made;
such claims are listed for review.

There are two shares: caught of all errors, and caught where the ground truth is complete. The latter counts errors in a
figure or a subject for which it knows the quantity to a single value. An error that moves the claim to another subject,
for which that may not be known, is counted there unless it is open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal, TypeAlias

import msgspec

from harness.checking.load import ClaimFile
from harness.checking.resolve import ArticleWords
from harness.checking.run import Checker
from harness.checking.verdict import Judgement
from harness.claims.claim import Claim, kind_of
from harness.corpus.elsewhere import elsewhere
from harness.corpus.errors import ERRORS
from harness.corpus.planting import Elsewhere, Error
from harness.kinds import kinds
from harness.records.model import Known, Unknown
from harness.values import Label, Range

Outcome: TypeAlias = Literal["caught", "open", "missed", "holds"]


class Planted(msgspec.Struct, frozen=True, gc=False):
    """One error in one claim: what was changed into what, and the outcome of the check.

    `settled`: the error cannot have left the claim true, and the ground truth is complete for the claim's quantity.
    """

    article: str
    claim: str
    kind: str
    error: str
    change: str
    outcome: Outcome
    settled: bool


class Power(msgspec.Struct, frozen=True, gc=False):
    """Everything that was planted; `controls` is the number of unaltered claims checked, `refuted_controls` those
    refuted."""

    planted: tuple[Planted, ...]
    controls: int
    refuted_controls: tuple[str, ...]

    @property
    def errors(self) -> tuple[Planted, ...]:
        """What was planted, without claims that are still true."""
        return tuple(error for error in self.planted if error.outcome != "holds")

    @property
    def caught(self) -> float | None:
        """The share of all errors that are caught; None where there are none."""
        return sum(error.outcome == "caught" for error in self.errors) / len(self.errors) if self.errors else None

    @property
    def rate(self) -> float | None:
        """The share of settled errors that are caught; None where there are none."""
        settled = [error for error in self.planted if error.settled]
        return sum(error.outcome == "caught" for error in settled) / len(settled) if settled else None


def power(files: Iterable[ClaimFile], checker: Checker) -> Power:
    """Plant every error in every supported claim of the files, one at a time."""
    planted: list[Planted] = []
    controls, refuted = 0, []
    for file in files:
        bench = _Bench(file, checker)
        for claim in file.claims:
            sound = bench.judge(claim)
            if sound.ruling.verdict != "supported":
                continue
            controls += 1
            if bench.judge(_rebuilt(claim, {})).ruling.verdict != "supported":
                refuted.append(f"{file.article.id} {claim.id}")
            planted += bench.plant_all(claim, sound)
    return Power(tuple(planted), controls, tuple(refuted))


class _Bench:
    """One article's claims, to be altered and checked again."""

    def __init__(self, file: ClaimFile, checker: Checker) -> None:
        self.article = file.article.id
        self.verifier = checker.verifier
        self.words = ArticleWords.of_file(checker.names, file, readings=checker.readings)

    def judge(self, claim: Claim) -> Judgement:
        return self.verifier.judge(claim, self.words)

    def plant_all(self, claim: Claim, sound: Judgement) -> Iterator[Planted]:
        data = msgspec.to_builtins(claim)
        around = Elsewhere() if sound.resolved is None else elsewhere(sound.resolved, self.verifier)
        complete = all(_single(part.known) for part in sound.ruling.weighed)
        for error in ERRORS:
            for altered in error.plant(data, around):
                change = {name: value for name, value in altered.items() if data.get(name) != value}
                outcome = _outcome(error, self.judge(_rebuilt(claim, altered)))
                yield Planted(
                    self.article, claim.id, kind_of(claim), error.name, _shown(data, change), outcome,
                    complete and (error.of == "figure" or (error.of == "subject" and outcome != "open")),
                )  # fmt: skip


def _rebuilt(claim: Claim, altered: dict[str, Any]) -> Claim:
    """The claim made anew from data, as a claim file is read; `{}` alters nothing."""
    data = altered or msgspec.to_builtins(claim)
    return msgspec.convert(data, kinds()[data["kind"]].claim)


def _outcome(error: Error, judgement: Judgement) -> Outcome:
    verdict = judgement.ruling.verdict
    if error.shows in judgement.notes or (error.shows == "refuted" and verdict in ("refuted", "unreadable")):
        return "caught"
    if verdict == "not_enough_info":
        return "open"
    return "holds" if error.of == "scope" else "missed"


def _single(known: Known | Unknown) -> bool:
    value = known.value if isinstance(known, Known) else None
    if isinstance(value, Label):
        return len(value.names) == 1
    return isinstance(value, Range) and value.low is not None and value.low == value.high


def _shown(data: dict[str, Any], change: dict[str, Any]) -> str:
    return "; ".join(f"{name} {_plain(data.get(name))} -> {_plain(value)}" for name, value in change.items())


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(f"{name}={inner}" for name, inner in value.items()) or "nothing"
    return str(value)
