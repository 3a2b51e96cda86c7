"""Reading articles with a system, each one once: claim files in a folder, and beside them a log of what they cost.

The log, `extraction.jsonl`, has a line for every article that was read or could not be; of several lines on one
article the last counts, and what a crash left of a line does not. Any folder of claim files may have one. Texts are
found by their sha256, which gold has: what their files are called plays no part.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from harness.bench.submissions import Cost, Gold, Prediction, Submission, read_submission
from harness.claim import Article
from harness.files import replace_file

LOG = "extraction.jsonl"
TEXTS = (".txt", ".md")


class ArticleText(msgspec.Struct, frozen=True):
    """An article as a system is given it."""

    article: Article
    text: str
    path: Path


class Logged(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the log. `key` stands for the text and for what read it; seconds are wall time."""

    article: str
    key: str = ""
    failure: str = ""
    seconds: float | None = None
    tokens_in: float | None = None
    tokens_out: float | None = None
    cost: float | None = None


# A system: it returns a record with claims, failure, seconds, tokens_in, tokens_out and cost.
Extract: TypeAlias = Callable[[ArticleText], Any]
_DECODER = msgspec.json.Decoder(Logged)


def read_log(folder: Path) -> dict[str, Logged]:
    """The latest line of every article."""
    found: dict[str, Logged] = {}
    try:
        lines = (folder / LOG).read_bytes().splitlines()
    except FileNotFoundError:
        return {}
    for line in lines:
        try:
            logged = _DECODER.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
        found[logged.article] = logged
    return found


def find_texts(folder: Path) -> dict[str, Path]:
    """The text files under the folder, by the sha256 of what they hold."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in TEXTS and path.is_file())
    return {sha256(path.read_bytes()).hexdigest(): path for path in paths}


def extract_missing(gold: Gold, texts: dict[str, Path], folder: Path, version: str, extract: Extract) -> int:
    """Read every article that this version of the system has not read yet; what failed is tried again. How many were.

    `version` stands for all that its claims depend on beside the text.
    """
    folder.mkdir(parents=True, exist_ok=True)
    done = read_log(folder)
    articles = [file.article for file in gold.files.values()]
    missing = [one for one in articles if not _is_done(done.get(one.id), _key(one, version), folder)]
    for article in missing:
        (folder / f"{article.id}.json").unlink(missing_ok=True)
        logged = _extract(article, texts.get(article.sha256), folder, _key(article, version), extract)
        with (folder / LOG).open("ab") as log:
            log.write(b"\n" + msgspec.json.encode(logged) + b"\n")
    return len(missing)


def _key(article: Article, version: str) -> str:
    return sha256(f"{article.sha256} {version}".encode()).hexdigest()[:16]


def _is_done(logged: Logged | None, key: str, folder: Path) -> bool:
    if logged is None or logged.key != key or logged.failure:
        return False
    return (folder / f"{logged.article}.json").exists()


def _extract(article: Article, path: Path | None, folder: Path, key: str, extract: Extract) -> Logged:
    """Read one article and write its claim file; whatever a system does wrong is that article's failure."""
    if path is None:
        return Logged(article.id, key, "no text with the sha256 that gold has")
    try:
        found = extract(ArticleText(article, path.read_text(encoding="utf-8"), path))
    except Exception as error:
        return Logged(article.id, key, f"the system broke: {type(error).__name__}: {error}")
    if not found.failure:
        document = msgspec.json.encode({"article": article, "claims": found.claims})
        replace_file(folder / f"{article.id}.json", msgspec.json.format(document, indent=1).decode() + "\n")
    return Logged(
        article.id, key, found.failure or "", found.seconds, found.tokens_in, found.tokens_out, found.cost
    )  # fmt: skip


def read_folder(name: str, folder: Path, gold: Gold) -> Submission:
    """The claim files of the folder and what they cost; an article that the log says failed is not merely missing."""
    found = read_submission(name, folder, gold)
    log = {article: logged for article, logged in sorted(read_log(folder).items()) if article in gold.files}
    failed = {article: Prediction(failure=logged.failure) for article, logged in log.items() if logged.failure}
    return msgspec.structs.replace(
        found,
        predictions=dict(sorted({**failed, **found.predictions}.items())),
        costs={
            article: Cost(logged.seconds, logged.tokens_in, logged.tokens_out, logged.cost)
            for article, logged in log.items()
        },
    )
