"""A flaw is one mistake at a path of a document; `placed` finds its line and column in the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from harness.records.model import Mistake
from harness.strict_json import FilePositions, JsonPath, show_path


class Flaw(NamedTuple):
    """What is wrong, and where; `at_key`: the key is wrong, not the value."""

    path: JsonPath
    message: str
    at_key: bool = False


def placed(flaws: Iterable[Flaw], raw: bytes, file: str) -> list[Mistake]:
    """The flaws as mistakes, each once, in the order of the file. Without bytes (`raw` empty) they are all at 1:1."""
    places = FilePositions(raw) if raw else None
    mistakes: list[Mistake] = []
    for flaw in dict.fromkeys(flaws):
        line, column = places.locate(flaw.path, key=flaw.at_key) if places else (1, 1)
        mistakes.append(Mistake(file, line, column, show_path(flaw.path), flaw.message))
    return sorted(mistakes, key=lambda mistake: (mistake.line, mistake.column))
