"""The figure that editors care about: which errors the check flags in what a system read, compared with gold.

A flagged error is a refuted claim. It is a hit if the gold claim that it is aligned with is refuted too and says the
same: its kind, its figure, its date. Another false statement at the place of an error is a false alarm, and so is every
flag in an article without errors. Whether a gold claim is wrong is taken from `gold_verdict` if a person gave one,
otherwise from the check.

Besides errors there is what a check marks "check this": machine-read claims that are contradicted as they were read.
Such a mark is right if the gold claim that it is aligned with is refuted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, TypeAlias

import msgspec

from harness.bench.copies import weight_of
from harness.bench.distinct import Triple, triple
from harness.bench.measures import Hits
from harness.bench.scoring import ArticleScore
from harness.bench.submissions import Gold
from harness.records.model import Finding, Verdict

Outcome: TypeAlias = Verdict | Literal["contradicted"]  # contradicted as it was read: open, and to be checked
Verdicts: TypeAlias = Mapping[str, Mapping[str, Outcome]]  # article id -> claim id -> outcome


class FlaggedClaims(msgspec.Struct, frozen=True, gc=False):
    """Which claims they are: gold's errors, those of them that were found, and the predicted ones that were alarms."""

    errors: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    alarms: tuple[str, ...] = ()


class Flagged(msgspec.Struct, frozen=True, gc=False):
    """One article: flagged errors, and the verdicts of aligned claims as gold verdict -> predicted verdict -> pairs.

    `checks` are the claims to be checked; its gold hits are errors that were not flagged already.
    """

    errors: Hits
    verdicts: dict[str, dict[str, int]]
    claims: FlaggedClaims = FlaggedClaims()
    checks: Hits = Hits()

    @property
    def false_alarms(self) -> int:
        return self.errors.predicted - int(self.errors.predicted_hits)


def distinct_errors(flags: Flagged, times: Mapping[str, int]) -> Triple:
    """The flagged errors of an article, each counted once; `times` says how often gold has each claim, by claim id."""
    caught, errors = (
        sum(weight_of(times[name]) for name in names) for names in (flags.claims.found, flags.claims.errors)
    )
    return triple(caught, errors, caught + len(flags.claims.alarms))


def verdicts_of(findings: Iterable[Finding]) -> dict[str, dict[str, Outcome]]:
    """The outcome of every claim of a finished check, by article."""
    outcomes: dict[str, dict[str, Outcome]] = {}
    for finding in findings:
        outcome: Outcome = "contradicted" if finding.contradicted_as_read else finding.verdict
        outcomes.setdefault(finding.article, {})[finding.claim] = outcome
    return outcomes


def human_verdicts(gold: Gold) -> dict[str, dict[str, Verdict]]:
    """What a person found of gold's claims, as far as somebody looked, by article and claim."""
    by_article = {
        name: {claim.id: claim.gold_verdict for claim in file.claims if claim.gold_verdict is not None}
        for name, file in gold.files.items()
    }
    return {name: verdicts for name, verdicts in by_article.items() if verdicts}


def flagged(scores: Sequence[ArticleScore], gold: Verdicts, predicted: Verdicts) -> list[Flagged]:
    """The flagged errors of every article, in the order of the scores."""
    return [_of_article(score, gold.get(score.article, {}), predicted.get(score.article, {})) for score in scores]


def all_is_well(scores: Sequence[ArticleScore], gold: Verdicts) -> list[Flagged]:
    """The constant system: it reads every claim as gold has it, and finds all of them supported."""
    return [_constant(gold.get(score.article, {})) for score in scores]


def _of_article(score: ArticleScore, gold: Mapping[str, Outcome], predicted: Mapping[str, Outcome]) -> Flagged:
    pairs: Counter[tuple[Verdict, Verdict]] = Counter()
    caught: dict[str, str] = {}
    checked = 0
    for (gold_id, predicted_id), same in zip(score.aligned, score.same, strict=True):
        if gold_id in gold and predicted_id in predicted:
            pairs[_verdict(gold[gold_id]), _verdict(predicted[predicted_id])] += 1
            if gold[gold_id] == predicted[predicted_id] == "refuted" and same:
                caught[gold_id] = predicted_id
            checked += gold[gold_id] == "refuted" and predicted[predicted_id] == "contradicted"
    errors = _errors(gold)
    flags = tuple(sorted(name for name, verdict in predicted.items() if verdict == "refuted"))
    alarms = tuple(name for name in flags if name not in caught.values())
    claims = FlaggedClaims(errors, tuple(sorted(caught)), alarms)
    checks = Hits(checked, checked, len(errors), sum(outcome == "contradicted" for outcome in predicted.values()))
    return Flagged(Hits(len(caught), len(caught), len(errors), len(flags)), _nested(pairs), claims, checks)


def _verdict(outcome: Outcome) -> Verdict:
    """The outcome as a verdict: a claim that is contradicted only as it was read counts as open."""
    return "not_enough_info" if outcome == "contradicted" else outcome


def _constant(gold: Mapping[str, Outcome]) -> Flagged:
    pairs: Counter[tuple[Verdict, Verdict]] = Counter((_verdict(outcome), "supported") for outcome in gold.values())
    errors = _errors(gold)
    hits = Hits(0, 0, len(errors), 0)
    return Flagged(hits, _nested(pairs), FlaggedClaims(errors), checks=hits)


def _errors(verdicts: Mapping[str, Outcome]) -> tuple[str, ...]:
    return tuple(sorted(name for name, verdict in verdicts.items() if verdict == "refuted"))


def _nested(pairs: Mapping[tuple[Verdict, Verdict], int]) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for (gold_verdict, predicted_verdict), count in sorted(pairs.items()):
        if count:
            table.setdefault(gold_verdict, {})[predicted_verdict] = count
    return table
