"""A corpus on disk: `articles/` (texts and an index), `claims/` (gold claim files), `errors.json` (what is wrong).

The folder is created as a whole or not at all: it is written under another name and renamed.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import msgspec

from harness.corpus.make import Written


def write_corpus(articles: Iterable[Written], folder: Path) -> int:
    """Write the corpus into a folder that does not exist yet, or is empty; return the number of articles.

    FileExistsError if the folder contains anything: nothing is overwritten.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(17, "already exists and is not empty: nothing is overwritten", str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        number = _write_all(articles, beside)
        beside.chmod(0o755)
        beside.replace(folder)
    except BaseException as error:
        shutil.rmtree(beside, ignore_errors=True)
        if isinstance(error, OSError):
            error.filename = str(folder)
        raise
    return number


def _write_all(articles: Iterable[Written], folder: Path) -> int:
    texts, claims = folder / "articles", folder / "claims"
    texts.mkdir()
    claims.mkdir()
    index: list[object] = []
    errors: list[object] = []
    for article in articles:
        texts.joinpath(f"{article.id}.txt").write_bytes(article.text.encode())
        claims.joinpath(f"{article.id}.json").write_bytes(_json(article.claim_file))
        index.append({**article.claim_file["article"], "file": f"{article.id}.txt"})
        errors += article.errors
    texts.joinpath("index.json").write_bytes(_json(index))
    folder.joinpath("errors.json").write_bytes(_json(errors))
    return len(index)


def _json(data: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n"
