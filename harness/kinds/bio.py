"""bio: facts of an athlete's life: age, birth, nation, coach, club, home."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, NamedTuple

from msgspec.structs import replace

from harness.claims.claim import (
    AthleteName,
    BirthplaceName,
    Claim,
    ClubName,
    CoachName,
    HomeName,
    NationName,
    PrintedAge,
    PrintedDate,
    Resolved,
)
from harness.kind import Attribute, Kind
from harness.records.explained import explained
from harness.records.model import Assertion, Evidence, Known, Quantity, Unknown, Unreadable, phrase
from harness.truth.horizons import past_horizon
from harness.truth.index import Truth
from harness.truth.pack import Athlete, Period
from harness.values import Location, Members, Range, label, partial_date
from harness.wording import Wording, in_figures


class Bio(Claim, tag="bio", frozen=True, kw_only=True):
    """A fact of an athlete's life, on the claim's date.

    ## What it claims

    Facts of one athlete's life as of the claim's date: age, birth, death, nation, coach, club, home.

    ## Fields

    At least one of these fields is given, and each must be true. `age` is in whole years. `birth_date` and `death_date`
    may be printed to the day, the month or the year. `birthplace` is a town, a region of the country or the country.
    `nation` is the one the athlete competes for on that day. `coach` and `club` (or college) are those of that day,
    `former_club` one from before. `home` is where they live or say they are from, which need not be where they were
    born. Names are compared without accents.

    ## How it is judged

    supported         the fact is true; if there are several coaches or clubs at once, it is one of them
    refuted           age, birth, birthplace or nation differ
    not_enough_info   the ground truth does not say; or only the year of birth is known, so that two ages are possible

    ## What absence proves

    Nothing. If a fact of the life is not known, the claim is open. Lists of coaches, clubs and homes are never
    complete, so a name that is not listed is not refuted.

    ## Example

        {"kind": "bio", "id": "still-20", "text": "Ingebrigtsen is 20", "quote": "20", "start": 10, "end": 12,
         "athlete": "Jakob Ingebrigtsen", "age": 20, "as_of": "7 August 2021"}

    ## Source

    The athlete's own entry in the ground truth, with its sources.
    """

    athlete: Annotated[AthleteName, explained("whose life it is", "Josh Kerr")]
    age: Annotated[PrintedAge | None, explained("how old they were on the claim's day", "26-year-old")] = None
    birth_date: Annotated[PrintedDate | None, explained("when they were born", "October 1997")] = None
    death_date: Annotated[PrintedDate | None, explained("when they died", "12 May 2024")] = None
    birthplace: Annotated[BirthplaceName | None, explained("where they were born", "Edinburgh")] = None
    nation: Annotated[NationName | None, explained("for which nation they compete", "British")] = None
    coach: Annotated[CoachName | None, explained("who coaches them", "Danny Mackey")] = None
    club: Annotated[ClubName | None, explained("the club that they are of", "Edinburgh AC")] = None
    former_club: Annotated[
        ClubName | None, explained("a club or college that they were of", "University of New Mexico")
    ] = None
    home: Annotated[HomeName | None, explained("where they live or come from", "Seattle")] = None


class BioAttribute(StrEnum):
    AGE = "age"
    BIRTH_DATE = "birth date"
    DEATH_DATE = "death date"
    BIRTHPLACE = "birthplace"
    NATION = "nation"
    COACH = "coach"
    CLUB = "club"
    FORMER_CLUB = "former club"
    HOME = "home"


NAMES = (BioAttribute.COACH, BioAttribute.CLUB, BioAttribute.FORMER_CLUB, BioAttribute.HOME)


def assertions(resolved: Resolved[Bio]) -> tuple[Assertion, ...] | Unreadable:
    who, figures, asserted = resolved.who("athlete"), resolved.figures, []
    if "age" in figures:
        asserted.append(resolved.asserts(BioAttribute.AGE, who, figures["age"], "years"))
    if "birth_date" in figures:
        asserted.append(resolved.asserts(BioAttribute.BIRTH_DATE, who, figures["birth_date"], "date"))
    if "death_date" in figures:
        asserted.append(resolved.asserts(BioAttribute.DEATH_DATE, who, figures["death_date"], "date"))
    if nation := resolved.who("nation"):
        asserted.append(resolved.asserts(BioAttribute.NATION, who, label(*nation), "label"))
    if "birthplace" in resolved.locations:
        asserted.append(resolved.asserts(BioAttribute.BIRTHPLACE, who, resolved.locations["birthplace"], "label"))
    for attribute in NAMES:
        if names := resolved.who(attribute.replace(" ", "_")):
            asserted.append(resolved.asserts(attribute, who, Members(frozenset(names)), "label"))
    return tuple(asserted) or Unreadable("age", "no fact of life is given")


def known(quantity: Quantity[BioAttribute, None], truth: Truth, as_of: int) -> Known | Unknown:
    if truth.stated:
        return _stated_age(quantity, truth, as_of)
    athlete, attribute = truth.athletes[quantity.subjects[0]], quantity.attribute
    evidence = (LifeFact(athlete, attribute, as_of),)
    missing = Unknown(
        phrase(f"the ground truth has no {attribute} of {{}}", athlete.id), phrase(f"{attribute}: {{}}", athlete.id)
    )
    match attribute:
        case BioAttribute.COACH | BioAttribute.CLUB | BioAttribute.FORMER_CLUB | BioAttribute.HOME:
            if attribute != BioAttribute.FORMER_CLUB and (vouched := past_horizon(truth, athlete, as_of)):
                return Unknown(f"the ground truth is vouched for up to {vouched}", missing.missing)
            names = _names_on(athlete, attribute, as_of)
            return Known(Members(names), evidence) if names else missing
        case BioAttribute.BIRTHPLACE:
            birthplace = truth.birthplaces.location(athlete.birthplace)
            return missing if birthplace == Location() else Known(birthplace, evidence)
        case BioAttribute.NATION:
            return _nation(truth, athlete, as_of, evidence) or missing
        case BioAttribute.DEATH_DATE:
            died = partial_date(athlete.died) if athlete.died is not None else None
            return Known(died, evidence) if died is not None and (died.low or 0) <= as_of else missing
    if athlete.born is None:
        return missing
    born = partial_date(athlete.born)
    return Known(_age(born, as_of) if attribute == BioAttribute.AGE else born, evidence)


def _nation(truth: Truth, athlete: Athlete, day: int, evidence: tuple[LifeFact, ...]) -> Known | Unknown | None:
    """The nation of the day. Who runs for a team of no country is of a country all the same."""
    if athlete.nations and (vouched := past_horizon(truth, athlete, day)):
        return Unknown(f"the ground truth is vouched for up to {vouched}", f"nation: {athlete.name}")
    nation = truth.nation_of(athlete.id, day)
    if nation is None:
        return None
    neutral = nation in truth.nations and truth.nations[nation].area is None
    return Known(label(nation), evidence, perhaps_more=neutral)


def _stated_age(quantity: Quantity[BioAttribute, None], truth: Truth, as_of: int) -> Known | Unknown:
    """The age that follows from the birth date which an article itself gives."""
    for claim, assertion in truth.stated:
        if quantity.attribute == BioAttribute.AGE and assertion.quantity == replace(
            quantity, attribute=BioAttribute.BIRTH_DATE
        ):
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


def _names_on(athlete: Athlete, attribute: BioAttribute, day: int) -> frozenset[str]:
    """The coaches, the clubs or the homes of the day."""
    if attribute == BioAttribute.FORMER_CLUB:
        ended = (club for club in athlete.clubs if club.end and (partial_date(club.end).low or 0) <= day)
        return frozenset(club.value for club in ended)
    lists = {BioAttribute.COACH: athlete.coaches, BioAttribute.CLUB: athlete.clubs, BioAttribute.HOME: athlete.homes}
    periods = lists[attribute]
    return frozenset(period.value for period in periods if _holds(period, day))


class LifeFact(NamedTuple):
    """A fact of an athlete's life on a day, as the basis of a verdict."""

    athlete: Athlete
    attribute: BioAttribute
    day: int

    @property
    def id(self) -> str:
        return self.athlete.id

    def evidence(self, truth: Truth) -> Evidence:
        athlete, attribute, day = self
        match attribute:
            case BioAttribute.DEATH_DATE:
                fact = f"died {athlete.died or 'on a day not known'}"
            case BioAttribute.COACH | BioAttribute.CLUB | BioAttribute.FORMER_CLUB | BioAttribute.HOME:
                fact = f"{attribute} {' and '.join(sorted(_names_on(athlete, attribute, day))) or 'not known'}"
            case BioAttribute.NATION:
                fact = f"for {truth.name(truth.nation_of(athlete.id, day) or 'a nation not known')}"
            case _:
                fact = ", ".join((f"born {athlete.born or 'on a day not known'}", *athlete.birthplace))
        return Evidence(athlete.id, f"{athlete.name}, {fact}", truth.cite(athlete.sources))


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """The birthplace in full, in a form that can replace the claimed one."""
    words = in_figures(assertion, known, truth)
    return words._replace(instead=words.found) if isinstance(known.value, Location) else words


KIND = Kind(
    claim=Bio,
    assertions=assertions,
    attributes={
        BioAttribute.AGE: Attribute(known),
        BioAttribute.BIRTH_DATE: Attribute(known),
        BioAttribute.DEATH_DATE: Attribute(known),
        BioAttribute.BIRTHPLACE: Attribute(known, difference="another place"),
        BioAttribute.NATION: Attribute(known, difference="another nation"),
        BioAttribute.COACH: Attribute(known),
        BioAttribute.CLUB: Attribute(known),
        BioAttribute.FORMER_CLUB: Attribute(known),
        BioAttribute.HOME: Attribute(known),
    },
    severity="medium",
    worded=worded,
)
