"""A checker that is kept between runs: the same report as a new one gives, and nothing of an earlier run in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from arden import CLAIMS, World

from harness.checking.load import load_all, load_truth
from harness.checking.load.store import build_store, open_store
from harness.checking.run import Checker, Question, check_files, stream
from harness.truth.index import Truth


def test_a_checker_whose_memory_is_full_forgets_and_answers_the_same(
    world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("harness.truth.store.stored_truth.MOST_KEPT", 0)
    truth = load_truth(world.root / "truth")
    assert isinstance(truth, Truth)
    stored = open_store(build_store(truth, tmp_path / "arden.sqlite"))
    assert isinstance(stored, Truth)
    world.claims(*CLAIMS, name="birk")
    files, mistakes = load_all([world.root / "claims"])
    checker = Checker(stored)
    before = checker.verifier
    report = check_files(files, mistakes, stored, Question(), checker)
    assert report == check_files(files, mistakes, truth, Question())
    checker.make_room()
    assert checker.verifier is not before
    assert not stored.is_full


def test_articles_that_come_one_by_one_are_those_of_a_report(world: World) -> None:
    truth = load_truth(world.root / "truth")
    assert isinstance(truth, Truth)
    world.claims(*CLAIMS, name="birk")
    files, mistakes = load_all([world.root / "claims"])
    report, streamed = check_files(files, mistakes, truth, Question()), list(stream(files, Checker(truth)))
    assert tuple(article for article, _ in streamed) == report.articles
    assert tuple(finding for _, findings in streamed for finding in findings) == report.findings


@pytest.mark.usefixtures("told_as_bugs")
@pytest.mark.parametrize("as_of", [None, date(2030, 1, 1).toordinal()])
def test_a_kept_checker_gives_the_report_of_a_new_one(world: World, as_of: int | None) -> None:
    truth = load_truth(world.root / "truth")
    assert isinstance(truth, Truth)
    files, mistakes = load_all([world.root / "claims"])
    kept = Checker(truth, date(2024, 6, 1).toordinal())
    kept.faults.attempt(lambda: 1 // 0, 0, "claims/old.json")
    assert kept.faults.mistakes
    for _ in range(2):
        report = check_files(files, mistakes, truth, Question(as_of), kept)
        assert report == check_files(files, mistakes, truth, Question(as_of))
        assert report.mistakes == ()
