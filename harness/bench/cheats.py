"""The ways to cheat that once worked, each with its outcome now, on the invented gold of the self-test."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from harness.bench.blind import blind_tiles
from harness.bench.copies import times_said
from harness.bench.invented import Claims, check, each, gold, perfect, weaker
from harness.bench.measures import Hits, sum_hits
from harness.bench.outcomes import RESAMPLES, Outcome, scored, submission, system
from harness.bench.results import Results
from harness.bench.run import FlaggingCheck, run
from harness.bench.rungs import RUNGS
from harness.bench.submissions import Gold, Prediction, Submission, gold_of
from harness.checking.load import ClaimFile
from harness.checking.load.doubts import doubts
from harness.checking.score import ScoredText, scores, total_scores
from harness.kinds import kinds
from harness.records.model import Counts
from harness.statistics.printed import share

_ANOTHER_VALUE: dict[str, Any] = {"mark": "9:59.99", "place": 99, "medal": "bronze"}


def _flags(results: Results) -> Hits:
    return results.flagged[0].errors.hits


def _is_wrong(claim: Any) -> bool:
    return bool(claim.text.startswith("wrong"))


def unusable_rows() -> Outcome:
    """Rubbish beside a perfect answer counts where totals, intervals and tests count."""
    rubbish = Submission(
        "b", {name: Prediction(claims, unusable=5 * len(claims)) for name, claims in perfect(gold()).items()}
    )
    results = run(gold(), [submission("a", perfect(gold())), rubbish], FlaggingCheck(check, "invented"), RESAMPLES)
    f1 = system(results, "b").ladder[0].f1
    held = f1.value is not None and f1.high is not None and f1.high < 0.5 and f1.value < 0.3
    holds = held and results.comparisons[0].tests[0].p < 0.05
    return Outcome("unusable rows", "in the interval and the test too", f"F1 {f1.value}, {f1.high}", holds)


def blind_pieces() -> Outcome:
    """What a system gets that reads nothing stands in the table, and above `found` it gets nothing."""
    results = scored(perfect(gold()))
    files = list(gold().files.values())
    times = [times_said(file.claims) for file in files]
    blind = sum_hits([tiles.hits for tiles in blind_tiles(files, times)])
    holds = results.blind is not None and results.blind.hits == blind and blind.gold_hits > 0
    return Outcome("blind tiles of kind other", "what they get is a row of the table", f"{blind}", holds)


def relabelled_errors() -> Outcome:
    """What is refuted is called `other`: nothing is flagged, and the kinds are wrong."""
    results = scored(each(lambda claim: [_as_other(claim) if _is_wrong(claim) else claim]))
    hits, kind = _flags(results), system(results).ladder[1].hits
    holds = (hits.recall, hits.predicted) == (0.0, 0) and kind.gold - kind.gold_hits == hits.gold
    return Outcome("errors relabelled other", "no error found, as many kinds wrong", f"{hits}", holds)


def _as_other(claim: Any) -> Any:
    return kinds()["other"].claim(**{name: getattr(claim, name) for name in ("id", "text", "quote", "start", "end")})


def another_figure() -> Outcome:
    """At the place of every error stands a false claim of another figure."""
    results = scored(each(lambda claim: [_with_another_value(claim) if _is_wrong(claim) else claim]))
    hits = _flags(results)
    holds = hits.gold_hits == 0 and results.flagged[0].false_alarms == hits.predicted == hits.gold
    return Outcome("another false figure there", "no error found, false alarms", f"{hits}", holds)


def _with_another_value(claim: Any) -> Any:
    field = next(field for field in _ANOTHER_VALUE if hasattr(claim, field))
    return replace(claim, **{field: _ANOTHER_VALUE[field]})


def another_kind() -> Outcome:
    """At the place of every error stands a false claim of another kind."""
    as_title: Any = kinds()["title"].claim
    shared = ("id", "text", "quote", "start", "end", "athlete", "scope")
    results = scored(
        each(lambda claim: [as_title(**{n: getattr(claim, n) for n in shared}) if _is_wrong(claim) else claim])
    )
    hits = _flags(results)
    holds = hits.gold_hits == 0 and hits.predicted == hits.gold
    return Outcome("a false claim of another kind", "no error found, false alarms", f"{hits}", holds)


def another_day() -> Outcome:
    """Claims are dated to a day on which nothing was known."""
    results = scored(each(lambda claim: [replace(claim, as_of="1900")]))
    hits, subject = _flags(results), system(results).ladder[2].hits
    holds = hits.gold_hits == 0 and subject.gold_hits == 0
    return Outcome("as_of 1900", "no error found, no subject right", f"{hits}", holds)


def softened_marks() -> Outcome:
    """A hedge that nobody printed makes a wrong figure hold."""
    results = scored(
        each(
            lambda wanted: [replace(wanted, hedge="about") if _is_wrong(wanted) and hasattr(wanted, "mark") else wanted]
        )
    )
    hits = _flags(results)
    marks = sum(_is_wrong(claim) and hasattr(claim, "mark") for claims in perfect(gold()).values() for claim in claims)
    holds = hits.gold - hits.gold_hits == marks > 0
    return Outcome("a hedge before wrong marks", "none of these errors found", f"{hits}", holds)


def quote_without_figure() -> Outcome:
    """A claim's figure is right, and not the one at its place; printed there, it is nothing to be warned of."""
    files = [
        ClaimFile(
            "",
            gold().files[name].article,
            tuple(replace(claim, quote=str(_figure(claim)), compound=name) for claim in claims),
        )
        for name, claims in perfect(gold()).items()
    ]
    cheated = [
        replace(file, claims=tuple(replace(claim, quote="in the final", compound=None) for claim in file.claims))
        for file in files
    ]
    honest, warned = (sum(len(doubts(file)) for file in kept) for kept in (files, cheated))
    claims = sum(_figure(claim) not in (1, "gold") for file in files for claim in file.claims)
    holds = honest == 0 and warned == claims
    return Outcome("quote without the figure", "warned of, unless it is printed there", f"{warned} of {claims}", holds)


