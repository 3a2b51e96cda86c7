"""Tricks that worked on other scorers, tried on this one: each has one stated outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import replace

from harness.bench.cheats import CHEATS
from harness.bench.invented import ARTICLES, CHARACTERS, CLEAN, each, gold, perfect, weaker
from harness.bench.measures import Hits
from harness.bench.outcomes import Outcome, scored, system
from harness.bench.results import Results
from harness.bench.rungs import LADDER
from harness.bench.significance import PairedComparison, PairedTest
from harness.bench.submissions import gold_of
from harness.bench.tables import number
from harness.checking.load import ClaimFile
from harness.kinds import kinds
from harness.records.model import Ratio


def outcomes() -> list[Outcome]:
    """Every trick, tried."""
    return [trick() for trick in (*TRICKS, *CHEATS)]


def _figures(results: Results) -> Any:
    """All that names and order must not change."""
    systems = {
        system_result.name: (system_result.ladder, system_result.kinds, system_result.confusion, system_result.fields)
        for system_result in results.systems
    }
    flagged = [
        replace(system_result, claims={}) for system_result in results.flagged
    ]  # which claims they are is told by their names
    return systems, flagged, results.comparisons


def _f1(results: Results) -> str:
    ladder = [figures.hits for figures in system(results).ladder[: len(LADDER)]]
    return "F1 " + " ".join(number(hits.f1, 2) for hits in ladder)


def _errors(results: Results) -> Hits:
    return results.flagged[0].errors.hits


def gold_against_gold() -> Outcome:
    results = scored(perfect(gold()))
    rungs = [figures.hits for figures in system(results).ladder] + [_errors(results)]
    holds = all((rung.precision, rung.recall, rung.f1) == (1.0, 1.0, 1.0) for rung in rungs)
    return Outcome("gold against gold", "exactly 1 everywhere", _f1(results), holds and results.flagged[0].kappa == 1)


def empty_output() -> Outcome:
    results = scored(dict.fromkeys(gold().files, ()))
    rungs = [figures.hits for figures in system(results).ladder] + [_errors(results)]
    holds = all((rung.precision, rung.recall, rung.f1) == (None, 0.0, 0.0) for rung in rungs)
    return Outcome("empty output", "recall and F1 0, precision undefined", _f1(results), holds)


def everything_flagged() -> Outcome:
    results = scored(each(lambda claim: [replace(claim, text=f"wrong {claim.text}")]))
    hits, flagged = _errors(results), results.flagged[0]
    share = hits.gold / hits.predicted
    holds = (hits.recall, hits.precision, flagged.kappa) == (1.0, share, 0.0) and flagged.false_alarms > hits.gold
    figures = f"precision {number(share, 2)}, {number(flagged.false_alarms_per_article, 1)} false alarms an article"
    return Outcome("everything flagged", "precision = share of errors, kappa 0", figures, holds)


def all_is_well() -> Outcome:
    results = scored(perfect(gold()))
    constant = results.flagged[-1]
    hits = constant.errors.hits
    holds = (hits.f1, constant.false_alarms, constant.kappa) == (0.0, 0, 0.0) and hits.gold == _errors(results).gold
    return Outcome(
        "nothing flagged", "F1 0, kappa 0, always in the table", f"F1 {hits.f1}, kappa {constant.kappa}", holds
    )


def duplicated_claims() -> Outcome:
    results = scored(each(lambda claim: [claim, replace(claim, id=f"{claim.id}-again")]))
    holds = all((claim.hits.precision, claim.hits.recall) == (0.5, 1.0) for claim in system(results).ladder)
    return Outcome("every claim twice", "precision exactly halved, recall 1", _f1(results), holds)


def one_giant_span() -> Outcome:
    giant = {
        name: tuple(replace(claim, start=0, end=CHARACTERS) for claim in claims[:1])
        for name, claims in perfect(gold()).items()
    }
    results = scored(giant)
    overlapping, exact = system(results).ladder[0].hits, system(results).ladder[LADDER.index("exact")].hits
    holds = overlapping.gold_hits == overlapping.predicted == ARTICLES - 1 and exact.gold_hits == 0
    return Outcome("one giant span", "one hit an article at most, none exact", _f1(results), holds)


def constant_kind() -> Outcome:
    results = scored(each(lambda claim: [_as_medal(claim)]))
    overlapping, kind, *_ = (figures.hits for figures in system(results).ladder)
    medals = system(results).kinds["medal"][0].gold
    holds = overlapping.f1 == 1 and kind.gold_hits == medals < overlapping.gold
    return Outcome("constant kind", "found 1, + kind the share of that kind", _f1(results), holds)


def _as_medal(claim: Any) -> Any:
    shared = {name: getattr(claim, name) for name in ("id", "text", "quote", "start", "end", "athlete", "scope")}
    return kinds()["medal"].claim(**shared, medal="gold")  # type: ignore[call-arg]


def half_the_articles_missing() -> Outcome:
    half = dict(list(perfect(gold()).items())[::2])
    results = scored(half)
    half_read = system(results)
    left, whole = sum(map(len, half.values())), half_read.ladder[0].hits.gold
    holds = all((step.hits.precision, step.hits.recall) == (1.0, left / whole) for step in half_read.ladder)
    holds = holds and half_read.missing == ARTICLES - len(half) and not results.everything_scored
    return Outcome("half of the articles missing", "recall the share that is there, said", _f1(results), holds)


def articles_renamed() -> Outcome:
    dataset = gold()
    names = {name: f"z-{ARTICLES - place}" for place, name in enumerate(dataset.files)}
    files = [ClaimFile("", replace(file.article, id=names[name]), file.claims) for name, file in dataset.files.items()]
    before = scored(perfect(dataset), weaker(), given=dataset)
    renamed = [
        {names[name]: claims for name, claims in submission.items()} for submission in (perfect(dataset), weaker())
    ]
    after = scored(*renamed, given=gold_of(reversed(files)))
    return _same("articles renamed and reordered", before, after)


def systems_renamed() -> Outcome:
    """The pair is the same from either side: only the sign of the difference turns."""
    (before,), (after,) = (
        scored(*order).comparisons for order in ((perfect(gold()), weaker()), (weaker(), perfect(gold())))
    )
    turned = [_from_the_other_side(test) for test in after.tests]
    holds = list(before.tests) == turned and not before.tests[0].exact
    return Outcome("systems renamed", "p and intervals the same", f"p {number(before.tests[0].p, 4)}", holds)


def _from_the_other_side(test: PairedTest) -> PairedTest:
    value, low, high = (_minus(end) for end in (test.difference.value, test.difference.high, test.difference.low))
    return replace(test, difference=Ratio(value, low, high), wins=test.losses, losses=test.wins)


def _minus(value: float | None) -> float | None:
    return None if value is None else 0.0 - value


def claims_reordered() -> Outcome:
    dataset = gold()
    files = [ClaimFile("", file.article, file.claims[::-1]) for file in dataset.files.values()]
    turned = {name: claims[::-1] for name, claims in weaker().items()}
    return _same("claims reordered", scored(weaker()), scored(turned, given=gold_of(files)))


def _same(trick: str, before: Results, after: Results) -> Outcome:
    return Outcome(trick, "every figure the same", _f1(after), _figures(before) == _figures(after))


def another_system() -> Outcome:
    two, three = scored(perfect(gold()), weaker()), scored(perfect(gold()), weaker(), dict.fromkeys(gold().files, ()))
    systems, flagged, comparisons = _figures(two)
    more_systems, more_flagged, more_comparisons = _figures(three)
    holds = all(more_systems[name] == figures for name, figures in systems.items())
    holds = holds and set(map(repr, flagged)) <= set(map(repr, more_flagged))
    holds = holds and _without_holm(comparisons) <= _without_holm(more_comparisons)
    return Outcome("another system added", "the others' figures the same", _f1(three), holds)


def _without_holm(comparisons: Sequence[PairedComparison]) -> set[str]:
    """Holm's p is of all comparisons, and is to change with them."""
    return {
        repr((comparison.first, comparison.second, [replace(test, holm=None) for test in comparison.tests]))
        for comparison in comparisons
    }


