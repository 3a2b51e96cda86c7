"""Reading articles with a system, each one once: claim files in a folder, and beside them a log of what they cost.

The log, `extraction.jsonl`, has a line for every article that was read or could not be; of several lines on one
article the last counts, and what a crash left of a line does not. Any folder of claim files may have one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from harness.bench.submissions import Cost, Gold, Prediction, Submission, read_submission
from harness.claim import Article
from harness.files import replace_file

LOG = "extraction.jsonl"


class Logged(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the log. `key` stands for the text and the system's version and options; seconds are wall time."""

    article: str
    key: str = ""
    failure: str = ""
    seconds: float | None = None
    tokens_in: int | None = None
    tokens_out: int | None = None
    cost: float | None = None


_DECODER = msgspec.json.Decoder(Logged)

# What a system makes of an article: the claim file's text, "" where it failed, and the line for the log.
Extract = Callable[[Article], tuple[str, Logged]]


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


def extract_missing(articles: Iterable[Article], folder: Path, keys: dict[str, str], extract: Extract) -> int:
    """Read every article that was not read with its key before; what failed is tried again. How many were read."""
    folder.mkdir(parents=True, exist_ok=True)
    done = read_log(folder)
    read = 0
    for article in articles:
        logged, path = done.get(article.id), folder / f"{article.id}.json"
        if logged and logged.key == keys[article.id] and not logged.failure and path.exists():
            continue
        path.unlink(missing_ok=True)
        text, logged = extract(article)
        if not logged.failure:
            replace_file(path, text)
        with (folder / LOG).open("ab") as log:
            log.write(msgspec.json.encode(logged) + b"\n")
        read += 1
    return read


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
