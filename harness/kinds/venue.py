"""venue: where a race or a competition was held."""

from __future__ import annotations

from harness.claim import Claim, PlaceName, Resolved, Scope
from harness.model import Assertion, Known, Quantity, Unknown
from harness.truth import held
from harness.truth.index import Truth
from harness.values import Label, label

SEVERITY = "medium"


class Venue(Claim, tag="venue", frozen=True, kw_only=True):
    """Where a race or a competition was held: its stadium, its city or its country.

    `place` is compared on its own level: a country with the country, a city with the city, a stadium with the stadium.
    The scope names the holding; the place of a race is that of its competition. Where two places have one name, either
    will do.

    supported         the holding's stadium, city or country is the place
    refuted           the ground truth has another on that level
    not_enough_info   it has no stadium for the holding, knows no such place, or which holding is meant is not told

        {"kind": "venue", "id": "stade-de-france", "text": "The final was run in the Stade de France",
         "quote": "Stade de France", "start": 10, "end": 25, "place": "Stade de France",
         "scope": {"event": "1500m", "competition": "Paris Olympics"}}
    """

    place: PlaceName
    scope: Scope = Scope()


def assertions(resolved: Resolved) -> tuple[Assertion, ...]:
    # A city and a stadium can both be right, so that the place is a part of the quantity: they do not conflict.
    places = resolved.who("place")
    detail = " or ".join(sorted(places))
    return (resolved.asserts("place", (), Label(frozenset(places)), "label", detail=detail),)


def known(quantity: Quantity, truth: Truth, as_of: int) -> Known | Unknown:
    if truth.stated:
        return Unknown("an article's own claims do not tell where a holding was")
    edition = held.edition_of(truth, quantity.setting)
    if isinstance(edition, Unknown):
        return edition
    claimed = frozenset(quantity.detail.split(" or "))
    evidence = (held.evidence(truth, edition),)
    for actual in (edition.nation, edition.city, edition.venue):
        if actual in claimed:
            return Known(label(actual), evidence)
    if claimed & truth.nations.keys():
        actual = edition.nation
    elif claimed & _cities(truth):
        actual = edition.city
    else:
        actual = edition.venue
    if actual is None:
        return Unknown(f"the ground truth does not tell where {edition.name} was", f"venue: {edition.name}")
    return Known(label(actual), evidence)


def _cities(truth: Truth) -> frozenset[str]:
    found = [edition.city for edition in truth.editions.values()] + [race.city for race in truth.pack.races]
    return frozenset(city for city in found if city)
