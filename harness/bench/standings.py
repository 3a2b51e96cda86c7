"""The tables of a bench run's leaderboard: the ladder, flagged errors, tests, kinds, fields, cost, what was wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from harness.bench.results import Comparison, Results, System
from harness.bench.rungs import LADDER, RUNGS, SHOWN
from harness.bench.scoring import Line
from harness.bench.tables import Table, number, percents, signed, spread

LISTED = 10  # claims of a list that are shown; the results file has all of them


def tables(results: Results) -> list[Table]:
    """Every table that has a row, the most important first."""
    return [table for table in _all(results) if table.rows]


def _all(results: Results) -> Iterator[Table]:
    yield _ladder(results)
    yield _flagged(results)
    yield _tests(results)
    yield _articles(results)
    for system in results.systems:
        yield _kinds(system)
    yield _fields(results)
    for system in results.systems:
        yield _confusion(system)
        yield _listed(f"Missed by {system.name}", [line for one in system.articles for line in one.missed])
        yield _listed(f"Spurious in {system.name}", [line for one in system.articles for line in one.spurious])
    yield _failures(results)
    yield _problems(results)


def _ladder(results: Results) -> Table:
    rows = []
    for rung, name in enumerate(RUNGS):
        for place, system in enumerate(results.systems):
            figures = system.ladder[rung]
            shares = (figures.precision, figures.recall, figures.f1)
            label = SHOWN[name] if place == 0 else ""
            rows.append((label, system.name, *(number(share.value) for share in shares), spread(figures.f1)))
    header = ("rung", "system", "precision", "recall", "F1", "95 % of F1")
    note = (
        "Each rung asks for all that the one above it asks for, but the last row, which leaves subject and scope aside. "
        "The intervals are of resampled articles."
    )
    return Table("Ladder of strictness", note, header, tuple(rows), 2)


def _flagged(results: Results) -> Table:
    rows = []
    for one in results.flagged:
        figures = one.errors
        shares = (figures.precision, figures.recall, figures.f1)
        alarms = number(one.false_alarms_per_article, 2)
        cells = (*(number(share.value) for share in shares), spread(figures.f1), alarms, number(one.kappa))
        rows.append((one.system, *cells))
    header = ("system", "precision", "recall", "F1", "95 % of F1", "false alarms", "kappa")
    errors = results.flagged[0].errors.hits.gold if results.flagged else 0
    note = (
        f"The check flags {errors} errors on gold. False alarms are per article, those without errors included; kappa "
        "is the agreement of the verdicts of aligned claims. The last system says of every claim that it is right."
    )
    return Table("Flagged errors", note, header, tuple(rows), 1)


def _tests(results: Results) -> Table:
    rows = [row for one in results.comparisons for row in _test_rows(one)]
    header = ("systems", "measure", "F1 diff", "95 %", "p", "detects", "won/lost/tied")
    note = (
        "Paired by article. p is of the permutation test (= where every assignment was tried, ~ where they were "
        "drawn), for one comparison at a time; 'detects' is the difference that would be found four times in five."
    )
    return Table("Systems against each other", note, header, tuple(rows), 2)


def _test_rows(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    for place, test in enumerate(comparison.tests):
        label = f"{comparison.first} - {comparison.second}" if place == 0 else ""
        measure = test.measure.replace("kind_and_value", "kind+value")
        p = f"{'=' if test.exact else '~'}{number(test.p)}"
        yield (
            label, measure, signed(test.difference.value), spread(test.difference), p,
            number(test.detectable, 2), f"{test.wins}/{test.losses}/{test.ties}",
        )  # fmt: skip


def _articles(results: Results) -> Table:
    rows = []
    for one in results.systems:
        predicted = one.ladder[0].hits.predicted
        counts = (results.articles, one.failed, one.missing, results.claims, predicted, one.unusable)
        cost = one.cost
        tokens = [given for given in (cost.tokens_in, cost.tokens_out) if given is not None]
        costs = (number(cost.seconds, 2), number(sum(tokens) if tokens else None, 0), number(cost.cost, 4))
        rows.append((one.name, *map(str, counts), *costs))
    header = ("system", "articles", "failed", "missing", "gold", "claims", "unusable", "s", "tokens", "cost")
    note = (
        "Seconds, tokens and cost are per article. The claims of failed and missing articles count as missed; claims "
        "that are none count as predicted."
    )
    return Table("Articles and cost", note, header, tuple(rows), 1)


def _kinds(system: System) -> Table:
    rows = []
    for kind, hits in system.kinds.items():
        cells = (percents(one.precision, one.recall, one.f1) for one in hits[: len(LADDER)])
        rows.append((kind, str(hits[0].gold), str(hits[0].predicted), *cells))
    header = ("kind", "gold", "claims", *LADDER)
    return Table(f"Kinds, {system.name}", "Precision/recall/F1 in per cent.", header, tuple(rows), 1)


def _fields(results: Results) -> Table:
    names = sorted({name for system in results.systems for name in system.fields})
    rows = []
    for name in names:
        shares = [system.fields.get(name) for system in results.systems]
        rows.append((name, *("-" if share is None else f"{share.alike} of {share.pairs}" for share in shares)))
    header = ("field", *(system.name for system in results.systems))
    note = "Aligned claims of one kind, one of which has the field at least: how many agree in it."
    return Table("Fields", note, header, tuple(rows), 1)


def _confusion(system: System) -> Table:
    pairs = [
        (-count, gold, predicted)
        for gold, row in system.confusion.items()
        for predicted, count in row.items()
        if gold != predicted
    ]
    rows = tuple((gold, predicted, str(-count)) for count, gold, predicted in sorted(pairs))
    return Table(f"Kinds mistaken by {system.name}", "", ("gold", "read as", "claims"), rows, 2)


def _listed(title: str, lines: Sequence[Line]) -> Table:
    rows = tuple((one.article, one.claim, one.kind, _short(one.quote)) for one in lines[:LISTED])
    more = len(lines) - len(rows)
    note = f"and {more} more, in the results file" if more else ""
    return Table(title, note, ("article", "claim", "kind", "quote"), rows, 4)


def _short(quote: str) -> str:
    return quote if len(quote) <= 24 else quote[:23] + "…"


def _failures(results: Results) -> Table:
    rows = tuple(
        (system.name, article.article, article.failure)
        for system in results.systems
        for article in system.articles
        if article.failure
    )
    return Table("Articles that were not read", "", ("system", "article", "why"), rows, 3)


def _problems(results: Results) -> Table:
    said = [("gold", problem) for problem in results.problems]
    said += [(system.name, problem) for system in results.systems for problem in system.problems]
    return Table("What could not be scored", "", ("where", "what"), tuple(said), 2)