def identical_systems() -> Outcome:
    tests = scored(weaker(), weaker()).comparisons[0].tests
    holds = all((test.p, test.difference.value, test.wins, test.losses) == (1.0, 0.0, 0, 0) for test in tests)
    return Outcome("a system against itself", "p = 1, no wins, no losses", f"p {min(test.p for test in tests)}", holds)


def alarms_on_clean_articles() -> Outcome:
    noisy = {
        name: tuple(replace(claim, text="wrong") for claim in claims) if name in CLEAN else claims
        for name, claims in perfect(gold()).items()
    }
    before, after = scored(perfect(gold())).flagged[0], scored(noisy).flagged[0]
    alarms = sum(len(noisy[name]) for name in CLEAN)
    hits = after.errors.hits
    holds = (before.false_alarms, after.false_alarms, hits.recall) == (0, alarms, 1.0)
    holds = holds and hits.precision == hits.gold / (hits.gold + alarms)
    return Outcome(
        "alarms on clean articles", "all counted, precision falls", f"{after.false_alarms} of {alarms}", holds
    )


TRICKS: tuple[Callable[[], Outcome], ...] = (
    gold_against_gold, empty_output, everything_flagged, all_is_well, duplicated_claims, one_giant_span, constant_kind,
    half_the_articles_missing, articles_renamed, systems_renamed, claims_reordered, another_system, identical_systems,
    alarms_on_clean_articles,
)  # fmt: skip
