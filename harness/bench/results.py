"""The record of a bench run: written as JSON, shown as a leaderboard; its schema is `harness schema bench`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import msgspec

from harness.bench.blind import BLIND, blind_tiles
from harness.bench.copies import around, by_text, copies, repeated, texts_of, times_said
from harness.bench.distinct import Triple
from harness.bench.flagged import Flagged, FlaggedClaims, distinct_errors
from harness.bench.measures import Hits, kappa, sum_hits
from harness.bench.rungs import MEASURES, RUNGS
from harness.bench.scoring import MISSING, ArticleScore, FieldAgreement
from harness.bench.signature import sign
from harness.bench.significance import PairedComparison, compare, corrected, intervals, table
from harness.bench.submissions import Gold, ReadingCost
from harness.records.model import FiguresRead, Ratio

ALL_IS_WELL = "(all is well)"
FLAGGED = "flagged errors"


class Scored(msgspec.Struct, frozen=True, kw_only=True):
    """One system after scoring: its articles' counts, the errors flagged in them where a check was run, its costs."""

    name: str
    digest: str
    articles: tuple[ArticleScore, ...]
    flagged: tuple[Flagged, ...] | None = None
    problems: tuple[str, ...] = ()
    costs: dict[str, ReadingCost] = {}
    figures_read: dict[str, FiguresRead] = {}


