"""How well annotators agree: which claims each found, their kinds, and their verdicts; article by article.

Two claims are one unit if their words overlap, matched one to one like a system's with gold. Kappa is computed on the
units that both of two annotators have (Cohen 1960), alpha on all that any two of several have (Krippendorff 2004). The
unitizing measure needs no pairs: it is alpha over the characters of the texts, each of which has a kind or none
(Krippendorff et al. 2016, "On the reliability of unitizing textual continua", Quality & Quantity 50).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from harness.bench.align import align
from harness.bench.copies import Weight, around, copies, repeated, times_said, weight_of
from harness.bench.measures import kappa
from harness.bench.reading import read_claim
from harness.bench.significance import jackknife_of_tables
from harness.bench.submissions import Gold, gold_of
from harness.checking.load import ClaimFile
from harness.claims.claim import kind_of
from harness.records.model import Ratio
from harness.statistics import share_interval
from harness.strict_json import FilePositions

NONE = "(none)"


class Unit(NamedTuple):
    """One stretch of text with the claim of each annotator there, None for those who have none."""

    article: str
    claims: tuple[Any, ...]


class PairAgreement(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Two annotators: what each has, what both have, F1 of their spans, kappa of kinds and of verdicts."""

    first: str
    second: str
    article: str
    found_first: int
    found_second: int
    both: int
    same_kind: int
    judged: int
    same_verdict: int
    f1: Ratio
    kappa_kind: Ratio
    kappa_verdict: Ratio


