"""The tables of a comparison of annotators: what each found, how well they agree, and what could not be compared."""

from __future__ import annotations

from harness.bench.agreement import Agreement
from harness.bench.tables import FigureTable, number, spread


def agreement_tables(record: Agreement) -> list[FigureTable]:
    """The tables that have a row."""
    rows = [
        (f"{pair.first}, {pair.second}", pair.article,
         *map(str, (pair.found_first, pair.found_second, pair.both, pair.same_kind)),
         f"{pair.same_verdict} of {pair.judged}")
        for pair in record.pairs
    ]  # fmt: skip
    head = ("annotators", "article", "first", "second", "in both", "same kind", "same verdict")
    note = "Claims are in both where their words overlap, one to one."
    sure = [
        (f"{pair.first}, {pair.second}", pair.article, number(pair.f1.value), spread(pair.f1),
         number(pair.kappa_kind.value), spread(pair.kappa_kind), number(pair.kappa_verdict.value),
         spread(pair.kappa_verdict))
        for pair in record.pairs
    ]  # fmt: skip
    sure_head = ("annotators", "article", "F1", "95 %", "kappa of kinds", "95 %", "of verdicts", "95 %")
    alphas = [
        ("kinds of shared claims", number(record.alpha_kind)),
        ("verdicts of shared claims", number(record.alpha_verdict)),
        ("characters (unitizing)", number(record.alpha_characters)),
    ]  # fmt: skip
    said_again = tuple((line,) for line in record.copies)
    problems = tuple((problem,) for problem in record.problems)
    tables = [
        FigureTable("Found by both", note, head, tuple(rows), 2),
        FigureTable("Agreement", "F1 of spans; kappa of what both have.", sure_head, tuple(sure), 2),
        FigureTable("Krippendorff's alpha", "Over all annotators.", ("of", "alpha"), tuple(alphas), 1),
        FigureTable("Copies", "They count once in intervals.", ("what",), said_again, 1),
        FigureTable("What could not be compared", "", ("what",), problems, 1),
    ]
    return [table for table in tables if table.rows]
