"""venue: where a race or a competition was held."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from harness.claims.claim import Claim, PlaceName, Resolved, Scope
from harness.kind import Attribute, Kind, ReportedRace, ReportSentence
from harness.records.explained import explained
from harness.records.model import Assertion, Known, Quantity, Setting, Unknown, phrase
from harness.truth import held
from harness.truth.index import Truth
from harness.values import Location
from harness.wording import Wording


class Venue(Claim, tag="venue", frozen=True, kw_only=True):
    """Where a race or a competition was held: its stadium, its city or its country.

    ## What it claims

    The stadium, the city or the country of a race or of an edition.

    ## Fields

    `place` is compared at its own level: a country with the country, a city with the city, a stadium with the stadium.
    The scope names the edition; the place of a race is that of its competition. If two cities or two stadiums have the
    same name, either is accepted; a city-state counts as the country.

    ## How it is judged

    supported         the edition's stadium, city or country is the place
    refuted           the ground truth has another at that level
    not_enough_info   it has no stadium for the edition, knows no such place, or which edition is meant is not clear

    ## What absence proves

    Nothing: if the ground truth does not know the level of a place, the claim is open.

    ## Example

        {"kind": "venue", "id": "stade-de-france", "text": "The final was run in the Stade de France",
         "quote": "Stade de France", "start": 10, "end": 25, "place": "Stade de France",
         "scope": {"event": "1500m", "competition": "Paris Olympics"}}

    ## Source

    The edition's entry in the ground truth.
    """

    place: Annotated[PlaceName, explained("where it was, or will be", "Stade de France")]
    scope: Annotated[
        Scope,
        explained(
            "which race, holding, competition or time is meant", {"event": "1500m", "competition": "Paris Olympics"}
        ),
    ] = Scope()


class VenueAttribute(StrEnum):
    PLACE = "place"


def assertions(resolved: Resolved[Venue]) -> tuple[Assertion, ...]:
    setting = resolved.setting
    if setting.edition is not None:  # the place of a race is that of its competition
        setting = Setting(competition=setting.competition, edition=setting.edition)
    return (resolved.asserts(VenueAttribute.PLACE, (), resolved.locations["place"], "label", setting=setting),)


def known(quantity: Quantity[VenueAttribute, None], truth: Truth, as_of: int) -> Known | Unknown:
    if truth.stated:
        return Unknown("an article's own claims do not tell where a holding was")
    edition = held.edition_of(truth, quantity.setting)
    if isinstance(edition, Unknown):
        return edition
    nation, city, venue = (
        frozenset({place} if place else ()) for place in (edition.nation, edition.city, edition.venue)
    )
    location = Location(nation=nation, city=city, venue=venue)
    if location == Location():
        return Unknown(
            phrase("the ground truth does not say where {} was", edition.id), phrase("venue: {}", edition.id)
        )
    return Known(location, (held.Holding(edition),))


def worded(assertion: Assertion, known: Known, truth: Truth) -> Wording:
    """The known place at the level of the claimed one; if that level is not known, everything that is known."""
    claimed, actual = assertion.claimed, known.value
    assert isinstance(claimed, Location)
    assert isinstance(actual, Location)
    same_level = actual.on_levels_of(claimed)
    place = truth.show(actual if same_level == Location() else same_level, "label")
    return Wording(truth.show(claimed, "label"), place, "" if same_level == Location() else place)


def sentences(race: ReportedRace) -> Iterator[ReportSentence]:
    patterns = ("The race was held in [{venue.place}|venue].", "[{venue.place}|venue] was the setting.")
    for place in filter(None, (race.edition.venue, race.edition.city)):
        yield ReportSentence({"kind": "venue", "place": place, "scope": race.scope}, patterns)


KIND = Kind(
    claim=Venue,
    assertions=assertions,
    attributes={VenueAttribute.PLACE: Attribute(known, difference="another place")},
    severity="medium",
    worded=worded,
    timetable=True,
    sentences=sentences,
)
