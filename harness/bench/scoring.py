"""One article's counts: its alignment, by rung, kind and field. Everything later adds these up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeAlias

import msgspec

from harness.bench.align import Pair, align, detect
from harness.bench.copies import times_said
from harness.bench.distinct import Triple, distinct_ladder
from harness.bench.measures import Hits
from harness.bench.reading import ReadClaim, read_claim
from harness.bench.rungs import RUNGS, fields_alike, says_the_same
from harness.bench.submissions import Gold, Prediction, Submission
from harness.checking.load import ClaimFile
from harness.claims.claim import kind_of

UNUSABLE = "(unusable)"
MISSING = "no claim file"
Quantities: TypeAlias = Callable[[ClaimFile, Sequence[Any]], list[Hashable]]
"""Of gold's file and claims on its article: what a ground truth takes each to be about; None where that is open."""


class GoldReading(NamedTuple):
    """An article's gold claims made comparable, and how often gold has each of them."""

    claims: list[ReadClaim]
    times: tuple[int, ...]


GoldReadings: TypeAlias = dict[str, GoldReading]  # by article, for one way to read quantities


class Line(msgspec.Struct, frozen=True, gc=False):
    """A claim in a list: enough to find it."""

    article: str
    claim: str
    kind: str
    start: int
    end: int
    quote: str


class FieldAgreement(msgspec.Struct, frozen=True, gc=False):
    """How many of the aligned pairs of one kind that have a field agree in it."""

    alike: int
    pairs: int