class Agreement(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Everything that is shown: pairs (article by article, and in all), and what all annotators come to.

    `copies` says what is there several times, and counts once in intervals.
    """

    annotators: tuple[str, ...]
    articles: int
    pairs: tuple[PairAgreement, ...]
    alpha_kind: float | None
    alpha_verdict: float | None
    alpha_characters: float | None
    problems: tuple[str, ...]
    copies: tuple[str, ...] = ()


def agreement(annotators: Mapping[str, Gold]) -> tuple[Agreement, list[Unit]]:
    """The record, and the units that it rests on."""
    names = tuple(annotators)
    shared, problems = _shared(annotators)
    units = [unit for article in shared for unit in units_of([gold.files[article] for gold in annotators.values()])]
    files = {name: [gold.files[article] for article in shared] for name, gold in annotators.items()}
    record = Agreement(
        annotators=names,
        articles=len(shared),
        pairs=tuple(_pairs(names, shared, files, units)),
        alpha_kind=_alpha(units, kind_of),
        alpha_verdict=_alpha(units, lambda claim: claim.gold_verdict),
        alpha_characters=_characters(list(files.values())),
        problems=tuple(problems),
        copies=_copies(annotators, shared),
    )
    return record, units


def _copies(annotators: Mapping[str, Gold], shared: Sequence[str]) -> tuple[str, ...]:
    """The articles of one text, and each annotator's claims that say one thing at the same words."""
    first = next(iter(annotators.values()))
    texts = copies(gold_of(first.files[article] for article in shared))
    said_again = (
        f"{name}: {line}"
        for name, gold in annotators.items()
        for line in repeated({article: gold.files[article] for article in shared})
    )
    return (*texts, *said_again)


def _shared(annotators: Mapping[str, Gold]) -> tuple[list[str], list[str]]:
    """The articles that all have, on one text; and what is wrong with the others."""
    problems = [f"{name}: {problem}" for name, gold in annotators.items() for problem in gold.problems]
    everyone = sorted({article for gold in annotators.values() for article in gold.files})
    shared = []
    for article in everyone:
        having = {name: gold.files[article] for name, gold in annotators.items() if article in gold.files}
        if len(having) < len(annotators):
            missing = ", ".join(name for name in annotators if name not in having)
            problems.append(f"{next(iter(having.values())).path}:1: {missing} did not read {article!r}")
        elif len({file.article.sha256 for file in having.values()}) > 1:
            where = ", ".join(f"{_line_of_digest(file.path)} (article.sha256)" for file in having.values())
            problems.append(f"{where}: the annotators read different texts of {article!r}")
        else:
            shared.append(article)
    return shared, problems


def _line_of_digest(file: str) -> str:
    """FILE:LINE of the digest, where the claims come from a file."""
    path = Path(file)
    if not path.is_file():
        return file
    line, column = FilePositions(path.read_bytes()).locate(("article", "sha256"))
    return f"{file}:{line}:{column}"


def units_of(files: Sequence[ClaimFile]) -> list[Unit]:
    """The units of one article, in the order of the text: claims that are aligned with each other, even indirectly."""
    published = date.fromisoformat(files[0].article.published).toordinal()
    readings = [[read_claim(claim, published) for claim in file.claims] for file in files]
    owner: dict[tuple[int, int], tuple[int, int]] = {
        (side, place): (side, place) for side, file in enumerate(files) for place in range(len(file.claims))
    }
    members: dict[tuple[int, int], dict[int, int]] = {key: {key[0]: key[1]} for key in owner}
    for first, second in combinations(range(len(files)), 2):
        for pair in align(readings[first], readings[second]):
            left, right = owner[first, pair.gold], owner[second, pair.predicted]
            if left != right and not members[left].keys() & members[right].keys():
                members[left] |= members.pop(right)
                owner.update(dict.fromkeys(members[left].items(), left))
    units = [
        Unit(files[0].article.id, tuple(_claim(file, group.get(side)) for side, file in enumerate(files)))
        for group in members.values()
    ]
    return sorted(units, key=lambda unit: min((claim.start, claim.end, claim.id) for claim in unit.claims if claim))


def _claim(file: ClaimFile, place: int | None) -> Any:
    return None if place is None else file.claims[place]


class _ReadByTwo(NamedTuple):
    """An article as two annotators read it: its text, how much each has, what both have, and what each pair weighs.

    The sizes and weights count a claim once that is said several times at the same words.
    """

    sha256: str
    sizes: tuple[int, int]
    distinct: tuple[Weight, Weight]
    both: list[tuple[Any, Any]]
    weights: list[Weight]


def _pairs(
    names: Sequence[str], shared: Sequence[str], files: Mapping[str, Sequence[ClaimFile]], units: Sequence[Unit]
) -> list[PairAgreement]:
    by_article: dict[str, list[Unit]] = {article: [] for article in shared}
    for unit in units:
        by_article[unit.article].append(unit)
    pairs = []
    for first, second in combinations(range(len(names)), 2):
        rows = [
            _row(
                files[names[first]][place],
                files[names[second]][place],
                [(unit.claims[first], unit.claims[second]) for unit in by_article[article]],
            )
            for place, article in enumerate(shared)
        ]
        parts = [_pair(names[first], names[second], article, [row]) for article, row in zip(shared, rows, strict=True)]
        pairs += [*parts, _pair(names[first], names[second], "all", rows)] if len(parts) > 1 else parts
    return pairs


def _row(first: ClaimFile, second: ClaimFile, claims: Sequence[tuple[Any, Any]]) -> _ReadByTwo:
    both = [pair for pair in claims if None not in pair]
    times = [times_said(file.claims) for file in (first, second)]
    return _ReadByTwo(
        first.article.sha256,
        (len(first.claims), len(second.claims)),
        (sum(map(weight_of, times[0].values())), sum(map(weight_of, times[1].values()))),
        both,
        [weight_of(min(repeats[claim.id] for repeats, claim in zip(times, pair, strict=True))) for pair in both],
    )


def _pair(first: str, second: str, article: str, rows: Sequence[_ReadByTwo]) -> PairAgreement:
    both = [pair for row in rows for pair in row.both]
    judged = [(a, b) for a, b in both if a.gold_verdict is not None and b.gold_verdict is not None]
    sizes = [sum(row.sizes[side] for row in rows) for side in (0, 1)]
    return PairAgreement(
        first=first,
        second=second,
        article=article,
        found_first=sizes[0],
        found_second=sizes[1],
        both=len(both),
        same_kind=sum(kind_of(a) == kind_of(b) for a, b in both),
        judged=len(judged),
        same_verdict=sum(a.gold_verdict == b.gold_verdict for a, b in judged),
        f1=around(2 * len(both) / sum(sizes) if sum(sizes) else None, _f1_once(rows)),
        kappa_kind=_kappa(rows, kind_of),
        kappa_verdict=_kappa(rows, lambda claim: claim.gold_verdict),
    )


def _by_text(rows: Sequence[_ReadByTwo]) -> list[list[_ReadByTwo]]:
    texts: dict[str, list[_ReadByTwo]] = {}
    for row in rows:
        texts.setdefault(row.sha256, []).append(row)
    return list(texts.values())


def _f1_once(rows: Sequence[_ReadByTwo]) -> Ratio:
    """F1 with every claim and text counted once: shared claims as a share of the mean of both annotators' claims."""
    clusters = []
    for text in _by_text(rows):
        halves = float(sum(sum(row.distinct) for row in text)) / 2 / len(text)
        clusters.append((min(halves, float(sum(sum(row.weights) for row in text)) / len(text)), halves))
    return share_interval(clusters)


def _kappa(rows: Sequence[_ReadByTwo], label: Callable[[Any], str | None]) -> Ratio:
    """Kappa of all pairs; its interval is of texts, each of which weighs once."""
    whole: Counter[tuple[str, str]] = Counter()
    tables: list[Counter[tuple[str, str]]] = []
    for text in _by_text(rows):
        table: Counter[Any] = Counter()
        for row in text:
            for pair, weight in zip(row.both, row.weights, strict=True):
                first, second = map(label, pair)
                if first and second:
                    whole[first, second] += 1
                    table[first, second] += weight * weight_of(len(text))  # type: ignore[assignment]
        tables.append(table)
    return around(kappa(whole), jackknife_of_tables(tables, kappa, -1.0))


def _alpha(units: Sequence[Unit], label: Callable[[Any], str | None]) -> float | None:
    """Krippendorff's alpha for nominal data, with units that not all have; undefined where nothing varies."""
    rows = [[label(claim) if claim is not None else None for claim in unit.claims] for unit in units]
    return _nominal([Counter(value for value in row if value is not None) for row in rows])


def _characters(annotators: Sequence[Sequence[ClaimFile]]) -> float | None:
    """Alpha over characters, stretch by stretch: where no annotation starts or ends, all characters are alike."""
    counts: Counter[tuple[tuple[str, int], ...]] = Counter()
    for files in zip(*annotators, strict=True):
        length = files[0].article.characters
        edges = sorted({0, length, *(edge for file in files for c in file.claims for edge in (c.start, c.end))})
        for start, end in pairwise(edges):
            labels = Counter(_label(file, start) for file in files)
            counts[tuple(sorted(labels.items()))] += end - start
    return _nominal([Counter(dict(labels)) for labels in counts], list(counts.values()))


def _label(file: ClaimFile, place: int) -> str:
    """What the annotator calls the character: the kind of the shortest claim there, none outside of all."""
    there = [claim for claim in file.claims if claim.start <= place < claim.end]
    return kind_of(min(there, key=lambda claim: (claim.end - claim.start, kind_of(claim)))) if there else NONE


def _nominal(units: Sequence[Counter[str]], weights: Sequence[int] | None = None) -> float | None:
    """Alpha of units, each as the counts of its labels; a unit that only one annotator labels has no influence."""
    import krippendorff
    import numpy

    labels = sorted({label for unit in units if unit.total() > 1 for label in unit})
    if len(labels) < 2:
        return None
    rows = [[unit[label] for label in labels] for unit in units]
    counted = numpy.repeat(numpy.array(rows, dtype=int), weights or 1, axis=0)
    return float(krippendorff.alpha(value_counts=counted, level_of_measurement="nominal"))
