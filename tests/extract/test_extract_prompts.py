"""What a language model is asked: worked examples that are claims themselves, known names, and the whole message."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from harness.checking.load import default_truth_folder
from harness.extract import SourceArticle
from harness.extract.examples import PASSAGES, Passage
from harness.extract.extraction import usable
from harness.extract.placing import placed
from harness.extract.prompts import answer_schema, instructions, known_names, question
from harness.extract.rules.lexicon import read_lexicon
from harness.kinds import kinds

GOLDEN = Path(__file__).parents[1] / "golden"
TEXT = (
    "Josh Kerr of Great Britain beat Jakob Ingebrigtsen over 1500m at the Olympic Games in Paris. Nora Nobody was glad."
)


def _article(text: str) -> SourceArticle:
    return SourceArticle(
        id="arden", title="A race", publisher="Arden Post", published="2024-08-07", text=text, read_by="a model"
    )


def test_hardly_a_kind_has_no_worked_example() -> None:
    """Its manual page has one of its own, so that a kind may come without."""
    shown = {passage.claim["kind"] for passage in PASSAGES}
    assert shown <= kinds().keys()
    assert len(shown) >= 0.8 * len(kinds())


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.claim["kind"])
def test_a_worked_example_is_an_answer_that_would_be_taken(passage: Passage) -> None:
    Draft202012Validator(answer_schema()).validate({"claims": [passage.claim]})
    with_places, lost = placed([passage.claim], passage.text)
    good, log = usable(with_places, _article(passage.text))
    assert (lost, log, len(good)) == ([], "", 1)
    printed = passage.claim["context"]
    for field in passage.claim.get("inferred", []):
        outer, _, inner = field.partition(".")
        value = passage.claim[outer][inner] if inner else passage.claim[outer]
        assert str(value) not in printed, f"{field} is printed"


def test_the_names_that_are_known() -> None:
    names = known_names(TEXT, read_lexicon(default_truth_folder()))
    assert names["athletes"] == ["Jakob Ingebrigtsen (NOR)", "Josh Kerr (GBR)"]  # nobody knows the third
    assert names["competitions"] == ["Olympic Games in Paris"]
    assert names["events"] == ["1500m"]


def test_the_messages_are_as_they_were_read_last() -> None:
    """HARNESS_WRITE_GOLDEN=1 writes the files anew. The manual pages stand in the kinds, and are left out of them."""
    told = instructions()
    pages = "\n\n".join(f"## {name}\n\n{kind.manual}" for name, kind in kinds().items())
    assert pages in told
    told = told.replace(pages, "(the manual pages)")
    messages = {
        "openai-instructions.txt": told,
        "openai-question.json": question(_article(TEXT), read_lexicon(default_truth_folder())) + "\n",
    }
    for name, message in messages.items():
        if os.environ.get("HARNESS_WRITE_GOLDEN"):
            (GOLDEN / name).write_text(message, encoding="utf-8")
        assert message == (GOLDEN / name).read_text(encoding="utf-8"), name
    assert json.loads(messages["openai-question.json"])["text"] == TEXT
