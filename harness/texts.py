"""Articles' texts, where somebody has them: whether each quote still stands where its claim says it does."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from harness.load import ClaimFile, check_text
from harness.model import Mistake


def check_texts(files: Iterable[ClaimFile], folder: Path) -> list[Mistake]:
    """Hold every file's quotes against the text with its sha256 in `folder`; a file without one is a mistake."""
    texts = {}
    for path in sorted(folder.iterdir()):
        if path.is_file():
            data = path.read_bytes()
            texts[sha256(data).hexdigest()] = data
    mistakes: list[Mistake] = []
    for file in files:
        text = texts.get(file.article.sha256)
        if text is None:
            why = f"no text in {folder} has this sha256: the text was changed, or is not there"
            mistakes.append(Mistake(str(file.path), 1, 1, "$.article.sha256", why))
        else:
            mistakes += check_text(file, text.decode("utf-8"))
    return mistakes
