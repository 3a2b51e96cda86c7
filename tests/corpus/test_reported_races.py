"""What is written of the races of a small ground truth, held whole: every sentence that a report of a final may have,
and some articles of the corpus with the errors planted in them.

HARNESS_WRITE_GOLDEN=1 writes both files anew: read the difference before it is committed.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from reported_pack import REPORTED

from harness.checking.run import Checker
from harness.corpus.beats import Story
from harness.corpus.make import Written, make_corpus
from harness.corpus.patterns import PATTERNS
from harness.corpus.sentences import write
from harness.kind import Kind
from harness.kinds import kinds
from harness.truth.index import Truth
from harness.truth.results import Result

HERE = Path(__file__).parent
ARTICLES, ERRORS, SEED = 24, 0.5, 7
FRAME = ("id", "kind", "text", "quote", "start", "end")  # what the lines of an article tell in another form


@cache
def checker() -> Checker:
    return Checker(Truth(REPORTED))


def finals() -> Iterator[tuple[str, list[Result]]]:
    """The finals of the ground truth by name, with their placed results in order; those of a holding only."""
    races: dict[str, list[Result]] = {}
    for result in checker().truth.results:
        if result.edition and result.round == "final" and result.place and result.printed:
            races.setdefault(f"{result.edition} {result.event} {result.sex}", []).append(result)
    for name, results in sorted(races.items()):
        yield name, sorted(results, key=lambda result: ((result.place and result.place.low) or 0, result.id))


def fields(claim: dict[str, Any], without: tuple[str, ...] = FRAME) -> str:
    """A claim in one line: "athlete=Ben Clark place=3 scope=(event=1500m round=final)"."""
    return " ".join(
        f"{name}=({fields(value, ())})" if isinstance(value, dict) else f"{name}={value}"
        for name, value in claim.items()
        if name not in without
    )


def sentences_of_races() -> Iterator[str]:
    """Of each final: what a report of the next day may say, and what each kind would have said that is not so."""
    for race, results in finals():
        story = Story(checker(), results, (results[0].date.low or 0) + 1)
        yield race
        for beat in story.beats():
            yield f"  {beat.name}"
            yield from (f"    {name}: {claim['kind']} {fields(claim)}" for name, claim in beat.claims.items())
            for pattern in beat.patterns or PATTERNS[beat.name]:
                yield f"    > {write(pattern, beat.claims).text}"
        for kind, declared in kinds().items():
            untrue = [claim for claim, _ in declared.sentences(story) if not story.holds(claim)]
            yield from (f"  not so: {kind} {fields(claim)}" for claim in untrue)
        yield ""


@cache
def corpus() -> tuple[Written, ...]:
    return tuple(make_corpus(checker(), ARTICLES, ERRORS, SEED))


def articles() -> Iterator[str]:
    """Each article with its claims, one a line, and below a planted error what it was."""
    for article in corpus():
        about = article.claim_file["article"]
        yield f"{article.id}: {about['title']}, {about['published']}"
        yield from (f"| {sentence}" for sentence in article.text.replace(". ", ".\n").split("\n"))
        errors = {error.claim: error for error in article.errors}
        for claim in article.claim_file["claims"]:
            yield f"  {claim['id']}: {claim['text']} [{claim['quote']}] {fields(claim)}"
            error = errors.get(claim["id"])
            if error is not None:
                yield f"    {error.error}: {fields(error.was)} -> {fields(error.printed)}"
        yield ""


GOLDEN = {"sentences.txt": sentences_of_races, "articles.txt": articles}


@pytest.mark.parametrize("name", GOLDEN)
def test_what_is_written(name: str) -> None:
    file, written = HERE / name, "\n".join(GOLDEN[name]())
    if os.environ.get("HARNESS_WRITE_GOLDEN"):
        file.write_text(written, encoding="utf-8", newline="")
    assert written == file.read_bytes().decode(), "HARNESS_WRITE_GOLDEN=1 with this test writes it"


def test_every_kind_with_sentences_has_some_in_the_articles() -> None:
    told = {claim["kind"] for article in corpus() for claim in article.claim_file["claims"]}
    silent = Kind.__dataclass_fields__["sentences"].default
    assert {name for name, kind in kinds().items() if kind.sentences is not silent} - told == set()


def test_whatever_the_order_of_hashes_is_the_articles_are_the_same() -> None:
    command = "import test_reported_races as reported; print('\\n'.join(reported.articles()), end='')"
    other = "1" if os.environ.get("PYTHONHASHSEED") == "2" else "2"
    paths = os.pathsep.join(sys.path)
    surroundings = os.environ | {"PYTHONHASHSEED": other, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}
    made = subprocess.run([sys.executable, "-c", command], capture_output=True, env=surroundings, check=True)
    assert made.stdout.decode().replace("\r\n", "\n") == (HERE / "articles.txt").read_bytes().decode()
