"""The whole check, in the order it happens: load, resolve, judge, own arithmetic, conflicts, scores, gate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from copy import copy
from datetime import date
from functools import cache, partial
from types import MappingProxyType
from typing import Any, TypeAlias

import msgspec

from harness.baseline import Baseline, SignOffs, Waived, in_force, unsigned, waive
from harness.checking.consistency import facts_of_all, own_arithmetic
from harness.checking.consistency.cross_article import CrossArticleChecker
from harness.checking.faults import Faults
from harness.checking.findings import Checked, FindingWriter, key_of
from harness.checking.gate import Demands, gate
from harness.checking.gathering import Gathering, GatheringFolder, article_report, publisher_reports, scores_of
from harness.checking.inferred import InferredJudge
from harness.checking.jobs import add_conflicts_across, conflicts_told, gather_in_processes, processes_for
from harness.checking.load import ClaimFile
from harness.checking.load.claims import claim_paths, load_path
from harness.checking.load.git import Changes
from harness.checking.load.unread import figures_of
from harness.checking.resolve import ArticleWords, Readings
from harness.checking.score import copies, headline
from harness.checking.signature import sign
from harness.checking.staleness import with_turning_point
from harness.checking.verdict import Verifier
from harness.checking.wording import quantity_in_words
from harness.claims.claim import kind_of
from harness.names import Names
from harness.records.model import ArticleReport, Counts, Finding, Mistake, Report
from harness.storage.files import TemporaryFolder
from harness.storage.remote import AnyPath
from harness.storage.spool import held
from harness.truth.completeness import statements
from harness.truth.index import Truth

# What sees the files go by, one after the other, as a progress bar does.
Watch: TypeAlias = Callable[[Sequence[AnyPath | Mistake]], AbstractContextManager[Iterable[AnyPath | Mistake]]]
Engine: TypeAlias = Callable[
    [Sequence[AnyPath | Mistake], "Checker", "Question", TemporaryFolder, Iterable[AnyPath | Mistake]], Gathering
]


class Question(msgspec.Struct, frozen=True, gc=False):
    """The options of a run. `as_of` (day ordinal) overrides every claim's own date; `kinds` None means all.

    `baseline` is applied as of the day `today` (ordinal); `remembered` are the articles that it expects among the
    files. `sign_offs` requires a valid sign-off for every article. With `changes`, only files that changed are reported
    on; the others count in conflicts with them. `texts` are the articles' texts by their sha256, if it is required that
    their figures were read. Not `in_full`: what is right and without a remark has no words and no evidence, for reports
    that show neither.
    """

    as_of: int | None = None
    kinds: frozenset[str] | None = None
    demands: Demands = Demands()
    baseline: Baseline | None = None
    today: int = 0
    remembered: frozenset[str] = frozenset()
    changes: Changes | None = None
    sign_offs: SignOffs | None = None
    texts: Mapping[str, str] = MappingProxyType({})
    in_full: bool = True


class Checker:
    """One ground truth, ready to check article after article."""

    def __init__(self, truth: Truth, as_of: int | None = None, in_full: bool = True) -> None:
        self.truth = truth
        self.as_of = as_of
        self.names = Names(truth)
        self.readings = Readings()
        self.verifier = Verifier(truth)
        self.writer = FindingWriter(self.verifier, in_full)
        self.faults = Faults()

    def on_own_dates(self) -> Checker:
        """The checker that judges every claim on its own date; both share the index and the caches."""
        own_dates = copy(self)
        own_dates.as_of = None
        return own_dates

    def for_run(self, question: Question) -> Checker:
        """The checker for another run: both share the index and the caches; earlier bugs are not reported again."""
        another = copy(self)
        another.as_of, another.faults, another.writer = question.as_of, Faults(), copy(self.writer)
        another.writer.in_full = question.in_full
        return another

    def make_room(self) -> None:
        """Drop what was read from the ground truth and computed from it, if it has become too much."""
        if self.truth.is_full:
            self.truth.make_room()
            self.forget()

    def forget(self) -> None:
        """Drop the answers that are kept for articles to come."""
        self.readings = Readings()
        self.verifier = Verifier(self.truth)
        self.writer = FindingWriter(self.verifier, self.writer.in_full)

    def check_article(
        self, file: ClaimFile, kinds: frozenset[str] | None = None, between: CrossArticleChecker | None = None
    ) -> list[Finding]:
        """The findings of one article, in the order of its claims; it needs no other article.

        This is the article's only output, except for what it says to other articles' claims, which `between` collects.
        """
        self.make_room()
        published = date.fromisoformat(file.article.published).toordinal()
        checked = self._checked(file, kinds)
        claimed = self.faults.attempt(lambda: facts_of_all(checked, self.truth, published), list[Any](), file.path)
        findings = self.faults.attempt(
            lambda: own_arithmetic(checked, claimed, self.truth), [of_claim.finding for of_claim in checked], file.path
        )
        if between is not None:
            self.faults.attempt(lambda: between.add(file.article.id, checked, claimed), None, file.path)
        as_of = self.as_of
        if as_of is None:
            return findings
        own_words = cache(lambda: ArticleWords.of_file(self.names, file))
        by_id = {claim.id: claim for claim in file.claims}

        def dated(finding: Finding) -> Finding:
            return with_turning_point(finding, by_id[finding.claim], own_words(), self.verifier, as_of)

        return [self.faults.attempt(partial(dated, finding), finding, file.path) for finding in findings]

    def _checked(self, file: ClaimFile, kinds: frozenset[str] | None = None) -> list[Checked]:
        words = cache(lambda: ArticleWords.of_file(self.names, file, self.as_of, self.readings))
        checked = []
        for number, (claim, place) in enumerate(zip(file.claims, file.places(), strict=True)):
            if kinds is not None and kind_of(claim) not in kinds:
                continue
            try:
                checked.append(self.writer.check(claim, words(), file.article.id, file.path, place))
            except Exception as bug:
                why = self.faults.note(bug, file.path, place, f"$.claims[{number}]")
                checked.append(self.writer.give_up(claim, file.article.id, file.path, place, why))
        if any(claim.inferred for claim in file.claims):
            judge = InferredJudge(self.writer, words(), file.claims, checked)
            return self.faults.attempt(judge.findings, checked, file.path)
        return checked

    def quantities(self, file: ClaimFile) -> dict[str, str]:
        """The quantities of the article's claims, in words, by their keys."""
        asserted = (assertion.quantity for checked in self._checked(file) for assertion in checked.assertions)
        return {key_of(quantity, self.truth): quantity_in_words(quantity, self.truth) for quantity in asserted}