def _figure(claim: Any) -> Any:
    return next(getattr(claim, field) for field in _ANOTHER_VALUE if hasattr(claim, field))


def one_file_a_claim() -> Outcome:
    """A claim alone in its file cannot be contradicted, so it does not raise consistency."""
    alone = scores(Counts(claims=1, supported=1))
    return Outcome("one file a claim", "consistency undefined", f"{alone.consistency}", alone.consistency is None)


def one_text_often() -> Outcome:
    """One text under thirty ids narrows no interval."""
    texts = [ScoredText(Counts(claims=9, supported=8, refuted=1), "a"), ScoredText(Counts(claims=5, supported=5), "b")]
    once, often = total_scores(texts).accuracy, total_scores([*texts, *[texts[0]] * 28]).accuracy
    return Outcome("one text under thirty ids", "the interval no narrower", f"{often}", often.low == once.low)


def one_claim_often() -> Outcome:
    """One gold claim twelve times, each a letter longer than the last, narrows no interval and lowers no p."""
    names = list(gold().files)[:6]
    right, poor = ({name: claims[name] for name in names} for claims in (perfect(gold()), weaker()))
    shared = next(claim for claim in poor[names[0]] if claim in right[names[0]])
    again = tuple(replace(shared, id=f"again-{number}", end=shared.end + number) for number in range(1, 12))
    once, often = (
        scored(
            *({**claims, names[0]: (*claims[names[0]], *more)} for claims in (right, poor)), given=_gold(right, more)
        )
        for more in ((), again)
    )
    intervals = [(system(results, "b").ladder[RUNGS.index("value")].f1) for results in (once, often)]
    (low, high), (low_often, high_often) = ((interval.low or 0.0, interval.high or 1.0) for interval in intervals)
    p, p_often = ([test.p for test in results.comparisons[0].tests] for results in (once, often))
    holds = low_often <= low and high_often >= high and p == p_often and len(often.copies) == 1
    return Outcome(
        "one claim twelve times", "the interval no narrower", f"{share(low_often)} to {share(high_often)}", holds
    )


def _gold(claims: Claims, more: Sequence[Any]) -> Gold:
    """The invented gold of these articles, with more claims in the first of them."""
    first = next(iter(claims))
    files = gold().files
    return gold_of(
        ClaimFile("", files[name].article, (*of_article, *(more if name == first else ())))
        for name, of_article in claims.items()
    )


CHEATS = (
    unusable_rows, blind_pieces, relabelled_errors, another_figure, another_kind, another_day, softened_marks,
    quote_without_figure, one_file_a_claim, one_text_often, one_claim_often,
)  # fmt: skip
