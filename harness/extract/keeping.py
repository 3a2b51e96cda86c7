"""Storage of extractions: a folder with a claim file for each article that was read, and a log of all.

The log is `extraction.jsonl`: one line for each article; an article's last line counts. It is not a *.json file, so the
folder can be validated and checked as it is.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from harness.extract.articles import SourceArticle
from harness.extract.extraction import Extraction, as_text
from harness.storage.files import replace_file

LOG = "extraction.jsonl"


def keep(article: SourceArticle, extraction: Extraction, folder: Path) -> None:
    """Write the claim file, and the text that its spans count in; of an article that failed, the old ones go."""
    folder.mkdir(parents=True, exist_ok=True)
    path, text = folder / f"{article.id}.json", folder / "texts" / f"{article.id}.txt"
    if extraction.document is None:
        path.unlink(missing_ok=True)
        text.unlink(missing_ok=True)
    else:
        text.parent.mkdir(exist_ok=True)
        replace_file(text, article.text)
        replace_file(path, as_text(extraction.document))
    line = msgspec.json.encode(msgspec.structs.replace(extraction, document=None))
    with (folder / LOG).open("ab") as log:
        log.write(line + b"\n")