def check(
    paths: Sequence[AnyPath],
    truth: Truth,
    question: Question = Question(),  # noqa: B008
    watch: Watch = nullcontext,
    *,
    keep: bool = True,
    jobs: int | None = 1,
    engine: Engine | None = None,
    ready: Checker | None = None,
) -> Report:
    """The report on every claim file under the paths; what could not be read is in it as mistakes.

    If its findings need not be kept, they are a spool: a sequence that reads them back from a file if there are many.
    The files are checked in `jobs` processes (None: one per core, if there is enough to do), or by an engine that
    returns what they would. `ready` is a checker of this truth.
    """
    checker = Checker(truth, question.as_of, question.in_full) if ready is None else ready.for_run(question)
    every = list(claim_paths(paths))
    jobs = processes_for(every, jobs)
    spooled = not keep and question.baseline is None
    folder = TemporaryFolder()
    place = GatheringFolder(folder) if spooled or jobs > 1 or engine is not None else None
    without_texts = msgspec.structs.replace(question, texts={})  # what goes to processes
    with watch(every) as watched:
        if engine is not None:
            gathering = engine(every, checker, without_texts, folder, watched)
        elif jobs > 1:
            gathering = gather_in_processes(every, checker, without_texts, folder, jobs, watched)
        else:
            gathering = Gathering(checker, question, place if spooled else None)
            for path in watched:
                gathering.take_all(load_path(path))
    checker.forget()  # what comes now needs the room
    report = report_on(gathering, checker, question, jobs)
    return report if spooled else held(report)


