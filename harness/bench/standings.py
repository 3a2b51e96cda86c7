"""The tables of a bench run's leaderboard: the ladder, flagged errors, tests, kinds, fields, cost, and problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from harness.bench.results import Results, System
from harness.bench.rungs import DETECTION, LADDER, MEASURES, SHOWN
from harness.bench.scoring import Line
from harness.bench.significance import LEVEL, PairedComparison, PairedTest
from harness.bench.tables import FigureTable, number, percents, signed, spread

TESTS = ("measure", "diff", "95 %", "p", "Holm", "detects", "w/l/t")
_TESTS_NOTE = (
    "F1 of the first minus F1 of the second, paired by article or text; w/l/t counts articles won, lost and tied. "
    "p is of the permutation test: = where every swap was tried, ~ where swaps were drawn. The interval holds "
    "every difference that the same test would not reject. Holm's p allows for all comparisons on a measure. "
    "'detects' is the true difference that would be found four times in five."
)
LISTED = 10  # claims of a list that are shown; the results file has all of them


def tables(results: Results) -> list[FigureTable]:
    """Every table that has a row, the most important first."""
    return [table for table in _all(results) if table.rows]


def _all(results: Results) -> Iterator[FigureTable]:
    yield _flagged(results)
    yield _to_be_checked(results)
    yield _ladder(results)
    yield from tests_tables(results.comparisons, SHOWN)
    yield _articles(results)
    for system in results.systems:
        yield _kinds(system)
        yield _confusion(system)
    yield _fields(results)
    for system in results.systems:
        yield _listed(f"Missed by {system.name}", [line for article in system.articles for line in article.missed])
        yield _listed(f"Spurious in {system.name}", [line for article in system.articles for line in article.spurious])
    copies = tuple((line,) for line in results.copies)
    yield FigureTable("Copies", "They count once in intervals and tests.", ("articles",), copies, 1)
    yield _failures(results)
    yield _problems(results)


def _ladder(results: Results) -> FigureTable:
    rows = []
    for rung, name in enumerate(MEASURES):
        for place, system in enumerate(results.systems):
            figures = system.ladder[rung]
            shares = (figures.precision, figures.recall, figures.f1)
            label = SHOWN[name] if place == 0 else ""
            rows.append((label, system.name, *(number(share.value) for share in shares), spread(figures.f1)))
        if name in ("found", DETECTION) and results.blind is not None:
            hits, f1 = results.blind.hits, results.blind.f1
            rows.append(("", results.blind.measure, *map(number, (hits.precision, hits.recall, hits.f1)), spread(f1)))
    header = ("rung", "system", "precision", "recall", "F1", "95 % of F1")
    note = (
        "Each rung of the ladder asks for all that the one above it asks for, as the words have it. Beside it: kind "
        "and value, subject and scope left aside; kind and quantity, which is subject and scope as the truth reads "
        "them (with --no-check, as the words have it); detection alone, the most pairs that can overlap. Blind tiles "
        "read nothing and call each piece of the text a claim. Intervals are for articles like these."
    )
    return FigureTable("Ladder of strictness", note, header, tuple(rows), 2)


def _flagged(results: Results) -> FigureTable:
    rows = []
    for flags in results.flagged:
        figures = flags.errors
        shares = (figures.precision, figures.recall, figures.f1)
        alarms = number(flags.false_alarms_per_article, 2)
        cells = (*(number(share.value) for share in shares), spread(figures.f1), alarms, number(flags.kappa))
        rows.append((flags.system, *cells))
    header = ("system", "precision", "recall", "F1", "95 % of F1", "false alarms", "kappa")
    errors = results.flagged[0].errors.hits.gold if results.flagged else 0
    note = (
        f"Gold has {errors} errors: by a person's verdicts where it has them, else by the check. An error is flagged "
        "where its own figure is. False alarms are per article, those without errors included; kappa "
        "is the agreement of the verdicts of aligned claims. The last system says of every claim that it is right."
    )
    return FigureTable("Flagged errors", note, header, tuple(rows), 1)


def _to_be_checked(results: Results) -> FigureTable:
    """What a check asks to look at, where a system reads by inference: beside the errors, not among them."""
    systems = {system.name: system for system in results.systems}
    rows = []
    for flagged in results.flagged:
        system = systems.get(flagged.system)
        if system is None or not (flagged.checks.predicted or system.carried):
            continue
        checks, errors = flagged.checks, flagged.errors.hits
        right = sum(share.alike for share in system.carried.values())
        carried = sum(share.pairs for share in system.carried.values())
        cells = (
            number(checks.precision), number(checks.recall), number(flagged.false_checks_per_article, 2),
            number((checks.gold_hits + errors.gold_hits) / errors.gold if errors.gold else None),
            number(right / carried if carried else None),
            number(system.figures_read / system.figures if system.figures else None),
        )  # fmt: skip
        rows.append((flagged.system, *cells))
    header = ("system", "precision", "recall", "false ones", "with errors", "carried", "figures read")
    note = (
        "Claims that are contradicted as a machine read them, of which an editor is told to check this. One is right "
        "where gold's claim is an error; false ones are per article. With errors: the share of gold's errors that is "
        "flagged or to be checked. Carried: how often a field was right that the words at the place do not print, as "
        "gold has it. Figures read: the share of the texts' figures that claims quote, where the texts are at hand."
    )
    return FigureTable("To be checked", note, header, tuple(rows), 1)


def tests_tables(comparisons: Sequence[PairedComparison], shown: Mapping[str, str]) -> Iterator[FigureTable]:
    """A table for each pair of systems; `shown` has the names of the measures for people. The remark stands once."""
    for comparison in comparisons:
        names = [shown.get(test.measure, test.measure).partition(" (")[0] for test in comparison.tests]
        rows = tuple((name, *_test(test)) for name, test in zip(names, comparison.tests, strict=True))
        remarks = [_TESTS_NOTE] if comparison is comparisons[-1] else []
        note = " ".join([*_too_few(comparison, names), *remarks])
        alone = len(comparisons) == 1
        header = tuple(name for name in TESTS if not (alone and name == "Holm"))
        rows = tuple(tuple(cell for name, cell in zip(TESTS, row, strict=True) if name in header) for row in rows)
        yield FigureTable(f"{comparison.first} against {comparison.second}", note, header, rows, 1)


def _too_few(comparison: PairedComparison, names: Sequence[str]) -> Iterator[str]:
    """Of which measures no p can be below .05: articles in which the two are alike tell nothing."""
    measures: dict[tuple[int, float], list[str]] = {}
    for name, test in zip(names, comparison.tests, strict=True):
        if test.differing and test.least_p > LEVEL:
            measures.setdefault((test.differing, test.least_p), []).append(name)
    articles = sum((comparison.tests[0].wins, comparison.tests[0].losses, comparison.tests[0].ties))
    for (differing, least_p), listed in measures.items():
        yield (
            f"The two differ in {differing} of {articles} {'article' if articles == 1 else 'articles'} on "
            f"{', '.join(listed)}: with so few, p cannot be below {number(least_p)}, however far apart they are."
        )


def _test(test: PairedTest) -> tuple[str, ...]:
    p = ("=" if test.exact else "~") + number(test.p, 4 if test.p < 0.001 else 3)
    won = f"{test.wins}/{test.losses}/{test.ties}"
    return (
        signed(test.difference.value),
        spread(test.difference, beside=signed(test.difference.value)),
        p,
        number(test.holm),
        number(test.detectable, 2),
        won,
    )


def _articles(results: Results) -> FigureTable:
    rows = []
    for system in results.systems:
        counts = (results.articles, system.failed, system.missing, system.ladder[0].hits.predicted, system.unusable)
        cost = system.cost
        tokens = [token_count for token_count in (cost.tokens_in, cost.tokens_out) if token_count is not None]
        costs = (number(cost.seconds, 2), number(sum(tokens) if tokens else None, 0), number(cost.cost, 4))
        rows.append((system.name, *map(str, counts), *costs))
    header = ("system", "articles", "failed", "missing", "claims", "unusable", "seconds", "tokens", "cost")
    note = (
        f"Gold has {results.claims} claims; those of failed and missing articles count as missed, and claims that are "
        "none as predicted. Seconds, tokens and cost are per article."
    )
    return FigureTable("Articles and cost", note, header, tuple(rows), 1)


def _kinds(system: System) -> FigureTable:
    rows = [
        (kind, *(percents(hit.precision, hit.recall, hit.f1) for hit in hits[: len(LADDER)]))
        for kind, hits in system.kinds.items()
    ]
    note = "Precision/recall/F1 in per cent."
    return FigureTable(f"Kinds read by {system.name}", note, ("kind", *LADDER), tuple(rows), 1)


def _confusion(system: System) -> FigureTable:
    rows = []
    for kind, hits in system.kinds.items():
        read_as = system.confusion.get(kind, {})
        others = ", ".join(f"{kind_read} {count}" for kind_read, count in read_as.items() if kind_read != kind)
        missed = hits[0].gold - hits[0].gold_hits
        spurious = hits[0].predicted - hits[0].predicted_hits
        rows.append((kind, others, str(hits[0].gold), str(hits[0].predicted), str(missed), str(spurious)))
    header = ("kind", "read as another", "gold", "claims", "missed", "spurious")
    return FigureTable(f"Kinds mistaken by {system.name}", "", header, tuple(rows), 2)


def _fields(results: Results) -> FigureTable:
    names = sorted({name for system in results.systems for name in system.fields})
    rows = []
    for name in names:
        shares = [system.fields.get(name) for system in results.systems]
        rows.append((name, *("-" if share is None else f"{share.alike} of {share.pairs}" for share in shares)))
    header = ("field", *(system.name for system in results.systems))
    note = "Aligned claims of one kind, one of which has the field at least: how many agree in it."
    return FigureTable("Fields", note, header, tuple(rows), 1)


def _listed(title: str, lines: Sequence[Line]) -> FigureTable:
    rows: list[tuple[str, str, str]] = []
    article = ""
    for line in lines[:LISTED]:
        if line.article != article:
            article = line.article
            rows.append((f"{article}:", "", ""))
        rows.append((line.claim, line.kind, _short(line.quote)))
    more = len(lines) - LISTED
    note = f"and {more} more, in the results file" if more > 0 else ""
    return FigureTable(title, note, ("claim", "kind", "quote"), tuple(rows), 3)


def _short(quote: str) -> str:
    return quote if len(quote) <= 30 else quote[:29] + "…"


def _failures(results: Results) -> FigureTable:
    rows = tuple(
        (system.name, article.article, article.failure)
        for system in results.systems
        for article in system.articles
        if article.failure
    )
    return FigureTable("Articles that were not read", "", ("system", "article", "why"), rows, 3)


def _problems(results: Results) -> FigureTable:
    problems = [("gold", problem) for problem in results.problems]
    problems += [(system.name, problem) for system in results.systems for problem in system.problems]
    return FigureTable("What could not be scored", "", ("where", "what"), tuple(problems), 2)
