"""The process that parses one uploaded file: `python -m harness.desk.parsing FILE GIVEN` prints the article as JSON."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout, suppress
from pathlib import Path

import msgspec

from harness.desk.uploads import DATE_MISSING, MEMORY, SECONDS, TYPED, Parsed
from harness.extract.articles import read_article
from harness.records.model import Mistake

SOME_DAY = "2000-01-01"


def main() -> None:
    _limit()
    path, given = Path(sys.argv[1]), msgspec.json.decode(sys.argv[2], type=dict[str, str])
    with redirect_stdout(sys.stderr):  # a parser's chatter is no part of the answer
        parsed = parsed_file(path, given)
    sys.stdout.buffer.write(msgspec.json.encode(parsed))


def parsed_file(path: Path, given: dict[str, str]) -> Parsed:
    """The article in the file. If only the day of publication is missing, everything else is returned with the
    question."""
    typed = {name: value for name, value in given.items() if value}
    article = read_article(path, typed)
    if isinstance(article, Mistake):
        undated = read_article(path, {**typed, "published": SOME_DAY})
        if isinstance(undated, Mistake) or typed.get("published"):
            return Parsed(why=article.message)
        return Parsed(article=undated, why=article.message, missing=(DATE_MISSING,))
    fields = {name: value for name, value in typed.items() if name in ("title", "publisher", "published")}
    if "published" in fields:
        fields["published_basis"] = TYPED
    return Parsed(article=msgspec.structs.replace(article, **fields))


def _limit() -> None:
    """Bound this process's time and memory, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has no such limits: there the clock alone ends it
        return
    for limit, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, MEMORY)):
        with suppress(OSError, ValueError):  # macOS has the limit of memory, and refuses to set it
            resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    main()
