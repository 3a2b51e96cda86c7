"""bio: age, birth, birthplace, nation, coach, club."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from tiny_pack import PACK

from harness.kinds.bio import assertions, known
from harness.records.model import Unknown, Unreadable
from harness.truth.index import Truth
from harness.truth.pack import Period
from harness.values import exactly


def life(athlete, **facts):
    return {"kind": "bio", "athlete": athlete, **facts}


@pytest.mark.parametrize(
    "claim, verdict",
    [
        pytest.param(life("Berg", age=23), "supported", id="age"),
        pytest.param(life("Berg", age=24), "refuted", id="not yet"),
        pytest.param(life("Berg", age="over 20"), "supported", id="a bound on the age"),
        # Stone's year of birth is all that is known: he is 33 or 34.
        pytest.param(life("Stone", age=34), "not_enough_info", id="year only"),
        pytest.param(life("Stone", age=35), "refuted", id="year only, too old"),
        pytest.param(life("Stone", age="33 or 34"), "supported", id="either age"),
        pytest.param(life("Koech", age=28), "supported", id="month only, birthday to come"),
        pytest.param(life("Berg", birth_date="19 September 2000"), "supported", id="day of birth"),
        pytest.param(life("Berg", birth_date="September 2000"), "supported", id="month of birth"),
        pytest.param(life("Berg", birth_date="2001"), "refuted", id="wrong year"),
        pytest.param(life("Stone", birth_date="1 May 1990"), "not_enough_info", id="more than is known"),
        pytest.param(life("Clark", birthplace="Edinburgh"), "supported", id="city"),
        pytest.param(life("Clark", birthplace="LEITH"), "supported", id="part of a city"),
        pytest.param(life("Clark", birthplace="Leith, Edinburgh, Scotland"), "supported", id="in full"),
        pytest.param(life("Clark", birthplace="Glasgow"), "refuted", id="another city"),
        # The pack says Scotland; that it is in Britain is not in it.
        pytest.param(life("Clark", birthplace="Britain"), "not_enough_info", id="a country it does not name"),
        pytest.param(life("Berg", birthplace="Norway"), "supported", id="country"),
        pytest.param(life("Berg", birthplace="Spain"), "refuted", id="another country"),
        pytest.param(life("Berg", nation="Norwegian"), "supported", id="nation by its people"),
        pytest.param(life("Berg", nation="Britain"), "refuted", id="another nation"),
        pytest.param(life("Clark", club="Leith AC"), "supported", id="one of two clubs"),
        pytest.param(life("Clark", club="River Track Club"), "supported", id="the other club"),
        pytest.param(life("Clark", club="Bergen IL"), "not_enough_info", id="a club not listed"),
        pytest.param(life("Clark", club="River"), "supported", id="a part of the club's name"),
        pytest.param(life("Berg", coach="Ola Lund"), "supported", id="coach"),
        pytest.param(life("Berg", coach="Lund"), "supported", id="a part of the coach's name"),
        pytest.param(life("Berg", coach="Ola Lunde"), "not_enough_info", id="another name, however near"),
        pytest.param(life("Berg", coach="Nils Berg"), "not_enough_info", id="no longer his coach"),
        pytest.param(life("Koech", coach="Tom Reid"), "not_enough_info", id="no coach known"),
        pytest.param(life("Berg", age=23, nation="Norway", birthplace="Bergen"), "supported", id="three facts"),
        pytest.param(life("Berg", age=23, nation="Norway", birthplace="Oslo"), "refuted", id="one of three wrong"),
    ],
)
def test_verdict(judge, claim, verdict):
    assert judge(claim).verdict == verdict


@pytest.mark.parametrize(
    "day, age", [("2021-08-07", 20), ("2021-09-18", 20), ("2021-09-19", 21), ("2000-09-19", 0), ("2001-09-18", 0)]
)
def test_age_on_the_day(judge, day, age):
    assert judge(life("Berg", age=age), day).verdict == "supported"
    assert judge(life("Berg", age=age + 1), day).verdict == "refuted"


@pytest.mark.parametrize(
    "claim, day, verdict",
    [
        (life("Berg", coach="Nils Berg"), "2021-12-31", "supported"),
        (life("Berg", coach="Nils Berg"), "2022-01-01", "not_enough_info"),
        (life("Berg", coach="Ola Lund"), "2021-12-31", "not_enough_info"),
        (life("Berg", age=20, as_of="7 August 2021"), "2024-08-20", "supported"),
        (life("Clark", club="River Track Club"), "2017-12-31", "not_enough_info"),
    ],
)
def test_as_of(judge, claim, day, verdict):
    assert judge(claim, day).verdict == verdict


@pytest.mark.parametrize("day, nation", [("2019-12-31", "Kenya"), ("2020-01-01", "Spain")])
def test_nations_change(judge, day, nation):
    moved = (Period(value="KEN", end="2020"), Period(value="ESP", start="2020"))
    people = tuple(replace(one, nations=moved) if one.id == "cyrus-koech" else one for one in PACK.athletes)
    assert judge(life("Koech", nation=nation), day, Truth(replace(PACK, athletes=people))).verdict == "supported"


@pytest.mark.parametrize(
    "what, fact", [("age", 20), ("birth_date", "2000"), ("birthplace", "Bergen"), ("nation", "Kenya")]
)
def test_a_life_that_is_not_known(judge, what, fact):
    people = tuple(
        replace(one, born=None, birthplace=(), nations=()) if one.id == "anders-berg" else one for one in PACK.athletes
    )
    judgement = judge(life("Berg", **{what: fact}), truth=Truth(replace(PACK, athletes=people)))
    assert isinstance(judgement.known, Unknown)


@pytest.mark.parametrize("name", ["Jorgen Gård", "Jørgen Gard"])
def test_accents_do_not_matter(judge, name):
    people = tuple(
        replace(one, coaches=(Period(value="Jørgen Gård"),)) if one.id == "anders-berg" else one
        for one in PACK.athletes
    )
    assert judge(life("Berg", coach=name), truth=Truth(replace(PACK, athletes=people))).verdict == "supported"


def test_no_fact(judge):
    assert isinstance(judge(life("Berg")).known, Unreadable)


def test_an_article_that_gives_age_and_birth(resolved, tiny_truth):
    """The age is worked out from the birth date that the article prints, not from the one in the pack."""
    (born,) = assertions(resolved(life("Berg", birth_date="19 September 1999")))
    (age,) = assertions(resolved(life("Berg", age=23)))
    own = tiny_truth.with_facts((), [("born", born)])
    found = known(age.quantity, own, age.as_of)
    assert found.value == exactly(24)
    assert [one.id for one in found.evidence] == ["born"]
    assert isinstance(known(born.quantity, own, born.as_of), Unknown)
    (other,) = assertions(resolved(life("Clark", age=26)))
    assert isinstance(known(other.quantity, own, other.as_of), Unknown)
