"""Invented gold for the bench's self-test: twenty articles, two of them without errors and one without claims.

There are enough of them that tests have to sample: only then does a dependence on order or names show.

The verdicts of the check are given by the claims' own words: a claim whose text begins with "wrong" is refuted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any, TypeAlias

from msgspec.structs import replace

from harness.bench.submissions import Gold, gold_of
from harness.checking.load import ClaimFile
from harness.claims.claim import Article, Scope, kind_of
from harness.kinds import kinds
from harness.records.model import Verdict

ARTICLES, CLAIMS = 20, 12
CHARACTERS = 100 * (CLAIMS + 1)
CLEAN = (f"article-{ARTICLES - 3}", f"article-{ARTICLES - 2}")
Claims: TypeAlias = dict[str, tuple[Any, ...]]  # what a system says, by article


def gold() -> Gold:
    """The invented gold; its last article has no claims, the two before it no errors."""
    return gold_of(_file(number) for number in range(ARTICLES))


def check(files: Iterable[ClaimFile]) -> dict[str, dict[str, Verdict]]:
    """What stands for the check: every claim's verdict, by article."""
    return {file.article.id: {claim.id: _verdict(claim) for claim in file.claims} for file in files}


def _verdict(claim: Any) -> Verdict:
    if kind_of(claim) == "other":
        return "not_checkable"
    return "refuted" if claim.text.startswith("wrong") else "supported"


def _file(number: int) -> ClaimFile:
    name = f"article-{number}"
    article = Article(
        id=name, title=name, publisher="nobody", url=None, published="2024-06-03", published_basis="invented",
        characters=CHARACTERS, sha256=sha256(name.encode()).hexdigest(),
    )  # fmt: skip
    size = 0 if number == ARTICLES - 1 else CLAIMS - number % 3
    return ClaimFile("", article, tuple(_claim(number, place) for place in range(size)))


def _claim(number: int, place: int) -> Any:
    wrong = number < ARTICLES - 3 and place % 5 == number % 5
    words = {
        "id": f"claim-{place}", "text": f"{'wrong' if wrong else 'right'} {place}", "quote": "ten letter",
        "start": 100 * place, "end": 100 * place + 10, "athlete": f"Runner {number}",
        "scope": Scope(event="1500m", competition="Arden Games", year=2000 + number),
    }  # fmt: skip
    kind = ("mark", "place", "medal", "mark")[place % 4]
    value = {"mark": f"3:3{place % 10}.{number % 10}{place % 10}", "place": place + 1, "medal": "gold"}[kind]
    return kinds()[kind].claim(**words, **{kind: value})  # type: ignore[arg-type]


def perfect(gold: Gold) -> Claims:
    """What a perfect system says."""
    return {name: file.claims for name, file in gold.files.items()}


def each(change: Callable[[Any], Iterable[Any]]) -> Claims:
    """What a system says that makes of every gold claim these claims."""
    return {name: tuple(new for claim in claims for new in change(claim)) for name, claims in perfect(gold()).items()}


def weaker() -> Claims:
    """A system of middling quality: a third of the claims left out, and a fourth of them of somebody else."""
    return {
        name: tuple(
            replace(claim, athlete="Somebody Else") if place % 4 == 1 else claim
            for place, claim in enumerate(claims)
            if place % 3
        )
        for name, claims in perfect(gold()).items()
    }
