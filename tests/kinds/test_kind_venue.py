"""venue: stadiums, cities and countries, each on its own level."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tiny_pack import PACK

from harness.kinds.venue import assertions, known
from harness.records.model import Unknown, phrase
from harness.truth.index import Truth

OSLO = {"competition": "Fjord Games", "year": 2024}
PARIS = {"event": "1500m", "competition": "Paris 2024"}

STADIUMS = {"fjord-2024": ("Bislett Stadion", ("Bislett",)), "worlds-2023": ("Danube Arena", ())}
WITH_STADIUMS = Truth(
    replace(
        PACK,
        editions=tuple(
            replace(one, venue=STADIUMS[one.id][0], venue_aliases=STADIUMS[one.id][1]) if one.id in STADIUMS else one
            for one in PACK.editions
        ),
    )
)


def at(place, scope=OSLO):
    return {"kind": "venue", "place": place, "scope": scope}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(at("Oslo"), "supported", id="city"),
        pytest.param(at("Paris"), "refuted", id="another city"),
        pytest.param(at("Norway"), "supported", id="country"),
        pytest.param(at("Spain"), "refuted", id="another country"),
        pytest.param(at("Bislett"), "supported", id="stadium by its short name"),
        pytest.param(at("Danube Arena"), "refuted", id="another stadium"),
        # Of the Games of Paris the pack names no stadium.
        pytest.param(at("Danube Arena", PARIS), "not_enough_info", id="no stadium known"),
        pytest.param(at("Paris", PARIS), "supported", id="a race is where its competition is"),
        pytest.param(at("Monaco", PARIS), "refuted", id="a city known from races only"),
        pytest.param(at("Atlantis"), "not_enough_info", id="no such place"),
        pytest.param(at("Oslo", {"competition": "Fjord Games"}), "not_enough_info", id="which holding"),
    ],
)
def test_verdict(judge, claim, verdict):
    assert judge(claim, truth=WITH_STADIUMS).verdict == verdict


def test_before_it_was_held(judge):
    assert judge(at("Oslo"), "2024-01-01").verdict == "supported"


def test_the_only_holding_of_a_season(judge):
    assert judge(at("Oslo", {"competition": "Fjord Games", "season": 2024})).verdict == "supported"


def test_an_article_is_not_its_own_atlas(resolved, tiny_truth):
    (place,) = assertions(resolved(at("Paris")))
    own = tiny_truth.with_facts((), [("one", place)])
    assert isinstance(known(place.quantity, own, place.as_of), Unknown)


def test_a_holding_of_which_no_place_is_known(judge):
    editions = tuple(replace(one, city=None, nation=None) if one.id == "fjord-2024" else one for one in PACK.editions)
    unknown = judge(at("Oslo"), truth=Truth(replace(PACK, editions=editions))).known
    assert isinstance(unknown, Unknown)
    assert unknown.why == phrase("the ground truth does not say where {} was", "fjord-2024")
