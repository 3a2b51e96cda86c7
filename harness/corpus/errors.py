"""The errors that articles make, each planted on purpose in a claim that is right.

An error takes a claim as Python data and yields the ways in which it can go wrong. Figures are altered as printed, so
the planted errors are those that an editor might miss: a wrong digit, two swapped digits, a colon for a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from harness.corpus.attributes import PUBLISHED
from harness.corpus.further import FURTHER
from harness.corpus.planting import Claim, Elsewhere, Error
from harness.kind import Plants
from harness.kinds import kinds

_MARK = re.compile(r"[0-9:]*[0-9]([.][0-9]+|:[0-9]{2}:[0-9]{2})")  # to the hundredth or tenth: a digit less is no mark
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COLOURS = ("gold", "silver", "bronze")
_NARROWING = ("indoor", "sex", "nation", "area", "season", "level", "group", "individual")
_TURNED = {"more": "fewer", "fewer": "more", "ahead": "behind", "behind": "ahead", "most": "fewest", "fewest": "most"}
_WIDENED = ("national", "area", "olympic", "championship", "meeting")


def _wrong_digit(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """One digit of a mark, or of a number printed in digits, is another."""
    mark = _plain_mark(claim)
    for at, digit in enumerate(mark):
        if digit.isdigit():
            yield {**claim, "mark": mark[:at] + str((int(digit) + 1) % 10) + mark[at + 1 :]}


def _swapped_digits(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """Two digits that stand side by side have changed places."""
    mark = _plain_mark(claim)
    for at, (digit, following) in enumerate(pairwise(mark)):
        if digit.isdigit() and following.isdigit() and digit != following:
            yield {**claim, "mark": mark[:at] + following + digit + mark[at + 2 :]}


def _wrong_margin(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    if claim["kind"] == "margin":
        for at, digit in enumerate(claim.get("gap", "")):
            if digit in "123456789":
                yield {**claim, "gap": claim["gap"][:at] + str(int(digit) % 9 + 1) + claim["gap"][at + 1 :]}


def _wrong_athlete(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """The fact is printed of another athlete of the same race; only a fact that holds of one man alone."""
    if "athlete" in claim and _is_of_one(claim):
        for rival in elsewhere.rivals:
            yield {**claim, "athlete": rival}


def _swapped_places(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """Two athletes who came in one behind the other have changed places."""
    if claim["kind"] != "place" or claim.get("at"):
        return
    if "after" in claim:
        yield {**claim, "athlete": claim["after"], "after": claim["athlete"]}
    elif _is_of_one(claim):
        for neighbour in elsewhere.neighbours:
            yield {**claim, "athlete": neighbour}


def _medal_colour(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    if claim["kind"] == "medal" and claim["medal"] in _COLOURS:
        for colour in _COLOURS:
            if colour != claim["medal"]:
                yield {**claim, "medal": colour}


def _golds_for_medals(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """All of the medals are printed as golds, or the golds as all of the medals."""
    if claim["kind"] == "medal_count" and claim.get("medal") in ("any", "gold"):
        yield {**claim, "medal": "gold" if claim["medal"] == "any" else "any"}


def _off_by_one(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """A rank, place or count is one too high or too low; in words where it is printed in words."""
    field = _plants(claim).number
    if "hedge" in claim:
        return
    for neighbour in _neighbours_of(claim.get(field)):
        yield {**claim, field: neighbour}


def _stale_rank(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """The rank that was right some time ago; in words where it is printed in words."""
    if claim["kind"] != "rank" or "hedge" in claim:
        return
    for rank in elsewhere.stale_ranks:
        if claim.get("rank") in _ORDINALS and rank <= len(_ORDINALS):
            yield {**claim, "rank": _ORDINALS[rank - 1]}
        elif isinstance(claim.get("rank"), int):
            yield {**claim, "rank": rank}


def _dropped_scope(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """A word that narrows the claim is left out: "indoor", "British", "of the season".

    A record of a nation, an area or a meeting that loses the word is a record of the world.
    """
    if not _plants(claim).scope:
        return
    scope = claim.get("scope", {})
    for word in _NARROWING:
        if word in scope:
            yield {**claim, "scope": {name: value for name, value in scope.items() if name != word}}
    if claim["kind"] == "record" and claim["level"] in _WIDENED:
        wide = {name: value for name, value in scope.items() if name not in ("nation", "area")}
        yield {**claim, "level": "world", "scope": wide}


def _wrong_competition(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """What the athlete did in one race is printed of another of theirs."""
    if _plants(claim).race and "at" not in claim:
        for competition, year in elsewhere.races:
            yield {**claim, "scope": {**claim.get("scope", {}), "competition": competition, "year": year}}


def _turned_comparison(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """More is printed for fewer, ahead for behind; or a tie as a lead."""
    if claim["kind"] == "comparison":
        turned = _TURNED.get(claim["how"], "more" if claim["how"] == "as many" else "ahead")
        yield {**claim, "how": turned}


def _misprint(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """A colon stands where the point of a time belongs."""
    mark = _plain_mark(claim)
    if re.fullmatch(r"[0-9]+:[0-9]{2}\.[0-9]{2}", mark):
        yield {**claim, "mark": mark.replace(".", ":")}


def _misspelling(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """Two letters inside a long family name have changed places."""
    first_names, _, family = claim.get("athlete", "").rpartition(" ")
    middle = len(family) // 2
    if len(family) >= 6 and family.isalpha() and family[middle] != family[middle + 1]:
        slip = family[:middle] + family[middle + 1] + family[middle] + family[middle + 2 :]
        yield {**claim, "athlete": f"{first_names} {slip}".strip()}


ERRORS: tuple[Error, ...] = (
    Error("wrong-digit", _wrong_digit, "figure"),
    Error("swapped-digits", _swapped_digits, "figure"),
    Error("wrong-athlete", _wrong_athlete, "subject"),
    Error("swapped-places", _swapped_places, "subject"),
    Error("medal-colour", _medal_colour, "figure"),
    Error("golds-for-medals", _golds_for_medals, "scope"),
    Error("off-by-one", _off_by_one, "figure"),
    Error("dropped-scope", _dropped_scope, "scope"),
    Error("stale-rank", _stale_rank, "figure"),
    Error("wrong-competition", _wrong_competition, "scope"),
    Error("wrong-margin", _wrong_margin, "figure"),
    Error("turned-comparison", _turned_comparison, "figure"),
    Error("misprint", _misprint, "figure", shows="misprint"),
    Error("misspelling", _misspelling, "figure", shows="misspelt_name"),
    *PUBLISHED,
    *FURTHER,
)


def _plants(claim: Claim) -> Plants:
    return kinds()[claim["kind"]].plants


def _is_of_one(claim: Claim) -> bool:
    """Whether no two athletes of one race can both be said to have done it; a mark only where it is printed in full."""
    return _plants(claim).of_one(claim) and (claim["kind"] != "mark" or bool(_plain_mark(claim)))


def _plain_mark(claim: Claim) -> str:
    """The claim's mark where it is printed in full, with no hedge and no bound; else ""."""
    mark = claim.get("mark") or ""
    return mark if _MARK.fullmatch(mark) and "hedge" not in claim else ""


def _neighbours_of(printed: object) -> Iterator[int | str]:
    for words in (_ORDINALS, _NUMBER_WORDS):
        if printed in words:
            at = words.index(str(printed))
            yield from (words[neighbour] for neighbour in (at - 1, at + 1) if 0 <= neighbour < len(words))
    if isinstance(printed, int):
        yield from (neighbour for neighbour in (printed - 1, printed + 1) if neighbour > 0)
