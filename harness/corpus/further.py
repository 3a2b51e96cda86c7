"""Errors in every other field of a claim: another number, another point on the way, another person, another word.

What they make may by chance be true, so that each counts as a change of scope. A test demands that some error changes
each field of each kind, of a scope and of a feat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from harness.claims.roles import roles_of
from harness.corpus.planting import Claim, Elsewhere, Error
from harness.kinds import kinds

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve".split(),
    "- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
)
_IN_DIGITS = re.compile("([0-9]+)(st|nd|rd|th)?")
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_YEAR = re.compile(r"\b(1[89]|20)[0-9]{2}\b")
_WHOLE = re.compile(r"[0-9]+(?=[.:])|^[0-9]+")
_POINTS = ("halfway", "the bell", "200m to go", "800m", "day one", "two events")
_STRETCHES = ("last 400m", "last 200m", "last lap", "first half")
_NATIONS = ("Kenya", "Norway", "Great Britain")
_COLOURS = ("gold", "silver", "bronze")
# Words of which another is printed, field by field; those of a status are taken for one another.
_WORDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("advance", "how"): ("place", "time"),
    ("advance", "to"): ("final", "semi-final"),
    ("comparison", "medal"): ("gold", "any"),
    ("count", "of"): ("medals", "titles", "wins", "races"),
    ("margin", "against"): ("world", "national", "personal", "season"),
    ("rank", "by"): ("youngest", "oldest", "medals", "golds"),
    ("rank", "of"): ("athletes", "performances"),
    ("record", "when"): ("stands", "set"),
    ("score", "after"): ("regular time", "extra time"),
    ("since", "order"): ("first", "last"),
    ("start", "status"): ("started", "finished", "DNF", "DNS", "DQ"),
    ("title", "status"): ("won", "retained", "regained"),
}
_SWITCHES = frozenset({"advanced", "whole", "streak", "own", "by_shootout", "women_only"})
_PEOPLE = ("opponent", "behind", "ahead", "last_holder", "previous_holder")
_PLACES_OF_A_LIFE = ("birthplace", "home", "club", "former_club", "coach")


def _other_number(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """A number is one higher or lower: how many in a row, which appearance, by how many places."""
    roles = roles_of(kinds()[claim["kind"]].claim)
    for field in (name for name, (role, _) in roles.items() if role == "count"):
        yield from ({**claim, field: number} for number in _beside(claim.get(field)))


def _other_point(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """Another point on the way, another stretch of it, or laps of another length."""
    for field, words in (("at", _POINTS), ("stretch", _STRETCHES), ("each", ("400m", "200m", "a quarter"))):
        if field in claim:
            yield from ({**claim, field: point} for point in words if point != claim[field])


def _other_person(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """Another athlete of the race for the one behind, the opponent, or whoever held it before."""
    for field in _PEOPLE:
        if field in claim:
            yield from ({**claim, field: rival} for rival in elsewhere.rivals if rival != claim[field])
    if claim["kind"] == "score" and "opponent" in claim:
        yield {**claim, "athlete": claim["opponent"], "opponent": claim["athlete"]}
    mark = claim.get("previous_mark", "")
    yield from ({**claim, "previous_mark": slower} for slower in _slower(mark))


def _other_nation(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """Another nation, or another one to compare with."""
    for nation in _NATIONS:
        if claim.get("nation") not in (None, nation):
            yield {**claim, "nation": nation}
        if claim.get("nations") and nation not in (*claim["nations"], claim.get("nation")):
            yield {**claim, "nations": [*claim["nations"][:-1], nation]}


def _other_word(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """Finished for started, regained for retained, by time for by place; or the opposite of what is said."""
    for (kind, field), words in _WORDS.items():
        if claim["kind"] == kind and field in claim:
            yield from ({**claim, field: word} for word in words if word != claim[field])
    for field in sorted(_SWITCHES & claim.keys()):
        yield {**claim, field: not claim[field]}
    if "among" in claim:
        yield {name: value for name, value in claim.items() if name != "among"}


def _other_life(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """A birth or a death a year off; the home for the birthplace, the former club for the club."""
    if claim["kind"] != "bio":
        return
    for field in ("birth_date", "death_date"):
        yield from ({**claim, field: date} for date in _year_off(claim.get(field)))
    places = [field for field in _PLACES_OF_A_LIFE if field in claim]
    for field in places:
        rest = {name: value for name, value in claim.items() if name != field}
        yield from ({**rest, another: claim[field]} for another in _PLACES_OF_A_LIFE if another not in claim)


def _other_set(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """One set of a match ended otherwise."""
    for place, score in enumerate(claim.get("sets", ())):
        numbers = re.fullmatch("([0-9]+)(.+)", score)
        if numbers is not None:
            wrong = f"{int(numbers[1]) + 1}{numbers[2]}"
            yield {**claim, "sets": [*claim["sets"][:place], wrong, *claim["sets"][place + 1 :]]}


def _other_feat(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """The feat was another: another colour, one more of them, a better mark or place, another opponent."""
    for field in ("feat", "all"):
        feat: dict[str, Any] = claim.get(field) or {}
        for name, value in feat.items():
            for changed in _of_a_feat(name, value, elsewhere):
                yield {**claim, field: {**feat, name: changed}}
        if "race" in feat:
            rest = {name: value for name, value in feat.items() if name != "race"}
            yield {**claim, field: {**rest, "place": 1}}


def _of_a_feat(name: str, value: Any, elsewhere: Elsewhere) -> Iterator[Any]:
    match name:
        case "medal":
            yield from (colour for colour in _COLOURS if colour != value)
        case "medals" | "titles" | "place":
            yield from _beside(value)
        case "mark":
            yield from _slower(value)
        case "beats":
            yield from (rival for rival in elsewhere.rivals if rival != value)
        case "within":
            yield "day" if value == "holding" else "holding"


def _other_scope(claim: Claim, elsewhere: Elsewhere) -> Iterator[Claim]:
    """Another year, round, day or colour; a part of a combined event told as the whole; one event less of several."""
    for field in ("scope", "compared_to", "record"):
        scope: dict[str, Any] = claim.get(field) or {}
        for name in ("year", "season"):
            if name in scope:
                yield {**claim, field: {**scope, name: scope[name] - 1}}
        for name in ("on", "after", "until"):
            yield from ({**claim, field: {**scope, name: date}} for date in _year_off(scope.get(name)))
        yield from ({**claim, field: {**scope, "place": place}} for place in _beside(scope.get("place")))
        if scope.get("medal") in _COLOURS:
            yield from ({**claim, field: {**scope, "medal": colour}} for colour in _COLOURS if colour != scope["medal"])
        if scope.get("round"):
            yield {**claim, field: {**scope, "round": "final" if scope["round"] != "final" else "semi-final"}}
        if "indoor" in scope:
            yield {**claim, field: {**scope, "indoor": not scope["indoor"]}}
        if "part" in scope:
            yield {**claim, field: {name: value for name, value in scope.items() if name != "part"}}
        if len(scope.get("events", ())) > 1:
            yield {**claim, field: {**scope, "events": [*scope["events"]][:-1]}}


def _beside(printed: object) -> Iterator[int | str]:
    """The numbers on both sides of a printed one, as it is printed; none below one."""
    if isinstance(printed, int):
        yield from (number for number in (printed - 1, printed + 1) if number > 0)
        return
    for words in _NUMBERS:
        if printed in words[1:]:
            place = words.index(str(printed))
            yield from (words[beside] for beside in (place - 1, place + 1) if 0 < beside < len(words))
    digits = _IN_DIGITS.fullmatch(str(printed or ""))
    for number in (int(digits[1]) - 1, int(digits[1]) + 1) if digits is not None else ():
        teen = number // 10 % 10 == 1
        ending = (_ENDINGS.get(number % 10, "th") if not teen else "th") if digits is not None and digits[2] else ""
        if number > 0:
            yield f"{number}{ending}"


def _year_off(printed: object) -> Iterator[str]:
    if isinstance(printed, str) and (year := _YEAR.search(printed)):
        for by in (-1, 1):
            yield printed[: year.start()] + str(int(year[0]) + by) + printed[year.end() :]


def _slower(mark: str) -> Iterator[str]:
    """The mark with the first of its numbers one higher."""
    if (number := _WHOLE.search(mark)) is not None:
        yield mark[: number.start()] + str(int(number[0]) + 1) + mark[number.end() :]


FURTHER: tuple[Error, ...] = (
    Error("other-number", _other_number, "scope"),
    Error("other-point", _other_point, "scope"),
    Error("other-person", _other_person, "scope"),
    Error("other-nation", _other_nation, "scope"),
    Error("other-word", _other_word, "scope"),
    Error("other-life", _other_life, "scope"),
    Error("other-set", _other_set, "scope"),
    Error("other-feat", _other_feat, "scope"),
    Error("other-scope", _other_scope, "scope"),
)
