"""The anti-gaming kit: every trick gives its stated outcome, and a scorer that falls for one is found out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from arden import World

from harness.bench import align, flagged, scoring, self_test, submissions
from harness.bench.cheats import CHEATS
from harness.bench.outcomes import Outcome
from harness.bench.self_test import TRICKS
from harness.statistics import paired


@pytest.mark.parametrize("trick", [*TRICKS, *CHEATS], ids=lambda trick: trick.__name__)
def test_trick(trick: Callable[[], Outcome]) -> None:
    outcome = trick()
    assert outcome.holds, f"{outcome.trick}: must give {outcome.stated}; found {outcome.found}"


def failing() -> set[str]:
    return {outcome.trick for outcome in self_test.outcomes() if not outcome.holds}


def test_leaving_missing_articles_out_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a submission that scores 100 %."""

    def only_what_is_there(gold: Any, submission: Any, quantities: Any, read: Any) -> Any:
        there = {name: file for name, file in gold.files.items() if name in submission.predictions}
        return scores(submissions.Gold(there, (), ""), submission, quantities)

    scores = scoring.score_articles
    monkeypatch.setattr("harness.bench.run.score_articles", only_what_is_there)
    assert "half of the articles missing" in failing()


def test_many_to_one_alignment_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Duplicates that all count as hits."""

    def generous(gold: Any, predicted: Any) -> Any:
        pairs = ((one, other, align.passed(gold[one], predicted[other])) for one in range(len(gold))
                 for other in range(len(predicted)))  # fmt: skip
        return [align.Pair(*pair) for pair in pairs if pair[2][0]]

    monkeypatch.setattr(scoring, "align", generous)
    assert "every claim twice" in failing()


def test_alarms_that_cost_nothing_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    of_article = flagged._of_article

    def forgiving(score: Any, gold: Any, predicted: Any) -> Any:
        clean = "refuted" not in gold.values()
        return of_article(score, gold, {} if clean else predicted)

    monkeypatch.setattr(flagged, "_of_article", forgiving)
    assert "alarms on clean articles" in failing()


def test_draws_that_depend_on_the_order_of_articles_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paired, "_order", lambda rows: slice(None))
    assert "articles renamed and reordered" in failing()


def test_a_greedy_alignment_in_file_order_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(gold: Any, predicted: Any) -> Any:
        return [align.Pair(place, place, align.passed(one, other))
                for place, (one, other) in enumerate(zip(gold, predicted, strict=False))]  # fmt: skip

    monkeypatch.setattr(scoring, "align", greedy)
    assert failing()


def test_command(world: World) -> None:
    run = world.run("bench", "self-test")
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.count(" holds") == len(TRICKS) + len(CHEATS) == 25
    assert "FAILS" not in run.stdout
    assert max(map(len, run.stdout.splitlines())) <= 80


def test_the_command_fails_where_a_trick_works(monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from harness.cli.commands.bench.self_test import command

    monkeypatch.setattr(paired, "_order", lambda rows: slice(None))
    run = CliRunner().invoke(command)
    assert run.exit_code == 1
    assert "FAILS" in run.output
    assert "articles renamed and reordered: must give every figure the same" in run.output
