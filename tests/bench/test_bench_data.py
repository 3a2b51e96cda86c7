"""The data set sports-claims: its files hold together, and the check turns no gold verdict over."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from arden import World
from click.testing import CliRunner

from harness.bench.data import NoDataSet, export, gold_of_split, import_rows, open_data, rows
from harness.checking.load import ClaimFile, load_all, load_truth
from harness.checking.load.texts import check_texts
from harness.checking.run import Checker
from harness.cli.commands.bench.data.export import command as export_command
from harness.truth.index import Truth

DATA = Path(__file__).parents[2] / "benchmarks" / "sports-claims"
SPLITS = {"test": 12, "train": 8, "dev": 4}


def files() -> list[ClaimFile]:
    loaded, mistakes = load_all([DATA / "claims"])
    assert not mistakes
    return loaded


@cache
def document(name: str) -> Any:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def test_the_quotes_stand_in_the_texts() -> None:
    assert check_texts(files(), DATA / "articles") == []


def test_the_split_is_fixed() -> None:
    articles = document("dataset.json")["articles"]
    assert Counter(article["split"] for article in articles) == SPLITS
    assert {article["id"] for article in articles} == {file.article.id for file in files()}


@pytest.mark.parametrize("splits", [("test",), ("train", "dev")], ids=str)
def test_both_halves_have_many_sports_every_style_and_errors_in_half_of_their_articles(splits: tuple[str, ...]) -> None:
    articles = [article for article in document("dataset.json")["articles"] if article["split"] in splits]
    assert len({article["sport"] for article in articles}) >= 6
    assert {article["style"] for article in articles} == {"agency", "blog", "broadcast", "table-heavy", "local"}
    assert 0.5 <= sum(article["errors"] for article in articles) / len(articles) < 0.6


def test_every_claim_has_a_gold_verdict_and_every_error_is_a_claim_that_is_not_supported() -> None:
    verdicts = {(file.article.id, claim.id): claim.gold_verdict for file in files() for claim in file.claims}
    assert None not in verdicts.values()
    errors = {(article, error["claim"]) for article, rows in document("errors.json").items() for error in rows}
    assert {key for key, verdict in verdicts.items() if verdict == "refuted"} <= errors
    assert {verdicts[error] for error in errors} <= {"refuted", "not_enough_info"}


def test_the_check_turns_no_gold_verdict_over() -> None:
    truth = load_truth(DATA / "facts")
    assert isinstance(truth, Truth), truth
    checker = Checker(truth)
    turned = {"supported": "refuted", "refuted": "supported"}
    wrong = []
    for file in files():
        gold = {claim.id: claim.gold_verdict for claim in file.claims}
        for finding in checker.check_article(file):
            if finding.verdict == turned.get(gold[finding.claim] or ""):
                wrong.append((finding.article, finding.claim, finding.verdict))
    assert wrong == []


def test_what_an_extra_is_needed_for_is_said_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("harness.bench.data.find_spec", lambda name: None)
    run = CliRunner().invoke(export_command, ["sports-claims", "--output", str(tmp_path / "out")])
    assert run.exit_code == 2
    assert "pip install 'sports-claims-harness[bench]' (nothing was written)" in " ".join(run.output.split())
    assert not (tmp_path / "out").exists()
    (tmp_path / "test.parquet").write_bytes(b"PAR1")
    with pytest.raises(NoDataSet, match="jsonl file beside it has the same rows"):
        import_rows([tmp_path / "test.parquet"], tmp_path / "in")


def test_what_is_exported_comes_back(tmp_path: Path) -> None:
    data = open_data("sports-claims@1.0")
    written = export(data, tmp_path / "out")
    assert sorted(str(path.relative_to(tmp_path / "out")) for path in written) == [
        "CITATION.cff", "LICENSE", "README.md", "dev.jsonl", "dev.parquet", "facts/athletics.json",
        "facts/invented.json", "test.jsonl", "test.parquet", "train.jsonl", "train.parquet",
    ]  # fmt: skip
    assert (tmp_path / "out" / "LICENSE").read_bytes() == (DATA / "LICENSE").read_bytes()
    for ending in ("jsonl", "parquet"):
        back = tmp_path / ending
        assert import_rows([path for path in written if path.suffix == f".{ending}"], back) == 24
        for file in files():
            name = file.article.id
            assert (back / "articles" / f"{name}.txt").read_bytes() == (DATA / "articles" / f"{name}.txt").read_bytes()
            ours, theirs = (json.loads((one / "claims" / f"{name}.json").read_bytes()) for one in (DATA, back))
            assert ours == theirs
        again = open_data(str(back))
        assert (again.name, again.version, again.licence) == (data.name, data.version, data.licence)
        assert sorted(again.articles, key=str) == sorted(data.articles, key=str)
        assert (back / "facts" / "invented.json").read_bytes() == (DATA / "facts" / "invented.json").read_bytes()


def test_the_card_says_which_file_is_which_split(tmp_path: Path) -> None:
    """Fault: two formats of three splits in one folder are six files of which nothing says that they are three."""
    export(open_data("sports-claims"), tmp_path)
    _, head, card = (tmp_path / "README.md").read_text(encoding="utf-8").split("---\n", 2)
    (config,) = yaml.safe_load(head)["configs"]
    assert {entry["split"]: entry["path"] for entry in config["data_files"]} == {
        split: f"{split}.parquet" for split in SPLITS
    }
    assert card.strip() == (DATA / "README.md").read_text(encoding="utf-8").strip()


def test_what_was_brought_back_is_run_like_the_shipped_set(world: World) -> None:
    """Fault: it was texts and claim files without a name, a split or facts."""
    reports = []
    assert world.run("bench", "data", "export", "sports-claims", "--output", "out").returncode == 0
    loaded = world.run("bench", "data", "load", "out/dev.jsonl", "out/train.parquet", "--output", "back")
    assert loaded.returncode == 0, loaded.stderr
    for reference in ("sports-claims", "back"):
        run = world.run("bench", "run", "--data", reference, "--split", "dev", "--resamples", "100", "--format", "json")
        assert run.returncode == 0, run.stderr
        found = json.loads(run.stdout)
        reports.append((found["signature"].partition("truth:")[0], found["systems"][0]["ladder"], found["flagged"]))
    assert reports[0] == reports[1]


def test_rows_of_two_data_sets_are_refused(tmp_path: Path) -> None:
    row = next(iter(rows(open_data("sports-claims"), "dev")))
    lines = [json.dumps(row), json.dumps({**row, "version": "1.1"})]
    (tmp_path / "rows.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(NoDataSet, match=r"several data sets: sports-claims 1\.0 CC-BY-4\.0, sports-claims 1\.1"):
        import_rows([tmp_path / "rows.jsonl"], tmp_path / "back")
    assert not (tmp_path / "back").exists()


@pytest.mark.parametrize(
    "reference, split, words",
    [
        ("nowhere", "", "there is no data set 'nowhere'"),
        ("sports-claims@2.0", "", "here in version 1.0, not 2.0"),
        (
            "sports-claims@1.0",
            "trial",
            "dataset.json:1: sports-claims@1.0 has no article in the split 'trial'; there are dev, test, train",
        ),
    ],
)
def test_what_is_not_there_is_said(reference: str, split: str, words: str) -> None:
    with pytest.raises(NoDataSet, match=words):
        gold_of_split(open_data(reference), split)


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["--data"], "--data needs a name, as in --data sports-claims@1.0"),
        (["--data", "--split", "test"], "--data needs a name, as in --data sports-claims@1.0"),
        (["--data", "sport-claims@1.0"], "there is no data set 'sport-claims': sports-claims, or a folder with"),
        (["--data", "sports-claims@1.0", "--split", ""], ""),
    ],
)
def test_a_data_set_without_a_name_or_a_system(world: World, arguments: list[str], words: str) -> None:
    """Without a system, the shipped one reads; its claims are kept only where --output says so."""
    run = world.run("bench", "run", *arguments, "--resamples", "100", "--no-check")
    assert run.returncode == (2 if words else 0), run.stderr
    assert words in run.stderr
    assert ("rules" in run.stdout) == (not words)


def test_rows_that_are_none_are_said_with_their_place(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"id": "x"}\n', encoding="utf-8")
    with pytest.raises(NoDataSet, match=r"rows\.jsonl:1: not a row"):
        import_rows([tmp_path / "rows.jsonl"], tmp_path / "out")


def test_a_run_on_a_split_is_signed_and_kept_in_a_leaderboard(world: World) -> None:
    """Gold against itself, so that the figures of no reader stand in a test."""
    arguments = ["--data", "sports-claims@1.0", "--split", "dev", "--resamples", "100"]
    gold = str(DATA / "claims")
    run = world.run(
        "bench", "run", *arguments, "--system", f"gold={gold}", "--leaderboard", "board.json", "--format", "json"
    )
    found = json.loads(run.stdout)
    assert found["articles"] == 4
    assert found["signature"].startswith("data: sports-claims@1.0, dev | ")
    (row,) = json.loads((world.root / "board.json").read_text(encoding="utf-8"))
    assert (row["system"], row["data"], row["f1"]["value"]["value"]) == ("gold", "sports-claims@1.0, dev", 1.0)
    assert world.run("bench", "run", "--split", "dev", "--system", f"gold={gold}").returncode == 2
    assert world.run("bench", "run", *arguments[:3], "trial", "--system", f"gold={gold}").returncode == 2


@pytest.mark.parametrize("split", ["dev", "test"])
def test_the_shipped_leaderboard_has_the_figures_of_a_fresh_run(world: World, split: str) -> None:
    """Whoever changes the reader or the check writes it anew: `bench run ... --leaderboard FILE`."""
    run = world.run(
        "bench", "run", "--data", "sports-claims@1.0", "--split", split, "--system", "rules", "--output", "read",
        "--leaderboard", "board.json",
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    (fresh,) = json.loads((world.root / "board.json").read_text(encoding="utf-8"))
    shipped = json.loads((DATA / "leaderboard.json").read_text(encoding="utf-8"))
    (row,) = [row for row in shipped if row["data"] == fresh["data"] and row["system"] == "rules"]
    for figure in ("f1", "flagged_errors", "false_alarms_per_article"):
        assert row[figure] == fresh[figure], figure


def test_show(world: World) -> None:
    assert world.run("bench", "data", "show", "sports-claims@1.0").stdout.count(" errors ") == 13
