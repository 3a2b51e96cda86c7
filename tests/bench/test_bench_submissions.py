"""Gold and predicted files: what cannot be scored is said and counted, and the rest is scored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from arden import CLAIMS, TEXT, World, article, claim

from harness.bench.extraction import by_digest, read_folder, read_log
from harness.bench.scoring import MISSING, score_articles
from harness.bench.submissions import Gold, Submission, read_gold, read_submission

MARK = claim("mark", "m", "3:30.10", athlete="Holt", mark="3:30.10")


@pytest.fixture
def gold(world: World) -> Gold:
    return read_gold([world.root / "claims"])


def predicted(world: World, gold: Gold, *documents: Any) -> Submission:
    (world.root / "said").mkdir(exist_ok=True)
    for place, document in enumerate(documents):
        world.write(f"said/{place}.json", document)
    return read_submission("s", world.root / "said", gold)


def file(*claims: Any, **changes: Any) -> dict[str, Any]:
    return {"article": {**article(), **changes}, "claims": list(claims)}


@pytest.mark.parametrize(
    "document, said",
    [
        ("claims: none", "0.json:1:1: $: "),
        ('{"article": {"id": "ar', "the file ends inside a text"),
        ("", "0.json:1:1: $"),
        ("[1, 2]", "expected an object"),
        ('{"claims": []}', "missing field 'article'"),
        ("null", "expected an object"),
        (file(MARK, id="another"), "'another', which is no article of gold"),
        (file(MARK, sha256="0" * 64), "the sha256 is not that of gold's text"),
        ({**file(MARK), "model": "x"}, "unknown field 'model'"),
        (json.dumps(file(MARK)) + "}", "$"),
    ],
    ids=["no JSON", "half a JSON", "empty", "a list", "no article", "null", "another article", "another text",
         "unknown field", "more after the end"],
)  # fmt: skip
def test_a_file_that_cannot_be_scored_is_said(world: World, gold: Gold, document: Any, said: str) -> None:
    submission = predicted(world, gold, document)
    assert len(submission.problems) == 1
    assert said in submission.problems[0]
    (score,) = score_articles(gold, submission)
    assert score.failure
    assert score.ladder[0] == (0, 0, len(CLAIMS), 0)


@pytest.mark.parametrize(
    "bad, said",
    [
        ({**MARK, "end": 9999}, "start to end is"),
        ({**MARK, "start": 500, "end": 507}, "lies outside the text"),
        ({**MARK, "start": -5, "end": 2}, "out of range"),
        ({**MARK, "quote": "x" * 90, "start": 0, "end": 90}, "60 at most"),
        ({**MARK, "kind": "marc"}, "unknown kind"),
        ({**MARK, "athlete": None}, "expected a text"),
        ({**MARK, "id": "good"}, "ids must differ"),
        (7, "a claim is an object"),
    ],
    ids=["span longer than the quote", "outside", "before the text", "a giant span", "unknown kind", "no athlete",
         "one id twice", "no object"],
)  # fmt: skip
def test_a_bad_claim_is_said_counted_as_predicted_and_the_others_are_scored(
    world: World, gold: Gold, bad: Any, said: str
) -> None:
    submission = predicted(world, gold, file({**MARK, "id": "good"}, bad))
    assert len(submission.problems) == 1
    assert said in submission.problems[0]
    (score,) = score_articles(gold, submission)
    assert (score.unusable, score.failure) == (1, "")
    assert score.ladder[0] == (1, 1, len(CLAIMS), 2)
    assert score.kinds["(unusable)"][0] == (0, 0, 0, 1)


def test_the_length_that_a_system_states_for_the_text_does_not_count(world: World, gold: Gold) -> None:
    far = {**MARK, "id": "far", "start": 500, "end": 507}
    submission = predicted(world, gold, file(MARK, far, characters=10_000))
    assert submission.problems == (
        f"{world.root}/said/0.json: 1 of the spans lie outside the text ({len(TEXT)} characters)",
    )
    assert submission.predictions["arden"].unusable == 1


def test_two_files_on_one_article_are_neither_scored(world: World, gold: Gold) -> None:
    submission = predicted(world, gold, file(MARK), file({**MARK, "id": "n"}))
    assert "several files on one article: none of them is scored" in submission.problems[0]
    assert submission.predictions["arden"].failure == "several files on one article"


def test_file_names_and_order_play_no_part(world: World, gold: Gold) -> None:
    before = predicted(world, gold, file(*CLAIMS))
    world.write("elsewhere/deep/zzz.json", file(*CLAIMS[::-1]))
    after = read_submission("s", world.root / "elsewhere", gold)
    assert (after.predictions, after.digest) == (before.predictions, before.digest)


def test_what_a_system_says_changes_its_digest(world: World, gold: Gold) -> None:
    assert predicted(world, gold, file(MARK)).digest != predicted(world, gold, file({**MARK, "mark": "3:30.11"})).digest


def test_gold_with_duplicates_is_said_and_scored_once(world: World) -> None:
    world.claims(*CLAIMS, {**MARK, "text": "again"}, {**MARK, "id": "m-again", "text": "again"})
    gold = read_gold([world.root / "claims"])
    assert gold.problems == (
        f"{world.root}/claims/arden.json: gold has 'm' and 'm-again' for one claim: it is scored once",
    )
    assert len(gold.files["arden"].claims) == len(CLAIMS) + 1


def test_two_things_said_in_one_phrase_are_two_claims(world: World) -> None:
    """Of a claim without fields of its own the text tells what it says."""
    one, two = (claim("other", name, "Berg") | {"text": f"{name} was at the back"} for name in ("holt", "berg"))
    world.claims(one, two)
    read = read_gold([world.root / "claims"])
    assert (read.problems, [len(file.claims) for file in read.files.values()]) == ((), [2])


def test_gold_that_cannot_be_read_is_said_and_the_other_gold_is_scored(world: World) -> None:
    world.write("claims/broken.json", "{")
    gold = read_gold([world.root / "claims"])
    assert list(gold.files) == ["arden"]
    assert len(gold.problems) == 1


def test_the_digest_of_gold_is_of_what_it_says(world: World) -> None:
    before = read_gold([world.root / "claims"]).digest
    (world.root / "claims" / "arden.json").rename(world.root / "claims" / "other.json")
    world.write("claims/other.json", {"claims": CLAIMS[::-1], "article": article()})
    assert read_gold([world.root / "claims"]).digest == before
    world.write("claims/other.json", {"article": article(), "claims": CLAIMS[1:]})
    assert read_gold([world.root / "claims"]).digest != before


def test_an_article_without_a_file_is_missing_and_one_that_the_log_calls_failed_has_failed(
    world: World, gold: Gold
) -> None:
    folder = world.root / "said"
    folder.mkdir()
    assert score_articles(gold, read_folder("s", folder, gold))[0].failure == MISSING
    world.write("said/extraction.jsonl", '{"article":"arden","failure":"timed out","seconds":9}\n{"article":"ard')
    assert score_articles(gold, read_folder("s", folder, gold))[0].failure == "timed out"
    assert read_folder("s", folder, gold).costs["arden"].seconds == 9
    world.write("said/a.json", file(MARK))
    assert score_articles(gold, read_folder("s", folder, gold))[0].failure == ""


def test_of_a_log_the_last_whole_line_counts(tmp_path: Path) -> None:
    (tmp_path / "extraction.jsonl").write_bytes(
        b'{"article":"a","cost":1}\n\xff\nnull\n{"article":"a","cost":2}\n{"art'
    )
    assert {name: line.cost for name, line in read_log(tmp_path).items()} == {"a": 2}
    assert read_log(tmp_path / "nowhere") == {}


def test_texts_are_found_by_what_they_hold() -> None:
    assert by_digest([TEXT, "other"])[article()["sha256"]] == TEXT
