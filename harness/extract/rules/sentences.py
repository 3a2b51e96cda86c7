"""A text as the grammars see it: the same length, plain punctuation, no markup; and where its sentences are."""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

_PLAIN = str.maketrans("’‘ʼ“”–—‑\u00a0\u202f\t\r×", "'''\"\"---    x")
_MARKUP = re.compile(
    r"(?m)^ {0,3}#{1,6} |^ {0,3}(?:[-*+]|[0-9]+\.) (?=\S)|^ {0,3}> ?|^ *(?:[-*_] *){3,}$"
    r"|[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}|!?\[(?=[^\]\n]*\]\()|\]\([^)\n]*\)|`+|<[^>\n]{1,200}>"
)
_ABBREVIATIONS = r"(?<!\bNo)(?<!\bvs)(?<!\bv)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bJr)(?<!\bpic)(?<!\b[A-Z])"
_END = re.compile(rf"(?<=[.!?…]){_ABBREVIATIONS}[\"')\]]*\s+(?=[\"'(\[]*[A-Z0-9])|\n+")
_AFTER_ABBREVIATION = re.compile(r"\b(?:No|vs|v|Mr|Mrs|Ms|Dr|St|Jr|[A-Z])\.$")


def view(text: str, *, markdown: bool = True) -> str:
    """The text, code point for code point, in plain punctuation; Markdown's signs are spaces."""
    plain = text.translate(_PLAIN)
    return _MARKUP.sub(lambda found: " " * len(found[0]), plain) if markdown else plain


def sentences(seen: str) -> Iterator[Span]:
    """Where each sentence starts and ends (excluded), without the space around it; a line's end ends a sentence."""
    start = 0
    for found in _END.finditer(seen):
        if "\n" not in found[0] and _AFTER_ABBREVIATION.search(seen, start, found.start()):
            continue
        yield from _trimmed(seen, start, found.start() + len(found[0].rstrip()))
        start = found.end()
    yield from _trimmed(seen, start, len(seen))


def quoted(text: str) -> list[Span]:
    """What stands in double quotation marks; where the closing one is missing, to the end of the line."""
    found: list[Span] = []
    opened: int | None = None
    for at, letter in enumerate(text):
        if opened is None and letter in '“"':
            opened = at
        elif opened is not None and letter in '”"\n':
            found.append((opened, at))
            opened = None
    return [*found, (opened, len(text))] if opened is not None else found


def _trimmed(seen: str, start: int, end: int) -> Iterator[Span]:
    words = seen[start:end]
    if words.strip():
        yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())
