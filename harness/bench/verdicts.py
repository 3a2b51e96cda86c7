"""Verdicts of any checker against a person's: which are right, class by class, with rows of constant baselines.

A missing verdict is wrong, whatever the gold verdict is. Intervals are over groups of correlated items (articles); the
constant rows are the scores of giving every item the same verdict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias

import msgspec

from harness.bench.copies import Weight, around
from harness.bench.measures import Hits, kappa
from harness.bench.significance import (
    PairedComparison,
    PairedTest,
    compare,
    corrected,
    jackknife_of_tables,
    table,
)
from harness.bench.tables import FigureTable, number, signed, spread
from harness.records.model import Ratio
from harness.statistics import share_interval

SILENT = "(no verdict)"
Verdicts: TypeAlias = Mapping[str, str]  # item -> verdict
Confusion: TypeAlias = Counter[tuple[str, str]]


class Item(NamedTuple):
    """One claim that a person judged: its group (the text, whose claims are correlated), the verdict, and its weight.

    Copies of a claim together weigh 1 in intervals and tests; in the figures each of them weighs 1.
    """

    group: str
    verdict: str
    weight: Weight = 1


class VerdictScore(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One checker: accuracy, recall of each class (and precision), macro F1 and kappa, with intervals over groups."""

    name: str
    items: int
    silent: int
    accuracy: Ratio
    recall: dict[str, Ratio]
    precision: dict[str, float | None]
    macro_f1: Ratio
    kappa: Ratio
    confusion: dict[str, dict[str, int]]


