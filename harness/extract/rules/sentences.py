"""The text as the grammars see it: the same length, plain punctuation, no markup; and the positions of its
sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

Span = tuple[int, int]

LONGEST = 1500  # characters: what is longer is no sentence, and is read in pieces, so that time grows with the text

_PLAIN = str.maketrans("’‘ʼ′“”″–—‑−\u00a0\u202f\u2007\u2009\u200a\t\r×", "''''\"\"\"----       x")
_CAPITALS = re.compile(  # and the short words that names of places begin with: "NEW YORK"
    r"\b(?:(?!(?:NCAA|NACAC|IAAF|USATF)\b)[A-ZÀ-ÖØ-Þ]{4,}\b|(?:LOS|LAS|NEW|SAN|RIO)(?= (?:DE )?[A-ZÀ-ÖØ-Þ]{4,}\b))"
    r"|(?<=\bRIO )DE\b"
)
_MARKUP = re.compile(
    r"(?m)^ {0,3}#{1,6} |^ {0,3}[-*+] (?=\S)|^ {0,3}> ?|^ {0,3}(?:[-*_] {0,3}){3,40}$"
    r"|[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}|!?\[(?=[^\]\n]{0,300}\]\()|\]\([^)\n]{0,2000}\)|`+|<[^>\n]{1,200}>|•"
)
_ABBREVIATIONS = r"(?<!\bNo)(?<!\bvs)(?<!\bv)(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bJr)(?<!\bpic)(?<!\b[A-Z])"
_END = re.compile(rf"(?<=[.!?…]){_ABBREVIATIONS}[\"')\]]{{0,4}}\s+(?=[\"'(\[]{{0,4}}[A-Z0-9])|\n+")
_AFTER_ABBREVIATION = re.compile(r"\b(?:No|vs|v|Mr|Mrs|Ms|Dr|St|Jr|[A-Z])\.$")
_FULL_LINE, _FULL_LINES, _WIDEST_PAGE = 50, 2, 130  # characters, lines, characters
_SENTENCE_ENDS = (".", "!", "?", ":", '."', ".”")
_ROW_OF_A_YEAR = r"(?:18|19|20)[0-9]{2}(?: [A-Z][\w .]{1,25})?:"  # "2004 Athens: ...", a line of its own
_WRAPPED = re.compile(rf"(?<=[^\n]{{{_FULL_LINE}}})\n(?![\s#>|*•-]|[0-9]{{1,3}}[.)] |{_ROW_OF_A_YEAR})")
_GOES_ON = re.compile(  # a sentence that goes on in the next line, whatever the other lines are like
    rf"(?<=[^\n]{{{_FULL_LINE - 10}}}[a-z,])\n(?=[a-z])"
    r"|(?:(?<= in)|(?<= at)|(?<= of)|(?<= by)|(?<= to)|(?<= the)|(?<= and)|(?<= for)|(?<= with)|(?<= from))\n"
    r"(?=[A-Z0-9])"
)
_NUMBERED = re.compile(r"\s*[0-9]{1,3}\.")  # a row of a list
_LONGEST_ABBREVIATION = 8
_QUOTATION_MARK = re.compile("(?<![0-9]['’′][0-5][0-9])[“\"”]|\n")  # that of 3'29"05 is none


def view(text: str, *, markdown: bool = True) -> str:
    """The text, code point for code point, in plain punctuation; Markdown's signs are spaces."""
    plain = _CAPITALS.sub(_capitalised, _unwrapped(text).translate(_PLAIN))
    return _MARKUP.sub(lambda match: " " * len(match[0]), plain) if markdown else plain


def _unwrapped(text: str) -> str:
    """The text with spaces for the line ends that only the width of a page has made, where it is set in such lines."""
    lines = text.split("\n")
    full = [line for line in lines if len(line) >= _FULL_LINE]
    goes_on = sum(not line.rstrip().endswith(_SENTENCE_ENDS) for line in full)
    if len(full) < _FULL_LINES or 2 * goes_on <= len(full) or max(map(len, lines)) > _WIDEST_PAGE:
        return _GOES_ON.sub(" ", text)
    return _WRAPPED.sub(" ", text)


def _capitalised(match: re.Match[str]) -> str:
    """A word of headings and lists as it is written elsewhere: BREMMER is Bremmer. Letters that change length stay."""
    word = match[0].lower() if match[0] == "DE" else match[0].capitalize()
    return word if len(word) == len(match[0]) else match[0]


def sentences(seen: str) -> Iterator[Span]:
    """Where each sentence starts and ends (excluded), without the space around it; a line's end ends a sentence."""
    start = 0
    for match in _END.finditer(seen):
        near = seen[max(start, match.start() - _LONGEST_ABBREVIATION) : match.start()]
        if "\n" not in match[0] and (
            _AFTER_ABBREVIATION.search(near) or _NUMBERED.fullmatch(seen, start, match.start())
        ):
            continue
        yield from _pieces(seen, start, match.start() + len(match[0].rstrip()))
        start = match.end()
    yield from _pieces(seen, start, len(seen))


def quoted(text: str) -> list[Span]:
    """What stands in double quotation marks; where the closing one is missing, to the end of the line."""
    spans: list[Span] = []
    opened: int | None = None
    for match in _QUOTATION_MARK.finditer(text):
        at, letter = match.start(), match[0]
        if opened is None and letter in '“"':
            opened = at
        elif opened is not None and letter in '”"\n':
            spans.append((opened, at))
            opened = None
    return [*spans, (opened, len(text))] if opened is not None else spans


def _pieces(seen: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without the space around it; in pieces where it is longer than any sentence."""
    while end - start > LONGEST:
        cut = seen.rfind(" ", start, start + LONGEST)
        cut = start + LONGEST if cut <= start else cut
        yield from _trimmed(seen, start, cut)
        start = cut
    yield from _trimmed(seen, start, end)


def _trimmed(seen: str, start: int, end: int) -> Iterator[Span]:
    words = seen[start:end]
    if words.strip():
        yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())