class MeasureFigures(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One measure: its counts, and what follows from them, each with its 95 % interval."""

    measure: str
    hits: Hits
    precision: Ratio
    recall: Ratio
    f1: Ratio


class FlaggedFigures(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Flagged errors of a system, false alarms per article, and agreement of the verdicts of aligned claims."""

    system: str
    errors: MeasureFigures
    false_alarms: int
    false_alarms_per_article: float | None
    kappa: float | None
    pairs: int
    verdicts: dict[str, dict[str, int]]
    claims: dict[str, FlaggedClaims] = {}
    checks: Hits = Hits()
    false_checks_per_article: float | None = None


class System(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One system of the leaderboard. `failed` articles have no claims, `missing` ones no file; both are scored as 0.

    `figures` stand in the texts that were at hand, and claims quote `figures_read` of them.
    """

    name: str
    digest: str
    failed: int
    missing: int
    unusable: int
    ladder: tuple[MeasureFigures, ...]
    kinds: dict[str, tuple[Hits, ...]]
    confusion: dict[str, dict[str, int]]
    fields: dict[str, FieldAgreement]
    cost: ReadingCost
    costs: dict[str, ReadingCost]
    articles: tuple[ArticleScore, ...]
    problems: tuple[str, ...]
    carried: dict[str, FieldAgreement] = {}
    figures: int = 0
    figures_read: int = 0


class Results(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Everything that a leaderboard may show. `rungs` names what the lists of Hits stand for, in order; `copies` says
    which articles have one text and which claims gold repeats (they count once in intervals and tests); `blind` is what
    a system detects that has not read anything.
    """

    signature: str
    articles: int
    claims: int
    rungs: tuple[str, ...]
    systems: tuple[System, ...]
    flagged: tuple[FlaggedFigures, ...]
    comparisons: tuple[PairedComparison, ...]
    problems: tuple[str, ...]
    copies: tuple[str, ...] = ()
    blind: MeasureFigures | None = None

    @property
    def everything_scored(self) -> bool:
        return not self.problems and not any(
            system.problems or system.failed or system.missing for system in self.systems
        )

    @property
    def unscored(self) -> str:
        """What could not be scored, counted: one line for people."""
        failed, missing = sum(system.failed for system in self.systems), sum(system.missing for system in self.systems)
        problems = len(self.problems) + sum(len(system.problems) for system in self.systems)
        return f"articles failed: {failed}, articles missing: {missing}, other problems: {problems}"


def results(gold: Gold, systems: Sequence[Scored], well: Sequence[Flagged], draws: int, truth: str) -> Results:
    """The record of a run; `well` is the constant system's flags, and `truth` what the errors were checked against.

    The systems stand in the order of their F1 at the rung `value`, best first. No system's figures depend on another.
    """
    names = [article.article for article in systems[0].articles]
    files = [gold.files[name] for name in names]
    times = [times_said(file.claims) for file in files]
    blind = blind_tiles(files, times)
    texts = texts_of(gold, names)
    counts = {system.name: by_text(_counts(system, times), texts) for system in systems}
    ranked = sorted((_system(system, counts[system.name]) for system in systems), key=_standing)
    flagged = [
        _flagged(system.name, system.flagged, times, texts, names) for system in systems if system.flagged is not None
    ]
    order = {figures.name: place for place, figures in enumerate(ranked)}
    flagged.sort(key=lambda figures: order[figures.system])
    return Results(
        signature=sign(gold, draws, truth),
        articles=len(gold.files),
        claims=sum(len(file.claims) for file in gold.files.values()),
        rungs=MEASURES,
        systems=tuple(ranked),
        flagged=(*flagged, _flagged(ALL_IS_WELL, well, times, texts)) if flagged else (),
        comparisons=corrected(
            [
                PairedComparison(
                    figures, second, tuple(compare(counts[figures], counts[second], _measures(systems), draws))
                )
                for figures, second in combinations(sorted(counts), 2)
            ]
        ),
        problems=gold.problems,
        copies=(*copies(gold), *repeated(gold.files)),
        blind=_figures(
            [BLIND],
            [sum_hits([tiles.hits for tiles in blind])],
            by_text(table([[tiles.distinct] for tiles in blind]), texts),
        )[0],
    )


def _measures(systems: Sequence[Scored]) -> tuple[str, ...]:
    return MEASURES if systems[0].flagged is None else (*MEASURES, FLAGGED)


def _standing(system: System) -> tuple[float, str]:
    value = system.ladder[RUNGS.index("value")].f1.value
    return (-(value if value is not None else -1.0), system.name)


def _counts(scored: Scored, times: Sequence[Mapping[str, int]]) -> Any:
    """The counts of every article as a table: each rung, then the flagged errors; what gold repeats counts once."""
    flags: Sequence[Flagged | None] = scored.flagged or [None] * len(scored.articles)
    return table(
        [
            [
                *(article.distinct or map(_triple, article.ladder)),
                *((distinct_errors(flag, repeats),) if flag else ()),
            ]
            for article, flag, repeats in zip(scored.articles, flags, times, strict=True)
        ]
    )


def _triple(hits: Hits) -> Triple:
    return hits.gold_hits, hits.gold, hits.predicted


def _system(scored: Scored, counts: Any) -> System:
    articles = scored.articles
    totals = [sum_hits([article.ladder[rung] for article in articles]) for rung in range(len(MEASURES))]
    return System(
        name=scored.name,
        digest=scored.digest,
        failed=sum(article.failure not in ("", MISSING) for article in articles),
        missing=sum(article.failure == MISSING for article in articles),
        unusable=sum(article.unusable for article in articles),
        ladder=tuple(_figures(MEASURES, totals, counts[:, : len(MEASURES)])),
        kinds=_kinds(articles),
        confusion=_tables([article.confusion for article in articles]),
        fields=_fields([article.fields for article in articles]),
        carried=_fields([article.carried for article in articles]),
        figures=sum(read.total for read in scored.figures_read.values()),
        figures_read=sum(read.read for read in scored.figures_read.values()),
        cost=_mean(list(scored.costs.values())),
        costs=scored.costs,
        articles=articles,
        problems=scored.problems,
    )


def _figures(names: Sequence[str], totals: Sequence[Hits], counts: Any) -> list[MeasureFigures]:
    """The figures of all articles; the intervals of their texts never leave them outside."""
    return [
        MeasureFigures(
            measure=name,
            hits=hits,
            precision=around(hits.precision, spread.precision),
            recall=around(hits.recall, spread.recall),
            f1=around(hits.f1, spread.f1),
        )
        for name, hits, spread in zip(names, totals, intervals(counts), strict=True)
    ]


def _flagged(
    name: str,
    flags: Sequence[Flagged],
    times: Sequence[Mapping[str, int]],
    texts: Sequence[Sequence[int]],
    articles: Sequence[str] = (),
) -> FlaggedFigures:
    total = sum_hits([flag.errors for flag in flags])
    checks = sum_hits([flag.checks for flag in flags])
    verdicts = _tables([flag.verdicts for flag in flags])
    pairs = {(first, second): count for first, row in verdicts.items() for second, count in row.items()}
    false_alarms = sum(flag.false_alarms for flag in flags)
    counts = by_text(
        table([[distinct_errors(flag, repeats)] for flag, repeats in zip(flags, times, strict=True)]), texts
    )
    return FlaggedFigures(
        system=name,
        errors=_figures([FLAGGED], [total], counts)[0],
        false_alarms=false_alarms,
        false_alarms_per_article=false_alarms / len(flags) if flags else None,
        kappa=kappa(pairs),
        pairs=sum(pairs.values()),
        verdicts=verdicts,
        claims={article: flag.claims for article, flag in zip(articles, flags, strict=False)},
        checks=checks,
        false_checks_per_article=(checks.predicted - checks.predicted_hits) / len(flags) if flags else None,
    )


def _kinds(articles: Sequence[ArticleScore]) -> dict[str, tuple[Hits, ...]]:
    names = sorted({kind for article in articles for kind in article.kinds})
    none = (Hits(),) * len(RUNGS)
    parts = {name: [article.kinds.get(name, none) for article in articles] for name in names}
    return {name: tuple(sum_hits(list(rung)) for rung in zip(*ladders, strict=True)) for name, ladders in parts.items()}


def _tables(parts: Sequence[dict[str, dict[str, int]]]) -> dict[str, dict[str, int]]:
    total: dict[str, Counter[str]] = {}
    for part in parts:
        for name, row in part.items():
            total.setdefault(name, Counter()).update(row)
    return {name: dict(sorted(total[name].items())) for name in sorted(total)}


def _fields(parts: Sequence[dict[str, FieldAgreement]]) -> dict[str, FieldAgreement]:
    alike: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for part in parts:
        for name, share in part.items():
            alike[name] += share.alike
            pairs[name] += share.pairs
    return {name: FieldAgreement(alike[name], count) for name, count in sorted(pairs.items())}


def _mean(costs: Sequence[ReadingCost]) -> ReadingCost:
    """The average of what was recorded, each figure over the articles that have it."""
    means = []
    for name in ReadingCost.__struct_fields__:
        values = [value for cost in costs if (value := getattr(cost, name)) is not None]
        means.append(sum(values) / len(values) if values else None)
    return ReadingCost(*means)


def results_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the record."""
    from harness.schema import schema_of

    return schema_of(Results, "bench", "The results of a bench run")


def to_json(record: Any) -> str:
    """A record as JSON, two equal ones to the same bytes."""
    return msgspec.json.format(msgspec.json.encode(record, order="deterministic"), indent=1).decode() + "\n"