class VerdictResults(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Everything that is shown; `constants` are the rows of checkers that say the same of everything.

    `strict` is the share of items with the right verdict and the evidence for it, where gold has evidence sets;
    `copies` says what is there several times.
    """

    items: int
    groups: int
    labels: tuple[str, ...]
    systems: tuple[VerdictScore, ...]
    constants: tuple[VerdictScore, ...]
    comparisons: tuple[PairedComparison, ...]
    problems: tuple[str, ...] = ()
    strict: dict[str, Ratio] = {}
    copies: tuple[str, ...] = ()


def verdict_results(
    gold: Mapping[str, Item],
    systems: Mapping[str, Verdicts],
    draws: int,
    problems: Sequence[str] = (),
    proven: Mapping[str, Mapping[str, bool]] = {},
    copies: Sequence[str] = (),
) -> VerdictResults:
    """The record of a run, the systems in the order of their macro F1; `gold` and verdicts are by item.

    `proven` says of each system's items whether its evidence holds one of gold's evidence sets (FEVER).
    """
    labels = tuple(sorted({item.verdict for item in gold.values()}))
    scored = [score_verdicts(name, gold, verdicts, labels) for name, verdicts in systems.items()]
    constants = [
        score_verdicts(f"(all {label})", gold, dict.fromkeys(gold, label), labels, certain=False) for label in labels
    ]
    groups = _groups(gold)
    counts = {name: table([[row] for row in _rows(gold, verdicts)]) for name, verdicts in systems.items()}
    pairs = [
        PairedComparison(first, second, tuple(compare(counts[first], counts[second], ["accuracy"], draws)))
        for first, second in combinations(sorted(systems), 2)
    ]
    return VerdictResults(
        items=len(gold),
        groups=len(groups),
        labels=labels,
        systems=tuple(sorted(scored, key=lambda score: (-(score.macro_f1.value or 0.0), score.name))),
        constants=tuple(constants),
        comparisons=corrected(pairs),
        problems=tuple(problems),
        copies=tuple(copies),
        strict={name: _strict(gold, systems[name], items) for name, items in proven.items()},
    )


def _strict(gold: Mapping[str, Item], verdicts: Verdicts, proven: Mapping[str, bool]) -> Ratio:
    """The share of items with the right verdict and, where it asks for one, a whole evidence set (the FEVER score)."""
    return _share_of(
        gold, {key: verdicts.get(key) == item.verdict and proven.get(key, False) for key, item in gold.items()}
    )


def _share_of(gold: Mapping[str, Item], hits: Mapping[str, bool]) -> Ratio:
    """The share of hits in all these items; the interval is of groups, in which copies weigh one together."""
    weighed: dict[str, tuple[Weight, Weight]] = {}
    for key, hit in hits.items():
        of_group = weighed.get(gold[key].group, (0, 0))
        weighed[gold[key].group] = of_group[0] + gold[key].weight * hit, of_group[1] + gold[key].weight
    interval = share_interval([(float(right), float(size)) for right, size in weighed.values()])
    return around(sum(hits.values()) / len(hits) if hits else None, interval)


def score_verdicts(
    name: str, gold: Mapping[str, Item], verdicts: Verdicts, labels: Sequence[str], *, certain: bool = True
) -> VerdictScore:
    """One checker's figures; `certain` leaves intervals out where nobody asks for them."""
    parts = {group: Counter[tuple[str, str]]() for group in _groups(gold)}
    whole = Counter[tuple[str, str]]()
    for key, item in gold.items():
        pair = item.verdict, verdicts.get(key, SILENT)
        whole[pair] += 1
        parts[item.group][pair] += item.weight  # type: ignore[assignment]
    rows = list(parts.values())
    right = {key: verdicts.get(key) == item.verdict for key, item in gold.items()}

    def with_interval(figure: Callable[[Confusion], float | None], lowest: float) -> Ratio:
        return around(figure(whole), jackknife_of_tables(rows, figure, lowest) if certain else Ratio())

    return VerdictScore(
        name=name,
        items=len(gold),
        silent=sum(count for (_, verdict), count in whole.items() if verdict == SILENT),
        accuracy=_share_of(gold, right),
        recall={
            label: _share_of(gold, {key: hit for key, hit in right.items() if gold[key].verdict == label})
            for label in labels
        },
        precision={label: class_hits(whole, label).precision for label in labels},
        macro_f1=with_interval(lambda confusion: macro_f1(confusion, labels), 0.0),
        kappa=with_interval(kappa, -1.0),
        confusion=_nested(whole),
    )


def class_hits(confusion: Confusion, label: str) -> Hits:
    hits = confusion[label, label]
    gold = sum(count for (gold_label, _), count in confusion.items() if gold_label == label)
    predicted = sum(count for (_, predicted_label), count in confusion.items() if predicted_label == label)
    return Hits(hits, hits, gold, predicted)


def macro_f1(confusion: Confusion, labels: Sequence[str]) -> float | None:
    """The mean of the classes' F1, each class weighing the same; classes without a gold item are left out."""
    parts = [class_hits(confusion, label) for label in labels]
    values = [hits.f1 or 0.0 for hits in parts if hits.gold]
    return sum(values) / len(values) if values else None


def _groups(gold: Mapping[str, Item]) -> list[str]:
    return sorted({item.group for item in gold.values()})


def _rows(gold: Mapping[str, Item], verdicts: Verdicts) -> list[tuple[float, float, float]]:
    """How many verdicts of each group are right, of how many; copies weigh one together."""
    size: dict[str, Weight] = dict.fromkeys(_groups(gold), 0)
    right = dict(size)
    for key, item in gold.items():
        size[item.group] += item.weight
        right[item.group] += item.weight * (verdicts.get(key) == item.verdict)
    return [(float(right[group]), float(size[group]), float(size[group])) for group in size]


def _nested(confusion: Confusion) -> dict[str, dict[str, int]]:
    nested: dict[str, dict[str, int]] = {}
    for (first, second), count in sorted(confusion.items()):
        nested.setdefault(first, {})[second] = count
    return nested


def verdict_tables(results: VerdictResults) -> list[FigureTable]:
    """The tables that have a row: figures, recall of each class, tests, confusion, problems."""
    rows = [*results.systems, *results.constants]
    figures = [
        (row.name, str(row.items), str(row.silent), number(row.accuracy.value), spread(row.accuracy),
         number(row.macro_f1.value), spread(row.macro_f1), number(row.kappa.value), spread(row.kappa))
        for row in rows
    ]  # fmt: skip
    head = ("checker", "items", "silent", "accuracy", "95 %", "macro F1", "95 %", "kappa", "95 %")
    items, groups = (f"{number} {noun}{'s' * (number != 1)}"
                     for number, noun in ((results.items, "item"), (results.groups, "group")))  # fmt: skip
    note = f"{items} in {groups}; no verdict counts as wrong. Intervals are for groups like these."
    classes = [
        (label if place == 0 else "", row.name, number(row.precision[label]), number(row.recall[label].value),
         spread(row.recall[label]))
        for label in results.labels
        for place, row in enumerate(rows)
    ]  # fmt: skip
    tables = [
        FigureTable("Verdicts", note, head, tuple(figures), 1),
        FigureTable("Classes", "", ("class", "checker", "precision", "recall", "95 % of recall"), tuple(classes), 2),
        FigureTable("Accuracy, paired by group", "", ("checkers", "diff", "95 %", "p", "Holm", "detects"),
              tuple(_test(comparison, comparison.tests[0]) for comparison in results.comparisons), 1),
    ]  # fmt: skip
    strict = tuple((name, *_to_five(score)) for name, score in sorted(results.strict.items()))
    tables.append(FigureTable("Right verdict with a whole evidence set", "", ("checker", "score", "95 %"), strict, 1))
    for system in results.systems:
        cells = tuple(
            (first, second, str(count)) for first, row in system.confusion.items() for second, count in row.items()
        )
        tables.append(FigureTable(f"Confusion of {system.name}", "", ("a person", "the checker", "items"), cells, 2))
    note = "They weigh one together in intervals and tests."
    tables.append(FigureTable("Copies", note, ("what",), tuple((line,) for line in results.copies), 1))
    tables.append(
        FigureTable("What could not be scored", "", ("what",), tuple((problem,) for problem in results.problems), 1)
    )
    return [first for first in tables if first.rows]


def _test(comparison: PairedComparison, test: PairedTest) -> tuple[str, ...]:
    p = ("=" if test.exact else "~") + number(test.p)
    difference = signed(test.difference.value)
    figures = (difference, spread(test.difference, beside=difference), p, number(test.holm), number(test.detectable, 2))
    return (f"{comparison.first} against {comparison.second}", *figures)


def _to_five(score: Ratio) -> tuple[str, str]:
    """The FEVER score as its scorer prints it, to five decimals."""
    figure = number(score.value, 5)
    return figure, spread(score, 3, figure)
