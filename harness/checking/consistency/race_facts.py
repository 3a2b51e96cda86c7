"""What articles say about one athlete's one race, by the figures that they give: all articles, and all but one.

A run of many articles has some ten thousand distinct facts, and many more claims that give one of them. So a fact that
claims give is held once, packed, and of the claims only the numbers.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from itertools import islice
from sys import intern
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from harness.checking.consistency.own import Race, hull_of_claims
from harness.records.model import ClaimRef
from harness.truth.results import Result

MOST_OF_A_RACE = 20  # claims on it that a conflict names: a large run has thousands, which say the same
_NUMBERS = "I"

_ENCODER, _DECODER = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder()
_RESULT = msgspec.msgpack.Decoder(Result)
_FIELDS = Result.__struct_fields__


class FactClaims:
    """The claims that give the facts, which are numbered in the order of the articles."""

    def __init__(self) -> None:
        self._articles: dict[str, int] = {}  # the position of each
        self._names: list[str] = []
        self._firsts = array(_NUMBERS)  # the number of each article's first fact
        self._claims: list[str] = []

    def begin(self, article: str) -> None:
        """Note that the next facts are those of this article."""
        self._articles[article] = len(self._names)
        self._names.append(article)
        self._firsts.append(len(self._claims))

    def add(self, claim: str) -> int:
        """The number of one more fact, which this claim of the article gives."""
        self._claims.append(intern(claim))
        return len(self._claims) - 1

    def join(self, other: FactClaims) -> int:
        """Add the facts of later articles, and return how many there were before."""
        shift = len(self._claims)
        for name in other._names:
            self._articles[name] = len(self._articles)
        self._names += other._names
        self._firsts.extend(shift + first for first in other._firsts)
        self._claims += map(intern, other._claims)
        return shift

    @property
    def articles(self) -> int:
        return len(self._names)

    def article(self, number: int) -> str:
        """The article of the fact."""
        return self._names[bisect_right(self._firsts, number) - 1]

    def of_article(self, article: str | None) -> range:
        """The numbers of the article's facts; none for None."""
        if article is None:
            return range(0)
        place = self._articles[article]
        following = self._firsts[place + 1 : place + 2]
        return range(self._firsts[place], following[0] if following else len(self._claims))

    def name(self, number: int) -> str:
        """The article and the claim that give the fact, as text."""
        return f"{self.article(number)}/{self._claims[number]}"

    def ref(self, number: int) -> ClaimRef:
        """The claim that gives the fact."""
        return ClaimRef(self.article(number), self._claims[number])


class _Ends(NamedTuple):
    """A fact, and the numbers of the first and the last time that it is told."""

    fact: Result
    first: int
    last: int


class RaceFacts:
    """What the articles say about one athlete's one race: each distinct fact, and the numbers under which it is told.

    The first fact is packed whole, and of every fact in what it differs from that: the figures.
    """

    __slots__ = ("_claims", "_first", "_of_all", "_told", "all_right", "number", "race")

    def __init__(self, number: int, race: Race, claims: FactClaims) -> None:
        self.number = number
        self.race = race
        self.all_right = True  # every claim on it is known to be right: they contradict nothing that is right as well
        self._claims = claims
        self._first = b""
        self._told: dict[bytes, array[int]] = {}
        self._of_all: Result | None = None

    @property
    def athlete(self) -> str:
        return self.race[0]

    def add(self, number: int, result: Result, *, right: bool) -> None:
        """Add the fact with this number; `right`: the ground truth supports the claim that gives it."""
        self.all_right = self.all_right and right
        self._take(result, (number,))

    def join(self, other: RaceFacts, shift: int) -> None:
        """Add what later articles say, whose facts have numbers from `shift` here."""
        self.all_right = self.all_right and other.all_right
        for packed, numbers in other._told.items():
            self._take(other._unpacked(packed), (shift + number for number in numbers))

    def _take(self, fact: Result, numbers: Iterable[int]) -> None:
        fact = replace(fact, id="")
        if not self._first:
            self._first = _ENCODER.encode(fact)
        self._told.setdefault(self._packed(fact), array(_NUMBERS)).extend(numbers)
        self._of_all = None

    def _packed(self, fact: Result) -> bytes:
        first = _RESULT.decode(self._first)
        other = {name: value for name in _FIELDS if (value := getattr(fact, name)) != getattr(first, name)}
        return _ENCODER.encode(other)

    def _unpacked(self, packed: bytes) -> Result:
        return msgspec.convert({**_DECODER.decode(self._first), **_DECODER.decode(packed)}, Result)

    def forget(self) -> None:
        """Drop what was put together: it is put together again where it is asked for."""
        self._of_all = None

    def of_all(self) -> Result:
        """What all articles together say."""
        if self._of_all is None:
            told = self._told.items()
            merged = self._merged([_Ends(self._unpacked(fact), numbers[0], numbers[-1]) for fact, numbers in told])
            assert merged is not None
            self._of_all = merged
        return self._of_all

    def of_others(self, own: range) -> Result | None:
        """What all articles say but the one whose facts have these numbers."""
        ends = []
        for packed, numbers in self._told.items():
            before, behind = bisect_left(numbers, own.start), bisect_left(numbers, own.stop)
            if before or behind < len(numbers):
                first = numbers[0] if before else numbers[behind]
                last = numbers[-1] if behind < len(numbers) else numbers[before - 1]
                ends.append(_Ends(self._unpacked(packed), first, last))
        return self._merged(ends)

    def decisive(self) -> Iterator[str]:
        """The articles without which it would be told otherwise: of each distinct fact the first that gives it, and the
        last where it has splits."""
        for packed, numbers in self._told.items():
            first, last = self._claims.article(numbers[0]), self._claims.article(numbers[-1])
            yield first
            if last != first and self._unpacked(packed).splits:
                yield last

    def first_of_others(self, article: str | None) -> list[ClaimRef]:
        """The first claims on the race of other articles (None: of all), in the articles' order."""
        own = self._claims.of_article(article)
        others = ((number for number in numbers if number not in own) for numbers in self._told.values())
        first = (number for numbers in others for number in islice(numbers, MOST_OF_A_RACE))
        return [self._claims.ref(number) for number in nsmallest(MOST_OF_A_RACE, first)]

    def is_told_by_others(self, own: range) -> bool:
        """Whether an article has a fact of the race that is not one of these numbers."""
        return any(numbers[0] not in own or numbers[-1] not in own for numbers in self._told.values())

    def _merged(self, ends: list[_Ends]) -> Result | None:
        """The facts as one: the first says what is not a figure, and the last what a split is."""
        if not ends:
            return None
        firsts = [end.fact for end in sorted(ends, key=lambda end: end.first)]
        lasts = [end.fact for end in sorted(ends, key=lambda end: end.last)]
        return replace(
            firsts[0],
            id=f"{self._claims.name(min(end.first for end in ends))} {self.number}",
            place=hull_of_claims(result.place for result in firsts),
            mark=hull_of_claims(result.mark for result in firsts),
            splits={at: split for result in lasts for at, split in result.splits.items()},
            printed=next((result.printed for result in firsts if result.printed), ""),
        )
