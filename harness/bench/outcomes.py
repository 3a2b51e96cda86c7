"""A trick on the scorer and its outcome, and the invented systems with which tricks are tried."""

from __future__ import annotations

from typing import NamedTuple

from harness.bench.invented import Claims, check, gold
from harness.bench.results import Results, System
from harness.bench.run import FlaggingCheck, run
from harness.bench.submissions import Gold, Prediction, Submission

RESAMPLES = 200


class Outcome(NamedTuple):
    """One trick: what must come out, what did, and whether that is it."""

    trick: str
    stated: str
    found: str
    holds: bool


def submission(name: str, claims: Claims) -> Submission:
    return Submission(name, {article: Prediction(claim_list) for article, claim_list in claims.items()})


def scored(*claims: Claims, given: Gold | None = None) -> Results:
    """The results of systems called a, b, c ... that say these claims."""
    submissions = [submission(chr(ord("a") + place), claim_list) for place, claim_list in enumerate(claims)]
    return run(given or gold(), submissions, FlaggingCheck(check, "the invented check"), RESAMPLES)


def system(results: Results, name: str = "a") -> System:
    return next(system for system in results.systems if system.name == name)
