"""A corpus from the shipped pack: sound claims hold, planted ones do not, and one seed gives one corpus."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import msgspec
import pytest
from arden import World

from harness.checking.load import ClaimFile, check_text, default_truth_folder, load_truth, read_claims
from harness.checking.run import Checker
from harness.corpus.errors import ERRORS
from harness.corpus.folder import write_corpus
from harness.corpus.make import Written, make_corpus
from harness.truth.index import Truth

SHOWN = {error.name: error.shows for error in ERRORS}


@cache
def checker() -> Checker:
    truth = load_truth(default_truth_folder())
    assert isinstance(truth, Truth)
    return Checker(truth)


@cache
def corpus(errors: float) -> tuple[Written, ...]:
    return tuple(make_corpus(checker(), 60, errors, seed=11))


def loaded(article: Written) -> ClaimFile:
    file = read_claims(json.dumps(article.claim_file).encode(), article.id)
    assert isinstance(file, ClaimFile), file
    return file


def test_without_errors_every_claim_holds() -> None:
    for article in corpus(0.0):
        assert article.errors == ()
        wrong = [one for one in checker().check_article(loaded(article)) if one.verdict != "supported"]
        assert not wrong, (article.text, wrong)


def test_with_errors_the_planted_claims_are_the_ones_that_fail() -> None:
    outcomes = []
    for article in corpus(0.5):
        planted = {error.claim: error.error for error in article.errors}
        for finding in checker().check_article(loaded(article)):
            if finding.claim not in planted:
                assert finding.verdict == "supported", (article.text, finding)
                continue
            shown = SHOWN[planted[finding.claim]]
            caught = finding.verdict == shown or shown in finding.notes
            assert caught or finding.verdict == "not_enough_info", (article.text, finding)
            outcomes.append(caught)
    assert len(outcomes) > 100
    assert sum(outcomes) / len(outcomes) > 0.97


def test_an_error_is_recorded_as_it_was_and_as_it_is_printed() -> None:
    for article in corpus(0.5):
        claims = {claim["id"]: claim for claim in article.claim_file["claims"]}
        for error in article.errors:
            assert error.was != error.printed
            assert {field: claims[error.claim][field] for field in error.printed} == error.printed


def test_quotes_stand_where_they_are_said_to_be() -> None:
    for article in corpus(0.5):
        assert check_text(loaded(article), article.text) == []


def test_an_article_is_varied() -> None:
    kinds = {claim["kind"] for article in corpus(0.5) for claim in article.claim_file["claims"]}
    assert {"mark", "place", "medal", "rank", "record", "margin", "date", "venue", "bio", "title"} <= kinds
    assert len({error.error for article in corpus(0.5) for error in article.errors}) >= 9


def test_one_seed_one_corpus() -> None:
    again = tuple(make_corpus(checker(), 60, 0.5, seed=11))
    assert again == corpus(0.5)
    assert tuple(make_corpus(checker(), 60, 0.5, seed=12)) != again


def test_more_articles_begin_with_the_same_ones() -> None:
    """The articles' contents do not hang together, so that a longer corpus is a shorter one continued."""
    assert tuple(make_corpus(checker(), 5, 0.5, seed=11)) == corpus(0.5)[:5]


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "harness", "bench", "make-corpus", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_command_writes_what_validate_accepts(tmp_path: Path) -> None:
    made = run(tmp_path, "--articles", "4", "--errors", "0.4", "--seed", "2", "--output", "corpus")
    assert (made.returncode, made.stdout) == (0, ""), made.stderr
    index = json.loads((tmp_path / "corpus/articles/index.json").read_text(encoding="utf-8"))
    assert [one["file"] for one in index] == [f"synthetic-2-{number:04}.txt" for number in range(1, 5)]
    assert json.loads((tmp_path / "corpus/errors.json").read_text(encoding="utf-8"))
    validate = [sys.executable, "-m", "harness", "validate", "corpus/claims", "--articles", "corpus/articles"]
    checked = subprocess.run(validate, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus/mine.txt").write_text("kept", encoding="utf-8")
    refused = run(tmp_path, "--output", "corpus")
    assert refused.returncode == 2
    assert "nothing is overwritten" in refused.stderr
    assert [path.name for path in tmp_path.rglob("*")] == ["corpus", "mine.txt"]


def test_a_run_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def interrupted() -> object:
        yield corpus(0.0)[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_corpus(interrupted(), tmp_path / "corpus")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_pack_without_a_final_to_report(world: World) -> None:
    refused = world.run("bench", "make-corpus", "--truth", "truth", "--output", "corpus")
    assert refused.returncode == 2
    assert "no final with three placed results" in refused.stderr


@pytest.mark.parametrize("option", [["--errors", "1.5"], ["--articles", "0"], ["--seed", "x"]])
def test_bad_options(tmp_path: Path, option: list[str]) -> None:
    refused = run(tmp_path, "--output", "corpus", *option)
    assert refused.returncode == 2
    assert option[0] in refused.stderr


def test_errors_are_plain_data() -> None:
    (first, *_) = (error for article in corpus(0.5) for error in article.errors)
    assert msgspec.to_builtins(first)["article"].startswith("synthetic-11-")
