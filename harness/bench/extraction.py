"""Reading articles with a system, each once: claim files in a folder, with a log of what they cost.

The log, `extraction.jsonl`, has a line for every article that was read or failed; an article's last line counts, and an
incomplete line left by a crash is ignored. Any folder of claim files may have one. Texts are found by their sha256,
which gold states; file names do not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from harness.bench.submissions import Gold, Prediction, ReadingCost, Submission, read_submission
from harness.claims.claim import Article
from harness.storage.files import replace_file

LOG = "extraction.jsonl"


class ArticleText(msgspec.Struct, frozen=True):
    """An article as a system is given it: what gold says of it, and its text."""

    article: Article
    text: str


class Logged(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the log. `key` stands for the text and for what read it; seconds are wall time."""

    article: str
    key: str = ""
    failure: str = ""
    seconds: float | None = None
    tokens_in: float | None = None
    tokens_out: float | None = None
    cost: float | None = None


# A system: it reads articles, and gives for each a record with a claim file's JSON (`document`) or a `failure`, and
# with seconds, tokens_in, tokens_out and cost.
Extract: TypeAlias = Callable[[Sequence[ArticleText]], Iterable[Any]]
_DECODER = msgspec.json.Decoder(Logged)


def read_log(folder: Path) -> dict[str, Logged]:
    """The latest line of every article."""
    entries: dict[str, Logged] = {}
    try:
        lines = (folder / LOG).read_bytes().splitlines()
    except FileNotFoundError:
        return {}
    for line in lines:
        try:
            logged = _DECODER.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
        entries[logged.article] = logged
    return entries


def by_digest(texts: Iterable[str]) -> dict[str, str]:
    """The texts by their sha256."""
    return {sha256(text.encode()).hexdigest(): text for text in texts}


def extract_missing(gold: Gold, texts: dict[str, str], folder: Path, version: str, extract: Extract) -> int:
    """Read the articles that this version of the system has not read yet, and again those that failed; returns their
    number.

    `texts` are by sha256; `version` stands for all that the claims depend on beside the text.
    """
    folder.mkdir(parents=True, exist_ok=True)
    done = read_log(folder)
    articles = [file.article for file in gold.files.values()]
    missing = [text for text in articles if not _is_done(done.get(text.id), _key(text, version), folder)]
    texts_left = [ArticleText(article, texts[article.sha256]) for article in missing if article.sha256 in texts]
    for article in missing:
        (folder / f"{article.id}.json").unlink(missing_ok=True)
        if article.sha256 not in texts:
            _log(folder, Logged(article.id, failure="no text with the sha256 that gold has"))
    for text, extracted in zip(texts_left, extract(texts_left), strict=True):
        _keep(text.article, extracted, folder, _key(text.article, version))
    return len(texts_left)


def _key(article: Article, version: str) -> str:
    return sha256(f"{article.sha256} {version}".encode()).hexdigest()[:16]


def _is_done(logged: Logged | None, key: str, folder: Path) -> bool:
    if logged is None or logged.key != key or logged.failure:
        return False
    return (folder / f"{logged.article}.json").exists()


def _keep(article: Article, extracted: Any, folder: Path, key: str) -> None:
    """Write the claim file, then its line in the log: if a run stops between the two, the article is read again."""
    if extracted.document is not None:
        document = msgspec.json.format(msgspec.json.encode(extracted.document), indent=1)
        replace_file(folder / f"{article.id}.json", document.decode() + "\n")
    costs = (extracted.seconds, extracted.tokens_in, extracted.tokens_out, extracted.cost)
    _log(folder, Logged(article.id, key, extracted.failure, *costs))


def _log(folder: Path, line: Logged) -> None:
    """Add a line; the line break before it ends what a crash may have left."""
    with (folder / LOG).open("ab") as log:
        log.write(b"\n" + msgspec.json.encode(line) + b"\n")


def read_folder(name: str, folder: Path, gold: Gold) -> Submission:
    """The claim files of the folder and what they cost; an article that the log says failed is not merely missing."""
    submission = read_submission(name, folder, gold)
    log = {article: logged for article, logged in sorted(read_log(folder).items()) if article in gold.files}
    failed = {article: Prediction(failure=logged.failure) for article, logged in log.items() if logged.failure}
    return msgspec.structs.replace(
        submission,
        predictions=dict(sorted({**failed, **submission.predictions}.items())),
        costs={
            article: ReadingCost(logged.seconds, logged.tokens_in, logged.tokens_out, logged.cost)
            for article, logged in log.items()
        },
    )