class ArticleScore(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One article of one system.

    `failure` says why there are no predictions, "" where there are; `aligned` holds (gold id, predicted id), `reached`
    for each of these a digit a rung, 1 where it is reached, `same` whether both make one error if it is one, and
    `ladder` one Hits a measure; `kinds` has one a rung for each kind, `confusion` gold kind -> predicted kind -> pairs.
    `carried` are of `fields` those that the system says it inferred. `distinct` has hits, gold and predicted for each
    measure if a claim that gold repeats counts once; empty if gold repeats none.
    """

    article: str
    failure: str
    unusable: int
    ladder: tuple[Hits, ...]
    kinds: dict[str, tuple[Hits, ...]]
    confusion: dict[str, dict[str, int]]
    fields: dict[str, FieldAgreement]
    aligned: tuple[tuple[str, str], ...]
    reached: tuple[str, ...]
    same: tuple[bool, ...]
    missed: tuple[Line, ...]
    spurious: tuple[Line, ...]
    carried: dict[str, FieldAgreement] = {}
    distinct: tuple[Triple, ...] = ()


def score_articles(
    gold: Gold, submission: Submission, quantities: Quantities | None = None, kept: GoldReadings | None = None
) -> list[ArticleScore]:
    """Every article of gold, in the order of their ids; one that the system does not speak of is missed whole.

    `kept` holds how gold's claims were read for the systems before: they are read once in a run.
    """
    missing = Prediction(failure=MISSING)
    kept = {} if kept is None else kept
    for name, file in gold.files.items():
        if name not in kept:
            kept[name] = _gold_reading(file, quantities)
    return [
        score_article(file, submission.predictions.get(name, missing), quantities, kept[name])
        for name, file in gold.files.items()
    ]


def score_article(
    file: ClaimFile,
    prediction: Prediction,
    quantities: Quantities | None = None,
    reading: GoldReading | None = None,
) -> ArticleScore:
    """The counts of one article. Predicted claims that are none are counted as predicted, and hit nothing."""
    gold, times = reading or _gold_reading(file, quantities)
    predicted = _readings(file, prediction.claims, quantities)
    pairs = align(gold, predicted)
    article = file.article.id
    repeats = max(times, default=1) > 1
    matched, used = {pair.gold for pair in pairs}, {pair.predicted for pair in pairs}
    return ArticleScore(
        article=article,
        failure=prediction.failure,
        unusable=prediction.unusable,
        ladder=_ladder(pairs, detect(gold, predicted), len(gold), len(predicted) + prediction.unusable),
        kinds=_kinds(gold, predicted, pairs, prediction.unusable),
        confusion=_confusion(gold, predicted, pairs),
        fields=_fields(gold, predicted, pairs),
        carried=_carried(gold, predicted, pairs, [claim.inferred for claim in prediction.claims]),
        aligned=tuple((file.claims[pair.gold].id, prediction.claims[pair.predicted].id) for pair in pairs),
        reached=tuple("".join(str(int(passed)) for passed in pair.passed) for pair in pairs),
        same=tuple(says_the_same(gold[pair.gold], predicted[pair.predicted]) for pair in pairs),
        missed=tuple(_line(article, claim) for index, claim in enumerate(file.claims) if index not in matched),
        spurious=tuple(_line(article, claim) for index, claim in enumerate(prediction.claims) if index not in used),
        distinct=distinct_ladder(gold, predicted, pairs, times, prediction.unusable) if repeats else (),
    )


def _gold_reading(file: ClaimFile, quantities: Quantities | None) -> GoldReading:
    times = times_said(file.claims)
    return GoldReading(_readings(file, file.claims, quantities), tuple(times[claim.id] for claim in file.claims))


def _readings(file: ClaimFile, claims: Sequence[Any], quantities: Quantities | None) -> list[ReadClaim]:
    published = date.fromisoformat(file.article.published).toordinal()
    readings = [read_claim(claim, published) for claim in claims]
    if quantities is None:
        return readings
    about: Sequence[Hashable] = quantities(file, claims)
    return [reading._replace(quantity=quantity) for reading, quantity in zip(readings, about, strict=True)]


def _ladder(pairs: Sequence[Pair], detected: int, gold: int, predicted: int) -> tuple[Hits, ...]:
    hits = [sum(pair.passed[rung] for pair in pairs) for rung in range(len(RUNGS))]
    return tuple(Hits(count, count, gold, predicted) for count in (*hits, detected))


def _kinds(
    gold: Sequence[ReadClaim], predicted: Sequence[ReadClaim], pairs: Sequence[Pair], unusable: int
) -> dict[str, tuple[Hits, ...]]:
    golds = Counter(claim.kind for claim in gold)
    others = Counter(claim.kind for claim in predicted) + Counter({UNUSABLE: unusable})
    kept: Counter[tuple[str, int]] = Counter()
    right: Counter[tuple[str, int]] = Counter()
    for pair in pairs:
        for rung, reached in enumerate(pair.passed):
            kept[gold[pair.gold].kind, rung] += reached
            right[predicted[pair.predicted].kind, rung] += reached
    return {
        kind: tuple(Hits(kept[kind, rung], right[kind, rung], golds[kind], others[kind]) for rung in range(len(RUNGS)))
        for kind in sorted(golds.keys() | others.keys())
    }


def _confusion(
    gold: Sequence[ReadClaim], predicted: Sequence[ReadClaim], pairs: Sequence[Pair]
) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for pair in pairs:
        row = table.setdefault(gold[pair.gold].kind, {})
        kind = predicted[pair.predicted].kind
        row[kind] = row.get(kind, 0) + 1
    return table


def _fields(
    gold: Sequence[ReadClaim], predicted: Sequence[ReadClaim], pairs: Sequence[Pair]
) -> dict[str, FieldAgreement]:
    alike: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for pair in pairs:
        gold_claim, predicted_claim = gold[pair.gold], predicted[pair.predicted]
        if gold_claim.kind == predicted_claim.kind:
            for name, agreed in fields_alike(gold_claim, predicted_claim).items():
                alike[name] += agreed
                total[name] += 1
    return {name: FieldAgreement(alike[name], count) for name, count in sorted(total.items())}


def _carried(
    gold: Sequence[ReadClaim], predicted: Sequence[ReadClaim], pairs: Sequence[Pair], inferred: Sequence[Sequence[str]]
) -> dict[str, FieldAgreement]:
    """How often a field was right that the words at the place do not print, in pairs of one kind."""
    alike: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for pair in pairs:
        wanted, read = gold[pair.gold], predicted[pair.predicted]
        if wanted.kind == read.kind:
            for name, agreed in fields_alike(wanted, read).items():
                if name in inferred[pair.predicted]:
                    alike[name] += agreed
                    total[name] += 1
    return {name: FieldAgreement(alike[name], count) for name, count in sorted(total.items())}


def _line(article: str, claim: Any) -> Line:
    return Line(article, claim.id, kind_of(claim), claim.start, claim.end, claim.quote)
