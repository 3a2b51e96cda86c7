"""The record of a span run and its tables: figures with intervals over texts, and tests between systems."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

import msgspec

from harness import __version__
from harness.bench.marked.rows import SpanFile
from harness.bench.marked.score import LADDER, SpanCounts, SpanScore
from harness.bench.measures import Hits
from harness.bench.results import MeasureFigures
from harness.bench.significance import EXACT_ARTICLES, SEED, PairedComparison, compare, corrected, intervals, table
from harness.bench.standings import tests_tables
from harness.bench.tables import FigureTable, number, spread

SHOWN = {
    "overlap": "overlap",
    "overlap_and_type": "overlap + type",
    "half_credit": "half credit for overlap",
    "min_overlap": "minimum overlap",
    "exact_span": "same span",
    "exact_span_and_type": "same span + type",
}


class Measured(msgspec.Struct, frozen=True, gc=False):
    """One list against another, in the shared task's words; shares are None where 0/0."""

    gold: int
    submitted: int
    tp: int
    recall: float | None
    precision: float | None
    f1: float | None
    token_gold: int
    token_submitted: int
    token_tp: int
    token_recall: float | None
    token_precision: float | None
    token_f1: float | None


class SpanSystem(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One system: in all, by type, up the ladder with intervals, and gold's types against the submitted ones."""

    name: str
    digest: str
    overall: Measured
    types: dict[str, Measured]
    ladder: tuple[MeasureFigures, ...]
    confusion: dict[str, dict[str, int]]
    unusable: int
    problems: tuple[str, ...]


class SpanResults(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Everything that is shown of a span run."""

    signature: str
    texts: int
    systems: tuple[SpanSystem, ...]
    comparisons: tuple[PairedComparison, ...]
    problems: tuple[str, ...]

    @property
    def everything_scored(self) -> bool:
        return not self.problems and not any(system.problems for system in self.systems)


def span_results(gold: SpanFile, files: Sequence[SpanFile], scores: Sequence[SpanScore], draws: int) -> SpanResults:
    """The record; the systems stand in the order of their F1, best first."""
    systems = [_system(score, file) for score, file in zip(scores, files, strict=True)]
    parts = {
        "harness": __version__,
        "gold": f"{gold.digest}, {len(gold.texts)} texts",
        "matching": "one to one, spans that share a token",
        "intervals": "Wilson, by text",
        "tests": f"paired permutation, exact up to {EXACT_ARTICLES} texts, else {draws} draws, seed {SEED}",
    }
    return SpanResults(
        signature=" | ".join(f"{name}: {value}" for name, value in parts.items()),
        texts=len(gold.texts),
        systems=tuple(sorted(systems, key=lambda system: (-(system.overall.f1 or 0.0), system.name))),
        comparisons=corrected(
            [
                _comparison(gold, *pair, draws)
                for pair in combinations(sorted(scores, key=lambda system: system.name), 2)
            ]
            if any(score.texts for score in scores)  # without a text there is nothing to compare
            else []
        ),
        problems=gold.problems,
    )


def _system(score: SpanScore, file: SpanFile) -> SpanSystem:
    spreads = intervals(table([_triples(hits) for hits in score.texts.values()])) if score.texts else []
    return SpanSystem(
        name=score.name,
        digest=score.digest,
        overall=_measured(score.overall),
        types={type_: _measured(counts) for type_, counts in score.types.items()},
        ladder=tuple(
            MeasureFigures(measure=rung, hits=hits, precision=spread.precision, recall=spread.recall, f1=spread.f1)
            for (rung, hits), spread in zip(score.ladder.items(), spreads, strict=False)
        ),
        confusion=score.confusion,
        unusable=sum(sum(types.values()) for types in file.unusable.values()),
        problems=score.problems,
    )


def _measured(counts: SpanCounts) -> Measured:
    return Measured(*_five(counts.mistakes), *_five(counts.tokens))


def _five(hits: Hits) -> tuple[Any, ...]:
    return hits.gold, hits.predicted, hits.gold_hits, hits.recall, hits.precision, hits.f1


def _triples(hits: Sequence[Hits]) -> list[tuple[float, float, float]]:
    return [(hit.gold_hits, hit.gold, hit.predicted) for hit in hits]


def _comparison(gold: SpanFile, one: SpanScore, other: SpanScore, draws: int) -> PairedComparison:
    """Paired by text; a text that only one of the two marks something in is one of gold's or a clean one."""
    texts = sorted({*gold.texts, *one.texts, *other.texts})
    nothing = (Hits(),) * len(LADDER)
    first, second = (table([_triples(score.texts.get(text, nothing)) for text in texts]) for score in (one, other))
    return PairedComparison(one.name, other.name, tuple(compare(first, second, LADDER, draws)))


def span_tables(results: SpanResults) -> list[FigureTable]:
    """Every table that has a row."""
    return [table for table in _tables(results) if table.rows]


def _tables(results: SpanResults) -> Iterator[FigureTable]:
    header = ("system", "gold", "submitted", "matched", "precision", "recall", "F1")
    for title, rows in (
        ("Mistakes", [(system_result.name, *_cells(system_result.overall)) for system_result in results.systems]),
        (
            "Tokens",
            [(system_result.name, *_cells(system_result.overall, "token_")) for system_result in results.systems],
        ),
    ):
        yield FigureTable(title, "", header, tuple(rows), 1)
    yield _ladder(results)
    yield from tests_tables(results.comparisons, SHOWN)
    for system in results.systems:
        types = ("type", *header[1:])
        rows = [(type_, *_cells(system_result)) for type_, system_result in system.types.items()]
        yield FigureTable(f"Types, {system.name}", "Both lists cut down to the type.", types, tuple(rows), 1)
        yield _confusion(system)
    problems = [("gold", problem) for problem in results.problems]
    problems += [(system.name, problem) for system in results.systems for problem in system.problems]
    note = "A submitted row that is no span counts as submitted and matches nothing; one of gold is left out."
    yield FigureTable("What could not be scored", note, ("where", "what"), tuple(problems), 2)


def _ladder(results: SpanResults) -> FigureTable:
    rows = []
    for place, rung in enumerate(LADDER):
        for system in results.systems:
            if system.ladder:
                step = system.ladder[place]
                shares = (number(share) for share in (step.hits.precision, step.hits.recall, step.hits.f1))
                rows.append((SHOWN[rung], system.name, *shares, spread(step.f1)))
    header = ("rung", "system", "precision", "recall", "F1", "95 % of F1")
    return FigureTable(
        "Ladder of strictness",
        "Intervals are for texts like these.",
        header,
        tuple(rows),
        2,
    )


def _cells(measured: Measured, prefix: str = "") -> tuple[str, ...]:
    counts = (str(getattr(measured, prefix + name)) for name in ("gold", "submitted", "tp"))
    return (*counts, *(number(getattr(measured, prefix + name)) for name in ("precision", "recall", "f1")))


def _confusion(system: SpanSystem) -> FigureTable:
    rows = [(gold, marked, str(count)) for gold, row in system.confusion.items() for marked, count in row.items()]
    return FigureTable(f"Types matched, {system.name}", "", ("gold", "submitted", "matched"), tuple(rows), 2)