def check_files(
    files: Iterable[ClaimFile],
    mistakes: Sequence[Mistake],
    truth: Truth,
    question: Question,
    ready: Checker | None = None,
) -> Report:
    """The report on claim files that are already loaded; `ready` is a checker of this truth from an earlier run."""
    checker = Checker(truth, question.as_of, question.in_full) if ready is None else ready.for_run(question)
    gathering = Gathering(checker, question)
    for file in files:
        gathering.check(file)
    gathering.mistakes += mistakes
    return report_on(gathering, checker, question)


def report_on(gathering: Gathering, checker: Checker, question: Question, jobs: int = 1) -> Report:
    """The report on all that was gathered: conflicts, scores, gate."""
    gathering.findings.settle()
    gathering.stated.settle()
    reported = frozenset(article.id for article in gathering.articles)
    table = conflicts_told(gathering, jobs)
    checker.faults.attempt(
        lambda: add_conflicts_across(gathering.across, table, gathering.folder, jobs),
        None,
        "what articles say against each other",
    )
    table.settle(reported)
    mistakes = (*gathering.mistakes, *dict.fromkeys((*gathering.faults, *checker.faults.mistakes)))
    spool: Any = gathering.findings  # stands for the findings, where there are too many to hold
    findings: tuple[Finding, ...] = spool if spool.in_files else tuple(spool)
    conflicts: Any = table if spool.in_files else tuple(table)
    waived, accepted = Waived(findings, conflicts, ()), None
    if question.baseline is not None:
        looked_at = _looked_at(question, reported, mistakes)
        waived = waive(question.baseline, question.today, tuple(findings), conflicts, gathering.stated, looked_at)
        accepted = _accepted(waived.findings)
    waiting = None if question.sign_offs is None else unsigned(question.sign_offs, gathering.articles, waived.findings)
    demanded = question.demands.min_figures_read is not None
    figures = figures_of(gathering.articles, question.texts, findings) if demanded else {}
    total, scored = sum((article.counts for article in gathering.articles), Counts()), scores_of(gathering.articles)
    return Report(
        signature=_signature(checker.truth, question),
        counts=total,
        accuracy=scored.accuracy,
        coverage=scored.coverage,
        consistency=scored.consistency,
        articles=tuple(gathering.articles),
        findings=waived.findings,
        conflicts=waived.conflicts,
        mistakes=mistakes,
        gate=gate(total, scored, waived.conflicts, mistakes, question.demands, accepted, waiting, figures),
        unused_waivers=waived.unused,
        publishers=publisher_reports(gathering.articles),
        statements=statements(checker.truth, gathering.relied_on),
        headline=headline(total, scored.right),
        right=scored.right,
        copies=copies((article.id, article.sha256) for article in gathering.articles),
    )


def _looked_at(question: Question, articles: frozenset[str], mistakes: Sequence[Mistake]) -> frozenset[str]:
    """The articles of which every claim was checked, and those that are gone from where they were."""
    if question.kinds is not None:
        return frozenset()
    return articles if question.changes is not None or mistakes else articles | question.remembered


def _accepted(findings: Sequence[Finding]) -> Counts:
    """The counts of what a baseline accepts."""
    verdicts = [finding.verdict for finding in findings if finding.waiver is not None]
    return Counts(refuted=verdicts.count("refuted"), not_enough_info=verdicts.count("not_enough_info"))


def _signature(truth: Truth, question: Question) -> str:
    baseline = None if question.baseline is None else in_force(question.baseline, question.today)
    since = None if question.changes is None else question.changes.commit[:12]
    return sign(truth, question.as_of, question.kinds, baseline, since)


def stream(files: Iterable[ClaimFile], checker: Checker) -> Iterator[tuple[ArticleReport, list[Finding]]]:
    """Article by article, for runs whose findings are written out as they come and not kept."""
    for file in files:
        findings = checker.check_article(file)
        yield article_report(file, findings), findings
