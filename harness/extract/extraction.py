"""The outcome for one article: a claim file or a failure, and its cost. Every system's answer is checked here."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import msgspec

from harness.checking.load import check_text, misread, read_claims
from harness.extract.articles import SourceArticle, head
from harness.migrations import CURRENT, FIELD

SHOWN = 3


class Extraction(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The result of a system for one article: `document` is a claim file's JSON, or `failure` says why there is none.

    `seconds` is wall time; `cost` is in the currency of the given prices. None means not known. `cached` means that a
    stored answer was used, with the seconds and tokens of the original request. `log` is the system's other output.
    """

    article: str
    document: dict[str, Any] | None = None
    failure: str = ""
    seconds: float | None = None
    tokens_in: int | None = None
    tokens_out: int | None = None
    cost: float | None = None
    cached: bool = False
    log: str = ""


class BadOption(ValueError):
    """An option that the system does not have, or an invalid value: the caller's mistake, not an article's."""


def document_of(article: SourceArticle, claims: list[dict[str, Any]]) -> dict[str, Any]:
    """The claim file of the article with these claims."""
    return {FIELD: CURRENT, "article": head(article), "claims": claims}


def as_text(document: dict[str, Any]) -> str:
    """A claim file as it is written: the keys in their own order, a space for each level."""
    return msgspec.json.format(msgspec.json.encode(document), indent=1).decode() + "\n"


def flaws(raw: bytes, article: SourceArticle) -> list[str]:
    """All that is wrong with the bytes as a claim file of this article: what `harness validate` would say of it."""
    file = read_claims(raw, article.id)
    if isinstance(file, list):
        return [_said(mistake) for mistake in file]
    if file.article.id != article.id:
        return [f"the claims are of another article: {file.article.id!r}, not {article.id!r}"]
    return [_said(mistake) for mistake in (*check_text(file, article.text), *misread(file))]


def usable(claims: Iterable[dict[str, Any]], article: SourceArticle) -> tuple[list[dict[str, Any]], str]:
    """The claims that stand in the article as they say, and a line for each of the others: what is wrong with it."""
    good, log = [], ""
    claims = list(claims)
    with suppress(ValueError, TypeError, OverflowError, RecursionError):
        if not flaws(msgspec.json.encode(document_of(article, claims)), article):
            return claims, log  # all at once: most often nothing is wrong
    for claim in claims:
        try:
            wrong = flaws(msgspec.json.encode(document_of(article, [claim])), article)
        except (ValueError, TypeError, OverflowError, RecursionError) as error:
            wrong = [f"it cannot stand in a claim file: {error}"]
        if wrong:
            log += f"left out: {claim.get('id')}: {wrong[0]}\n"
        else:
            good.append(claim)
    return good, log


def whole_characters(text: str) -> str:
    """The text with pairs of surrogates joined, and U+FFFD for halves: no file can hold half a character."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def checked(raw: bytes, extraction: Extraction, article: SourceArticle) -> Extraction:
    """The extraction with the bytes as its document; a failed one where they are no claim file of the article."""
    mistakes = flaws(raw, article)
    if not mistakes:
        return msgspec.structs.replace(extraction, document=msgspec.json.decode(raw))
    more = f" (and {len(mistakes) - SHOWN} more)" if len(mistakes) > SHOWN else ""
    return msgspec.structs.replace(extraction, document=None, failure="; ".join(mistakes[:SHOWN]) + more)


def _said(mistake: Any) -> str:
    return f"{mistake.path}: {mistake.message}"
