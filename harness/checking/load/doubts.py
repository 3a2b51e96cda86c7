"""What a claim file may say and should not: warnings for who writes or receives one, without any ground truth.

Each is a way to make an article look better than it is: a figure that is not the printed one, another day to be judged
on, a softening word that nobody printed, a time that is called uncheckable. None of them makes a file invalid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from harness.checking.load.claims import ClaimFile
from harness.checking.load.flaws import Flaw, placed
from harness.claim import Claim, kind_of
from harness.model import Mistake
from harness.values import Figure, read_date

_DIGITS = re.compile(r"[0-9]+")
_TIME = re.compile(r"\b[0-9]{1,2}[:.][0-9]{2}[:.][0-9]{1,2}\b|\b[0-9]{1,3}\.[0-9]{2} ?m\b")
_WORD = re.compile(r"\w+")
_NUMBER_WORD = re.compile(
    r"\b(?:an?|single|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|half|quarters?|halves|nothing)\b",
    re.I,
)
_FAR_BACK = 150 * 365  # days: before there were championships to be judged as of
_NEAR = 60  # characters in which a softening word stands


def doubts(file: ClaimFile, text: str | None = None) -> list[Mistake]:
    """The file's warnings, in the order of its claims; softening words are looked for in the article's text."""
    published = date.fromisoformat(file.article.published).toordinal()
    flaws = [
        flaw for index, claim in enumerate(file.claims) for flaw in _doubts(claim, ("claims", index), published, text)
    ]
    return placed(flaws, file.raw, file.path)


def _doubts(claim: Claim, path: Any, published: int, text: str | None) -> Iterator[Flaw]:
    for field in ("mark", "gap"):
        printed = getattr(claim, field, None)
        if kind_of(claim) in ("mark", "margin") and printed and not _holds(claim.quote, printed):
            yield Flaw((*path, field), f"{printed!r} is not what the quote {claim.quote!r} prints")
    if claim.as_of is not None:
        read = read_date(claim.as_of, published)
        if isinstance(read, Figure) and not _is_near(read.value, published):
            yield Flaw((*path, "as_of"), f"judged as of {claim.as_of}, which is not in the article's time")
    if kind_of(claim) == "other" and _TIME.search(claim.quote):
        yield Flaw((*path, "kind"), f"'other' is not checkable, and {claim.quote!r} prints a mark")
    if claim.hedge is not None and text is not None:
        words = {word.lower() for word in _WORD.findall(text[max(0, claim.start - _NEAR) : claim.end + _NEAR])}
        if not words.issuperset(word.lower() for word in _WORD.findall(claim.hedge)):
            yield Flaw((*path, "hedge"), f"{claim.hedge!r} is not printed near the quote")


def _holds(quote: str, printed: str) -> bool:
    """Whether the digits of the figure stand in the quote, in their order; a figure in words has none to look for."""
    digits, shown = ("".join(_DIGITS.findall(words)) for words in (printed, quote))
    in_words = _NUMBER_WORD.search(quote) is not None
    return not digits or (bool(shown) and digits in shown) or (in_words and shown in digits)


def _is_near(value: Any, published: int) -> bool:
    return (value.low is None or value.low <= published) and (value.high is None or value.high >= published - _FAR_BACK)
