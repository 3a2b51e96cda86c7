"""A bench run: every system scored and, if a check is passed in, its flagged errors counted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

import msgspec

from harness.bench.flagged import Flagged, Outcome, Verdicts, all_is_well, flagged, human_verdicts
from harness.bench.keeping import kept
from harness.bench.results import Results, Scored, results
from harness.bench.scoring import GoldReadings, Quantities, score_articles
from harness.bench.submissions import Gold, Submission
from harness.checking.load import ClaimFile

Check: TypeAlias = Callable[[Iterable[ClaimFile]], Verdicts]


class FlaggingCheck(msgspec.Struct, frozen=True):
    """The check that errors are flagged by; `against` says in the signature what it checks against and as of when.

    `quantities` reads what claims are about by the same ground truth.
    """

    check: Check | None = None
    against: str = "not checked"
    quantities: Quantities | None = None


def run(
    gold: Gold, submissions: Sequence[Submission], checked: FlaggingCheck, draws: int, keep_in: Path | None = None
) -> Results:
    """The results of the systems. With `keep_in` (a folder), what was scored there from the same inputs is not scored
    again."""
    on_gold = _with_a_persons(_on_gold(gold, checked, keep_in), gold) if checked.check is not None else {}
    read: GoldReadings = {}
    scored = [_system(gold, submission, on_gold, checked, keep_in, read) for submission in submissions]
    well = all_is_well(scored[0].articles, on_gold)
    return results(gold, scored, well, draws, checked.against)


def _on_gold(gold: Gold, checked: FlaggingCheck, keep_in: Path | None) -> Verdicts:
    check = checked.check
    if check is None:
        return {}
    path = keep_in / "(gold).json" if keep_in else None
    return kept(path, (gold.digest, checked.against), dict[str, dict[str, Outcome]], lambda: check(gold.files.values()))


def _with_a_persons(verdicts: Verdicts, gold: Gold) -> Verdicts:
    """The verdicts on gold claims: a person's where there is one, else the check's."""
    human = human_verdicts(gold)
    return {article: {**verdicts.get(article, {}), **human.get(article, {})} for article in gold.files}


def _system(
    gold: Gold,
    submission: Submission,
    on_gold: Verdicts,
    checked: FlaggingCheck,
    keep_in: Path | None,
    read: GoldReadings,
) -> Scored:
    path = keep_in / f"{submission.name}.json" if keep_in else None
    inputs = (gold.digest, submission.name, submission.digest, *submission.problems, checked.against)
    scored = kept(path, inputs, Scored, lambda: score(gold, submission, on_gold, checked, read))
    return msgspec.structs.replace(scored, costs=submission.costs, figures_read=submission.figures_read)


def score(
    gold: Gold, submission: Submission, on_gold: Verdicts, checked: FlaggingCheck, read: GoldReadings | None = None
) -> Scored:
    """One system's counts; `read` keeps the reading of gold for the next system.

    The claims are checked with gold's data of the articles: a system cannot choose the date of publication.
    """
    articles = score_articles(gold, submission, checked.quantities, read)
    flags: tuple[Flagged, ...] | None = None
    if checked.check is not None:
        flags = tuple(flagged(articles, on_gold, checked.check(_as_files(gold, submission))))
    return Scored(
        name=submission.name,
        digest=submission.digest,
        articles=tuple(articles),
        flagged=flags,
        problems=submission.problems,
    )


def _as_files(gold: Gold, submission: Submission) -> list[ClaimFile]:
    return [
        ClaimFile(f"{submission.name}/{name}", gold.files[name].article, prediction.claims)
        for name, prediction in submission.predictions.items()
    ]
