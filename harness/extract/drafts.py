"""Drafts read and checked in one step: articles become claims in memory, located by line and column of the draft."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from harness.checking.load import ClaimFile, read_claims
from harness.extract import as_text, extract_all, read_articles
from harness.extract.articles import DAY_OF_READING, SourceArticle
from harness.records.model import Mistake

_OF_A_RACE_ALONE = frozenset({"mark", "place", "margin", "medal", "advance", "start", "head_to_head", "venue"})


class DraftFile(ClaimFile, frozen=True, dict=True):
    """The claims that were read out of a draft: they stand where their quotes do, in the draft."""

    draft: str = ""

    def places(self) -> Sequence[tuple[int, int]]:
        """(line, column) of every quote in the draft, both from 1."""
        starts = [0, *(at + 1 for at, letter in enumerate(self.draft) if letter == "\n")]
        lines = [bisect_right(starts, claim.start) for claim in self.claims]
        return [(line, claim.start - starts[line - 1] + 1) for line, claim in zip(lines, self.claims, strict=True)]


class Drafts(NamedTuple):
    """The outcome for the drafts: their claims, what could not be read; by article, texts, notes and the system's
    log."""

    files: list[ClaimFile]
    mistakes: list[Mistake]
    texts: dict[str, str]
    notes: dict[str, str]
    logs: dict[str, str]


def _note(article: SourceArticle) -> str:
    """What is to be known of how the article was read: a day that nobody told is one that verdicts rest on."""
    guessed = f"no day of publication is told, so read as of today, {article.published}; --published DAY says another"
    return "; ".join(filter(None, (article.note, guessed if article.published_basis == DAY_OF_READING else "")))


def _with_a_guessed_day(document: dict[str, Any]) -> dict[str, Any]:
    """The document with claims that no day vouches for: what is so on some day only is inferred, and no error."""
    claims = [
        claim if claim["kind"] in _OF_A_RACE_ALONE else {**claim, "inferred": [*claim.get("inferred", ()), "as_of"]}
        for claim in document["claims"]
    ]
    return {**document, "claims": claims}


def read_drafts(paths: Iterable[Path], system: str, options: Mapping[str, str], given: Mapping[str, str]) -> Drafts:
    """The claims that the system reads in the drafts; `given` is told of those that do not tell it themselves."""
    paths = list(paths)
    articles, mistakes = read_articles(paths, given)
    files: list[ClaimFile] = []
    logs: dict[str, str] = {}
    for article, extraction in zip(articles, extract_all(system, articles, options), strict=True):
        path = next((str(path) for path in paths if path.stem.lower() == article.id), article.id)
        logs[article.id] = extraction.log
        if extraction.document is None:
            mistakes.append(Mistake(path, 1, 1, "$", f"{system} could not read it: {extraction.failure}"))
            continue
        guessed = article.published_basis == DAY_OF_READING
        document = _with_a_guessed_day(extraction.document) if guessed else extraction.document
        loaded = read_claims(as_text(document).encode(), path)
        if isinstance(loaded, list):
            mistakes += loaded
        else:
            files.append(DraftFile(path, loaded.article, loaded.claims, b"", article.text))
    notes = {article.id: note for article in articles if (note := _note(article))}
    return Drafts(files, mistakes, {article.id: article.text for article in articles}, notes, logs)
