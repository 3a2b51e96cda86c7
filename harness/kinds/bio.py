"""bio: an athlete's life: age, birth, nation, coach, club."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Annotated

from msgspec import Meta

from harness.claim import AthleteName, Claim, NationName, PrintedCount, PrintedDate, Resolved
from harness.model import Assertion, Evidence, Known, Quantity, Unknown, Unreadable
from harness.truth.index import Truth
from harness.truth.pack import Athlete, Period
from harness.values import Range, label, partial_date

SEVERITY = "medium"
_NOT_WORD = re.compile(r"[\W_]+")

PlainName = Annotated[str, Meta(min_length=1, max_length=200, description="a name as printed, compared as it stands")]


class Bio(Claim, tag="bio", frozen=True, kw_only=True):
    """A fact of an athlete's life, on the claim's date.

    One or more of these fields is given, and each must hold. `age` is in whole years; `birth_date` may be printed to
    the day, the month or the year; `birthplace` is a town, a part of the country or the country; `nation` is the one
    the athlete competes for on the day; `coach` and `club` hold on the day. Names are compared without accents.

    supported         the fact is so; of several coaches or clubs at once, it is one of them
    refuted           age, birth, birthplace or nation are another
    not_enough_info   the ground truth does not say; a list of coaches or clubs is never complete, so that one who is
                      not on it is not refuted; where only the year of birth is known, two ages are possible

        {"kind": "bio", "id": "still-20", "text": "Ingebrigtsen is 20", "quote": "20", "start": 10, "end": 12,
         "athlete": "Jakob Ingebrigtsen", "age": 20, "as_of": "7 August 2021"}
    """

    athlete: AthleteName
    age: PrintedCount | None = None
    birth_date: PrintedDate | None = None
    birthplace: PlainName | None = None
    nation: NationName | None = None
    coach: PlainName | None = None
    club: PlainName | None = None


def assertions(resolved: Resolved) -> tuple[Assertion, ...] | Unreadable:
    claim, who, figures = resolved.claim, resolved.who("athlete"), resolved.figures
    found = []
    if claim.age is not None:
        found.append(resolved.asserts("age", who, figures["age"], "years"))
    if claim.birth_date is not None:
        found.append(resolved.asserts("birth date", who, figures["birth_date"], "date"))
    if claim.nation is not None:
        found.append(resolved.asserts("nation", who, label(*resolved.who("nation")), "label"))
    for what in ("birthplace", "coach", "club"):
        # A town and its country are both a birthplace, and a man may have two coaches: these claims do not conflict.
        if printed := getattr(claim, what):
            found.append(resolved.asserts(what, who, label(printed), "label", detail=printed))
    return tuple(found) or Unreadable("age", "no fact of life is given")


def known(quantity: Quantity, truth: Truth, as_of: int) -> Known | Unknown:
    if truth.stated:
        return _stated_age(quantity, truth, as_of)
    athlete = truth.athletes[quantity.who[0]]
    evidence = (Evidence(athlete.id, _life(athlete, quantity.what, truth, as_of), truth.cite(athlete.sources)),)
    missing = Unknown(f"the ground truth has no {quantity.what} of {athlete.name}", f"{quantity.what}: {athlete.name}")
    if quantity.what in ("coach", "club"):
        periods = athlete.coaches if quantity.what == "coach" else athlete.clubs
        held = [one.value for one in periods if _holds(one, as_of)]
        if any(_names(quantity.detail, value) for value in held):
            return Known(label(quantity.detail), evidence)
        others = f", only {' and '.join(held)}: its list is not complete" if held else ""
        return Unknown(f"the ground truth has no such {quantity.what} of {athlete.name}{others}", missing.missing)
    if quantity.what == "birthplace":
        return _birthplace(quantity.detail, athlete, truth, evidence) or missing
    if quantity.what == "nation":
        nation = truth.nation_of(athlete.id, as_of)
        return Known(label(nation), evidence) if nation else missing
    if athlete.born is None:
        return missing
    born = partial_date(athlete.born)
    return Known(_age(born, as_of) if quantity.what == "age" else born, evidence)


def _names(printed: str, official: str) -> bool:
    """Whether the printed words are the name or a part of it: the Brooks Beasts are the Brooks Beasts TC."""
    return set(_fold(printed).split()) <= set(_fold(official).split())


def _birthplace(printed: str, athlete: Athlete, truth: Truth, evidence: tuple[Evidence, ...]) -> Known | None:
    """Any part of the birthplace will do; a country refutes only where the ground truth names one as well."""
    whole = ", ".join(athlete.birthplace)
    if _fold(printed) in {_fold(part) for part in (whole, *athlete.birthplace)}:
        return Known(label(printed), evidence)
    countries = {_fold(name) for nation in truth.nations.values() for name in (nation.name, *nation.aliases)}
    vague = _fold(printed) in countries and not countries & {_fold(part) for part in athlete.birthplace}
    return None if vague or not whole else Known(label(whole), evidence)


def _stated_age(quantity: Quantity, truth: Truth, as_of: int) -> Known | Unknown:
    """The age that follows from the birth date which an article itself gives."""
    for claim, assertion in truth.stated:
        told = assertion.quantity
        if quantity.what == "age" and told.kind == "bio" and told.what == "birth date" and told.who == quantity.who:
            assert isinstance(assertion.claimed, Range)
            return Known(_age(assertion.claimed, as_of), (Evidence(claim, assertion.printed),))
    return Unknown("the article does not say")


def _age(born: Range, day: int) -> Range:
    """Whole years from a birth date to the day: two ages are possible where only the year or month is known."""
    assert born.low is not None
    assert born.high is not None
    return Range(_years(min(born.high, day), day), _years(min(born.low, day), day))


def _years(born: int, day: int) -> int:
    birth, today = date.fromordinal(born), date.fromordinal(day)
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))


def _holds(period: Period, day: int) -> bool:
    start, end = period.start and partial_date(period.start).low, period.end and partial_date(period.end).low
    return (start or 0) <= day and (end is None or day < (end or 0))


def _life(athlete: Athlete, what: str, truth: Truth, day: int) -> str:
    """The fact in question, on the day."""
    if what in ("coach", "club"):
        periods = athlete.coaches if what == "coach" else athlete.clubs
        fact = f"{what} {' and '.join(one.value for one in periods if _holds(one, day)) or 'not known'}"
    elif what == "nation":
        fact = f"for {truth.name(truth.nation_of(athlete.id, day) or 'a nation not known')}"
    else:
        fact = ", ".join((f"born {athlete.born or 'on a day not known'}", *athlete.birthplace))
    return f"{athlete.name}, {fact}"


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ø", "o"))
    return _NOT_WORD.sub(" ", "".join(one for one in plain if not unicodedata.combining(one))).strip()
