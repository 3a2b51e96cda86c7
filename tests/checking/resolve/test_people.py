"""Whom an article means: slips, brothers, peoples, and ties that stay ties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judging import judge
from msgspec import convert
from msgspec.structs import replace
from running_pack import NAMES, PUBLISHED
from tiny_pack import PACK, race, ran
from words_read import PARIS, mark, resolved, unknown

from harness.checking.resolve import ArticleWords
from harness.claims.claim import Resolved, Scope
from harness.truth.index import Truth
from harness.truth.pack import Race


@pytest.mark.parametrize(
    "mention, also, scope, athlete, how",
    [
        ("Kerr", [], Scope(), "kerr", "'Kerr' -> Josh Kerr"),
        ("Karr", ["Josh Kerr"], Scope(), "kerr", "'Karr' -> Josh Kerr (misspelt)"),
        ("Karr", [], PARIS, "kerr", "'Karr' -> Josh Kerr (misspelt)"),  # a Kerr was in that race
        ("Josh Karr", [], Scope(), "kerr", "'Josh Karr' -> Josh Kerr (misspelt)"),
        ("Ingebrigtsen", [], PARIS, "jakob", "'Ingebrigtsen' -> Jakob Ingebrigtsen (took part)"),
        (
            "Ingebrigtsen", ["Filip Ingebrigtsen"], PARIS, "filip",
            "'Ingebrigtsen' -> Filip Ingebrigtsen (named in full in this article)",
        ),
        (
            "Ingebrigsten", ["Jakob Ingebrigtsen"], Scope(), "jakob",
            "'Ingebrigsten' -> Jakob Ingebrigtsen (misspelt; named in full in this article)",
        ),
        (
            "Cheruiyot", ["Timothy Cheruiyot", "Reynold Cheruiyot"], Scope(event="1500m", competition="Tokyo Olympics"),
            "timothy", "'Cheruiyot' -> Timothy Cheruiyot (took part)",
        ),
        ("Smith", [], Scope(sex="women"), "ann-smith", "'Smith' -> Ann Smith (the scope's sex)"),
        (
            "Smith", ["Carl Smith", "Bob Smith"], Scope(nation="GB"), "carl-smith",
            "'Smith' -> Carl Smith (named in full in this article; the scope's nation)",
        ),
        ("the Norwegian", ["Jakob Ingebrigtsen"], Scope(), "jakob", "'the Norwegian' -> Jakob Ingebrigtsen"),
        ("The Scot", ["Josh Kerr"], Scope(), "kerr", "'The Scot' -> Josh Kerr"),
        (
            "the Kenyan", ["Timothy Cheruiyot", "Reynold Cheruiyot"], PARIS, "reynold",
            "'the Kenyan' -> Reynold Cheruiyot (took part)",
        ),
        ("Jakob", ["Jakob Ingebrigtsen", "Filip Ingebrigtsen"], Scope(), "jakob", "'Jakob' -> Jakob Ingebrigtsen"),
        ("Briton Kerr", [], Scope(), "kerr", "'Briton Kerr' -> Josh Kerr"),
        ("Kenya’s Kipsang", [], Scope(), "kipsang", "'Kenya’s Kipsang' -> Abel Kipsang"),
        ("Britain's Smith", [], Scope(), "carl-smith", "\"Britain's Smith\" -> Carl Smith"),
    ],
)  # fmt: skip
def test_who_is_meant(mention: str, also: list[str], scope: Scope, athlete: str, how: str) -> None:
    found = resolved(mark(mention, scope=scope), *(mark(one) for one in also))
    assert found.names == {"athlete": (athlete,)}
    assert found.trace[-1] == how
    assert found.notes == (("misspelt_name",) if "misspelt" in how else ())


@pytest.mark.parametrize(
    "mention, also, scope, why",
    [
        (
            "Ingebrigtsen", [], Scope(),
            "ambiguous between Filip Ingebrigtsen, Henrik Ingebrigtsen and Jakob Ingebrigtsen",
        ),
        (
            "Ingebrigtsen", ["Jakob Ingebrigtsen", "Henrik Ingebrigtsen"], Scope(),
            "ambiguous between Henrik Ingebrigtsen and Jakob Ingebrigtsen",
        ),
        ("Cheruiyot", [], Scope(competition="Budapest worlds"), "between Reynold Cheruiyot and Timothy Cheruiyot"),
        ("the Kenyan", [], PARIS, "nobody whom the article names in full"),
        ("the Kenyan", ["Abel Kipsang", "Timothy Cheruiyot"], Scope(), "between Abel Kipsang and Timothy Cheruiyot"),
    ],
)  # fmt: skip
def test_a_tie_is_never_picked_from(mention: str, also: list[str], scope: Scope, why: str) -> None:
    found = unknown(mark(mention, scope=scope), *(mark(one) for one in also))
    assert why in found.why
    assert found.missing == f"who is meant by {mention!r}"


@pytest.mark.parametrize(
    "mention, why",
    [
        ("Kipprang", "the ground truth has no athlete called 'Kipprang'; did you mean Abel Kipsang?"),
        ("Karr", "the ground truth has no athlete called 'Karr'; did you mean Josh Kerr?"),  # nothing says it is a slip
        ("Xyzzy", "the ground truth has no athlete called 'Xyzzy'"),
        ("Norway's Kerr", "the ground truth has no athlete called"),  # he is another nation's
        ("Jakob", "the ground truth has no athlete called 'Jakob'"),
    ],
)
def test_people_whom_nobody_knows(mention: str, why: str) -> None:
    found = unknown(mark(mention))
    assert found.why.startswith(why)
    assert found.missing == f"athlete: {mention}"


MENTIONS = ["Ingebrigtsen", "Ingebrigsten", "Kerr", "Cheruiyot", "the Kenyan", "Smith", "Nobody"]
SCOPES = [Scope(), PARIS, Scope(competition="Tokyo", event="1500m"), Scope(sex="women"), Scope(competition="Tokyo")]
IN_FULL = ["Jakob Ingebrigtsen", "Timothy Cheruiyot", "Bob Smith", "Abel Kipsang", "Henrik Ingebrigtsen"]


@given(st.sampled_from(MENTIONS), st.sampled_from(SCOPES), st.sets(st.sampled_from(IN_FULL)))
def test_the_value_that_is_checked_never_tells_who_is_meant(mention: str, scope: Scope, also: set[str]) -> None:
    claims = [mark(mention, printed, scope=scope) for printed in ("3:28.32", "3:29.05", "5:00.00")]
    words = ArticleWords(NAMES, PUBLISHED, [*claims, *(mark(one) for one in also)])
    outcomes = [words.resolve(claim) for claim in claims]
    people = [one.names if isinstance(one, Resolved) else one for one in outcomes]
    assert people[0] == people[1] == people[2]


@given(st.permutations([*MENTIONS, *IN_FULL]), st.sampled_from(SCOPES))
def test_the_order_of_claims_changes_nothing(mentions: list[str], scope: Scope) -> None:
    claims = [mark(mention, scope=scope) for mention in mentions]
    words = ArticleWords(NAMES, PUBLISHED, claims)
    again = ArticleWords(NAMES, PUBLISHED, reversed(claims))
    assert [words.resolve(claim) for claim in claims] == [again.resolve(claim) for claim in reversed(claims)][::-1]


@pytest.mark.parametrize("name", ["Anders Bergg", "Bergg", "Anders Berg"])
def test_who_came_later_is_not_meant_though_they_bear_the_very_name(name: str) -> None:
    """An athlete of 2025 is called as Anders Berg was misspelt in 2024: the slip, or the full name, is still his."""
    life = {"name": name, "born": "2004-02-02"}
    later = replace(PACK.athletes[0], id="later", clubs=(), coaches=(), **life)
    heat = race(None, "1500m", "heat 1", "2025-06-01", ran("later", "3:39.00", 1), city="Ostrava")
    truth = Truth(replace(PACK, athletes=(*PACK.athletes, later), races=(*PACK.races, convert(heat, Race))))
    place = {"kind": "place", "place": 1, "scope": {"event": "1500m", "competition": "Tokyo 2020"}}
    full = {"kind": "bio", "athlete": "Anders Berg", "nation": "Norway"}
    findings = judge(truth, place | {"athlete": name}, full, published="2024-08-20")
    assert [finding.verdict for finding in findings] == ["supported", "supported"]


def test_a_full_name_tells_brothers_apart_though_somebody_bears_it_later() -> None:
    """Of two Bergs the article names Anders in full; another Anders Berg ran first in the year after."""
    berg = PACK.athletes[0]
    brother = replace(berg, id="carl-berg", name="Carl Berg", born="1996-04-04", clubs=(), coaches=())
    later = replace(berg, id="later", born="2004-02-02", clubs=(), coaches=())
    races = [
        race(None, "1500m", "heat 1", f"{year}-06-01", ran(athlete, "3:39.00", 1), city="Ostrava")
        for year, athlete in ((2023, "carl-berg"), (2025, "later"))
    ]
    truth = Truth(
        replace(PACK, athletes=(*PACK.athletes, brother, later), races=(*PACK.races, *convert(races, list[Race])))
    )
    full = {"kind": "bio", "athlete": "Anders Berg", "birth_date": "2000"}
    findings = judge(truth, full | {"athlete": "Berg"}, full, published="2024-08-20")
    assert [finding.verdict for finding in findings] == ["supported", "supported"]
